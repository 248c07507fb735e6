"""What both choose beside the turns: the map, half done, pause, leave, how to answer, not saved.

All of it is a list; only below a page to read, two ways on are buttons, which stay in sight.
"""

from collections.abc import Callable, Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back
from workshop.core.people import Pair
from workshop.errors import Trouble
from workshop.tui.messages import Answered
from workshop.tui.screens.body import Body
from workshop.tui.screens.page import told
from workshop.tui.screens.sure import Sure
from workshop.tui.text import literal
from workshop.tui.widgets.choices import Choices
from workshop.tui.widgets.details import Details
from workshop.tui.widgets.drawing import Drawing, then_and_now
from workshop.words import _


class ChoiceScreen(Sure):
    """A question, what matters for it, and the options below each other; none is preselected."""

    enter = False
    waits = True
    tells_how = False

    BINDINGS = [Binding("escape", "go_back", show=False)]  # noqa: RUF012  Textual's own form

    def __init__(
        self,
        choice: Choice[Deed],
        title: str,
        reply: Callable[[Chosen], None],
        pair: Pair | None = None,
        guide: object = None,
        at: int | None = None,
    ) -> None:
        """Show a choice.

        Args:
            choice: what is asked.
            title: what is under way.
            reply: what to tell the answer to.
            pair: whose pictures are shown, where some are.
            guide: what asks, where it is not the Desk.
            at: where the cursor is: at what they have come back from.
        """
        super().__init__()
        self._at = at
        self._choice, self._reply, self._pair = choice, reply, pair
        self.guide = guide
        self.title_line = title
        if choice.page and len(choice.options) <= 2:  # they stay in sight below a long page
            self.docked = True
            self.tells_how = True
            self.enters = 0 if choice.leads_on else len(choice.options) - 1
            self.enter = choice.leads_on or choice.options[self.enters].does == Back()
        asks = any(option.asks_for for option in choice.options)
        self.may_tighten = asks and not self.docked
        self.set_class(self.may_tighten, "filled-in")

    def body(self) -> Iterable[Widget]:
        """Return the lines, the question, and a line to type on where an option wants one."""
        yield Static(literal(self._choice.prompt), id="prompt")
        for drawn in self._choice.drawn:
            yield Static(literal(drawn.title), classes="heading")
            assert self._pair is not None
            yield Drawing(drawn.pictures[0].axes, then_and_now(drawn), self._pair)
        yield from told(self._choice.page)
        if self._choice.lines:
            yield Static(literal("\n".join(self._choice.lines)), classes="quiet")
        for place, option in enumerate(self._choice.options):
            if option.asks_for:
                yield Static(literal(option.asks_for), classes="quiet")
                line = Input(id=f"for-{place}", compact=True)
                line.border_subtitle = literal(_("Enter: {what}").format(what=option.label))
                yield line

    def _buttons(self) -> Iterable[Widget]:
        """Return the list, or the ways on from a page."""
        if self.docked:
            yield from super()._buttons()
        else:
            choices = Choices("answers", self._choice.options)
            choices.reads_on = bool(self._choice.page)
            yield choices

    def below(self) -> Iterable[Widget]:
        """Return how to choose, which stays in sight, and what there is to know of each option."""
        if not self.docked:
            yield Static("", id="how")
            if any(option.details for option in self._choice.options):
                yield Details()

    def labels(self) -> Sequence[str]:
        """Return what there is to choose."""
        return [option.label for option in self._choice.options]

    def laid_out(self) -> None:
        """Say how to choose."""
        super().laid_out()
        self._say_how()
        self._show_details()

    def focus_first(self) -> None:
        """Put the focus where something is typed, if that alone can be, else on the list."""
        first, *others = self._choice.options
        if first.asks_for and not any(option.asks_for for option in others):
            self.query_one(Input).focus(scroll_visible=False)
        elif self.docked:
            super().focus_first()
        else:
            choices = self.query_one(Choices)
            choices.focus(scroll_visible=False)
            if self._at is not None or self.enter:
                choices.go_to(self.enters if self._at is None else self._at)

    def on_resize(self) -> None:
        """Say how to choose in as many words as there is room for."""
        self._say_how()

    def _say_how(self) -> None:
        for choices in self.query("#answers").results(Choices):
            how = self.query_one("#how", Static)
            how.update(literal(told_how(choices, short=self.has_class("-narrow"))), layout=True)
            how.set_class(bool(choices.sought), "finds")

    def _show_details(self) -> None:
        for details in self.query(Details):
            here = self.query_one("#answers", Choices).here
            details.show_option(None if here is None else self._choice.options[here])

    @on(Choices.Changed)
    def _moved(self, event: Choices.Changed) -> None:
        """Say what is looked for, and what has the cursor."""
        event.stop()
        self._say_how()
        self._show_details()

    @on(Choices.Picked)
    def _picked(self, event: Choices.Picked) -> None:
        """Choose."""
        event.stop()
        self.press(event.place)

    def first_row(self, body: Body) -> int:
        """Return the row to begin with: where the cursor is stays in sight."""
        first = super().first_row(body)
        for choices in self.query("#answers").results(Choices):
            first = choices.first_row(first)
        return first

    def surely(self, place: int) -> str:
        """Return what it says at a second press, where it loses or ends something."""
        return self._choice.options[place].surely

    def rename(self, place: int, label: str) -> None:
        """Let an option say something else."""
        if self.docked:
            super().rename(place, label)
        else:
            self.query_one("#answers", Choices).rename(place, label)

    def pressed(self, place: int) -> None:
        """Choose."""
        if self.asks_again(place):
            return
        option = self._choice.options[place]
        text = self.query_one(f"#for-{place}", Input).value if option.asks_for else ""
        try:
            self._reply(Chosen(option.does, text))
        except Trouble as trouble:
            mend = self.query_one(f"#for-{place}") if option.asks_for else None
            self.refuse(trouble.sentence, mend)
            return
        self.leave(Answered())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose what the line that was typed belongs to."""
        event.stop()
        inputs = [f"for-{place}" for place in range(len(self._choice.options))]
        self.press(inputs.index(event.input.id or ""))

    def action_go_back(self) -> None:
        """Choose to go back, where that is offered."""
        deeds = [option.does for option in self._choice.options]
        if Back() in deeds:
            self.press(deeds.index(Back()))


def told_how(choices: Choices, *, short: bool) -> str:
    """Return how to choose one of `choices`, or what is looked for and how many that finds."""
    if choices.sought:
        count, all_of_them = choices.options_found, choices.options_there
        if count:
            said = _("Find: {typed}   {count} of {of}. Escape: all of them.")
        else:
            said = _("Find: {typed}   Nothing here holds that. Escape: all of them.")
        return said.format(typed=choices.sought, count=count, of=all_of_them)
    if choices.finds:
        if short:
            return _("Arrows, or type to find; Enter.")
        return _("Up and down, or type to find one; Enter chooses it.")
    if short:
        return _("Arrows, or its number; Enter.")
    return _("Up and down, its number or its first letter; Enter chooses it.")

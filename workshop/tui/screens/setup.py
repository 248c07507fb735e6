"""Setup: two names and who sits where, how each likes to answer, and if somebody guides them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, RadioSet, Static

from workshop.core.people import SIDES, Answers
from workshop.desk.read_name import NotAName, read_names
from workshop.desk.workshops import Plan
from workshop.tui.messages import HomeWanted, PathWanted, PlanMade
from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.tui.widgets.names import MARKS
from workshop.tui.widgets.radio import Radio, Radios
from workshop.words import _

WAYS: tuple[Answers, ...] = ("type", "say", "paper", "guide types")
"""How each may answer; the last where somebody guides the two."""


class Setup(Room):
    """Asks what a workshop needs, on one page."""

    enter = False

    def __init__(self, plan: Plan | None = None, *, first_time: bool = False) -> None:
        """Ask for what `plan` does not say; the first time, say what this is."""
        super().__init__()
        self._first_time = first_time
        self._plan = plan
        self.title_line = _("Before the first turn")

    def body(self) -> Iterable[Widget]:
        """Return both sides, and what there is to do."""
        yield Static(literal(_("Who sits where, and how would you like to answer?")), id="prompt")
        with Horizontal(id="sides"):
            for side in SIDES:
                with Vertical(classes=side):
                    where = {"left": _("On the left"), "right": _("On the right")}[side]
                    yield Static(literal(f"{MARKS[side]} {where}"), classes="heading")
                    yield Input(id=f"name-{side}", compact=True)  # too long is told, not cut
                    ways = (Radio(label, place == 0) for place, label in enumerate(self._ways()))
                    yield Radios(*ways, self._by_the_guide(), id=f"answers-{side}")
        if self._asks_guided:
            yield Static(literal(_("Does somebody guide you, in the room?")), classes="question")
            alone = Radio(_("No, we are on our own"), chosen=True)
            yield Radios(alone, Radio(_("Yes, somebody guides us")), id="guided", in_a_row=True)
        said = _("A coin decides who begins; after that you alternate.")
        if self._first_time:
            said = _("A coin decides who begins. You take turns, mostly talking; stop at any time.")
        yield Static(literal(said), classes="quiet")

    def _ways(self) -> tuple[str, ...]:
        """Return how each may answer, whether somebody guides them or not."""
        return (_("I type"), _("I say it, the other types"), _("On paper, what we show later"))

    def _by_the_guide(self) -> Radio:
        """Return one way more, which is there while somebody guides them."""
        radio = Radio(_("I say it, the guide types"))
        radio.display, radio.disabled = not self._asks_guided, self._asks_guided
        return radio

    @on(RadioSet.Changed, "#guided")
    def _offer_the_guide(self, event: RadioSet.Changed) -> None:
        """Offer that the guide types, or take that back, as it is said whether there is one."""
        event.stop()
        for side in SIDES:
            ways = self.query_one(f"#answers-{side}", RadioSet)
            usual, *_others, by_the_guide = ways.query(Radio)
            if by_the_guide.value and not self._guided:
                by_the_guide.value, usual.value = False, True
                ways._pressed_button = usual  # Textual's own, which hears of no change meanwhile
            by_the_guide.display, by_the_guide.disabled = self._guided, not self._guided

    def labels(self) -> Sequence[str]:
        """Return what to do."""
        return (_("Begin") if self._plan else _("Go on"), _("Back"))

    def focus_first(self) -> None:
        """Put the focus on the first name."""
        self.query_one("#name-left", Input).focus()

    def type_on(self, character: str) -> bool:
        """Write it at the end of the first name, or of the second where that is there already."""
        left, right = (self.query_one(f"#name-{side}", Input) for side in SIDES)
        name = right if left.value.strip() else left
        if self.focused in (left, right):  # it went there with the key before this one
            name = left if self.focused is left else right
        self.set_focus(name, scroll_visible=False)
        name.cursor_position = len(name.value)
        name.insert_text_at_cursor(character)
        return True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next name, or to what comes after the names."""
        event.stop()
        after = "#name-right" if event.input.id == "name-left" else "#answer-0"
        self.query_one(after).focus()

    def pressed(self, place: int) -> None:
        """Begin, or go back."""
        if place == 1:
            self.leave(HomeWanted())
            return
        try:
            names = read_names(
                self.query_one("#name-left", Input).value,
                self.query_one("#name-right", Input).value,
            )
        except NotAName as refused:
            self.refuse(refused.sentence, self.query_one(f"#name-{refused.side}"))
            return
        answers = (self._answers("left"), self._answers("right"))
        plan = self._plan or Plan(("", ""), ())
        plan = replace(plan, names=names, answers=answers, guided=self._guided)
        self.leave(PathWanted(plan) if self._plan is None else PlanMade(plan))

    @property
    def _asks_guided(self) -> bool:
        """Whether nobody has said yet that somebody guides them."""
        return self._plan is None or not self._plan.guided

    @property
    def _guided(self) -> bool:
        return not self._asks_guided or self.query_one("#guided", RadioSet).pressed_index == 1

    def _answers(self, side: str) -> Answers:
        return WAYS[max(0, self.query_one(f"#answers-{side}", RadioSet).pressed_index)]

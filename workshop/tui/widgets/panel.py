"""The guide's panel, and the quiet lines of a guided session; both look anew every five seconds."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from workshop.cards.choice import Chosen
from workshop.cards.deeds import Back
from workshop.cards.panel_words import TICK
from workshop.errors import Refused
from workshop.tui.hour import Hour
from workshop.tui.text import literal
from workshop.tui.widgets.choices import Choices
from workshop.words import _


class QuietLines(Static):
    """What the guide did last, and how little of the hour is left. No sound, and nothing moves."""

    def __init__(self, hour: Hour) -> None:
        super().__init__("", id="quiet-lines")
        self._hour = hour

    def on_mount(self) -> None:
        """Show them, and look again every few seconds."""
        self.look()
        self.set_interval(TICK, self.look)

    def look(self) -> None:
        """Say what is to be said now, and let the time that went by outlast a stop."""
        self._hour.tick()
        said = self._hour.quiet_lines
        if said != str(self.content):
            self.update(literal(said))
        self.screen.set_class(bool(said), "says-quietly")


class Panel(Vertical):
    """How the hour stands, and what the guide may do."""

    class Closed(Message):
        """It was closed."""

    class Left(Message):
        """The guide goes back to what is asked."""

    class Did(Message):
        """Something was done: the Desk asks something else now."""

    BINDINGS = [Binding("escape", "go_back", show=False)]  # noqa: RUF012  Textual's own form

    def __init__(self, hour: Hour) -> None:
        super().__init__(id="panel")
        self._pages = hour.pages

    def compose(self) -> ComposeResult:
        """Yield where keys act, how the hour stands, the question, any trouble, and the list."""
        yield Static(literal(_("Keys act here. Escape: back.")), id="keys-here", classes="quiet")
        yield Static("", id="hour", classes="quiet")
        yield Static("", id="panel-prompt", classes="question")
        yield Static("", id="panel-trouble")
        yield Choices("panel-choices")

    def on_mount(self) -> None:
        """Show it, and look at the clock every few seconds."""
        self._pages.open()
        self.show()
        self.set_interval(TICK, self.show)

    def show(self) -> None:
        """Show the page they are at, as the hour stands now."""
        if self._pages.over:
            self._pages.open()
        choice = self._pages.choice()
        self.query_one("#hour", Static).update(literal("\n".join(choice.lines)))
        self.query_one("#panel-prompt", Static).update(literal(choice.prompt))
        self.query_one(Choices).say(choice.options)

    def _tell(self, sentence: str) -> None:
        trouble = self.query_one("#panel-trouble", Static)
        trouble.update(literal(sentence))
        trouble.display = bool(sentence)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen, or say why that cannot be."""
        event.stop()
        options = self._pages.choice().options
        if event.place < len(options):
            self._choose(Chosen(options[event.place].does))

    def _choose(self, chosen: Chosen) -> None:
        self._tell("")
        try:
            self._pages.reply(chosen)
        except Refused as refused:
            self._tell(refused.sentence)
        if self._pages.did is not None:
            self.post_message(self.Did())
        elif self._pages.over:
            self.post_message(self.Closed())
        else:
            self.show()

    def action_go_back(self) -> None:
        """Go back to where this was chosen, or leave the list."""
        if self._pages.at_the_top:
            self.post_message(self.Left())
        else:
            self._choose(Chosen(Back()))


class Column(VerticalScroll, can_focus=False):
    """The panel as a column of its own, where the terminal is wide.

    Tab does not lead there: it is the guide's, and the two go on with their own keys beside it.
    """

    def __init__(self, hour: Hour) -> None:
        super().__init__(id="column")
        self._hour = hour

    def compose(self) -> ComposeResult:
        """Yield the panel."""
        yield Panel(self._hour)

    def on_mount(self) -> None:
        """Be no place that Tab leads to, and take the room that other columns had."""
        self.query_one(Choices).can_focus = False
        self.screen.add_class("has-column")

    def on_unmount(self) -> None:
        """Give the room back."""
        self.screen.remove_class("has-column")

    def take_keys(self) -> None:
        """Let the guide's keys come here, until the focus is elsewhere."""
        choices = self.query_one(Choices)
        choices.can_focus = True
        choices.focus()
        self.add_class("has-keys")

    def on_descendant_blur(self) -> None:
        """Be no place that Tab leads to, again."""
        self.query_one(Choices).can_focus = False
        self.remove_class("has-keys")

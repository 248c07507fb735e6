"""A list of many workshops: found as one types, sorted, and one of them chosen."""

from collections.abc import Iterable, Sequence

from textual import events, on, work
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from workshop.cards import caseload as words
from workshop.cards.choice import Chosen
from workshop.cards.deeds import Back
from workshop.desk.guides.caseload import Caseload
from workshop.desk.workshops import Saved
from workshop.errors import Refused
from workshop.tui.messages import Answered
from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.tui.widgets.answers import Answers
from workshop.tui.widgets.table import Heads, Table
from workshop.words import _

MOST_SOUGHT = 200
"""The most characters that are looked for."""


class Listing(Room):
    """What is typed goes to the line on top, the arrows and Enter to the list."""

    class Whole(Message):
        """All there are were read."""

    docked = True
    enter = False
    tells_how = False
    steers = False  # what is typed finds a workshop
    styled_once = True
    has_column = False
    BINDINGS = [  # noqa: RUF012  Textual's own form
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "leaf(-1)", show=False),
        Binding("pagedown", "leaf(1)", show=False),
        Binding("ctrl+home", "go_to_end(True)", show=False, priority=True),
        Binding("ctrl+end", "go_to_end(False)", show=False, priority=True),
        Binding("escape", "go_back", show=False),
    ]

    def __init__(self, caseload: Caseload, title: str) -> None:
        """Show a list, of which as much is read first as there is room for."""
        super().__init__()
        self.guide = self._caseload = caseload
        self.title_line = title
        self.add_class("listing")

    def compose(self) -> Iterable[Widget]:
        """Yield the parts, with what there is room for."""
        if not self._caseload.is_whole:
            self._caseload.read_some(self.app.size.height)
        self._shown = self._caseload.shown
        yield from super().compose()

    def above(self) -> Iterable[Widget]:
        """Return the line to type on, and what stands over the list."""
        yield Static(literal(self._caseload.prompt), id="prompt")
        with Horizontal(id="finding"):
            yield Static(literal(_("Find:")))
            yield Input(
                self._caseload.wanted.find,
                placeholder=_("a label or a name"),
                id="find",
                compact=True,
                max_length=MOST_SOUGHT,
            )
        yield Static("", id="heading", classes="quiet")
        yield Heads(id="heads")

    def body(self) -> Iterable[Widget]:
        """Return the list."""
        yield Table("workshops")

    def labels(self) -> Sequence[str]:
        """Return what can be done with the list."""
        return [way.label for way in self._caseload.ways]

    def laid_out(self) -> None:
        """Show what is there, and read the rest once that was painted."""
        super().laid_out()
        self._say()
        self._begin_near()
        self.watch(self.query_one("#find", Input), "value", self._find, init=False)
        if not self._caseload.is_whole:
            self.call_after_refresh(self._read_rest)

    def focus_first(self) -> None:
        """Put the focus where one types."""
        self.query_one("#find", Input).focus(scroll_visible=False)

    @work(thread=True, exclusive=True)
    def _read_rest(self) -> None:
        worker = get_current_worker()
        rest = self._caseload.rest(lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, rest)

    def _take(self, rest: list[Saved]) -> None:
        """Show all there are, the cursor on the same one as before."""
        self._caseload.take(rest)
        self.renew()
        self._begin_near()
        self.post_message(self.Whole())

    # -- what is shown ------------------------------------------------------------------------

    @property
    def _table(self) -> Table:
        return self.query_one(Table)

    def renew(self) -> None:
        """Show the list as it is now: something was done with it, or with one in it."""
        before = self._shown[self._table.at : self._table.at + 1]
        self._say()
        for one in before:
            places = (place for place, other in enumerate(self._shown) if other.path == one.path)
            self._table.go_to(next(places, self._table.at))
        self.query_one(Answers).say(self.answers())

    def _say(self) -> None:
        """Show what is wanted, and say how many these are."""
        caseload, today = self._caseload, self._caseload.today
        self._shown = shown = caseload.shown
        nothing = caseload.nothing() if caseload.is_whole else ""
        self._table.show(len(shown), lambda place: words.cells(shown[place], today), nothing)
        self.tell(caseload.said)

    def tell(self, sentence: str) -> None:
        """Say what was done or could not be, and how many are shown."""
        told = " ".join(part for part in (sentence, self._caseload.heading) if part)
        self.query_one("#heading", Static).update(literal(told), layout=False)

    # -- what they do -------------------------------------------------------------------------

    def _begin_near(self) -> None:
        """Begin at the one that was opened from the list, once it is there."""
        for place, one in enumerate(self._shown):
            if one.path == self._caseload.near:
                self._table.go_to(place)
                self._caseload.near = None

    def _find(self, text: str) -> None:
        """Find what was typed: at once, so that both are painted together."""
        if text != self._caseload.wanted.find:
            self._caseload.find(text)
            self._table.at = 0
            self._say()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._table.choose()

    @on(Table.Chosen)
    def _chose(self, event: Table.Chosen) -> None:
        """Look at the workshop that was chosen."""
        event.stop()
        if self.app.screen is self and not self._is_left and event.place < len(self._shown):
            self._caseload.look_at(self._shown[event.place].path)
            self.post_message(Answered())

    def pressed(self, place: int) -> None:
        """Arrange the list, or go back."""
        try:
            self._caseload.reply(Chosen(self._caseload.ways[place].does))
        except Refused as refused:
            self.tell(refused.sentence)
            return
        self.post_message(Answered())

    def on_key(self, event: events.Key) -> None:
        """Type to find, wherever the focus is."""
        line = self.query_one("#find", Input)
        if event.is_printable and event.character and not line.has_focus:
            event.stop()
            line.focus(scroll_visible=False)
            line.insert_text_at_cursor(event.character)

    def action_move(self, by: int) -> None:
        """Go to another row."""
        self.focus_first()
        self._table.go_to(self._table.at + by)

    def action_leaf(self, by: int) -> None:
        """Go on by a screen of rows."""
        self.action_move(by * max(1, self._table.size.height - 1))

    def action_go_to_end(self, first: bool) -> None:
        """Go to the first row, or to the last one."""
        self.action_move(-self._table.rows if first else self._table.rows)

    def action_go_back(self) -> None:
        """Find all again; where all are there, go back if there is a way."""
        if self.query_one("#find", Input).value:
            self.query_one("#find", Input).value = ""
        elif any(way.does == Back() for way in self._caseload.ways):
            self.pressed(len(self._caseload.ways) - 1)

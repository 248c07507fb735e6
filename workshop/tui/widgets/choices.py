"""A list of options, the one widget for choosing: by arrows, numbers, first letters, or typing."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from workshop.cards.choice import Deed, Option
from workshop.cards.deeds import Back
from workshop.cards.finding import FEW, found, meant_by, nearest
from workshop.tui.text import literal
from workshop.tui.widgets.entry import Entry
from workshop.tui.widgets.lines import ELSEWHERE, HERE
from workshop.tui.widgets.place import PlaceChosen
from workshop.tui.widgets.sight import Listed, row_of
from workshop.words import _

LONGEST = 60
"""The most characters that are looked for."""


class Choices(Listed, OptionList):
    """Options in groups, each with its number; what cannot be chosen now says why.

    A number or a first letter goes to an option; Enter or a click chooses it. Of more than nine,
    what is typed finds some, and Escape shows all again. Nothing is chosen beforehand.

    Attributes:
        places: of those that are found, in order.
        sought: what was typed to find some of them.
        reads_on: whether the arrows show what stands above the list before they go into it.
        patience: for how many seconds after an Enter no other one chooses: a key that is held
            sends many.
    """

    class Picked(PlaceChosen):
        """An option was chosen."""

    class Changed(Message):
        """The cursor is elsewhere, or other options are found."""

    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012  Textual's own form
        Binding("tab", "walk(1)", show=False),
        Binding("shift+tab", "walk(-1)", show=False),
    ]

    def __init__(self, id: str, options: Sequence[Option[Deed]] = ()) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self._shown: tuple[Option[Deed], ...] = ()
        self._labels: list[str] = []
        self.places: list[int] = []
        self.sought = ""
        self.reads_on = False
        self.patience = 0.2
        self._entered: float | None = None  # when Enter was pressed last
        self._marked: int | None = None  # the row that is drawn as the one with the cursor
        if options:
            self.say(options)

    # -- what there is ------------------------------------------------------------------------

    def say(self, options: Sequence[Option[Deed]]) -> None:
        """Show `options`; where they are the same as before, the cursor stays."""
        if tuple(options) == self._shown:
            return
        self._shown = tuple(options)
        self._labels = [option.label for option in options]
        self.sought = ""
        self._show(range(len(options)))

    def rename(self, place: int, label: str) -> None:
        """Let an option say something else."""
        if self._labels[place] != label:
            self._labels[place] = label
            self._draw(self.get_option_index(str(place)))
            self.refresh(layout=True)

    @property
    def said(self) -> list[str]:
        """What those that are found say now."""
        return [self._labels[place] for place in self.places]

    @property
    def options_found(self) -> int:
        """How many are found, the way back aside."""
        return sum(self._shown[place].does != Back() for place in self.places)

    @property
    def options_there(self) -> int:
        """How many there are, the way back aside."""
        return sum(option.does != Back() for option in self._shown)

    @property
    def finds(self) -> bool:
        """Whether what is typed finds some of them."""
        return self.options_there > FEW

    @property
    def here(self) -> int | None:
        """The place of the option that has the cursor."""
        row = self.highlighted_option
        return int(row.id) if row is not None and row.id is not None else None

    def go_to(self, place: int) -> None:
        """Have the cursor on an option."""
        self.highlighted = self.get_option_index(str(place))

    def _show(self, places: Sequence[int]) -> None:
        """Show the options at these places, under their headings."""
        self.places = list(places)
        self._marked = None
        rows: list[Row] = []
        under = ""
        for place in places:
            option = self._shown[place]
            if option.under != under:
                under = option.under
                head = f"\n{under}" if rows and under else under or " "
                rows.append(Row(literal(head).stylize("bold"), disabled=True))
            told = self._told(place, here=False)
            rows.append(Row(told, str(place), disabled=bool(option.why_not)))
        self.set_options(rows)
        if not rows:
            self.refresh(layout=True)  # Textual's own says nothing of it where none is left
        self.highlighted = None  # nothing is chosen for anybody

    def _told(self, place: int, *, here: bool) -> Entry:
        option = self._shown[place]
        number = str(place + 1).rjust(len(str(len(self._shown))))
        mark = f"{HERE if here else ELSEWHERE}{number}  "
        label = literal(self._labels[place])
        if option.why_not:
            label += "\n" + _("Not now: {why}").format(why=option.why_not)
        whole = label
        if option.line and self._labels[place] == option.label:
            whole = literal(option.told)
            if not here and whole.plain.startswith(label.plain):
                whole = whole.stylize("$quiet", len(label))
        return Entry(mark, label, whole, here=here, few=not self.finds)

    def _draw(self, row: int) -> None:
        option = self.options[row]
        if option.id is not None:
            told = self._told(int(option.id), here=row == self.highlighted)
            self.replace_option_prompt_at_index(row, told)

    # -- what is pressed ----------------------------------------------------------------------

    def on_focus(self, event: events.Focus) -> None:
        """Let an Enter that is held since before that choose nothing."""
        self._entered = event.time

    def on_key(self, event: events.Key) -> None:
        """Find what is typed, or go to the option of this number or that begins so."""
        character = event.character or ""
        if event.key == "enter":
            self._note_enter(event)
            return
        self._entered = None
        if event.key == "escape" and self.sought:
            self._seek("")
        elif self.finds and event.key == "backspace" and self.sought:
            self._seek(self.sought[:-1])
        elif self.finds and character and self._may_seek(character):
            self._seek(self.sought + character)
        elif character.isalnum():
            self._go_to_first(meant_by(self._labels, character, self.here))
        else:
            return
        event.stop()
        event.prevent_default()

    def _note_enter(self, event: events.Key) -> None:
        """Let an Enter choose nothing that comes right behind another one: the key is held."""
        before, self._entered = self._entered, event.time
        if before is not None and event.time - before < self.patience:
            event.stop()
            event.prevent_default()

    def _may_seek(self, character: str) -> bool:
        return character.isprintable() and bool(self.sought or character.strip())

    def _go_to_first(self, places: Sequence[int]) -> None:
        """Go to the first of `places` that can be chosen; to none where somebody types words."""
        possible = [place for place in places if not self._shown[place].why_not]
        if possible:
            self.go_to(possible[0])
        elif not places:
            self.highlighted = None

    def _seek(self, typed: str) -> None:
        """Show what `typed` finds, the cursor on the nearest; the way back stays."""
        before = self.here
        self.sought = typed.lstrip()[:LONGEST]
        labels = [option.told for option in self._shown]
        meant = set(found(labels, self.sought))
        is_back = {place for place, option in enumerate(self._shown) if option.does == Back()}
        self._show(sorted(meant | is_back))
        at = before if not self.sought else nearest(labels, self.sought, sorted(meant - is_back))
        if at is not None and not self._shown[at].why_not:
            self.go_to(at)
        self.post_message(self.Changed())

    def action_walk(self, by: int) -> None:
        """Go to the next option, as Tab does where each has a place of its own, or on from here."""
        ids = [option for option in self.options if option.id is not None and not option.disabled]
        here = self.highlighted_option
        at = (ids.index(here) if here in ids else -1 if by > 0 else len(ids)) + by
        if 0 <= at < len(ids):
            self.highlighted = self.options.index(ids[at])
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_cursor_down(self) -> None:
        """Go to the next option; while the list is below what is read, read on."""
        if self.highlighted is None:
            in_sight = self._in_sight
            if in_sight or not self.reads_on:
                self.highlighted = (in_sight or self._enabled)[0]
            else:
                self._scroll(1)
        elif self.highlighted != self._enabled[-1]:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the option before; from the first one, back to what is read above."""
        in_sight = self._in_sight
        if self.highlighted is None and in_sight:
            self.highlighted = in_sight[-1]
        elif self.highlighted is None or self.highlighted == self._enabled[0]:
            self._scroll(-1)
        else:
            super().action_cursor_up()

    def action_page_down(self) -> None:
        """Show the next screen of them."""
        self._leaf(1)

    def action_page_up(self) -> None:
        """Show the screen of them before."""
        self._leaf(-1)

    @property
    def _enabled(self) -> list[int]:
        """The rows of what can be chosen now."""
        return [row for row, option in enumerate(self.options) if not option.disabled]

    @property
    def _in_sight(self) -> list[int]:
        """The rows of what can be chosen now and begins in sight."""
        return [row for row in self._enabled if self._is_in_sight(self._row_of(row))]

    def _leaf(self, by: int) -> None:
        """Scroll what the list stands in by a screen; the cursor comes along, if it can."""
        around = self._around
        if around is None:
            return
        self._scroll(by * around.scrollable_content_region.height)
        rows = self._in_sight
        if self.highlighted is not None and self.highlighted not in rows:
            self.highlighted = (rows[0] if by > 0 else rows[-1]) if rows else None

    def _scroll(self, by: int) -> None:
        around = self._around
        if around is not None:
            around.scroll_to(y=around.scroll_y + by, animate=False, immediate=True)

    # -- where it is --------------------------------------------------------------------------

    @property
    def _around(self) -> VerticalScroll | None:
        """What the list stands in and is scrolled with, if anything."""
        around = (part for part in self.ancestors if isinstance(part, VerticalScroll))
        return next(around, None)

    def _row_of(self, index: int) -> int:
        """Return the row of what it stands in at which an option begins."""
        self._update_lines()  # Textual's own, as is what it counts
        around = self._around
        row = self._index_to_line.get(index, 0)
        return row if around is None else row + row_of(self, around)

    @property
    def begins(self) -> Iterator[int]:
        """The rows of the list at which an option begins."""
        self._update_lines()
        for index, option in enumerate(self.options):
            if option.id is not None:
                yield self._index_to_line.get(index, 0)

    def _is_in_sight(self, row: int) -> bool:
        around = self._around
        if around is None:
            return True
        height = around.scrollable_content_region.height
        return around.scroll_y <= row < around.scroll_y + height

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Mark the option, and bring it in sight of whatever the list stands in."""
        super().watch_highlighted(highlighted)
        before, self._marked = self._marked, highlighted
        for row in {before, highlighted} - {None}:
            if row is not None and row < self.option_count:
                self._draw(row)
        if any(option.line for option in self._shown):
            self.refresh(layout=True)
        self.post_message(self.Changed())
        if highlighted is not None and self.is_mounted:
            self.show_cursor()

    def first_row(self, first: int) -> int:
        """Return the row nearest to `first` with which the cursor is in sight, if there is one."""
        around, highlighted = self._around, self.highlighted
        if around is None or highlighted is None:
            return first
        height = around.scrollable_content_region.height
        row = self._row_of(highlighted)
        least = max(0, row + self._heights.get(highlighted, 1) - height)
        now = round(around.scroll_y) if least else first
        return max(least, min(row, now))

    def show_cursor(self) -> None:
        """Bring the option with the cursor in sight."""
        around, highlighted = self._around, self.highlighted
        if around is not None and highlighted is not None and around.allow_vertical_scroll:
            row = self._row_of(highlighted)
            region = Region(0, row, 1, self._heights.get(highlighted, 1))
            around.scroll_to_region(region, animate=False, immediate=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which one it is."""
        event.stop()
        if event.option.id is not None:
            self.post_message(self.Picked(int(event.option.id)))

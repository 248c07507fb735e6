"""A list to go through by arrows, digits and first letters; nothing in it is chosen beforehand."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from workshop.cards.choice import Deed, Option
from workshop.tui.text import literal
from workshop.tui.widgets.lines import ELSEWHERE, HERE
from workshop.tui.widgets.place import PlaceChosen
from workshop.words import _


class Choices(OptionList):
    """Options in groups, each with its number; what cannot be chosen now says why.

    A digit or a first letter goes to an option; Enter or a click chooses it.
    """

    class Picked(PlaceChosen):
        """An option was chosen."""

    ALLOW_SELECT = False

    def __init__(self, id: str) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self._shown: tuple[Option[Deed], ...] = ()

    def say(self, options: Sequence[Option[Deed]]) -> None:
        """Show `options`; where they are the same as before, the cursor stays."""
        if tuple(options) == self._shown:
            return
        self._shown = tuple(options)
        rows: list[Row] = []
        under = ""
        for place, option in enumerate(options):
            if option.under != under:
                under = option.under
                head = literal(f"\n{under}" if rows else under).stylize("bold")
                rows.append(Row(head, disabled=True))
            told = self._told(place, here=False)
            rows.append(Row(told, str(place), disabled=bool(option.why_not)))
        self.set_options(rows)
        self.highlighted = None  # nothing is chosen for anybody

    def _told(self, place: int, *, here: bool) -> Content:
        option = self._shown[place]
        told = f"{HERE if here else ELSEWHERE}{place + 1}  {option.label}"
        if option.why_not:
            told += "\n" + ELSEWHERE + _("Not now: {why}").format(why=option.why_not)
        return literal(told)

    def on_key(self, event: events.Key) -> None:
        """Go to the option of this number, or to the next one that begins with this letter."""
        character = event.character or ""
        if character.isdecimal():
            found = [place for place in range(len(self._shown)) if str(place + 1) == character]
        elif character.isalpha():
            found = self._beginning_with(character)
        else:
            return
        event.stop()
        for place in found:
            if not self._shown[place].why_not:
                self.highlighted = self.get_option_index(str(place))
                return

    def _beginning_with(self, letter: str) -> list[int]:
        """Return the places of options that begin with `letter`, those after the cursor first."""
        row = self.highlighted_option
        here = int(row.id) if row is not None and row.id else -1
        places = [*range(here + 1, len(self._shown)), *range(here + 1)]
        wanted = letter.casefold()
        return [one for one in places if self._shown[one].label.casefold().startswith(wanted)]

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Mark the option, and bring it in sight of whatever the list stands in."""
        super().watch_highlighted(highlighted)
        for index, option in enumerate(self.options):
            if option.id is not None:
                told = self._told(int(option.id), here=index == highlighted)
                if option.prompt != told:
                    self.replace_option_prompt_at_index(index, told)
        part: Widget = self
        if highlighted is None or not self.is_mounted:
            return
        self._update_lines()  # Textual's own, as are the two that it counts
        row = self._index_to_line.get(highlighted)
        while row is not None and isinstance(part.parent, Widget):
            row += part.virtual_region.y
            part = part.parent
            if part.allow_vertical_scroll:
                region = Region(0, row, 1, self._heights[highlighted])
                part.scroll_to_region(region, animate=False, immediate=True)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which one it is."""
        event.stop()
        if event.option.id is not None:
            self.post_message(self.Picked(int(event.option.id)))

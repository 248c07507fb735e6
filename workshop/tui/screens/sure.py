"""A screen on which what loses or ends something is pressed twice: the button asks once more."""

from textual import events
from textual.widgets import Button, OptionList

from workshop.tui.screens.room import Room
from workshop.tui.widgets.answers import Answers


class Sure(Room):
    """Lets a button say "End it, really" at the first press, until anything else is done."""

    _sure: int | None = None
    """The button that was pressed once."""

    def surely(self, place: int) -> str:  # noqa: ARG002  most can be mended
        """Return what button number `place` says at its second press; empty where one does it."""
        return ""

    def rename(self, place: int, label: str) -> None:
        """Let a button say something else."""
        self.query_one(Answers).rename(place, label)

    def asks_again(self, place: int) -> bool:
        """Ask for a second press, where the first one would lose or end something."""
        surely = self.surely(place)
        if not surely or self._sure == place:
            return False
        self.take_back()
        self._sure = place
        self.rename(place, surely)
        return True

    def take_back(self) -> None:
        """Forget the first press, since something else was done."""
        if self._sure is not None:
            self.rename(self._sure, self.labels()[self._sure])
            self._sure = None

    def note_key(self, key: str) -> None:
        """Forget a first press at any other key, also at one that is typed into a field."""
        if key != "enter":
            self.take_back()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Forget a first press once the focus is elsewhere."""
        if isinstance(event.widget, Button | OptionList):
            self.take_back()

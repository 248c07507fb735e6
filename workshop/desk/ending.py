"""How it ends, and what is read last: at a workshop that is saved, or where nothing is."""

from pathlib import Path
from shlex import quote
from typing import Protocol

from workshop.cards.choice import Farewell
from workshop.core.days import with_weekday
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.evening import Evening
from workshop.words import _, plural


class Ending(Protocol):
    """How what a Desk is open over ends.

    Attributes:
        line_by_line: whether it is asked line by line here: so it goes on the next time.
    """

    line_by_line: bool

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def asks_how(self) -> bool:
        """Whether there are ways to stop; else leaving ends it at once."""

    def ended(self, evening: Evening) -> Farewell | None:
        """Return what is read last where it is over by itself; None while it goes on."""

    def stopped(self, evening: Evening, *, saved: bool) -> Farewell:
        """Return what is read last where they stop.

        Args:
            evening: how far they are.
            saved: whether everything is on disk.
        """


class AtWorkshop:
    """The end at a workshop that is saved."""

    asks_how = True

    def __init__(self, workshop: OpenWorkshop, usual: Path | None) -> None:
        """Know where they are.

        Args:
            workshop: the workshop.
            usual: where a command looks for workshops when nobody names a folder.
        """
        self._workshop, self._usual = workshop, usual
        self.line_by_line = False

    @property
    def path(self) -> Path:
        """The workshop's folder."""
        return self._workshop.folder.path

    def ended(self, evening: Evening) -> Farewell | None:
        """Return what is read last where the evening is over; None while it goes on."""
        if not evening.over:
            return None
        if evening.over != "closed":
            return self._said(evening, "")
        closed, gone = self._workshop.said.closed, self._workshop.evening.gone
        said = plural(
            "The notes of {count} exercise were not there any more, so nothing of it is kept.",
            "The notes of {count} exercises were not there any more, so nothing of them is kept.",
            gone,
        )
        return self._said(evening, f"{closed} {said}" if gone else closed)

    def stopped(self, evening: Evening, *, saved: bool) -> Farewell:
        """Return what is read last where they stop."""
        if saved:
            return self._said(evening, _("It is saved."))
        return self._said(evening, _("The last answer could not be saved."), saved=False)

    def _said(self, evening: Evening, line: str, *, saved: bool = True) -> Farewell:
        if self._workshop.saved.guided:
            return self._neutral(line, saved=saved)
        command = f"workshop resume {quote(self.path.name)}"
        if self.path.parent != self._usual:
            command += f" --data {quote(str(self.path.parent))}"
        if self.line_by_line:
            command += " --plain"
        where = _("Your files are in {path}").format(path=self.path)
        go_on = _("Next time: {command}").format(command=command)
        again = ""
        if evening.over == "closed" and (day := evening.next_evening) is not None:
            again = _("You will sit down again on {day}.").format(day=with_weekday(day))
        help_ = self._workshop.words.closing.help
        lines = (line, again, help_, where, go_on if saved else "")
        return Farewell(tuple(said for said in lines if said), saved=saved)

    def _neutral(self, line: str, *, saved: bool) -> Farewell:
        """Return what is read last at a guide's machine: no name, no label, no day, no way back."""
        nobody = _("This page is the same after every session, and names nobody.")
        lines = (line, nobody, self._workshop.words.closing.help)
        return Farewell(tuple(said for said in lines if said), saved, home=False, neutral=True)

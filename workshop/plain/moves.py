"""Moves rows by typed numbers, and reads the words that come of it before they are taken."""

from collections.abc import Callable, Sequence

from workshop.cards.moves import row_in_words, standing, whose_is
from workshop.core.people import other
from workshop.core.turns import Moving
from workshop.core.turns.moving import Whose, moved_on
from workshop.core.turns.reply import Moved
from workshop.plain import typing
from workshop.plain.terminal import Terminal
from workshop.words import _


class Moves:
    """The rows of one turn, of which each number moves one on."""

    def __init__(self, terminal: Terminal, turn: Moving, start: Moved | None) -> None:
        """Begin with whose the rows are now, or as they are proposed."""
        self._terminal, self._turn = terminal, turn
        self._whose: list[Whose] = list((start or turn.proposed).whose)

    def moved(self, keep: Callable[[Moved], None]) -> Moved:
        """Return whose each row is, once whoever moved them has heard the words.

        `keep` is told after each line that was typed.
        """
        while True:
            self._by_numbers(keep)
            say = self._terminal.say
            say(_("The words that come of it:"))
            say(self._turn.in_words(self._now) or _("Nobody has any of these."), indent="  | ")
            if typing.number(self._terminal, [_("Done"), _("Move more")]) == 0:
                return self._now

    @property
    def _now(self) -> Moved:
        return Moved(whose=tuple(self._whose))

    def _list(self, places: Sequence[int] = ()) -> None:
        """Say whose each row is, or those in `places` alone."""
        for place in places or range(len(self._whose)):
            row, whose = self._turn.rows[place], whose_is(self._turn, self._whose[place])
            self._terminal.say(f"  {place + 1}: {row_in_words(row)}: {whose}")

    def _by_numbers(self, keep: Callable[[Moved], None]) -> None:
        """Move rows on, for as long as numbers are typed."""
        names = self._turn.names
        how = _(
            "Type the number of a row to move it on, several with spaces: to {first}, to {second},"
            " to both by turns. Enter alone: no more."
        )
        first = self._turn.first
        self._terminal.say(how.format(first=names[first], second=names[other(first)]))
        self._list()
        while numbers := typing.numbers(self._terminal, len(self._whose), self._list):
            for place in (number - 1 for number in numbers):
                self._whose[place] = moved_on(self._whose[place])
            keep(self._now)
            self._list(sorted({number - 1 for number in numbers}))
            self._terminal.say(standing(self._turn, self._now))

"""Marks a list by typed numbers: rates it, ticks, ranks, gives points. Nothing is guessed."""

from typing import assert_never

from workshop.core.reply import Marked, Picked, Pointed, Ranked, Rated
from workshop.core.turn import Pick, Points, Rank, Rate
from workshop.desk.marks import in_words
from workshop.plain import typing
from workshop.plain.terminal import Terminal
from workshop.words import _

LARGEST = 3
"""How many digits a number may have."""


class Marking:
    """One list that is marked.

    What was typed for it stays in `lines`, so that it can be gone on with after a command.
    """

    def __init__(self, terminal: Terminal, lines: list[str], done: str) -> None:
        """Begin, or go on.

        Args:
            terminal: where it is typed.
            lines: what was typed and taken so far, added to in place.
            done: what says that it is right.
        """
        self._terminal, self._lines, self._done = terminal, lines, done
        self._at = 0

    def marked(self, turn: Rate | Pick | Rank | Points) -> Marked:
        """Return how the list is marked, once whoever did it has looked at it again."""
        say = self._terminal.say
        while True:
            marked = self._once(turn)
            words = in_words(turn, marked)
            say(_("This is what you have:") if words else _("You have marked nothing."))
            if words:
                say(words, indent="  | ")
            if typing.number(self._terminal, [self._done, _("Begin it again")]) == 0:
                return marked
            self._lines.clear()
            self._at = 0

    def _once(self, turn: Rate | Pick | Rank | Points) -> Marked:
        match turn:
            case Rate():
                return self._rated(turn)
            case Pick():
                return self._picked(turn)
            case Rank():
                return self._ranked(turn)
            case Points():
                return self._pointed(turn)
            case _:
                assert_never(turn)

    def _rated(self, turn: Rate) -> Rated:
        columns: list[list[int]] = []
        for scale in turn.scales:
            self._say(scale.question)
            for number, option in enumerate(scale.options, start=1):
                self._say(f"  {number}: {option}")
            self._say(_("A number for each; Enter alone leaves it empty."))
            most = len(scale.options)
            columns.append([self._number(item, most, empty=True) for item in turn.items])
        return Rated(answers=tuple(zip(*columns, strict=True)))

    def _picked(self, turn: Pick) -> Picked:
        self._list(turn.items)
        if turn.count < len(turn.items):
            how = _(
                "Type the numbers that you tick, with spaces between, {count} at the most; Enter"
                " alone ticks none."
            )
        else:
            how = _("Type the numbers that you tick, with spaces between; Enter alone ticks none.")
        self._say(how.format(count=turn.count))
        while True:
            numbers = self._numbers(len(turn.items))
            picked = Picked(ticks=tuple(sorted(set(numbers))))
            if (missing := turn.missing(picked)) is None:
                return picked
            self._not_taken(missing)

    def _ranked(self, turn: Rank) -> Ranked:
        self._list(turn.items)
        self._say(_("Type all the numbers, the best first, with spaces between."))
        while True:
            numbers = self._numbers(len(turn.items))
            twice = next((n for n in numbers if numbers.count(n) > 1), None)
            if twice is not None:
                self._not_taken(_("{number} stands there twice.").format(number=twice))
                continue
            ranked = Ranked(order=tuple(numbers))
            if (missing := turn.missing(ranked)) is None:
                return ranked
            self._not_taken(missing)

    def _pointed(self, turn: Points) -> Pointed:
        if turn.total is None:
            self._say(_("A number from 0 to {most} for each.").format(most=turn.most))
        else:
            self._say(
                _("{total} points in all, whole numbers; 0 is fine.").format(total=turn.total)
            )
        points: list[int] = []
        for item in turn.items:
            ask = item
            if turn.total is not None:
                left = turn.total - sum(points)
                ask = _("{item} ({left} left)").format(item=item, left=left)
            points.append(self._number(ask, turn.most, empty=False))
        while (missing := turn.missing(Pointed(points=tuple(points)))) is not None:
            self._say(missing)
            self._list([f"{item}: {n}" for item, n in zip(turn.items, points, strict=True)])
            self._say(_("Which one do you change?"))
            place = self._number("", len(turn.items), empty=False, least=1) - 1
            points[place] = self._number(turn.items[place], turn.most, empty=False)
        return Pointed(points=tuple(points))

    # -- lines --------------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        """Say it, unless it was answered before."""
        if self._at >= len(self._lines):
            self._terminal.say(text)

    def _list(self, items: tuple[str, ...] | list[str]) -> None:
        for number, item in enumerate(items, start=1):
            self._say(f"  {number}: {item}")

    def _line(self) -> str:
        """Return the next line: one from before, or a new one."""
        if self._at == len(self._lines):
            self._lines.append(self._terminal.line().strip())
        self._at += 1
        return self._lines[self._at - 1]

    def _not_taken(self, sentence: str) -> None:
        """Forget the last line, and say why."""
        self._at -= 1
        del self._lines[self._at :]
        self._terminal.say(sentence)

    def _number(self, ask: str, most: int, *, empty: bool, least: int = 0) -> int:
        """Ask for one number until one is given; 0 for an empty line where that may be."""
        if ask:
            self._say(ask + ":")
        least = 1 if empty else least
        while True:
            line = self._line()
            if not line and empty:
                return 0
            if _is_number(line) and least <= int(line) <= most:
                return int(line)
            self._not_taken(
                _("Type a number from {least} to {most}.").format(least=least, most=most)
            )

    def _numbers(self, most: int) -> list[int]:
        """Ask for numbers of a list until they are some."""
        while True:
            parts = self._line().replace(",", " ").split()
            if all(_is_number(part) and 1 <= int(part) <= most for part in parts):
                return [int(part) for part in parts]
            self._not_taken(
                _("Type numbers from 1 to {most}, with spaces between.").format(most=most)
            )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LARGEST

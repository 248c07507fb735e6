"""Marks a list by typed numbers: rates it, ticks, ranks, gives points. Nothing is guessed.

Any one mark can be changed before the list is sealed; `:back` goes one row back. What was marked is
never dropped without asking.
"""

from collections.abc import Callable, Sequence
from typing import assert_never

from workshop.cards.marks import blank
from workshop.core.turns import Listed, Pick, Points, Rank, Rate
from workshop.core.turns.rank import ordinal
from workshop.core.turns.reply import Marked, Picked, Pointed, Ranked, Rated
from workshop.plain import typing
from workshop.plain.aloud import hear_it
from workshop.plain.commands import Command
from workshop.plain.terminal import Terminal, as_heading
from workshop.words import _


class Marking:
    """One list that is marked.

    The marks stay in `cells`, so that they can be gone on with after a command: one for each row of
    each scale, or one line with the numbers of what is ticked or put in order.
    """

    def __init__(
        self,
        terminal: Terminal,
        cells: list[str],
        done: str,
        aloud: Callable[[Sequence[str]], None] | None = None,
    ) -> None:
        """Begin, or go on.

        Args:
            terminal: where it is typed.
            cells: what was typed and taken so far, changed in place.
            done: what says that it is right.
            aloud: reads lines back, where that is asked for; they are always read when None.
        """
        self._terminal, self._cells, self._done, self._aloud = terminal, cells, done, aloud

    def marked(self, turn: Listed) -> Marked:
        """Return how the list is marked, once whoever did it has looked at it again."""
        labels = [self._done, _("Change one of them"), _("Begin it again")]
        if self._aloud is not None:
            labels.append(hear_it())
        while True:
            self._fill(turn)
            marked = self._read(turn)
            if self._aloud is None:
                self._terminal.say(_("This is what you have:"))
                for line in _told(turn, marked):
                    self._terminal.say(line, indent="  | ")
            else:
                self._terminal.say(_("The list is done."))
            try:
                chosen = typing.number(self._terminal, labels)
            except Command as command:
                if command.name != "back":
                    raise
                chosen = 1
            if chosen == 0:
                return marked
            if chosen == 1:
                self._change_one(turn, marked)
            elif chosen == 3 and self._aloud is not None:
                self._aloud(_told(turn, marked))
            elif typing.really(self._terminal, _("Begin again, and drop these marks?")):
                self._cells.clear()

    # -- row by row ---------------------------------------------------------------------------

    def _fill(self, turn: Listed) -> None:
        """Ask for what is not marked yet."""
        match turn:
            case Rate():
                self._rows(turn, len(turn.scales) * len(turn.items))
            case Points():
                self._rows(turn, len(turn.items))
                self._balance(turn)
            case Pick() | Rank():
                self._line(turn)
            case _:
                assert_never(turn)

    def _rows(self, turn: Rate | Points, rows: int) -> None:
        explained = -1
        while len(self._cells) < rows:
            row = len(self._cells)
            if row // len(turn.items) != explained:
                explained = row // len(turn.items)
                self._explain(turn, row)
            try:
                self._cells.append(self._cell(turn, row))
            except Command as command:
                if command.name != "back" or not self._cells:
                    raise  # before the first row it means the answer before this one
                self._cells.pop()

    def _explain(self, turn: Rate | Points, row: int) -> None:
        """Say what is asked of the rows from this one on."""
        say = self._terminal.say
        if isinstance(turn, Rate):
            scale = turn.scales[row // len(turn.items)]
            say(as_heading(scale.question))
            self._numbered(scale.options)
            say(_("A number for each; Enter alone leaves it empty. `:back` goes one back."))
        elif turn.total is None:
            how = _("A number from {least} to {most} for each. `:back` goes one back.")
            say(how.format(least=turn.least, most=turn.most))
        else:
            say(
                _("{total} points in all, whole numbers; 0 is fine. `:back` goes one back.").format(
                    total=turn.total
                )
            )

    def _cell(self, turn: Rate | Points, row: int) -> str:
        """Ask for one row until it can be taken."""
        rows = len(turn.items) * (len(turn.scales) if isinstance(turn, Rate) else 1)
        item = turn.items[row % len(turn.items)]
        item = _("{row} of {rows}: {item}").format(row=row + 1, rows=rows, item=item)
        if isinstance(turn, Rate):
            options = turn.scales[row // len(turn.items)].options
            return self._number(item, 1, len(options), empty=True, options=options)
        if turn.total is not None:
            others = sum(int(n) for place, n in enumerate(self._cells) if place != row)
            left = turn.total - others
            if row < len(self._cells):
                said = _("{item} (now {now}, up to {left})")
                item = said.format(item=item, now=self._cells[row], left=max(0, left))
            else:
                item = _("{item} ({left} left)").format(item=item, left=max(0, left))
        return self._number(item, turn.least, turn.most, empty=False)

    def _balance(self, turn: Points) -> None:
        """Change points one by one until they can be taken."""
        row = len(self._cells) - 1
        while missing := turn.missing(_pointed(self._cells)):
            which = _("Which one would you change? `:back` is for the last one.")
            self._terminal.say(f"{missing} {which}")
            for number, (item, n) in enumerate(zip(turn.items, self._cells, strict=True), 1):
                self._terminal.say(f"  {number}: {item}" + ("" if self._aloud else f": {n}"))
            try:
                row = int(self._number("", 1, len(turn.items), empty=False)) - 1
            except Command as command:
                if command.name != "back":
                    raise
            self._cells[row] = self._cell(turn, row)

    def _number(
        self, ask: str, least: int, most: int, *, empty: bool, options: Sequence[str] = ()
    ) -> str:
        """Ask for one number until one is given; "" for an empty line where that may be.

        What the numbers mean, `options`, is said again where none of them was typed.
        """
        if ask:
            self._terminal.say(ask + ":")
        while True:
            with self._terminal.asking(ask + ":" if ask else "", beside=True):
                line = self._terminal.line().strip()
            if (not line and empty) or (typing.is_number(line) and least <= int(line) <= most):
                return line
            told = _("Type a number from {least} to {most}.").format(least=least, most=most)
            self._terminal.say(told)
            self._numbered(options)
            if ask:
                self._terminal.say(ask + ":")

    def _numbered(self, options: Sequence[str]) -> None:
        for number, option in enumerate(options, start=1):
            self._terminal.say(f"  {number}: {option}")

    # -- all at once --------------------------------------------------------------------------

    def _line(self, turn: Pick | Rank) -> None:
        """Ask for the numbers of what is ticked, or of all in their order, until they fit."""
        if self._cells:
            return
        say = self._terminal.say
        if isinstance(turn, Pick) and len(turn.items) == 1:
            how = _("Type 1 to tick it; Enter alone leaves it unticked.")
        elif isinstance(turn, Rank):
            how = _("Type all the numbers, the best first, with spaces between.")
        elif turn.count < len(turn.items):
            how = _(
                "Type the numbers that you tick, with spaces between, {count} at the most; Enter"
                " alone ticks none."
            ).format(count=turn.count)
        else:
            how = _("Type the numbers that you tick, with spaces between; Enter alone ticks none.")
        say(how)
        self._numbered(turn.items)
        while True:
            numbers = typing.numbers(
                self._terminal, len(turn.items), lambda: self._numbered(turn.items)
            )
            twice = next((n for n in numbers if numbers.count(n) > 1), None)
            if twice is not None and isinstance(turn, Rank):
                say(_("{number} stands there twice.").format(number=twice))
            elif missing := turn.missing(_listed(turn, numbers)):
                say(missing)
            else:
                self._cells[:] = [" ".join(map(str, numbers))]
                return

    # -- what is there ------------------------------------------------------------------------

    def _read(self, turn: Listed) -> Marked:
        """Return what the cells say."""
        match turn:
            case Rate():
                rows = len(turn.items)
                numbers = [int(cell or 0) for cell in self._cells]
                columns = [numbers[at : at + rows] for at in range(0, len(numbers), rows)]
                return Rated(answers=tuple(zip(*columns, strict=True)))
            case Points():
                return _pointed(self._cells)
            case Pick() | Rank():
                return _listed(turn, [int(number) for number in self._cells[0].split()])
            case _:
                assert_never(turn)

    def _change_one(self, turn: Listed, marked: Marked) -> None:
        """Change one mark; all the others stay."""
        say = self._terminal.say
        try:
            match turn:
                case Rate() | Points():
                    say(_("Which one? Type its number."))
                    row = int(self._number("", 1, len(self._cells), empty=False)) - 1
                    if isinstance(turn, Rate):
                        self._explain(turn, row)
                    self._cells[row] = self._cell(turn, row)
                case Pick():
                    say(_("Which one? Its number ticks it, or takes the tick back."))
                    row = int(self._number("", 1, len(turn.items), empty=False))
                    assert isinstance(marked, Picked)
                    ticks = sorted({*marked.ticks} ^ {row})
                    if missing := turn.missing(_listed(turn, ticks)):
                        say(missing)
                    else:
                        self._cells[0] = " ".join(map(str, ticks))
                case Rank():
                    say(_("Which one? Type its number in this order."))
                    row = int(self._number("", 1, len(turn.items), empty=False))
                    place = self._number(_("Its new place"), 1, len(turn.items), empty=False)
                    order = self._cells[0].split()
                    order.insert(int(place) - 1, order.pop(row - 1))
                    self._cells[0] = " ".join(order)
                case _:
                    assert_never(turn)
        except Command as command:
            if command.name != "back":
                raise


def _told(turn: Listed, marked: Marked) -> list[str]:
    """Return every row with its number, also those that were left empty."""
    match marked:
        case Rated(answers=answers) if isinstance(turn, Rate):
            lines: list[str] = []
            number = 0
            for column, scale in enumerate(turn.scales):
                lines.append(as_heading(scale.question))
                for item, row in zip(turn.items, answers, strict=True):
                    number += 1
                    said = scale.options[row[column] - 1] if row[column] else blank()
                    lines.append(f"{number}: {item}: {said}")
            return lines
        case Pointed(points=points):
            rows = zip(turn.items, points, strict=True)
            return [f"{n}: {item}: {p}" for n, (item, p) in enumerate(rows, 1)]
        case Ranked(order=order):
            return [f"{ordinal(n)} {turn.items[one - 1]}" for n, one in enumerate(order, 1)]
        case Picked(ticks=ticks):
            ticked, left = _("ticked"), _("not ticked")
            return [
                f"{n}: {item}: {ticked if n in ticks else left}"
                for n, item in enumerate(turn.items, 1)
            ]
        case _:
            raise AssertionError  # a list is read as it was asked


def _pointed(cells: list[str]) -> Pointed:
    return Pointed(points=tuple(int(cell) for cell in cells))


def _listed(turn: Pick | Rank, numbers: list[int]) -> Picked | Ranked:
    if isinstance(turn, Rank):
        return Ranked(order=tuple(numbers))
    return Picked(ticks=tuple(sorted(set(numbers))))

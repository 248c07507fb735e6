"""What becomes of turns that a guide leaves out: a turn that one of them had, the other has too."""

from datetime import date
from typing import cast

from workshop.core.people import BySide, Pair, Side, other
from workshop.core.turns import AnyCompound, AnyTurn, Shown, Turn
from workshop.core.turns.reply import DONE, EMPTY, Empty, Held, Reply, Stored

A_DAY = date(2000, 1, 1)
"""Nothing is agreed where both pass, so no day matters."""
Role = tuple[type[Turn], tuple[str, ...]]
"""What a turn is for in its step: its kind, and its id without step, rounds and attempts."""


class Had:
    """The turns that each of the two had in one step, by what they are for."""

    def __init__(self) -> None:
        self._turns: dict[Role, dict[Side, int]] = {}

    def note(self, turn: AnyTurn) -> None:
        """Note that `turn` was answered."""
        if _is_ones(turn):
            assert turn.holder is not None
            of_role = self._turns.setdefault(_role(turn), {"left": 0, "right": 0})
            of_role[turn.holder] += 1

    def owes(self, turn: AnyTurn) -> bool:
        """Whether the other had such a turn, and the holder of this one did not."""
        if not _is_ones(turn):
            return False
        assert turn.holder is not None
        if turn.id.last == "extra":  # as much time as the other had more
            return True
        had = self._turns.get(_role(turn), {"left": 0, "right": 0})
        return had[turn.holder] < had[other(turn.holder)]


class Ones:
    """Who had the turns that only one of the two gets: they alternate.

    Where a guide leaves steps out, or lets them be done again, whoever had fewer has the next.
    """

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._turns: dict[Side, int] = {"left": 0, "right": 0}

    def note(self, turn: AnyTurn) -> None:
        """Note that `turn` was answered."""
        if turn.alone and turn.holder is not None:
            self._turns[turn.holder] += 1

    def before(self, usual: int) -> int:
        """Return a number of turns before the next one that gives it to whoever had fewer.

        Args:
            usual: how many there were, where both had as many.
        """
        first, second = self._turns[self._pair.first], self._turns[self._pair.second]
        return usual if first == second else int(first > second)


def _is_ones(turn: AnyTurn) -> bool:
    """Whether `turn` is one partner's, and the other has one like it in the same step."""
    return turn.holder is not None and not turn.alone and not isinstance(turn, AnyCompound)


def _role(turn: AnyTurn) -> Role:
    return type(turn), tuple(part for part in turn.id.parts[1:] if not part.isdigit())


def left_out(turn: AnyTurn) -> Stored:
    """Return what stands for the answer to a turn that nobody is asked: as if both passed."""
    if isinstance(turn, AnyCompound):
        one, two = (_settled(turn.part(side)) for side in (turn.first, other(turn.first)))
        held = BySide.of(turn.first, cast("Held", one), cast("Held", two))
        return turn.outcome(held, A_DAY)
    return cast("Stored", _settled(turn))


def passed_over(turn: Shown) -> Reply:
    """Return what stands for a turn that nobody is asked: a pass, where it can be passed."""
    return EMPTY if Empty in turn.takes else DONE


def _settled(turn: Shown) -> Reply:
    return turn.settled(passed_over(turn))

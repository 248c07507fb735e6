"""The division of burdens: whole tasks, so that neither carries more than their part of the load.

Leximin over all splits, exactly, for up to sixteen tasks. Exact fractions, no floats.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshop.core.division import Division, check_numbers
from workshop.core.order import turn_order
from workshop.errors import Unsuited
from workshop.words import _

EXACT = 16
"""How many tasks are divided exactly: 65,536 splits."""


@dataclass(frozen=True)
class ChoresDivision(Division):
    """A division of whole tasks. Values are parts of one's own total burden, from 0 to 1.

    Attributes:
        target_left: the part of the load that the left one should carry.
        by_turns: the tasks beyond the heaviest sixteen, which went by turns.
    """

    target_left: Fraction
    by_turns: tuple[str, ...] = ()

    def certificate(self, left: str = "", right: str = "") -> tuple[str, ...]:
        """Return the sums, what they were meant to be, and in what sense they are the best."""
        own = (
            (
                left or _("The left one"),
                self.left,
                self.numbers_left,
                self.value_left,
                self.target_left,
            ),
            (
                right or _("The right one"),
                self.right,
                self.numbers_right,
                self.value_right,
                1 - self.target_left,
            ),
        )
        lines = [
            _(
                "By {name}'s numbers: {sum} = {load}. All tasks together: {total}. The aim was"
                " {target} of that."
            ).format(
                name=name,
                sum=" + ".join(f"{task} {weights[task]}" for task in tasks if self._weighs(task))
                or "0",
                load=sum(weights[task] for task in tasks),
                total=sum(weights.values()),
                target=_part(target),
            )
            for name, tasks, weights, value, target in own
        ]
        lines += [
            _("{item}: both gave it 0. It is in nobody's part.").format(item=task)
            for task in self.numbers_left
            if not self._weighs(task)
        ]
        if not self.by_turns:
            lines.append(
                _(
                    "All ways to hand out whole tasks were compared. None comes closer to the aim"
                    " for whoever carries more."
                )
            )
        else:
            lines.append(
                _(
                    "That is more than {most} tasks: the lightest went by turns ({tasks}), then"
                    " all ways to hand out the heaviest {most} were compared."
                ).format(most=EXACT, tasks=", ".join(self.by_turns))
            )
        return tuple(lines)

    def _weighs(self, task: str) -> bool:
        """Whether either gave it more than 0."""
        return bool(self.numbers_left[task] or self.numbers_right[task])


def _part(part: Fraction) -> str:
    """Return a part of something as people say it."""
    said = {
        Fraction(1, 2): _("half"),
        Fraction(1, 3): _("a third"),
        Fraction(2, 3): _("two thirds"),
    }
    return said.get(part, str(part))


def fair_chores(
    weights_left: Mapping[str, int],
    weights_right: Mapping[str, int],
    target_left: Fraction = Fraction(1, 2),
) -> ChoresDivision:
    """Return the division of whole tasks in which who carries more carries as little as can be.

    Carried is value ÷ target: one's own burden as a part of one's own total, beside the part that
    was meant. The larger of the two is as small as it can be, then the smaller one (leximin). Ties
    go to the left one's favour. Beyond 16 tasks the lightest go by turns in balanced order, and
    the heaviest 16 are divided exactly on top of those.

    Args:
        weights_left: task → whole burden from 0; not all 0.
        weights_right: the same, for the same tasks.
        target_left: the part of the load that the left one should carry, between 0 and 1.

    Raises:
        Unsuited: fewer than 2 tasks, other tasks, a burden that is not whole or negative, all of
            them 0, or a target that is not between 0 and 1; names the task.
    """
    check_numbers(weights_left, weights_right)
    for weights in (weights_left, weights_right):
        if not any(weights.values()):
            first = next(iter(weights))
            raise Unsuited(
                _(
                    "{item}, and all the others: somebody gave each of them 0. Give at least one"
                    " of them more."
                ).format(item=first)
            )
    target = Fraction(target_left)
    if not 0 < target < 1:
        raise Unsuited(
            _("A part of the load is between 0 and 1, such as 1/2; {target} is not.").format(
                target=target
            )
        )
    # Whole numbers in place of value ÷ target; which of two is larger stays the same.
    total_left, total_right = sum(weights_left.values()), sum(weights_right.values())
    by_left = total_right * (target.denominator - target.numerator)
    by_right = total_left * target.numerator
    burdens = {
        task: (weights_left[task] * by_left, weights_right[task] * by_right)
        for task in weights_left
    }
    heaviest = sorted(burdens, key=lambda task: -sum(burdens[task]))
    searched, by_turns = heaviest[:EXACT], heaviest[EXACT:]
    mine = {
        task
        for task, who in zip(by_turns, turn_order(len(by_turns), "left"), strict=True)
        if who == "left"
    }
    base = (
        sum(burdens[task][0] for task in by_turns if task in mine),
        sum(burdens[task][1] for task in by_turns if task not in mine),
    )
    carried = [task for task in searched if any(burdens[task])]  # else it changes no load
    mine |= _lightest(carried, burdens, base)
    left = [task for task in weights_left if task in mine]
    right = [task for task in weights_left if task not in mine]
    return ChoresDivision(
        left=dict.fromkeys(left, Fraction(1)),
        right=dict.fromkeys(right, Fraction(1)),
        value_left=Fraction(sum(weights_left[task] for task in left), total_left),
        value_right=Fraction(sum(weights_right[task] for task in right), total_right),
        split=None,
        numbers_left=dict(weights_left),
        numbers_right=dict(weights_right),
        target_left=target,
        by_turns=tuple(by_turns),
    )


def _lightest(
    tasks: Sequence[str], burdens: Mapping[str, tuple[int, int]], base: tuple[int, int]
) -> set[str]:
    """Return the left one's tasks in the leximin split; 2 ** len(tasks) splits are compared."""
    loads = [(base[0], base[1] + sum(burdens[task][1] for task in tasks))]
    for task in tasks:  # split number n: the left one has the tasks whose bits are set in n
        mine, theirs = burdens[task]
        loads += [(left + mine, right - theirs) for left, right in loads]
    best = min(range(len(loads)), key=lambda n: (max(loads[n]), min(loads[n]), loads[n][0], n))
    return {task for place, task in enumerate(tasks) if best >> place & 1}

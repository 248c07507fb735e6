"""The division of burdens: whole tasks, so that neither carries more than their part of the load.

Leximin over all splits, exactly, for up to sixteen tasks. Exact fractions, no floats.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from operator import add

from workshop.core.fairness.division import Division
from workshop.core.fairness.figures import in_words
from workshop.core.fairness.order import turn_order
from workshop.core.fairness.suited import check_numbers
from workshop.errors import Unsuited
from workshop.values import dataclass
from workshop.words import _

EXACT = 16
"""How many tasks are divided exactly: 65,536 splits."""
NEARLY_ALL = Fraction(3, 4)
"""A part above this is nearly everything."""


@dataclass(frozen=True)
class ChoresDivision(Division):
    """A division of whole tasks. Values are parts of one's own total burden, from 0 to 1.

    Attributes:
        target_left: the part of the load that the left one should carry.
        by_turns: the tasks beyond the heaviest sixteen, which went by turns.
        hours: how many hours a week each task takes, whoever does it; empty where nobody said.
    """

    target_left: Fraction
    by_turns: tuple[str, ...] = ()
    hours: Mapping[str, int] = field(default_factory=dict)

    @property
    def gives_nearly_all(self) -> bool:
        """Whether one of the two would carry nearly everything, by weight or by hours."""
        parts = [self.value_left, self.value_right]
        if total := sum(self.hours.values()):
            mine = sum(self.hours[task] for task in self.left)
            parts += [Fraction(mine, total), 1 - Fraction(mine, total)]
        return max(parts) > NEARLY_ALL

    def certificate(self, left: str = "", right: str = "") -> tuple[str, ...]:
        """Return the sums, what they were meant to be, and in what sense they are the best."""
        names = left or _("The left one"), right or _("The right one")
        weightless = [task for task in self.numbers_left if not self._weighs(task)]
        return (
            self._sum(names[0], self.left, self.numbers_left, self.target_left),
            self._sum(names[1], self.right, self.numbers_right, 1 - self.target_left),
            *self._hours_told(*names),
            *(
                _("{item}: both gave it 0. It is in nobody's part.").format(item=task)
                for task in weightless
            ),
            self._compared(),
        )

    def _sum(
        self, name: str, tasks: Iterable[str], weights: Mapping[str, int], target: Fraction
    ) -> str:
        """Return what somebody carries by their own numbers, and what was meant."""
        terms = " + ".join(f"{task} {weights[task]}" for task in tasks if self._weighs(task))
        return _(
            "By {name}'s numbers: {sum} = {load}. All tasks together: {total}. The aim was"
            " {target} of that."
        ).format(
            name=name,
            sum=terms or "0",
            load=sum(weights[task] for task in tasks),
            total=sum(weights.values()),
            target=in_words(target),
        )

    def _hours_told(self, left: str, right: str) -> tuple[str, ...]:
        """Return how many hours each has; nothing where nobody said how long a task takes."""
        if not self.hours:
            return ()
        said = _("Hours a week: {left} for {one}, {right} for {two}.").format(
            one=left,
            two=right,
            left=sum(self.hours[task] for task in self.left),
            right=sum(self.hours[task] for task in self.right),
        )
        return (said,)

    def _compared(self) -> str:
        """Return in what sense it is the best."""
        if not self.by_turns:
            return _(
                "All ways to hand out whole tasks were compared. None comes closer to the aim"
                " for the one who carries more."
            )
        return _(
            "That is more than {most} tasks: the lightest went by turns ({tasks}), then"
            " all ways to hand out the heaviest {most} were compared."
        ).format(most=EXACT, tasks=", ".join(self.by_turns))

    def _weighs(self, task: str) -> bool:
        """Whether either gave it more than 0."""
        return bool(self.numbers_left[task] or self.numbers_right[task])


def fair_chores(
    weights_left: Mapping[str, int],
    weights_right: Mapping[str, int],
    target_left: Fraction = Fraction(1, 2),
    hours: Mapping[str, int] | None = None,
) -> ChoresDivision:
    """Return the division of whole tasks in which who carries more carries as little as can be.

    Carried is value ÷ target: one's own burden as a part of one's own total, beside the part that
    was meant; and, where hours are given, one's hours as a part of all hours, in the same way: what
    is light for whoever is practised still takes its time. The largest of these is as small as it
    can be, then the next one (leximin). Ties go to the left one's favour. Beyond 16 tasks the
    lightest go by turns in balanced order, and the heaviest 16 are divided on top of those.

    Args:
        weights_left: task → whole burden from 0; not all 0.
        weights_right: the same, for the same tasks.
        target_left: the part of the load that the left one should carry, between 0 and 1.
        hours: task → whole hours a week from 0, for the same tasks, whoever does it; not all 0.
            None where nobody said.

    Raises:
        Unsuited: fewer than 2 tasks, other tasks, a burden or hours that are not whole or negative,
            all of them 0, or a target that is not between 0 and 1; names the task.
    """
    target = Fraction(target_left)
    _check(weights_left, weights_right, target, hours)
    burdens = _burdens(weights_left, weights_right, target, hours)
    heaviest = sorted(burdens, key=lambda task: -sum(map(sum, burdens[task])))
    searched, by_turns = heaviest[:EXACT], heaviest[EXACT:]
    mine = {
        task
        for task, who in zip(by_turns, turn_order(len(by_turns), "left"), strict=True)
        if who == "left"
    }
    carried = [task for task in searched if any(map(any, burdens[task]))]  # else it changes no load
    mine |= _lightest(carried, burdens, mine, set(by_turns) - mine)
    return _division(weights_left, weights_right, target, mine, tuple(by_turns), hours or {})


def _check(
    weights_left: Mapping[str, int],
    weights_right: Mapping[str, int],
    target: Fraction,
    hours: Mapping[str, int] | None,
) -> None:
    """Raise Unsuited unless these can be divided; see `fair_chores`."""
    check_numbers(weights_left, weights_right)
    if hours is not None:
        check_numbers(weights_left, hours)
    for weights in (weights_left, weights_right, *([hours] if hours is not None else [])):
        if not any(weights.values()):
            first = next(iter(weights))
            raise Unsuited(
                _(
                    "{item}, and all the others: somebody gave each of them 0. Give at least one"
                    " of them more."
                ).format(item=first)
            )
    if not 0 < target < 1:
        raise Unsuited(
            _("A part of the load is between 0 and 1, such as 1/2; {target} is not.").format(
                target=target
            )
        )


def _division(
    weights_left: Mapping[str, int],
    weights_right: Mapping[str, int],
    target: Fraction,
    mine: Collection[str],
    by_turns: tuple[str, ...],
    hours: Mapping[str, int],
) -> ChoresDivision:
    """Return the division in which the left one has `mine`, in the order of the list."""
    left = [task for task in weights_left if task in mine]
    right = [task for task in weights_left if task not in mine]
    return ChoresDivision(
        left=dict.fromkeys(left, Fraction(1)),
        right=dict.fromkeys(right, Fraction(1)),
        value_left=Fraction(sum(weights_left[task] for task in left), sum(weights_left.values())),
        value_right=Fraction(
            sum(weights_right[task] for task in right), sum(weights_right.values())
        ),
        split=None,
        numbers_left=dict(weights_left),
        numbers_right=dict(weights_right),
        target_left=target,
        by_turns=by_turns,
        hours=dict(hours),
    )


Burden = tuple[tuple[int, int], ...]
"""What a task adds to whoever has it, the left one's number and the right one's, in each way in
which burdens are measured; all of them in one unit."""


def _burdens(
    left: Mapping[str, int],
    right: Mapping[str, int],
    target: Fraction,
    hours: Mapping[str, int] | None,
) -> dict[str, Burden]:
    """Return each task's burdens, in whole numbers in place of value ÷ target.

    Which of two is larger stays the same.
    """
    mine, theirs = target.numerator, target.denominator - target.numerator
    total_left, total_right = sum(left.values()), sum(right.values())
    all_hours = sum(hours.values()) if hours else 1
    burdens: dict[str, Burden] = {}
    for task in left:
        weight = (
            left[task] * total_right * all_hours * theirs,
            right[task] * total_left * all_hours * mine,
        )
        burdens[task] = (weight,)
        if hours:
            each = hours[task] * total_left * total_right
            burdens[task] = (weight, (each * theirs, each * mine))
    return burdens


def _lightest(
    tasks: Sequence[str],
    burdens: Mapping[str, Burden],
    mine: Collection[str],
    theirs: Collection[str],
) -> set[str]:
    """Return the left one's tasks in the leximin split; 2 ** len(tasks) splits are compared.

    Args:
        tasks: what is handed out.
        burdens: of these, and of what is handed out already.
        mine: what the left one has already.
        theirs: what the right one has already.
    """
    ways = range(len(next(iter(burdens.values()))))
    loads = [
        (
            *(sum(burdens[task][way][0] for task in mine) for way in ways),
            *(sum(burdens[task][way][1] for task in (*theirs, *tasks)) for way in ways),
        )
    ]
    for task in tasks:  # split number n: the left one has the tasks whose bits are set in n
        change = (*(one for one, _two in burdens[task]), *(-two for _one, two in burdens[task]))
        loads += [tuple(map(add, load, change)) for load in loads]
    heaviest = list(map(max, loads))
    least = min(heaviest)
    tied = (n for n, load in enumerate(heaviest) if load == least)
    best = min(tied, key=lambda n: (sorted(loads[n], reverse=True), loads[n][0], n))
    return {task for place, task in enumerate(tasks) if best >> place & 1}

"""The slips of an author, and what else is wrong in a file, told together and in order."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.content.authored import Authored
from workshop.content.misfit import placed
from workshop.content.problem import Problem


def slipped(read: Authored, file: str) -> tuple[Problem, ...]:
    """Return the slips for which a file cannot be read as it stands."""
    return tuple(Problem(file, "", slip.what, slip.mend, line=slip.line) for slip in read.slips)


def told_in_order(
    found: Sequence[Problem], read: Authored, data: bytes, file: str
) -> tuple[Problem, ...]:
    """Return what was found, with its lines, and the slips, in the order of lines.

    What stands in a line with a slip may be no more than a guess: there the slip alone is told.

    Args:
        found: what is wrong with what was read.
        read: the file as it was read.
        data: its bytes.
        file: how it was named.
    """
    if not read.slips:
        return placed(found, data)
    told = {slip.line for slip in read.slips}
    others = [
        replace(problem, line=read.line(problem.line))
        for problem in placed(found, read.text.encode())
    ]
    kept = [problem for problem in others if problem.line not in told]
    return tuple(sorted((*slipped(read, file), *kept), key=lambda problem: problem.line))

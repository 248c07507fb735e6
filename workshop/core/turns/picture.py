"""What both see of their ratings: each item on shared axes, one mark for each of the two.

Places stay as they were answered, from me to you; `place` turns them to the left and the right.
No totals, no averages.
"""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, model_validator

from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.people import BySide, Side
from workshop.core.turns.marking import Numbers
from workshop.core.turns.rate import Rated
from workshop.unfit import Unfit
from workshop.words import _


class Axis(Frozen):
    """One scale, for both.

    Attributes:
        question: what was asked of each item.
        steps: how many places it has.
        words: what its places are called, from little to much; none where it runs from one partner
            to the other.
    """

    question: Said
    steps: Annotated[int, Field(ge=2, le=9)]
    words: tuple[Said, ...] = ()

    @property
    def partners(self) -> bool:
        """Whether it runs from the left partner to the right one."""
        return not self.words

    def place(self, answer: int, side: Side) -> int | None:
        """Return where an answer stands from the left, from 0; None where it was left empty.

        Args:
            answer: the number of the option, from 1; on an axis between the partners 1 is oneself.
            side: whose answer it is.
        """
        if not answer:
            return None
        return self.steps - answer if self.partners and side == "right" else answer - 1


class Marked(Frozen):
    """One item, and what each answered on each axis: numbers of options from 1, 0 for empty."""

    item: Said
    left: Numbers
    right: Numbers


class Picture(Frozen):
    """All items on all axes."""

    axes: Annotated[tuple[Axis, ...], Field(min_length=1)]
    items: Annotated[tuple[Marked, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _hangs_together(self) -> "Picture":
        for marked in self.items:
            for answers in (marked.left, marked.right):
                if len(answers) != len(self.axes) or any(
                    answer > axis.steps for answer, axis in zip(answers, self.axes, strict=True)
                ):
                    raise Unfit(_("an item does not stand on these axes"), _("Write it anew."))
        return self

    def places(self, item: int, axis: int) -> BySide[int | None]:
        """Return where both stand, from the left, from 0; None for an empty answer."""
        marked, on = self.items[item], self.axes[axis]
        return BySide(on.place(marked.left[axis], "left"), on.place(marked.right[axis], "right"))


def picture(items: Sequence[str], axes: Sequence[Axis], left: Rated, right: Rated) -> Picture:
    """Return the picture of two ratings of the same items on the same axes."""
    marked = zip(items, left.answers, right.answers, strict=True)
    return Picture(
        axes=tuple(axes),
        items=tuple(
            Marked.model_construct(item=item, left=mine, right=theirs)  # clean, both of them
            for item, mine, theirs in marked
        ),
    )


def differ(axis: Axis, places: BySide[int | None]) -> bool:
    """Whether the two place an item differently: half of the axis, or more, lies between them."""
    left, right = places.left, places.right
    return left is not None and right is not None and 2 * abs(left - right) >= axis.steps - 1

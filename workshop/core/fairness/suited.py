"""What numbers and lists have to be before anything is worked out from them."""

from collections.abc import Iterable, Mapping

from workshop.errors import Unsuited
from workshop.words import _


def check_numbers(left: Mapping[str, int], right: Mapping[str, int]) -> None:
    """Raise Unsuited unless both gave each of the same two or more items a whole number from 0."""
    check_same(left, right)
    for numbers in (left, right):
        for item, number in numbers.items():
            if isinstance(number, bool) or not isinstance(number, int):
                raise Unsuited(
                    _("{item}: {number} is not a whole number. Give it one from 0.").format(
                        item=item, number=number
                    )
                )
            if number < 0:
                raise Unsuited(
                    _("{item}: {number} is less than 0. Give it 0 or more.").format(
                        item=item, number=number
                    )
                )


def check_same(left: Iterable[str], right: Iterable[str]) -> None:
    """Raise Unsuited unless both name the same items, two or more; say which one is missing."""
    left, right = list(left), list(right)
    for one, other in ((left, right), (right, left)):
        for item in one:
            if item not in other:
                raise Unsuited(
                    _("{item}: only one of the two has it. Add it to both, or take it out.").format(
                        item=item
                    )
                )
    if len(left) < 2:
        item = left[0] if left else _("The list is empty")
        raise Unsuited(_("{item}: it takes at least two. Add another one.").format(item=item))

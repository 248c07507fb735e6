"""What was done to a list, in words: rated, ticked, ranked, given points."""

from collections.abc import Sequence

from workshop.core.people import BySide, Pair, Side, other
from workshop.core.turns import Points, Rank, Scale, SpeakingTime
from workshop.core.turns.picture import Axis, Picture, differ
from workshop.core.turns.rank import ordinal
from workshop.core.turns.rate import headed
from workshop.core.turns.reply import Marked, Pointed, Ranked
from workshop.words import _


def side_by_side(asked: BySide[Rank | Points], marked: BySide[Marked], pair: Pair) -> str:
    """Return two orders, or two lists of points, as lines for whoever hears them: item by item."""
    first = pair.first
    order = (first, other(first))
    lines = []
    for place, item in enumerate(asked[first].items):
        one, two = (_at(place, marked[side]) for side in order)
        said = _("{item}: {first} {one}, {second} {two}.")
        first_name, second_name = (pair.name(side) for side in order)
        lines.append(said.format(item=item, first=first_name, one=one, second=second_name, two=two))
    return "\n".join(lines)


def _at(place: int, marked: Marked) -> str:
    """Return how one item of a list is marked."""
    match marked:
        case Ranked(order=order):
            return ordinal(order.index(place + 1) + 1).removesuffix(":")
        case Pointed(points=points):
            return str(points[place])
        case _:
            raise AssertionError  # only these are told side by side


def ends(axis: Axis, pair: Pair) -> tuple[str, str]:
    """Return what the left and the right end of an axis are called."""
    return (pair.left, pair.right) if axis.partners else (axis.words[0], axis.words[-1])


def picture_in_words(
    picture: Picture, pair: Pair, scales: BySide[tuple[Scale, ...]] | None = None
) -> str:
    """Return a picture as lines, for whoever hears it: an item, then where each stands.

    Args:
        picture: what is told.
        pair: whose it is.
        scales: the scales as each was asked; a picture that was kept no longer has their words.
    """
    lines: list[str] = []
    for number, axis in enumerate(picture.axes):
        lines.append(headed(axis.question))
        of = BySide(scales.left[number], scales.right[number]) if scales else None
        for row, marked in enumerate(picture.items):
            places = picture.places(row, number)
            if places.left == places.right:
                where = [
                    _("both of you: {place}").format(place=_place(axis, places.left, pair, of))
                ]
            else:
                told = BySide(
                    _place(axis, places.left, pair, of, "left"),
                    _place(axis, places.right, pair, of, "right"),
                )
                # "me" of one is another place than "me" of the other
                alike = told.left == told.right
                where = [
                    _one(
                        pair.name(side),
                        places[side],
                        told[side],
                        of,
                        _place(axis, places[side], pair, None) if alike else "",
                    )
                    for side in (pair.first, other(pair.first))
                ]
            if differ(axis, places):
                where.append(_("you place this differently"))
            lines.append(f"{marked.item}: {'; '.join(where)}.")
    return "\n".join(lines)


def _one(name: str, place: int | None, told: str, scales: BySide[Scale] | None, nearer: str) -> str:
    if place is None or scales is None:
        return f"{name}: {told}"
    if nearer:
        said = _("{name} says {place}, {nearer}")
        return said.format(name=name, place=told, nearer=nearer)
    return _("{name} says {place}").format(name=name, place=told)


def _place(
    axis: Axis,
    place: int | None,
    pair: Pair,
    scales: BySide[Scale] | None,
    whose: Side | None = None,
) -> str:
    """Return in words where somebody stands on an axis: in those of the scale, if known.

    In one's own words, if it is said `whose` they are. Where both stand at one place, in words that
    fit both: what is nearer to one partner is said as the other one is asked it, by name.
    """
    if place is None:
        return _("left empty")
    middle = (axis.steps - 1) / 2
    if scales is not None:
        by_name: Side = "right" if axis.partners and place < middle else "left"
        side = whose or by_name
        here = [axis.place(answer, side) for answer in range(1, axis.steps + 1)]
        return f"“{scales[side].options[here.index(place)]}”"
    if not axis.partners:
        return axis.words[place]
    if place == middle:
        return _("in the middle")
    name = pair.left if place < middle else pair.right
    if place in (0, axis.steps - 1):
        return _("at {name}'s end").format(name=name)
    return _("nearer to {name}").format(name=name)


def with_sum(times: Sequence[SpeakingTime]) -> tuple[SpeakingTime, ...]:
    """Return `times`, and after several of them how it was in all."""
    if len(times) < 2:
        return tuple(times)
    left, right = sum(time.left for time in times), sum(time.right for time in times)
    return (*times, SpeakingTime(title=_("In all"), left=left, right=right))


def times_in_words(times: Sequence[SpeakingTime], pair: Pair) -> tuple[str, ...]:
    """Return how long each spoke, a line for each exercise, and one for all."""
    return tuple(
        f"{time.title}: {pair.left} {minutes(time.left)}, {pair.right} {minutes(time.right)}"
        for time in with_sum(times)
    )


def minutes(seconds: int) -> str:
    """Return seconds as minutes and seconds, such as 3:05."""
    return f"{seconds // 60}:{seconds % 60:02}"


def time_is_up() -> str:
    """Return what is said, and nothing more, once the time of a turn is over."""
    return _("Time is up; no hurry.")


def blank() -> str:
    """Return what stands for an answer that was left empty."""
    return _("(left empty)")

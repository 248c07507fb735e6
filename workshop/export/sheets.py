"""A step on paper as parts of a page: the sheet between both, a sheet for each, and slips."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from workshop.core.agreement.sheet import Words
from workshop.core.course.leaf import Act, InTurn, Leaf, OnSlips, Part, Together, Unseen
from workshop.core.evening.words import EveningWords
from workshop.core.fairness.order import turn_order
from workshop.core.people import Pair, Side, other
from workshop.core.text import fill
from workshop.core.turns.room import Figures, Lines, Listing, Room, Scaled, Ticks, TwoBoxes
from workshop.export.done import by_each, by_whom, length
from workshop.export.pages.page import (
    MARK,
    Column,
    Element,
    Fill,
    Grid,
    Heading,
    Kept,
    Points,
    Rules,
    Says,
    Two,
    flowing,
)
from workshop.values import dataclass
from workshop.words import _

SHORT = 8
"""How many items a list has at the most that is kept on one sheet."""
BOX_LINES = 4
"""How many lines each of two circles has on paper."""


@dataclass(frozen=True)
class Setting:
    """What a sheet is made in.

    Attributes:
        pair: who the two are, or stand for.
        words: what is said wherever something is sealed, agreed to or a boundary.
        numbers: the number of each step, by its id.
    """

    pair: Pair
    words: EveningWords
    numbers: Mapping[str, int]


def shared(leaf: Leaf, number: int, setting: Setting) -> Iterator[Element]:
    """Yield what stands of a step on the sheet that lies between both."""
    for part in leaf.parts:
        yield from _part(part, number, setting)


def own(leaf: Leaf, number: int, side: Side, setting: Setting) -> Iterator[Element]:
    """Yield what stands of a step on the sheet that nobody but the partner on `side` sees."""
    for part in leaf.parts:
        if isinstance(part, Unseen):
            step = _("Step {number}").format(number=number)
            before = _beside("", part.about, setting)
            asked = Says(flowing(part.asked[side]), "asked", step, before)
            yield from _on_one_sheet((asked, *room(part.room[side])))


def slips(leaf: Leaf, number: int) -> Iterator[Element]:
    """Yield the slips of a step, in pairs that are alike."""
    for part in leaf.parts:
        if isinstance(part, OnSlips):
            one = (Says(flowing(part.asked), "quiet"), Fill(part.answers, "box"))
            column = Column(_("Step {number}").format(number=number), one)
            for _pair in range(part.pairs):
                yield Kept((Two(column, column),), framed=True)


def room(some: Room | None) -> Iterator[Element]:
    """Yield what there is to write on."""
    match some:
        case None:
            return
        case Lines(count=count):
            yield Rules(count)
        case TwoBoxes(inner=inner, outer=outer):
            yield Kept((Says(flowing(inner)), Rules(BOX_LINES)), framed=True)
            yield Kept((Says(flowing(outer)), Rules(BOX_LINES)), framed=True)
        case Ticks(items=items, how=how):
            yield from _how(how)
            yield Fill(items, "box")
        case Listing(items=items):
            yield Fill(items, "number")
        case Figures(items=items, how=how):
            yield from _how(how)
            yield Fill(items, "figure")
        case Scaled(items=items, scales=scales):
            for question, options in scales:
                rows = tuple((item, *(MARK,) * len(options)) for item in items)
                yield Grid((question, *options), rows)
        case _:
            assert_never(some)


def _how(how: str) -> Iterator[Element]:
    if how:
        yield Says(how, "quiet")


def _part(part: Part, number: int, setting: Setting) -> Iterator[Element]:
    match part:
        case Together(acts=acts, note=note):
            for act in acts:
                yield from _act(act, by_whom(act, setting.pair), setting, note)
                note = ""
        case InTurn():
            yield from _in_turn(part, setting)
        case Unseen():
            yield Kept(tuple(_unseen(part, number, setting)))
        case OnSlips(asked=asked, comes_of_it=comes_of_it):
            how = _("Each takes a slip of step {number}, ticks it unseen and folds it. Mix them.")
            yield Kept(
                (
                    Says(flowing(asked), "asked", _("Both of you are asked.")),
                    Says(setting.words.consent.yours, "careful"),
                    Says(how.format(number=number)),
                    Points((comes_of_it,)),
                )
            )
        case _:
            assert_never(part)


def _unseen(part: Unseen, number: int, setting: Setting) -> Iterator[Element]:
    how = _("Each on your own sheet, at step {number}. Neither looks at the other's.")
    beside = _beside(length(part.seconds), part.about, setting)
    yield Says(how.format(number=number), "plain", _("Both of you write, unseen."), beside)
    if part.opens:
        yield Says(flowing(setting.words.sealed.before), "careful")
        then = _("When both are done, turn them over together. Or put both away, unseen.")
    else:
        yield Says(_("Only you see this, now and later. Neither sheet is turned over."), "careful")
        then = _("When both are done, leave your sheets as they lie.")
    yield Says(then)
    if part.then:
        yield Points(part.then)


def _in_turn(part: InTurn, setting: Setting) -> Iterator[Element]:
    pair = setting.pair
    first, second = part.acts[pair.first], part.acts[other(pair.first)]
    if part.rounds > 1:
        order = ", ".join(map(pair.name, turn_order(2 * part.rounds, pair.first)))
        yield Says(_("Each has several turns, in this order: {names}.").format(names=order))
    if [act.text for act in first] == [act.text for act in second] and not _written(first):
        for act in first:
            yield from _act(act, by_each(act, pair, pair.name(pair.first)), setting)
        return
    columns = [
        Column(
            Words(heading, {"name": (pair.name(side),)}),
            tuple(
                element
                for act in part.acts[side]
                for element in _act(act, by_whom(act, pair), setting)
            ),
        )
        for side, heading in (
            (pair.first, _("{name}'s turn")),
            (other(pair.first), _("Then {name}'s turn")),
        )
    ]
    yield Two(columns[0], columns[1])


def _written(acts: tuple[Act, ...]) -> bool:
    return any(act.room for act in acts)


def _act(act: Act, who: Words, setting: Setting, note: str = "") -> Iterator[Element]:
    beside = _beside(length(act.seconds), act.about, setting)
    lines: list[Element] = [Says(flowing(act.text), "asked", who, beside)]
    if note:
        lines.append(Says(note, "quiet"))
    if act.sets_boundary and act.who is not None:
        me, you = setting.pair.name(act.who), setting.pair.name(other(act.who))
        careful = flowing(fill(setting.words.boundary.draft, me=me, you=you))
        lines.insert(0, Says(careful, "careful"))
    yield from _on_one_sheet((*lines, *room(act.room)))


def _on_one_sheet(elements: tuple[Element, ...]) -> Iterator[Element]:
    """Yield what belongs together; a long list may go on overleaf, between two of its lines."""
    if any(isinstance(one, Fill) and len(one.items) > SHORT for one in elements):
        yield from elements
    else:
        yield Kept(elements)


def _beside(time: str, about: tuple[str, ...], setting: Setting) -> str:
    """Return how long it takes, and where to look for what was written before."""
    numbers = sorted({setting.numbers[step] for step in about})
    if not numbers:
        return time
    before = _("see step {numbers}").format(numbers=", ".join(map(str, numbers)))
    return f"{time} · {before}" if time else before


def titled(number: int, steps: int, seconds: int) -> Heading:
    """Return the heading of a step."""
    return Heading(
        _("Step {step} of {steps}").format(step=number, steps=steps), length(seconds), level=2
    )

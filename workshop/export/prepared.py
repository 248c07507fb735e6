"""What a facilitator reads beforehand: why, what to watch for, step by step, times, materials.

It is never shown to a couple: no screen of the program leads to it.
"""

from collections.abc import Iterator, Sequence
from typing import assert_never

from workshop.core.course.leaf import Act, InTurn, Leaf, OnSlips, Part, Together, Unseen
from workshop.core.course.leaves import leaves
from workshop.core.exercise import Exercise, Programme
from workshop.core.people import Pair
from workshop.core.proof.walked import seconds_by_step
from workshop.core.turns.room import Figures, Lines, Listing, Room, Scaled, Ticks, TwoBoxes
from workshop.export.agenda import agenda
from workshop.export.done import by_each, by_whom, length
from workshop.export.pages.page import (
    Element,
    Grid,
    Heading,
    Kept,
    Page,
    Points,
    Says,
    Sheet,
    Text,
    flowing,
    shown,
)
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Read:
    """An exercise, and the titles of the readings that lead to it."""

    exercise: Exercise
    readings: tuple[str, ...]


def prepared(read: Read, pair: Pair) -> Page:
    """Return the page of one exercise.

    Args:
        read: the exercise.
        pair: who stand for the two.
    """
    exercise = read.exercise
    return Page(
        exercise.title,
        (exercise.aim, _for_whom(pair)),
        tuple(_of(read, pair)),
    )


def prepared_programme(programme: Programme, read: Sequence[Read], pair: Pair) -> Page:
    """Return the page of a programme, and after it that of each of its exercises, once."""
    exercises = {one.exercise.id: one.exercise for one in read}
    elements: list[Element] = [*agenda(programme, exercises)]
    elements += (Sheet(one.exercise.title, tuple(_whole(one, pair))) for one in read)
    return Page(programme.title, (programme.aim, _for_whom(pair)), tuple(elements))


def _for_whom(pair: Pair) -> str:
    said = _("For the guide, to read beforehand. {left} and {right} stand for the two.")
    return said.format(left=pair.left, right=pair.right)


def _whole(read: Read, pair: Pair) -> Iterator[Element]:
    yield Says(read.exercise.aim, "quiet")
    yield from _of(read, pair)


def _of(read: Read, pair: Pair) -> Iterator[Element]:
    exercise = read.exercise
    sheets = list(leaves(exercise, pair))
    seconds = seconds_by_step(exercise)
    yield Heading(_("Before"))
    yield Says(flowing(exercise.facilitator.before))
    yield Heading(_("What to watch for"))
    yield Points(exercise.facilitator.watch)
    yield Heading(_("What it rests on"))
    yield Points(exercise.sources)
    yield Heading(_("What you need"))
    yield Points(tuple(_materials(read, sheets)))
    said = _("about {minutes} min in all").format(minutes=exercise.minutes)
    yield Kept((Heading(_("The plan"), said), _plan(sheets, seconds, pair)))
    yield Heading(_("Step by step"))
    for number, (leaf, of_step) in enumerate(zip(sheets, seconds, strict=True), start=1):
        step = _("Step {step} of {steps}").format(step=number, steps=len(sheets))
        yield Heading(step, length(of_step), level=3)
        for part in leaf.parts:
            yield from _told(part, pair)


def _materials(read: Read, sheets: Sequence[Leaf]) -> Iterator[str]:
    parts = [part for leaf in sheets for part in leaf.parts]
    if any(isinstance(part, Unseen | OnSlips) or _writes(part) for part in parts):
        yield _(
            "Paper and a pen for each: whatever is sealed may be written on paper, both at once."
        )
    if any(isinstance(part, OnSlips) for part in parts):
        yield _("Without the screen: slips of paper, two alike for each question to say yes to.")
    yield _("Without the screen: a timer that both can see.")
    if read.exercise.looks_back:
        yield _("The agreement of the two.")
    for title in read.readings:
        yield _("To read: {title}").format(title=title)


def _writes(part: Part) -> bool:
    acts = part.acts if isinstance(part, Together) else ()
    if isinstance(part, InTurn):
        acts = (*part.acts.left, *part.acts.right)
    return any(act.room for act in acts)


def _plan(sheets: Sequence[Leaf], seconds: Sequence[int], pair: Pair) -> Grid:
    """Return each step with when it begins, counted from the beginning of the exercise."""
    begins, rows = 0, []
    for number, (leaf, of_step) in enumerate(zip(sheets, seconds, strict=True), start=1):
        at = f"{begins // 60}:{begins % 60:02}"
        rows.append((str(number), at, length(of_step), _headline(leaf, pair)))
        begins += of_step
    return Grid((_("Step"), _("From"), _("Takes"), _("What happens")), tuple(rows))


def _headline(leaf: Leaf, pair: Pair) -> str:
    return " ".join(dict.fromkeys(shown(_who(part, pair)) for part in leaf.parts))


def _who(part: Part, pair: Pair) -> Text:
    match part:
        case Together(acts=acts):
            return by_whom(acts[-1], pair)
        case InTurn(acts=acts):
            return by_each(acts[pair.first][0], pair, pair.name(pair.first))
        case Unseen():
            return _("Both of you write, unseen.")
        case OnSlips():
            return _("Both are asked for a yes.")
        case _:
            assert_never(part)


def _told(part: Part, pair: Pair) -> Iterator[Element]:
    match part:
        case Together(acts=acts, note=note):
            for act in acts:
                yield from _act(act, by_whom(act, pair))
            if note:
                yield Says(note, "quiet")
        case InTurn(acts=acts, rounds=rounds):
            first = pair.name(pair.first)
            for act in acts[pair.first]:
                yield from _act(act, by_each(act, pair, first))
            if rounds > 1:
                said = _("This comes {count} times for each.").format(count=rounds)
                yield Says(said, "quiet")
        case Unseen(asked=asked, room=room, seconds=seconds):
            how = _how(_("sealed until both open"), seconds)
            yield Says(flowing(asked[pair.first]), "asked", _("Both of you write, unseen."), how)
            yield from _listed(room[pair.first])
        case OnSlips(asked=asked, seconds=seconds):
            how = _how(_("sealed: only what comes of it shows"), seconds)
            yield Says(flowing(asked), "asked", _("Both are asked for a yes."), how)
        case _:
            assert_never(part)


def _act(act: Act, who: Text) -> Iterator[Element]:
    if act.room:
        sees = _("open: both see it")
    elif act.does in ("breathes", "thinks"):
        sees = ""
    else:
        sees = _("aloud: nothing is written")
    yield Says(flowing(act.text), "asked", who, _how(sees, act.seconds))
    yield from _listed(act.room)


def _listed(room: Room | None) -> Iterator[Element]:
    """Yield what stands already on what is written on."""
    match room:
        case Ticks(items=items, how=how) | Figures(items=items, how=how):
            said = [item for item in (*items, how) if item]
        case Listing(items=items):
            said = [item for item in items if item]
        case Scaled(items=items, scales=scales):
            said = [*items, *(f"{asked}: {', '.join(options)}" for asked, options in scales)]
        case TwoBoxes(inner=inner, outer=outer):
            said = [flowing(inner), flowing(outer)]
        case Lines() | None:
            said = []
        case _:
            assert_never(room)
    if said:
        yield Points(tuple(said))


def _how(sees: str, seconds: int) -> str:
    return " · ".join(part for part in (sees, length(seconds)) if part)

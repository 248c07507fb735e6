"""What is said of programmes: before one is begun, and on the map once it is under way."""

from collections.abc import Iterable, Mapping, Sequence

from workshop.cards.sitting import Sitting
from workshop.core.exercise import Exercise, Programme
from workshop.core.place import Part, Place
from workshop.core.progress import ticked_off
from workshop.words import _


def minutes_of(programme: Programme, exercises: Mapping[str, Exercise]) -> tuple[int, ...]:
    """Return how many minutes each evening of `programme` takes."""
    return tuple(
        evening.takes([exercises[id].minutes for id in evening.exercises])
        for evening in programme.evenings
    )


def in_one_line(programme: Programme, minutes: Sequence[int], said: Sitting) -> str:
    """Return what `programme` is called, and how long it takes."""
    return said.programme(programme.title, len(minutes), max(minutes))


def told_programme(
    programme: Programme, exercises: Mapping[str, Exercise], said: Sitting
) -> tuple[str, ...]:
    """Return what `programme` is for, and each of its evenings, a paragraph each."""
    return (programme.aim, *told_evenings(programme, exercises, said))


def told_evenings(
    programme: Programme, exercises: Mapping[str, Exercise], said: Sitting
) -> tuple[str, ...]:
    """Return what each evening of `programme` is about, a paragraph each."""
    count, paragraphs = len(programme.evenings), []
    minutes = minutes_of(programme, exercises)
    for number, evening in enumerate(programme.evenings, start=1):
        titles = "; ".join(exercises[id].title for id in evening.exercises)
        told = said.planned(number, count, minutes[number - 1], evening.line)
        paragraphs.append(f"{told}\n{titles}")
    return tuple(paragraphs)


def told_path(
    path: Sequence[Exercise], done: Iterable[str], said: Sitting, place: Place | None
) -> list[str]:
    """Return the path, a line each: of a programme, the exercises of the evening they are at.

    Args:
        path: the exercises on it, in order.
        done: the ids of those that were done, once for each time.
        said: what a sitting is called.
        place: where they are in the programme, where the path is one.
    """
    if place is None or len(place.parts) == 1:
        ticks = ticked_off([exercise.id for exercise in path], done)
        head = [] if place is None else [_title_and_line(place)]
        return [*head, *map(_exercise, path, ticks)]
    exercises = {exercise.id: exercise for exercise in path}
    title, now = place.programme.title, place.now
    number, count = now.number, len(place.parts)
    if now.done and place.next is not None:
        lines = [said.behind(title, number, count)]
    else:
        lines = [said.where_in(title, number, count, now.planned.line)]
    for part in place.parts:
        if part is now:
            lines += _exercises(part, exercises)
        else:
            lines.append(said.one_of(_mark(part.done), part.number, part.planned.line))
    return lines


def _exercises(part: Part, exercises: Mapping[str, Exercise]) -> list[str]:
    """Return those of one evening that are still to be found."""
    return [
        _exercise(exercises[id], tick)
        for id, tick in zip(part.planned.exercises, part.ticks, strict=True)
        if id in exercises
    ]


def _exercise(exercise: Exercise, done: bool) -> str:
    said = _("{mark} {title}, {minutes} minutes")
    return said.format(mark=_mark(done), title=exercise.title, minutes=exercise.minutes)


def _mark(done: bool) -> str:
    return _("done:") if done else _("to do:")


def _title_and_line(place: Place) -> str:
    said = _("{title}: {line}")
    return said.format(title=place.programme.title, line=place.now.planned.line)

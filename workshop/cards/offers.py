"""What can be begun in the time there is: programmes, and exercises on their own."""

from collections.abc import Iterator

from workshop.cards.deeds import Begin
from workshop.cards.exercises import in_a_list
from workshop.cards.programmes import in_one_line, minutes_of, told_evenings, told_programme
from workshop.cards.sitting import Sitting
from workshop.content.library import Library
from workshop.content.readings import THEMES
from workshop.core.exercise import Exercise, Programme
from workshop.errors import Trouble
from workshop.values import dataclass
from workshop.words import _, plural

MINUTES = (20, 30, 40, 60, 90)
"""What people have time for, in minutes."""
ANY_MINUTES = (*MINUTES, None)
"""The same, and None when it does not matter."""


@dataclass(frozen=True)
class Offer:
    """Something to begin with.

    Attributes:
        label: what people read.
        path: the ids of its exercises, in order; empty when they choose in a moment.
        programme: the programme that it is; None for an exercise on its own.
        page: what to read of it before it is begun, a paragraph each.
        under: the heading that it stands under.
        line: what it holds.
        details: what else there is to know of it, a paragraph each.
    """

    label: str
    path: tuple[str, ...]
    programme: Programme | None = None
    page: tuple[str, ...] = ()
    under: str = ""
    line: str = ""
    details: tuple[str, ...] = ()


def offers(library: Library, said: Sitting, most: int | None = None) -> list[Offer]:
    """Return what there is to begin with that takes at most so many minutes.

    Programmes come first, then exercises by theme, the short ones first. An evening of a programme
    counts whole, with its opening and its close, and so does an exercise on its own. What looks
    back at an agreement is not offered on its own: those who begin have none.

    Args:
        library: what there is to do.
        said: what a sitting is called.
        most: how many minutes there are; None when that does not matter.
    """
    exercises = {one.id: one for one in library.exercises() if isinstance(one, Exercise)}
    found = list(_programmes(library, said, exercises, most))
    fitting = [
        one
        for one in exercises.values()
        if (most is None or one.evening <= most) and not one.looks_back
    ]
    found += map(_alone, sorted(fitting, key=by_theme))
    if most is None:
        later, line = _("One exercise, chosen in a moment"), _("Look around first, then decide.")
        found.append(Offer(later, (), under=_("Not decided yet"), line=line))
    return found


def by_theme(exercise: Exercise) -> tuple[int, int]:
    """Return where `exercise` stands among others: by theme, the short ones first."""
    return THEMES.index(exercise.theme), exercise.minutes


def unread(library: Library) -> list[str]:
    """Return what is wrong with programmes and exercises that cannot be offered."""
    found = (*library.programmes(), *library.exercises())
    known = {one.id for one in found if isinstance(one, Exercise)}
    said = _(
        "The programme {id} names {exercise}, which cannot be begun: `workshop check {file}` says"
        " why."
    )
    return [
        *(one.sentence for one in found if isinstance(one, Trouble)),
        *(
            said.format(id=one.id, exercise=missed[0], file=library.programme_file(one.id))
            for one in found
            if isinstance(one, Programme) and (missed := [id for id in one.path if id not in known])
        ),
    ]


def minutes_in_words(most: int | None) -> str:
    """Return one of MINUTES, or None, as something to choose."""
    if most is None:
        return _("It does not matter")
    return plural("Up to {count} minute", "Up to {count} minutes", most)


def _programmes(
    library: Library, said: Sitting, exercises: dict[str, Exercise], most: int | None
) -> Iterator[Offer]:
    programmes = [one for one in library.programmes() if isinstance(one, Programme)]
    # What is meant for them comes first, and of that what is for those who begin.
    programmes.sort(key=lambda one: (one.guided is not said.guided, not one.newcomers))
    for programme in programmes:
        if exercises.keys() >= set(programme.path):
            minutes = minutes_of(programme, exercises)
            if most is None or max(minutes) <= most:
                yield Offer(
                    in_one_line(programme, minutes, said),
                    programme.path,
                    programme,
                    told_programme(programme, exercises, said),
                    under=_("Programmes"),
                    line=programme.aim,
                    details=(_for_whom(programme), *told_evenings(programme, exercises, said)),
                )


def _for_whom(programme: Programme) -> str:
    if programme.guided:
        return _("If you have a guide, in the room.")
    if programme.newcomers:
        return _("If you are new to this.")
    return _("If you have no guide.")


def _alone(exercise: Exercise) -> Offer:
    alone = in_a_list(exercise, Begin(exercise.id), whole=True)
    return Offer(
        alone.label,
        (exercise.id,),
        under=alone.under,
        line=alone.line,
        details=alone.details,
    )

"""What can be begun in the time there is: programmes, and exercises on their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.content.library import Library
from workshop.core.evening import evening_minutes
from workshop.core.exercise import Exercise, Programme
from workshop.desk.choice import Choice, Chosen, Option
from workshop.errors import Trouble
from workshop.words import _, plural

MINUTES = (10, 20, 40, 60, 90)
"""What people have time for, in minutes."""
ANY_MINUTES = (*MINUTES, None)
"""The same, and None when it does not matter."""


class Picker:
    """Asks how much time there is, and then what to do in it; in both faces alike.

    Attributes:
        path: the exercises that were chosen, in order, once something was; empty when they choose
            in a moment.
    """

    def __init__(self, library: Library) -> None:
        """Ask for the time first.

        Args:
            library: what there is to do.
        """
        self._library = library
        self._offers: list[Offer] | None = None  # once the time is known
        self._most: int | None = None
        self._went_back = False
        self.path: tuple[str, ...] | None = None

    @property
    def over(self) -> bool:
        """Whether something was chosen, or they went back from the first question."""
        return self.path is not None or self._went_back

    def choice(self) -> Choice:
        """Return what is asked now."""
        back = Option("back", _("Back"))
        if self._offers is None:
            options = [Option(f"minutes {most}", minutes_in_words(most)) for most in ANY_MINUTES]
            lines = tuple(unread(self._library))
            return Choice("offers", _("How long do you have tonight?"), lines, (*options, back))
        options = [
            Option(f"offer {place}", offer.label) for place, offer in enumerate(self._offers)
        ]
        lines = (_("Whoever does not hold the keyboard now chooses."),)
        if self._most is not None:
            lines += (_("For a single exercise add about ten minutes to open and to close."),)
        return Choice("offers", _("What would you like to do?"), lines, (*options, back))

    def reply(self, chosen: Chosen) -> None:
        """Take the time, or what they chose for it."""
        match chosen.key.split():
            case ["minutes", most]:
                self._most = int(most) if most.isdecimal() else None
                self._offers = offers(self._library, self._most)
            case ["offer", place]:
                assert self._offers is not None
                self.path = self._offers[int(place)].path
            case _ if self._offers is None:
                self._went_back = True
            case _:
                self._offers = None


@dataclass(frozen=True)
class Offer:
    """Something to begin with.

    Attributes:
        label: what people read.
        path: the ids of its exercises, in order; empty when they choose in a moment.
    """

    label: str
    path: tuple[str, ...]


def offers(library: Library, most: int | None = None) -> list[Offer]:
    """Return what there is to begin with that takes at most so many minutes.

    An evening of a programme counts whole, with its opening and its close. An exercise on its own
    counts alone, so that there is something for ten minutes too; it is said what comes on top. What
    looks back at an agreement is not offered on its own: those who begin have none.

    Args:
        library: what there is to do.
        most: how many minutes there are; None when that does not matter.
    """
    exercises = {one.id: one for one in library.exercises() if isinstance(one, Exercise)}
    found = list(_programmes(library, exercises, most))
    if most is None:
        return [*found, Offer(_("One exercise, chosen in a moment"), ())]
    fitting = sorted(
        (one for one in exercises.values() if one.minutes <= most and not one.looks_back),
        key=lambda one: one.minutes,
    )
    return [*found, *(Offer(_told(one), (one.id,)) for one in fitting)]


def unread(library: Library) -> list[str]:
    """Return what is wrong with programmes and exercises that cannot be offered."""
    found = (*library.programmes(), *library.exercises())
    return [one.sentence for one in found if isinstance(one, Trouble)]


def minutes_in_words(most: int | None) -> str:
    """Return one of MINUTES, or None, as something to choose."""
    if most is None:
        return _("It does not matter")
    return plural("Up to {count} minute", "Up to {count} minutes", most)


def _programmes(
    library: Library, exercises: dict[str, Exercise], most: int | None
) -> Iterator[Offer]:
    for programme in library.programmes():
        if isinstance(programme, Programme) and exercises.keys() >= set(programme.path):
            longest = max(
                evening_minutes([exercises[id].minutes for id in evening.exercises])
                for evening in programme.evenings
            )
            if most is None or longest <= most:
                yield Offer(_told_programme(programme, longest), programme.path)


def _told_programme(programme: Programme, longest: int) -> str:
    return plural(
        "{title}: {count} evening of {minutes} minutes",
        "{title}: {count} evenings of up to {minutes} minutes",
        len(programme.evenings),
        title=programme.title,
        minutes=longest,
    )


def _told(exercise: Exercise) -> str:
    said = _("{title}, {minutes} minutes: {aim}")
    return said.format(title=exercise.title, minutes=exercise.minutes, aim=exercise.aim)

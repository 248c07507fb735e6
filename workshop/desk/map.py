"""The map of one workshop: its path, what of it is done, and what else there is to do."""

from contextlib import suppress
from dataclasses import replace

from workshop.cards import choices
from workshop.cards.beside import Part, agreed_beside, path_beside
from workshop.cards.choice import Choice
from workshop.cards.deeds import MapDeed, OthersDeed
from workshop.core.exercise import Exercise
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.documents.put_aside import PutAside
from workshop.errors import Trouble


class Map:
    """What comes next, to be chosen."""

    def __init__(self, workshop: OpenWorkshop) -> None:
        self._workshop = workshop
        self._put_aside = PutAside(workshop.exercises)

    def others(self, most: int | None) -> Choice[OthersDeed]:
        """Return the exercises to choose from, of at most so many minutes each."""
        return choices.others(self._all_of_them(), most, self._workshop.agreement.is_bare)

    def _all_of_them(self) -> list[Exercise]:
        return [
            found for found in self._workshop.library.exercises() if isinstance(found, Exercise)
        ]

    def choice(self) -> Choice[MapDeed]:
        """Return the path, and what there is to choose."""
        workshop = self._workshop
        all_of_them = self._all_of_them()
        known = {exercise.id: exercise for exercise in all_of_them}
        path = [known[id] for id in workshop.saved.path if id in known]
        told = choices.map_of(
            path,
            workshop.exercises.done,
            all_of_them,
            workshop.said,
            bare=workshop.agreement.is_bare,
            pictures=workshop.kept.has_pictures,
            agreement=workshop.agreement.state(),
            rules=workshop.saved.ground_rules,
            place=workshop.place,
            aside=self._aside(),
        )
        gone = workshop.library.gone
        return replace(told, lines=(gone, *told.lines)) if gone else told

    def _aside(self) -> list[str]:
        """Return what the exercises that a guide put aside are called."""
        if not self._workshop.saved.guided:
            return []
        return [one.title for _run, one in self._put_aside.all() if isinstance(one, Exercise)]

    def beside(self, now: str | None) -> tuple[Part, ...]:
        """Return what stands beside a turn: the path, and what is agreed; none of it sealed.

        Args:
            now: the id of the exercise under way, if one is.
        """
        workshop, parts = self._workshop, []
        with suppress(Trouble):  # what cannot be read is told where it is asked for
            path = [workshop.library.exercise(id) for id in workshop.saved.path]
            parts.append(path_beside(path, workshop.exercises.done, now))
        with suppress(Trouble):
            parts.append(agreed_beside(workshop.agreement.as_it_stands()))
        return tuple(parts)

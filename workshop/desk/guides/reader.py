"""The reader: all readings by theme, one of them, or what an exercise is; in both faces alike."""

from typing import assert_never

from workshop.cards.choice import Choice, Deed, Option
from workshop.cards.deeds import Back, Begin, GoTo
from workshop.cards.exercises import how_long_and_sources
from workshop.cards.themes import theme_title
from workshop.content.library import Library
from workshop.content.readings import THEMES, Reading
from workshop.core.exercise import Exercise
from workshop.core.text import one_line
from workshop.desk.guides.guide import GuideOf
from workshop.errors import Refused, Trouble
from workshop.values import dataclass
from workshop.words import _, plural


@dataclass(frozen=True)
class All:
    """The list of everything."""


@dataclass(frozen=True)
class Looking:
    """What word to look for."""


@dataclass(frozen=True)
class Matching:
    """The list of what holds some words."""

    words: str


@dataclass(frozen=True)
class OfReading:
    """One reading, whole."""

    id: str


@dataclass(frozen=True)
class OfExercise:
    """What an exercise is, and what there is to read about it."""

    id: str


@dataclass(frozen=True)
class Search(Deed):
    """Look for the words that are typed."""


ReaderPage = All | Looking | Matching | OfReading | OfExercise
ReaderDeed = Back | GoTo[ReaderPage] | Search | Begin


class Reader(GuideOf[ReaderDeed]):
    """Goes from page to page, and back the same way.

    Attributes:
        begin: the exercise that they chose to begin, once they did.
    """

    def __init__(
        self, library: Library, near: str | None = None, *, can_begin: bool, whole: bool = False
    ) -> None:
        """Open the list.

        Args:
            library: what there is to read and to do.
            near: the exercise that is under way or comes next, if any: it is listed first.
            can_begin: whether an exercise may be begun from here.
            whole: whether it would be an evening of its own: then its opening and its close count.
        """
        self._whole = whole
        self._readings = [one for one in library.readings() if isinstance(one, Reading)]
        self._readings.sort(key=lambda reading: THEMES.index(reading.theme))
        self._exercises = {
            one.id: one for one in library.exercises() if not isinstance(one, Trouble)
        }
        self._near = near if near in self._exercises else None
        self._can_begin = can_begin
        self._pages: list[ReaderPage] = [All()]
        self.begin: str | None = None

    @property
    def over(self) -> bool:
        """Whether they went back from the first page, or chose an exercise to begin."""
        return not self._pages or self.begin is not None

    def choice(self) -> Choice[ReaderDeed]:
        """Return the page they are at."""
        match self._pages[-1]:
            case All():
                return self._all()
            case Looking():
                search = Option(Search(), _("Search"), asks_for=_("A word, or a part of one"))
                return Choice(_("What are you looking for?"), (), (search, _back()))
            case Matching(words=words):
                return self._found(words)
            case OfReading(id=id):
                return self._reading(id)
            case OfExercise(id=id):
                return self._exercise(self._exercises[id])

    def _do(self, deed: ReaderDeed, text: str) -> None:
        match deed:
            case Back():
                self._pages.pop()
            case Search():
                words = one_line(text)
                if not words:
                    raise Refused(_("Type a word to look for."))
                self._pages[-1] = Matching(words)
            case GoTo(page=page):
                self._pages.append(page)
            case Begin(exercise=exercise):
                self.begin = exercise
            case _:
                assert_never(deed)

    def _all(self) -> Choice[ReaderDeed]:
        options = [] if self._near is None else [self._to_exercise(self._exercises[self._near])]
        options += [_to_reading(reading) for reading in self._readings]
        look = Option(GoTo(Looking()), _("Look for a word"))
        return Choice(
            _("What would you like to read?"),
            (
                _("Each takes two or three minutes. One of you can read it aloud."),
                _("Names and years in brackets say what it rests on: leave them out aloud."),
            ),
            (*options, look, _back()),
        )

    def _found(self, words: str) -> Choice[ReaderDeed]:
        readings = [_to_reading(one) for one in self._readings if one.holds(words)]
        exercises = [
            self._to_exercise(one)
            for one in self._exercises.values()
            if _holds(one, words.casefold())
        ]
        count = len(readings) + len(exercises)
        said = plural(
            '{count} page holds "{words}".', '{count} pages hold "{words}".', count, words=words
        )
        if not count:
            none = _('Nothing here holds "{words}". Try another word, or a part of one.')
            said = none.format(words=words)
        return Choice(said, (), (*readings, *exercises, _back()))

    def _reading(self, id: str) -> Choice[ReaderDeed]:
        reading = next(one for one in self._readings if one.id == id)
        titles = {one.id: one for one in self._readings}
        options: list[Option[GoTo[ReaderPage]]] = []
        for link in reading.links:
            if link.to == "reading" and link.id in titles:
                options.append(_to_reading(titles[link.id]))
            elif link.to == "exercise" and link.id in self._exercises:
                options.append(self._to_exercise(self._exercises[link.id]))
        return Choice(reading.title, (), (*options, _back()), page=reading.paragraphs)

    def _exercise(self, exercise: Exercise) -> Choice[ReaderDeed]:
        lines = (
            exercise.aim,
            how_long_and_sources(exercise, whole=self._whole),
            *(f"- {source}" for source in exercise.sources),
        )
        readings = [_to_reading(one) for one in self._readings if _links_to(one, exercise.id)]
        begin = [Option(Begin(exercise.id), _("Begin it"))] if self._can_begin else []
        return Choice(exercise.title, (), (*begin, *readings, _back()), page=lines)

    def _to_exercise(self, exercise: Exercise) -> Option[GoTo[ReaderPage]]:
        minutes = exercise.evening if self._whole else exercise.minutes
        label = _("Exercise: {title}, {minutes} minutes")
        label = label.format(title=exercise.title, minutes=minutes)
        return Option(GoTo(OfExercise(exercise.id)), label)


def _back() -> Option[Back]:
    return Option(Back(), _("Back"))


def _to_reading(reading: Reading) -> Option[GoTo[ReaderPage]]:
    label = _("{theme}: {title}").format(theme=theme_title(reading.theme), title=reading.title)
    return Option(GoTo(OfReading(reading.id)), label)


def _links_to(reading: Reading, exercise: str) -> bool:
    return any(link.to == "exercise" and link.id == exercise for link in reading.links)


def _holds(exercise: Exercise, words: str) -> bool:
    text = f"{exercise.title} {exercise.aim}".casefold()
    return all(word in text for word in words.split())

"""The map of a programme: which evening of it they are at, and how it is known again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import tomli_w
from support.choosing import moment
from support.couple import answering
from support.evening import StillClock, answer, begin, resume, workshop_of

from workshop import paths
from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import CloseEvening
from workshop.content.library import Library
from workshop.desk.desk import Desk
from workshop.store.workshop import Workshop

FIRST = {"exercises": ["appreciation"], "line": "Thanks."}
SECOND = {"exercises": ["small-promises", "common-ground"], "line": "A promise, and rules."}


def saved(own: Path, *evenings: dict[str, object]) -> None:
    document = {
        "format": 1,
        "id": "ours",
        "title": "Ours",
        "aim": "Something small.",
        "evenings": list(evenings),
    }
    (own / "programmes").mkdir(parents=True, exist_ok=True)
    (own / "programmes" / "ours.toml").write_text(tomli_w.dumps(document))


@dataclass
class Two:
    """A couple on the path of a programme of their own."""

    folder: Path
    own: Path
    clock: StillClock

    @property
    def library(self) -> Library:
        return Library(paths.builtin_content(), self.own)

    def begun(self, **changes: object) -> Iterator[Choice]:
        """Begin; yield each map that is shown, to the close."""
        path = (*FIRST["exercises"], *SECOND["exercises"])
        workshop = workshop_of(path).model_copy(update={"programme": "ours", **changes})
        assert isinstance(workshop, Workshop)
        yield from maps(begin(self.folder, workshop, self.library, self.clock))

    def another_day(self) -> Iterator[Choice]:
        yield from maps(resume(self.folder, self.library, self.clock))


def maps(desk: Desk) -> Iterator[Choice]:
    """Yield each map that is shown; they take what it offers first, until the evening is over."""
    while not isinstance(asked := desk.ask(), Farewell):
        if isinstance(asked, Choice) and moment(asked) == "map":
            yield asked
            desk.reply(Chosen(asked.options[0].does))
        else:
            answer(desk, answering)


@pytest.fixture
def two(tmp_path: Path) -> Two:
    saved(tmp_path / "own", FIRST, SECOND)
    return Two(tmp_path / "us", tmp_path / "own", StillClock())


def test_the_map_says_which_evening_it_is_and_lists_its_exercises(two: Two) -> None:
    first = next(two.begun())

    assert first.lines == (
        "Ours, evening 1 of 2: Thanks.",
        "to do: Thanks, so that it lands, 6 minutes",
        "to do: evening 2: A promise, and rules.",
    )


def test_once_its_exercises_are_done_the_evening_is_and_closing_it_comes_first(two: Two) -> None:
    _first, second = two.begun()

    assert second.lines == (
        "Ours: evening 1 of 2 is done. What comes next can wait.",
        "done: Thanks, so that it lands, 6 minutes",
        "to do: evening 2: A promise, and rules.",
    )
    assert second.options[0].does == CloseEvening()


def test_next_time_it_is_the_next_evening(two: Two) -> None:
    list(two.begun())

    first = next(two.another_day())

    assert first.lines == (
        "Ours, evening 2 of 2: A promise, and rules.",
        "done: evening 1: Thanks.",
        "to do: One small promise each, 10 minutes",
        "to do: Common ground, 12 minutes",
    )
    assert first.options[-1].does == CloseEvening()


def test_where_somebody_guides_it_is_a_session(two: Two) -> None:
    first = next(two.begun(guided=True))

    assert first.lines[0] == "Ours, session 1 of 2: Thanks."
    assert first.lines[2] == "to do: session 2: A promise, and rules."


def test_a_workshop_that_names_no_programme_is_known_by_its_path(two: Two) -> None:
    first = next(two.begun(programme=None))

    assert first.lines[0] == "Ours, evening 1 of 2: Thanks."


@pytest.mark.parametrize("change", ["gone", "broken", "another path"])
def test_a_programme_that_is_not_the_same_any_more_leaves_the_path(two: Two, change: str) -> None:
    file = two.own / "programmes" / "ours.toml"
    match change:
        case "gone":
            file.unlink()
        case "broken":
            file.write_text("format = ")
        case _:
            saved(two.own, SECOND, FIRST)

    first = next(two.begun())

    assert first.lines == (
        "to do: Thanks, so that it lands, 6 minutes",
        "to do: One small promise each, 10 minutes",
        "to do: Common ground, 12 minutes",
    )

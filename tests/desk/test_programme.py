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
from workshop.cards.deeds import Back, CloseEvening, LookForAnother, ThrowAway
from workshop.content.library import Library
from workshop.core.course.session import Ask
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
        yield from maps(self.sat_down(**changes))

    def sat_down(self, **changes: object) -> Desk:
        """Begin, and sit down."""
        path = (*FIRST["exercises"], *SECOND["exercises"])
        workshop = workshop_of(path).model_copy(update={"programme": "ours", **changes})
        assert isinstance(workshop, Workshop)
        return begin(self.folder, workshop, self.library, self.clock)

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


def test_its_first_exercise_begins_at_once_and_where_it_is_thrown_away_the_map_comes(
    two: Two,
) -> None:
    desk = two.sat_down()
    while isinstance(asked := desk.ask(), Ask) and asked.turn.id.step == "opening":
        answer(desk, answering)

    assert desk.title == "Thanks, so that it lands"
    desk.leave()
    desk.reply(Chosen(ThrowAway()))
    desk.reply(Chosen(Back()))
    shown = desk.ask()
    assert isinstance(shown, Choice)
    assert shown.lines == (
        "Ours, evening 1 of 2: Thanks.",
        "to do: Thanks, so that it lands, 6 minutes",
        "to do: evening 2: A promise, and rules.",
    )


def test_where_its_first_exercise_is_not_there_the_map_comes(two: Two) -> None:
    (two.own / "appreciation.toml").write_text("format = ")

    assert next(two.begun()).lines[0] == "Ours, evening 1 of 2: Thanks."


def test_once_its_exercises_are_done_the_evening_is_and_closing_it_comes_first(two: Two) -> None:
    (second,) = two.begun()

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

    assert first.lines[0] == "Ours: evening 1 of 2 is done. What comes next can wait."


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


def test_once_all_of_it_is_done_another_exercise_comes_first(two: Two) -> None:
    list(two.begun())
    list(two.another_day())

    first = next(two.another_day())

    assert first.options[0].does == LookForAnother()

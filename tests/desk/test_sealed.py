"""Sealed means sealed: looked for in every file after every turn, and in every ask and card."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import (
    BOTH_THINK_OF_IT,
    Couple,
    by_chance,
    deciding,
    deleting,
    keeping,
    marked,
    possible,
    texts,
)
from support.effort import every, examples
from support.evening import (
    A_DAY,
    ANSWERS,
    MadeUp,
    Unsynced,
    asks,
    begin,
    documents,
    files,
    how,
    workshop_of,
)
from support.exercises import (
    EVERYTHING,
    by_id,
    every_exercise,
    exercises,
    shipped_exercises,
    ways_for,
)

from workshop.core.course.session import TYPING, Ask, Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, BySide
from workshop.core.turns import Compound, Consent, Handover, Reveal, SealedPart
from workshop.core.turns.reply import Changed, Circled, Done, Held, Opened, Reply
from workshop.desk.desk import Desk
from workshop.desk.evening import Evening
from workshop.store.documents import Kept

pytestmark = pytest.mark.every(5)

DECISIONS: dict[str, Couple] = {
    "both write, and say yes": deciding(),
    "both have other words": deciding(consents=("other words", "other words")),
    "the first throws away, and has other words": deciding(
        ("throw away", "write"), ("other words", "yes")
    ),
    "anything": by_chance(1),
    "the second throws away, and has other words": deciding(
        ("write", "throw away"), ("yes", "other words")
    ),
    "other words, not now": deciding(consents=("other words", "not now")),
    "not now, other words": deciding(consents=("not now", "other words")),
    "anything else": by_chance(2),
}
FEW = 3


def evenings() -> list[tuple[Exercise, str, BySide[Answers]]]:
    """Return what is done how: each exercise somehow, the one with everything in any way."""
    return [
        *(
            (exercise, way, TYPING)
            for exercise in shipped_exercises()[:: every(3)]
            for way in ways_for(exercise, list(DECISIONS), FEW)
        ),
        *((EVERYTHING, way, TYPING) for way in DECISIONS),
        *((EVERYTHING, "anything", answers) for answers in ANSWERS if answers != TYPING),
    ]


def named(evening: tuple[Exercise, str, BySide[Answers]]) -> str:
    exercise, way, answers = evening
    return f"{exercise.id}, {way}, {how(answers)}"


@dataclass(frozen=True)
class Moment:
    """What there was when something was asked.

    Attributes:
        turn: the id of the turn that a face shows.
        waits: the compound turn it is a part of; empty when it is none.
        secret: what was typed sealed before, and was not opened by both.
        shown: everything that the face was given.
        files: every file there is.
        written: what was written since the moment before, in temporary files too.
    """

    turn: str
    waits: str
    secret: frozenset[str]
    shown: str
    files: dict[str, bytes]
    written: bytes

    def read(self, where: str | bytes) -> list[str]:
        """Return the secrets that can be read in `where`."""
        data = b" ".join((where if isinstance(where, bytes) else where.encode()).split())
        return [text for text in self.secret if text.encode() in data]


class Watched(Unsynced):
    """Keeps every byte that was written anywhere."""

    def __init__(self) -> None:
        self.written = b""

    def write(self, descriptor: int, data: memoryview) -> int:
        count = super().write(descriptor, data)
        self.written += bytes(data[:count])
        return count


def is_sealed(asked: Ask) -> bool:
    return isinstance(asked.turn, SealedPart | Consent) and asked.turn.privacy == "sealed"


def sit_down(
    path: Path,
    exercise: Exercise,
    system: Unsynced | None = None,
    answers: BySide[Answers] = TYPING,
) -> Desk:
    workshop = workshop_of([exercise.id], answers=answers)
    return begin(path / "us", workshop, MadeUp([exercise]), system=system or Unsynced())


def moments(
    path: Path, exercise: Exercise, couple: Couple, answers: BySide[Answers] = TYPING
) -> Iterator[Moment]:
    """Yield every moment of an evening."""
    system = Watched()
    desk = sit_down(path, exercise, system, answers)
    secret: set[str] = set()
    for asked in asks(desk, couple):
        if not isinstance(asked, Ask):
            continue
        match asked.turn:
            case Reveal(result=Opened(left=left, right=right)):
                secret -= {*texts(left), *texts(right)}
            case Reveal(result=Changed(words=words)):
                secret -= set(words)
        session = desk._evening.current
        turn = session.progress.turn if session else None
        yield Moment(
            turn=asked.turn.id,
            waits=turn.id if isinstance(turn, Compound) else "",
            secret=frozenset(secret),
            shown=f"{asked!r}{desk.card(asked)!r}",
            files=files(path, copies=True),
            written=system.written,
        )
        system.written = b""
        given = couple(asked, desk.pair)
        if is_sealed(asked) and isinstance(given, Held):
            secret |= {*texts(given)} - {BOTH_THINK_OF_IT}


@dataclass(frozen=True)
class Watching:
    """A whole evening, moment by moment, and the files it leaves."""

    moments: tuple[Moment, ...]
    left: dict[str, bytes]


@cache
def watched(exercise: Exercise, way: str, answers: BySide[Answers]) -> Watching:
    with TemporaryDirectory() as folder:
        path = Path(folder)
        seen = tuple(moments(path, exercise, deleting(DECISIONS[way]), answers))
        return Watching(seen, files(path / "us", copies=True))


@pytest.fixture(params=evenings(), ids=named)
def evening(request: pytest.FixtureRequest) -> Watching:
    return watched(*request.param)


def test_no_byte_of_a_sealed_answer_is_written_before_both_opened(evening: Watching) -> None:
    for moment in evening.moments:
        everything = b"".join(moment.files.values()) + moment.written
        assert moment.read(everything) == [], moment.turn


def test_nobody_is_shown_what_the_other_sealed(evening: Watching) -> None:
    for moment in evening.moments:
        assert moment.read(moment.shown) == [], moment.turn


def shown_while_waiting(desk: Desk, session: Session, reply: Reply) -> str:
    """Return all that is shown from one sealed answer to where the other is asked for theirs."""
    session = record(session, reply, 0, A_DAY)
    shown = ""
    while (asked := ask(session)) is not None:
        shown += f"{asked!r}{desk.card(asked)!r}"
        if not isinstance(asked.turn, Handover):
            break
        session = record(session, Done(), 0, A_DAY)
    return shown


def test_what_is_shown_while_an_answer_waits_is_the_same_whatever_it_is(tmp_path: Path) -> None:
    desk = sit_down(tmp_path, EVERYTHING)
    kinds = set[type]()

    for asked in asks(desk):
        session = desk._evening.current
        if not isinstance(asked, Ask) or not is_sealed(asked) or session is None:
            continue
        if session.pending.held:
            continue  # with the second answer both are open, or neither is
        kinds.add(type(asked.turn))
        replies = [reply for reply in possible(asked, desk.pair) if isinstance(reply, Held)]
        shown = {shown_while_waiting(desk, session, reply) for reply in replies}
        assert len(shown) == 1, asked.turn.id

    assert kinds >= {*get_args(SealedPart), Consent}


def check_nothing_is_written_meanwhile(moments: Iterable[Moment]) -> None:
    """Fail if a byte is written from the first ask of what is sealed to where both are in."""
    before: dict[str, dict[str, bytes]] = {}
    for moment in moments:
        if moment.waits:
            begins = moment.waits not in before
            asked_first = before.setdefault(moment.waits, moment.files)
            assert moment.files == asked_first, moment.turn
            assert begins or moment.written == b"", moment.turn


def test_no_file_changes_while_one_answer_waits_for_the_other(evening: Watching) -> None:
    check_nothing_is_written_meanwhile(evening.moments)


def test_a_closed_evening_leaves_nothing_but_what_both_said_yes_to(evening: Watching) -> None:
    for name, data in evening.left.items():
        table = tomllib.loads(data.decode())
        agreed = [revision.pop("text") for revision in table.pop("revisions", [])]
        assert [clause.pop("text") for clause in table.pop("clauses", [])] == agreed
        table.pop("homework", None)
        table.pop("ground_rules", None)  # what both ticked
        if name.startswith("kept/"):
            assert table.pop("pictures")
            assert table.pop("answers") == []
            assert set(table) == {"format", "exercise", "title", "on"}
        else:
            assert name.removesuffix(".bak") in ("workshop.toml", "agreement.toml")
        assert not any(
            trace in repr(table)
            for trace in ("SEALED", "NOTE", "DRAFT", "not now", "empty", "closed", "seconds")
        )


def test_a_desk_that_saved_what_waits_would_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = Evening.hold

    def save_too(sitting: Evening, session: Session) -> None:
        hold(sitting, session)
        (tmp_path / "autosave").write_text(repr(session.pending.held))

    monkeypatch.setattr(Evening, "hold", save_too)

    assert any(
        moment.read(b"".join(moment.files.values()))
        for moment in moments(tmp_path, EVERYTHING, deciding())
    )


@given(exercise=exercises(), seed=st.integers(0, 1000))
@examples(20)
def test_nothing_leaks_in_any_exercise_that_an_author_could_write(
    exercise: Exercise, seed: int
) -> None:
    with TemporaryDirectory() as folder:
        seen = tuple(moments(Path(folder), exercise, by_chance(seed)))
    for moment in seen:
        everything = b"".join(moment.files.values()) + moment.written
        assert moment.read(everything) == [], moment.turn
        assert moment.read(moment.shown) == [], moment.turn
    check_nothing_is_written_meanwhile(seen)


def test_what_is_typed_sealed_and_not_sealed_yet_is_kept_nowhere(tmp_path: Path) -> None:
    system = Watched()
    desk = sit_down(tmp_path, EVERYTHING, system)
    kinds = set[type]()

    for asked in asks(desk):
        if not isinstance(asked, Ask) or not is_sealed(asked):
            continue
        kinds.add(type(asked.turn))
        half = marked("HALF-TYPED", asked.turn, desk.pair)
        system.written = b""
        before = files(tmp_path, copies=True)
        for begun in (half, Circled(inner=(half,)), *possible(asked, desk.pair)):
            desk.draft(begun)  # a face gives what it has, of whatever kind
            assert system.written == b"", begun
            assert files(tmp_path, copies=True) == before, begun
            assert desk.ask() == asked, begun

    assert kinds >= {*get_args(SealedPart), Consent}


def test_a_sealed_answer_that_is_opened_again_starts_empty(tmp_path: Path) -> None:
    desk = sit_down(tmp_path, EVERYTHING)
    tried: set[str] = set()

    for asked in asks(desk):
        session = desk._evening.current
        if session and session.pending.held and asked.can_reopen and asked.turn.id not in tried:
            tried.add(asked.turn.id)
            desk.reopen()
            again = desk.ask()
            assert isinstance(again, Ask)
            assert isinstance(again.turn, Handover)  # the other looks away again
            desk.reply(Done())
            again = desk.ask()
            assert isinstance(again, Ask)
            assert is_sealed(again)
            assert again.draft == ""
            assert marked("SEALED", again.turn, desk.pair) not in f"{again!r}{desk.card(again)!r}"
            desk.reply(deciding()(again, desk.pair))

    assert len(tried) > 5


@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
@pytest.mark.parametrize("way", ["the first throws away, and has other words", "anything"])
def test_notes_that_both_keep_hold_no_sealed_answer_that_was_never_opened(
    tmp_path: Path, exercise: Exercise, way: str
) -> None:
    couple = keeping(DECISIONS[way])
    desk = sit_down(tmp_path, exercise)
    opened = set[str]()
    for asked in asks(desk, couple):
        if isinstance(asked, Ask) and isinstance(asked.turn, Reveal):
            match asked.turn.result:
                case Opened(left=left, right=right):
                    opened |= {*texts(left), *texts(right)}

    kept = documents(tmp_path / "us").get("kept/1.toml")

    answers = kept.answers if isinstance(kept, Kept) else ()
    sealed = {point for answer in answers for point in answer.text.split("\n") if "SEALED" in point}
    assert sealed <= {point.strip() for point in opened}
    assert all(answer.text.strip() for answer in answers)


def test_before_anything_sealed_the_other_is_asked_to_look_away_whoever_has_the_keyboard(
    tmp_path: Path,
) -> None:
    desk = sit_down(tmp_path, EVERYTHING)
    before: Ask | None = None
    seen = 0

    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.typed and asked.turn.privacy == "sealed":
            seen += 1
            if asked.turn.id == "opening/tonight/1":  # they have just sat down: its card asks that
                assert any("SAM, look away." in note for note in desk.card(asked).notes)
                continue
            assert before is not None
            assert isinstance(before.turn, Handover), asked.turn.id
            assert before.turn.to == asked.turn
        before = asked if isinstance(asked, Ask) else None

    assert seen > 10

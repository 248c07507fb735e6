"""One of the two is called otherwise: both are told, and no stop leaves half of it."""

import shutil
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest
from support.couple import deciding, keeping
from support.disks import Deadly, Killed
from support.effort import every
from support.evening import (
    A_DAY,
    SHIPPED,
    UNSYNCED,
    MadeUp,
    StillClock,
    asks,
    begin,
    documents,
    files,
    resume,
    sit_through,
    workshop_of,
)
from support.exercises import SHORT

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import Unchanged, verify
from workshop.core.course.session import Ask
from workshop.core.turns import Handover
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.errors import Refused
from workshop.store.documents import Kept
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop
from workshop.system import System

LIBRARY = MadeUp([SHORT, *(SHIPPED.exercise(id) for id in SHIPPED.exercise_ids())])
LATER = StillClock(A_DAY + timedelta(days=7))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop with a clause of each, and notes that both kept."""
    path = tmp_path_factory.mktemp("kept") / "us"
    sit_through(begin(path, workshop_of(["short"]), LIBRARY), keeping(deciding()))
    return path


@pytest.fixture
def us(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "us"))


def call(path: Path, name: str, system: System = UNSYNCED) -> None:
    """Let the left one be called otherwise, where nobody sits down."""
    folder = Folder(path, system)
    folder.open()
    try:
        OpenWorkshop(folder, LIBRARY).names.call("left", name, LATER.today())
    finally:
        folder.close()


def workshop_in(path: Path) -> Workshop:
    found = documents(path)["workshop.toml"]
    assert isinstance(found, Workshop)
    return found


def agreement_in(path: Path) -> Agreement:
    found = documents(path)["agreement.toml"]
    assert isinstance(found, Agreement)
    return found


def told(path: Path, *, days: int = 7) -> tuple[str, ...]:
    """Return what is told as news when they sit down some days later; then close."""
    desk = resume(path, LIBRARY, StillClock(A_DAY + timedelta(days=days)))
    said: tuple[str, ...] = ()
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "opening/changed":
            said = tuple(one.text for one in asked.turn.quotations)
    desk.stop()
    return said


def test_both_are_told_once_when_they_next_sit_down(us: Path) -> None:
    call(us, "Kim")
    call(us, "Kay")

    assert told(us) == ("ALEX is called Kay now.",)
    assert told(us, days=14) == ()
    assert workshop_in(us).left.was is None


def test_a_name_that_is_back_is_no_news(us: Path) -> None:
    call(us, "Kim")
    call(us, "ALEX")

    assert told(us) == ()
    assert [one.new for one in agreement_in(us).renamings] == ["Kim", "ALEX"]


def test_both_are_told_where_there_is_no_agreement_yet(tmp_path: Path) -> None:
    path = tmp_path / "us"
    begin(path, workshop_of(["short"]), LIBRARY).stop()

    call(path, "Kim")

    assert told(path) == ("ALEX is called Kim now.",)


def test_what_was_kept_says_who_wrote_it_by_the_name_of_now(us: Path) -> None:
    written = [one for one in documents(us).values() if isinstance(one, Kept)]
    assert any(one.who == "ALEX" for kept in written for one in kept.answers)

    call(us, "Kim")

    now = [one for one in documents(us).values() if isinstance(one, Kept)]
    assert {one.who for kept in now for one in kept.answers} <= {"Kim", "SAM", "both"}
    assert [one.text for kept in now for one in kept.answers] == [
        one.text for kept in written for one in kept.answers
    ]


@pytest.mark.parametrize("name", ["", "sam", "x" * 41, "\u200b", "ALEX"])
def test_what_cannot_be_is_refused_and_nothing_is_written(us: Path, name: str) -> None:
    before = files(us)

    with pytest.raises(Refused):
        call(us, name)

    assert files(us) == before


def test_killed_at_any_call_it_is_one_name_or_the_other_everywhere(us: Path) -> None:
    before, after = us, Path(shutil.copytree(us, us.with_name("after")))
    call(after, "Kim")
    for calls in range(0, 1000, every(9)):
        path = Path(shutil.copytree(us, us.with_name(str(calls))))
        disk = Deadly()
        disk.calls_left = calls
        try:
            call(path, "Kim", disk)
        except Killed:
            resume(path, LIBRARY, LATER).stop()
            written = [_record(path) == _record(one) for one in (before, after)]
            assert any(written), f"killed at call {calls}"
        if not disk.dead:
            break
    assert 30 < calls < 999


def _record(path: Path) -> tuple[object, ...]:
    """Return what a stop may not leave half done."""
    found = documents(path)
    kept = [one for one in found.values() if isinstance(one, Kept)]
    workshop = workshop_in(path)
    return workshop.left, workshop.renaming, found["agreement.toml"], kept


def test_in_the_middle_of_an_exercise_it_goes_on_where_it_was(us: Path, tmp_path: Path) -> None:
    path = tmp_path / "half"
    desk = begin(path, workshop_of(["short", "compromise"]), LIBRARY)
    for _asked in islice(asks(desk, deciding()), 10):
        pass
    before = desk.ask()
    desk.stop()

    call(path, "Kim")

    desk = resume(path, LIBRARY)
    for asked in asks(desk, deciding()):
        if isinstance(asked, Ask):
            break
    assert isinstance(before, Ask)
    assert isinstance(asked.turn, Handover)
    assert asked.turn.to.id.whole == before.turn.id.whole  # both are asked again
    assert desk.pair.left == "Kim"
    sit_through(desk, deciding())
    assert verify(agreement_in(path)) == Unchanged()

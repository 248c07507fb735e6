"""Killed at any call of a save: no clause is lost, none is doubled, and the evening ends the same.

The first call of a save kills, then the second, and so on until a save meets no kill.
"""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support.couple import Couple, deciding, deleting, keeping
from support.disks import Deadly, Killed
from support.effort import LONG, every
from support.evening import (
    A_DAY,
    SHIPPED,
    MadeUp,
    StillClock,
    answer,
    begin,
    documents,
    drop,
    end_it,
    files,
    resume,
    sit_through,
    workshop_of,
)
from support.exercises import ESSENTIALS, SHORT

from workshop.cards.choice import Chosen, Farewell
from workshop.cards.deeds import PutAway
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import Unchanged, verify
from workshop.core.course.session import Ask
from workshop.core.turns import Consent, Joint
from workshop.core.turns.deed import Enact, Reword
from workshop.desk.desk import Desk
from workshop.store.folder import Folder

pytestmark = pytest.mark.every(5)

LIBRARY = MadeUp([SHORT, *(SHIPPED.exercise(id) for id in SHIPPED.exercise_ids())])
MOST_CALLS = 1000
CLAUSES = {"compromise": 1, "short": 3}
NOTES = {"they keep the notes": keeping(deciding()), "they delete the notes": deleting(deciding())}


def go_on_to(desk: Desk, couple: Couple, here: Callable[[Desk], bool]) -> None:
    """Answer everything that comes before the place that `here` knows."""
    while not here(desk):
        assert not isinstance(desk.ask(), Farewell)
        answer(desk, couple)


def at_the_last_yes(desk: Desk) -> bool:
    """Whether the next answer puts a clause in force."""
    session, asked = desk._evening.current, desk.ask()
    turn = session.progress.turn if session else None
    return (
        isinstance(asked, Ask)
        and isinstance(asked.turn, Consent)
        and isinstance(turn, Joint)
        and isinstance(turn.deed, Enact | Reword)
        and session is not None
        and len(session.pending.held) == 1
    )


def at_the_last_answer(desk: Desk) -> bool:
    """Whether the next answer closes the evening."""
    asked = desk.ask()
    return isinstance(asked, Ask) and asked.turn.id == "closing/thanks"


def is_closed(path: Path) -> bool:
    """Whether the evening in `path` was closed."""
    return "agreement.toml" in files(path) and not any("notes/" in name for name in files(path))


def agreement_in(path: Path) -> Agreement:
    found = documents(path)["agreement.toml"]
    assert isinstance(found, Agreement)
    return found


def check_kills(
    tmp_path: Path, exercise: str, couple: Couple, here: Callable[[Desk], bool]
) -> dict[str, bytes]:
    """Kill at each call of what is saved `here`; return the files that there are in the end."""
    stopped, whole = tmp_path / "stopped", tmp_path / "whole"
    desk = begin(stopped, workshop_of([exercise]), LIBRARY)
    go_on_to(desk, couple, here)
    drop(desk)
    shutil.copytree(stopped, whole)
    sit_through(resume(whole, LIBRARY), couple)
    expected = files(whole)

    for calls in range(MOST_CALLS):
        path, disk = tmp_path / str(calls), Deadly()
        shutil.copytree(stopped, path)
        desk = resume(path, LIBRARY, system=disk)
        go_on_to(desk, couple, here)
        disk.calls_left = calls
        try:
            answer(desk, couple)
        except Killed:
            drop(desk)
            documents(path)
            end_it(resume(path, LIBRARY), couple)
        if not disk.dead:
            break
        assert files(path) == expected, f"killed at call {calls}"
    assert calls >= 20
    return expected


@pytest.mark.parametrize("exercise", CLAUSES)
def test_a_kill_while_a_clause_is_settled_neither_loses_nor_doubles_it(
    tmp_path: Path, exercise: str
) -> None:
    check_kills(tmp_path, exercise, deleting(deciding()), at_the_last_yes)

    agreement = agreement_in(tmp_path / "whole")
    assert len(agreement.clauses) == len(agreement.revisions) == CLAUSES[exercise]
    assert isinstance(verify(agreement), Unchanged)


def killed(path: Path, couple: Couple, here: Callable[[Desk], bool], name: str) -> None:
    """Have an evening in `path` that is killed `here`, right before the file `name` is replaced."""
    disk = Deadly()
    desk = begin(path, workshop_of(["short"]), LIBRARY, system=disk)
    go_on_to(desk, couple, here)
    disk.dies_before_replacing = name
    with pytest.raises(Killed):
        answer(desk, couple)
    drop(desk)


def test_a_clause_whose_notes_are_thrown_away_after_a_kill_is_still_in_force(
    tmp_path: Path,
) -> None:
    killed(tmp_path / "us", deleting(deciding()), at_the_last_yes, "agreement.toml")
    assert "agreement.toml" not in files(tmp_path / "us")

    desk = resume(tmp_path / "us", LIBRARY)
    desk.reply(Chosen(PutAway()))

    assert len(agreement_in(tmp_path / "us").clauses) == 1
    assert "notes/1.toml" not in files(tmp_path / "us")


def test_an_evening_killed_while_it_is_closed_is_closed_on_the_next_day(tmp_path: Path) -> None:
    killed(tmp_path / "us", deleting(deciding()), at_the_last_answer, "workshop.toml")
    assert "notes/1.toml" in files(tmp_path / "us")

    desk = resume(tmp_path / "us", LIBRARY, StillClock(A_DAY + timedelta(days=1)))

    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert asked.turn.id.startswith("opening/tonight")
    assert "notes/1.toml" not in files(tmp_path / "us")
    assert desk._workshop.saved.next_evening


@pytest.mark.parametrize("couple", NOTES.values(), ids=NOTES)
def test_a_kill_while_the_evening_is_closed_closes_it_all_the_same(
    tmp_path: Path, couple: Couple
) -> None:
    expected = check_kills(tmp_path, "short", couple, at_the_last_answer)

    kept = {"kept/1.toml"} if couple is NOTES["they keep the notes"] else set()
    assert set(expected) == {"workshop.toml", "agreement.toml"} | kept


@pytest.mark.parametrize("exercise", SHIPPED.exercise_ids()[:: every(3)])
def test_a_kill_at_any_call_of_a_whole_evening_leaves_the_same_files_in_the_end(
    tmp_path: Path, exercise: str
) -> None:
    couple = NOTES["they keep the notes"]
    sit_through(begin(tmp_path / "whole", workshop_of([exercise]), LIBRARY), couple)
    expected = files(tmp_path / "whole")

    # In both faces at any call, of one evening: `test_evenings`. Here each exercise, at fewer.
    step = (4 if exercise in ESSENTIALS else 9) if LONG else 83
    for calls in range(0, 100_000, step):
        path, disk = tmp_path / str(calls), Deadly()
        folder = Folder(path, disk)
        folder.create(workshop_of([exercise]))
        disk.calls_left = calls
        try:
            sit_through(Desk(folder, LIBRARY, StillClock()), couple)
        except Killed:
            folder.close()
            documents(path)
            end_it(resume(path, LIBRARY), couple)
        assert files(path) == expected, f"killed at call {calls}"
        if not disk.dead:
            break
    assert calls > 100

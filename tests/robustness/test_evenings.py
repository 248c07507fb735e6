"""A kill or a fault at any call of an evening, in both faces: nothing is lost, and all is told.

What a kill leaves is old or new, file by file, holds nothing sealed, and is gone on with to the
same end. A fault is told, or changes nothing; then trying again is enough.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.effort import LONG

from .faces import FACES
from .figures import control, evening

SEED = 7
KILLS = {"line by line": 500, "on the screen": 500} if LONG else {"line by line": 15}
"""How many in each face; the screen is drawn at each answer, for which by default is no time."""
FAULTS = {"line by line": 1500, "on the screen": 60} if LONG else {"line by line": 15}
CONTROL = 100 if LONG else 12
MOST_ARE_TOLD = 0.8
"""The part of faults after which something could not be saved, or told, at first."""


@pytest.mark.parametrize("face", KILLS)
def test_after_a_kill_or_a_fault_at_any_call_nothing_is_lost_and_all_is_told(
    tmp_path: Path, face: str, tally: Callable[[str, int], None]
) -> None:
    killed, failed = evening(face, tmp_path, KILLS[face], FAULTS[face], SEED)

    assert (killed.wrong, failed.wrong) == ([], [])
    assert killed.tried == KILLS[face]
    assert failed.tried > 0.9 * FAULTS[face]  # those that hit nothing do not count
    assert failed.told >= MOST_ARE_TOLD * failed.tried
    for row in (killed, failed):
        tally(row.what, row.tried)


def test_a_writer_that_writes_in_place_is_seen_to_tear_files_and_to_lose_words(
    tmp_path: Path, tally: Callable[[str, int], None]
) -> None:
    killed, failed = control(tmp_path, CONTROL, CONTROL, SEED)

    assert any("neither old nor new" in wrong for wrong in killed.wrong)
    assert any("unsaid" in wrong or "neither" in wrong for wrong in failed.wrong)
    for row in (killed, failed):
        tally(f"{row.what}: wrong", len(row.wrong))


def test_there_is_no_face_that_is_not_tried() -> None:
    assert not LONG or KILLS.keys() == FAULTS.keys() == FACES.keys()

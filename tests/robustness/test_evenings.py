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
TRIED = [("line by line", "plain", 15, 15)]
"""In which face, on what workshop, how many kills, how many faults."""
if LONG:  # each answer draws the screen anew, for which there is no time else
    TRIED = [
        ("line by line", "plain", 500, 1500),
        ("on the screen", "plain", 500, 60),
        ("line by line", "locked", 100, 100),
    ]
CONTROL = 100 if LONG else 12
MOST_ARE_TOLD = 0.75
"""The part of faults after which something could not be saved, or told, at first."""


@pytest.mark.parametrize(("face", "of", "kills", "faults"), TRIED)
def test_after_a_kill_or_a_fault_at_any_call_nothing_is_lost_and_all_is_told(
    tmp_path: Path, face: str, of: str, kills: int, faults: int, tally: Callable[[str, int], None]
) -> None:
    rows = evening(face, tmp_path, kills, faults, SEED, is_locked=of == "locked")
    killed, failed = rows

    assert (killed.wrong, failed.wrong) == ([], [])
    assert killed.tried == kills
    assert failed.tried > 0.9 * faults  # those that hit nothing do not count
    assert failed.told >= MOST_ARE_TOLD * failed.tried
    for row in rows:
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
    assert not LONG or {face for face, *_rest in TRIED} == FACES.keys()

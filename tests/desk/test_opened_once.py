"""To go on, each document is opened once; what changes on disk meanwhile is found all the same."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from support.evening import asks, begin, resume, workshop_of
from support.page import page_of

from workshop import paths
from workshop.core.course.session import Ask
from workshop.store.folder import Folder
from workshop.system import System

A_WEEK_AGO = (1_700_000_000, 1_700_000_000)


@contextmanager
def counted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Count how often each file in `folder` is opened to be read."""
    opened: Counter[str] = Counter()

    def counting(really: Callable[..., Any]) -> Callable[..., Any]:
        def opening(path: Path | str, *more: Any, **options: Any) -> Any:
            path = Path(path)
            if path.is_relative_to(folder) and path.suffix == ".toml":
                opened[str(path.relative_to(folder))] += 1
            return really(path, *more, **options)

        return opening

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", counting(Path.open))
        really = System.open
        opening = counting(lambda path, disk, *more: really(disk, path, *more))
        patched.setattr(System, "open", lambda disk, path, *more: opening(path, disk, *more))
        yield opened


def left_in_the_middle(us: Path) -> Path:
    """Leave an exercise in the middle, with an agreement beside it, so that it is a week old."""
    desk = begin(us, workshop_of(["active-listening"]))
    desk._workshop.folder.save_agreement(page_of())
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id.startswith("floor/"):
            break
    desk.stop()
    for path in us.rglob("*.toml"):
        os.utime(path, A_WEEK_AGO)
    return us


def test_each_document_is_opened_once_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    us = left_in_the_middle(tmp_path / "us")
    there = {str(path.relative_to(us)): 1 for path in us.rglob("*.toml")}
    assert len(there) == 4  # workshop, agreement, the evening's notes and the exercise's

    with counted(us, monkeypatch) as opened:
        desk = resume(us)
        desk.ask()

    assert opened == there


def test_so_is_the_exercise_that_is_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    us = left_in_the_middle(tmp_path / "us")

    with counted(paths.builtin_content(), monkeypatch) as opened:
        desk = resume(us)
        desk.ask()

    assert opened == {"active-listening.toml": 1, "evening/words.toml": 1}


def test_what_is_changed_meanwhile_is_read_again_even_if_it_looks_as_old(tmp_path: Path) -> None:
    folder = Folder(left_in_the_middle(tmp_path / "us"))
    before = folder.agreement()
    assert before is not None
    page = folder.agreement_path
    page.write_text(page.read_text("utf-8").replace("ALEX", "ALEC"), "utf-8")
    os.utime(page, A_WEEK_AGO)

    after = folder.agreement()

    assert after is not None
    assert after.partners == ("ALEC", "SAM")
    assert before.partners == ("ALEX", "SAM")


def test_what_is_changed_just_after_it_was_read_is_read_again(tmp_path: Path) -> None:
    us = left_in_the_middle(tmp_path / "us")
    folder = Folder(us)
    folder.agreement()
    page = us / "agreement.toml"
    page.write_text(page.read_text("utf-8").replace("ALEX", "ALEC"), "utf-8")
    folder.agreement()
    page.write_text(page.read_text("utf-8").replace("ALEC", "ALEK"), "utf-8")

    after = folder.agreement()

    assert after is not None
    assert after.partners == ("ALEK", "SAM")

"""`workshop check` names every link, and says what becomes of those in a workshop's folder."""

import os
from pathlib import Path

from plain.support import Program

from workshop import paths


def test_every_link_in_a_workshop_is_named_and_judged(
    program: Program, us: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ours.toml"
    (us / "agreement.toml").rename(elsewhere)
    (us / "agreement.toml").symlink_to(elsewhere)
    (us / "photos").symlink_to(tmp_path)
    fine = program("check", str(us))
    (us / "notes" / "evening.toml.bak").symlink_to(tmp_path / "profile")
    (us / ".lock").unlink()
    (us / ".lock").symlink_to(tmp_path / "profile")
    os.mkfifo(us / "workshop.toml.bak")

    ran = program("check", str(us))

    assert (fine.code, fine.out.count("warning: this is a link to")) == (0, 2)
    assert ran.code == 1
    for name in ("notes/evening.toml.bak", ".lock"):
        assert f"{us / name}: this is a link to {tmp_path / 'profile'}. It is not" in ran.out
    assert f"{us / 'workshop.toml.bak'}: this is a pipe or a device" in ran.out


def test_a_link_among_exercises_is_named_and_stops_nothing(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "money.toml").symlink_to(paths.builtin_content() / "money.toml")

    ran = program("check", str(tmp_path / "mine"))

    assert ran.code == 0
    assert "money.toml: warning: this is a link to" in ran.out

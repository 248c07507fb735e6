"""A locked workshop line by line: a passphrase is typed, and never shown."""

import sys
from pathlib import Path

import pytest
from store.test_locked import everything, make
from support.key_files import lock_for_all
from support.locks import HERS, HIS

from .support import Program
from .test_real_terminal import Talk

on_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")


@pytest.fixture
def us(tmp_path: Path) -> Path:
    us = make(tmp_path / "data" / "us")
    lock_for_all(us)
    return us


@on_a_terminal
def test_it_is_opened_by_what_is_not_shown(us: Path) -> None:
    talk = Talk(us.parent, "resume", "us", "--plain", TERM="xterm")

    for words in ("", "not this one", HIS):
        talk.wait()
        talk.child.sendline(words)
    talk.child.expect_exact("answers, sealed")
    talk.child.close(force=True)

    seen = talk.seen.getvalue()
    assert "ALEX" in seen
    assert "Type a passphrase first." in seen
    assert seen.count("takes a few seconds") == 2
    assert HIS not in seen
    assert "not this one" not in seen
    assert [name for name in everything(us) if not name.endswith(".age")] == ["locked.toml"]


@on_a_terminal
@pytest.mark.parametrize("word", [":back", ":quit", ":hide"])
def test_there_is_a_way_back(us: Path, word: str) -> None:
    before = everything(us)
    talk = Talk(us.parent, "resume", "us", "--plain")

    talk.wait()
    talk.child.sendline(word)

    assert talk.ended()[0] == 0
    assert everything(us) == before


@on_a_terminal
def test_a_command_asks_for_it_too(us: Path) -> None:
    talk = Talk(us.parent, "show", "us")

    talk.child.expect_exact("A passphrase for us: ")
    talk.child.sendline(HERS)
    talk.child.expect_exact("The agreement of ALEX and SAM")

    assert talk.ended()[0] == 0
    assert HERS not in talk.seen.getvalue()


def test_where_nobody_types_it_says_that_it_is_locked(
    us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = Program(us.parent, monkeypatch)("resume", "us", "--plain", reply=f"{HIS}\n")

    assert ran.code == 1
    assert ran.err.startswith("workshop: us is locked. A passphrase of one of you opens it")
    assert "ALEX" not in ran.out


def test_home_names_it_without_names(us: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = Program(us.parent, monkeypatch)("--plain")

    assert "Go on with us, locked" in ran.out
    assert "ALEX" not in ran.out

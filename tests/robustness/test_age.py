"""A locked workshop in the hands of others: the tool `age`, and files that were tampered with."""

import base64
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest
from store.test_locked import everything, make
from support.effort import LONG
from support.key_files import KEY_FILES, SECRET, lock_for_all
from support.locks import HERS, HIS, QUICK

from workshop.errors import Refused, Unreadable
from workshop.store.folder import Folder
from workshop.store.forgetting import Holder
from workshop.store.keys import opened
from workshop.store.scrypt import SCRYPT, work_factor
from workshop.store.vault import Vault

AGE = shutil.which("age")
HOLDERS: tuple[Holder, ...] = ("left", "right")


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop behind keys that `age` opens at once."""
    us = make(tmp_path / "data" / "us")
    lock_for_all(us)
    return us


@pytest.mark.skipif(AGE is None, reason="age is not installed")
@pytest.mark.parametrize("holder", KEY_FILES)
@pytest.mark.parametrize("name", ["agreement.toml", "notes/1.toml", "workshop.toml.bak"])
def test_the_tool_age_opens_it_with_the_passphrase_of_either(
    us: Path, holder: Holder, name: str
) -> None:
    said = Vault.of(SECRET).open((us / f"{name}.age").read_bytes(), name)
    assert AGE is not None

    tool = pexpect.spawn(AGE, ["-d", "-i", f"key-{holder}.age", f"{name}.age"], cwd=us, timeout=30)
    tool.expect("passphrase")
    tool.sendline(KEY_FILES[holder][0])
    tool.expect(pexpect.EOF)
    tool.close()

    assert tool.exitstatus == 0
    assert said.replace(b"\n", b"\r\n") in tool.before


@pytest.mark.parametrize("passphrase", [HERS, HIS])
def test_the_real_thing_opens_it(us: Path, passphrase: str) -> None:
    vault, _holder = opened(us, passphrase, SCRYPT, HOLDERS)

    assert vault.secret == SECRET
    assert Folder(us, vault=vault).workshop().names == ("ALEX", "SAM")


@pytest.mark.parametrize("wrong", ["left and right of i", " " + HERS, HERS.upper(), "\udce4\udcff"])
def test_a_wrong_passphrase_opens_nothing(us: Path, wrong: str) -> None:
    before = everything(us)

    with pytest.raises(Refused, match="opens nothing here"):
        opened(us, wrong, SCRYPT, HOLDERS)

    assert everything(us) == before


@pytest.mark.skipif(not LONG, reason="the work of a real passphrase takes seconds")
def test_what_is_put_behind_a_real_passphrase_comes_out_again(tmp_path: Path) -> None:
    file = SCRYPT.wrap(SECRET, HIS)

    assert SCRYPT.unwrap(file, HIS, "") == SECRET
    assert SCRYPT.unwrap(file, HERS, "") is None
    assert (work_factor(file) or 0) >= 10
    if AGE is not None:
        (tmp_path / "key.age").write_bytes(file)
        tool = pexpect.spawn(AGE, ["-d", "key.age"], cwd=tmp_path, timeout=60)
        tool.expect("passphrase")
        tool.sendline(HIS)
        tool.expect(pexpect.EOF)
        assert SECRET.strip() in tool.before


def test_no_list_of_processes_shows_a_passphrase(us: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    really = subprocess.run

    def run(words: list[str], **more: Any) -> Any:
        seen.extend([*words, *(more.get("env") or {}).values()])
        return really(words, **more)

    monkeypatch.setattr(subprocess, "run", run)
    opened(us, HERS, SCRYPT, HOLDERS)

    assert seen
    assert not [word for word in seen if HERS in word or "AGE-SECRET" in word]


def asking_for(work: int) -> bytes:
    """Return a key file that asks for so much work."""
    armored = KEY_FILES["left"][1].splitlines()
    header = base64.b64decode(b"".join(armored[1:-1])).replace(b" 2\n", b" %d\n" % work, 1)
    return b"\n".join((armored[0], base64.b64encode(header), armored[-1], b""))


TAMPERED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _file: b"", "is not a key file"),
    "cut short": (lambda file: file[:100], "is not a key file"),
    "no armor": (lambda file: file.replace(b"AGE", b"EGA"), "is not a key file"),
    "no base64": (lambda file: file.replace(b"YWdl", b"YWdl="), "is not a key file"),
    "other kind": (lambda _file: base64.b64encode(b"x" * 200), "is not a key file"),
    "large": (lambda file: file * 100, "is not a key file"),
    "huge work": (lambda _file: asking_for(23), "asks for more work"),
    "absurd work": (lambda _file: asking_for(10**18), "asks for more work"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_key_file_that_was_tampered_with_is_told_before_any_work(
    us: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    change, told = TAMPERED[name]
    for holder in HOLDERS:
        file = us / f"key-{holder}.age"
        file.write_bytes(change(file.read_bytes()))
    before = everything(us)
    monkeypatch.setattr("workshop.store.scrypt._in_a_process", None)

    with pytest.raises(Unreadable, match=told):
        opened(us, HERS, SCRYPT, HOLDERS)

    assert everything(us) == before


def test_where_one_key_file_is_damaged_the_other_partner_opens_it(us: Path) -> None:
    (us / "key-left.age").write_bytes(b"")

    assert opened(us, HIS, SCRYPT, HOLDERS)[1] == {"right"}
    with pytest.raises(Unreadable, match=r"key-left\.age is not a key file"):
        opened(us, HERS, SCRYPT, HOLDERS)


def test_the_quick_one_of_other_tests_keeps_apart_what_the_real_one_does() -> None:
    file = QUICK.wrap(SECRET, HERS)

    assert QUICK.unwrap(file, HERS, "") == SECRET
    assert QUICK.unwrap(file, HIS, "") is None

"""Whoever asks the disk anything asks by the one seam, so that no question fails unexpectedly.

A path's own ways raise where a disk does not answer, in the middle of an evening, and no test can
let them fail.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import workshop

PACKAGE = Path(workshop.__file__).parent
ROOMS = ("store", "content", "desk", "cards", "export", "tui", "plain", "commands")
ASKING = {
    *("chmod", "exists", "glob", "group", "hardlink_to", "lchmod", "link_to", "lstat", "mkdir"),
    *("is_block_device", "is_char_device", "is_dir", "is_fifo", "is_file", "is_mount", "is_socket"),
    *("is_symlink", "iterdir", "owner", "read_bytes"),
    *("read_text", "readlink", "resolve", "rglob", "rmdir", "samefile", "stat", "symlink_to"),
    *("touch", "unlink", "walk", "write_bytes", "write_text"),
}
"""The ways of a path that ask the disk."""
NEVER = {"shutil", "tempfile", "fileinput", "glob", "filelock", "fcntl", "msvcrt"}
"""Modules that ask the disk by themselves."""
OF_THE_SYSTEM = {
    *("O_CREAT", "O_NOFOLLOW", "O_NONBLOCK", "O_RDONLY", "O_RDWR", "O_WRONLY", "O_EXCL"),
    *("environ", "fsdecode", "get_terminal_size", "getpid", "getuid", "isatty", "kill", "strerror"),
    *("_exit", "fork", "sched_getaffinity", "sep", "stat_result", "waitpid", "cpu_count"),
}
"""What is asked of `os` that is no question to the disk."""
OPENING = ("r", "w", "x", "a", "b")
ELSEWHERE = {
    "commands/pager.py": "looks for the program that shows pages",
    "content/countries.py": "reads the names of countries that a library brings along",
    "content/folders.py": "looks through an archive where the program is in one",
    "content/reading_grade.py": "reads the list of words that a library brings along",
}
"""Who may ask by itself, and why."""
SEAM = ("system", "_system", "SYSTEM")


def asked_directly(source: str) -> Iterator[str]:
    """Yield what a file asks the disk by itself, with its line."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                for name in names:
                    if name.name.partition(".")[0] in NEVER:
                        yield f"{node.lineno}: import {name.name}"
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in {*NEVER, "os"}:
                yield f"{node.lineno}: from {module} import"
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name not in OF_THE_SYSTEM:
                yield f"{node.lineno}: os.{name}"
            case ast.Call(func=ast.Name(id="open")):
                yield f"{node.lineno}: open"
            case ast.Call(func=ast.Attribute(value=asked, attr=name)) if not is_seam(asked):
                if name in ASKING or (name == "open" and is_opening(node)):
                    yield f"{node.lineno}: .{name}"


def is_seam(asked: ast.expr) -> bool:
    match asked:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in SEAM
    return False


def is_opening(call: ast.Call) -> bool:
    """Whether a call of `open` is one of a file: only those are told how."""
    if any(word.arg in ("mode", "encoding") for word in call.keywords):
        return True
    match call.args:
        case [ast.Constant(value=str(mode)), *_]:
            return set(mode) <= {*OPENING, "+", "t"}
    return False


def files() -> list[Path]:
    found = sorted(file for room in ROOMS for file in (PACKAGE / room).rglob("*.py"))
    return [file for file in found if str(file.relative_to(PACKAGE)) not in ELSEWHERE]


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_nobody_asks_the_disk_but_by_the_seam(file: Path) -> None:
    assert list(asked_directly(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("asks", "found"),
    [
        ("path.is_dir()", ".is_dir"),
        ("(folder / name).stat().st_size", ".stat"),
        ("open(path)", "open"),
        ("path.open('rb')", ".open"),
        ("path.open(encoding='utf-8')", ".open"),
        ("os.listdir(path)", "os.listdir"),
        ("list(os.scandir(path))", "os.scandir"),
        ("import shutil", "import shutil"),
        ("from os import stat", "from os import"),
    ],
)
def test_a_question_that_goes_round_the_seam_is_seen(asks: str, found: str) -> None:
    assert [said.partition(": ")[2] for said in asked_directly(asks)] == [found]


@pytest.mark.parametrize(
    "asks",
    ["self._system.stat(path)", "SYSTEM.names(folder)", "evening.open(today)", "os.getpid()"],
)
def test_what_is_no_question_to_the_disk_is_none(asks: str) -> None:
    assert list(asked_directly(asks)) == []

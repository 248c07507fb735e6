"""A whole evening as the system sees it: no network, and nothing sealed in any file it opened.

Every variable that Textual knows asks for a way out meanwhile.
"""

import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from plain.support import Choose, Couple, Lines, Program, environment
from support.effort import LONG
from test_doors import SHUT

if sys.platform != "linux":
    pytest.skip("only Linux has strace", allow_module_level=True)

from tui.window import SECONDS, Window

pytestmark = pytest.mark.skipif(not LONG, reason="in the long run, which needs strace")

SECRETS = {"ALEX": "sesame-of-alex", "SAM": "sesame-of-sam"}
EXERCISE = """format = 1
id = "sealed-line"
title = "A sealed line"
theme = "understanding"
minutes = 5
aim = "Each of you writes one line that nobody opens."
sources = ["Nobody."]

[facilitator]
before = "Nothing."
watch = ["Nothing."]

[[steps]]
kind = "write"
id = "line"
who = "each"
privacy = "sealed"
prompt = "One line."
"""
WATCHED = "%network,openat,open,creat,write,writev,pwrite64,sendfile,rename,renameat,renameat2"
CALL = re.compile(r"^\d+ +(?P<name>[a-z0-9_]+)\((?P<said>.*)$", re.MULTILINE)
WRITTEN = re.compile(r"^\d+<(?P<path>/[^>]*)>")
OPENED = re.compile(
    r"^(?:[A-Z_]+|\d+)(?:<(?P<at>[^>]*)>)?, \"(?P<path>[^\"]*)\", (?P<how>[A-Z_|]+)"
)
TO_WRITE = ("O_WRONLY", "O_RDWR", "O_CREAT")
OPEN_TO_STRACE = """
from workshop.commands import evening
evening.keep_memory_off_disk = lambda: None  # else nobody but root may look into it
"""


def strace(log: Path) -> list[str]:
    """Return the words that run a program and note what it asks of the system."""
    return ["strace", "-f", "-qq", "-y", "-s", "65536", "-e", f"trace={WATCHED}", "-o", str(log)]


def ways_out(folder: Path) -> Mapping[str, str]:
    """Return every variable that Textual knows, each asking for a way out."""
    asked = dict.fromkeys(SHUT, "1") | {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": str(folder / "textual.log"),
        "TEXTUAL_SCREENSHOT_LOCATION": str(folder),
        "TEXTUAL_DRIVER": "textual.drivers.linux_driver:LinuxDriver",
        "TEXTUAL_PRESS": "q",
    }
    return {**asked, "PYTHONDONTWRITEBYTECODE": "1"}


def check(log: Path, data: Path) -> None:
    """Fail where something went out, or where the log shows that nothing was watched."""
    told = log.read_text("utf-8", "replace")
    files: set[str] = set()
    for call in CALL.finditer(told):
        said = call["said"]
        assert "AF_INET" not in said, said
        if call["name"] == "openat" and (opened := OPENED.match(said)):
            if any(way in opened["how"] for way in TO_WRITE):
                files.add(str(Path(opened["at"] or "/", opened["path"])))
        elif (written := WRITTEN.match(said)) and not written["path"].startswith("/dev/"):
            files.add(written["path"])
            assert not any(secret in said for secret in SECRETS.values()), said[:400]
    assert any("us/" in name for name in files), sorted(files)
    elsewhere = {name for name in files if not name.startswith((f"{data}/", "/dev/"))}
    assert elsewhere == set()
    for file in filter(Path.is_file, data.rglob("*")):
        assert not any(secret.encode() in file.read_bytes() for secret in SECRETS.values())


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with an exercise in which each writes one line, sealed."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "sealed-line.toml").write_text(EXERCISE, encoding="utf-8")
    return folder


def words(own: Path) -> list[str]:
    """Return the words that begin an evening with that exercise."""
    plan = ("--names", *SECRETS, "--label", "us", "--begins", "left", "--exercise", "sealed-line")
    return ["--exercises", str(own), "start", *plan]


def in_lines(own: Path, program: Program) -> Sequence[str]:
    """Return what two type in such an evening, line by line; they open nothing."""
    typed: list[str] = []
    couple = Couple(says={"Both answers are in.": Choose("Leave both closed")})

    def reply(text: str) -> Lines:
        lines = couple(text)
        name = next((name for name in SECRETS if f"{name} writes, sealed" in text), None)
        if "only a dot" in text and name:
            lines = [SECRETS[name], "."]
        typed.extend([lines] if isinstance(lines, str) else lines or ())
        return lines

    assert program(*words(own), "--plain", reply=reply).code == 0
    assert set(SECRETS.values()) <= set(typed)
    return typed


def test_line_by_line(tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = in_lines(own, Program(tmp_path / "before", monkeypatch))
    data, log = tmp_path / "data", tmp_path / "log"

    ran = subprocess.run(
        [*strace(log), sys.executable, "-m", "workshop", *words(own)],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        cwd=own,
        env=environment(data, **ways_out(own)),
        timeout=120,
    )

    assert (ran.returncode, ran.stderr) == (0, "")
    assert "The evening is finished." in ran.stdout
    check(log, data)


BUTTONS: Mapping[str, str] = {
    "takes the keyboard": "I have the keyboard",
    "nobody else can see": "Nobody else can see",
    "answers, sealed": "Tonight",
    "writes, sealed": "Seal it",
    "closed, really": "Leave both closed, really",
    "Both answers are in.": "Leave both closed",
    "writes, open": "Pass",
    "picks the day": "No day for now",
    "Until next time": "Close the window",
    "Thank each other": "Finish the evening",
    "": "Go on",
}
"""What is on the screen, and what they click on then."""


def sit_through(window: Window) -> int:
    """Sit through such an evening; they open nothing. Returns the exit code."""
    clicked, asked = "", True
    deadline = time.monotonic() + SECONDS
    while asked:
        assert time.monotonic() < deadline, f"it goes no further:\n{window.text}"
        text = window.text
        if "   Read   " in text:
            window.press("\x1b[F", "Go on")
            continue
        found = (label for words, label in BUTTONS.items() if words in text)
        # Between brackets, where one stands right below another: no ground shows where it ends.
        shown = (label for label in found if f"  {label}  " in text or f"[{label}]" in text)
        button = next(shown, None)
        if button and text != clicked:
            name = next((name for name in SECRETS if f"{name} writes, sealed" in text), None)
            if name is not None and SECRETS[name] not in text:
                window.press(SECRETS[name], SECRETS[name])
                continue
            clicked = text
            window.click(button)
        before = len(window.stream)
        asked = window.goes_on()
        if len(window.stream) == before:
            clicked = ""
    return window.ended()


def test_on_the_screen(tmp_path: Path, own: Path) -> None:
    data, log = tmp_path / "data", tmp_path / "log"
    window = Window(data, words(own), OPEN_TO_STRACE, through=strace(log), around=ways_out(own))
    try:
        assert sit_through(window) == 0
    finally:
        window.child.close(force=True)
    assert all(secret in window.stream for secret in SECRETS.values())
    check(log, data)

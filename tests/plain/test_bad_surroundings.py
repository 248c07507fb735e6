"""Broken files, a full disk, a folder that goes away, a second window: told in a sentence."""

import errno
import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.errors import NotPrinted
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal
from workshop.system import SYSTEM

from .support import Asked, Choose, Couple, Lines, Program, Ran, contents, in_words

pytestmark = pytest.mark.every(5)

FILES = ("workshop.toml", "agreement.toml", "notes/1.toml", "notes/evening.toml")
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda good: good[:0],
    "cut in half": lambda good: good[: len(good) // 2],
    "cut in the last line": lambda good: good[:-3],
    "not TOML": lambda good: b"Dear diary,\n" + good,
    "not text": lambda good: b"\xff\xfe\x00\x01" + good,
    "another program's": lambda good: b"[tool]\nname = 'else'\n" + good[:0],
    "format 1 and nothing else": lambda good: b"format = 1\n" + good[:0],
    "newer": lambda good: good.replace(b"format = 1", b"format = 9", 1),
    "an unknown key": lambda good: b"older = 'x'\n" + good,
    "too large": lambda good: good + b"#" * 1_000_001,
    "deep": lambda good: good + b"x = " + b"[" * 100_000,
    "a huge number": lambda good: good.replace(b"format = 1", b"format = " + b"9" * 5000, 1),
}


@pytest.fixture(scope="module")
def half_done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a workshop called us, in the middle of an exercise, with a clause."""
    data = tmp_path_factory.mktemp("half-done") / "data"
    with pytest.MonkeyPatch.context() as patch:
        assert Program(data, patch).start(Couple(once={"Say one thing you know": None})).code == 0
    return data


@pytest.fixture
def us(program: Program, half_done: Path) -> Path:
    """The folder of such a workshop, of which there is no other copy yet."""
    shutil.copytree(half_done, program.data)
    return program.us


def told_once(ran: Ran) -> bool:
    """Whether it ended with one sentence on standard error and exit code 1."""
    return (
        ran.code == 1
        and ran.err.startswith("workshop: ")
        and ran.err.count("\n") == 1
        and "Traceback" not in ran.err
    )


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_told_and_left_as_it_is(
    program: Program, us: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    (us / name).write_bytes(damage((us / name).read_bytes()))
    before = program.files()

    ran = program.resume(Couple())

    assert told_once(ran)
    assert str(us / name) in ran.err
    assert "Something." not in ran.err
    assert {name: program.files()[name] for name in before} == before


@pytest.mark.parametrize("name", FILES[:2])
def test_the_list_tells_of_a_workshop_that_cannot_be_read(
    program: Program, us: Path, name: str
) -> None:
    shutil.copytree(us, program.data / "them")
    (us / name).write_bytes(b"Dear diary,\n")
    before = program.files()

    ran = program("list")

    assert told_once(ran)
    assert "them  ALEX and SAM" in ran.out
    assert program.files() == before


def test_home_goes_on_without_what_cannot_be_read(program: Program, us: Path) -> None:
    (us / "workshop.toml").write_bytes(b"Dear diary,\n")

    ran = program(reply=":quit\n")

    assert ran.code == 0
    assert (us / "workshop.toml").read_bytes() == b"Dear diary,\n"


@pytest.mark.parametrize("name", FILES[:2])
def test_the_last_good_copy_is_offered_and_can_be_put_in_place(
    program: Program, us: Path, name: str
) -> None:
    program.resume("")  # opens it, finds it good, and so takes the copy
    (us / name).write_bytes(b"Dear diary,\n")
    copy = us / f"{name}.bak"

    ran = program.resume(Couple())
    copy.replace(us / name)
    again = program.resume(Couple(says={"You stopped in the middle": Choose("Go on")}))

    assert told_once(ran)
    assert f"The last good copy is {copy}" in ran.err
    assert again.code == 0
    assert "The evening is finished." in again.out


def test_a_copy_that_is_no_good_itself_is_not_offered(program: Program, us: Path) -> None:
    for name in ("workshop.toml", "workshop.toml.bak"):
        (us / name).write_bytes(b"Dear diary,\n")

    assert "The last good copy" not in program.resume("").err


@pytest.mark.parametrize(
    ("name", "shown"), [("agreement.toml", False), ("workshop.toml", True), ("notes/1.toml", True)]
)
def test_show_needs_only_the_agreement(program: Program, us: Path, name: str, shown: bool) -> None:
    (us / name).write_bytes(b"Dear diary,\n")

    ran = program("show", "us")

    assert (ran.code == 0) == shown
    assert told_once(ran) != shown


@pytest.mark.parametrize("name", FILES)
def test_where_and_forget_need_nothing_to_be_readable(
    program: Program, us: Path, name: str
) -> None:
    (us / name).write_bytes(b"Dear diary,\n")

    where = program("where", "us")
    forget = program("forget", "us", reply="us\n")

    assert where.code == 0
    assert str(us / name) in where.out
    assert forget.code == 0
    assert not us.exists()


@pytest.mark.parametrize(
    "argv",
    [
        ("start", "--names", "ALEX", "SAM"),
        ("start", "--names", "ALEX", "SAM", "--label", "us"),
        ("resume",),
        ("resume", "us"),
        ("list",),
        ("list", "--json"),
        ("show",),
        ("show", "us"),
        ("where",),
        ("where", "us"),
        ("forget", "us"),
        (),
    ],
    ids=" ".join,
)
def test_a_data_folder_that_is_a_file_is_told(program: Program, argv: tuple[str, ...]) -> None:
    program.data.write_bytes(b"I am a file.")

    ran = program(*argv, reply=Couple())

    assert told_once(ran)
    assert program.data.read_bytes() == b"I am a file."


@pytest.mark.parametrize(
    "moment",
    [
        "Do you want to sit down tonight?",
        "Pick one thing you see",
        "What do you need here that you cannot give up?",
        "Both answers are in.",
        "What is most important to you here",
        "There is this already:",
        "Would you put these words",
        "Say one thing you know",
        "One small thing you would like",
        "Keep what you wrote tonight",
    ],
)
def test_when_the_folder_goes_away_the_answers_can_be_saved_elsewhere(
    program: Program, tmp_path: Path, moment: str
) -> None:
    couple = Couple(says=in_words("We eat out."))
    elsewhere = tmp_path / "elsewhere" / "we"

    def reply(text: str) -> Lines:
        if moment in text and not elsewhere.exists() and program.us.exists():
            shutil.rmtree(program.us)
        if "This is not saved yet." in text:
            return Asked(text).choose("Save everything in another folder")
        if "The path of a folder" in text:
            return str(elsewhere)
        return couple(text)

    ran = program.start(reply)

    assert ran.code == 0
    assert "The evening is finished." in ran.out
    assert 'text = "We eat out."' in (elsewhere / "agreement.toml").read_text("utf-8")
    assert f"workshop resume we --data {elsewhere.parent}" in " ".join(ran.out.split())
    assert not program.us.exists()


def test_when_the_folder_goes_away_and_nothing_can_be_saved_it_says_so(program: Program) -> None:
    def reply(text: str) -> Lines:
        if "Pick one thing you see" in text:
            shutil.rmtree(program.us)
        if "This is not saved yet." in text:
            retries.append(text)
            return Asked(text).choose("Try again" if len(retries) < 3 else "Stop without")
        return Couple()(text)

    retries: list[str] = []
    ran = program.start(reply)

    assert len(retries) == 3
    assert all("gone" in text or "no longer there" in text for text in retries)
    assert ran.code == 1
    assert "could not be saved" in ran.out
    assert "It is saved" not in ran.out


@pytest.mark.parametrize("last", [":quit", None])
def test_to_leave_while_nothing_can_be_saved_is_exit_1(program: Program, last: Lines) -> None:
    def reply(text: str) -> Lines:
        if "Pick one thing you see" in text:
            shutil.rmtree(program.us)
        return last if "This is not saved yet." in text else Couple()(text)

    ran = program.start(reply)

    assert ran.code == 1
    assert "The last answer could not be saved." in ran.out


@pytest.mark.parametrize(
    "path",
    ["", "   ", "~nobody-of-that-name/x", "x" * 5000, "/dev/null/x", "/proc/x", "."],
)
def test_an_odd_other_place_is_refused_and_asked_for_again(
    program: Program, tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = [path, str(tmp_path / "elsewhere")]

    def reply(text: str) -> Lines:
        if "Pick one thing you see" in text and program.us.exists():
            shutil.rmtree(program.us)
        if "The path of a folder" in text:
            return typed.pop(0)
        if "This is not saved yet." in text:
            return Asked(text).choose("Save everything in another folder")
        return Couple()(text)

    ran = program.start(reply)

    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "elsewhere" / "agreement.toml").exists()


class Disk:
    """A disk that can be full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        write = SYSTEM.write

        def writing(descriptor: int, data: memoryview) -> int:
            if self.full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return write(descriptor, data)

        monkeypatch.setattr(SYSTEM, "write", writing)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_a_full_disk_at_every_save_is_told_and_trying_again_saves(
    program: Program, disk: Disk
) -> None:
    couple = Couple(says=in_words("We eat out."))
    told: list[str] = []

    def reply(text: str) -> Lines:
        if "This is not saved yet." in text:
            told.append(text)
            disk.full = False
            return Asked(text).choose("Try again")
        disk.full = "nothing is saved yet" not in text
        return couple(text)

    ran = program.start(reply)

    assert (ran.code, ran.err) == (0, "")
    assert "The evening is finished." in ran.out
    assert len(told) > 25
    assert all("The disk is full; make some room." in " ".join(text.split()) for text in told)
    assert b'text = "We eat out."' in program.files()["us/agreement.toml"]
    assert not any("tmp" in name for name in program.files())


def test_where_what_is_asked_cannot_be_printed_any_more_all_is_saved_and_told(
    program: Program,
) -> None:
    """What is printed goes into a file, say, and that disk is full."""

    def full(_text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def reply(text: str) -> Lines:
        if "What do you need here that you cannot give up?" in text:
            sys.stdout.write = full  # type: ignore[assignment, method-assign]
        return Couple()(text)

    ran = program.start(reply)
    again = program.resume(Couple())

    assert told_once(ran)
    assert "could be printed: No space left on device" in ran.err
    assert not (program.data / "crash.log").exists()
    assert again.code == 0
    assert "The evening is finished." in again.out


def test_a_full_disk_when_it_begins_is_told_and_leaves_the_label_free(
    program: Program, disk: Disk
) -> None:
    disk.full = True
    ran = program.start(Couple())
    disk.full = False
    again = program.start(Couple())

    assert told_once(ran)
    assert "The disk is full" in ran.err
    assert again.code == 0


def test_a_second_window_is_told_and_changes_nothing(program: Program) -> None:
    second: list[Ran] = []

    def reply(text: str) -> Lines:
        if "What is most important to you here" in text and not second:
            before = program.files()
            second.append(program.resume(Couple()))
            second.append(program("forget", "us", reply="us\n"))
            assert program.files() == before
        return Couple()(text)

    ran = program.start(reply)

    assert all(told_once(other) for other in second)
    assert all("open in another window" in other.err for other in second)
    assert ran.code == 0
    assert "The evening is finished." in ran.out


def test_reading_needs_no_lock(program: Program) -> None:
    read: list[Ran] = []

    def reply(text: str) -> Lines:
        if "Say one thing you know" in text and not read:
            read.extend((program("list"), program("show", "us"), program("where", "us")))
        return Couple(says=in_words("We eat out."))(text)

    program.start(reply)

    assert [ran.code for ran in read] == [0, 0, 0]
    assert "We eat out." in read[1].out


def test_what_something_else_wrote_meanwhile_is_told_and_kept_beside(program: Program) -> None:
    def reply(text: str) -> Lines:
        if "Pick one thing you see" in text and not told:
            notes.write_bytes(notes.read_bytes() + b"# by somebody else\n")
        if "This is not saved yet." in text:
            told.append(text)
            return Asked(text).choose("Save this; what is on disk")
        return None if "Only about this one" in text else Couple()(text)

    notes, told = program.us / "notes" / "1.toml", []
    ran = program.start(reply)

    assert len(told) == 1
    assert ran.code == 0
    assert b"Something." in notes.read_bytes()
    assert b"# by somebody else" in (notes.parent / "1.toml.conflict").read_bytes()


def test_an_exercise_that_is_gone_can_be_put_away(program: Program, us: Path) -> None:
    notes = us / "notes" / "1.toml"
    notes.write_bytes(notes.read_bytes().replace(b'"compromise"', b'"gone"', 1))

    stopped = program.resume(Couple(says={"cannot be opened": Choose("Stop for now")}))
    kept = contents(us)
    away = program.resume(
        Couple(says={"cannot be opened": Choose("Put it away"), "What comes next?": None})
    )

    assert stopped.code == 0
    assert "notes/1.toml" in kept
    assert away.code == 0
    assert not notes.exists()
    assert (us / "agreement.toml").exists()


class Typed(io.StringIO):
    """A keyboard."""

    def isatty(self) -> bool:
        return True


class Full(io.StringIO):
    """A file on a disk that is full."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_no_closed_window_though_somebody_types() -> None:
    terminal = Terminal(Typed(), Full(), {}, Signals())

    with pytest.raises(NotPrinted, match="No space left on device"):
        terminal.say("Before you begin")

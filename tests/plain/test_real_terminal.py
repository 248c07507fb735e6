"""On a real terminal: what was sealed is cleared, and whatever ends the program leaves it well."""

import io
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pexpect
import pytest
from support.effort import LONG

from workshop.doors import CLEAR

from .support import Couple, Program, acting, command, contents, environment, piped, script

LINES = script("evening.txt").splitlines()
START = (
    "start",
    "--plain",
    "--names",
    "ALEX",
    "SAM",
    "--exercise",
    "compromise",
    "--begins",
    "left",
)
SECONDS = 120
"""How long anything may take before a test fails."""

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys"),
    pytest.mark.every(5),
]


class Talk:
    """One conversation on a pseudo-terminal.

    Attributes:
        seen: everything that was shown.
    """

    def __init__(
        self, data: Path, *argv: str, dimensions: tuple[int, int] = (24, 80), **more: str
    ) -> None:
        self.seen = io.StringIO()
        words = command(*argv)
        self.child = pexpect.spawn(
            words[0],
            words[1:],
            env=environment(data, **more),
            encoding="utf-8",
            timeout=SECONDS,
            dimensions=dimensions,
            use_poll=True,  # select() cannot wait for descriptors above 1,023
        )
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = 0
        self.child.logfile_read = self.seen

    def type(self, lines: Sequence[str]) -> None:
        """Type lines, each when it is asked for; return when the next one is."""
        for line in lines:
            self.wait()
            self.child.sendline(line)
        self.wait()

    def go_on(self, lines: Sequence[str]) -> None:
        """Type lines where one is asked for already; return when the next one is."""
        for line in lines:
            self.child.sendline(line)
            self.wait()

    def wait(self) -> None:
        """Wait until a line is asked for; the page to read first is read on."""
        self.child.expect_exact("\n> ")
        while "\nEnter for more: part " in (self.child.before or ""):
            self.child.sendline("")
            self.child.expect_exact("\n> ")

    def ended(self) -> tuple[int | None, str]:
        """Return the exit code, and what was shown since the last line was asked for."""
        self.child.expect(pexpect.EOF)
        self.child.wait()
        return self.child.exitstatus, self.child.before or ""

    def hang_up(self) -> int:
        """Close the window. Returns the exit code."""
        watched = os.pidfd_open(self.child.pid)
        self.child.ptyproc.fileobj.close()
        self.child.ptyproc.closed = self.child.closed = True
        try:
            end = select.poll()
            end.register(watched, select.POLLIN)
            assert end.poll(SECONDS * 1000), "it goes on without a window"
        finally:
            os.close(watched)
        return os.waitstatus_to_exitcode(os.waitpid(self.child.pid, 0)[1])


Sit = Callable[..., Talk]
"""Begins a conversation; it is ended when the test is."""


@pytest.fixture
def talks() -> Iterator[list[Talk]]:
    begun: list[Talk] = []
    yield begun
    for talk in begun:
        if not talk.child.closed:
            talk.child.close(force=True)


@pytest.fixture
def sit(program: Program, talks: list[Talk]) -> Sit:
    return lambda *argv, **more: talks.append(Talk(program.data, *argv, **more)) or talks[-1]


def begun(sit: Sit, count: int) -> Talk:
    """Return a conversation in which the first `count` lines of an evening were typed."""
    talk = sit(*START, "--label", "us")
    talk.type(LINES[:count])
    return talk


def at(line: str) -> int:
    """Return after how many lines that line was typed."""
    return LINES.index(line) + 1


def test_a_whole_evening_is_cleared_after_each_sealed_answer(sit: Sit) -> None:
    talk = begun(sit, len(LINES) - 1)
    talk.child.sendline(LINES[-1])

    code, last = talk.ended()

    shown = talk.seen.getvalue()
    assert code == 0
    assert "The evening is finished." in last
    assert shown.count(CLEAR) == 8  # tonight, the circles, the clause and the notes, by each
    assert acting(shown.replace(CLEAR, "").replace("\r\n", "\n")) == set()
    for who, other in (("ALEX", "SAM"), ("SAM", "ALEX")):
        for sealed in shown.split(f"\n{who} ")[1:]:
            if sealed.startswith(("writes, sealed", "answers, sealed")):
                assert CLEAR in sealed.partition(f"{other} takes the keyboard")[0]


def test_a_session_leaves_nothing_of_the_two_on_the_terminal(sit: Sit) -> None:
    talk = sit(*START, "--guided", "--label", "us")
    talk.type(["", "", "", "", ":quit"])  # whose machine, before you begin, and then at once
    talk.child.sendline("1")

    _code, last = talk.ended()

    assert talk.seen.getvalue().startswith(CLEAR + "Whose machine this is")
    left = talk.seen.getvalue().rpartition(CLEAR)[2]
    assert "names nobody" in left
    assert not [name for name in ("ALEX", "SAM") if name in left + last]


def test_so_does_a_session_that_is_interrupted(sit: Sit) -> None:
    talk = sit(*START, "--guided", "--label", "us")
    talk.type(["", ""])
    talk.child.kill(signal.SIGINT)

    code, _last = talk.ended()

    assert code == 130
    assert "ALEX" not in talk.seen.getvalue().rpartition(CLEAR)[2]


def test_on_a_dumb_terminal_nothing_is_cleared(sit: Sit) -> None:
    talk = sit(*START, TERM="dumb")
    talk.type(LINES[: at("Who shops") + 1])

    assert acting(talk.seen.getvalue().replace("\r\n", "\n")) == set()


MOMENTS = {
    "the first page": 0,
    "a consent": 1,
    "a handover": 2,
    "a page": 5,
    "open text": at("Who cooks on weekdays?"),
    "a sealed answer": at("An evening without the phone"),
    "the other's sealed answer": at("Not deciding every day"),
    "the opening": at("Who shops") + 2,
    "the reveal": at("Who shops") + 3,
    "words for a clause": at("We try it and see."),
    "consent to a clause": at("We try it and see.") + 3,
    "in force": at("We try it and see.") + 6,
    "a small thing": at("Buy the onions."),
}
"""After how many lines of the evening each of these is asked."""


WAYS = ("SIGHUP", "SIGTERM", "ctrl+c")
EVERY_WAY = {"a sealed answer", *(("open text", "the opening") if LONG else ())}
ENDINGS = [
    (way, moment)
    for number, moment in enumerate(MOMENTS)
    if LONG
    or moment == "open text"
    or number % 2  # the others: test_end_of_input, with no terminal
    for way in (WAYS if moment in EVERY_WAY else WAYS[number % 3 :][:1])
]


@pytest.mark.parametrize(("how", "moment"), ENDINGS)
def test_whatever_stops_it_the_files_are_fine_and_nothing_of_theirs_is_shown(
    program: Program, sit: Sit, how: str, moment: str
) -> None:
    count = MOMENTS[moment]
    talk = begun(sit, count)

    match how:
        case "SIGHUP":
            code, last = talk.hang_up(), ""
        case "SIGTERM":
            talk.child.kill(signal.SIGTERM)
            code, last = talk.ended()
        case _:
            talk.child.sendintr()
            code, last = talk.ended()

    everything = b"".join(program.files().values()).decode()
    assert code == {"SIGHUP": 129, "SIGTERM": 143, "ctrl+c": 130}[how]
    assert last.replace("^C", "").replace(CLEAR, "").strip() == ""
    assert "crash.log" not in program.files()
    assert ("Who cooks on weekdays?" in everything) == (count >= at("Who cooks on weekdays?"))
    assert ("An evening without" in everything) == (count > MOMENTS["the opening"])
    if count:
        resumed = program.resume(
            Couple(
                says={
                    "What you typed so far is kept.": ".",
                    "There is this already:": "1",
                    "Type now.": ".",
                    "You stopped in the middle": "1",
                }
            )
        )
        assert resumed.code == 0
        assert "The evening is finished." in resumed.out


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+d"])
@pytest.mark.parametrize("line", ["An evening without the phone", "Not deciding every day"])
def test_what_was_typed_sealed_is_cleared_when_it_is_left(sit: Sit, line: str, key: str) -> None:
    talk = begun(sit, at(line))

    if key == "ctrl+c":
        talk.child.sendintr()
    else:
        talk.child.sendeof()
    code, last = talk.ended()

    assert code == (130 if key == "ctrl+c" else 0)
    assert CLEAR in last
    assert line not in last


@pytest.mark.parametrize("typed", [":hide", ":help", ":pause", ":quit"])
def test_a_command_at_a_sealed_turn_clears_what_was_typed(sit: Sit, typed: str) -> None:
    talk = begun(sit, at("An evening without the phone"))

    talk.child.sendline(typed)

    talk.child.expect_exact(CLEAR)
    assert "An evening without the phone" not in (talk.child.before or "")
    if typed == ":hide":
        assert talk.ended() == (0, CLEAR)
    else:
        talk.wait()


def test_hide_clears_everything_and_prints_nothing(sit: Sit) -> None:
    talk = begun(sit, at("Who cooks on weekdays?"))

    talk.child.sendline(":hide")

    code, last = talk.ended()
    assert (code, last) == (0, f":hide\r\n{CLEAR}")


def test_a_line_longer_than_a_terminal_takes_is_refused_and_not_cut(
    program: Program, sit: Sit
) -> None:
    talk = sit(*START, "--label", "us", TERM="dumb")
    lines = piped("evening.txt").splitlines()
    talk.type(lines[: lines.index("Who cooks on weekdays?")])

    talk.child.sendline("李" * 1500)  # 4,500 bytes: the terminal itself drops all after 4,095
    talk.wait()

    assert "longer than a terminal takes" in " ".join((talk.child.before or "").split())
    assert "李".encode() not in b"".join(contents(program.data).values())


def test_a_long_line_that_is_edited_is_taken_whole(program: Program, sit: Sit) -> None:
    talk = begun(sit, at("Who cooks on weekdays?") - 1)

    talk.child.sendline("李" * 1500)
    talk.wait()

    assert ("李" * 1500).encode() in b"".join(contents(program.data).values())


def test_a_narrow_terminal_wraps_to_its_width(sit: Sit) -> None:
    talk = sit(*START, dimensions=(12, 40))
    talk.type(LINES[:8])

    own = [line for line in talk.seen.getvalue().splitlines() if "\x1b" not in line]
    assert max(map(len, own)) <= 40


def test_the_first_page_waits_before_it_scrolls_away(sit: Sit) -> None:
    talk = sit(*START, "--label", "us")

    talk.child.expect_exact("\n> ")

    assert "Before you begin" in (talk.child.before or "")
    assert "turn to type" not in (talk.child.before or "")


def test_the_whole_page_is_one_key_away_and_leads_back_to_where_it_was_asked_for(sit: Sit) -> None:
    talk = sit(*START, "--label", "us")

    talk.type(["1"])

    assert "Who it is not for" in talk.seen.getvalue()
    assert talk.seen.getvalue().count("Type 1 for the whole page.") == 2
    assert "Do you want to sit down" not in talk.seen.getvalue()


SEAL = at("Which days") + 3
"""After how many lines SAM is asked whether to seal both circles, with the keyboard already."""


def test_keys_that_were_typed_too_early_are_thrown_away_where_it_changes_hands(sit: Sit) -> None:
    talk = begun(sit, SEAL - 1)
    assert "1: Seal it" in (talk.child.before or "")

    talk.child.send("1\n\n\n1\n")
    talk.wait()
    assert "ALEX takes the keyboard" in (talk.child.before or "")
    talk.go_on([":help"])

    assert "ALEX writes, sealed." not in talk.seen.getvalue()


def test_a_consent_takes_no_key_that_was_typed_before_it_was_asked(sit: Sit) -> None:
    talk = begun(sit, 0)

    talk.child.send("\n1\n\n1\n")
    talk.wait()
    assert "Do you want to sit down tonight?" in (talk.child.before or "")
    talk.go_on([":help"])

    assert "SAM takes the keyboard" not in talk.seen.getvalue()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Who coks?\x1b[D\x1b[D\x1b[Do", "Who cooks?"),
        ("ho cooks?\x1b[HW", "Who cooks?"),
        ("WWho cooks?\x1b[H\x1b[3~", "Who cooks?"),
        ("Who cooks\x1b[A\x1b[B?", "Who cooks?"),
        ("Who cooks?!\x7f", "Who cooks?"),
    ],
)
def test_a_line_is_edited_as_it_is_typed(program: Program, sit: Sit, keys: str, said: str) -> None:
    talk = begun(sit, at("Who cooks on weekdays?") - 1)

    talk.go_on([keys, "."])

    assert f'text = "{said}"' in (program.us / "notes" / "1.toml").read_text("utf-8")


@pytest.mark.parametrize("key", ["\x19", "\x1b[A", "\x1b.", "\x1by"])
def test_what_was_cut_or_typed_before_is_not_put_in_again(sit: Sit, key: str) -> None:
    talk = begun(sit, at("An evening without the phone") - 1)
    talk.go_on(["what nobody may read\x15Something", ".", ".", "1", ""])
    assert "ALEX writes, sealed." in (talk.child.before or "")
    before = len(talk.seen.getvalue())

    talk.go_on([key + "x"])

    assert "Something" not in talk.seen.getvalue()[before:]
    assert "nobody" not in talk.seen.getvalue()[before:]


def test_after_a_rest_what_is_sealed_is_cleared_and_asked_again(sit: Sit) -> None:
    talk = begun(sit, at("An evening without the phone"))
    talk.child.send("half of it")
    talk.child.expect_exact("half of it")

    talk.child.kill(signal.SIGTSTP)
    os.waitid(os.P_PID, talk.child.pid, os.WSTOPPED)
    talk.child.expect_exact(CLEAR)
    talk.child.kill(signal.SIGCONT)
    talk.wait()

    again = talk.child.before or ""
    assert "ALEX, please look away." in again
    assert "the phone" not in again
    talk.go_on([""])
    assert "What you typed so far is kept." in (talk.child.before or "")


def test_after_a_rest_at_something_open_it_just_goes_on(sit: Sit) -> None:
    talk = begun(sit, at("Who cooks on weekdays?"))

    talk.child.kill(signal.SIGTSTP)
    os.waitid(os.P_PID, talk.child.pid, os.WSTOPPED)
    talk.child.kill(signal.SIGCONT)
    talk.child.sendline("And who eats?")
    talk.go_on(["."])

    assert "And who eats?" in talk.seen.getvalue()
    assert CLEAR not in talk.seen.getvalue().partition("Who cooks on weekdays?")[2]


def test_where_nothing_can_be_cleared_what_is_sealed_goes_on_paper(sit: Sit) -> None:
    lines = script("evening.txt").splitlines()
    talk = sit(*START, "--label", "us", TERM="dumb")
    talk.type(["", "", "", lines[0], "1", "2"])
    talk.go_on(lines[1 : lines.index("An evening without the phone")])

    shown = " ".join(talk.seen.getvalue().split())
    assert "This screen cannot be cleared" in shown
    assert "Both write on paper" in shown
    assert "ALEX writes, sealed." not in shown


def test_where_nothing_can_be_cleared_no_vote_is_shown(sit: Sit) -> None:
    talk = sit(*START, "--label", "us", TERM="dumb")
    talk.type(["", "", "", "", "2", "2", "2"])
    between = talk.seen.getvalue().partition("1: Tonight")[2].partition("takes the keyboard")[0]

    assert "> " in between
    assert "2" not in between.partition("> ")[2].replace("2: Not tonight", "")

"""Whatever is typed comes back as `clean(text)`, and never acts; what is refused is told why."""

import tomllib
from io import StringIO
from typing import Any

import pytest

from workshop.core.text import clean
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal
from workshop.plain.typing import points

from .support import Choose, Couple, Lines, Program, acting, piped, run

pytestmark = pytest.mark.every(5)

TEXTS = {
    "markup": "[/][bold]x[/bold]",
    "shell": "$x `id` $(id)",
    "a backslash": "a\\",
    "a colour": "\x1b[31mred",
    "a window title": "\x1b]0;x\x07title",
    "C1": "\x9b2Jclear",
    "three dots": "...",
    "two dots in it": ".. x",
    "like a command": ":quit it",
    "quotes of TOML": '"""\'\'\'\\"""',
    "Chinese": "李先生 " * 40,
    "emoji": "🙂👩‍❤️‍👨🏳️‍🌈",
    "bidi override": "\u202eevil\u202c \u2066x\u2069 \u200eleft",
    "Arabic": "السلام عليكم",
    "decomposed": "e\u0301 cafe\u0301",
    "placeholders": "{me} {you} {name} %s %(x)d {0} {}",
    "a tab": "a\tb",
    "NUL": "a\x00b",
    "line separators": "a\u2028b\u2029c\x85d\x0be",
    "4,000": "x" * 4000,
    "4,000 wide": "李" * 4000,
    "HTML": "<script>alert(1)</script> &amp;",
    "Markdown": "# [x](y) **z** ```",
    "a number": "1",
    "spaces around": "   x   ",
    "replaced": "\ufffd",
    "zalgo": "x" + "\u0301" * 50,
    "a key": "text = 'x'",
}


def evening_of(text: str) -> Couple:
    """Return a couple whose every answer is `text`."""
    return Couple(
        says={
            "There is this already:": Choose("Take it as"),
            "When will you look at it again?": Choose("In 1 week"),
            "Would you put these words": Choose("Yes, these"),
            "only a dot": [text, "."],
            "Keep what you wrote tonight": Choose("Keep the notes"),
        }
    )


def loaded(program: Program, name: str) -> dict[str, Any]:
    return tomllib.loads((program.us / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_comes_back_clean_and_never_acts(program: Program, text: str) -> None:
    ran = program.start(evening_of(text))

    kept = [answer["text"] for answer in loaded(program, "kept/1.toml")["answers"]]
    (clause,) = loaded(program, "agreement.toml")["clauses"]
    homework = [thing["text"] for thing in loaded(program, "workshop.toml")["homework"]]
    assert (ran.code, ran.err) == (0, "")
    assert "The evening is finished." in ran.out
    assert set(kept) == {clean(text)}
    assert clause["text"] == clean(text)
    assert set(homework) == {clean(text)}
    assert acting(ran.out) == set()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_begun_text_is_offered_clean(program: Program, text: str) -> None:
    before = piped("evening.txt").partition("Who cooks")[0]
    program.start(before + text + "\n")

    ran = program.resume(Couple(says={"There is this already:": None}))

    shown = [line for line in clean(text).expandtabs().split() if line]
    assert all(word in ran.out for word in shown)
    assert acting(ran.out) == set()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("[/]", "[/]"),
        ("$x", "$x"),
        ("a\\", "a\\"),
        ("\x1b[31mred", "red"),
        ("\x1b]0;x\x07y", "y"),
        (".", "."),
        ("..", ".."),
        (":quit", ":quit"),
        ("李", "李"),
        ("🙂", "🙂"),
        ("\u202eevil\u202c", "evil"),
        ("x" * 40, "x" * 40),
        ("{me}", "{me}"),
        ("{you}", "{you}"),
        ("{name}", "{name}"),
        ("%s", "%s"),
        ("  A \t B\n", "A B"),
        ("a\x00b", "ab"),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
        ("both", "both"),
    ],
)
def test_a_name_from_the_command_line_is_kept_clean(program: Program, name: str, kept: str) -> None:
    ran = program.start(Couple(), names=(name, "SAM"))

    assert (ran.code, ran.err) == (0, "")
    assert loaded(program, "agreement.toml")["partners"] == [kept, "SAM"]
    assert loaded(program, "workshop.toml")["left"]["name"] == kept
    assert f"{kept} takes the keyboard." in " ".join(ran.out.split())
    assert acting(ran.out) == set()


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("", "SAM"), "On the left: A name needs at least one character that can be seen."),
        (("   ", "SAM"), "On the left: A name needs at least one character that can be seen."),
        (("\x1b\x07", "SAM"), "On the left: A name needs at least one character that can be seen."),
        (("\u200b", "SAM"), "On the left: A name needs at least one character that can be seen."),
        (("x" * 41, "SAM"), "On the left: A name may have up to 40 characters; that has 41."),
        (("SAM", "\u200b"), "On the right: A name needs at least one character"),
        (("SAM", "SAM"), "The two names are the same."),
        (("Sam", "sAM"), "The two names are the same."),
        (("straße", "STRASSE"), "The two names are the same."),
        (("e\u0301", "é"), "The two names are the same."),
        (("\x1bSam", " Sam "), "The two names are the same."),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_the_reason(
    program: Program, names: tuple[str, str], why: str
) -> None:
    ran = program.start(Couple(), names=names)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"workshop: {why}")
    assert not program.data.exists()


STARTING = Couple(
    says={"how would you like to answer?": Choose("I type"), "takes the keyboard": None}
)


def test_a_refused_name_is_asked_for_again(program: Program) -> None:
    typed = ["", "   ", "x" * 41, "\u200b", ":back", "::quit", "", "::QUIT", "::quit ", "李\x1b[2J"]
    asked: list[str] = []

    def reply(text: str) -> Lines:
        if "Type a name." not in text:
            return STARTING(text)
        asked.append(text)
        return typed[len(asked) - 1]

    program("start", "--exercise", "compromise", "--label", "us", reply=reply)

    told = loaded(program, "workshop.toml")
    assert (told["left"]["name"], told["right"]["name"]) == (":quit", "李")
    assert "up to 40 characters; that has 41" in asked[3]
    assert "one character that can be seen" in asked[4]
    assert "The two names are the same." in asked[8]
    assert len(asked) == len(typed)


def test_4_001_characters_are_refused_and_what_came_before_is_kept(program: Program) -> None:
    couple = Couple(
        once={
            "Pick one thing you see": ["A first line", "y" * 4001],
            "4,014 characters; 4,000 is the most": ["y" * 3988],
            "4,001 characters; 4,000 is the most": ["y" * 3987, "."],
            "Only about this one": None,
        }
    )

    ran = program.start(couple)

    (entry,) = (e for e in loaded(program, "notes/1.toml")["entries"] if e["turn"] == "issue")
    assert entry["reply"]["text"] == "A first line\n" + "y" * 3987
    assert " ".join(ran.out.split()).count("The line was not taken, the others are kept.") == 2


def test_a_point_too_long_and_one_too_many_are_refused(program: Program) -> None:
    couple = Couple(
        once={
            "What do you need here that you cannot give up?": ["z" * 4001],
            "A point may have up to 4,000": [*(f"point {n}" for n in range(31))],
            "A circle holds up to 30 points": [".", "."],
            "Both are open now.": None,
        }
    )

    program.start(couple)

    entries = loaded(program, "notes/1.toml")["entries"]
    assert entries[-1]["reply"]["right"]["inner"] == [f"point {n}" for n in range(30)]


@pytest.mark.parametrize("lines", [["."], ["", "."], ["   ", "\t", "."], ["\x1b\x07", "."]])
def test_a_blank_answer_is_a_pass(program: Program, lines: list[str]) -> None:
    program.start(Couple(once={"Pick one thing you see": lines, "Only about this one": None}))

    (entry,) = (e for e in loaded(program, "notes/1.toml")["entries"] if e["turn"] == "issue")
    assert entry["reply"] == {"kind": "empty"}


@pytest.mark.parametrize(
    "typed", ["", "0", "-1", "99", "yes", "y", "1.", "１", "²", "9" * 5000, "\x00", "\x1b[A", "."]
)
def test_no_odd_line_is_an_answer_to_a_consent(program: Program, typed: str) -> None:
    asked: list[str] = []

    def reply(text: str) -> Lines:
        asked.append(text)
        if len(asked) > 2:
            return typed if len(asked) == 3 else None
        return ""

    ran = program.start(reply)

    assert ran.code == 0
    options = asked[2][asked[2].index("  1: ") :]
    assert asked[3] == f"Type a number from 1 to 2.\n{options}"
    assert ran.err == ""


@pytest.mark.parametrize(
    "typed",
    ["soon", "2026-13-01", "0000-00-00", "9" * 4000, "２０２６-12-01", "on " * 1300],
)
def test_no_odd_line_is_a_day(program: Program, typed: str) -> None:
    couple = Couple(
        once={
            "In 4 weeks: ": Choose("Another day"),
            "Write it like: sunday": typed,
            "That could not be read as a day.": "2026-12-01",
        }
    )

    ran = program.start(couple)

    assert ran.code == 0
    assert str(loaded(program, "workshop.toml")["next_evening"]) == "2026-12-01"


def test_a_day_in_words_is_told_and_taken_once_it_is_meant(program: Program) -> None:
    couple = Couple(
        once={
            "In 4 weeks: ": Choose("Another day"),
            "Write it like: sunday": "7/12",
            "7/12 could be two days.": "sunday",
            "Sunday, 29 November 2026": Choose("Another day"),
            "Write it like: sun": "7 dec",
            "Monday, 7 December 2026": Choose("That day"),
        }
    )

    ran = program.start(couple)

    assert ran.code == 0
    assert str(loaded(program, "workshop.toml")["next_evening"]) == "2026-12-07"


@pytest.mark.parametrize("typed", ["", "  ", "\x00"])
def test_an_empty_line_goes_back_from_another_day(program: Program, typed: str) -> None:
    couple = Couple(
        once={
            "In 4 weeks: ": Choose("Another day"),
            "Enter alone goes back.": typed,
            "In 1 week: ": Choose("No day for now"),
        }
    )

    ran = program.start(couple)

    assert ran.code == 0
    assert "next_evening" not in loaded(program, "workshop.toml")


def test_a_day_that_cannot_be_is_refused_with_the_reason_and_never_offered(
    program: Program,
) -> None:
    couple = Couple(
        once={
            "In 4 weeks: ": Choose("Another day"),
            "Write it like: sunday": "today",
            "Monday, 23 November 2026 cannot be picked": "2026-12-01",
        }
    )

    ran = program.start(couple)

    assert ran.code == 0
    assert "That day" not in ran.out
    assert str(loaded(program, "workshop.toml")["next_evening"]) == "2026-12-01"


def test_bytes_that_are_no_text_are_read_as_nothing(program: Program) -> None:
    typed = (
        piped("evening.txt").encode().replace(b"Who cooks on", b"\xff\xfeWho\xc3\x28\x00\x1b[2J")
    )

    ran = run(
        program.data,
        *("start", "--names", "ALEX", "SAM", "--exercise", "compromise", "--begins", "left"),
        *("--label", "us"),
        typed=typed[: typed.index(b"An evening")],
    )

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert acting(ran.stdout.decode()) == set()
    assert "Who( weekdays?" in (program.us / "notes/1.toml").read_text("utf-8")


def test_a_carriage_return_ends_a_line_and_none_is_lost(program: Program) -> None:
    typed = piped("evening.txt").replace("\n", "\r\n").encode()

    ran = run(
        program.data,
        *("start", "--names", "ALEX", "SAM", "--exercise", "compromise", "--begins", "left"),
        typed=typed,
    )

    assert ran.returncode == 0
    assert b"The evening is finished." in ran.stdout


def test_lines_said_earlier_are_shown_line_for_line(program: Program) -> None:
    couple = Couple(
        says={"Pick one thing you see": ["a question", "", "  and more", "."]},
        once={"What do you need here": None},
    )

    ran = program.start(couple)

    assert "  | a question\n  |\n  |   and more\n" in ran.out


def test_a_long_word_is_shown_whole(program: Program) -> None:
    word = "https://example.org/" + "a" * 200

    ran = program.start(evening_of(word))

    assert word in ran.out


def test_a_point_that_nobody_sees_is_none() -> None:
    typed = StringIO("\u3164\ntea\n \u2800\n.\n")
    terminal = Terminal(typed, StringIO(), {}, Signals())

    assert points(terminal, [], lambda _lines: None) == ("tea",)

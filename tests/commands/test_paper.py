"""`workshop prepare` and `workshop handout`: what they print of everything there is, and refuse."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from plain.support import Program, contents
from support.evening import SHIPPED

import workshop
from workshop.core.exercise import Exercise, Programme
from workshop.core.proof.walked import seconds_by_step

pytestmark = pytest.mark.every(5)

IDS = SHIPPED.exercise_ids()
PROGRAMMES = [one.id for one in SHIPPED.programmes() if isinstance(one, Programme)]
READINGS = [name for name in SHIPPED.reading_names() if not name.startswith("before-")]
SEALED = {"circles", "pick", "choose", "divide", "rate"}
YOURS = "Your body, friends, family, phone, papers, health, work and own money stay yours."
HELP = "findahelpline.com"


def squeezed(text: str) -> str:
    """Return text on one line, as it is read."""
    return " ".join(text.replace("\\", "").replace("> ", "").split())


@cache
def exercise(id: str) -> Exercise:
    return SHIPPED.exercise(id)


def in_order(text: str, parts: list[str]) -> Iterator[int]:
    """Yield where each part begins, each looked for behind the one before."""
    place = 0
    for part in parts:
        place = text.find(part, place)
        assert place >= 0, part
        yield place


# -- prepare ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", IDS)
def test_a_facilitator_reads_why_what_to_watch_for_and_every_step(
    program: Program, id: str
) -> None:
    found = exercise(id)

    ran = program("prepare", id)

    text = squeezed(ran.out)
    assert (ran.code, ran.err) == (0, "")
    for said in (found.aim, found.facilitator.before, *found.facilitator.watch, *found.sources):
        assert squeezed(said) in text
    assert f"about {found.minutes} min in all" in text
    steps = len(found.steps)
    assert list(in_order(text, [f"Step {n} of {steps}" for n in range(1, steps + 1)]))
    total = sum(seconds_by_step(found))
    assert f"{total // 60 - 1}:" in text or f"{total // 60}:" in text  # where the last one begins


def test_it_says_who_sees_what_how_long_it_takes_and_what_is_needed(program: Program) -> None:
    text = squeezed(program("prepare", "compromise").out)

    for said in (
        "sealed until both open · ",
        "sealed: only what comes of it shows",
        "aloud: nothing is written",
        "open: both see it",
        "Paper and a pen for each",
        "a timer that both can see",
    ):
        assert said in text
    assert "The agreement of the two." in program("prepare", "agreement-review").out
    assert "To read: " in program("prepare", "the-balance").out


@pytest.mark.parametrize("id", PROGRAMMES)
def test_a_programme_is_prepared_with_its_times_and_each_exercise_once(
    program: Program, id: str
) -> None:
    programme = SHIPPED.programme(id)

    text = squeezed(program("prepare", id).out)

    for planned in programme.evenings:
        assert planned.line in text
        assert f"about {planned.minutes} min in all" in text
    for one in set(programme.path):
        assert text.count(squeezed(exercise(one).facilitator.before)) == 1


@pytest.mark.parametrize("room", ["tui", "plain", "desk", "cards"])
def test_what_a_facilitator_reads_is_reached_from_no_screen(room: str) -> None:
    for file in (Path(workshop.__file__).parent / room).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr != "facilitator", file
            if isinstance(node, ast.ImportFrom):
                assert node.module != "workshop.export.prepared", file


# -- handout ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("to", ["text", "md", "html"])
def test_every_exercise_is_a_sheet_with_its_steps_in_order(
    program: Program, id: str, to: str
) -> None:
    steps = len(exercise(id).steps)

    ran = program("handout", id, "--to", to)

    assert (ran.code, ran.err) == (0, "")
    assert list(in_order(ran.out, [f"Step {n} of {steps}" for n in range(1, steps + 1)]))
    assert not re.search(r"\{(me|you|name|first|second)\}", ran.out)


@pytest.mark.parametrize("id", IDS)
def test_what_keeps_people_safe_stands_on_the_sheet_itself(program: Program, id: str) -> None:
    steps = exercise(id).steps
    text = squeezed(program("handout", id).out)

    before, first = text.index("If you are afraid of your partner"), text.index("Step 1 of")
    assert before < first
    assert HELP in text
    asks = {"agree", "boundary", "review"}
    assert (YOURS in text) == any(step.kind in asks for step in steps)
    hidden = any(step.kind in SEALED or getattr(step, "privacy", "") == "sealed" for step in steps)
    opens = any(
        (step.kind in SEALED or getattr(step, "privacy", "") == "sealed")
        and not getattr(step, "ground_rules", False)
        for step in steps
    )
    assert ("Sealed: only you see this now. Later you both open, or neither does." in text) == opens
    assert ("turn them over together" in text) == opens
    assert ("Only you see this, unless both of you turn it over." in text) == hidden
    boundary = text.find('Its "if" happens to you: never where B goes')
    assert (boundary >= 0) == any(step.kind == "boundary" for step in steps)
    if boundary >= 0:
        assert boundary < text.index("A finds the words")


@pytest.mark.parametrize("id", IDS)
def test_what_is_sealed_has_a_sheet_for_each_and_a_yes_has_slips(program: Program, id: str) -> None:
    steps = exercise(id).steps
    html = re.sub("</?bdi>", "", program("handout", id, "--to", "html").out)
    hidden = any(step.kind in SEALED or getattr(step, "privacy", "") == "sealed" for step in steps)
    asks = any(step.kind in {"agree", "boundary", "review"} for step in steps)

    sheets = re.findall('<section class="sheet"><h1 [^>]*>([^<]*)', html)

    assert sheets == [
        *(["The sheet of A", "The sheet of B"] if hidden else []),
        *(["Slips to cut out"] if asks else []),
    ]
    if hidden:
        mine, theirs = html.index("The sheet of A"), html.index("The sheet of B")
        end = html.find("Slips to cut out")
        own, other = html[mine:theirs], html[theirs : end if end > 0 else None]
        for mark in ('class="rule"', 'class="box"', 'class="figure"', 'class="mark"'):
            assert own.count(mark) == other.count(mark)


@pytest.mark.parametrize("id", IDS)
def test_help_stands_before_any_sheet_that_is_one_s_own(program: Program, id: str) -> None:
    html = program("handout", id, "--facilitator", "--to", "html").out

    assert html.index(HELP) < html.index('<section class="sheet">')


def test_the_notes_for_whoever_guides_are_there_only_if_asked_for_and_apart(
    program: Program,
) -> None:
    found = exercise("the-balance")
    watch = squeezed(found.facilitator.watch[0])

    without = program("handout", found.id)
    with_them = program("handout", found.id, "--facilitator")

    assert watch not in squeezed(without.out)
    text = squeezed(with_them.out)
    assert text.index("For the guide") < text.index(watch)
    assert text.index("The sheet of B") < text.index("For the guide")


@pytest.mark.parametrize("names", [("[/]", "José"), ("李", "x" * 40), ("<script>", "a|b `c`")])
@pytest.mark.parametrize("to", ["text", "md", "html"])
def test_names_stand_where_they_are_given(
    program: Program, names: tuple[str, str], to: str
) -> None:
    ran = program("handout", "active-listening", "--names", *names, "--to", to)

    assert (ran.code, ran.err) == (0, "")
    assert "<script>" not in ran.out.replace("`<script>`", "") or to == "text"
    if to == "text":
        assert names[0] in ran.out


@pytest.mark.parametrize("names", [("Alex", "alex"), ("", "Sam"), ("x" * 41, "Sam")])
def test_names_that_cannot_be_are_told(program: Program, names: tuple[str, str]) -> None:
    ran = program("handout", "money", "--names", *names)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("id", READINGS)
def test_a_reading_is_a_page(program: Program, id: str) -> None:
    reading = SHIPPED.reading(id)

    ran = program("handout", id)

    assert ran.code == 0
    assert ran.out.startswith(reading.title)
    text = squeezed(ran.out)
    for paragraph in reading.paragraphs:
        assert squeezed(paragraph.removeprefix("# ")) in text
    assert HELP in text


@pytest.mark.parametrize("id", PROGRAMMES)
def test_a_programme_is_an_agenda_that_begins_when_what_was_before_ends(
    program: Program, id: str
) -> None:
    programme = SHIPPED.programme(id)

    html = program("handout", id, "--to", "html").out

    assert ("Session 1 of" if programme.guided else "Evening 1 of") in html
    for planned in programme.evenings:
        assert planned.minutes == planned.takes(
            [exercise(one).minutes for one in planned.exercises]
        )
        last = planned.minutes - planned.close
        assert re.search(f">{last}</td>[^\n]*Close", html)


# -- both ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["prepare", "handout"])
@pytest.mark.parametrize("id", ["gone", "../money", "", "\x1b[31m", "before-you-begin"])
def test_what_is_not_there_is_told_in_one_sentence(program: Program, command: str, id: str) -> None:
    ran = program(command, id)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("command", ["prepare", "handout"])
def test_a_file_of_somebody_s_is_left_as_it_is(
    program: Program, us: Path, tmp_path: Path, command: str
) -> None:
    there = tmp_path / "theirs.html"
    there.write_text("theirs", "utf-8")

    over = program(command, "money", "--to", "html", "-o", str(there))
    inside = program(command, "money", "--to", "html", "-o", str(us / "page.html"))

    assert (over.code, inside.code) == (1, 1)
    assert "is there already" in over.err
    assert "is in the folder of a workshop" in inside.err
    assert there.read_text("utf-8") == "theirs"


@pytest.mark.parametrize("command", ["prepare", "handout"])
@pytest.mark.parametrize("to", ["text", "md", "html"])
def test_a_file_holds_what_would_be_printed_and_no_workshop_is_touched(
    program: Program, us: Path, tmp_path: Path, command: str, to: str
) -> None:
    before = contents(us)
    file = tmp_path / "page"
    printed = program(command, "boundaries", "--to", to)

    ran = program(command, "boundaries", "--to", to, "-o", str(file))

    assert (ran.code, ran.out) == (0, f"Saved as {file}.\n")
    assert file.read_bytes() == printed.out.encode()
    assert contents(us) == before


def test_own_exercises_are_on_paper_too(program: Program, tmp_path: Path) -> None:
    program("new-exercise", str(tmp_path / "a-day.toml"))

    assert program("--exercises", str(tmp_path), "handout", "a-day").code == 0
    assert program("--exercises", str(tmp_path), "prepare", "a-day").code == 0

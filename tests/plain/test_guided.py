"""A guided session line by line: whose machine it is comes first, and no name stays at the end."""

import re
import tomllib

from .support import ON_FRIDAYS, Choose, Couple, Program, Ran

WHOSE = "Whose machine this is"
BEFORE = "Before you begin"
WHOLE = "Type 1 for the whole page."
OF_AN_EVENING = re.compile(r".*(?:tonight|evening).*", re.IGNORECASE)


def is_guided(program: Program, label: str = "us") -> bool:
    saved = tomllib.loads((program.data / label / "workshop.toml").read_text(encoding="utf-8"))
    return bool(saved.get("guided"))


def begun(program: Program, *more: str, label: str = "us") -> Ran:
    """Begin, and stop at the first question."""
    couple = Couple(once={"Is now good": None, "Do you want to sit down tonight?": None})
    return program.start(couple, *more, label=label)


def after(ran: Ran, words: str) -> str:
    """Return what was printed from the last place on where `words` stand."""
    return ran.out[ran.out.rindex(words) :]


def test_whose_machine_it_is_is_read_first(program: Program) -> None:
    ran = begun(program, "--guided")

    assert is_guided(program)
    assert ran.out.startswith(WHOSE)
    assert ran.out.index(WHOSE) < ran.out.index(BEFORE) < ran.out.index(WHOLE)


def test_whoever_is_new_reads_the_page_and_is_offered_the_whole_one_though_others_were_here_before(
    program: Program,
) -> None:
    begun(program, "--guided", label="others")

    ran = begun(program, "--guided")

    assert WHOLE in ran.out


def test_with_the_flag_each_may_let_the_guide_type(program: Program) -> None:
    couple = Couple(
        says={
            "how would you like to answer?": Choose("I say it, and the guide types what is open"),
            "Who sits on the left?": "ALEX",
            "Who sits on the right?": "SAM",
        },
        once={"Is now good": None},
    )

    program("start", "--plain", "--guided", "--label", "us", reply=couple)

    saved = tomllib.loads((program.data / "us" / "workshop.toml").read_text(encoding="utf-8"))
    assert saved["left"]["answers"] == saved["right"]["answers"] == "guide types"


def test_one_that_is_taken_up_begins_with_that_page_too(program: Program) -> None:
    begun(program, "--guided")

    ran = program.resume("")

    assert ran.out.startswith(WHOSE)
    assert ran.out.count(BEFORE) == 1


def test_without_a_guide_nothing_is_said_of_one(program: Program) -> None:
    ran = begun(program)

    assert not is_guided(program)
    assert "your guide" not in ran.out.casefold()
    assert WHOSE not in ran.out


def test_at_home_it_is_asked_whether_somebody_guides_them(program: Program) -> None:
    couple = Couple(
        once={
            "Who sits on the left?": "ALEX",
            "Who sits on the right?": "SAM",
            "Does somebody guide you": Choose("Yes"),
            "ALEX, how would you like to answer?": Choose("I say it, and the guide types"),
            "What would you like to do?": Choose("The essentials: 2 sessions"),
            "Is now good": None,
        }
    )

    ran = program("--plain", reply=couple)

    assert WHOSE in after(ran, "Does somebody guide you")
    assert is_guided(program, "2026-11-23")
    saved = tomllib.loads((program.data / "2026-11-23/workshop.toml").read_text(encoding="utf-8"))
    assert (saved["left"]["answers"], saved["right"]["answers"]) == ("guide types", "type")


def test_with_the_flag_it_is_not_asked(program: Program) -> None:
    couple = Couple(once={"on the left?": "ALEX", "on the right?": "SAM", "Is now good": None})

    ran = program("start", "--plain", "--guided", "--label", "us", reply=couple)

    assert "Does somebody guide you" not in ran.out
    assert is_guided(program)


def test_a_whole_session_says_nothing_of_an_evening(program: Program) -> None:
    couple = Couple(says={**ON_FRIDAYS}, once={"Is now good": [":help", ":pause", "1", ""]})

    ran = program.start(couple, "--guided")

    assert ran.code == 0
    assert "The session is finished." in ran.out
    assert OF_AN_EVENING.findall(ran.out) == []


def test_what_is_read_last_is_of_nobody(program: Program) -> None:
    ran = program.start(Couple(says={**ON_FRIDAYS}), "--guided", label="green-door")

    last = after(ran, "The session is finished.")
    assert "help-lines" in last
    assert not [word for word in ("ALEX", "SAM", "green-door", str(program.data)) if word in last]


def test_who_stops_in_the_middle_leaves_the_same_page(program: Program) -> None:
    ran = begun(program, "--guided", label="green-door")

    last = after(ran, "It is saved.")
    assert "names nobody" in last
    assert not [word for word in ("ALEX", "SAM", "green-door", str(program.data)) if word in last]

"""The guide's panel line by line: `:guide` shows the hour and what can be done, by number."""

from .support import Asked, Couple, Lines, Program

TURN = "acts, ALEX"
"""Stands in the first turn at which somebody speaks; see below."""


def of_the_panel(text: str) -> bool:
    return "What do you want to do?" in text and "This panel:" in text


def guiding(*choices: str, at: str) -> Couple:
    """Return two who are guided once, where `at` is asked: by these choices, as they begin."""
    waiting = [*choices]
    couple = Couple()
    usual = couple._usual
    state = {"begun": False}

    def answer(asked: Asked) -> Lines:
        if not state["begun"] and at in asked.text and asked.options:
            state["begun"] = True
            return ":guide"
        if state["begun"] and waiting and asked.choose(waiting[0]) is not None:
            return asked.choose(waiting.pop(0))
        return usual(asked)

    couple._usual = answer  # type: ignore[method-assign]
    return couple


def begin(program: Program, couple: Couple, *more: str):
    argv = ["start", "--plain", "--exercise", "appreciation", "--begins", "left", "--label", "us"]
    return program(*argv, "--names", "ALEX", "SAM", *more, reply=couple)


def test_it_shows_the_hour_and_what_can_be_done(program: Program) -> None:
    ran = begin(program, guiding("Close it", at="Is now good"), "--guided")

    (panel,) = [text for text in ran.out.split("> ") if of_the_panel(text)]
    assert "The session:" in panel
    assert "The clock:" in panel
    assert [head for head in ("This step:", "This exercise:", "The session:") if head in panel]
    assert ran.code == 0


def test_a_step_that_is_skipped_is_told_before_the_next_is_asked(program: Program) -> None:
    couple = guiding("Skip this step", "Skip it", at="Step 1 of")

    ran = begin(program, couple, "--guided")

    said = " ".join(ran.out.split())
    assert said.index("This step is skipped, for both.") < said.index("Step 2 of 3.")
    assert ran.code == 0


def test_what_cannot_be_done_now_says_why(program: Program) -> None:
    ran = begin(program, guiding("Go on with one put", "Close it", at="Is now good"), "--guided")

    assert "Go on with one put aside. Not now: No exercise is put aside." in ran.out
    assert "\n> No exercise is put aside.\n" in ran.out


def test_without_a_guide_it_does_nothing_and_the_help_says_nothing_of_it(program: Program) -> None:
    ran = begin(program, Couple(once={"sit down tonight?": [":help", ":guide", "1"]}))

    assert "Nobody guides this workshop." in ran.out
    assert ":guide  " not in ran.out


def test_with_a_guide_the_help_says_it(program: Program) -> None:
    ran = begin(program, Couple(once={"Is now good": [":help", ""]}), "--guided")

    assert ":guide  for the guide: the hour, and what can be done" in ran.out


def test_before_anybody_sits_down_it_does_nothing(program: Program) -> None:
    ran = begin(program, Couple(once={"Press Enter to go on": [":guide", ""]}), "--guided")

    assert "That does nothing here yet." in ran.out

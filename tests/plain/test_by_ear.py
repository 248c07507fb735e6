"""Line mode as it is heard: short, the ask first, long pages in parts, and again when asked for."""

import io
import re
from pathlib import Path
from statistics import median

import pytest
from support.couple import answering
from support.effort import LONG
from support.evening import (
    SHIPPED,
    MadeUp,
    StillClock,
    begin,
    chosen,
    shipped_exercises,
    workshop_of,
)
from support.exercises import EVERYTHING

from workshop.cards.choice import Choice, Option
from workshop.cards.deeds import Back
from workshop.core.course.session import Ask
from workshop.core.exercise import Exercise
from workshop.core.turns import Handover
from workshop.doors import CLEAR
from workshop.plain.choosing import chosen as chosen_of
from workshop.plain.commands import Command
from workshop.plain.face import Face
from workshop.plain.parts import MOST
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal
from workshop.plain.typing import number

from .listening import Screen, Typing, heard, words
from .support import Couple, Lines, Program, contents, joined

ALL = [exercise.id for exercise in shipped_exercises()]
EXERCISES = ALL if LONG else ["money", "who-carries-it", "free-time"]
"""Those with the longest turns, and the one that says most in most of its turns."""


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_turn_is_short_and_nothing_is_long_without_a_break(exercise: str, tmp_path: Path) -> None:
    of = heard(tmp_path / "us", exercise)

    assert median(of.turns) <= 45
    assert of.longest <= 150


class Says:
    """Somebody who types some lines, and hears what is said before each of them.

    Attributes:
        heard: what was said before each line.
        screen: all that was printed.
        terminal: where it is typed.
    """

    def __init__(self, *lines: str) -> None:
        self.heard: list[str] = []
        self.screen = Screen()
        self._lines = iter(lines)
        self.terminal = Terminal(
            Typing(self.screen, self._next), self.screen, {"TERM": "xterm"}, Signals()
        )

    def _next(self, text: str) -> Lines:
        self.heard.append(text)
        return next(self._lines, None)


STEPS = len(EVERYTHING.steps)
A_PAGE = "\n\n".join(["A paragraph of ten words, as people read them here."] * 40)


def test_a_long_page_comes_in_parts_that_say_how_many_there_are() -> None:
    two = Says("", "", "", "the answer")

    two.terminal.say(A_PAGE)

    assert two.terminal.line() == "the answer"
    assert [part.splitlines()[-2] for part in two.heard[:-1]] == [
        f"Enter for more: part {number} of 4." for number in (2, 3, 4)
    ]
    assert "".join(two.heard).count("A paragraph") == 40
    assert max(map(words, two.heard)) <= MOST


def test_what_is_said_in_one_go_has_no_part_of_a_few_words() -> None:
    two = Says("the answer")

    two.terminal.say(" ".join(["word"] * 120))
    two.terminal.say(" ".join(["word"] * 30))

    assert two.terminal.line() == "the answer"


def test_nothing_but_enter_or_a_command_goes_on_to_the_next_part() -> None:
    two = Says("1", "yes", "", "", "", ":help")

    two.terminal.say(A_PAGE)
    with pytest.raises(Command):
        two.terminal.line()

    assert [text.splitlines()[-2] for text in two.heard[:3]] == ["Enter for more: part 2 of 4."] * 3


def test_what_a_command_cut_short_is_not_said_later() -> None:
    two = Says(":hide", "an answer")

    two.terminal.say(A_PAGE)
    with pytest.raises(Command):
        two.terminal.line()
    two.terminal.say("What is asked next?")

    assert two.terminal.line() == "an answer"
    assert two.heard[-1] == "What is asked next?\n> "


def test_the_last_words_come_without_a_break() -> None:
    two = Says()

    two.terminal.say(A_PAGE)
    two.terminal.say_the_rest()

    assert two.screen.getvalue().count("A paragraph") == 40
    assert two.heard == []


def test_a_pipe_has_no_breaks() -> None:
    said = io.StringIO()
    terminal = Terminal(io.StringIO("the answer\n"), said, {}, Signals())

    terminal.say(A_PAGE)

    assert terminal.line() == "the answer"
    assert "Enter for more" not in said.getvalue()


MANY = tuple(f"{number} evenings {'out' if number % 7 else 'at home'}" for number in range(40))


def test_of_many_choices_one_is_chosen_before_all_were_said() -> None:
    two = Says("17")

    assert number(two.terminal, MANY, early=True) == 16
    assert "40 choices." in two.heard[0]
    assert "Enter for more: part 2 of " in two.heard[0]


def test_a_word_that_is_typed_says_those_choices_that_have_it() -> None:
    two = Says("HOME", "8")

    assert number(two.terminal, MANY, early=True) == 7
    assert two.heard[1].splitlines() == [
        *(f"  {place}: {place - 1} evenings at home" for place in (1, 8, 15, 22, 29, 36)),
        "> ",
    ]


def test_what_is_none_of_many_choices_is_told_without_all_of_them() -> None:
    two = Says("nowhere", "1")

    assert number(two.terminal, MANY, early=True) == 0
    assert len(two.heard[1].splitlines()) == 2


def test_what_decides_is_not_taken_before_all_was_said() -> None:
    two = Says("1", *[""] * 9, "1")

    two.terminal.say(A_PAGE)

    assert number(two.terminal, ["Yes", "No"]) == 0
    assert "Enter for more: part 2 of" in two.heard[1]


def test_a_heading_comes_in_one_part_with_what_stands_below_it() -> None:
    two = Says("", "")

    two.terminal.say(" ".join(["word"] * 119))
    two.terminal.say(" ".join(["word"] * 60), head="A heading of four words:")
    two.terminal.line()

    assert "A heading" in two.heard[1]


def test_a_heading_on_a_page_stands_in_one_part_with_its_text() -> None:
    two = Says("", "", "1")
    text = "A paragraph of ten words, as people read them here."
    page = (" ".join([text] * 11), "# Short and regular", " ".join([text] * 5), "# A list", "- one")

    chosen_of(two.terminal, Choice("A page", (), (Option(Back(), "Back"),), page=page))

    assert "Short and regular" not in two.heard[0]
    assert two.heard[1].startswith(f"Short and regular\n\n{text}")
    assert "\n\nA list\n- one\n" in two.heard[1]


class At:
    """A turn of the exercise that has everything, and what two type there.

    Attributes:
        heard: what was said before each line that was typed.
        code: the exit code.
    """

    def __init__(
        self,
        folder: Path,
        turn: str,
        *lines: str,
        clock: StillClock | None = None,
        gone: int = 80,
        exercise: Exercise = EVERYTHING,
    ) -> None:
        desk = begin(folder, workshop_of([exercise.id]), MadeUp([exercise]), clock)
        while isinstance(asked := desk.ask(), Choice) or not self._is(asked, turn):
            desk.reply(chosen(asked) if isinstance(asked, Choice) else answering(asked, desk.pair))
        if clock is not None:
            clock.now += gone
        two = Says(*lines)
        self.code = Face(desk, two.terminal).run()
        self.heard = two.heard
        desk.let_go()

    @staticmethod
    def _is(asked: object, turn: str) -> bool:
        assert isinstance(asked, Ask)
        return asked.turn.id == turn and not isinstance(asked.turn, Handover)


def test_again_says_the_whole_turn_again(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "talk/1", ":again", ":quit", ":quit")

    assert at.heard[1] == at.heard[0]
    assert "prompt of talk" in at.heard[0]
    assert f"Step 7 of {STEPS}." in at.heard[0]


def test_where_says_whose_turn_it_is_what_is_asked_and_how_far(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "talk/1", ":where", ":quit", ":quit")

    assert at.heard[1].splitlines() == [
        "ALEX speaks. SAM listens.",
        "ALEX, this is prompt of talk; SAM is here too.",
        f"Made up. Step 7 of {STEPS}.",
        "> ",
    ]


def test_time_is_said_when_it_is_asked_for(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "one", ":time", ":quit", ":quit", clock=StillClock())

    turn, left, _prompt = at.heard[1].splitlines()
    assert turn == "This turn has taken 1:20 minutes so far; 1:30 are planned."
    assert re.fullmatch(r"About \d+ minutes of this exercise are left\.", left)


def test_when_time_is_up_that_is_said_with_it(tmp_path: Path) -> None:
    clock = StillClock()
    at = At(tmp_path / "us", "one", ":time", ":quit", ":quit", clock=clock, gone=600)

    assert "Time is up; no hurry." in at.heard[1].splitlines()


def test_where_asks_again_what_a_menu_asks(program: Program) -> None:
    ran = program(reply=joined(["", "Ada", "Bo", ":where", "1", ":quit"]))

    asked = "Does somebody guide you, in the room?"
    assert ran.out.count(asked) == 2
    assert ran.out.count("1: No, we are on our own") == 1


def test_where_in_a_list_says_the_row(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "balance/1", "1", ":where", ":quit", ":quit")

    assert at.heard[2].splitlines()[-2:] == ["2 of 4: Money, day to day:", "> "]


def test_back_leads_out_of_what_is_read_beside_a_turn(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "talk/1", ":readings", "2", ":back", ":back", ":quit", ":quit")

    assert at.heard[3] == at.heard[1]
    assert "prompt of talk" in at.heard[4]


def test_what_is_not_opened_over_what_is_asked_says_so(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "talk/1", ":readings", ":agreement", ":back", ":quit", ":quit")

    assert at.heard[2].startswith("Not while this is asked: go back from here first.")


def test_what_both_write_on_paper_is_said_once(tmp_path: Path) -> None:
    ticked = SHIPPED.exercise("common-ground")
    at = At(tmp_path / "us", "both-want/1", ":paper", ":quit", ":quit", exercise=ticked)

    assert "  ALEX and SAM:\n" in at.heard[1]


def test_where_and_time_drop_nothing_that_was_typed(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "each/1", "One line.", ":where", ":time", ":hear", ":quit", ":quit")

    assert "What you typed so far" not in "".join(at.heard[:4])
    assert "This is what you have:\n  | One line.\n" in at.heard[4]


def test_what_is_asked_comes_before_what_there_is_to_hear(tmp_path: Path) -> None:
    heard = At(tmp_path / "us", "one", ":quit", ":quit").heard[0]

    assert heard.index("prompt of one") < heard.index("cannot give up")


def test_a_list_says_how_to_mark_it_before_its_rows(tmp_path: Path) -> None:
    heard = At(tmp_path / "us", "order/1", ":quit", ":quit").heard[0]

    assert heard.index("Type all the numbers") < heard.index("  1: ")


def test_a_row_says_which_of_how_many_it_is_and_a_wrong_number_repeats_the_scale(
    tmp_path: Path,
) -> None:
    at = At(tmp_path / "us", "balance/1", "9", ":quit", ":quit")

    scale = ["  1: I do", "  2: mostly I", "  3: both alike", "  4: mostly SAM", "  5: SAM"]
    row = ["1 of 4: Plans for a weekend:", "> "]
    assert at.heard[0].splitlines()[-2:] == row
    assert at.heard[1].splitlines() == ["Type a number from 1 to 5.", *scale, *row]


def test_a_choice_that_is_none_is_told_with_all_choices(tmp_path: Path) -> None:
    at = At(tmp_path / "us", "talk/1", "9", ":quit", ":quit")

    choices = at.heard[0].splitlines()[-4:]
    assert choices[0] == "  Enter: ALEX is done"
    assert at.heard[1].splitlines()[1:] == choices


def test_headphones_are_named_once_to_each(tmp_path: Path) -> None:
    said = "".join(heard(tmp_path / "us", "compromise").chunks)

    assert said.count("please look away") > 4
    assert said.count("With a screen reader") == 2


SECRET = "What only ALEX may know."


def sealed(folder: Path, *lines: str) -> list[str]:
    """Return what is heard where ALEX wrote a line sealed, and then types `lines`."""
    return At(folder / "us", "sealed/1", SECRET, *lines, ":quit", ":quit").heard


def test_what_is_sealed_is_read_back_once_and_then_cleared(tmp_path: Path) -> None:
    warned, read, after = sealed(tmp_path, ":hear", "1", "")[2:5]

    assert "A screen reader says it aloud." in warned
    assert f"  | {SECRET}\n" in read
    assert after.startswith(CLEAR)
    assert "What you typed so far is kept. Type on." in after
    assert SECRET not in warned + after


@pytest.mark.parametrize("typed", ["2", ":pause", ":again", ":quit", ":pass"])
def test_what_is_sealed_is_read_to_nobody_who_does_not_say_yes(tmp_path: Path, typed: str) -> None:
    assert SECRET not in "".join(sealed(tmp_path, ":hear", typed))


@pytest.mark.parametrize("typed", [":pause", ":where", "more", ":quit"])
def test_whatever_comes_after_it_was_read_back_the_screen_is_cleared(
    tmp_path: Path, typed: str
) -> None:
    said = "".join(sealed(tmp_path, ":hear", "1", typed, ""))

    assert said.count(SECRET) == 1
    assert CLEAR in said.partition(SECRET)[2]


def test_what_was_read_back_is_stored_nowhere(tmp_path: Path) -> None:
    sealed(tmp_path, ":hear", "1", "")

    assert not any(SECRET.encode() in data for data in contents(tmp_path).values())


def test_a_sealed_list_is_read_back_only_when_asked_to(tmp_path: Path) -> None:
    heard = At(tmp_path / "us", "balance/1", *"2222", "4", "1", "", ":quit", ":quit").heard

    assert "mostly I" not in heard[4] + heard[5]
    assert "  | 1: Plans for a weekend: mostly I\n" in heard[6]
    assert heard[7].startswith(CLEAR)


def test_settings_can_be_changed_before_an_evening_and_where_they_are_is_said_in_one(
    program: Program, tmp_path: Path
) -> None:
    ran = program(reply=joined(["", ":settings", "1", "2", ":back", ":quit"]))

    assert "  1: Theme: evening, dark\n" in ran.out
    assert "  1: Theme: morning, light\n" in ran.out
    assert (program.data / "settings.toml").read_text() == 'format = 1\ntheme = "morning"\n'
    heard = At(tmp_path / "us", "one", ":settings", ":quit", ":quit").heard[1]
    assert heard.startswith("Settings are on the first page, and at the command")


@pytest.mark.parametrize("command", [":again", ":where", ":time", ":hear"])
def test_they_change_nothing_before_an_evening(program: Program, command: str) -> None:
    ran = program(reply=joined(["", command, "Ada", ":quit"]))

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("Who sits on the left?") == 2
    assert not program.data.exists()


def test_how_to_go_on_the_next_time_is_told_for_lines(program: Program) -> None:
    ran = program.start(Couple(once={"Tonight.": None}))

    assert ran.out.endswith("Next time: workshop resume us --plain\n")


def test_the_page_to_read_first_has_no_line_of_one_word(program: Program) -> None:
    ran = program.start("\n")

    page = ran.out.partition("Press Enter to go on.")[0]
    assert [line for line in page.splitlines() if line and " " not in line] == []


def test_other_words_are_sealed_and_read_back_only_when_asked_to(tmp_path: Path) -> None:
    typed = ["2", SECRET, ".", "3", "1", "", "1", ":quit", ":quit"]
    heard = At(tmp_path / "us", "both/consent/1/2", *typed).heard

    assert SECRET not in "".join(heard[:5])
    assert f"  | {SECRET}\n" in heard[5]
    assert heard[6].startswith(CLEAR)
    assert SECRET not in "".join(heard[6:])


def test_a_sealed_point_that_is_changed_is_counted_and_not_said(tmp_path: Path) -> None:
    typed = [SECRET, ".", ".", "2", "1", "Another need.", "1", ":quit", ":quit"]
    heard = At(tmp_path / "us", "circles/1", *typed).heard

    assert "1: number 1\n" in heard[4]
    assert SECRET not in "".join(heard)


def test_sealed_points_that_do_not_sum_are_named_without_what_was_given(tmp_path: Path) -> None:
    typed = ["50", "20", "10", "0", "0", "0", ":quit", ":quit"]
    heard = At(tmp_path / "us", "goods/1", *typed).heard

    assert "  1: A walk\n" in heard[6]
    assert "50" not in heard[6]

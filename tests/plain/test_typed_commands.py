"""The lines that act: `:pass :back :pause :paper :help :hide :quit`, within every kind of ask."""

from dataclasses import dataclass, field

import pytest

from .support import ON_FRIDAYS, Asked, Choose, Couple, Lines, Program, Ran, in_words, joined

pytestmark = pytest.mark.every(5)


@dataclass
class Trying:
    """A couple that types a command at every ask, the first time it comes, and then answers.

    Attributes:
        command: what they type.
        then: what they choose afterwards, if they are asked.
    """

    command: str
    then: dict[str, Lines] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)
    couple: Couple = field(default_factory=lambda: Couple(says=dict(SAYS)))

    def __call__(self, text: str) -> Lines:
        for words, lines in self.then.items():
            if words in text:
                return self.couple._typed(lines, Asked(text))
        moment = the_ask(text)
        if moment not in self.tried and not before_it_begins(text):
            self.tried.add(moment)
            return self.command
        return self.couple(text)


SAYS: dict[str, Lines] = {
    "There is this already:": Choose("Take it as"),
    "Type now.": ".",
    "What you typed so far is kept.": ".",
    **ON_FRIDAYS,
    "One small thing you would like": ["Ask for a table.", "."],
    "In 4 weeks: ": Choose("In 1 week"),
}


def before_it_begins(text: str) -> bool:
    """Whether no evening is begun yet, so that most commands have nothing to act on."""
    return "nothing is saved yet" in text or "how do you answer what is sealed?" in text


def the_ask(text: str) -> str:
    """Return what is asked, without what was said about the reply before."""
    return text[max(0, text.rfind("\n\n", 0, text.rfind(". SAM"))) :].strip("\n> ")


def without_lock(program: Program) -> dict[str, bytes]:
    return {name: data for name, data in program.files().items() if not name.endswith(".lock")}


@pytest.fixture
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an evening leaves in which nobody types a command."""
    with pytest.MonkeyPatch.context() as patch:
        program = Program(tmp_path_factory.mktemp("undisturbed"), patch)
        assert program.start(Couple(says=dict(SAYS))).code == 0
        return without_lock(program)


def closed(ran: Ran) -> bool:
    return ran.code == 0 and ran.err == "" and "The evening is finished." in ran.out


def test_help_shows_its_page_at_every_ask_and_changes_nothing(
    program: Program, undisturbed: dict[str, bytes]
) -> None:
    couple = Trying(":help")

    ran = program.start(couple)

    assert closed(ran)
    assert ran.out.count("What you can type at any time") == len(couple.tried) > 40
    assert without_lock(program) == undisturbed


def test_a_pause_at_every_ask_is_not_recorded(
    program: Program, undisturbed: dict[str, bytes]
) -> None:
    couple = Trying(":pause", then={"Five minutes, or enough": Choose("Go on, when both")})

    ran = program.start(couple)

    assert closed(ran)
    assert ran.out.count("Five minutes, or enough for tonight?") == len(couple.tried) > 40
    assert without_lock(program) == undisturbed


def test_quit_at_every_ask_can_be_taken_back(
    program: Program, undisturbed: dict[str, bytes]
) -> None:
    couple = Trying(":quit", then={"What would you like?": Choose("Back to where")})

    ran = program.start(couple)

    assert closed(ran)
    assert without_lock(program) == undisturbed


def test_back_at_every_ask_opens_an_answer_again_or_says_why_not(
    program: Program, undisturbed: dict[str, bytes]
) -> None:
    says = {
        **SAYS,
        "Talk, both of you: what could bend": ["We eat out on Fridays.", "."],
        "There is this already:": Choose("Take it as"),
        "Type now.": ".",
    }
    couple = Trying(":back", couple=Couple(says=says))

    ran = program.start(couple)

    assert closed(ran)
    assert "Only your own last answer can be opened again" in ran.out
    assert without_lock(program) == undisturbed


def test_pass_at_every_ask_ends_an_evening_without_a_clause(program: Program) -> None:
    couple = Trying(":pass")

    ran = program.start(couple)

    assert ran.code == 0
    assert "us/agreement.toml" not in program.files()


def test_passing_everything_but_tonight_ends_calmly(program: Program) -> None:
    def reply(text: str) -> Lines:
        is_handover = " the keyboard." in text
        if "sit down tonight?" in text or is_handover or before_it_begins(text):
            return Couple()(text)
        return ":pass"

    ran = program.start(reply)

    assert closed(ran)
    assert "us/agreement.toml" not in program.files()


def circles(program: Program) -> str:
    """Return what the notes hold once both have opened their circles."""
    return program.files()["us/notes/1.toml"].decode()


def test_a_second_pause_puts_the_kind_ending_first(program: Program) -> None:
    pauses: list[list[str]] = []

    def reply(text: str) -> Lines:
        if "Five minutes, or enough" in text:
            pauses.append(list(Asked(text).options))
            return Asked(text).choose("Go on")
        return None if len(pauses) == 3 else ":pause"

    program.start(lambda text: Couple()(text) if before_it_begins(text) else reply(text))

    first, second, third = pauses
    assert first[0].startswith("Go on")
    assert second[0] == third[0] == "Stop here, keep our place"
    assert sorted(first) == sorted(second) == sorted(third)


def test_hide_prints_nothing_more_and_ends_at_once_at_every_ask(program: Program) -> None:
    tried: set[str] = set()

    def reply(text: str) -> Lines:
        moment = the_ask(text)
        if before_it_begins(text) or moment in tried:
            return Couple(says=dict(SAYS))(text)
        tried.add(moment)
        hidden.append(len(text))
        return ":hide"

    hidden: list[int] = []
    ran = program.start(reply)
    while hidden:
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.endswith("> ")
        hidden.clear()
        ran = program.resume(reply)

    assert closed(ran)
    assert len(tried) > 40


def test_hide_on_the_first_page_ends_at_once(program: Program) -> None:
    ran = program.start(":hide\n")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("nothing is saved yet.\n> ")
    assert not program.data.exists()


def test_back_offers_an_open_answer_with_its_text(program: Program) -> None:
    couple = Couple(
        says={"Type now.": ["and a second line", "."]},
        once={
            "Pick one thing you see": ["Who cooks?", "."],
            "Step 5 of 10.": ":back",
            "There is this already:\n  | Who cooks?": Choose("Add to it"),
            "What do you need here that you cannot give up?": None,
        },
    )

    program.start(couple)

    assert 'text = """\nWho cooks?\nand a second line"""' in circles(program)


def test_back_opens_a_sealed_answer_empty(program: Program) -> None:
    couple = Couple(
        once={
            "What do you need here": ["First thoughts", ".", "Bends", ".", "1"],
            "Both questions are done.": ":back",
            "ALEX writes, sealed.": ["Second thoughts", ".", ".", "1"],
            "Both are open now.": None,
        },
    )

    ran = program.start(couple)

    assert "Second thoughts" in circles(program)
    assert "First thoughts" not in circles(program)
    assert "First thoughts" not in ran.out.rpartition("ALEX writes, sealed.")[2]
    assert "There is this already" not in ran.out


def test_back_does_not_open_what_the_other_has_answered_after(program: Program) -> None:
    couple = Couple(once={"SAM writes, sealed.": ":back", "Both are open now.": None})

    ran = program.start(couple)

    assert ran.code == 0
    assert ran.out.count("Only your own last answer can be opened again") == 1
    assert ran.out.count("ALEX writes, sealed.") == 1


@pytest.mark.parametrize(
    "moment",
    [
        "Both are open now.",
        "What is most important to you here",
        "Agreed. You both",
        "The evening ends.",
    ],
)
def test_back_goes_past_no_reveal_and_no_consent(program: Program, moment: str) -> None:
    couple = Couple(says={"Both answers are in.": Choose("Open both")}, once={moment: ":back"})

    ran = program.start(couple)

    assert closed(ran)
    assert ran.out.count("Only your own last answer can be opened again") == 1


def test_quit_then_done_keeps_what_is_there(program: Program) -> None:
    couple = Couple(
        once={
            "Both are open now.": ":quit",
            "What would you like?": Choose("Stop here, keep our place"),
        }
    )

    ran = program.start(couple)

    assert ran.code == 0
    assert " ".join(ran.out.split()).endswith(
        "It is saved. Directories of help services, at any time: workshop help-lines"
        f" Your files are in {program.us} Next time: workshop resume us --plain"
    )
    assert "Something." in circles(program)


def test_quit_twice_ends_at_once(program: Program) -> None:
    couple = Couple(once={"Both are open now.": ":quit", "What would you like?": ":quit"})

    ran = program.start(couple)

    assert ran.code == 0
    assert "It is saved." in ran.out
    assert "us/notes/1.toml" in program.files()


def test_quit_then_throw_away_deletes_the_notes_and_asks_how_to_stop(program: Program) -> None:
    couple = Couple(
        says={"What would you like?": Choose("Stop here, keep our place")},
        once={
            "Both are open now.": ":quit",
            "What would you like?": Choose("Throw these notes away"),
        },
    )

    ran = program.start(couple)

    assert ran.code == 0
    assert b"Something." not in b"".join(program.files().values())
    assert "us/notes/1.toml" not in program.files()


def test_quit_then_close_closes_the_evening_and_keeps_what_is_half_done(program: Program) -> None:
    couple = Couple(
        says={"One small thing you would like": ["Ask for a table.", "."]},
        once={
            "Both are open now.": ":quit",
            "What would you like?": Choose("Finish the evening"),
        },
    )

    ran = program.start(couple)

    assert closed(ran)
    assert "Something." in circles(program)


def test_quit_before_tonight_offers_no_close(program: Program) -> None:
    couple = Couple(once={"Do you want to sit down tonight?": ":quit"})

    ran = program.start(couple)

    assert ran.code == 0
    assert "Finish the evening" not in ran.out


def test_what_was_typed_stays_through_a_command_and_says_so(program: Program) -> None:
    couple = Couple(
        once={
            "Pick one thing you see": ["One", ":help"],
            "What you typed so far is kept.": [":pause"],
            "Five minutes, or enough": Choose("Go on"),
            "ALEX finds the words": ["Two", "."],
            "SAM keeps the keyboard. ALEX looks away. Step 5 of 10.": None,
        },
    )

    ran = program.start(couple)

    assert 'text = """\nOne\nTwo"""' in circles(program)
    assert ran.out.count("What you typed so far is kept. Type on.") == 2


def test_a_pass_that_loses_what_was_typed_is_said_twice(program: Program) -> None:
    couple = Couple(
        once={
            "`:pass` again: Throw it away, really.": ["More", ":pass"],
            "`:pass` again: Throw it away": ":pass",
            "ALEX writes, sealed.": ["Stays", ":pass"],
            "SAM writes, sealed.": ":pass",
            "These answers stay closed": None,
        }
    )

    ran = program.start(couple)

    assert ran.out.count("`:pass` again") == 2  # typing on takes the first one back
    assert couple.once == {}


def test_an_open_pass_that_loses_what_was_typed_is_said_twice(program: Program) -> None:
    couple = Couple(
        once={
            "`:pass` again: Pass, and drop what is here.": ":pass",
            "Pick one thing you see": ["Stays", ":pass"],
        }
    )

    ran = program.start(couple)

    assert couple.once == {}
    assert ran.out.count("`:pass` again") == 1
    assert not any(b"Stays" in data for data in program.files().values())


def test_paper_that_loses_what_was_typed_is_said_twice(program: Program) -> None:
    couple = Couple(
        once={
            "`:paper` again: Both on paper, and drop what is here.": ":paper",
            "SAM writes, sealed.": ["Stays", ":paper"],
            "Both write on paper": None,
        }
    )

    ran = program.start(couple)

    assert ran.out.count("`:paper` again") == 1
    assert couple.once == {}


def test_both_circles_are_read_back_before_they_are_sealed_where_that_is_asked_for(
    program: Program,
) -> None:
    couple = Couple(
        once={
            "The first:": ["Stays", ".", "Bends", "."],
            "Both questions are done.": Choose("Hear what you have"),
            "  | Bends": Choose("Write them anew"),
            "Write both anew, and drop these?": Choose("Yes"),
            "There are two questions.": ["Stays too", ".", "."],
            "Both are open now.": None,
        },
        says={"A screen reader says it aloud": Choose("Yes, read it to me once")},
    )

    ran = program.start(couple)

    said = " ".join(ran.out.split())
    assert "  | Stays\n  | Bends\nBoth questions are done." in ran.out
    assert "to the first question" not in said
    assert '"Stays"' not in circles(program)
    assert '"Stays too"' in circles(program)


def test_points_in_a_circle_stay_through_a_command_and_say_so(program: Program) -> None:
    couple = Couple(
        once={
            "The second:": ["Bends", ":help"],
            "What you can type at any time": [".", "Bends too", ".", "1"],
            "Both are open now.": None,
        },
        says={"What do you need here that you cannot give up?": ["Stays", "."]},
    )

    ran = program.start(couple)

    assert ran.out.count("What you typed so far is kept. Type on.") == 2
    assert "inner = [\n" in circles(program)
    assert circles(program).count('"Stays"') == 2
    assert circles(program).count('"Bends"') == 1
    assert circles(program).count('"Bends too"') == 1


def test_other_words_stay_through_a_command_and_say_so(program: Program) -> None:
    couple = Couple(
        says=in_words("We eat out."),
        once={
            "Would you put these words": Choose("Other words"),
            "Type the other words.": ["We eat out", ":help"],
            "What you can type at any time": Choose("Other words"),
            "What you typed so far is kept.": ["on Fridays.", "."],
            "There are other words.": None,
        },
    )

    ran = program.start(couple)

    assert "  | We eat out\n  | on Fridays.\n" in ran.out


def test_other_words_that_are_the_same_are_typed_anew(program: Program) -> None:
    couple = Couple(
        says=in_words("We eat out."),
        once={
            "Would you put these words": Choose("Other words"),
            "Type the other words.": ["We eat out.", "."],
            "Those are the same words.": Choose("Other words"),
        },
    )
    couple.says["Type the other words."] = ["We eat in.", "."]

    program.start(couple)

    assert 'text = "We eat in."' in program.files()["us/agreement.toml"].decode()


def test_a_command_is_typed_as_text_with_its_sign_doubled(program: Program) -> None:
    couple = Couple(
        once={"Pick one thing you see": ["::quit", "..", ":quit now", " ::HELP ", "."]},
        says={"Only about this one": None},
    )

    program.start(couple)

    assert 'text = """\n:quit\n.\n:quit now\n:HELP"""' in circles(program)


def test_nothing_but_the_word_pass_is_asked_about(program: Program) -> None:
    couple = Couple(
        once={
            "Pick one thing you see": ["Pass", "."],
            "Do you mean to pass?": Choose("Yes, pass"),
            "What do you need here that you cannot give up?": ["pass", "."],
        }
    )

    ran = program.start(couple)

    assert ran.code == 0
    assert ran.out.count("Do you mean to pass?") == 1
    assert not any(b'"Pass"' in data for data in program.files().values())


def test_the_word_pass_stays_an_answer_where_it_is_meant(program: Program) -> None:
    couple = Couple(
        once={
            "Pick one thing you see": ["pass", "."],
            "Do you mean to pass?": Choose("No, that is the answer"),
            "SAM keeps the keyboard. ALEX looks away. Step 5 of 10.": None,
        }
    )

    program.start(couple)

    assert 'text = "pass"' in circles(program)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("pass", "With a colon before it, it is a command: `:pass`."),
        ("HELP", "With a colon before it, it is a command: `:help`."),
        ("stop", "To stop, type `:quit`; for a pause, `:pause`."),
        ("nine", "Type a number from 1 to 2."),
    ],
)
def test_a_command_without_its_colon_is_told(program: Program, typed: str, told: str) -> None:
    couple = Couple(once={"Do you want to sit down tonight?": [typed, "1"]})

    ran = program.start(couple)

    assert told in ran.out


def test_an_empty_line_in_a_text_says_once_how_it_ends(program: Program) -> None:
    couple = Couple(once={"Pick one thing you see": ["One", "", "", "Two", "."]})

    ran = program.start(couple)

    _before, _said, rest = ran.out.partition("Pick one thing you see")
    assert rest.partition("takes the keyboard")[0].count("A line with only a dot ends it.") == 1


def test_pass_when_both_are_in_leaves_both_closed(program: Program) -> None:
    once = {
        "Both answers are in.": ":pass",
        "`:pass` again: Leave both closed, really.": ":pass",
        "These answers stay closed": None,
    }
    couple = Couple(once=once)

    ran = program.start(couple)

    assert couple.once == {}
    assert "Both are open now." not in ran.out


@pytest.mark.parametrize("typed", [":hide ", " :Hide", ":HIDE", "\t:hide"])
@pytest.mark.parametrize(
    "moment", ["Pick one thing you see", "What do you need here", "1: Tonight"]
)
def test_a_command_acts_in_any_case_and_with_space_around_it(
    program: Program, typed: str, moment: str
) -> None:
    ran = program.start(Couple(once={moment: typed}))

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("> ")
    assert not any(b"hide" in data.lower() for data in program.files().values())


@pytest.mark.parametrize(
    ("typed", "offered"), [(":bak", ":back"), (":qiut", ":quit"), (" :Pasue ", ":pause")]
)
def test_what_looks_like_a_command_is_asked_about(
    program: Program, typed: str, offered: str
) -> None:
    couple = Couple(once={"Pick one thing you see": typed, "Is that a command?": None})

    ran = program.start(couple)

    asked = ran.out.partition("Is that a command?")[2]
    assert f"1: {offered}" in asked
    assert not any(typed.strip().encode() in data for data in program.files().values())


def test_what_looks_like_a_command_acts_once_it_is_chosen(program: Program) -> None:
    ran = program.start(
        Couple(once={"Pick one thing you see": ":qiut", "Is that a command?": "1"}, says=STOPPING)
    )

    assert "What would you like?" in ran.out


STOPPING: dict[str, Lines] = {"What would you like?": Choose("Stop here, keep our place")}


def test_what_looks_like_a_command_is_text_where_that_is_meant(program: Program) -> None:
    couple = Couple(once={"Only about this one": None})

    def reply(text: str) -> Lines:
        if "Pick one thing you see" in text:
            return ":smile"
        if "Is that a command?" in text:
            return [str(Asked(text).choose("No, it is what I want to say")), "."]
        return couple(text)

    program.start(reply)

    assert 'text = ":smile"' in circles(program)


@pytest.mark.parametrize("ends", [".", ". ", " .", "\t. "])
def test_a_dot_ends_a_text_whatever_space_is_around_it(program: Program, ends: str) -> None:
    couple = Couple(
        once={"Pick one thing you see": ["Who cooks?", ends], "Only about this one": None}
    )

    program.start(couple)

    assert 'text = "Who cooks?"' in circles(program)


@pytest.mark.parametrize("typed", [["..", ".", "."], ["..", "", ". ", "."], [".. ", ".", "."]])
def test_a_lone_dot_is_never_what_somebody_said(program: Program, typed: list[str]) -> None:
    program.start(Couple(once={"Pick one thing you see": typed, "Only about this one": None}))

    assert 'text = "."' not in circles(program)


NEW = {
    "the first page": [],
    "the left name": [""],
    "the right name": ["", "Ada"],
    "how one answers": ["", "Ada", "Bo"],
    "how the other answers": ["", "Ada", "Bo", "1"],
    "what to do": ["", "Ada", "Bo", "1", "1"],
}
"""What is typed to come to each prompt that there is before a first evening."""
AGAIN = {"the menu": [], "a reading": ["4"], "what is sealed": ["1"]}
"""The same where there is a workshop."""
BEFORE = [*((lines, True) for lines in NEW.values()), *((lines, False) for lines in AGAIN.values())]


@pytest.mark.parametrize(("lines", "first"), BEFORE, ids=[*NEW, *AGAIN])
@pytest.mark.parametrize("typed", [":lines", ":Help ", ":hide", ":quit", ":back", ":pass", ":bak"])
def test_commands_act_at_every_prompt_before_an_evening(
    program: Program, lines: list[str], first: bool, typed: str
) -> None:
    if not first:
        program.start(Couple(once={"Say one thing you know": None}))
    told = {
        ":lines": "Services by country",
        ":Help ": "`:hide` clears the screen and ends at once",
        ":bak": "Is that a command?",
    }

    without, ran = (program(reply=joined([*lines, *more])) for more in ([], [typed]))

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("Type a number") == without.out.count("Type a number")
    assert told.get(typed, "") in ran.out
    assert not first or not program.data.exists()


def test_back_that_loses_a_kept_draft_is_said_twice(program: Program) -> None:
    couple = Couple(
        once={
            "Pick one thing you see": ["Who cooks?", "."],
            "Step 5 of 10.": ":back",
            "There is this already:\n  | Who cooks?": ":back",
            "Go back, and drop what is here": Choose("Take it as"),
            "What do you need here that you cannot give up?": None,
        },
    )

    ran = program.start(couple)

    assert "`:back` again: Go back, and drop what is here." in ran.out
    assert 'text = "Who cooks?"' in circles(program)


def test_a_pass_that_loses_a_kept_draft_is_said_twice(program: Program) -> None:
    couple = Couple(
        once={
            "Pick one thing you see": ["Who cooks?", "."],
            "Step 5 of 10.": ":back",
            "There is this already:\n  | Who cooks?": ":pass",
            "Pass, and drop what is here": Choose("Take it as"),
            "What do you need here that you cannot give up?": None,
        },
    )

    ran = program.start(couple)

    assert "`:pass` again: Pass, and drop what is here." in ran.out
    assert 'text = "Who cooks?"' in circles(program)


def test_what_is_there_is_taken_as_it_stands(program: Program) -> None:
    couple = Couple(
        once={
            "Pick one thing you see": ["Who cooks?", "."],
            "Step 5 of 10.": ":back",
            "There is this already:\n  | Who cooks?": Choose("Take it as"),
            "What do you need here that you cannot give up?": None,
        },
    )

    program.start(couple)

    assert 'text = "Who cooks?"' in circles(program)


def test_where_enter_is_an_answer_1_is_none(program: Program) -> None:
    couple = Couple(once={"Enter: I have the keyboard": ["1", ""]})

    ran = program.start(couple)

    assert "Press Enter" in ran.out.partition("Enter: I have the keyboard")[2]


def test_whoever_hears_it_is_told_where_they_are_once_a_step(program: Program) -> None:
    ran = program.start(Couple(once={"The evening ends": None}))

    said = " ".join(ran.out.split())
    assert said.count("Step 5 of 10.") == said.count("Step 6 of 10.") == 1


def test_an_empty_line_in_a_circle_says_how_it_ends(program: Program) -> None:
    couple = Couple(
        once={"What do you need here": ["", "Quiet", ".", ".", "1"], "Both are open": None}
    )

    ran = program.start(couple)

    assert "A line with only a dot ends it." in ran.out.partition("What do you need here")[2]

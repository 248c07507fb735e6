"""No file and no later line says who said not now, who threw away, who paused or who stopped."""

import pytest

from .support import Asked, Choose, Couple, Lines, Program, Ran, in_words

NAMES = ("ALEX", "SAM")
CLAUSE = "Would you put these words"


def evening(
    program: Program,
    who: str,
    moment: str,
    typed: Lines,
    until: str = "",
    then: Lines = None,
    takes: int = 0,
) -> tuple[Ran, dict[str, bytes]]:
    """Return an evening in which only `who` types `typed` at `moment`, and the files it leaves.

    Args:
        program: the program.
        who: the name of the one.
        moment: words of what they are asked.
        typed: what they type the first time.
        until: words of where the input ends; the whole evening when empty.
        then: what is typed where the program asks for more because of that.
        takes: how many seconds each answer takes.
    """
    couple = Couple(says=in_words("We eat out."))
    typed_already: list[str] = []

    def reply(text: str) -> Lines:
        program.clock.now += takes
        own = f"{who} answers, sealed." in text or f"{who} writes, sealed." in text
        if moment in text and own and not typed_already:
            typed_already.append(text)
            return Asked(text).choose(typed) if isinstance(typed, Choose) else typed
        if "Type the other words." in text:
            return then
        if "What would you like?" in text or "Five minutes, or enough" in text:
            return Asked(text).choose(str(then))
        return None if until and until in text else couple(text)

    ran = program.start(reply)
    assert (ran.code, ran.err) == (0, "")
    assert len(typed_already) == 1
    left = program.files()
    assert program("forget", "us", reply="us\n").code == 0
    return ran, left


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        (Choose("Not now"), ""),
        (Choose("Not now"), "Not today."),
        (Choose("No"), "Say one thing you know"),
        (":pass", "Not today."),
    ],
)
def test_not_now_to_a_clause_is_nobodys(program: Program, typed: Lines, until: str) -> None:
    (left, files), (right, mirrored) = (
        evening(program, who, CLAUSE, typed, until) for who in NAMES
    )

    assert files == mirrored
    assert after(left, "Not today.") == after(right, "Not today.")
    assert b"We eat out." not in files.get("us/agreement.toml", b"")


def test_every_way_of_not_saying_yes_looks_the_same(program: Program) -> None:
    seen = [
        evening(program, "ALEX", CLAUSE, typed)
        for typed in (Choose("Not now"), Choose("No"), ":pass")
    ]

    assert seen[0][1] == seen[1][1] == seen[2][1]
    assert len({after(ran, "Not today.") for ran, _files in seen}) == 1


def test_not_tonight_is_nobodys(program: Program) -> None:
    (left, files), (right, mirrored) = (
        evening(program, who, "Do you want to sit down tonight?", Choose("Not tonight"))
        for who in NAMES
    )

    assert files == mirrored
    assert after(left, "Not tonight, then.") == after(right, "Not tonight, then.")


def test_not_keeping_the_notes_is_nobodys(program: Program) -> None:
    (left, files), (right, mirrored) = (
        evening(program, who, "Keep what you wrote tonight", Choose("Keep the notes"))
        for who in NAMES
    )

    assert files == mirrored
    assert after(left, "The notes are deleted") == after(right, "The notes are deleted")


@pytest.mark.parametrize("ticks", ["1", "2", "1 2"])
def test_what_one_alone_ticks_is_nobodys(program: Program, ticks: str) -> None:
    (left, files), (right, mirrored) = (
        evening(program, who, "Tick what you would like.", ticks, takes=7) for who in NAMES
    )

    assert files == mirrored
    assert after(left, "The notes are deleted") == after(right, "The notes are deleted")
    assert "The speaking time is not shown." in left.out


@pytest.mark.parametrize("until", ["", "What is most important to you here"])
def test_throwing_a_sealed_answer_away_is_nobodys(program: Program, until: str) -> None:
    (left, files), (right, mirrored) = (
        evening(program, who, "Only about this one thing", ":pass", until) for who in NAMES
    )

    assert files == mirrored
    assert after(left, "These answers stay closed") == after(right, "These answers stay closed")
    assert not any(b"opened" in data for name, data in files.items() if "notes" in name)


@pytest.mark.parametrize("until", ["", "There are other words."])
def test_whose_other_words_they_are_is_not_kept(program: Program, until: str) -> None:
    (left, files), (right, mirrored) = (
        evening(program, who, CLAUSE, Choose("Other words"), until, then=["We eat in.", "."])
        for who in NAMES
    )

    assert files == mirrored
    assert after(left, "There are other words.") == after(right, "There are other words.")


@pytest.mark.parametrize("moment", [CLAUSE, "Only about this one thing"])
@pytest.mark.parametrize(
    ("typed", "then"),
    [(":pause", "Go on"), (":quit", "Stop here, keep our place"), (":quit", "Back to")],
)
def test_who_paused_and_who_stopped_is_not_kept(
    program: Program, moment: str, typed: Lines, then: Lines
) -> None:
    (_left, files), (_right, mirrored) = (
        evening(program, who, moment, typed, then=then) for who in NAMES
    )

    assert files == mirrored


def after(ran: Ran, words: str) -> str:
    """Return what was printed from `words` on, but for where the files are."""
    return words + ran.out.partition(words)[2].partition("Your files are in")[0]

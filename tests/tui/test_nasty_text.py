"""Text that looks like markup, commands or escape sequences is only ever text, on every screen."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from support.effort import LONG

from workshop.cards.choice import Choice, Chosen
from workshop.core.course.session import Ask
from workshop.core.turns import CirclesSealed, Consent, Draft, Write
from workshop.core.turns.reply import Circled, Day, Drafted, OtherWords, Reply, Words, Yes
from workshop.desk.desk import Desk
from workshop.errors import Trouble

from .couple import people
from .support import Answering, Seats, at, at_home, files, plan, resumed, workshops

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

MARKUP = "[/] [b]x[/b] [@click=app.quit]y $x {me} a\\ :quit"
ACTING = "\x1b[31mred\x1b]0;title\x07\x1b]52;c;aGk=\x07\x9b2J\x00\x7f\u202eabc\u2066d"
SEEN = "redabcd"
"""What is left of it."""
WIDE = "李雷和韩梅梅 🙂👩‍👩‍👧 שלום مرحبا e\u0301"
LONG_TEXT = "w" * 300 + " " + "many words " * 60
NAMES = ("[/] $x [@click=app.quit]", "李" * 40)
RTL = ("שלום [b]", "مرحبا \\[/b]")
EVERYTHING = f"{MARKUP}\n{ACTING} {WIDE}\n{LONG_TEXT}"


def nasty(text: str) -> Answering:
    """Return how two answer who write nothing but `text`."""

    def reply(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
        if isinstance(asked, Choice):
            return people(asked, desk)
        match asked.turn:
            case Write():
                return Words(text=text)
            case CirclesSealed():
                return Circled(inner=(text,), outer=(text, text))
            case Draft(weeks=weeks):
                return Drafted(text=text, weeks=2 if weeks else None)
            case Consent(rewording=True, words=words, id=id) if id.endswith("1/1"):
                return OtherWords(text=f"{words} too")
            case Consent():
                return Yes()
            case _:
                return people(asked, desk)

    return reply


def harmless(seats: Seats) -> bool:
    """Whether nothing that acts on a terminal is on the screen."""
    return all(
        unicodedata.category(character) not in ("Cc", "Cs") and character not in "\u202e\u2066"
        for row in seats.rows
        for character in row
    )


SCREENS = {
    "topic/2": "active-listening",
    "floor/1/say": "active-listening",
    "circles/reveal": "compromise",
    "overlap": "compromise",
    "trial/consent/1/2": "compromise",
    "trial/consent/2/result": "compromise",
    "own/1/write-down/1": "boundaries",
    "closing/aloud": "boundaries",
}
"""Screens that show what somebody wrote, and the exercise."""


@pytest.mark.parametrize("name", SCREENS)
async def test_what_they_wrote_is_shown_literally(tmp_path: Path, name: str) -> None:
    names = RTL if name == "overlap" else NAMES
    text = MARKUP if "trial" in name else EVERYTHING
    async with at(tmp_path, name, nasty(text), plan(SCREENS[name], names=names)) as seats:
        assert harmless(seats)
        shown = "".join(seats.all_words.split())
        if name != "topic/2":
            assert "".join(MARKUP.split()) in shown
            assert text == MARKUP or SEEN in shown
            assert text == MARKUP or "w" * 60 in shown
        await seats.press("ctrl+t")
        assert harmless(seats)
        if name != "overlap" and not LONG:
            return  # what lies over a turn is the same over any
        await seats.press("ctrl+g", "enter")
        assert harmless(seats)
        await seats.push("Change how")
        assert harmless(seats)
        said = "".join(seats.all_words.split())
        assert "".join(f"Now: {names[0]} types.".split()) in said
        await seats.push("That is all")
        await seats.press("ctrl+s")
        await seats.push("Stop here, keep our place")
        assert harmless(seats)


async def test_what_is_typed_and_pasted_is_kept_literally(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.paste(EVERYTHING)
        assert harmless(seats)
        await seats.type("y [/b]")
        assert "y [/b]" in seats.text
        await seats.push("Done")

    saved = b"".join(files(tmp_path).values()).decode()
    assert not any(character in saved for character in "\x1b\x07\x9b\u202e\u2066")
    assert SEEN in saved


async def test_home_and_the_agreement_show_names_and_clauses_literally(tmp_path: Path) -> None:
    how = plan("boundaries", names=NAMES)
    async with at(tmp_path, "closing/aloud", nasty(MARKUP), how) as seats:
        await seats.press("ctrl+o")
    async with at_home(workshops(tmp_path)) as seats:
        assert "".join(NAMES[0].split()) in "".join(seats.text.split())
        await seats.push("Agreement")
        assert "".join(MARKUP.split()) in "".join(seats.all_words.split())
        assert harmless(seats)


@pytest.mark.parametrize(("left", "right"), [NAMES, RTL, ("\x1b[31mA\x07", "\u202eB")])
async def test_names_are_typed_at_setup_literally(tmp_path: Path, left: str, right: str) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("enter")
        await seats.paste(left)
        await seats.go_to(lambda on: on.id == "name-right", "#name-right")
        await seats.paste(right)
        assert harmless(seats)
        await seats.push("Go on")
        await seats.push("The essentials")
        await seats.push("Begin with this")

        assert seats.asked.turn.id == "opening/tonight/1"
        assert harmless(seats)
        pair = seats.desk.pair
        assert "\x1b" not in pair.left + pair.right


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "SAM", "sam "])
async def test_a_name_that_cannot_be_taken_is_refused_and_stays(tmp_path: Path, name: str) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("enter")
        await seats.paste(name)
        await seats.write("SAM", "name-right")
        await seats.push("Go on")

        assert "name" in seats.app.screen.query_one("#trouble").render().__str__()
        assert "SAM" in seats.text
        assert not files(tmp_path)


async def test_errors_and_notifications_are_literal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks = workshops(tmp_path)

    def fails(path: Path) -> Desk:
        raise Trouble(f"It is {MARKUP} {ACTING}")

    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.press("ctrl+o")
    monkeypatch.setattr(desks, "resume", fails)
    async with at_home(desks) as seats:
        await seats.push("Go on")
        shown = "".join(seats.all_words.split())
        assert "".join(MARKUP.split()) in shown
        assert SEEN in shown
        assert harmless(seats)


async def test_a_folder_to_save_in_may_look_like_markup(tmp_path: Path) -> None:
    async with at(tmp_path / "[b]$x", "floor/1/say", people, plan()) as seats:
        await seats.press("ctrl+g")

        assert "[b]$x" in "".join(seats.all_words.split())


async def test_too_much_text_is_refused_whole_and_told(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.paste("a" * 3999)
        await seats.paste("qqq")
        assert "nothing was cut" in seats.words
        await seats.press("c", "d")
        await seats.push("Done")

    saved = b"".join(files(tmp_path).values()).decode()
    assert "a" * 3999 + "c" in saved
    assert "qqq" not in saved


@pytest.mark.parametrize("place", ["writing", "inner"])
async def test_text_that_grows_when_it_is_cleaned_is_refused_and_ends_nothing(
    tmp_path: Path, place: str
) -> None:
    grows = "\u0958"  # two characters in NFC
    name, how = ("topic/1", plan()) if place == "writing" else ("circles/1", plan("compromise"))
    async with at(tmp_path, name, people, how) as seats:
        await seats.paste(grows * 4000)

        assert "nothing was cut" in seats.words
        await seats.press("x")
        await seats.push("Done" if place == "writing" else "Seal it")
        assert seats.asked.turn.id != name


async def test_too_many_points_are_refused_and_stay(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise")) as seats:
        await seats.paste("\n".join(f"point {number}" for number in range(31)))
        await seats.push("Seal it")

        assert "up to 30 points" in seats.words
        assert seats.asked.turn.id == "circles/1"


async def test_a_day_that_cannot_be_is_refused(tmp_path: Path) -> None:
    async with at(tmp_path, "closing/next", people, plan("boundaries")) as seats:
        for day in ("", "soon", "7/12", "2026-11-23", "2028-01-01", "2026-02-30"):
            await seats.write(day, "day")
            await seats.push("Another day")

            assert seats.asked.turn.id == "closing/next", day
            assert "day" in str(seats.app.screen.query_one("#trouble").render()), day


async def test_a_day_in_words_is_shown_before_it_is_taken(tmp_path: Path) -> None:
    async with at(tmp_path, "closing/next", people, plan("boundaries")) as seats:
        assert "Write it like: sunday, tomorrow, in 2 weeks, 7 dec, or" in seats.words
        await seats.write("in 2 weeks", "day")
        assert "Monday, 7 December 2026" in str(seats.app.screen.query_one("#means").render())
        await seats.write("sun", "day")
        assert "Sunday, 29 November 2026" in seats.text
        await seats.press("enter")
        assert seats.asked.turn.id == "closing/next"
        assert "That is Sunday, 29 November 2026. Enter again takes it." in seats.words
        await seats.press("enter")

        assert seats.asked.turn.id != "closing/next"
        assert seats.desk._evening.closing is not None
        entries = seats.desk._evening.closing.entries
        assert Day(on=date(2026, 11, 29)) in [entry.reply for entry in entries]


async def test_all_that_can_be_pressed_for_a_day_is_in_sight(tmp_path: Path) -> None:
    async with at(tmp_path, "closing/next", people, plan("boundaries")) as seats:
        assert all(label in seats.text for label in seats.buttons)
        await seats.push("Another day")

        assert all(label in seats.text for label in seats.buttons)


async def test_an_empty_reword_says_so(tmp_path: Path) -> None:
    async with at(tmp_path, "trial/consent/1/1", people, plan("compromise")) as seats:
        await seats.push("Other words")
        await seats.press("f7", "delete")
        await seats.push("Send these words")

        assert "No words were there." in seats.words


async def test_markup_in_a_name_survives_a_resume(tmp_path: Path) -> None:
    how = plan(names=NAMES)
    async with at(tmp_path, "floor/1/say", people, how) as seats:
        await seats.press("ctrl+o")
    async with resumed(tmp_path) as seats:
        await seats.push("Go on")
        assert "".join(NAMES[1][:10]) in "".join(seats.text.split())
        assert harmless(seats)

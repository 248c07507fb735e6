"""By keyboard alone: whose turn it is, what is asked and who sees it, on every screen."""

from pathlib import Path

import pytest
from support.effort import LONG
from support.evening import documents

from workshop.cards.choice import Choice, Chosen
from workshop.core.agreement.agreement import Agreement
from workshop.core.course.session import Ask
from workshop.core.turns import Handover
from workshop.core.turns.reply import Empty, Reply
from workshop.desk.desk import Desk

from .couple import BOUNDARY, OTHER, people
from .support import at, plan, seated
from .walk import Course, Seen, walk


def turns(course: Course) -> list[Seen]:
    return [seen for seen in course.seen if isinstance(seen.asked, Ask)]


def looked_at(course: Course) -> list[Seen]:
    """Return the turns of which the screen was looked at."""
    return [seen for seen in turns(course) if seen.rows]


def joined(text: str) -> str:
    return " ".join(text.split())


def in_(words: str, text: str) -> bool:
    """Whether every line of `text` is among `words`; a narrow screen breaks them elsewhere."""
    return all(joined(line) in words for line in text.splitlines())


def test_two_people_come_to_a_clause_and_a_boundary_without_a_mouse(essentials: Course) -> None:
    agreement = essentials.seen[-1].files["2026-11-23/agreement.toml"].decode()

    assert BOUNDARY in agreement
    assert OTHER in agreement
    assert "The evening is finished." in "\n".join(essentials.other["ended"])


def test_every_turn_shows_both_names_and_who_is_lit(essentials: Course) -> None:
    for seen in looked_at(essentials):
        assert seen.card is not None
        assert "ALEX" in seen.top, seen.name
        assert "SAM" in seen.top, seen.name
        assert {"●", "◆"} <= set(seen.top), seen.name
        assert seen.lit == seen.card.lit, seen.name
        for does in (seen.card.does.left, seen.card.does.right):
            assert in_(seen.top, does), seen.name


def test_every_turn_shows_what_is_asked_and_who_sees_it(essentials: Course) -> None:
    for seen in looked_at(essentials):
        assert seen.card is not None
        assert in_(seen.words, seen.card.prompt), seen.name
        for note in seen.card.notes:
            assert in_(seen.words, note), (seen.name, note)
        for said in seen.card.said:
            assert in_(seen.words, said.text), (seen.name, said.text)


SCROLLED = {"three-ways"}
"""A page of fourteen lines: it scrolls."""


def test_the_ask_stands_on_the_screen_without_scrolling(essentials: Course) -> None:
    hidden = [
        seen.name
        for seen in looked_at(essentials)
        if seen.card is not None
        and seen.name not in SCROLLED
        and not in_(joined(" ".join(seen.rows)), seen.card.prompt)
    ]

    assert hidden == []


def test_before_anything_sealed_is_typed_the_screen_says_so(essentials: Course) -> None:
    sealed = [seen for seen in looked_at(essentials) if seen.name in ("circles/1", "circles/2")]

    assert len(sealed) == 2
    for seen in sealed:
        shown = "\n".join(seen.rows)
        assert "writes, sealed" in shown
        assert "looks away" in shown
        assert "Sealed: only you see this now. Later you both open, or neither does." in shown


def test_no_consent_has_an_answer_chosen(essentials: Course) -> None:
    sealed = [seen for seen in looked_at(essentials) if "answers, sealed" in seen.top]

    for seen in sealed:
        is_list = "closing/wishes/" in seen.name
        assert seen.focused in (("rows",) if is_list else ("body", "")), seen.name
        assert "\n".join(seen.rows).count("[ ]") == (2 if is_list else 0), seen.name
    assert len([seen for seen in sealed if "closing/wishes/" in seen.name]) == 2


def test_where_enter_goes_on_it_has_the_focus(essentials: Course) -> None:
    assert essentials.at("floor/1/say").focused.endswith("is done")
    assert essentials.at("closing/wishes/result").focused == "Go on"
    assert essentials.at("topic/1/handover").focused == "I have the keyboard"


def test_say_it_hear_it_has_no_handover_after_its_topics(essentials: Course) -> None:
    names = [seen.name for seen in essentials.seen]
    inside = names[names.index("light/1/say") : names.index("asked-and-waited")]

    handed = [name for name in inside if name.endswith("/handover")]

    assert handed == ["topic/1/handover", "topic/2/handover"]


def test_speaking_and_hearing_light_one_side_and_what_is_both_s_both(essentials: Course) -> None:
    assert essentials.at("floor/1/say").lit == essentials.at("floor/1/check/1").lit
    assert essentials.at("floor/1/say").lit != essentials.at("floor/1/mirror/1").lit
    assert essentials.at("circles/reveal").lit == ("left", "right")


@pytest.mark.skipif(not LONG, reason="takes a while; single screens: test_small_screens")
async def test_at_40_by_12_an_exercise_is_possible_by_scrolling(tmp_path: Path) -> None:
    def short(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
        if isinstance(asked, Ask) and asked.turn.id.startswith(("own/2", "own/rehearse")):
            answers = desk.card(asked).answers
            return Empty() if any(a.reply == Empty() for a in answers) else people(asked, desk)
        return people(asked, desk)

    async with seated(tmp_path, plan("boundaries"), size=(40, 12)) as seats:
        seats.by_keys = True
        course = await walk(seats, short)

    for seen in turns(course):
        assert seen.card is not None
        assert in_(seen.top, seen.card.does.left), seen.name
        assert in_(seen.top, seen.card.does.right), seen.name
        assert in_(seen.words, seen.card.prompt), seen.name
        assert all(in_(seen.words, note) for note in seen.card.notes), seen.name
        assert all(len(row) <= 40 for row in seen.rows), seen.name
    agreement = documents(tmp_path / "us")["agreement.toml"]
    assert isinstance(agreement, Agreement)
    assert [clause.text for clause in agreement.clauses] == [BOUNDARY]


@pytest.mark.parametrize("key", ["enter", "ctrl+n"])
async def test_anybody_s_enter_goes_on_where_nothing_is_typed(tmp_path: Path, key: str) -> None:
    async with at(tmp_path, "light/1/say", people, plan()) as seats:
        await seats.press(key)

        assert seats.asked.turn.id == "light/1/mirror/1"


async def test_enter_on_a_consent_decides_nothing(tmp_path: Path) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan()) as seats:
        await seats.press("enter", "ctrl+n", "enter", "space")

        assert seats.asked.turn.id == "opening/tonight/1"


async def test_a_long_page_can_be_scrolled_by_keys_and_its_button_stays(tmp_path: Path) -> None:
    async with at(tmp_path, "map", people, plan("active-listening", "boundaries")) as seats:
        await seats.press("ctrl+g")
        assert "Lila.help" not in seats.text
        assert "Back" in seats.text

        await seats.press("end")

        assert "lila.help" in seats.text.lower()
        assert "Back" in seats.text


def test_who_has_the_keyboard_is_asked_for_it_only_before_what_is_sealed(
    essentials: Course,
) -> None:
    holder = None
    for seen in turns(essentials):
        assert isinstance(seen.asked, Ask)
        if seen.asked.step == 1 and "/" not in seen.name:
            holder = None  # another exercise
        if isinstance(seen.asked.turn, Handover):
            sealed = seen.asked.turn.to.privacy == "sealed"
            assert sealed or seen.asked.turn.holder != holder, seen.name
            holder = seen.asked.turn.holder


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
@pytest.mark.parametrize("name", ["map", "topic/1", "circles/1/handover"])
async def test_leave_help_lines_and_hide_are_in_sight(
    tmp_path: Path, size: tuple[int, int], name: str
) -> None:
    path = plan("compromise", "active-listening") if name != "topic/1" else plan()
    async with at(tmp_path, name, people, path, size) as seats:
        for key in ("^t Pause", "^s Leave", "^l Help lines", "^o Hide"):
            assert key in seats.rows[-1]
        await seats.press("ctrl+l")
        for key in ("^s Leave", "^l Help lines", "^o Hide"):
            assert key in seats.rows[-1]

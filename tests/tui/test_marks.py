"""Lists that are marked in the room: few keys, what is missing shows, all of it fits."""

from pathlib import Path

import pytest
from support.choosing import moment
from support.couple import answering
from support.effort import LONG
from support.evening import MadeUp, documents

from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Begin, CloseEvening
from workshop.core.course.session import Ask
from workshop.core.turns import Marking, Unseal
from workshop.core.turns.reply import Empty, Opened, Rated, Reply
from workshop.desk.desk import Desk
from workshop.store.documents import Kept, Notes
from workshop.tui.widgets.rows import Row

from .marks import LIST, MARKS, SEVEN, given, room_at
from .support import Seats, desk_at, files, keys_for, plan, room, workshops
from .test_sealed import (
    another_look,
    help_and_back,
    leave_and_back,
    palette,
    pause_and_back,
    smaller_and_back,
)

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

MOST_KEYS = 40
LISTS = ("balance", "rules", "order", "goods", "tasks")
"""One list of every kind."""


def entries(seats: Seats, run: int = 1) -> dict[str, object]:
    notes = documents(seats.data / "us")[f"notes/{run}.toml"]
    assert isinstance(notes, Notes)
    return {entry.turn: entry.reply for entry in notes.entries}


async def test_seven_items_on_two_scales_take_few_keys_of_both_together(tmp_path: Path) -> None:
    async with room_at(tmp_path, "balance/1/handover", SEVEN) as seats:
        pressed = 0
        for _ask in seats.while_(lambda: seats.asked.turn.id != "balance/reveal"):
            asked = seats.asked
            keys = ["enter"]
            if isinstance(asked.turn, Marking):
                reply = given(asked, seats.desk)
                keys = [*keys_for(reply), "tab", "enter"]
            if isinstance(asked.turn, Unseal):
                keys = ["tab", "enter"]
            await seats.press(*keys)
            pressed += len(keys)

        assert pressed <= MOST_KEYS


async def test_one_mark_of_many_is_changed_before_it_is_sealed(tmp_path: Path) -> None:
    async with room_at(tmp_path, "balance/1", SEVEN) as seats:
        first = given(seats.asked, seats.desk)
        assert isinstance(first, Rated)
        await seats.press(*keys_for(first), "up", "up", "left", "5", "tab", "enter")
        for _ask in seats.while_(lambda: seats.asked.turn.id != "balance/reveal"):
            asked = seats.asked
            await seats.give(given(asked, seats.desk))

        changed = [list(answer) for answer in first.answers]
        changed[4][0] = 5
        opened = entries(seats)["balance"]
        assert isinstance(opened, Opened)
        assert opened.left == Rated(answers=tuple((a, b) for a, b in changed))


async def test_their_picture_fits_on_one_screen_and_needs_no_colour(tmp_path: Path) -> None:
    async with room_at(tmp_path, "balance/reveal", SEVEN) as seats:
        shown = "\n".join(seats.rows)
        step = SEVEN.steps[0]

        assert all(item in shown for item in step.items)
        assert "How I see it" in shown
        assert "How I wish it" in shown
        assert "● ALEX   ◆ SAM" in shown
        assert "Go on" in shown
        rows = [row for row in seats.rows if row.startswith("  Large sums")]
        assert rows[0].count("●") == 2
        assert rows[0].count("◆") == 2


async def test_me_and_you_become_left_and_right(tmp_path: Path) -> None:
    async with room_at(tmp_path, "balance/2", SEVEN) as seats:
        await seats.press("1", "tab", "enter", "enter")  # SAM: I do
        await seats.press("1", "tab", "enter")  # ALEX: I do
        await seats.press("tab", "enter")  # both open

        row = next(row for row in seats.rows if row.startswith("  Money, day to day"))
        assert row.index("●") < row.index("◆")
        assert "─" * 10 in row


async def test_an_order_is_sealed_only_when_all_have_a_place(tmp_path: Path) -> None:
    async with room_at(tmp_path, "order/1") as seats:
        await seats.press("down", "space")
        assert "›  1  The same" in seats.text  # the cursor went up with it
        await seats.press("tab", "enter")

        assert "has no place yet" in seats.words
        assert seats.asked.turn.id == "order/1"


async def test_places_are_taken_back_and_moved(tmp_path: Path) -> None:
    async with room_at(tmp_path, "order/1") as seats:
        await seats.press("space", *["down", "space"] * 5, "u")
        assert "All have a place, the best first." in seats.text
        before = seats.rows
        await seats.press("d")
        await seats.press("u")
        assert seats.rows == before
        await seats.press("backspace")

        assert "1 has no place yet." in seats.text


async def test_points_tell_what_is_left_and_go_on_only_at_100(tmp_path: Path) -> None:
    async with room_at(tmp_path, "goods/1") as seats:
        await seats.press("9", "0")
        await seats.push("Seal it")
        assert "10 of 100 are left to give out." in seats.words
        assert seats.asked.turn.id == "goods/1"

        await seats.press("down", "1", "1")
        await seats.push("Seal it")
        assert "That is 1 more than 100: take some back." in seats.words

        await seats.press("-")
        await seats.push("Seal it")
        assert seats.asked.turn.id == "goods/open"


async def test_a_weight_that_is_missing_is_named(tmp_path: Path) -> None:
    async with room_at(tmp_path, "tasks/1") as seats:
        await seats.press("5", "0", "3", "tab", "enter")

        assert "“Plants” has no number yet." in seats.words


async def test_weights_of_which_none_weighs_anything_are_told(tmp_path: Path) -> None:
    async with room_at(tmp_path, "tasks/1") as seats:
        await seats.press("0", "0", "0", "0", "tab", "enter")

        assert "Give one of them more than 0" in seats.words


async def test_too_many_ticks_are_told_and_can_be_taken_away(tmp_path: Path) -> None:
    async with room_at(tmp_path, "rules/1") as seats:
        await seats.press("space", "down", "space", "down", "space")
        await seats.push("Seal it")
        assert "Tick 2 at the most; now there are 3." in seats.words

        await seats.press("space")
        await seats.push("Seal it")
        assert seats.asked.turn.id == "rules/2/handover"


@pytest.mark.parametrize("name", LISTS)
async def test_the_row_at_hand_is_in_sight_and_text_is_literal(tmp_path: Path, name: str) -> None:
    async with room_at(tmp_path, f"{name}/1", size=(40, 12)) as seats:
        items = seats.asked.turn.items
        for item in items:
            here = [row for row in seats.rows if "›" in row]
            assert here, seats.text
            assert seats.app._exception is None
            await seats.press("down")
            assert any(word in seats.all_words for word in item.split())


@pytest.mark.parametrize("name", ["list/4", "rules/1", "order/2", "order/reveal", "goods/reveal"])
async def test_what_is_on_the_list_is_literal_on_every_screen(tmp_path: Path, name: str) -> None:
    async with room_at(tmp_path, name) as seats:
        assert [item for item in LIST if item not in seats.all_words] == []


async def test_a_list_that_stays_closed_names_nobody(tmp_path: Path) -> None:
    def first_throws_away(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
        if isinstance(asked, Ask) and asked.turn.id == "order/1":
            return Empty()
        return given(asked, desk)

    async with room_at(tmp_path, "order/reveal", couple=first_throws_away) as seats:
        body = seats.words.partition("━")[2]
        assert "stay closed" in body
        assert "ALEX" not in body
        assert "SAM" not in body
        await seats.press("enter")
        assert "ranked" not in repr(entries(seats)["order"])


async def test_the_sums_unfold(tmp_path: Path) -> None:
    async with room_at(tmp_path, "goods/reveal") as seats:
        assert "Each gave out" not in seats.text
        assert seats.focused == "Go on"

        await seats.press("shift+tab", "enter")

        assert "Each gave out 100 points" in seats.words


async def test_pictures_that_both_kept_show_then_and_now(tmp_path: Path) -> None:
    desks = workshops(tmp_path, MadeUp([SEVEN_KEPT, SEVEN_KEPT.model_copy(update={"id": "again"})]))
    for kept, exercise in enumerate(("kept", "again"), start=1):
        desk = desks.begin(plan("kept", "again")) if kept == 1 else desks.resume(tmp_path / "us")
        assert done_once(desk, exercise) == kept
        desks.clock.day = desks.clock.day.replace(month=12)
    desk = desks.resume(tmp_path / "us")
    desk_at(desks, "map", given, plan(), desk)
    async with room(desks, lambda app: app.sit_down(lambda: desk)) as seats:
        await seats.push("Look at the pictures that you kept")

        assert "Money, day to day (23 November 2026)" in seats.all_words
        assert "Money, day to day (23 December 2026)" in seats.all_words
        await seats.push("Back")
        assert "What comes next?" in seats.words


def done_once(desk: Desk, exercise: str) -> int:
    """Have an evening with one exercise; return how many pictures are kept after it."""
    begun = False
    while isinstance(asked := desk.ask(), Ask | Choice):
        if moment(asked) == "map":
            desk.reply(Chosen(CloseEvening() if begun else Begin(exercise)))
            begun = True
        else:
            desk.reply(given(asked, desk))
    desk.stop()
    kept = [found for found in documents(desk.path).values() if isinstance(found, Kept)]
    return sum(len(one.pictures) for one in kept)


SEVEN_KEPT = SEVEN.model_copy(
    update={
        "id": "kept",
        "steps": (SEVEN.steps[0].model_copy(update={"picture": True}),),
    }
)


@pytest.mark.parametrize("name", [f"{name}/1" for name in (LISTS if LONG else LISTS[:1])])
async def test_marks_stay_through_pause_help_leave_and_another_size(
    tmp_path: Path, name: str
) -> None:
    async with room_at(tmp_path, name) as seats:
        untouched = files(tmp_path)
        empty = seats.all_words
        await seats.press("3", "space", "down", "2", "space")
        before = seats.all_words
        assert before != empty

        for press in (help_and_back, pause_and_back, leave_and_back, smaller_and_back):
            await press(seats)
            assert seats.all_words == before, press.__name__

        assert files(tmp_path) == untouched


@pytest.mark.parametrize("name", LISTS if LONG else LISTS[2:3])
async def test_the_second_one_s_list_shows_nothing_of_the_first_one_s(
    tmp_path: Path, name: str
) -> None:
    def otherwise(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
        if isinstance(asked, Ask) and isinstance(asked.turn, Marking):
            return answering(asked, desk.pair)
        return given(asked, desk)

    shown = []
    for number, couple in enumerate((given, otherwise)):
        async with room_at(tmp_path / str(number), f"{name}/2", couple=couple) as seats:
            for press in (palette, pause_and_back, smaller_and_back, another_look):
                await press(seats)
            await seats.press("ctrl+z", "ctrl+v", "ctrl+r")
            items = seats.asked.turn.items
            told = "\n".join(seats.rows)
            for place, item in enumerate(sorted(items, key=len, reverse=True)):
                told = told.replace(item, f"item {place}")
            shown.append(told)

    assert shown[0] == shown[1]


@pytest.mark.parametrize("name", LISTS if LONG else LISTS[:2])
async def test_a_list_that_was_marked_is_not_there_after_the_window_closed(
    tmp_path: Path, name: str
) -> None:
    desks = workshops(tmp_path, MadeUp([MARKS]))
    async with room_at(tmp_path, f"{name}/2") as seats:
        await seats.press("1", "space", "ctrl+o")
    async with room(
        desks, lambda app: app.sit_down(lambda: desks.resume(tmp_path / "us"))
    ) as seats:
        if name != "balance":  # before which nothing was answered
            assert "Nothing of them was saved, so both of you write again." in seats.words
            await seats.push("Go on")

        assert seats.asked.again
        assert seats.asked.turn.id == f"{name}/1/handover"


async def test_a_row_that_is_clicked_is_at_hand(tmp_path: Path) -> None:
    async with room_at(tmp_path, "rules/1") as seats:
        await seats._pilot.click(list(seats.app.screen.query(Row))[2])
        await seats.settle()

        row = next(row for row in seats.rows if "›" in row)
        assert "[x]" in row
        assert seats.asked.turn.items[2] in row

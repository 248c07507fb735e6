"""What to do is chosen by whoever does not hold the keyboard: a programme, or one exercise."""

from pathlib import Path

from support.evening import documents

from workshop.core.reply import Yes
from workshop.core.session import Ask
from workshop.core.turn import Consent
from workshop.store.documents import Workshop

from .support import Seats, reception, room


async def to_the_map(seats: Seats, content: str) -> None:
    await seats.press("enter", "enter")
    await seats.type("ALEX")
    await seats.write("SAM", "name-right")
    await seats.choose(content, "content")
    await seats.push("Begin")
    while isinstance(seats.desk.ask(), Ask):
        yes = isinstance(seats.asked.turn, Consent)
        await (seats.give(Yes()) if yes else seats.press("enter"))


async def test_one_exercise_is_chosen_on_the_map_and_the_evening_closes_after_it(
    tmp_path: Path,
) -> None:
    async with room(reception(tmp_path)) as seats:
        await to_the_map(seats, "One exercise")
        assert seats.buttons == ["Another exercise", "Close the evening"]

        await seats.push("Another exercise")
        assert "Which one would you like?" in seats.words
        assert any(label.startswith("Two views of the balance (25") for label in seats.buttons)
        await seats.push("Back")
        await seats.push("Another exercise")
        await seats.push("Thanks, so that it lands")
        assert seats.desk.title == "Thanks, so that it lands"

        while seats.desk.title == "Thanks, so that it lands":
            await seats.press("enter")

        assert seats.desk.title == "The evening ends"
    (workshop,) = [w for w in documents(seats.desk.path).values() if isinstance(w, Workshop)]
    assert workshop.path == ()
    assert [done.exercise for done in workshop.done] == ["appreciation"]


async def test_a_programme_shows_its_own_path(tmp_path: Path) -> None:
    async with room(reception(tmp_path)) as seats:
        await to_the_map(seats, "A first evening")

        assert seats.buttons[0].startswith("Thanks, so that it lands")
        assert len(seats.buttons) == 6
        assert "to do: One small promise each, 10 minutes" in seats.words

"""The demo: its script fits the exercise, it plays to its end, and nothing is kept of it."""

from pathlib import Path

from support.effort import LONG
from support.evening import SHIPPED, StillClock
from textual.widgets import Static

from workshop.content.loading import load
from workshop.core.course.session import Ask
from workshop.core.exercise import Exercise
from workshop.core.proof.robot import answering
from workshop.desk.desk import Desk
from workshop.desk.preview import open_preview
from workshop.paths import builtin_content
from workshop.tui.demo import Caption, DemoApp

from .support import SIZE, Seats, workshops

SCRIPT = SHIPPED.demo()
STEPS = 2 * len(SCRIPT.beats) + 5
"""More than it can take: a step to type, a step to press, and a few."""


def desk(at: str | None = None) -> Desk:
    file = builtin_content() / f"{SCRIPT.exercise}.toml"
    return open_preview(load(Exercise, file), Path(str(file)), SHIPPED, StillClock(), at)


def test_the_script_has_a_beat_for_each_turn_in_order_and_for_no_other() -> None:
    here = desk()
    turns = []
    while isinstance(asked := here.ask(), Ask):
        turns.append(asked.turn.id)
        here.reply(answering(asked.turn))

    assert [beat.turn for beat in SCRIPT.beats] == turns


async def test_it_plays_to_its_end_and_keeps_nothing(tmp_path: Path) -> None:
    played = SCRIPT if LONG else SCRIPT.model_copy(update={"beats": SCRIPT.beats[:8]})
    app = DemoApp(workshops(tmp_path), desk(), played, [("A demo", ["What it is."])])
    async with app.run_test(size=SIZE) as pilot:
        seats = Seats(app, pilot, workshops(tmp_path))
        await seats.press("space")  # the first page is an ordinary one
        assert "What it is." in seats.text
        await seats.press("enter", "space", "x", "enter", "tab")  # from here on by hand
        seen = ""
        for _step in range(STEPS):
            if app.desk is None or (not LONG and played.beats[-1].turn in asked_of(app)):
                break
            assert "Space: go on." in seats.text
            seen += letters(seats.text)
            await seats.press("right")

        said = [text for beat in played.beats[:-1] for text in (beat.aloud, beat.typed) if text]
        assert [text for text in said if letters(text) not in seen] == []
        assert not LONG or "That was the last step." in seats.text
    assert not list(tmp_path.rglob("*"))


def asked_of(app: DemoApp) -> str:
    asked = app.desk.ask() if app.desk is not None else None
    return str(asked.turn.id) if isinstance(asked, Ask) else ""


def letters(text: str) -> str:
    """Return what is left of a text wherever its lines are broken."""
    return "".join(filter(str.isalnum, text))


async def test_escape_leaves_it_at_once(tmp_path: Path) -> None:
    app = DemoApp(workshops(tmp_path), desk(), SCRIPT, [("A demo", ["What it is."])])
    async with app.run_test(size=SIZE) as pilot:
        seats = Seats(app, pilot, workshops(tmp_path))
        await seats.press("enter", "escape")

    assert app.return_code == 0


async def test_it_goes_on_by_itself_unless_it_is_paused(tmp_path: Path) -> None:
    app = DemoApp(workshops(tmp_path), desk(), SCRIPT, [("A demo", ["What it is."])])
    async with app.run_test(size=SIZE) as pilot:
        seats = Seats(app, pilot, workshops(tmp_path))
        await seats.press("enter", "space")
        first = app.screen.query_one(Caption)
        for _tick in range(1000):
            app.tick()
        assert "Both think" in str(first.content)
        app.is_paused = False

        for _tick in range(100):
            app.tick()
        await seats.settle()

        assert "Half an hour to myself" in str(app.screen.query_one(Caption, Static).content)


async def test_where_a_page_is_longer_than_the_screen_it_reads_on_and_goes_on(
    tmp_path: Path,
) -> None:
    long = "promise/1/consent/1/result"
    app = DemoApp(workshops(tmp_path), desk(long), SCRIPT, [("A demo", ["What it is."])])
    async with app.run_test(size=(40, 12)) as pilot:
        seats = Seats(app, pilot, workshops(tmp_path))
        await seats.press("enter", "space")
        assert asked_of(app) == long
        for _step in range(9):
            if asked_of(app) != long:
                break
            await seats.press("right")

        assert asked_of(app) not in ("", long)

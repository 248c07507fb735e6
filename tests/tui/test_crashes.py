"""A crash of ours, wherever it comes from, while something sealed is shown: nothing of it gets out.

What is raised quotes what was typed, as an error of a library may.
"""

import sys
from importlib import import_module
from pathlib import Path

import pytest
from support.effort import LONG, every
from support.evening import MadeUp
from support.exercises import EVERYTHING

import workshop.tui.turns
from workshop.cards.choice import Farewell
from workshop.commands.crash import trace
from workshop.core.course.session import Ask
from workshop.core.turns import Fillable
from workshop.desk.desk import Desk
from workshop.tui.app import EqualSay
from workshop.tui.turns.view import View
from workshop.tui.turns.views import view_of

from .couple import at_the_table, people
from .support import desk_at, plan, room, workshops

if sys.platform == "win32":
    pytest.skip("there are no ptys", allow_module_level=True)

from .window import Window

pytestmark = pytest.mark.usefixtures("undrawn")

SECRET = "sesame-of-alex"
PLACES = {
    "a key": "boom()",
    "what is called later": "self.call_later(boom)",
    "a timer": "self.set_timer(0.001, boom)",
    "a worker": "self.run_worker(later())",
    "a worker in a thread": "self.run_worker(boom, thread=True)",
    "a thread": "threading.Thread(target=boom).start()",
    "a task": "asyncio.get_running_loop().create_task(later())",
    "the loop": "asyncio.get_running_loop().call_soon(boom)",
    "what is drawn": "Writing.render_line = boom; self.query(Writing).first().refresh()",
    "what is laid out": "type(self).arrange = boom; self.refresh(layout=True)",
    "what is taken away": "Writing._on_unmount = boom; self.query(Writing).first().remove()",
    "the draft, on the way out": "type(self).save_draft = boom; boom()",
    "the desk, on the way out": "Desk.let_go = boom; boom()",
    "another error while it ends": "self.app._close_messages_no_wait = boom; boom()",
    "the thread that reads keys": "Wire.events = boom",
    "the ear for signals": "Desk.stop = boom; os.kill(os.getpid(), signal.SIGTERM)",
    "what nobody can catch": "Falls(); boom()",
}
"""What goes wrong, and how it is brought about."""
CRASH = """
import asyncio, os, signal, threading
from workshop.desk.desk import Desk
from workshop.tui.keyboard import Wire
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.widgets.writing import Writing
said = []
def boom(*_words, **_more):
    raise ValueError(said[0])
async def later():
    boom()
class Falls:
    def __del__(self):
        boom()
def go_on(self):
    said.append(self.query(Writing).first().text)
    assert said == [{secret!r}]
    {place}
TurnScreen.go_on = go_on
"""


@pytest.mark.parametrize("place", PLACES if LONG else list(PLACES)[:1])
def test_nothing_sealed_leaves_the_program(tmp_path: Path, place: str) -> None:
    data = tmp_path / "data"
    desk_at(workshops(data), "circles/1", people, plan("compromise")).stop()
    more = CRASH.format(secret=SECRET, place=PLACES[place])
    window = Window(data, ["resume", "us"], more)
    try:
        window.wait("Before you begin")
        window.press("\r", "What would you like?")
        window.press("\t\r", "I have the keyboard")
        window.press("\r", "Later you both open, or neither does.")
        window.press(SECRET, SECRET)
        window.child.send("\x0e")  # ctrl+n
        window.child.send("x")
        code = window.ended()
        is_restored = window.is_restored
    finally:
        window.child.close(force=True)

    assert code == 70
    assert is_restored
    assert "The program made a mistake and stopped." in window.afterwards_in_words
    assert "Traceback" not in window.stream
    assert SECRET not in window.afterwards_in_words
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert data / "crash.log" in files
    assert not [path for path, content in files.items() if SECRET.encode() in content]


def views() -> list[type[View]]:
    """Return every class of view that there is."""
    folder = Path(workshop.tui.turns.__file__).parent
    modules = [import_module(f"workshop.tui.turns.{file.stem}") for file in folder.glob("*.py")]
    found = {one for module in modules for one in vars(module).values() if isinstance(one, type)}
    return sorted(
        (one for one in found if issubclass(one, View) and not one.__subclasses__()),
        key=lambda one: one.__name__,
    )


def seen(asked: object) -> View | None:
    """Return the view for what is asked, if it is filled in."""
    if isinstance(asked, Ask) and isinstance(asked.turn, Fillable):
        return view_of(asked, asked.turn)
    return None


def desk_with(view: type[View], data: Path) -> Desk | None:
    """Return a desk at a turn that such a view is for; None where no turn is."""
    for number, answers in enumerate((("type", "type"), ("paper", "paper"))):
        desks = workshops(data / str(number), MadeUp([EVERYTHING]))
        desk = desks.begin(plan(EVERYTHING.id, answers=answers))  # type: ignore[arg-type]
        while not isinstance(asked := desk.ask(), Farewell):
            if type(seen(asked)) is view:
                return desk
            desk.reply(at_the_table()(asked, desk))
        desk.let_go()
    return None


@pytest.mark.parametrize("view", views()[:: every(4)], ids=lambda view: view.__name__)
async def test_a_crash_in_any_view_quotes_nobody(
    tmp_path: Path,
    view: type[View],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk = desk_with(view, tmp_path)
    assert desk is not None, "no turn of the exercise that has everything shows it"
    monkeypatch.setattr(EqualSay, "is_headless", False)  # as where people sit before it

    def boom() -> None:
        raise ValueError(SECRET)

    async with room(workshops(tmp_path), lambda app: app.sit_down(lambda: desk)) as seats:
        if not seats.app.screen.query(view):
            await seats.press("enter")  # whose turn it is, first
        if not seats.app.screen.query(view):  # where other words are asked for first
            shown = seen(seats.desk.ask())
            assert shown is not None
            await seats.app.screen.mount(shown)
        seats.app.screen.query_one(view).call_later(boom)
        await seats.settle()

    assert seats.app.return_code == 70
    assert isinstance(seats.app.crash, ValueError)
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err + trace(seats.app.crash)
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(SECRET.encode() in content for content in files)

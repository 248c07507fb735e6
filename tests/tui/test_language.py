"""Every sentence of the room is said in the language of the reader; see `languages.reading`."""

import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from languages.greeks import NAMES, SOMETHING
from languages.made_up import LANGUAGE, content, spoken, written
from languages.reading import unspoken
from support.choosing import moment
from support.couple import answering
from support.effort import LONG
from textual.screen import Screen
from textual.widget import Widget

from workshop import words
from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import Begin, CloseEvening
from workshop.content.library import Library
from workshop.core.course.session import Ask
from workshop.core.turns.reply import Circled, Drafted, OtherWords, Reply, Words
from workshop.desk.desk import Desk
from workshop.tui.messages import Answered
from workshop.tui.screens.everything import Everything
from workshop.words import catalogue

from .support import Seats, plan, room, seated, workshops

SIZE = (150, 50)
"""A screen on which little is cut."""
EXERCISES = ("common-ground", "compromise")
MORE = ("the-balance", "who-carries-it", "free-time", "boundaries")
"""Where there is time, every kind of turn."""
THE_SAME_IN_EVERY_LANGUAGE = re.compile(
    r"https?://\S+|\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}\b"
    r"|\^[a-z]\b"  # a key
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """What there is to read in the made-up language."""
    return Library(content(tmp_path_factory.mktemp("made-up") / "exercises"), None, (LANGUAGE,))


@pytest.fixture(autouse=True)
def _in_the_language(tmp_path: Path) -> Iterator[None]:
    words.speak(catalogue((LANGUAGE,), written(tmp_path / "locale", spoken())))
    yield
    words.speak(NullTranslations())


def in_greek(reply: Reply) -> Reply:
    """Return what is typed in letters that the program never uses itself."""
    match reply:
        case Words() | OtherWords() | Drafted():
            return reply.model_copy(update={"text": SOMETHING})
        case Circled():
            return Circled(inner=("Α",), outer=("Β",))
        case _:
            return reply


def not_said(screen: Screen[object]) -> list[str]:
    """Return what on a screen no catalogue was asked for: each part of it is read by itself."""
    found = []
    for part in screen.walk_children(Widget):
        if part.display and not part.children:
            rows = [part.render_line(y).text.rstrip() for y in range(part.size.height)]
            text = THE_SAME_IN_EVERY_LANGUAGE.sub("", "\n".join(rows))
            found += [f"{part.id or type(part).__name__}: {one}" for one in unspoken(text)]
    return [one for one in found if "a bracket on its own" not in one]  # it was cut there


async def test_an_evening_is_shown_in_the_language(library: Library, tmp_path: Path) -> None:
    shown: set[object] = set()
    found: list[str] = []
    begun = plan(*EXERCISES, *(MORE if LONG else ()), names=NAMES)
    async with seated(tmp_path, begun, SIZE, library=library) as seats:
        while not isinstance(asked := seats.desk.ask(), Farewell):
            kind = type(asked.turn) if isinstance(asked, Ask) else moment(asked)
            if kind not in shown:
                shown.add(kind)
                seats.app.post_message(Answered())
                await seats.settle()
                found += not_said(seats.app.screen)
            seats.clock.now += 7
            answer(seats.desk, asked)
        seats.app.post_message(Answered())
        await seats.settle()
        found += not_said(seats.app.screen)

    assert len(shown) > (20 if LONG else 15)
    assert found == []


def answer(desk: Desk, asked: Ask | Choice) -> None:
    if isinstance(asked, Choice):
        to_do = any("to do:" in line for line in asked.lines)
        begins = [one.does for one in asked.options if isinstance(one.does, Begin)]
        desk.reply(Chosen(begins[0] if to_do and begins else CloseEvening()))
    else:
        desk.reply(in_greek(answering(asked, desk.pair)))


async def test_so_is_what_stands_beside_it(library: Library, tmp_path: Path) -> None:
    desks = workshops(tmp_path, library)
    found: dict[str, list[str]] = {}

    def look(seats: Seats, name: str) -> None:
        assert "⟦" in seats.text, f"{name}:\n{seats.text}"
        found[name] = not_said(seats.app.screen)

    async with room(desks, size=SIZE) as seats:
        look(seats, "before you begin")
        await seats.read_on()
        look(seats, "setup")
        await seats.push("⟦Back")
        look(seats, "home")
    async with room(desks, lambda app: app.begin(plan(names=NAMES)), SIZE) as seats:
        look(seats, "the first turn")
        for name, key in BESIDE_A_TURN.items():
            await seats.press(key)
            look(seats, name)
            if isinstance(seats.app.screen, Everything):
                seats.app.screen.tell_none("χψω")
                await seats.settle()
                look(seats, "nothing found")
            await seats.press("escape")
        await seats.press("ctrl+s")
        look(seats, "leave")
        await seats.push("⟦Stop here, keep our place")
        look(seats, "the end")
    async with room(desks, lambda app: app.show_home(), SIZE) as seats:
        look(seats, "home with one")
        for button in ("⟦Readings", "⟦Look for a word"):
            await seats.push(button)
            look(seats, button)
        await seats.press("escape", "escape")
        await seats.push("⟦Agreement")
        look(seats, "agreement")

    assert {name: said for name, said in found.items() if said} == {}


BESIDE_A_TURN = {
    "pause": "ctrl+t",
    "help": "ctrl+g",
    "help lines": "ctrl+l",
    "everything": "ctrl+p",
}

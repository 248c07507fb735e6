"""Keys, clicks, the window's focus and stray bytes by chance, through all of the room.

What is sent goes the whole way that a terminal's bytes go. `EQUAL_SAY_LONG=1` sends 5,000 in all.
"""

from pathlib import Path
from random import Random

import pytest
from support.couple import answering
from support.effort import LONG
from support.evening import MadeUp, chosen
from support.exercises import EVERYTHING, SEALED
from support.nothing_decided import Watched
from support.secrets import Secrets
from textual.widgets import Button

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import Back, TakeUp
from workshop.core.course.session import Ask
from workshop.core.turns import CirclesSealed, Handover, WriteSealed
from workshop.core.turns.reply import Reply
from workshop.tui.keyboard import Wire
from workshop.tui.messages import Answered

from .support import Seats, plan, seated

pytestmark = pytest.mark.usefixtures("undrawn")

EVENTS = 504 if LONG else 96
"""How many are sent in one go."""
GOES = range(5 if LONG else 1)
BURST = 12
"""How many are sent before it is looked."""
LATER = 1.0
"""Seconds after which half a sequence is given up."""
STRAY = (
    *(b"\x80", b"\xff\xfe", b"\xc3", b"\xe2\x82", b"\x00", b"\x07", b"\x1b", b"\x1b[", b"\x1b[<0;"),
    *(b"\x1b[M !\x80", b"\x1b[M\xff\xff\xff", b"\x1b]0;title", b"\x1b[200~", b"\x1b[201~"),
    *(b"\x1b[999;999;999R", b"\x1b[<9999;1;1M", b"\x1b[1;99Q", b"\x1bP", b"\x9b31m"),
)
FOCUS = (b"\x1b[I", b"\x1b[O")
MOVING = (b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F")
KEYS = (b"\r", b"\r\r\r", b" ", b"a", b"q w", "é李".encode(), b"\x0e", b"\x14", b"\x13", b"\x0c")
ACTING = (b"\t", b"\x1b[Z", b"\x1b[C", b"\x1b[D", b"\x10", b"\x12", b"\x0f", b"5", b"1", b"\x7f")
"""Keys with which a button can be come to, or a command: pressed, they are meant."""


class Hands:
    """Whoever plays with the keyboard and the mouse."""

    def __init__(self, seats: Seats, chance: Random) -> None:
        self._seats, self.chance = seats, chance
        self._wire, self._now = Wire(), 0.0

    async def send(self, *said: bytes) -> None:
        """Send bytes as a terminal does, cut anywhere, and let all of it be done."""
        for data in said:
            at = self.chance.randrange(len(data) + 1)
            for part in (data[:at], data[at:], b""):
                self._now += LATER if not part else 0.001
                for event in self._wire.events(part, self._now):
                    event.set_sender(self._seats.app)
                    driver = self._seats.app._driver
                    assert driver is not None
                    driver.process_message(event)
        await self._seats.settle()
        assert self._seats.app._exception is None

    def click(self, on: tuple[int, int], off: tuple[int, int] | None = None) -> bytes:
        """Return what a terminal sends for a click; it is let go elsewhere where `off` is."""
        (x, y), (u, v) = on, off or on
        return f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{u + 1};{v + 1}m".encode()

    def place(self, on_button: bool) -> tuple[int, int]:
        """Return a place on the screen."""
        regions = [one.region for one in self._seats.app.screen.query(Button)]
        if on_button and regions:
            region = self.chance.choice(regions)
            return region.x + region.width // 2, region.y + region.height // 2
        for _place in range(10_000):
            x, y = self.chance.randrange(80), self.chance.randrange(23)  # not on the line below
            if not any(region.contains(x, y) for region in regions):
                return x, y
        raise AssertionError("there are buttons everywhere")

    def mishaps(self) -> list[bytes]:
        """Return a burst of what nobody means as an answer: of keys, or of clicks.

        A key may lead on to another screen, where a click would be meant.
        """
        clicks = self.chance.random() < 0.5
        return [self._mishap(clicks) for _event in range(BURST)]

    def _mishap(self, clicks: bool) -> bytes:
        match self.chance.randrange(4):
            case 0:
                return self.chance.choice(STRAY)
            case 1:
                return self.chance.choice(FOCUS)
            case 2 if clicks:
                return self.click(self.place(False))
            case _ if clicks:  # it raises the window, or is let go beside the button
                lands = self.place(True)
                raises = FOCUS[1] + FOCUS[0] + self.click(lands)
                return self.chance.choice([raises, self.click(lands, self.place(False))])
            case 2:
                return self.chance.choice(MOVING)
            case _:
                return self.chance.choice(KEYS)

    def anything(self) -> bytes:
        """Return anything at all."""
        match self.chance.randrange(4):
            case 0:
                return self.chance.choice(ACTING)
            case 1:
                return self.click(self.place(self.chance.random() < 0.5))
            case 2:
                return bytes(self.chance.randrange(256) for _n in range(4))
            case _:
                return self._mishap(self.chance.random() < 0.5)


async def give(seats: Seats, reply: Reply | Chosen) -> None:
    seats.desk.reply(reply)
    seats.app.post_message(Answered())
    await seats.settle()


async def go_on(seats: Seats, asked: Ask | Choice) -> None:
    """Answer as people do who mean it."""
    pair = seats.desk.pair
    await give(seats, chosen(asked) if isinstance(asked, Choice) else answering(asked, pair))


async def back_to_the_turn(seats: Seats, hands: Hands) -> Ask | Choice | None:
    """Leave whatever was laid over what is asked, or begin again; None where all is over."""
    for _screen in range(20):
        desk = seats.app.desk
        if desk is None:
            return None
        if len(seats.app.screen_stack) > 1:
            await seats.press("escape")
        asked = desk.ask()
        if isinstance(asked, Farewell) or not seats.app.is_running:
            return None
        aside = isinstance(asked, Choice) and desk.keeps_turn
        if not aside and len(seats.app.screen_stack) <= 1:
            return asked
        if isinstance(asked, Choice):
            on = next(deed for deed in (TakeUp(), Back()) if asked.option(deed) is not None)
            await give(seats, Chosen(on))
    return seats.desk.ask()  # type: ignore[return-value]


@pytest.mark.parametrize("go", GOES)
async def test_no_mishap_decides_anything(tmp_path: Path, go: int) -> None:
    chance, sent = Random(go), 0
    for _room in range(EVENTS):  # of which every one sends something
        if sent >= EVENTS:
            break
        how = plan("everything", names=("[/]", "李"))
        where = tmp_path / str(sent)
        async with seated(where, how, library=MadeUp([EVERYTHING])) as seats:
            hands = Hands(seats, chance)
            while sent < EVENTS and (asked := await back_to_the_turn(seats, hands)) is not None:
                watched = Watched(where / "us")
                await hands.send(*hands.mishaps())
                sent += BURST
                assert seats.app.desk is not None, "the evening ended"
                watched.check()
                after = await back_to_the_turn(seats, hands)
                assert after is not None
                if isinstance(asked, Choice) or must_be_meant(asked):
                    assert same(after, asked)
                await go_on(seats, after)
    assert sent >= EVENTS


def check(seats: Seats, secrets: Secrets) -> None:
    """Fail where anything sealed is seen that nobody who looks may see."""
    asked = seats.app.desk.ask() if seats.app.desk is not None else None
    here = asked.turn.id if isinstance(asked, Ask) else ""
    secrets.check(seats.text if seats.app.is_running else "", here)


@pytest.mark.parametrize("go", GOES)
async def test_whatever_is_pressed_nothing_ends_it_and_nothing_sealed_shows(
    tmp_path: Path, go: int
) -> None:
    chance, sent = Random(go), 0
    library = MadeUp([SEALED])
    for _room in range(EVENTS):  # of which every one sends something
        if sent >= EVENTS:
            break
        where = tmp_path / str(sent)
        secrets = Secrets(where / "us")
        async with seated(where, plan("sealed", names=("[/]", "李")), library=library) as seats:
            hands = Hands(seats, chance)
            while sent < EVENTS and seats.app.is_running and seats.app.desk is not None:
                asked, desk = seats.desk.ask(), seats.desk
                secret = ""
                if isinstance(asked, Ask) and isinstance(asked.turn, CirclesSealed | WriteSealed):
                    secret = secrets.letter(asked.turn.id)
                if secret:
                    await hands.send(secret.encode())
                await hands.send(*(hands.anything() for _event in range(BURST)))
                sent += BURST
                check(seats, secrets)
                if not seats.app.is_running or seats.app.desk is not desk:
                    break
                after = await back_to_the_turn(seats, hands)
                check(seats, secrets)
                if after is None:
                    break
                if chance.random() < 0.5:
                    continue
                await go_on(seats, after)
    assert sent >= EVENTS


def must_be_meant(asked: Ask) -> bool:
    """Whether what is asked is sealed, or whether to go on decides something."""
    turn = asked.turn
    return turn.decides or (turn.privacy == "sealed" and not isinstance(turn, Handover))


def same(one: Ask | Choice, other: Ask | Choice) -> bool:
    """Whether two asks are of the same turn."""
    if isinstance(one, Ask) and isinstance(other, Ask):
        return one.turn == other.turn
    return one == other

"""A room in this process, and what two people do in it: press keys, type, look at the rows of text.

Nothing here sleeps. A key is sent, then everything that waits to be done is done, and only then
does the test look.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import assert_never

from support.choosing import moment
from support.evening import SHIPPED, StillClock
from textual import events
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, RadioButton, RadioSet, TextArea

from workshop import paths
from workshop.cards.choice import Choice, Chosen
from workshop.content.library import Library
from workshop.core.course.session import Ask
from workshop.core.people import SIDES, Answers
from workshop.core.turns import Moving, Points, Read, Reveal
from workshop.core.turns.reply import (
    Circled,
    Day,
    Drafted,
    Empty,
    Marked,
    Moved,
    OtherWords,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Reply,
    Words,
)
from workshop.desk.desk import Desk
from workshop.desk.guides.caseload import Caseload
from workshop.desk.workshops import Begins, Plan, Workshops
from workshop.tui.app import EqualSay
from workshop.tui.caseload import CaseloadApp
from workshop.tui.pages import titled
from workshop.tui.screens.page import Page
from workshop.tui.widgets.choices import Choices
from workshop.tui.widgets.names import Names
from workshop.tui.widgets.top import Top

SIZE = (80, 24)
NAMES = ("ALEX", "SAM")
MOST_TABS = 60
"""More presses of Tab than any screen has places."""
MOST_SCREENS = 20
"""More screens than anything to read here fills."""
MOST_ROUNDS = 400
"""More rounds of waiting than anything here needs."""
MOST_TURNS = 1_000_000
"""More turns of the event loop than anything here needs: a minute of them."""
MOST_SCREENS_GIVEN = 100
"""More screens than any test here goes through one by one."""


def workshops(data: Path, library: Library = SHIPPED, clock: StillClock | None = None) -> Workshops:
    """Return a workshops over `data`, with a clock that stands still and chance that repeats."""
    return Workshops(data, library, clock or StillClock(), Random(7))


def plan(
    *exercises: str,
    names: tuple[str, str] = NAMES,
    begins: Begins = "left",
    answers: tuple[Answers, Answers] = ("type", "type"),
) -> Plan:
    """Return a plan to do `exercises` in."""
    return Plan(names, exercises or ("active-listening",), begins, "us", answers)


def files(data: Path) -> dict[str, bytes]:
    """Return every file below `data` by its path there, without locks."""
    return {
        str(path.relative_to(data)): path.read_bytes()
        for path in sorted(data.rglob("*"))
        if path.is_file() and path.name != paths.LOCK
    }


class Seats:
    """Two people in front of one app.

    Attributes:
        app: what they look at.
        clock: its clock.
        data: its data folder.
        by_keys: whether they get about by Tab alone; else as a mouse does, which is faster.
    """

    def __init__(self, app: EqualSay, pilot: Pilot[int], desks: Workshops) -> None:
        self.app, self._pilot, self.by_keys = app, pilot, False
        self.data = desks.data
        assert isinstance(desks.clock, StillClock)
        self.clock = desks.clock

    # -- what they see ------------------------------------------------------------------------

    @property
    def rows(self) -> list[str]:
        """The rows of text on the screen, without what is air at their ends."""
        return [row.rstrip() for row in drawn(self.app.screen)]

    @property
    def text(self) -> str:
        """All that can be seen now: the screen, and what shows through it."""
        below: list[str] = []
        if self.app.screen.styles.background.a < 1:
            below = [row for screen in self.app._background_screens for row in drawn(screen)]
        return "\n".join([*self.rows, *below])

    @property
    def words(self) -> str:
        """Every word on the screen, however its lines are broken."""
        return " ".join(self.text.replace("▌", " ").split())

    @property
    def all_words(self) -> str:
        """Every word on the screen, also what has to be scrolled to."""
        return words_of(self.app.screen)

    @property
    def top(self) -> str:
        """The words of the line on top, and of the names below it."""
        names = (half for names in self.app.screen.query(Names) for half in halves_of(names))
        top = (line.render_line(0).text for line in self.app.screen.query(Top))
        return " ".join(" ".join([*top, *names]).split())

    @property
    def desk(self) -> Desk:
        """The desk they sit at."""
        assert self.app.desk is not None, f"nobody sits at a desk:\n{self.text}"
        return self.app.desk

    @property
    def asked(self) -> Ask:
        """The turn that is asked."""
        asked = self.desk.ask()
        assert isinstance(asked, Ask), asked
        return asked

    @property
    def lit(self) -> tuple[str, ...]:
        """The sides that are lit: under which the band is drawn in another colour."""
        found: list[str] = []
        for names in self.app.screen.query(Names):
            unlit = names.get_component_rich_style("names--band").color
            rows = (names.render_line(row) for row in range(names.outer_size.height))
            band = [part for row in rows for part in row if "━" in part.text]
            left, right = band[0].style, band[-1].style
            found += ["left"] if left and left.color != unlit else []
            found += ["right"] if right and right.color != unlit else []
        return tuple(found)

    @property
    def buttons(self) -> list[str]:
        """What there is to choose, in buttons or in a list, as it is said now."""
        buttons = [str(button.label) for button in self.app.screen.query(Button) if button.display]
        return [*buttons, *(label for choices in self._lists for label in choices.said)]

    @property
    def _lists(self) -> list[Choices]:
        """The lists of what is asked; not the guide's panel."""
        return list(self.app.screen.query("#answers").results(Choices))

    @property
    def focused(self) -> str:
        """What has the focus: a button's label, else what it is called."""
        focused = self.app.focused
        if focused is None:
            return ""
        if isinstance(focused, Choices) and focused.here is not None:
            return focused.said[focused.places.index(focused.here)]
        return str(focused.label) if isinstance(focused, Button) else focused.id or ""

    def while_(self, there: Callable[[], bool]) -> Iterator[int]:
        """Yield as long as `there` is, for as many screens as any test goes through."""
        for screen in range(MOST_SCREENS_GIVEN):
            if not there():
                return
            yield screen
        raise AssertionError(f"it never ends:\n{self.text}")

    # -- what they do -------------------------------------------------------------------------

    async def settle(self) -> None:
        """Let everything that waits be done, and be drawn."""
        quiet = 0
        for _round in range(MOST_ROUNDS):
            for _turn in self._turns():
                if not self._busy():
                    break
                await asyncio.sleep(0)
            await self._all_have_worked()
            self.app.screen._on_timer_update()
            await self.app._animator.wait_until_complete()
            working = [worker for worker in self.app.workers if worker.group == "default"]
            if working:
                await self.app.workers.wait_for_complete(working)
            waits = bool(self.app.screen._callbacks)  # for a refresh; those below wait to be shown
            quiet = 0 if waits or self._busy() else quiet + 1
            if quiet == 2 or not self.app.is_running or self.app._exception is not None:
                return
        raise AssertionError(f"it never comes to rest:\n{self.text}")

    async def _all_have_worked(self) -> None:
        """Let everything on the screen do what came before; what is taken away meanwhile will not.

        Textual's own `pause` waits for such a one for as long as it can.
        """
        working: set[MessagePump] = set()
        for one in (self.app, *self.app.screen.walk_children(with_self=True)):
            if one.call_later(lambda one=one: working.discard(one)):
                working.add(one)
        for _turn in self._turns():
            if all(one._closing or one._closed for one in working):
                return
            await asyncio.sleep(0)

    def _turns(self) -> Iterator[int]:
        """Yield as long as it runs, and far longer than anything needs: no test waits for ever."""
        for turn in range(MOST_TURNS):
            if not self.app.is_running or self.app._exception is not None:
                return
            yield turn
        raise AssertionError(f"something never has done what it was asked:\n{self.text}")

    def _busy(self) -> bool:
        queues = [self.app._message_queue]
        for screen in self.app.screen_stack:
            queues += [node._message_queue for node in screen.walk_children(with_self=True)]
        return any(queue is not None and not queue.empty() for queue in queues)

    async def press(self, *keys: str) -> None:
        """Press keys; what each does is done before the next."""
        for key in keys:
            if isinstance(self.app.focused, Button):
                # Else it takes no second press for a while:
                self.app.focused.active_effect_duration = 0
            if isinstance(self.app.focused, Choices):
                self.app.focused.patience = 0  # so with a list: quicker than anybody is
            self._send(key)
            await self.settle()

    def _send(self, key: str) -> None:
        character = key if len(key) == 1 else {"space": " "}.get(key)
        event = events.Key(_character_to_key(key) if len(key) == 1 else key, character)
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)

    async def read_on(self) -> None:
        """Press Enter until the page that they read first is behind them."""
        for _part in range(MOST_TABS):
            if not isinstance(self.app.screen, Page):
                return
            await self.press("enter")
        raise AssertionError(f"the page never ends:\n{self.text}")

    async def type(self, text: str) -> None:
        """Type `text`, Enter for each line's end."""
        for character in text:
            self._send("enter" if character == "\n" else character)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste `text`, as a terminal does."""
        assert self.app._driver is not None
        self.app._driver.send_message(events.Paste(text))
        await self.settle()

    async def go_to(self, wanted: Callable[[Widget], bool], what: str) -> None:
        """Press Tab until the focus is on what is wanted, or point at it."""
        if not self.by_keys:
            screen = self.app.screen
            found = next((it for it in screen.walk_children(Widget) if wanted(it)), None)
            assert found is not None, f"there is no {what}:\n{self.text}"
            screen.set_focus(found)
            await self.settle()  # what has the focus is scrolled to
            return
        for _tab in range(MOST_TABS):
            if self.app.focused is not None and wanted(self.app.focused):
                return
            await self.press("tab")
        raise AssertionError(f"Tab never comes to {what}:\n{self.text}")

    async def push(self, label: str) -> None:
        """Go to the button that says `label`, or begins so, and press Enter."""
        whole = [said for said in self.buttons if said == label] or [
            said for said in self.buttons if said.startswith(label)
        ]
        assert whole, f"no button says {label!r}: {self.buttons}\n{self.text}"
        for choices in self._lists:
            if whole[0] in choices.said:
                await self._choose_of(choices, choices.said.index(whole[0]))
                return
        await self.go_to(
            lambda on: isinstance(on, Button) and str(on.label) == whole[0], f"{label!r}"
        )
        await self.press("enter")

    async def _choose_of(self, choices: Choices, place: int) -> None:
        """Go to the option at this place of those that are found, and press Enter."""
        await self.go_to(lambda on: on is choices, "the list")
        wanted = choices.places[place]
        if not self.by_keys:
            choices.go_to(wanted)
            await self.settle()
        for _down in choices.places:
            if choices.here == wanted:
                break
            await self.press("tab")
        assert choices.here == wanted
        await self.press("enter")

    async def write(self, text: str, place: str = "writing") -> None:
        """Go to the place to write, take out what is there, and type."""
        await self.go_to(lambda on: on.id == place, f"#{place}")
        assert isinstance(self.app.focused, TextArea | Input)
        if isinstance(self.app.focused, TextArea) and self.app.focused.text:
            await self.press("f7", "delete")
        elif isinstance(self.app.focused, Input) and self.app.focused.value:
            await self.press("home", "ctrl+k")
        await self.type(text)

    async def choose(self, label: str, among: str) -> None:
        """Go to the choices called `among`, and choose the one that begins with `label`."""
        await self.go_to(lambda on: on.id == among, f"#{among}")
        radios = self.app.screen.query_one(f"#{among}", RadioSet)
        labels = [str(radio.label) for radio in radios.query(RadioButton)]
        place = next(n for n, said in enumerate(labels) if said.startswith(label))
        for _down in labels:
            if radios._selected == place:
                break
            await self.press("down")
        await self.press("enter")

    async def give(self, reply: Reply | Chosen) -> None:
        """Give a reply as people would: type what has to be typed, and press its button."""
        asked = self.desk.ask()
        if isinstance(asked, Choice):
            assert isinstance(reply, Chosen)
            option = asked.option(reply.does)
            assert option is not None
            await self.push(option.label)
            if option.surely:
                await self.press("enter")
            return
        assert isinstance(asked, Ask)
        answers = self.desk.card(asked).answers
        exact = [answer for answer in answers if answer.reply == reply]
        if exact:
            await self.push(exact[0].label)
            if exact[0].ends:
                await self.press("enter")
            if isinstance(asked.turn, Read | Reveal):
                await self._read_to_the_end(asked)
            return
        takes_typed = [answer.label for answer in answers if answer.reply is None]
        match reply:
            case Words(text=text) | Drafted(text=text) if (
                not text.strip() and asked.turn.privacy == "open"
            ):
                await self.push("Pass")  # with nothing typed, Done is none
                return
            case Words(text=text):
                await self.write(text)
            case Drafted(text=text, weeks=weeks):
                await self.write(text)
                if weeks is not None:
                    await self.choose(f"In {weeks} week", "weeks")
            case Circled(inner=inner, outer=outer):
                await self.write("\n".join(inner), "inner")
                await self.write("\n".join(outer), "outer")
            case Rated() | Picked() | Ranked() | Pointed():
                await self.mark(reply)
            case Moved(whose=whose):
                turn = self.asked.turn
                assert isinstance(turn, Moving)
                await self.go_to(lambda on: on.id == "rows", "#rows")
                keys: dict[str, str] = {turn.whose(side): side for side in SIDES} | {"both": "b"}
                for one in whose:
                    await self.press(*([keys[one]] if one in keys else []), "down")
            case OtherWords(text=text):
                await self.push(takes_typed[0])
                await self.write(text)
                await self.push("Send these words")
                return
            case Day(on=on):
                await self.write(on.isoformat(), "day")
            case Empty():
                raise AssertionError(f"nothing says pass here:\n{self.text}")
            case _:
                raise AssertionError(f"nobody knows by which keys to give {reply!r}")
        await self.push(takes_typed[0])

    async def _read_to_the_end(self, asked: Ask) -> None:
        """Press Enter until what is longer than the screen was read, and left."""
        for _screen in range(MOST_SCREENS):
            if self.app.desk is None or self.desk.ask() != asked:
                return
            await self.press("enter")
        raise AssertionError(f"it never ends:\n{self.text}")

    async def mark(self, marked: Marked) -> None:
        """Go to the rows, and mark them by keys."""
        await self.go_to(lambda on: on.id == "rows", "#rows")
        turn = self.asked.turn
        await self.press(*keys_for(marked, turn.most if isinstance(turn, Points) else None))


def keys_for(marked: Marked, most: int | None = None) -> list[str]:
    """Return the keys that mark a list which nobody has marked yet.

    Args:
        marked: how it is marked.
        most: the largest number that it takes; told by its sum where it is not known.
    """
    match marked:
        case Rated(answers=answers):
            return [str(number) for column in zip(*answers, strict=True) for number in column]
        case Picked(ticks=ticks):
            ways = [new - old for old, new in pairwise((1, *ticks))]
            return [key for way in ways for key in (*["down"] * way, "space")]
        case Ranked(order=order):
            waiting = sorted(order)
            keys: list[str] = []
            for number in order:  # the cursor is on the one before, which has its place
                keys += [*["down"] * (waiting.index(number) + bool(keys)), "space"]
                waiting.remove(number)
            return keys
        case Pointed(points=points):
            one_digit = most <= 9 if most is not None else sum(points) != 100
            return [key for n in points for key in (*str(n), *([] if one_digit else ["down"]))]
        case _:
            assert_never(marked)


Answering = Callable[[Ask | Choice, Desk], Reply | Chosen]
"""How two people answer what they are asked, or choose."""


def drawn(screen: Screen[object]) -> list[str]:
    """Return the rows of `screen` as they go to the terminal."""
    return [
        "".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()
    ]


def words_of(node: Widget) -> str:
    """Return all words in `node`, also those that have to be scrolled to."""
    found = [
        widget.render_line(y).text
        for widget in node.walk_children(Widget)
        if widget.display and not widget.children
        for y in range(widget.size.height)
    ]
    return " ".join(" ".join(found).split())


def halves_of(names: Names) -> Iterator[str]:
    """Yield what is drawn of each name, on however many rows."""
    strips = [names.render_line(y) for y in range(names.size.height)]
    middle, end = names.size.width // 2, names.size.width
    for begin, stop in ((0, middle), (middle, end)):
        yield " ".join(" ".join(strip.crop(begin, stop).text for strip in strips).split())


class Straight(EqualSay):
    """The room as it is once the page before you begin is read."""

    def first_page(self) -> Screen[None]:
        """Return an empty screen in place of the first page, and go on from there."""
        assert self._begin is not None
        self.call_later(self._begin, self)
        return Screen[None]()


@asynccontextmanager
async def room(
    desks: Workshops,
    begin: Callable[[EqualSay], None] | None = None,
    size: tuple[int, int] = SIZE,
    first: Sequence[str] = (),
    starts: Plan | None = None,
) -> AsyncIterator[Seats]:
    """Open the room: on the page before you begin, or where `begin` leads once it is read.

    Args:
        desks: where workshops are begun.
        begin: where it leads.
        size: of the screen.
        first: the pages to read first, where they are others.
        starts: what is begun once they are read, as `workshop start` does.
    """
    pages = [titled(page) for page in first]
    after = None if starts is None else (lambda app: app.begin(starts))
    app = EqualSay(desks, after, pages) if begin is None else Straight(desks, begin)
    app.animation_level = "none"
    async with app.run_test(size=size, tooltips=True) as pilot:
        seats = Seats(app, pilot, desks)
        await seats.settle()
        yield seats
    if app.desk is not None:
        app.desk.let_go()


def at_home(desks: Workshops) -> AbstractAsyncContextManager[Seats]:
    """Open the room where the workshops are shown that there are."""
    return room(desks, EqualSay.show_home)


@asynccontextmanager
async def kept(
    data: Path, *, before: Caseload | None = None, size: tuple[int, int] = SIZE
) -> AsyncIterator[Seats]:
    """Open the caseload; after a session, as it was `before`."""
    desks = workshops(data)
    app = CaseloadApp(desks, before)
    async with app.run_test(size=size) as pilot:
        seats = Seats(app, pilot, desks)
        await seats.settle()
        yield seats


@asynccontextmanager
async def seated(
    data: Path,
    plan: Plan,
    size: tuple[int, int] = SIZE,
    clock: StillClock | None = None,
    library: Library = SHIPPED,
) -> AsyncIterator[Seats]:
    """Open the room and begin as `plan` says, on the evening's first screen."""
    desks = workshops(data, library, clock)
    async with room(desks, lambda app: app.begin(plan), size) as seats:
        yield seats


@asynccontextmanager
async def resumed(
    data: Path, label: str = "us", size: tuple[int, int] = SIZE
) -> AsyncIterator[Seats]:
    """Open the room and go on with a workshop."""
    desks = workshops(data)
    take_up = lambda app: app.sit_down(lambda: desks.resume(data / label))  # noqa: E731
    async with room(desks, take_up, size) as seats:
        yield seats


def desk_at(
    desks: Workshops, name: str, couple: Answering, plan: Plan, again: Desk | None = None
) -> Desk:
    """Return a desk at which the turn or the choice called `name` is asked.

    Args:
        desks: where they come in.
        name: the id of a turn, or the moment of a choice.
        couple: how they answer what comes before.
        plan: what they do.
        again: the desk, where they have sat down already.
    """
    desk = again or desks.begin(plan)
    for _ask in range(500):
        asked = desk.ask()
        assert isinstance(asked, Ask | Choice), f"the evening is over before {name}"
        if name == (asked.turn.id if isinstance(asked, Ask) else moment(asked)):
            return desk
        desk.reply(couple(asked, desk))
    raise AssertionError("the evening never ends")


@asynccontextmanager
async def at(
    data: Path,
    name: str,
    couple: Answering,
    plan: Plan,
    size: tuple[int, int] = SIZE,
    desks: Workshops | None = None,
) -> AsyncIterator[Seats]:
    """Open the room where `name` is asked; see `desk_at`."""
    desks = desks or workshops(data)
    desk = desk_at(desks, name, couple, plan)
    async with room(desks, lambda app: app.sit_down(lambda: desk), size) as seats:
        yield seats

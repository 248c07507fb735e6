"""Whole evenings, once through the room and once line by line, with all that was seen noted."""

import io
from collections import deque
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from support.choosing import moment
from support.evening import MOST_ASKS, SHIPPED, StillClock

from workshop.cards.card import Card
from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.content.library import Library
from workshop.core.course.session import Ask
from workshop.core.turns import Draft, Moving
from workshop.core.turns.moving import Whose, moved_on
from workshop.core.turns.reply import (
    Circled,
    Day,
    Drafted,
    Empty,
    Moved,
    OtherWords,
    Paper,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Reply,
    Words,
)
from workshop.desk.desk import Desk
from workshop.desk.workshops import Plan, Workshops
from workshop.plain import home
from workshop.plain.commands import COMMANDS
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal
from workshop.tui.messages import Answered

from .support import Answering, Random, Seats, files

SECONDS = 7
"""How long every answer takes."""


@dataclass(frozen=True)
class Seen:
    """What was there when something was asked.

    Attributes:
        asked: what was asked; None before and after the evening.
        files: what was in the data folder.
        rows: the rows on the screen; none where it was not looked at.
        words: all words of the screen, also those that have to be scrolled to.
        top: the words of the line on top and of the names.
        lit: which sides were lit.
        card: what the screen was made of.
        focused: what had the focus.
    """

    asked: Ask | Choice | None
    files: dict[str, bytes]
    rows: Sequence[str] = ()
    words: str = ""
    top: str = ""
    lit: tuple[str, ...] = ()
    card: Card | None = None
    focused: str = ""

    @property
    def name(self) -> str:
        """What it is called here."""
        match self.asked:
            case Ask(turn=turn):
                return turn.id
            case Choice():
                return moment(self.asked)
            case _:
                return ""


@dataclass
class Course:
    """One evening.

    Attributes:
        seen: what was there, each time something was asked, and at the end.
        other: the rows of screens beside those, by name.
    """

    seen: list[Seen] = field(default_factory=list)
    other: dict[str, Sequence[str]] = field(default_factory=dict)

    def at(self, name: str) -> Seen:
        """Return the first that is called so."""
        return next(seen for seen in self.seen if seen.name == name)

    @property
    def saved(self) -> list[tuple[str, dict[str, bytes]]]:
        """What was asked, and what the files were."""
        return [(seen.name, seen.files) for seen in self.seen]


def seen(seats: Seats, asked: Ask | Choice) -> Seen:
    """Return what is there while `asked` is on the screen."""
    return Seen(
        asked,
        files(seats.data),
        seats.rows,
        seats.all_words,
        seats.top,
        seats.lit,
        seats.desk.card(asked) if isinstance(asked, Ask) else None,
        seats.focused,
    )


# -- through the room ------------------------------------------------------------------------------


async def walk(seats: Seats, couple: Answering) -> Course:
    """Let `couple` answer everything until the evening is over."""
    course = Course()
    while seats.app.desk is not None:
        assert len(course.seen) < MOST_ASKS, f"the evening never ends:\n{seats.text}"
        asked = seats.desk.ask()
        assert isinstance(asked, Ask | Choice)
        course.seen.append(seen(seats, asked))
        seats.clock.now += SECONDS
        await seats.give(couple(asked, seats.desk))
    course.other["ended"] = seats.rows
    course.seen.append(Seen(None, files(seats.data)))
    return course


async def glance(seats: Seats, couple: Answering, names: Container[str]) -> Course:
    """Let `couple` answer everything at the desk, and look at the screens called `names`."""
    course = Course()
    while not isinstance(asked := seats.desk.ask(), Farewell):
        assert len(course.seen) < MOST_ASKS, "the evening never ends"
        here = Seen(asked, files(seats.data))
        if here.name in names:
            await show(seats)
            here = seen(seats, asked)
        course.seen.append(here)
        seats.clock.now += SECONDS
        seats.desk.reply(couple(asked, seats.desk))
    await show(seats)
    course.other["ended"] = seats.rows
    course.seen.append(Seen(None, files(seats.data)))
    return course


async def show(seats: Seats) -> None:
    """Show what is asked; what came before was answered unseen."""
    seats.app.post_message(Answered())
    await seats.settle()


# -- line by line ----------------------------------------------------------------------------------


class Watched(Workshops):
    """A workshops that remembers the desk where somebody sat down."""

    desk: Desk | None = None

    def begin(self, plan: Plan) -> Desk:
        self.desk = super().begin(plan)
        return self.desk


class Typed(io.TextIOBase):
    """Standard input of the plain face: first some lines, then lines made from what is asked."""

    def __init__(self, desks: Watched, first: Sequence[str], couple: Answering) -> None:
        self._desks, self._couple = desks, couple
        self._lines = deque(first)
        self.course = Course()

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # noqa: ARG002
        if not self._lines:
            desk, clock = self._desks.desk, self._desks.clock
            assert desk is not None
            assert isinstance(clock, StillClock)
            asked = desk.ask()
            assert isinstance(asked, Ask | Choice)
            assert len(self.course.seen) < MOST_ASKS, f"the evening never ends: {asked}"
            self.course.seen.append(Seen(asked, files(self._desks.data)))
            clock.now += SECONDS
            self._lines.extend(lines_for(asked, desk, self._couple(asked, desk)))
        return self._lines.popleft() + "\n"


def line_by_line(
    data: Path,
    couple: Answering,
    plan: Plan | None = None,
    first: Sequence[str] = (),
    library: Library = SHIPPED,
) -> Course:
    """Hold an evening with the plain face, as `plan` says or from its home.

    Args:
        data: the data folder.
        couple: how they answer what is asked.
        plan: what to begin; nothing when it is said at home.
        first: the lines that are typed before anything is asked.
        library: what there is to do.
    """
    desks = Watched(data, library, StillClock(), Random(7))
    typed = Typed(desks, first, couple)
    terminal = Terminal(typed, io.StringIO(), {}, Signals())
    ended = home.home(desks, terminal) if plan is None else Face(desks.begin(plan), terminal).run()
    assert ended == 0
    assert desks.desk is not None
    desks.desk.let_go()
    typed.course.seen.append(Seen(None, files(data)))
    return typed.course


def lines_for(asked: Ask | Choice, desk: Desk, reply: Reply | Chosen) -> list[str]:
    """Return what is typed, line by line, to give `reply`."""
    if isinstance(asked, Choice):
        assert isinstance(reply, Chosen)
        place = [option.does for option in asked.options].index(reply.does)
        return [str(1 + place), *(["1"] if asked.options[place].surely else [])]
    shown = desk.card(asked)
    typed = shown.is_said_first
    if isinstance(reply, Empty) and typed:
        return [":pass"]
    if isinstance(reply, Paper) and typed:
        return [":paper"]
    for place, answer in enumerate(shown.answers):
        if answer.reply == reply and not typed:
            again = ["1"] if answer.ends else []
            return ["" if place == 0 and shown.enter else str(place + 1), *again]
    other = [str(place) for place, answer in enumerate(shown.answers, 1) if answer.reply is None]
    match reply:
        case Words(text=text):
            return ended(text)
        case Drafted(text=text, weeks=weeks):
            turn = asked.turn
            assert isinstance(turn, Draft)
            anew = ["3"] if asked.draft or turn.start else []
            when = [str(1 + turn.weeks.index(weeks))] if weeks and text.strip() else []
            return [*anew, *ended(text), *when]
        case Circled(inner=inner, outer=outer):
            return [*ended("\n".join(inner)), *ended("\n".join(outer)), "1"]
        case Rated(answers=answers):
            columns = zip(*answers, strict=True)
            return [*(str(n) if n else "" for column in columns for n in column), "1"]
        case Picked(ticks=numbers) | Ranked(order=numbers):
            return [" ".join(map(str, numbers)), "1"]
        case Pointed(points=points):
            return [*map(str, points), "1"]
        case Moved(whose=whose):
            turn = asked.turn
            assert isinstance(turn, Moving)
            return [*moves_for((asked.moved or turn.proposed).whose, whose), "", "1"]
        case OtherWords(text=text):
            return [*other, *ended(text), "1"]
        case Day(on=on):
            return [*other, on.isoformat()]
        case _:
            raise AssertionError(f"{reply!r} cannot be typed at {asked.turn.id}")


def moves_for(before: Sequence[Whose], after: Sequence[Whose]) -> list[str]:
    """Return the numbers that are typed, each alone, until each row is whose it is afterwards."""
    typed = []
    for place, (whose, then) in enumerate(zip(before, after, strict=True), start=1):
        while whose != then:
            typed.append(str(place))
            whose = moved_on(whose)
    return typed


def ended(text: str) -> list[str]:
    """Return the lines of `text` as the plain face takes them, and the one that ends them."""
    lines = text.split("\n") if text else []
    doubled = {".": "..", **{command: f":{command}" for command in COMMANDS}}
    return [*(doubled.get(line, line) for line in lines), "."]

"""Lines by chance, line by line: no crash, nothing decided by mishap, nothing sealed shown.

The same in the room: `tests/tui/test_random_keys.py`. `EQUAL_SAY_LONG=1` types 5,000 in all.
"""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from support import evening
from support.couple import answering
from support.effort import LONG
from support.evening import MadeUp, chosen, workshop_of
from support.exercises import EVERYTHING, SEALED
from support.nothing_decided import Watched
from support.secrets import Secrets

from workshop.cards.choice import Choice, Farewell
from workshop.core.course.session import Ask
from workshop.core.turns import CirclesSealed, WriteSealed
from workshop.desk.desk import Desk
from workshop.doors import CLEAR
from workshop.plain.commands import COMMANDS
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal

from .support import Couple

LINES = 2_500 if LONG else 1_000
BURST = 10
"""How many mishaps come at each ask."""
STRAY = (
    *("\udc80", "\udcff\udcfe", "\x00", "\x07", "\x1b", "\x1b[", "\x1b[A", "\x1b[3~", "\t"),
    *("\x1b[M !\udc80", "\x1b[<0;4;4M", "\x1b]0;title", "\x1b[200~", "\x1b[I\x1b[O", "\x7f\x08"),
)
MISHAPS = (*STRAY, "", "", "", " ", "   ", "q w", "é李", "yes", "y", "ok", "done", "[/]", "0", "-1")
"""What is no answer to a choice, and ends no text."""
ANSWERS = (*(str(number) for number in range(1, 10)), ".", ". ", "..", "pass", "2026-12-24")
MISTYPED = (":Hide ", " :PASS", ":bak", ":smile", "::back", ":quitt", ": ")


class Enough(Exception):
    """Nothing more is typed."""


class Screen(io.StringIO):
    """A terminal's screen, which shows what is typed as well."""

    def isatty(self) -> bool:
        return True

    @property
    def seen(self) -> str:
        """What can be read on it, scrolled back as far as it goes."""
        return self.getvalue().rpartition(CLEAR)[2]


class Typed(io.TextIOBase):
    """Lines as somebody types them."""

    def __init__(self, screen: Screen, lines: Iterator[str]) -> None:
        self._screen, self._lines = screen, lines

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # noqa: ARG002
        line = next(self._lines, "")
        self._screen.write(line)
        return line


def face_for(desk: Desk, screen: Screen, lines: Iterator[str]) -> Face:
    terminal = Terminal(Typed(screen, lines), screen, {"TERM": "xterm"}, Signals())
    return Face(desk, terminal)


def begin(folder: Path, exercise: str) -> Desk:
    return evening.begin(folder, workshop_of([exercise]), MadeUp([EVERYTHING, SEALED]))


def mishaps(chance: Random) -> Iterator[str]:
    for _line in range(BURST):
        yield chance.choice(MISHAPS) + "\n"
    raise Enough


def test_no_mishap_decides_anything(tmp_path: Path) -> None:
    chance, typed = Random(1), 0
    while typed < LINES:
        folder = tmp_path / str(typed)
        desk = begin(folder, EVERYTHING.id)
        while typed < LINES and not isinstance(asked := desk.ask(), Farewell):
            watched = Watched(folder)
            try:
                face_for(desk, Screen(), mishaps(chance)).run()
            except Enough:
                typed += BURST
            watched.check()
            after = desk.ask()
            assert not isinstance(after, Farewell), "the evening ended"
            if isinstance(asked, Choice) or not desk.card(asked).enter:
                assert same(after, asked)
            desk.reply(chosen(after) if isinstance(after, Choice) else answering(after, desk.pair))
        desk.let_go()


def same(one: Ask | Choice, other: Ask | Choice) -> bool:
    """Whether the same is asked; what was begun at a turn may have become more."""
    if isinstance(one, Ask) and isinstance(other, Ask):
        return one.turn == other.turn
    return one == other


class Hands:
    """Whoever plays with the keyboard: half of the time they answer what is asked."""

    def __init__(self, desk: Desk, screen: Screen, secrets: Secrets, chance: Random) -> None:
        self._desk, self._screen, self._secrets, self._chance = desk, screen, secrets, chance
        self._couple, self._read = Couple(), 0

    def lines(self) -> Iterator[str]:
        """Yield lines for ever; before each, look for what is sealed."""
        while True:
            for line in self._some():
                self.look()
                yield line + "\n"

    def look(self) -> None:
        """Fail where anything sealed is seen that nobody who looks may see."""
        asked = self._desk.ask()
        here = asked.turn.id if isinstance(asked, Ask) else ""
        self._secrets.check(self._screen.seen, here)

    def _some(self) -> list[str]:
        said, self._read = self._screen.getvalue()[self._read :], self._screen.tell()
        if self._chance.random() < 0.4:
            return [self._anything()]
        asked = self._desk.ask()
        if isinstance(asked, Ask) and isinstance(asked.turn, CirclesSealed | WriteSealed):
            secret = self._secrets.letter(asked.turn.id)
            return [self._chance.choice([secret, secret, ".", "1", "2"])]
        answer = self._couple(said)
        assert answer is not None
        return [answer] if isinstance(answer, str) else list(answer)

    def _anything(self) -> str:
        how: Callable[[], str] = self._chance.choice(
            [
                lambda: self._chance.choice(ANSWERS),
                lambda: self._chance.choice(COMMANDS),
                lambda: self._chance.choice(MISTYPED),
                lambda: self._chance.choice(MISHAPS),
                lambda: "".join(chr(self._chance.randrange(256)) for _n in range(6)).replace(
                    "\n", ""
                ),
            ]
        )
        return how()


def counted(lines: Iterator[str], most: int) -> Iterator[str]:
    """Yield so many of `lines`; then nobody is there any more."""
    for _number in range(most):
        yield next(lines)


def test_whatever_is_typed_nothing_sealed_shows(tmp_path: Path) -> None:
    chance, typed, evenings = Random(5), 0, 0
    while typed < LINES:
        folder = tmp_path / str(evenings)
        desk, secrets = begin(folder, SEALED.id), Secrets(folder)
        evenings += 1
        for _sitting in range(3):
            screen, most = Screen(), chance.randrange(200)
            hands = Hands(desk, screen, secrets, chance)
            face_for(desk, screen, counted(hands.lines(), most)).run()
            secrets.check(screen.seen, "")
            desk.let_go()
            typed += most
            desk = evening.resume(folder, MadeUp([EVERYTHING, SEALED]))
        desk.let_go()

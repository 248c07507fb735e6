"""What the Desk asks beside an exercise's turns: go on or not, leave, pause, a save that failed."""

from dataclasses import dataclass
from typing import Literal

from workshop.core.turns.picture import Picture

Moment = Literal[
    "half done",
    "map",
    "leave",
    "pause",
    "answers",
    "unsaved",
    "pictures",
    "others",
    "reading",
    "offers",
    "help lines",
    "agreement",
]
"""When a choice is asked for; each is a screen of its own."""


@dataclass(frozen=True)
class Option:
    """One thing to choose.

    Attributes:
        key: what it is called below the faces.
        label: what people read.
        asks_for: what has to be typed with it; empty when nothing has.
    """

    key: str
    label: str
    asks_for: str = ""


@dataclass(frozen=True)
class Drawn:
    """Pictures of the same things, kept on several days.

    Attributes:
        title: of the exercise that they come from.
        days: when each was kept, in order, in words.
        pictures: the pictures, in the same order; the same items on the same axes.
    """

    title: str
    days: tuple[str, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Choice:
    """Something both decide; none of it is recorded.

    Attributes:
        moment: when it is asked.
        prompt: what is asked.
        lines: what matters for it, a line each.
        options: what there is to choose; none is chosen for them.
        drawn: pictures to look at.
        page: paragraphs to read; a heading begins with "# ".
    """

    moment: Moment
    prompt: str
    lines: tuple[str, ...]
    options: tuple[Option, ...]
    drawn: tuple[Drawn, ...] = ()
    page: tuple[str, ...] = ()

    def option(self, key: str) -> Option | None:
        """Return the option called `key`, if it is offered."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True)
class Chosen:
    """The reply to a choice.

    Attributes:
        key: of the option.
        text: what was typed with it.
    """

    key: str
    text: str = ""


@dataclass(frozen=True)
class Ended:
    """The sitting is over.

    Attributes:
        lines: what people read last: what is saved, and where.
        saved: whether everything is on disk.
        home: whether there is a first page to go back to.
    """

    lines: tuple[str, ...]
    saved: bool = True
    home: bool = True

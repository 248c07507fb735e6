"""Home: which workshops are shown where a pair comes in, and what can be done there.

Both faces show this, each in its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.cards.copies_told import copies_of_several, copies_told, whole_copy
from workshop.core.text import one_line
from workshop.values import dataclass
from workshop.words import NAMED, _

if TYPE_CHECKING:
    from workshop.core.glance import Glance
    from workshop.store.listing import Saved

NEWEST = 10
"""How many workshops are shown before somebody asks for all of them."""


@dataclass(frozen=True)
class Known:
    """A workshop that can be read: where it is, and what there is to say of it."""

    path: Path
    glance: Glance

    @property
    def label(self) -> str:
        """The folder's name."""
        return self.path.name


@dataclass(frozen=True)
class GoOn:
    """Go on with a workshop."""

    workshop: Known


@dataclass(frozen=True)
class SeeAll:
    """Look for one among all workshops."""


@dataclass(frozen=True)
class Mend:
    """See what can be done where a file of a workshop cannot be read."""

    path: Path

    @property
    def label(self) -> str:
        """The folder's name."""
        return one_line(self.path.name)


@dataclass(frozen=True)
class BeginNew:
    """Begin a workshop."""


@dataclass(frozen=True)
class SeeAgreement:
    """Read the agreement of a workshop."""

    workshop: Known


@dataclass(frozen=True)
class SeeReadings:
    """Read the pages there are."""


@dataclass(frozen=True)
class SeeHelpLines:
    """Look for services."""


@dataclass(frozen=True)
class SeeSettings:
    """Look at what is set, and set something."""


@dataclass(frozen=True)
class Quit:
    """End."""


Way = (
    GoOn | SeeAll | Mend | BeginNew | SeeAgreement | SeeReadings | SeeHelpLines | SeeSettings | Quit
)


@dataclass(frozen=True)
class Home:
    """What is there, that of the last evening first.

    Attributes:
        known: workshops that can be gone on with.
        troubles: a sentence for each that cannot be read: which, why, and how to mend it.
        has_more: whether there are more than these.
        notices: what else is to be said of them.
        broken: the folders of those that cannot be read.
    """

    known: tuple[Known, ...]
    troubles: tuple[str, ...]
    has_more: bool
    notices: tuple[str, ...] = ()
    broken: tuple[Path, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody has ever begun here. One that cannot be read was begun."""
        return not self.known and not self.troubles

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done, in order."""
        return (
            *map(GoOn, self.known),
            *([SeeAll()] if self.has_more else []),
            *map(Mend, self.broken[:NAMED]),
            BeginNew(),
            *map(SeeAgreement, self.known),
            SeeReadings(),
            SeeHelpLines(),
            SeeSettings(),
            Quit(),
        )


def home(saved: Iterator[Saved], most: int = NEWEST, notices: tuple[str, ...] = ()) -> Home:
    """Return what is shown of the workshops there are: the first, at most so many.

    Args:
        saved: those there are.
        most: how many at most.
        notices: what is to be said of where they are kept.
    """
    shown = tuple(islice(saved, most))
    return Home(
        known=tuple(Known(one.path, one.glance) for one in shown if one.glance is not None),
        troubles=tuple(one.trouble for one in shown if one.trouble),
        has_more=next(saved, None) is not None,
        broken=tuple(one.path for one in shown if one.glance is None),
        notices=notices + tuple(_copies(shown)),
    )


def _copies(beside: Sequence[Saved]) -> Iterator[str]:
    """Yield that copies lie beside the files of these, in one sentence however many they are."""
    for one in beside:
        if what := whole_copy(one.copy_of):
            yield _("{label}: {what}").format(label=one_line(one.label), what=what)
    beside = [one for one in beside if one.copies]
    if len(beside) == 1:
        what = copies_told(beside[0].copies)
        yield _("{label}: {what}").format(label=one_line(beside[0].label), what=what)
    elif beside:
        yield copies_of_several([one.label for one in beside])

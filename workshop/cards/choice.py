"""What is asked beside an exercise's turns, and what was chosen: go on or not, leave, pause ..."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:  # a list of workshops takes no models
    from workshop.core.turns.picture import Picture


@dataclass(frozen=True)
class Deed:
    """What is done when an option is chosen: each thing that can be done is a small type."""


D = TypeVar("D", bound=Deed, covariant=True)


@dataclass(frozen=True)
class Option(Generic[D]):
    """One thing to choose.

    Attributes:
        does: what is done when it is chosen.
        label: what people read.
        asks_for: what has to be typed with it; empty when nothing has.
        under: the heading that it stands under, with those before it of the same; empty for none.
        surely: what it says at the second press, where it loses or ends something.
        why_not: why it cannot be chosen now, in a sentence; empty where it can.
        line: what it holds, in a line; empty where the label says it all.
        details: what else there is to know of it, a paragraph each.
    """

    does: D
    label: str
    asks_for: str = ""
    under: str = ""
    why_not: str = ""
    surely: str = ""
    line: str = ""
    details: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What it is called, and what it holds."""
        if not self.line:
            return self.label
        return _("{label}. {line}").format(label=self.label, line=self.line)


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
class Choice(Generic[D]):
    """Something both decide; none of it is recorded.

    Attributes:
        prompt: what is asked.
        lines: what matters for it, a line each.
        options: what there is to choose; none is chosen for them.
        drawn: pictures to look at.
        page: paragraphs to read; a heading begins with "# ".
        leads_on: whether Enter takes the first option: they came here for it, and it ends nothing.
    """

    prompt: str
    lines: tuple[str, ...]
    options: tuple[Option[D], ...]
    drawn: tuple[Drawn, ...] = ()
    page: tuple[str, ...] = ()
    leads_on: bool = False

    def option(self, does: Deed) -> Option[D] | None:
        """Return the option that does `does`, if it is offered."""
        return next((option for option in self.options if option.does == does), None)

    def deed(self, chosen: Chosen) -> D:
        """Return what `chosen` does.

        Raises:
            Refused: it is not offered here.
        """
        option = self.option(chosen.does)
        if option is None:
            raise Refused(_("That is not an answer to this."))
        if option.why_not:
            raise Refused(option.why_not)
        return option.does


@dataclass(frozen=True)
class Chosen:
    """The reply to a choice.

    Attributes:
        does: what is done.
        text: what was typed with it.
    """

    does: Deed
    text: str = ""


@dataclass(frozen=True)
class Farewell:
    """The sitting is over.

    Attributes:
        lines: what people read last: what is saved, and where.
        saved: whether everything is on disk.
        home: whether there is a first page to go back to.
        neutral: whether nothing of the two stays in sight: somebody else may sit here next.
    """

    lines: tuple[str, ...]
    saved: bool = True
    home: bool = True
    neutral: bool = False

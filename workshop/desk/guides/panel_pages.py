"""The guide's panel as pages: what there is to do, which one, and once more before it is done."""

from collections.abc import Callable, Sequence
from typing import assert_never

from workshop.cards.choice import Choice, Deed, Option
from workshop.cards.deeds import Back, GoTo
from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GoOnWith,
    GuideDeed,
    Offered,
    Panel,
    SkipStep,
    StepAgain,
    TakeInstead,
    TimeForBoth,
)
from workshop.cards.panel_words import KINDS, hour_lines, kind_words, label_of, surely
from workshop.desk.guides.guide import GuideOf
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Everything:
    """All that the guide may do."""


@dataclass(frozen=True)
class Which:
    """Several of one kind.

    Attributes:
        kind: of which kind.
    """

    kind: type[GuideDeed]


@dataclass(frozen=True)
class Sure:
    """One thing, asked once more.

    Attributes:
        offered: what.
    """

    offered: Offered


@dataclass(frozen=True)
class ClockShown(Deed):
    """Show the clock, or hide it.

    Attributes:
        shown: whether it is shown from now on.
    """

    shown: bool


PanelPage = Everything | Which | Sure
PanelDeed = GoTo[PanelPage] | GuideDeed | ClockShown | Back


class PanelPages(GuideOf[PanelDeed]):
    """Goes from what there is to do to one thing, and does it, or goes back.

    Attributes:
        did: what was done since it was opened, if anything was.
    """

    def __init__(self, panel: Callable[[], Panel], guide: Callable[[GuideDeed], None]) -> None:
        """Begin closed.

        Args:
            panel: tells how the hour stands now, and what may be done.
            guide: does what was chosen.
        """
        self._panel, self._guide = panel, guide
        self._pages: list[PanelPage] = []
        self._shows_clock = True
        self.did: GuideDeed | None = None

    def open(self) -> None:
        """Show all that may be done."""
        self._pages, self.did = [Everything()], None

    @property
    def over(self) -> bool:
        """Whether it is closed, or something was done."""
        return not self._pages

    @property
    def at_the_top(self) -> bool:
        """Whether all that may be done is shown, and nothing was chosen of it yet."""
        return len(self._pages) <= 1

    def choice(self) -> Choice[PanelDeed]:
        """Return the page they are at."""
        panel = self._panel()
        match self._pages[-1] if self._pages else Everything():
            case Everything():
                return self._everything(panel)
            case Which(kind=kind):
                offered = [one for one in panel.offered if isinstance(one.does, kind)]
                options = [_option(one, label_of(one)) for one in offered]
                return Choice(kind_words(kind).which, (), (*options, _back()))
            case Sure(offered=one):
                asked = surely(one)
                assert asked is not None
                yes: Option[PanelDeed] = Option(one.does, asked.yes)
                return Choice(asked.question, (asked.line,), (yes, _back()))

    def _everything(self, panel: Panel) -> Choice[PanelDeed]:
        here = _("This panel")
        clock = _("Hide the clock") if self._shows_clock else _("Show the clock")
        options: list[Option[PanelDeed]] = [_of_kind(panel, kind) for kind in KINDS]
        options.append(Option(ClockShown(not self._shows_clock), clock, under=here))
        options.append(Option(Back(), _("Close it"), under=here))
        options.sort(key=_possible_first(options))
        lines = hour_lines(panel, clock=self._shows_clock)
        return Choice(_("What do you want to do?"), lines, tuple(options))

    def _do(self, deed: PanelDeed, text: str) -> None:  # noqa: ARG002  nothing is typed
        match deed:
            case GoTo(page=page):
                self._pages.append(page)
            case Back():
                self._pages = self._pages[:-1]
            case ClockShown(shown=shown):
                self._shows_clock = shown
            case (
                SkipStep()
                | StepAgain()
                | TimeForBoth()
                | TakeInstead()
                | GoOnWith()
                | DoneForThem()
                | EndKindly()
            ):
                self._guide(deed)
                self._pages, self.did = [], deed
            case _:
                assert_never(deed)


def _possible_first(
    options: Sequence[Option[PanelDeed]],
) -> Callable[[Option[PanelDeed]], tuple[bool, bool, int, bool]]:
    """Return an order: what can be done, then what cannot, and what is about the panel itself last.

    The headings stand once each.
    """
    headings = list(dict.fromkeys(one.under for one in options))
    possible = {one.under for one in options if not one.why_not}
    return lambda one: (
        one.under == headings[-1],
        one.under not in possible,
        headings.index(one.under),
        bool(one.why_not),
    )


def _of_kind(panel: Panel, kind: type[GuideDeed]) -> Option[PanelDeed]:
    """Return what stands for a kind: the one thing there is, or the way to several."""
    words = kind_words(kind)
    offered = [one for one in panel.offered if isinstance(one.does, kind)]
    if len(offered) > 1 and any(not one.why_not for one in offered):
        return Option(GoTo(Which(kind)), words.label, under=words.under)
    if not offered:
        return Option(GoTo(Which(kind)), words.label, under=words.under, why_not=words.nothing)
    (one, *_others) = offered
    label = _("{label}: {what}").format(label=words.label, what=one.what) if one.what else ""
    return _option(one, label or words.label, words.under)


def _option(offered: Offered, label: str, under: str = "") -> Option[PanelDeed]:
    """Return the way to one thing; whatever opens, ends or drops something is asked once more."""
    does: PanelDeed = offered.does if surely(offered) is None else GoTo(Sure(offered))
    return Option(does, label, under=under, why_not=offered.why_not)


def _back() -> Option[PanelDeed]:
    return Option(Back(), _("Back"))

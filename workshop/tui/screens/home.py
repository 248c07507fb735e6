"""Home: this pair's workshops, and what to do next. Draws first, and reads them after."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from textual import events, work
from textual.widget import Widget
from textual.widgets import Static

from workshop.core.days import in_words
from workshop.desk.guides import home as shared
from workshop.desk.guides.home import NEWEST
from workshop.desk.workshops import Workshops
from workshop.tui.messages import (
    AgreementWanted,
    HelpLinesWanted,
    QuitWanted,
    ReadingsWanted,
    ResumeWanted,
    SetupWanted,
)
from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.words import _


class Home(Room):
    """The workshops there are; the empty state says what this is."""

    upright = True

    def __init__(self, workshops: Workshops, most: int = NEWEST) -> None:
        """Show at most so many workshops, until somebody asks for earlier ones."""
        super().__init__()
        self._workshops, self._most = workshops, most
        self._home: shared.Home | None = None  # until it is read
        self.title_line = _("Equal Say")
        self.where_line = in_words(workshops.clock.today())

    def body(self) -> Iterable[Widget]:
        """Return one line that says what to do next, and what is there."""
        if self._home is None:
            yield Static(literal(_("One moment.")), classes="quiet")
            return
        for trouble in self._home.troubles:
            yield Static(literal(trouble), classes="quiet")
        if self._home.known:
            yield Static(literal(_("Welcome back. Go on, or begin something new.")), id="prompt")
        else:
            yield Static(literal(_("Exercises for two, about having an equal say.")), id="prompt")
            yield Static(
                literal(
                    _(
                        "You sit side by side and take turns. Most of it is talking.\n"
                        "What you both say yes to stays, in a file of your own.\n"
                        "Stop whenever you want; every turn is saved."
                    )
                ),
                classes="quiet",
            )

    def labels(self) -> Sequence[str]:
        """Return what to do."""
        return [] if self._home is None else [label(way) for way in self._home.ways]

    def pressed(self, place: int) -> None:
        """Go on, begin, read, or quit."""
        assert self._home is not None
        match self._home.ways[place]:
            case shared.GoOn(workshop):
                self.leave(ResumeWanted(workshop.path))
            case shared.SeeEarlier():
                self._most += NEWEST
                self._read()
            case shared.BeginNew():
                self.leave(SetupWanted())
            case shared.SeeAgreement(workshop):
                self.leave(AgreementWanted(workshop.path))
            case shared.SeeReadings():
                self.leave(ReadingsWanted())
            case shared.SeeHelpLines():
                self.leave(HelpLinesWanted())
            case shared.Quit():
                self.leave(QuitWanted())
            case way:
                assert_never(way)

    def on_screen_resume(self, event: events.ScreenResume) -> None:  # noqa: ARG002  its signature
        """Read the workshops, once the screen is drawn."""
        if self._home is None:
            self.call_after_refresh(self._read)

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        home = self._workshops.home(self._most)
        self.app.call_from_thread(self._show, home)

    def _show(self, home: shared.Home) -> None:
        self._home = home
        self.call_later(self._draw_again)

    async def _draw_again(self) -> None:
        await self.recompose()
        self.on_mount()


def label(way: shared.Way) -> str:
    """Return what a button says."""
    match way:
        case shared.GoOn(workshop):
            return _("Go on: {workshop}").format(workshop=told(workshop))
        case shared.SeeEarlier():
            return _("Earlier ones")
        case shared.BeginNew():
            return _("Begin")
        case shared.SeeAgreement(workshop):
            return _("Agreement: {workshop}").format(workshop=told(workshop))
        case shared.SeeReadings():
            return _("Readings")
        case shared.SeeHelpLines():
            return _("Help lines")
        case shared.Quit():
            return _("Quit")


def told(saved: shared.Known) -> str:
    """Return whose workshop it is, how far, and when it goes on."""
    glance = saved.glance
    left, right = glance.names
    parts = [
        _("{left} and {right}").format(left=left, right=right),
        _("{done} of {of} done").format(done=glance.done, of=glance.of),
    ]
    if glance.half_done:
        parts.append(_("one under way"))
    return f"{', '.join(parts)} ({saved.label})"

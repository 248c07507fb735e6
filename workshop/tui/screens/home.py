"""Home: this pair's workshops, and what to do next. Draws first where they take long to read."""

from asyncio import wrap_future
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import assert_never

from textual import on, work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from workshop.cards.caseload import under_way
from workshop.cards.missed import mark
from workshop.core.days import in_words
from workshop.desk.guides import home as shared
from workshop.desk.workshops import Workshops
from workshop.tui.messages import (
    AgreementWanted,
    AllWanted,
    HelpLinesWanted,
    QuitWanted,
    ReadingsWanted,
    RecoveryWanted,
    ResumeWanted,
    SettingsWanted,
    SetupWanted,
)
from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.tui.widgets.answers import Answers
from workshop.tui.widgets.lines import Lines
from workshop.words import _

AT_ONCE = 0.1
"""How many seconds are waited for the workshops before anything is drawn: to draw Home twice takes
longer than to read what most have."""


class Home(Room):
    """The workshops there are; the empty state says what this is."""

    upright = True
    styled_once = True

    def __init__(self, workshops: Workshops) -> None:
        """Show the workshops of the last evenings."""
        super().__init__()
        self._workshops = workshops
        self._home: shared.Home | None = None  # until it is read
        self.title_line = _("Equal Say")
        self.where_line = in_words(workshops.clock.today())

    def compose(self) -> ComposeResult:
        """Yield the parts, with the workshops in them unless it takes long to read those."""
        reading = self._reading()
        with suppress(TimeoutError):
            self._home = reading.result(AT_ONCE)
        if self._home is None:
            self._show_once_read(reading)
        yield from super().compose()

    def body(self) -> Iterable[Widget]:
        """Return one line that says what to do next, and what is there."""
        if self._home is None:
            yield Static(literal(_("One moment.")), classes="quiet")
            return
        settings = self._workshops.settings.now.trouble
        all_of_it = (*self._home.troubles, *self._home.notices, *([settings] if settings else []))
        for said in all_of_it:
            yield Static(literal(said), classes="quiet")
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

    def _buttons(self) -> Iterable[Widget]:
        """Return what to do: the newest workshop large, the others a line each below it."""
        if self._home is None or not self._home.known[1:]:
            yield from super()._buttons()
            return
        answers = Answers(self.labels(), enter=True, equal=False, upright=True)
        others = Lines([told(one) for one in self._home.known[1:]], id="workshops")
        answers.put_after_first(
            Static(literal(_("Or with another: up and down, then Enter.")), classes="quiet"), others
        )
        yield answers

    @property
    def _pressable(self) -> Sequence[shared.Way]:
        """What has a button: the newest workshop, and not which of many an agreement is of."""
        assert self._home is not None
        known = self._home.known
        return [
            way
            for way in self._home.ways
            if not isinstance(way, shared.GoOn | shared.SeeAgreement) or way.workshop is known[0]
        ]

    def labels(self) -> Sequence[str]:
        """Return what to do."""
        if self._home is None:
            return []
        many = len(self._home.known) > 1
        return [
            _("Agreement") if many and isinstance(way, shared.SeeAgreement) else label(way)
            for way in self._pressable
        ]

    def pressed(self, place: int) -> None:
        """Go on, begin, read, or quit."""
        assert self._home is not None
        match self._pressable[place]:
            case shared.GoOn(workshop):
                self.leave(ResumeWanted(workshop.path))
            case shared.SeeAll():
                self.post_message(AllWanted("go on"))
            case shared.Mend(path):
                self.post_message(RecoveryWanted(path))
            case shared.BeginNew():
                self.leave(SetupWanted())
            case shared.SeeAgreement(workshop):
                if len(self._home.known) > 1:
                    self.post_message(AllWanted("agreement"))
                else:
                    self.leave(AgreementWanted(workshop.path))
            case shared.SeeReadings():
                self.leave(ReadingsWanted())
            case shared.SeeHelpLines():
                self.leave(HelpLinesWanted())
            case shared.SeeSettings():
                self.leave(SettingsWanted())
            case shared.Quit():
                self.leave(QuitWanted())
            case way:
                assert_never(way)

    @on(Lines.Chosen)
    def _chose(self, event: Lines.Chosen) -> None:
        """Go on with one of the others."""
        event.stop()
        if self._home is not None and not self._is_left and self.app.screen is self:
            self.leave(ResumeWanted(self._home.known[1 + event.place].path))

    def focus_first(self) -> None:
        """Put the focus on the first button, once there is one."""
        if self.query_one_optional("#answer-0") is not None:
            super().focus_first()

    def _reading(self) -> Future[shared.Home]:
        """Begin to read the workshops."""
        thread = ThreadPoolExecutor(1)
        reading = thread.submit(self._workshops.home)
        thread.shutdown(wait=False)
        return reading

    @work(exclusive=True)
    async def _show_once_read(self, reading: Future[shared.Home]) -> None:
        self._home = await wrap_future(reading)
        self.call_later(self._draw_again)

    async def _draw_again(self) -> None:
        """Fill the body anew; what is around it stays."""
        body, trouble = self._scroller, Static("", id="trouble")
        trouble.display = False
        async with self.batch():
            await body.remove_children()
            await body.mount_all([*self.body(), trouble, *self._buttons()])
        self.focus_first()


def label(way: shared.Way) -> str:
    """Return what a button says."""
    match way:
        case shared.GoOn(workshop):
            return _("Go on: {workshop}").format(workshop=told(workshop))
        case shared.SeeAll():
            return _("All of them")
        case shared.Mend():
            return _("See what can be done about {label}").format(label=way.label)
        case shared.BeginNew():
            return _("Begin")
        case shared.SeeAgreement(workshop):
            return _("Agreement: {workshop}").format(workshop=told(workshop))
        case shared.SeeReadings():
            return _("Readings")
        case shared.SeeHelpLines():
            return _("Help lines")
        case shared.SeeSettings():
            return _("Settings")
        case shared.Quit():
            return _("Quit")


def told(saved: shared.Known) -> str:
    """Return whose workshop it is, how far, and when it goes on."""
    glance = saved.glance
    if glance.locked:
        return _("locked ({label})").format(label=saved.label)
    left, right = glance.names
    parts = [
        _("{left} and {right}").format(left=left, right=right),
        _("{done} of {of} done").format(done=glance.done, of=glance.of),
    ]
    if stands := under_way(glance):
        parts.append(stands)
    if marked := mark(glance.agreement):
        parts.insert(1, marked)  # the end may be out of sight
    return f"{', '.join(parts)} ({saved.label})"

"""The room as a program: shows what the Desk asks, one screen at a time, and ends calmly."""

import asyncio
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from rich.console import RenderableType
from textual import events
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from workshop.cards.choice import Choice, Deed, Ended
from workshop.core.course.session import Ask
from workshop.desk.desk import Desk
from workshop.desk.guides.agreement_pages import AgreementPages
from workshop.desk.guides.directories import Directories
from workshop.desk.guides.picker import Picker
from workshop.desk.guides.reader import Reader
from workshop.desk.workshops import Plan, Workshops
from workshop.errors import Refused, Trouble
from workshop.tui.keys import KEYS
from workshop.tui.meant import Meant
from workshop.tui.messages import (
    AgreementWanted,
    Answered,
    HelpLinesWanted,
    HomeWanted,
    PathWanted,
    PlanMade,
    QuitWanted,
    ReadingsWanted,
    ResumeWanted,
    SetupWanted,
)
from workshop.tui.pages import help_page, paragraphs
from workshop.tui.screens.choice import ChoiceScreen
from workshop.tui.screens.everything import Everything
from workshop.tui.screens.home import Home
from workshop.tui.screens.page import Page
from workshop.tui.screens.room import Room
from workshop.tui.screens.setup import Setup
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.text import Unseen
from workshop.tui.themes import EVENING, THEMES
from workshop.words import _

HANGUP = 1
"""The number of SIGHUP, which not every system has."""
FOCUS = events.AppFocus | events.AppBlur
"""The window is left, or has the focus again."""
Guide = Reader | Picker | Directories | AgreementPages


class EqualSay(App[int]):
    """The room."""

    TITLE = "Equal Say"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012
    BINDINGS = [*KEYS]  # noqa: RUF012  Textual's own form

    def __init__(
        self,
        workshops: Workshops,
        begin: Callable[["EqualSay"], None] | None = None,
        first: tuple[str, Sequence[str]] | None = None,
        driver: type[Driver] | None = None,
    ) -> None:
        """Open the room.

        Args:
            workshops: where workshops are begun and taken up.
            begin: what to show after the page before you begin; home when None.
            first: another page in its place: its title and paragraphs.
            driver: how the terminal is driven; Textual's own way when None.
        """
        super().__init__(driver_class=driver)
        self.animation_level = "none"  # nothing moves unless somebody acted
        self._workshops = workshops
        self._begin, self._first = begin, first
        self.desk: Desk | None = None
        self._guides: list[Guide] = []  # what goes from choice to choice over a screen
        self._plan: Plan | None = None  # while it has no path yet
        self._meant = Meant()
        self._is_covered = False  # after a rest: nothing is painted until what is sealed is covered
        self.crash: BaseException | None = None

    # -- beginning and ending -----------------------------------------------------------------

    def on_mount(self) -> None:
        """Put on the look, listen for signals, and show the page that is the same for everyone."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = EVENING.name
        self._listen()
        begin = self._begin or EqualSay.show_home
        title, page = self._first or (
            _("Before you begin"),
            paragraphs(self._workshops.page_before())[1:],
        )
        self.push_screen(Page(title, page, _("Go on"), lambda: begin(self)))

    def _listen(self) -> None:
        """Save and end on a closed window, a terminate signal, an error in any task."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._task_failed)
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._stop, 128 + number)

    def _task_failed(self, _loop: object, context: dict[str, object]) -> None:
        """Take an error that nobody waited for as one of ours; it would be printed else."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self.crashed(error)

    def _stop(self, code: int) -> None:
        self.save_draft()
        if self.desk is not None:
            self.desk.stop()
        self.exit(code, return_code=code)

    def save_draft(self) -> None:
        """Save open text that was typed and is not saved yet."""
        for screen in self.screen_stack:
            if isinstance(screen, TurnScreen):
                screen.save_draft()

    def rested(self) -> None:
        """Cover what is sealed: whoever wakes the program may be somebody else."""
        screen = self.screen
        if self.desk is None or not isinstance(screen, TurnScreen) or not screen.is_sealed:
            return
        self._is_covered = True
        self.call_later(self._cover)

    def _cover(self) -> None:
        """Ask again who has the keyboard, over the turn, which keeps what was typed."""
        if self.desk is None or self._exit:
            return
        self.desk.look_away_again()
        asked = self.desk.ask()
        if isinstance(asked, Ask):
            self.push_screen(TurnScreen(self.desk, asked))
        self._is_covered = False
        self.screen.refresh(layout=True)

    def crashed(self, error: BaseException | None) -> None:
        """End as after any crash of ours, though the error is another thread's.

        A terminal that cannot be read or written any more is a closed window.
        """
        if isinstance(error, OSError):
            self.call_later(self._stop, 128 + HANGUP)
        else:
            self.call_later(self._handle_exception, error or RuntimeError())

    def _handle_exception(self, error: Exception) -> None:
        """End without a traceback, which would hold what people typed. Private in Textual.

        Once it ends, all is saved, and what is taken apart may miss its parts.
        """
        if self._exit:
            return
        self.crash = error
        if self.is_headless:
            super()._handle_exception(error)
            return
        with suppress(Exception):
            self.save_draft()
        if self.desk is not None:
            self.desk.let_go()
        self._return_code = 70
        self._close_messages_no_wait()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint, and let the screen know from when on it can be read. Private in Textual."""
        if self._is_covered:
            return
        if isinstance(screen, Room):
            screen.note_painted()
        super()._display(screen, renderable)

    async def on_event(self, event: events.Event) -> None:
        """Take a key or a click that is meant, and let go of any other."""
        if event.is_forwarded or not isinstance(event, events.InputEvent | events.Paste | FOCUS):
            await super().on_event(event)
            return
        if self._exit:
            return  # whatever is pressed while it ends
        self._meant.note(event)
        screen = self.screen
        waits = isinstance(screen, Room) and screen.waits
        since = screen.readable_since if isinstance(screen, Room) and waits else 0.0
        if not self._meant.is_meant(event, since is not None, since or 0.0):
            self._mouse_down_widget = None  # Textual's own: no click comes of it
            if not isinstance(event, events.MouseUp):
                return
        elif isinstance(event, events.Key) and isinstance(screen, TurnScreen):
            screen.note_key(event.key)
        await super().on_event(event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colours, for themes that do not name them."""
        return EVENING.variables

    def get_line_filters(self) -> list[LineFilter]:
        """Return the filters, ours last."""
        return [*super().get_line_filters(), Unseen()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """Yield every action by name. No screenshot: a sealed answer would be in it."""
        yield SystemCommand(_("Pause"), _("Stop the clock"), self.action_pause)
        yield SystemCommand(_("Leave"), _("Stop; everything open is saved"), self.action_leave)
        yield SystemCommand(
            _("Reopen my last answer"), _("Until the other goes on"), self.action_reopen
        )
        yield SystemCommand(_("Next"), _("Press the first button"), self.action_go_on)
        yield SystemCommand(_("Agreement"), _("What you both said yes to"), self.action_agreement)
        yield SystemCommand(_("Readings"), _("Pages to read together"), self.action_readings)
        yield SystemCommand(_("Help lines"), _("Directories of services"), self.action_help_lines)
        yield SystemCommand(_("Help"), _("Keys, files, help lines"), self.action_help)
        yield SystemCommand(_("Hide"), _("Clear the screen and end"), self.action_hide)
        yield SystemCommand(_("Evening or morning"), _("Dark or light"), self.action_look)

    # -- what is shown ------------------------------------------------------------------------

    def show(self, screen: Screen[None]) -> None:
        """Show a screen in place of all others."""
        self._guides.clear()
        while len(self.screen_stack) > 2:
            self.pop_screen()
        self.switch_screen(screen)

    def show_home(self) -> None:
        """Show the workshops there are."""
        self.show(Home(self._workshops))

    def sit_down(self, take_up: Callable[[], Desk]) -> None:
        """Open a workshop and show what it asks, or say why it cannot be opened."""
        try:
            self.desk = take_up()
        except Trouble as trouble:
            self.show(Page(_("This did not work"), [trouble.sentence], _("Back"), self.show_home))
            return
        self.show_asked()

    def show_asked(self) -> None:
        """Show what the Desk asks now."""
        assert self.desk is not None
        match asked := self.desk.ask():
            case Ask():
                if not self._back_to(asked):
                    self.show(TurnScreen(self.desk, asked))
            case Choice() if self.desk.keeps_turn:
                self._lay_over(self._choosing(self.desk, asked))
            case Choice():
                self.show(self._choosing(self.desk, asked))
            case Ended(lines=lines, saved=saved, home=can_go_home):
                self.desk.stop()
                self.desk = None
                leave = lambda: self.exit(0, return_code=0 if saved else 1)  # noqa: E731
                home = (_("To the first page"), self.show_home) if saved and can_go_home else None
                self.show(Page(_("Until next time"), lines, _("Close the window"), leave, home))

    def _choosing(self, desk: Desk, choice: Choice[Deed]) -> ChoiceScreen:
        return ChoiceScreen(choice, desk.title, desk.reply, desk.pair)

    def _ask_guide(self, guide: Guide) -> None:
        if not any(isinstance(guide, type(one)) for one in self._guides):
            self._guides.append(guide)
            self._show_guide()

    def _show_guide(self) -> None:
        """Show where the guide is, over the screen that it was asked for from."""
        guide = self._guides[-1]
        if isinstance(self.screen, ChoiceScreen) and self.screen.guide is guide:
            self.pop_screen()
        if not guide.over:
            title = self.desk.title if self.desk is not None else _("Equal Say")
            self.push_screen(ChoiceScreen(guide.choice(), title, guide.reply, guide=guide))
            return
        self._guides.pop()
        if isinstance(guide, Picker) and guide.path is not None:
            assert self._plan is not None
            self.begin(replace(self._plan, path=guide.path))
        elif isinstance(guide, Reader) and guide.begin is not None:
            self.ask_names(Plan(("", ""), (guide.begin,)))

    def _lay_over(self, screen: ChoiceScreen) -> None:
        """Show a choice over the turn under way, which keeps what was typed."""
        self._guides.clear()  # their screens go too
        while isinstance(self.screen, Page | ChoiceScreen) and len(self.screen_stack) > 2:
            self.pop_screen()
        self.push_screen(screen)

    def _back_to(self, asked: Ask) -> bool:
        """Go back to the turn that lies below, if it is still what is asked."""
        below = [screen for screen in self.screen_stack[:-1] if isinstance(screen, TurnScreen)]
        if not below or not below[-1].asks(asked):
            return False
        while self.screen is not below[-1]:
            self.pop_screen()
        return True

    # -- what screens tell --------------------------------------------------------------------

    def on_answered(self, event: Answered) -> None:
        """Show what is asked now."""
        event.stop()
        if self._guides:
            self._show_guide()
        elif self.desk is not None:  # else the evening has ended meanwhile
            self.show_asked()

    def on_home_wanted(self, event: HomeWanted) -> None:
        """Show the workshops there are."""
        event.stop()
        self.show_home()

    def on_setup_wanted(self, event: SetupWanted) -> None:
        """Ask what a workshop needs."""
        event.stop()
        self.show(Setup())

    def ask_names(self, plan: Plan) -> None:
        """Ask for the names that a plan does not have."""
        self.show(Setup(plan))

    def on_path_wanted(self, event: PathWanted) -> None:
        """Ask what to do."""
        event.stop()
        self._plan = event.plan
        self._ask_guide(Picker(self._workshops.library))

    def on_plan_made(self, event: PlanMade) -> None:
        """Begin a workshop."""
        event.stop()
        self.begin(event.plan)

    def begin(self, plan: Plan) -> None:
        """Begin a workshop and sit down."""
        self.sit_down(lambda: self._workshops.begin(plan))

    def on_resume_wanted(self, event: ResumeWanted) -> None:
        """Take a workshop up."""
        event.stop()
        self.sit_down(lambda: self._workshops.resume(event.path))

    def on_agreement_wanted(self, event: AgreementWanted) -> None:
        """Show an agreement."""
        event.stop()
        try:
            self._ask_guide(self._workshops.pages(event.path))
        except Trouble as trouble:
            self._push_page(_("Agreement"), [trouble.sentence])

    def on_help_lines_wanted(self, event: HelpLinesWanted) -> None:
        """Show the help lines."""
        event.stop()
        self.action_help_lines()

    def on_readings_wanted(self, event: ReadingsWanted) -> None:
        """Show what there is to read."""
        event.stop()
        self.action_readings()

    def on_quit_wanted(self, event: QuitWanted) -> None:
        """End."""
        event.stop()
        self.exit(0)

    def _back(self) -> None:
        self.pop_screen()

    # -- keys ---------------------------------------------------------------------------------

    def action_pause(self) -> None:
        """Stop the clock."""
        if self.desk is not None:
            self.save_draft()
            self.desk.pause()
            self.show_asked()

    def action_leave(self) -> None:
        """Offer the ways to stop, or end where nothing is under way."""
        if self.desk is None:
            self.exit(0)
            return
        self.save_draft()
        self.desk.leave()
        self.show_asked()

    async def action_quit(self) -> None:
        """Leave."""
        self.action_leave()

    def action_help_quit(self) -> None:
        """Leave."""
        self.action_leave()

    def action_reopen(self) -> None:
        """Take one's own last answer back."""
        if self.desk is None:
            return
        if isinstance(self.screen, TurnScreen) and self.screen.asks_before_going_back():
            return
        try:
            self.desk.reopen()
        except Refused as refused:
            screen = self.screen
            if isinstance(screen, TurnScreen | ChoiceScreen):
                screen.tell(refused.sentence)
            return
        self.show_asked()

    def action_go_on(self) -> None:
        """Press the first button, where that decides nothing."""
        screen = self.screen
        if isinstance(screen, TurnScreen):
            screen.go_on()

    def action_readings(self) -> None:
        """Show what there is to read, over what is under way."""
        if self.desk is not None:
            self.save_draft()
            self.desk.read()
            self.show_asked()
        elif isinstance(self.screen, Home):
            self._ask_guide(Reader(self._workshops.library, can_begin=True))

    def action_agreement(self) -> None:
        """Show the agreement, over what is under way."""
        if self.desk is not None:
            self.save_draft()
            self.desk.agreement()
            self.show_asked()

    def action_help_lines(self) -> None:
        """Show directories of services."""
        lines = self._workshops.library.help_lines()
        self._ask_guide(Directories(lines, self._workshops.clock.today()))

    def action_help(self) -> None:
        """Show what the keys do, what is stored and where."""
        self._push_page(_("Help"), help_page(self._workshops, self.desk))

    def _push_page(self, title: str, lines: Iterable[str]) -> None:
        if isinstance(self.screen, Page) and self.screen.title_line == title:
            return
        self.push_screen(Page(title, tuple(lines), _("Back"), self._back, leads_on=False))

    def action_hide(self) -> None:
        """Blank the screen at once, and end without a word."""
        self.save_draft()
        if self.desk is not None:
            self.desk.stop()
        self.exit(0)

    def action_command_palette(self) -> None:
        """Show everything that can be done."""
        if not isinstance(self.screen, Everything):
            self.push_screen(Everything(id="--command-palette"))

    def action_look(self) -> None:
        """Change between the dark and the light look."""
        self.theme = THEMES[1 if self.theme == THEMES[0].name else 0].name

"""The room as a program: from the page before you begin to a Desk, and what lies beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from workshop.desk.guides.caseload import Caseload
from workshop.desk.settings import ALL
from workshop.desk.workshops import Plan, Workshops
from workshop.errors import Trouble
from workshop.tui.at_desk import DeskApp
from workshop.tui.keys import KEYS
from workshop.tui.messages import (
    AgreementWanted,
    AllWanted,
    HelpLinesWanted,
    HomeWanted,
    PathWanted,
    PlanMade,
    QuitWanted,
    ReadingsWanted,
    RecoveryWanted,
    ResumeWanted,
    SettingsWanted,
    SetupWanted,
)
from workshop.tui.pages import Titled, help_in_the_room, titled
from workshop.tui.screens.home import Home
from workshop.tui.screens.page import Page
from workshop.words import _

if TYPE_CHECKING:
    from rich.console import RenderableType

    from workshop.desk.guides.guide import Guide


class EqualSay(DeskApp):
    """The room."""

    TITLE = "Equal Say"
    # Not the screens' own: for one that comes with a screen all rules are read again.
    CSS_PATH = Path(__file__).parent / "screens" / "room.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall"), (32, "-high")]  # noqa: RUF012
    BINDINGS = [*KEYS]  # noqa: RUF012  Textual's own form

    def __init__(
        self,
        workshops: Workshops,
        begin: Callable[[EqualSay], None] | None = None,
        first: Sequence[Titled] = (),
        driver: type[Driver] | None = None,
    ) -> None:
        """Open the room.

        Args:
            workshops: where workshops are begun and taken up.
            begin: what to show after the pages to read first; home when None.
            first: those pages; the page before you begin when there are none.
            driver: how the terminal is driven; Textual's own way when None.
        """
        super().__init__(driver, workshops.settings.now)
        workshops.settings.listen(self.follow)
        self._workshops = workshops
        self._begin, self._first = begin, first
        self._plan: Plan | None = None  # while it has no path yet
        self._knows_whose = False  # whether they have read whose machine this is

    # -- how it begins, and how it looks ------------------------------------------------------

    def on_mount(self) -> None:
        """Listen for signals."""
        self.listen()

    def get_default_screen(self) -> Screen[None]:
        """Return the first page: laid over an empty screen, it would be drawn once in vain."""
        page = self.first_page()
        page._push_result_callback(self, None)  # Textual's own: else no other takes its place
        return page

    def first_page(self) -> Screen[None]:
        """Return the first of the pages that are the same for everyone."""
        begin = self._begin or EqualSay.come_in
        pages = self._first or [titled(page) for page in self._workshops.pages_before()]
        return self._to_read(pages, lambda: begin(self))

    def _to_read(self, pages: Sequence[Titled], then: Callable[[], None]) -> Page:
        """Return the first of these pages; it leads to the others, and the last one to `then`."""
        (title, page), *others = pages

        def go_on() -> None:
            if others:
                self.switch_screen(self._to_read(others, then))
            else:
                then()

        short = title == titled(self._workshops.pages_before()[0])[0]
        other = (_("The whole page"), self._show_whole_page) if short else None
        return Page(title, page, _("Go on"), go_on, other)

    def _show_whole_page(self) -> None:
        """Show all of the page that was read in short; what was read stays below it."""
        title, page = titled(self._workshops.whole_page)
        self.push_screen(Page(title, page, _("Back"), self._back, leads_on=False))

    def _knowing_whose(self, guided: bool, new: bool, then: Callable[[], None]) -> None:
        """Do `then`; where somebody guides them, once they have read whose machine this is."""
        if guided:
            try:
                pages = [titled(page) for page in self._workshops.pages_guided(new=new)]
            except Trouble as trouble:
                self._say_why_not(trouble.sentence)
                return
            self.push_screen(self._to_read(pages, then))
        else:
            then()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if isinstance(screen, Page) and screen.readable_since is not None:
            self._look_ahead()

    def _look_ahead(self) -> None:
        """Import, while a page is read, what comes after it: all, or what Home has room for."""
        if self._begin is None and not self._is_first_time:
            self.ahead.warm_up()
        else:
            self.ahead.get_ready()

    # -- where they come in -------------------------------------------------------------------

    @property
    def keeps_to_one(self) -> bool:
        """Whether they came for one workshop, and know of no other."""
        return self._workshops.alone

    def come_in(self) -> None:
        """Show the workshops there are; where there is none yet, what one needs comes at once."""
        if self._is_first_time:
            self.ask_names(None)
        else:
            self.show_home()

    @property
    def _is_first_time(self) -> bool:
        """Whether there is no workshop yet; where that cannot be read, Home says so."""
        try:
            return self._workshops.first_time
        except Trouble:
            return False

    def show_home(self) -> None:
        """Show the workshops there are."""
        self.show(Home(self._workshops))

    def ask_names(self, plan: Plan | None) -> None:
        """Ask for the names that a plan does not have, where there is one."""
        self.ahead.finish()
        from workshop.tui.screens.setup import Setup

        self._knows_whose = plan is not None and plan.guided
        self.show(Setup(plan, first_time=plan is None and self._is_first_time))

    def begin(self, plan: Plan) -> None:
        """Begin a workshop and sit down."""
        self.sit_down(lambda: self._workshops.begin(plan))

    def guided(self, guide: Guide) -> None:
        """Begin what they chose in `guide`, if they did."""
        from workshop.desk.guides.picker import Picker
        from workshop.desk.guides.reader import Reader
        from workshop.desk.guides.recovery import Recovery

        if isinstance(guide, Picker):
            assert self._plan is not None
            plan = guide.planned(self._plan)
            if plan is not None:
                self.begin(plan)
        elif isinstance(guide, Reader) and guide.begin is not None:
            self.ask_names(Plan(("", ""), (guide.begin,)))
        elif isinstance(guide, Caseload) and guide.taken is not None:
            if guide.purpose == "agreement":
                self.post_message(AgreementWanted(guide.taken))
            else:
                self.post_message(ResumeWanted(guide.taken))
        elif isinstance(guide, Recovery):
            if guide.goes_on:
                self.post_message(ResumeWanted(guide.path))
            elif not self.keeps_to_one:
                self.show_home()  # which says what it is like now

    @property
    def way_to_mend(self) -> tuple[str, Callable[[], None]] | None:
        """What a button says and does where a file of the workshop cannot be read."""
        path = self._workshops.one
        return None if path is None else (_("See what can be done"), lambda: self._recover(path))

    def _recover(self, path: Path) -> None:
        self.ahead.finish()
        try:
            self.guides.ask(self._workshops.recovery(path))
        except Trouble as trouble:
            self._push_page(_("This did not work"), [trouble.sentence])

    # -- what screens tell --------------------------------------------------------------------

    def on_home_wanted(self, event: HomeWanted) -> None:
        """Show the workshops there are."""
        event.stop()
        self.show_home()

    def on_setup_wanted(self, event: SetupWanted) -> None:
        """Ask what a workshop needs."""
        event.stop()
        self.ask_names(None)

    def on_path_wanted(self, event: PathWanted) -> None:
        """Ask what to do."""
        event.stop()
        self._plan = event.plan
        guided = event.plan.guided and not self._knows_whose
        self._knowing_whose(guided, True, self._pick)

    def _pick(self) -> None:
        from workshop.desk.guides.picker import Picker

        assert self._plan is not None
        while isinstance(self.screen, Page):
            self.pop_screen()  # back from there is where the names are
        self._knows_whose = self._plan.guided
        self.guides.ask(Picker(self._workshops.library, guided=self._plan.guided))

    def on_plan_made(self, event: PlanMade) -> None:
        """Begin a workshop."""
        event.stop()
        guided = event.plan.guided and not self._knows_whose
        self._knowing_whose(guided, True, lambda: self.begin(event.plan))

    def on_resume_wanted(self, event: ResumeWanted) -> None:
        """Take a workshop up."""
        event.stop()
        self._unlocked(event.path, lambda: self._take_up(event.path))

    def go_on(self, path: Path) -> None:
        """Take up the workshop that they came for, whose first page they have read."""
        self._unlocked(
            path,
            lambda: self._take_up(path),
            lambda: self.sit_down(lambda: self._workshops.resume(path)),
        )

    def _take_up(self, path: Path) -> None:
        guided = self._workshops.is_guided(path)
        resume = lambda: self._workshops.resume(path)  # noqa: E731
        self._knowing_whose(guided, False, lambda: self.sit_down(resume))

    def _unlocked(
        self,
        path: Path,
        then: Callable[[], None],
        if_open: Callable[[], None] | None = None,
    ) -> None:
        """Do `then` with a workshop, once a passphrase was typed where it is locked.

        Args:
            path: its folder.
            then: what to do.
            if_open: what to do where no passphrase is needed; the same when None.
        """
        try:
            is_locked = self._workshops.needs_passphrase(path)
        except Trouble as trouble:
            self._say_why_not(trouble.sentence)
            return
        if not is_locked:
            (if_open or then)()
            return
        from workshop.tui.screens.unlock import Unlock

        def opened() -> None:
            self.pop_screen()
            try:
                then()
            except Trouble as trouble:
                self._say_why_not(trouble.sentence)

        back = (_("Back"), self._back)
        if self.keeps_to_one:
            back = (_("Close the window"), lambda: self.exit(0))
        self.push_screen(Unlock(self._workshops, path, opened, back))

    def on_all_wanted(self, event: AllWanted) -> None:
        """Show all workshops."""
        event.stop()
        self.guides.ask(Caseload(self._workshops, event.purpose))

    def on_agreement_wanted(self, event: AgreementWanted) -> None:
        """Show an agreement."""
        event.stop()
        self.ahead.finish()
        self._unlocked(event.path, lambda: self._show_agreement(event.path))

    def _show_agreement(self, path: Path) -> None:
        try:
            self.guides.ask(self._workshops.pages(path))
        except Trouble as trouble:
            self._push_page(_("Agreement"), [trouble.sentence])

    def on_recovery_wanted(self, event: RecoveryWanted) -> None:
        """Ask what is to be done where a file cannot be read."""
        event.stop()
        self._unlocked(event.path, lambda: self._recover(event.path))

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

    # -- what lies beside it ------------------------------------------------------------------

    def action_readings(self) -> None:
        """Show what there is to read, over what is under way or the first page."""
        super().action_readings()
        if self.desk is None and isinstance(self.screen, Home):
            self.ahead.finish()
            from workshop.desk.guides.reader import Reader

            self.guides.ask(Reader(self._workshops.library, can_begin=True, whole=True))

    def action_settings(self, page: str = ALL) -> None:
        """Show what is set, and set something."""
        self.ahead.finish()
        from workshop.desk.guides.settings_pages import SettingsPages

        self.save_draft()
        self.guides.ask(SettingsPages(self._workshops.settings, page))

    def action_look(self, theme: str) -> None:
        """Take another look, and keep it for the next start; if it cannot be kept, it is told."""
        try:
            self._workshops.settings.change("theme", theme)
        except Trouble as trouble:
            super().action_look(theme)
            self._push_page(_("This was not kept"), [trouble.sentence])

    def on_settings_wanted(self, event: SettingsWanted) -> None:
        """Show the settings."""
        event.stop()
        self.action_settings()

    def action_help_lines(self) -> None:
        """Show directories of services."""
        self.ahead.finish()
        from workshop.desk.guides.directories import Directories

        today = self._workshops.clock.today()
        self.guides.ask(Directories.of(self._workshops.library, today))

    def action_help(self) -> None:
        """Show what the keys do, what is stored and where."""
        self.ahead.finish()
        self._push_page(_("Help"), help_in_the_room(self._workshops, self.desk, self.key_of))

    def _push_page(self, title: str, lines: Iterable[str]) -> None:
        if isinstance(self.screen, Page) and self.screen.title_line == title:
            return
        self.push_screen(Page(title, tuple(lines), _("Back"), self._back, leads_on=False))

    def _back(self) -> None:
        self.pop_screen()

    def action_command_palette(self) -> None:
        """Show everything that can be done."""
        from workshop.tui.screens.everything import Everything

        if not isinstance(self.screen, Everything):
            self.push_screen(Everything(id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """Return every action by name."""
        from workshop.tui.palette import everything

        return everything(self)

    def tell(self, title: str, lines: Iterable[str]) -> None:
        """Show a page to read, and go back from."""
        self._push_page(title, lines)

    def to_copy(self, what: str) -> str:
        """Return the agreement code of the workshop that is open, or the path; empty for none.

        Nothing else is ever copied from here: what is sealed least of all.
        """
        if what == "path":
            return str(self.desk.path if self.desk is not None else self._workshops.data)
        with suppress(Trouble):  # there is none to copy, then: the page of it says why
            return self.desk.code if self.desk is not None else self.guides.code
        return ""

    def copied(self, text: str) -> None:
        """Give a text to the terminal to copy, and say that it may not have been taken."""
        from workshop.tui.palette import copied

        self.copy_to_clipboard(text)
        self._push_page(_("Copied"), copied(text, self.settings.mouse))

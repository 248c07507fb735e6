"""The screens of a Desk: shows what it asks, and tells it what is pressed at any time."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.driver import Driver
from textual.screen import Screen

from workshop.content.settings import USUAL, Settings
from workshop.errors import NotFound, Refused, Trouble, Unreadable
from workshop.tui.ahead import Ahead
from workshop.tui.calm import CalmApp
from workshop.tui.guides import Guides
from workshop.tui.messages import Answered
from workshop.tui.screens.page import Page
from workshop.tui.screens.room import Room
from workshop.words import _

if TYPE_CHECKING:  # imported ahead, while the first page is read
    from workshop.cards.choice import Choice, Deed
    from workshop.core.course.session import Ask
    from workshop.desk.desk import Desk
    from workshop.desk.guides.guide import Guide
    from workshop.tui.hour import Hour
    from workshop.tui.screens.choice import ChoiceScreen
    from workshop.tui.screens.turn import TurnScreen
    from workshop.tui.widgets.panel import Panel


class DeskApp(CalmApp):
    """Shows one Desk at a time, one screen at a time.

    Attributes:
        was_guided: whether somebody guided the two at a Desk that was shown.
    """

    def __init__(self, driver: type[Driver] | None = None, settings: Settings = USUAL) -> None:
        """Begin with no Desk.

        Args:
            driver: how the terminal is driven; Textual's own way when None.
            settings: what is set.
        """
        super().__init__(driver, settings)
        self.guides = Guides(self, self.guided)
        self.ahead = Ahead()
        self.hour: Hour | None = None  # of a guided session
        self.was_guided = False

    @abstractmethod
    def show_home(self) -> None:
        """Show where they can sit down at another one."""

    @property
    @abstractmethod
    def keeps_to_one(self) -> bool:
        """Whether they came for one workshop, and know of no other."""

    @abstractmethod
    def guided(self, guide: Guide) -> None:
        """Do what they chose in `guide`, which is over."""

    # -- what is shown ------------------------------------------------------------------------

    def show(self, screen: Screen[None]) -> None:
        """Show a screen in place of all others."""
        self.guides.clear()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(screen)

    def sit_down(self, take_up: Callable[[], Desk]) -> None:
        """Open a workshop and show what it asks, or say why it cannot be opened."""
        self.ahead.finish()
        try:
            self.desk = take_up()
        except Trouble as trouble:
            broken = isinstance(trouble, Unreadable | NotFound)
            self._say_why_not(trouble.sentence, self.way_to_mend if broken else None)
            return
        if self.desk.guided:
            from workshop.tui.hour import Hour

            self.hour = Hour(self.desk)
            self.was_guided = True
        self.show_asked()

    @property
    def way_to_mend(self) -> tuple[str, Callable[[], None]] | None:
        """What a button says and does where a file cannot be read, if anything can be done."""
        return None

    def _say_why_not(
        self, sentence: str, other: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Say why a workshop cannot be opened; who came for that one alone has no way but out."""
        way = (_("Back"), self.show_home)
        if self.keeps_to_one:
            way = (_("Close the window"), lambda: self.exit(1, return_code=1))
        self.show(Page(_("This did not work"), [sentence], *way, other))

    def show_asked(self) -> None:
        """Show what the Desk asks now."""
        from workshop.cards.choice import Choice, Farewell
        from workshop.core.course.session import Ask
        from workshop.tui.screens.turn import TurnScreen

        assert self.desk is not None
        match asked := self.desk.ask():
            case Ask():
                if not self._back_to(asked):
                    turn = TurnScreen(self.desk, asked)
                    turn.hour = self.hour
                    self._show_turn(turn)
            case Choice() if self.desk.keeps_turn:
                self._lay_over(self._choosing(self.desk, asked))
            case Choice():
                self.show(self._choosing(self.desk, asked))
            case Farewell(lines=lines, saved=saved, home=can_go_home):
                self.desk.stop()
                self.desk = self.hour = None
                leave = lambda: self.exit(0, return_code=0 if saved else 1)  # noqa: E731
                home = (_("To the first page"), self.show_home) if saved and can_go_home else None
                self.show(Page(_("Until next time"), lines, _("Close the window"), leave, home))

    def _show_turn(self, turn: TurnScreen) -> None:
        """Show a turn, on the screen of the one before where that can stay."""
        from workshop.tui.screens.turn import TurnScreen

        here = self.screen
        stays = isinstance(here, TurnScreen) and len(self.screen_stack) == 1 and here.becomes(turn)
        if not stays:
            self.show(turn)

    def _choosing(self, desk: Desk, choice: Choice[Deed]) -> ChoiceScreen:
        from workshop.tui.screens.choice import ChoiceScreen

        way = self.guides.way
        reply, at = way.following(desk.reply), way.back_at(choice)
        screen = ChoiceScreen(choice, desk.title, reply, desk.pair, at=at)
        screen.hour = self.hour
        return screen

    def _lay_over(self, screen: ChoiceScreen) -> None:
        """Show a choice over the turn under way, which keeps what was typed."""
        from workshop.tui.screens.choice import ChoiceScreen

        self.guides.clear()  # their screens go too
        while isinstance(self.screen, Page | ChoiceScreen) and len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)

    def _back_to(self, asked: Ask) -> bool:
        """Go back to the turn that lies below, if it is still what is asked."""
        from workshop.tui.screens.turn import TurnScreen

        below = [screen for screen in self.screen_stack[:-1] if isinstance(screen, TurnScreen)]
        if not below or not below[-1].asks(asked):
            return False
        while self.screen is not below[-1]:
            self.pop_screen()
        return True

    def _cover(self) -> None:
        """Cover what is sealed, after a rest; what was read over it is put away once it is not."""
        self.guides.clear()
        super()._cover()

    # -- what they do -------------------------------------------------------------------------

    def on_answered(self, event: Answered) -> None:
        """Show what is asked now."""
        event.stop()
        if self.guides.asks:
            self.guides.show()
        elif self.desk is not None:  # else the evening has ended meanwhile
            self.show_asked()

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
        from workshop.tui.screens.choice import ChoiceScreen
        from workshop.tui.screens.turn import TurnScreen

        if isinstance(self.screen, Room) and self.screen.asks_before_going_back():
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
        if isinstance(screen, Room):
            screen.go_on()

    def action_panel(self) -> None:
        """Show the guide's panel, give it the keys, or close it."""
        hour, screen = self.hour, self.screen
        if hour is None or not isinstance(screen, Room):
            return  # it is not over the list of everything
        from workshop.tui.screens.panel import PanelScreen
        from workshop.tui.widgets.choices import Choices
        from workshop.tui.widgets.panel import Column

        self.save_draft()
        if isinstance(screen, PanelScreen):
            self.pop_screen()
        elif not (screen.has_class("-wide") and screen.hour):
            self.push_screen(PanelScreen(hour))
        elif not hour.beside or not screen.query(Column):
            hour.beside = True
            column = Column(hour)
            screen.mount(column)
            column.call_after_refresh(column.take_keys)
        elif isinstance(self.focused, Choices):
            self._close_panel()
        else:
            screen.query_one(Column).take_keys()

    def on_panel_did(self, event: Panel.Did) -> None:
        """Show what is asked once the guide has done something."""
        event.stop()
        self._leave_panel()
        if self.desk is not None:
            self.show_asked()

    def on_panel_left(self, event: Panel.Left) -> None:
        """Go back to what is asked."""
        event.stop()
        self._leave_panel()

    def on_panel_closed(self, event: Panel.Closed) -> None:
        """Close the panel."""
        event.stop()
        if not self._leave_panel():
            self._close_panel()

    def _leave_panel(self) -> bool:
        """Go back from the panel to what is asked; return whether it was a page over it."""
        from workshop.tui.screens.panel import PanelScreen

        is_page = isinstance(self.screen, PanelScreen)
        if is_page:
            self.pop_screen()
        elif isinstance(self.screen, Room):
            self.screen.focus_first()
        return is_page

    def _close_panel(self) -> None:
        from workshop.tui.widgets.panel import Column

        if self.hour is not None:
            self.hour.beside = False
        self.screen.query(Column).remove()
        if isinstance(self.screen, Room):
            self.screen.focus_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now: the panel is there where somebody guides."""
        if action == "panel":
            return self.hour is not None
        return super().check_action(action, parameters)

    def action_readings(self) -> None:
        """Show what there is to read, over what is under way."""
        if self.desk is not None:
            self.save_draft()
            self.desk.read()
            self.show_asked()

    def action_agreement(self) -> None:
        """Show the agreement, over what is under way."""
        if self.desk is not None:
            self.save_draft()
            self.desk.agreement()
            self.show_asked()

    def action_hide(self) -> None:
        """Blank the screen at once, and end without a word."""
        self.save_draft()
        if self.desk is not None:
            self.desk.stop()
        self.is_hidden = True
        self.exit(0)

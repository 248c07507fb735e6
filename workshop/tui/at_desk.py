"""The screens of a Desk: shows what it asks, and tells it what is pressed at any time."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.driver import Driver
from textual.screen import Screen

from workshop.errors import Refused, Trouble
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
    from workshop.tui.screens.choice import ChoiceScreen
    from workshop.tui.screens.turn import TurnScreen


class DeskApp(CalmApp):
    """Shows one Desk at a time, one screen at a time."""

    def __init__(self, driver: type[Driver] | None = None) -> None:
        """Begin with no Desk.

        Args:
            driver: how the terminal is driven; Textual's own way when None.
        """
        super().__init__(driver)
        self.guides = Guides(self, self.guided)
        self.ahead = Ahead()

    @abstractmethod
    def show_home(self) -> None:
        """Show where they can sit down at another one."""

    @abstractmethod
    def guided(self, guide: Guide) -> None:
        """Do what they chose in `guide`, which is over."""

    # -- what is shown ------------------------------------------------------------------------

    def show(self, screen: Screen[None]) -> None:
        """Show a screen in place of all others."""
        self.guides.clear()
        while len(self.screen_stack) > 2:
            self.pop_screen()
        self.switch_screen(screen)

    def sit_down(self, take_up: Callable[[], Desk]) -> None:
        """Open a workshop and show what it asks, or say why it cannot be opened."""
        self.ahead.finish()
        try:
            self.desk = take_up()
        except Trouble as trouble:
            self.show(Page(_("This did not work"), [trouble.sentence], _("Back"), self.show_home))
            return
        self.show_asked()

    def show_asked(self) -> None:
        """Show what the Desk asks now."""
        from workshop.cards.choice import Choice, Farewell
        from workshop.core.course.session import Ask
        from workshop.tui.screens.turn import TurnScreen

        assert self.desk is not None
        match asked := self.desk.ask():
            case Ask():
                if not self._back_to(asked):
                    self._show_turn(TurnScreen(self.desk, asked))
            case Choice() if self.desk.keeps_turn:
                self._lay_over(self._choosing(self.desk, asked))
            case Choice():
                self.show(self._choosing(self.desk, asked))
            case Farewell(lines=lines, saved=saved, home=can_go_home):
                self.desk.stop()
                self.desk = None
                leave = lambda: self.exit(0, return_code=0 if saved else 1)  # noqa: E731
                home = (_("To the first page"), self.show_home) if saved and can_go_home else None
                self.show(Page(_("Until next time"), lines, _("Close the window"), leave, home))

    def _show_turn(self, turn: TurnScreen) -> None:
        """Show a turn, on the screen of the one before where that can stay."""
        from workshop.tui.screens.turn import TurnScreen

        here = self.screen
        stays = isinstance(here, TurnScreen) and len(self.screen_stack) == 2 and here.becomes(turn)
        if not stays:
            self.show(turn)

    def _choosing(self, desk: Desk, choice: Choice[Deed]) -> ChoiceScreen:
        from workshop.tui.screens.choice import ChoiceScreen

        return ChoiceScreen(choice, desk.title, desk.reply, desk.pair)

    def _lay_over(self, screen: ChoiceScreen) -> None:
        """Show a choice over the turn under way, which keeps what was typed."""
        from workshop.tui.screens.choice import ChoiceScreen

        self.guides.clear()  # their screens go too
        while isinstance(self.screen, Page | ChoiceScreen) and len(self.screen_stack) > 2:
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
        self.exit(0)

"""A program that ends calmly, whatever happens to it, and takes no key that nobody meant."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual import events
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from workshop.content.settings import USUAL, Settings
from workshop.tui.looks import LooksApp
from workshop.tui.meant import Meant
from workshop.tui.screens.room import Room
from workshop.tui.text import Unseen

if TYPE_CHECKING:
    from workshop.cards.choice import Farewell
    from workshop.desk.desk import Desk

HANGUP = 1
"""The number of SIGHUP, which not every system has."""
FOCUS = events.AppFocus | events.AppBlur
"""The window is left, or has the focus again."""


class CalmApp(LooksApp):
    """Saves and ends on a signal or a crash, and paints nothing sealed for somebody else.

    Attributes:
        desk: what they sit at, while they do.
        is_hidden: whether it ended since somebody hid it: then nothing comes after it.
        crash: what went wrong with us, if something did.
        ended: what there was to read last, where a signal ended it.
    """

    def __init__(self, driver: type[Driver] | None = None, settings: Settings = USUAL) -> None:
        """Begin with nothing under way.

        Args:
            driver: how the terminal is driven; Textual's own way when None.
            settings: what is set.
        """
        super().__init__(driver, settings)
        # Textual's own: each screen had a part for notes that come and go, and there are none here.
        self._disable_notifications = True
        self.desk: Desk | None = None
        self.is_hidden = False
        self._meant = Meant()
        self._unseen = Unseen()  # one and the same: what it was asked of a line is remembered
        self._is_covered = False  # after a rest: nothing is painted until what is sealed is covered
        self.crash: BaseException | None = None
        self.ended: Farewell | None = None

    # -- ending -------------------------------------------------------------------------------

    def listen(self) -> None:
        """Save and end on a closed window, an interrupt, a signal to end, an error in any task."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._task_failed)
        for name in ("SIGHUP", "SIGINT", "SIGTERM"):
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
            self.ended = self.desk.stop()
        self.exit(code, return_code=code)

    def save_draft(self) -> None:
        """Save open text that was typed and is not saved yet."""
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.save_draft()

    # -- a rest -------------------------------------------------------------------------------

    def rested(self) -> None:
        """Cover what is sealed: whoever wakes the program may be somebody else."""
        rooms = (screen for screen in self.screen_stack if isinstance(screen, Room))
        if self.desk is None or not any(room.is_sealed for room in rooms):
            return  # else what is sealed is shown, or lies below what is
        self._is_covered = True
        self.call_later(self._cover)

    def _cover(self) -> None:
        """Ask again who has the keyboard, over the turn, which keeps what was typed."""
        if self.desk is None or self._exit:
            return
        from workshop.core.course.session import Ask
        from workshop.tui.screens.turn import TurnScreen

        self.desk.look_away_again()
        asked = self.desk.ask()
        if isinstance(asked, Ask):
            self.push_screen(TurnScreen(self.desk, asked))
        self._is_covered = False
        self.screen.refresh(layout=True)

    # -- a crash ------------------------------------------------------------------------------

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

    # -- what is painted, and what is pressed --------------------------------------------------

    def get_line_filters(self) -> list[LineFilter]:
        """Return the filters, ours last."""
        return [*super().get_line_filters(), self._unseen]

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
        elif isinstance(event, events.Key) and isinstance(screen, Room):
            screen.note_key(event.key)
        await super().on_event(event)

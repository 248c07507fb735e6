"""An exercise that does itself: two made-up partners, at reading speed, on the real screens."""

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.widgets import Button, Static

from workshop.content.demo import Beat, Demo
from workshop.core.course.session import Ask
from workshop.desk.desk import Desk
from workshop.desk.workshops import Workshops
from workshop.tui.app import EqualSay
from workshop.tui.pages import Titled
from workshop.tui.run import driver
from workshop.tui.text import literal
from workshop.tui.widgets.keys import Keys
from workshop.tui.widgets.writing import Writing
from workshop.words import _

TICK: Final = 0.1
"""Seconds between two looks at what comes next."""
TYPED_EACH: Final = 2
"""How many characters are typed in that time."""
AFTER_TYPING: Final = 2.0
"""Seconds in which what was typed can be read."""


class Caption(Static):
    """What is said, and how the demo is steered, in place of the line of keys."""


class DemoApp(EqualSay):
    """Plays a script on the screens of a Desk of which nothing is saved.

    Attributes:
        is_paused: whether it waits for a key.
    """

    def __init__(self, workshops: Workshops, desk: Desk, demo: Demo, first: Sequence[Titled]):
        """Begin with pages to read first.

        Args:
            workshops: those there are; none is opened.
            desk: where the exercise is done.
            demo: the script.
            first: the pages.
        """
        super().__init__(workshops, lambda app: app.sit_down(lambda: desk), first, driver())
        self._beats = {beat.turn: beat for beat in demo.beats}
        self._beat: Beat | None = None
        self._left = 0.0  # seconds until something is done
        self._to_type = ""
        self.is_paused = False

    def on_mount(self) -> None:
        """Look every now and then what comes next."""
        super().on_mount()
        self.set_interval(TICK, self.tick)

    def show_asked(self) -> None:
        """Show what is asked, and what is said meanwhile."""
        super().show_asked()
        asked = self.desk.ask() if self.desk is not None else None
        self._beat = None
        if isinstance(asked, Ask):
            self._beat = self._beats.get(asked.turn.id) or Beat(turn=asked.turn.id, seconds=4)
            self._left, self._to_type = float(self._beat.seconds), self._beat.typed or ""
            self.call_after_refresh(self._caption)

    def _caption(self) -> None:
        for keys in self.screen.query(Keys):
            keys.display = False
        lines = [self._beat.aloud] if self._beat is not None and self._beat.aloud else []
        steer = _("A demo. Space: go on. Right: the next step. Escape: leave.")
        if not self.is_paused:
            steer = _("A demo. Space: pause. Right: the next step. Escape: leave.")
        said = literal("\n".join([*lines, steer]))
        captions = self.screen.query(Caption)
        if captions:
            captions.first().update(said)
        else:
            self.screen.mount(Caption(said))

    # -- what it does -------------------------------------------------------------------------

    def tick(self) -> None:
        """Let a little time go by, and do what is to be done then."""
        if self.is_paused or self._beat is None:
            return
        self._left -= TICK
        if self._left > 0:
            return
        if self._to_type:
            self._type(TYPED_EACH)
            self._left = AFTER_TYPING if not self._to_type else 0.0
        else:
            self._press()

    def step(self) -> None:
        """Type what is to be typed; or else press what is to be pressed."""
        if self._beat is None:
            return
        if self._to_type:
            self._type(len(self._to_type))
            self._left = AFTER_TYPING
        else:
            self._press()

    def _type(self, count: int) -> None:
        now, self._to_type = self._to_type[:count], self._to_type[count:]
        self.screen.query_one(Writing).insert(now)

    def _press(self) -> None:
        """Press what the beat says; again in a while, where the page only went on by it."""
        asked = self.desk.ask() if self.desk is not None else None
        if self._beat is None or not isinstance(asked, Ask) or asked.turn.id != self._beat.turn:
            return  # it was answered already
        self._left = AFTER_TYPING
        buttons = [button for button in self.screen.query(Button) if button.display]
        wanted = [one for one in buttons if str(one.label).startswith(self._beat.press)]
        for button in (wanted or buttons)[:1]:
            button.press()

    # -- what is pressed ----------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Take the three keys that steer it, while it plays, and no other."""
        if self.desk is None or not isinstance(event, events.InputEvent | events.Paste):
            await super().on_event(event)
        elif isinstance(event, events.Key):
            self._steer(event.key)

    def _steer(self, key: str) -> None:
        if key == "space":
            self.is_paused = not self.is_paused
            self._caption()
        elif key == "right":
            self.step()
        elif key in ("escape", "ctrl+q", "ctrl+c", "ctrl+o", "ctrl+s"):
            self.exit(0)

"""A screen that may stay while something else is asked: only what its parts say changes then.

To make a screen anew takes several times as long.
"""

from __future__ import annotations

from typing import Self

from textual.message import Message

from workshop.tui.screens.sure import Sure
from workshop.tui.turns.in_place import alike, become
from workshop.tui.widgets.answers import Answers
from workshop.tui.widgets.names import Names
from workshop.tui.widgets.panel import QuietLines
from workshop.tui.widgets.top import Top

SHARED = {"trouble", "answers", "how"}
"""What stands in every body, beside what is asked."""


class Lasting(Sure):
    """Can ask what another would that was not shown yet, where it has parts of the same kinds."""

    @property
    def may_last(self) -> bool:
        """Whether something else may be asked on this screen."""
        return False

    def becomes(self, other: Self) -> bool:
        """Ask what `other` would, if that can be; return whether it does."""
        answers = self.query_one_optional("#answers", Answers)
        if not (self.may_last and other.may_last and answers and other.labels()):
            return False
        here = [part for part in self._scroller.children if part.id not in SHARED]
        pairs = alike(here, list(other.body()))
        others_answers = other.answers()
        if pairs is None or answers.classes != others_answers.classes:
            return False
        self.take(other)
        become(self._scroller, here, pairs)
        for others in other.above():
            assert isinstance(others, Names)
            self.query_one("#names", Names).say(others)
        answers.say(others_answers)
        if self.hour is not None:
            self.query_one(QuietLines).look()
        self._show_at_once()
        return True

    def take(self, other: Self) -> None:
        """Take over what `other` knows of what is asked."""
        self.title_line, self.where_line = other.title_line, other.where_line
        self.shorter = other.shorter

    def _show_at_once(self) -> None:
        """Show it as a new screen would be shown: from its top, with nothing chosen or told."""
        self.query_one("#top", Top).say(
            self.title_line, self.where_line, self.shorter or self.where_line
        )
        if self.query_one("#trouble").display:
            self.tell("")
        self._places = None  # laid out anew, it is scrolled to what matters anew
        self._scroller.scroll_to(y=0, animate=False, immediate=True)
        self.clear_selection()
        self.app._mouse_down_widget = None  # Textual's own: no click on what was here comes of it
        self.focus_first()
        self.readable_since = None
        self.asked_since = Message().time
        # Textual's own, as for a new screen: else it waits for up to a sixtieth of a second.
        self._refresh_layout()

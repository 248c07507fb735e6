"""What every screen of the room shares: one line on top, something to scroll, and buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.tui.keys import in_words
from workshop.tui.looks import LooksApp
from workshop.tui.screens.body import Body
from workshop.tui.text import literal
from workshop.tui.widgets.answers import Answers
from workshop.tui.widgets.button import Button
from workshop.tui.widgets.keys import Keys
from workshop.tui.widgets.sight import row_of
from workshop.tui.widgets.top import Top
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.course.session import Ask
    from workshop.tui.hour import Hour


class Room(Screen[None]):
    """One line on top, a body that scrolls, one row of buttons, one footer line."""

    AUTO_FOCUS = ""

    BINDINGS = [  # noqa: RUF012  Textual's own form
        Binding(key, action, show=False)
        for key, action in (
            ("enter", "enter"),
            ("up", "body('scroll_up')"),
            ("down", "body('scroll_down')"),
            ("pageup", "body('scroll_page_up')"),
            ("pagedown", "body('scroll_page_down')"),
            ("home", "body('scroll_home')"),
            ("end", "body('scroll_end')"),
        )
    ]

    title_line = ""
    where_line = ""
    shorter = ""
    """The same as `where_line` for a narrow screen; empty where that is short enough."""
    equal = False
    """Whether all buttons are of one size."""
    upright = False
    """Whether the buttons stand below each other."""
    may_tighten = False
    """Whether the rows between its parts are given up before anything is out of sight."""
    docked = False
    """Whether the buttons stay in sight below a long body."""
    styled_once = False
    """Whether its parts are styled as they are made, and not again when it is shown.

    Where a screen scrolls to what matters, the bar beside it is painted as it stood before that.
    """
    _mends: Widget | None = None
    """Where what was refused last is mended, if anywhere."""
    _was_covered = False
    _is_left = False
    _places: tuple[Size, Size, bool] | None = None
    """How large the body and all that is in it were, and whether there was trouble to tell."""
    steers = True
    """Whether arrows, numbers and first letters go to its buttons."""
    enter = True
    """Whether one of the buttons has the focus, so that Enter goes on."""
    enters = 0
    """Which of them that is."""
    waits = False
    """Whether keys and clicks that came before it could be read choose nothing here."""
    readable_since: float | None = None
    """From when on it could be read, on the clock of the events; None while it never could."""
    asked_since = 0.0
    """From when on it asks what it does; what was pressed before is for something else."""
    guide: object = None
    """What asks here, where it is not the Desk."""
    has_column = True
    """Whether the guide's panel may stand beside it, where there is room."""
    hour: Hour | None = None
    """The hour of a guided session, where this is a screen of one."""

    def compose(self) -> ComposeResult:
        """Yield the parts, from top to bottom."""
        if self.styled_once:
            self._fit()
        yield Top(self.title_line, self.where_line, self.shorter or self.where_line)
        if self.hour is not None:
            yield from self._of_the_hour(self.hour)
        yield from self.above()
        with Body(may_tighten=self.may_tighten):
            yield from self.body()
            yield Static("", id="trouble")
            if not self.docked:
                yield from self._buttons()
        if self.docked:
            yield from self._buttons()
        yield from self.below()
        yield Keys()

    def _of_the_hour(self, hour: Hour) -> Iterable[Widget]:
        from workshop.tui.widgets.panel import Column, QuietLines

        yield QuietLines(hour)
        if hour.beside and self.has_column:
            yield Column(hour)

    def _fit(self) -> None:
        """Be of the kinds that the screen's size makes it, before there are parts to style."""
        app = self.app
        sizes = (
            (app.size.width, app.HORIZONTAL_BREAKPOINTS),
            (app.size.height, app.VERTICAL_BREAKPOINTS),
        )
        for size, kinds in sizes:
            fits = [kind for least, kind in kinds or () if least <= size]
            self.add_class(*fits[-1:], update=False)

    def _buttons(self) -> Iterable[Widget]:
        if self.labels():
            answers = self.answers()
            how = Static(literal(self.how), id="how", classes="" if self.tells_how else "untold")
            yield from (how, answers) if self.upright else (answers, how)

    def answers(self) -> Answers:
        """Return the buttons."""
        return Answers(self.labels(), enter=self.enter, equal=self.equal, upright=self.upright)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """What can be pressed now, as the last line names it."""
        return in_words(super().active_bindings, back=self.goes_back)

    @property
    def how(self) -> str:
        """How to choose, in one line."""
        return _("Arrows or Tab: to the next, Enter: choose it.")

    @property
    def tells_how(self) -> bool:
        """Whether it says how to choose, where Enter alone means none of the buttons."""
        return not self.enter

    def above(self) -> Iterable[Widget]:
        """Return what stands between the top line and the body."""
        return ()

    def below(self) -> Iterable[Widget]:
        """Return what stands between the body and the line of keys."""
        return ()

    def body(self) -> Iterable[Widget]:
        """Return what is read and typed here."""
        return ()

    def labels(self) -> Sequence[str]:
        """Return what the buttons say."""
        return ()

    def press(self, place: int) -> None:
        """Do what button number `place` says, from 0, unless that is done already.

        Of two quick presses the second one is on its way before the next screen is there.
        """
        if not self._is_left and self.app.screen is self:
            self.pressed(place)

    def pressed(self, place: int) -> None:
        """Do what button number `place` says, from 0."""

    def leave(self, message: Message) -> None:
        """Say what comes next, once."""
        self._is_left = True
        self.post_message(message)

    def on_mount(self) -> None:
        """Lay it out, unless it was left before its parts were there."""
        if self.query_one_optional("#trouble") is not None:
            self.laid_out()

    def laid_out(self) -> None:
        """Put the focus where Enter goes on, or on what can be scrolled."""
        self.query_one("#trouble").display = False
        if isinstance(self.app, LooksApp):
            self.app.keep_still(self.query("Input, TextArea"))
        self.focus_first()
        self.screen_layout_refresh_signal.subscribe(self._scroller, self._keep_in_sight)
        self.watch(self._scroller, "scroll_y", self._paint_all, init=False)

    def note_painted(self) -> None:
        """Note that what is asked is about to be on the terminal, if it is there to be painted."""
        if self.readable_since is None and self.query_one_optional("#trouble") is not None:
            self.readable_since = Message().time

    def on_screen_suspend(self) -> None:
        """Note that it was covered, or left."""
        self._was_covered = True

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Note that what was covered can be read again.

        A screen that is new has its styles already; Textual would find them all once more.
        """
        event.refresh_styles = self._was_covered or not self.styled_once
        self._is_left = False
        if self._was_covered:
            self.readable_since = event.time

    def _paint_all(self) -> None:
        """Paint the whole body again after a scroll.

        Textual paints where parts stand now, and not always where they stood before: lines of
        text stayed where an empty row ought to be.
        """
        self._scroller.refresh()
        self._scroller.announce()

    @property
    def _scroller(self) -> Body:
        return self.query_one("#body", Body)

    def _keep_in_sight(self, _screen: Screen[object]) -> None:
        """Scroll to what matters, each time that things got other places than before.

        Where it is scrolled to depends on the places alone, not on where it was: the same screen
        looks the same however many steps it took to lay it out.
        """
        body = self._scroller
        places = (
            body.scrollable_content_region.size,
            body.virtual_size,
            self.query_one("#trouble").display,
        )
        if places != self._places:
            self._places = places
            body.scroll_to(y=self.first_row(body), animate=False, immediate=True)
            body.announce()

    def first_row(self, body: Body) -> int:
        """Return the row of the body to begin with, so that the most of what matters is seen."""
        height = body.scrollable_content_region.height
        for first, last in self.matters():
            top, bottom = row_of(first, body), row_of(last, body) + last.outer_size.height
            if bottom - top <= height:
                return max(0, bottom - height)
        return 0

    def matters(self) -> Iterable[tuple[Widget, Widget]]:
        """Yield what must be seen, from one part to another: the most of it that fits is shown."""
        trouble = self.query_one("#trouble")
        if trouble.display:
            if self._mends is not None:
                yield self._mends, trouble if self.docked else self.query_one("#answers")
                yield self._mends, trouble
            if not self.docked:
                yield trouble, self.query_one("#answers")
            yield trouble, trouble

    def focus_first(self) -> None:
        """Put the focus on the first button, if Enter may mean it, else on the body."""
        if self.enter and self.labels():
            self.query_one(f"#answer-{self.enters}", Button).focus(scroll_visible=False)
        else:
            self.query_one("#body").focus()

    def action_body(self, how: str) -> None:
        """Scroll the body, wherever the focus is."""
        getattr(self._scroller, how)(animate=False)

    def action_enter(self) -> None:
        """Go on where Enter does, though what is to be read has the focus."""
        if self.enter and self.labels():
            self.press(self.enters)

    def type_on(self, character: str) -> bool:  # noqa: ARG002  most have no place for it
        """Write what is typed while a button has the focus where it belongs; False for nowhere."""
        return False

    def on_key(self, event: events.Key) -> None:
        """Let what is typed on a button go where it can be written, or else go to a button by it.

        It is lost nowhere; and a button has an arrow, a number and a first letter.
        """
        focused = self.focused
        on_a_button = isinstance(focused, Button)
        typed = event.character if event.is_printable and event.key != "space" else None
        on_a_line = isinstance(focused, Input)  # since the key before this one went there
        if typed is not None and (on_a_button or on_a_line) and self.type_on(typed):
            event.stop()
        elif self.steers and (focused is None or on_a_button or isinstance(focused, Body)):
            for answers in self.query("#answers").results(Answers):
                if answers.go_by(event.key, typed or ""):
                    event.stop()
                    event.prevent_default()

    # -- what a turn does, and other screens do not -------------------------------------------

    @property
    def is_sealed(self) -> bool:
        """Whether only one of them may see it."""
        return False

    @property
    def goes_back(self) -> bool:
        """Whether the last answer can be taken back from here."""
        return False

    def asks(self, asked: Ask) -> bool:  # noqa: ARG002  no turn is asked here
        """Whether this screen shows `asked`, whatever was typed since."""
        return False

    def save_draft(self) -> None:
        """Save open text that is not saved yet."""

    def note_key(self, key: str) -> None:
        """Take note of any key that is pressed, also of one that is typed into a field."""

    def go_on(self) -> None:
        """Press the first button, where that decides nothing."""

    def asks_before_going_back(self) -> bool:
        """Ask once more, where what was typed or marked would be gone; return whether it does."""
        return False

    def tell(self, sentence: str) -> None:
        """Say what could not be taken, next to the buttons."""
        trouble = self.query_one("#trouble", Static)
        trouble.update(literal(sentence))
        trouble.display = bool(sentence)
        self._mends = None
        self._places = None  # said twice, it is shown twice
        self.refresh(layout=True)

    def refuse(self, sentence: str, mend: Widget | None) -> None:
        """Say what could not be taken, and put the cursor where it can be mended, if anywhere."""
        self.tell(sentence)
        self._mends = mend
        if mend is not None:
            mend.focus(scroll_visible=False)

    @on(Answers.Pressed)
    def _answered(self, event: Answers.Pressed) -> None:
        event.stop()
        if event.since >= self.asked_since:
            self.press(event.place)

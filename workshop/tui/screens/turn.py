"""One turn: whose it is, what is asked, who will see it, and the view it needs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Self

from textual.widget import Widget
from textual.widgets import Collapsible, Input, TextArea

from workshop.cards.card import Card
from workshop.cards.choice import Choice
from workshop.core.course.session import Ask
from workshop.core.turns import (
    BothOnPaper,
    Consent,
    Draft,
    PickDay,
    Read,
    Reveal,
    Speak,
    WishList,
)
from workshop.desk.desk import Desk
from workshop.errors import Refused
from workshop.tui.looks import LooksApp
from workshop.tui.messages import Answered
from workshop.tui.screens.body import Body
from workshop.tui.screens.lasting import Lasting
from workshop.tui.screens.page import OVERLAP
from workshop.tui.turns.circles import CirclesView
from workshop.tui.turns.draft import DraftView
from workshop.tui.turns.other_words import ConsentView
from workshop.tui.turns.rows import RowsView
from workshop.tui.turns.saved_draft import SavedDraft
from workshop.tui.turns.shown import around, where_of
from workshop.tui.turns.text import TextView
from workshop.tui.turns.view import View
from workshop.tui.turns.views import view_of
from workshop.tui.widgets.answers import Answers
from workshop.tui.widgets.beside import Beside
from workshop.tui.widgets.keys import Keys
from workshop.tui.widgets.names import Names
from workshop.tui.widgets.said import Quote
from workshop.tui.widgets.sight import row_of
from workshop.tui.widgets.time import Time
from workshop.tui.widgets.writing import Writing
from workshop.words import _

WIDE = 120
"""With as many columns, what is agreed stands beside what is asked."""
FEW_ROWS = 16
"""With fewer rows than that a screen is a short one."""


class TurnScreen(Lasting):
    """Shows one ask of the Desk, and gives it the reply."""

    may_tighten = True

    def __init__(self, desk: Desk, ask: Ask) -> None:
        super().__init__()
        self._desk, self._ask = desk, ask
        self._card: Card = desk.card(ask)
        self._view = view_of(ask, self._card.typing)
        self._draft = SavedDraft(self, desk, ask)
        self._was_seen = False  # the end of what is shown
        self._sure_to_go = False  # the same of going back to the last answer
        self.title_line = desk.title
        self.where_line, self.shorter = where_of(desk, ask)
        self.equal = isinstance(ask.turn, Consent | WishList)
        self.upright = isinstance(ask.turn, PickDay)
        self.enter = self._card.enter
        self.waits = self._card.waits
        asks_for_words = self._view is not None and not isinstance(self._view, ConsentView)
        self.set_class(asks_for_words, "filled-in")

    @property
    def is_sealed(self) -> bool:
        """Whether only one of them may see it."""
        return self._ask.turn.privacy == "sealed"

    @property
    def goes_back(self) -> bool:
        """Whether the last answer can be taken back from here."""
        return self._ask.can_reopen

    @property
    def may_last(self) -> bool:
        """Whether nothing is filled in, hidden from one of them, or decided here."""
        return self._view is None and not self.is_sealed and not self.waits

    def take(self, other: Self) -> None:
        """Take over what `other` knows of what is asked."""
        super().take(other)
        self._ask, self._card, self._was_seen = other._ask, other._card, False
        self._sure, self._sure_to_go = None, False
        for beside in self.query(Beside):
            if beside.parts != self._desk.beside:
                beside.remove()
                self.mount(Beside(self._desk.beside), before=self.query_one(Keys))
        self.refresh_bindings()  # the last answer can be taken back now, or no more

    def asks(self, asked: Ask) -> bool:
        """Whether this screen shows `asked`, whatever was typed since."""
        begun: dict[str, Any] = {"draft": "", "circled": None, "moved": None}
        return replace(asked, **begun) == replace(self._ask, **begun)

    def above(self) -> Iterable[Widget]:
        """Return the names and the band."""
        yield Names(self._card.does, self._card.lit)

    def below(self) -> Iterable[Widget]:
        """Return the path and what is agreed, where there is room beside what is asked."""
        if self._has_room_beside:
            yield Beside(self._desk.beside)

    @property
    def _has_room_beside(self) -> bool:
        return self.hour is None and self.app.size.width >= WIDE

    def body(self) -> Iterable[Widget]:
        """Return the ask in bold, what was said before, quiet lines, and the view."""
        yield from around(self._card, self._ask, self._desk.pair)
        turn = self._ask.turn
        if isinstance(turn, Speak | BothOnPaper) and turn.seconds:
            yield Time(lambda: self._desk.seconds, turn.seconds)
        if self._view is not None:
            yield self._view

    def labels(self) -> Sequence[str]:
        """Return what can be answered."""
        return [answer.label for answer in self._card.answers]

    @property
    def tells_how(self) -> bool:
        """Whether it says how to choose; lists and boxes say more than that beside them."""
        says_more = isinstance(self._view, RowsView | TextView | DraftView | CirclesView)
        return super().tells_how and not says_more

    def laid_out(self) -> None:
        """Give the free rows to the boxes, if there are any."""
        if self._view is not None:
            self._scroller.boxes = self._view.boxes()
        super().laid_out()

    def focus_first(self) -> None:
        """Put the focus where typing begins, if anywhere."""
        if self._place_to_type is not None:
            self._place_to_type.focus(scroll_visible=False)
        else:
            super().focus_first()

    @property
    def _place_to_type(self) -> Widget | None:
        return self._view.first() if self._view is not None else None

    def type_on(self, character: str) -> bool:
        """Write it at the end of what stands in the box, or on the line, if there is one."""
        match place := self._place_to_type:
            case TextArea():
                place.move_cursor(place.document.end)
                place.insert(character)
            case Input():
                place.cursor_position = len(place.value)
                place.insert_text_at_cursor(character)
            case _:
                return False
        place.focus(scroll_visible=False)
        return True

    def matters(self) -> Iterable[tuple[Widget, Widget]]:
        """Yield what was told, or what is asked, where to type, and the buttons."""
        yield from super().matters()
        if (place := self._place_to_type) is not None:
            prompt = self.query_one("#prompt")
            at_hand = list(self._view.at_hand()) if self._view is not None else []
            said = [quote for quote in self.query(Quote) if quote.display]
            if said and self._card.is_said_first:
                yield said[0], self.query_one("#answers")
            if said and isinstance(self._ask.turn, Draft):
                yield said[0], place  # what is put into words here
            yield prompt, self.query_one("#answers")
            yield prompt, place
            yield from ((prompt, last) for _first, last in at_hand)
            yield place, place
            yield from at_hand

    def first_row(self, body: Body) -> int:
        """Return the row to begin with: what was unfolded is shown from its beginning."""
        sums = self.query_one_optional("#sums", Collapsible)
        if sums is not None and not sums.collapsed:
            return row_of(sums, body)
        return super().first_row(body)

    def pressed(self, place: int) -> None:
        """Give the reply of a button, or what was typed."""
        reply = self._card.answers[place].reply
        if self._reads_on(place) or self._words_others(place) or self.asks_again(place):
            return
        try:
            if reply is None:
                assert self._view is not None
                reply = self._view.reply(place)
            self._save_and_tell()
            if not self._is_asked:
                return  # it could not be saved: what to do about that is asked first
            self._desk.reply(reply)
        except Refused as refused:
            typed = self._card.answers[place].reply is None
            mend = self._view.to_mend() if typed and self._view is not None else None
            self.refuse(refused.sentence, mend)
            return
        self.post_message(Answered())

    def _reads_on(self, place: int) -> bool:
        """Scroll on, where Enter would leave what is there to be read and was not seen yet."""
        body = self._scroller
        if place or self._was_seen or not isinstance(self._ask.turn, Read | Reveal):
            return False
        self._was_seen = body.scroll_y >= body.max_scroll_y
        if not self._was_seen:
            rows = max(1, body.scrollable_content_region.height - OVERLAP)
            body.scroll_to(y=body.scroll_y + rows, animate=False)
        return not self._was_seen

    def _words_others(self, place: int) -> bool:
        """Open the place for other words, or go back from it; True if that was all."""
        view = self._view
        if not isinstance(view, ConsentView):
            return False
        answers = self.query_one(Answers)
        words = [answer.reply for answer in self._card.answers].index(None)
        last = len(self._card.answers) - 1
        if view.first() is None and place == words:
            # Nothing that would answer to the words asked about stays beside the changed ones.
            answers.show_only({words: _("Send these words"), last: _("Back to the answers")})
            self.query(Quote).last().display = False  # its words are there to be changed
            view.open()
            self.add_class("filled-in")
            self.tell("")
            return True
        if view.first() is not None and place == last:
            answers.show_all()
            self.query(Quote).last().display = True
            view.close()
            self.remove_class("filled-in")
            self.tell("")
            self.focus_first()
            return True
        return False

    def surely(self, place: int) -> str:
        """Return what it says at a second press: what was typed would be gone, or it ends."""
        answer = self._card.answers[place]
        drops = self._view is not None and self._view.would_be_gone
        return answer.surely if answer.ends or drops else ""

    def asks_before_going_back(self) -> bool:
        """Ask once more, where what was typed or marked would be gone with this turn."""
        view = self._view
        if self._sure_to_go or not self.goes_back or view is None or not view.would_be_gone:
            return False
        self._sure_to_go = True
        self.tell(_("Once more, and you go back and drop what is here. Any other key stays."))
        return True

    def take_back(self) -> None:
        """Forget the first press, since something else was done."""
        super().take_back()
        if self._sure_to_go:
            self._sure_to_go = False
            self.tell("")

    def note_key(self, key: str) -> None:
        """Forget a first press at any other key, also at one that is typed into a field."""
        goes_back = isinstance(self.app, LooksApp) and self.app.is_key_of(key, "reopen")
        if not (goes_back if self._sure_to_go else key == "enter"):
            self.take_back()

    def go_on(self) -> None:
        """Press the first button, unless it would decide something."""
        if self.enter or (self._card.is_said_first and self._ask.turn.privacy == "open"):
            self.press(0)
        else:
            self._says_how()

    def _says_how(self) -> None:
        self.tell(_("Choose one of the answers: arrows or Tab go from one to the next."))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line that was typed: nothing else could be meant by Enter there.

        What is sealed is taken by a button alone: Enter there may be meant for the line.
        """
        event.stop()
        if self.is_sealed:
            self._says_how()
            return
        self.press([answer.reply for answer in self._card.answers].index(None))

    def on_resize(self) -> None:
        """Show what stands beside it once there is room."""
        if self._has_room_beside and not self.query(Beside):
            self.mount(Beside(self._desk.beside), before=self.query_one(Keys))
        self._order_for_typing()

    def _order_for_typing(self) -> None:
        """Let the question stand right above what is typed where there is little room."""
        body, prompt, notes = self._scroller, self.query_one("#prompt"), self.query("#notes")
        if self._view is None or not self._card.is_said_first or not notes:
            return
        if self.size.height < FEW_ROWS:
            body.move_child(notes.first(), before=prompt)
        else:
            body.move_child(notes.first(), after=prompt)

    # -- drafts -------------------------------------------------------------------------------

    def on_view_typed(self, event: View.Typed) -> None:
        """Save open text soon, and take away what was told: something was changed."""
        event.stop()
        if self.query_one("#trouble").display:
            self.tell("")
        self._draft.soon(self._save_and_tell)

    def _save_and_tell(self) -> None:
        """Save open text, and show what the Desk asks when it could not be saved."""
        self.save_draft()
        if isinstance(self._desk.ask(), Choice) and self.app.screen is self:
            self.post_message(Answered())

    def save_draft(self) -> None:
        """Save open text that is not saved yet."""
        self._draft.save(self._view if self._is_asked else None)

    @property
    def _is_asked(self) -> bool:
        asked = self._desk.ask()
        return isinstance(asked, Ask) and self.asks(asked)

    def on_writing_too_long(self, event: Writing.TooLong) -> None:
        """Say that nothing was cut."""
        event.stop()
        self.tell(
            _("An answer may have up to 4,000 characters. That was not taken; nothing was cut.")
        )

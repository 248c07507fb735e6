"""A locked workshop: a passphrase is typed, and its key is opened while the screen goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Thread

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.core.text import shown
from workshop.desk.workshops import Workshops
from workshop.errors import Trouble
from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.words import _


class Passphrase(Input):
    """A line that shows none of what is typed, and hands it to no clipboard."""

    def __init__(self) -> None:
        super().__init__(password=True, id="passphrase")

    def action_copy(self) -> None:
        """Copy nothing: any other window could put it in."""

    def action_cut(self) -> None:
        """Cut nothing."""


class Unlock(Room):
    """Asks for a passphrase, and opens the key.

    Attributes:
        opening: the thread in which that is done; None while nothing was typed.
    """

    opening: Thread | None = None
    enter = False
    tells_how = False
    has_column = False

    class Opened(Message):
        """The key was opened."""

    class Failed(Message):
        """The key was not opened.

        Attributes:
            sentence: why.
        """

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(
        self,
        workshops: Workshops,
        path: Path,
        then: Callable[[], None],
        back: tuple[str, Callable[[], None]],
    ) -> None:
        """Ask for it.

        Args:
            workshops: where the workshop is.
            path: its folder.
            then: what to do once it is open.
            back: what leads away from here, and what that is called.
        """
        super().__init__()
        self.title_line = _("Locked")
        self._workshops, self._path = workshops, path
        self._then, (self._back_label, self._back) = then, back
        self._is_opening = False

    def body(self) -> Iterable[Widget]:
        """Return the line to type on, and what to know."""
        label = shown(self._path.name)
        asked = _("{label} is locked. A passphrase of one of you opens it.").format(label=label)
        yield Static(literal(asked), id="prompt")
        yield Passphrase()
        yield Static(literal(_("It is not shown as you type.")), id="opening", classes="quiet")
        if lost := self._workshops.lost_key(self._path):
            yield Static(literal(lost))

    def labels(self) -> Sequence[str]:
        """Return what to do."""
        return (_("Open it"), self._back_label)

    def focus_first(self) -> None:
        """Put the focus on the line."""
        self.query_one(Passphrase).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open it: to press Enter behind a passphrase decides nothing."""
        event.stop()
        self.press(0)

    def pressed(self, place: int) -> None:
        """Open it, or go back; while it is being opened, only the way back is there."""
        if place == 1:
            self._back()
        elif not self._is_opening:
            self._open(self.query_one(Passphrase).value)

    def _open(self, passphrase: str) -> None:
        if not passphrase:
            self.tell(_("Type a passphrase first."))
            return
        self._is_opening = True
        self.query_one(Passphrase).disabled = True  # what is typed meanwhile would be for nothing
        self.tell("")
        self._say(_("Unlocking: this takes a few seconds."))
        # No worker of Textual's: who hides the screen meanwhile would wait for it to end.
        self.opening = Thread(target=self._work, args=(passphrase,), daemon=True)
        self.opening.start()

    def _work(self, passphrase: str) -> None:
        """Open the key, in a thread of its own."""
        try:
            self._workshops.unlock(self._path, passphrase)
        except Trouble as trouble:
            self.post_message(self.Failed(trouble.sentence))
        else:
            self.post_message(self.Opened())

    @on(Opened)
    def _opened(self, event: Opened) -> None:
        event.stop()
        if self.app.screen is self:
            self._then()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._is_opening = False
        self._say(_("It is not shown as you type."))
        line = self.query_one(Passphrase)
        line.value, line.disabled = "", False
        self.tell(event.sentence)
        self.focus_first()

    def _say(self, sentence: str) -> None:
        self.query_one("#opening", Static).update(literal(sentence))

"""What every view has, and the one for turns in which nothing is typed."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from textual.app import App
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from workshop.core.course.session import Openly
from workshop.core.turns.reply import Reply
from workshop.errors import Refused
from workshop.tui.looks import LooksApp
from workshop.tui.widgets.writing import Writing
from workshop.words import _


class View(Vertical):
    """Stands between the prompt and the buttons."""

    class Typed(Message):
        """Open text was typed."""

    def reply(self, place: int) -> Reply:  # noqa: ARG002  views with several such buttons look
        """Return the answer for a button that takes what was typed.

        Raises:
            Refused: what was typed cannot be an answer.
        """
        raise Refused(_("That is not an answer to this."))

    def begun(self) -> Openly | None:
        """Return what stands here openly now; None where nothing does, or it is sealed."""
        return None

    @property
    @abstractmethod
    def would_be_gone(self) -> bool:
        """Whether somebody typed or marked something here that is lost where nobody takes it."""

    def at_hand(self) -> Iterable[tuple[Widget, Widget]]:
        """Yield what must be in sight where not all of it fits, from one part to another."""
        return ()

    def boxes(self) -> Sequence[Writing]:
        """Return what somebody writes in, whether it is shown or not."""
        return ()

    def first(self) -> Widget | None:
        """Return where typing begins, if anywhere."""
        return None

    def to_mend(self) -> Widget | None:
        """Return where what was refused just now is mended: the next key goes there."""
        return self.first()


def enter_here(is_sealed: bool, app: App[object]) -> Sequence[str]:
    """Return what the keys do in a box, and the same for less room.

    What is sealed is given by a button alone.

    Args:
        is_sealed: whether it is.
        app: whose keys they are.
    """
    shorter = _("Enter: a new line. Tab goes on.")
    if is_sealed:
        return _("Enter: a new line. Tab: the buttons."), shorter
    key = app.key_of("next") if isinstance(app, LooksApp) else ""
    return _("Enter: a new line. {key}: done. Tab: the buttons.").format(key=key), shorter


def nothing_typed() -> str:
    """Return what is said where an open text is done before anything is there."""
    return _("Nothing is typed yet. To leave it empty, choose Pass.")

"""What every view has, and the one for turns in which nothing is typed."""

from textual.containers import Vertical
from textual.message import Message

from workshop.core.reply import Reply
from workshop.errors import Refused
from workshop.words import _


class View(Vertical):
    """Stands between the prompt and the buttons."""

    class Typed(Message):
        """Open text was typed.

        Attributes:
            text: all of it so far.
        """

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def reply(self, place: int) -> Reply:  # noqa: ARG002  views with several such buttons look
        """Return the answer for a button that takes what was typed.

        Raises:
            Refused: what was typed cannot be an answer.
        """
        raise Refused(_("That is not an answer to this."))

    def first(self) -> bool:
        """Put the focus where typing begins. Returns whether there is such a place."""
        return False

"""What saves, in order. What could not be saved waits until somebody says what to do about it."""

from collections.abc import Callable
from typing import assert_never

from workshop import paths
from workshop.cards.deeds import GoOnWithThis, Overwrite, PutCopyBack, Retry, SaveElsewhere
from workshop.core.agreement.found import Missing
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.documents.record import LessThanSeen
from workshop.errors import NotFound, NotSaved, Refused, Trouble
from workshop.words import _


class Saving:
    """What is to be saved at one workshop.

    Attributes:
        trouble: why the last save failed, until one goes well.
    """

    def __init__(self, workshop: OpenWorkshop) -> None:
        """Begin with nothing to save."""
        self._workshop = workshop
        self._waiting: list[Callable[[], None]] = []
        self.trouble: Trouble | None = None

    @property
    def waits(self) -> bool:
        """Whether something could not be saved yet."""
        return bool(self._waiting)

    def attempt(self, *actions: Callable[[], None]) -> None:
        """Do what saves, after what waits already; when one fails, keep it and the rest waiting.

        Raises:
            Refused: one of them cannot be done at all; it waits no more.
        """
        self._waiting.extend(actions)
        self.trouble = None
        while self._waiting:
            try:
                self._waiting[0]()
            except Refused:
                self._waiting.pop(0)
                raise
            except Trouble as trouble:
                self.trouble = trouble
                return
            self._waiting.pop(0)

    def mend(
        self, how: Retry | SaveElsewhere | Overwrite | PutCopyBack | GoOnWithThis, text: str
    ) -> None:
        """Try again what waits.

        Args:
            how: what is otherwise this time.
            text: the path of another folder, where that is how.

        Raises:
            Refused: it cannot be saved there; the same trouble is told again.
        """
        match how:
            case Retry():
                self._workshop.library.look_again()  # what was missing may be an own exercise
            case Overwrite():
                self._workshop.folder.allow_overwrite()
            case SaveElsewhere():
                self._move(text.strip())
            case PutCopyBack():
                self._decide(self._workshop.record.put_back)
            case GoOnWithThis():
                self._decide(self._go_on)
            case _:
                assert_never(how)
        self.attempt()

    def _go_on(self, missing: Missing) -> None:
        self._workshop.evening.note_less(missing.there)  # else what is new would not be told
        self._workshop.record.go_on(missing)

    def _decide(self, how: Callable[[Missing], None]) -> None:
        """Do with the agreement what both decided on what they were told of it."""
        assert isinstance(self.trouble, LessThanSeen)
        try:
            how(self.trouble.missing)
        except Trouble as trouble:
            raise Refused(trouble.sentence) from None

    def _move(self, place: str) -> None:
        if not place:
            raise Refused(_("Name a folder."))
        folder = self._workshop.folder
        try:
            moved = folder.moved_to(paths.whole(place))
        except (NotFound, NotSaved) as trouble:
            raise Refused(trouble.sentence) from None
        folder.close()
        self._workshop.move_to(moved)

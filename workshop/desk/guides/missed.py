"""What is asked where the agreement is not what both have seen, and what can be read for it."""

from datetime import date

from workshop.cards import disk_choices
from workshop.cards.choice import Choice
from workshop.cards.clause import whole_page
from workshop.cards.deeds import Back, MissedDeed, ReadCopy, ReadThis
from workshop.core.agreement.found import Missing
from workshop.desk.documents.open_workshop import OpenWorkshop


class MissedPages:
    """The question, and the pages behind it: what is there, and the last good copy."""

    def __init__(self, workshop: OpenWorkshop, today: date) -> None:
        """Begin at the question."""
        self._workshop, self._today = workshop, today
        self._page: Choice[MissedDeed] | None = None

    def choice(self, missing: Missing, *, unsaved: bool) -> Choice[MissedDeed]:
        """Return the page they are at.

        Args:
            missing: what is there of the agreement.
            unsaved: whether something was answered that is not saved yet.
        """
        return self._page or disk_choices.less_than_seen(missing, unsaved=unsaved)

    def turn(self, to: ReadCopy | ReadThis | Back) -> None:
        """Go to a page, or back to the question.

        Raises:
            Unreadable: what they want to read cannot be read any more.
        """
        folder = self._workshop.folder
        match to:
            case Back():
                self._page = None
                return
            case ReadCopy():
                agreement = folder.last_good_agreement()
            case ReadThis():
                agreement = folder.agreement()
        if agreement is not None:
            title, paragraphs = whole_page(agreement, self._today)
            self._page = disk_choices.one_of_two(title, paragraphs)

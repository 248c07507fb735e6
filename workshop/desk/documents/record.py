"""The record of the agreement as both have seen it: noted with each save, missed where it is less.

Notes are saved first, then the agreement, then what `workshop.toml` says of it. So whatever a stop
left in between, the agreement goes on from what was noted; and less than that is nobody's save.
"""

from collections.abc import Iterator

from workshop.cards.missed import told_whole, way_on
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.found import Missing, misses_some
from workshop.core.agreement.seen import found, seen_of
from workshop.desk.documents.open_folder import OpenFolder
from workshop.errors import NotSaved


class LessThanSeen(NotSaved):
    """The agreement is not what both have seen; nothing is written before they decided.

    Attributes:
        missing: what is there of it.
    """

    def __init__(self, sentence: str, missing: Missing) -> None:
        super().__init__(sentence)
        self.missing = missing


class Record:
    """What one workshop notes of its agreement."""

    def __init__(self, opened: OpenFolder) -> None:
        self._opened = opened

    def look(self) -> None:
        """Look whether the agreement is what both have seen, or goes on from there.

        Raises:
            LessThanSeen: it is not.
        """
        missing = self._missing()
        if missing is not None:
            said = f"{told_whole(missing.found)} {way_on(self._opened.folder.label)}"
            raise LessThanSeen(said, missing)

    def doubts(self) -> Iterator[str]:
        """Yield how the agreement is found, where it is not what both have seen."""
        if told := told_whole(self._opened.workshop.found(self._opened.folder.agreement())):
            yield told

    def note(self) -> None:
        """Note how far the agreement goes now, unless that is noted.

        Raises:
            LessThanSeen: it is not what both have seen; nothing was written.
            NotSaved: it could not be noted.
        """
        self.look()
        self._note()

    def save(self, agreement: Agreement) -> None:
        """Save the agreement, and note how far it goes.

        Raises:
            LessThanSeen: what is there is not what both have seen; nothing was written.
            NotSaved: it could not be written, or not noted.
        """
        self.look()
        self._opened.folder.save_agreement(agreement)
        self._note()

    def begin_anew(self, page: Agreement, *, keep_old: bool) -> None:
        """Save a fresh page, whose record begins anew.

        Raises:
            LessThanSeen: what is there is not what both have seen; nothing was written.
            NotSaved: it could not be written; the agreement is the old one or the new one.
        """
        self.look()
        # Until the page is there nothing is missed: a stop in between would leave another record.
        self._opened.change(record=None, seen=None)
        if keep_old:
            self._opened.folder.keep_old_page()
        self._opened.folder.save_agreement(page, keep_edited=False)
        self._note()

    def _note(self) -> None:
        agreement = self._opened.folder.agreement()
        if agreement is None or not (agreement.revisions or self._opened.workshop.record):
            return
        if self._opened.workshop.record != seen_of(agreement):
            self._opened.change(record=seen_of(agreement))

    def _missing(self) -> Missing | None:
        """Return what is there of an agreement that is not what both have seen."""
        workshop, folder = self._opened.workshop, self._opened.folder
        there = folder.agreement()
        how = workshop.found(there)
        if not misses_some(how):
            return None
        copy = folder.last_good_agreement()
        return Missing(
            found=how,
            seen=workshop.record.revisions if workshop.record else 0,
            there=0 if there is None else len(there.revisions),
            copy=len(copy.revisions) if copy is not None and self._has_more(copy) else None,
        )

    def _has_more(self, copy: Agreement) -> bool:
        """Whether the last good copy has what is not there any more, and nothing but what was."""
        there = self._opened.folder.agreement()
        more = there is None or misses_some(found(there, seen_of(copy)))
        return more and self._opened.workshop.found(copy) != "rewritten"

    # -- what both decide ---------------------------------------------------------------------

    def put_back(self, missing: Missing) -> None:
        """Put the last good copy in its place; what is there stays beside.

        Nothing is done where it is not as they were told any more: then they are told anew.

        Args:
            missing: what they were told of it.

        Raises:
            NotSaved: it could not be written.
        """
        if self._missing() == missing and missing.copy is not None:
            self._opened.folder.restore_agreement()
            self._take_as_seen()

    def go_on(self, missing: Missing) -> None:
        """Take what is there as what both have seen; a good copy with more stays as a former page.

        Nothing is done where it is not as they were told any more: then they are told anew.

        Args:
            missing: what they were told of it.

        Raises:
            NotSaved: it could not be written.
        """
        if self._missing() == missing:
            if missing.copy is not None:
                self._opened.folder.keep_last_good_agreement()
            self._take_as_seen()

    def _take_as_seen(self) -> None:
        workshop, agreement = self._opened.workshop, self._opened.folder.agreement()
        if agreement is None:
            self._opened.change(record=None, seen=None)
            return
        known = 0 if workshop.found(agreement) == "rewritten" else workshop.seen or 0
        seen = min(known, len(agreement.revisions))
        self._opened.change(record=seen_of(agreement), seen=seen)

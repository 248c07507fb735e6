"""Many workshops in a list: found, sorted, due; and what is done with one of them.

Both faces follow it, where it is asked which of all workshops to go on with, or whose agreement to
read, and in the caseload of somebody who guides many couples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, assert_never

from workshop.cards import caseload as words
from workshop.cards.choice import Choice, Chosen, Option
from workshop.cards.deeds import Back
from workshop.core.caseload import ALL, Order, Span, Wanted, arranged, by, wish
from workshop.desk.archiving import archive, archive_locked
from workshop.desk.guides.caseload_deeds import (
    Archive,
    CaseloadDeed,
    Find,
    ListDeed,
    LookAt,
    Mend,
    NameAnew,
    Open,
    Rename,
    SeeArchived,
    SeeDue,
    SeeMore,
    Sort,
    TakeBack,
)
from workshop.desk.guides.guide import GuideOf
from workshop.desk.guides.one_workshop import naming as naming_page
from workshop.desk.guides.one_workshop import page
from workshop.desk.guides.recovery_deeds import Recovering
from workshop.desk.kept_where import notices, unguarded
from workshop.errors import Refused, Trouble
from workshop.words import _

if TYPE_CHECKING:
    from workshop.desk.guides.caseload_deeds import Named
    from workshop.desk.guides.recovery import Recovery
    from workshop.desk.workshops import Saved, Workshops

Purpose = Literal["go on", "agreement", "caseload"]
"""To go on with one; to read its agreement; to see to many."""
UNSAVED = 1
"""The exit code of a session of which something was not saved, or that could not be opened. After
any higher one the list is not shown again."""
AT_ONCE = 10
"""How many are offered by number at once."""
ORDERS: tuple[Order, ...] = ("last", "next", "label")


class Caseload(GuideOf[CaseloadDeed]):
    """The workshops there are, and one of them at a time.

    Attributes:
        purpose: what one is chosen for.
        today: the day.
        is_whole: whether all are read.
        wanted: which are shown.
        span: how far ahead what is shown is due; None where it need not be.
        said: what was done last, in a sentence.
        taken: the folder of the one that was chosen, once one was.
        near: the folder of the one to begin at, if it is shown.
    """

    def __init__(
        self,
        workshops: Workshops,
        purpose: Purpose = "caseload",
        before: Caseload | None = None,
    ) -> None:
        """Open the list; nothing is read yet.

        Args:
            workshops: where they are.
            purpose: what one is chosen for.
            before: the list that one was opened from: this one is found, sorted and begun at alike.
        """
        self.purpose = purpose
        self.today = workshops.clock.today()
        self._workshops = workshops
        self._reading = self._read()
        self._found: list[Saved] = []
        self._sorted: list[Saved] | None = []  # None where they have to be sorted anew
        self._shown: tuple[Wanted, list[Saved]] | None = None  # as they were wanted last
        self.is_whole = False
        self.wanted = Wanted()
        self.span: Span | None = None
        self._from = 0
        self._looked_at: Path | None = None
        self._naming: Named | None = None  # what gets another name
        self._recovery: Recovery | None = None  # of the one that is looked at
        self._undo: Callable[[], None] | None = None
        self.said = " ".join(notices(workshops.data))
        self.taken: Path | None = None
        self._went_back = False
        self.near: Path | None = None
        if before is not None:
            self.span, self.near = before.span, before.taken
            self.wanted = replace(before.wanted, due_by=by(self.span, self.today))

    # -- what is read -------------------------------------------------------------------------

    def _read(self) -> Iterator[Saved]:
        """Yield what there is; where the data folder cannot be read, that is said."""
        try:
            yield from self._workshops.saved(ALL)
        except Trouble as trouble:
            self.said = trouble.sentence

    def read_some(self, most: int) -> None:
        """Read as many as there is room for on a screen: those of the last evenings."""
        self._take(islice(self._reading, most), whole=False)

    def rest(self, goes_on: Callable[[], bool] = lambda: True) -> list[Saved]:
        """Return what is not read yet, in another thread perhaps, for as long as that goes on."""
        return [saved for saved in self._reading if goes_on()]

    def take(self, rest: Iterable[Saved]) -> None:
        """Add the rest: now all are there."""
        self._take(rest, whole=True)

    def _take(self, found: Iterable[Saved], *, whole: bool) -> None:
        self._found.extend(found)
        self._sorted, self.is_whole = None, whole

    def _read_again(self, path: Path, now: Path) -> None:
        """Read the workshop in the folder `path` again, which is `now` that one."""
        again = self._workshops.read(now)
        self._found = [again if one.path == path else one for one in self._found]
        self._sorted = None

    # -- the list -----------------------------------------------------------------------------

    @property
    def shown(self) -> list[Saved]:
        """Those that are wanted, in order."""
        if self._sorted is None:
            self._sorted = arranged(self._found, replace(ALL, order=self.wanted.order))
            self._shown = None
        if self._shown is None or self._shown[0] != self.wanted:
            self._shown = (self.wanted, list(filter(wish(self.wanted), self._sorted)))
        return self._shown[1]

    @property
    def is_listed(self) -> bool:
        """Whether the list is what is shown now, and not one of it."""
        return self._looked_at is None and not self.over

    @property
    def recovers(self) -> bool:
        """Whether it is asked what to do where a file cannot be read: Enter alone does nothing."""
        return self._recovery is not None

    @property
    def prompt(self) -> str:
        """What is asked of the list."""
        return _("Whose agreement?") if self.purpose == "agreement" else _("Which workshop?")

    @property
    def heading(self) -> str:
        """How many are shown, of which, and in what order."""
        if not self.is_whole:
            return _("One moment.")
        return words.heading(len(self.shown), len(self._found), self.span, self.wanted)

    def nothing(self) -> str:
        """Return what is said where none is shown."""
        return words.nothing(self.wanted) if self._found else words.none_yet()

    def find(self, text: str) -> None:
        """Find those with these words in label or names."""
        self.wanted, self._from = replace(self.wanted, find=text), 0

    @property
    def ways(self) -> tuple[Option[ListDeed], ...]:
        """What can be done with the list."""
        orders = ORDERS[ORDERS.index(self.wanted.order) + 1 :] + ORDERS
        spans: dict[Span | None, Span | None] = {None: "week", "week": "month", "month": None}
        due, archived = spans[self.span], not self.wanted.archived
        return (
            Option(Sort(orders[0]), words.sort(orders[0])),
            *([Option(SeeDue(due), words.due(due))] if self.purpose == "caseload" else []),
            Option(SeeArchived(archived), words.archived(archived)),
            *([Option(TakeBack(), _("Take that back"))] if self._undo is not None else []),
            Option(Back(), _("Close") if self.purpose == "caseload" else _("Back")),
        )

    # -- as a guide ---------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        """Whether one was chosen, or they went back."""
        return self.taken is not None or self._went_back

    def choice(self) -> Choice[CaseloadDeed]:
        """Return the page of the one that is looked at, or what is offered of the list."""
        if self._recovery is not None:
            return self._recovery.choice()
        if self._looked_at is not None:
            one, naming = self._at(self._looked_at), self._naming
            return page(one, self.today) if naming is None else naming_page(one, naming)
        shown = self.shown
        offered = shown[self._from : self._from + AT_ONCE]
        more = [Option(SeeMore(), _("The next ones"))] if shown[self._from + AT_ONCE :] else []
        find = Option(
            Find(),
            _("Find one"),
            asks_for=_("Words of its label or its names; Enter alone finds all"),
        )
        lines = (self.said, self.heading, "" if shown else self.nothing())
        return Choice(
            self.prompt,
            tuple(line for line in lines if line),
            (
                *(Option(LookAt(one.path), words.line(one, self.today)) for one in offered),
                *more,
                find,
                *self.ways,
            ),
        )

    def _at(self, path: Path) -> Saved:
        return next(one for one in self._found if one.path == path)

    def look_at(self, path: Path) -> None:
        """Choose a workshop of the list."""
        self.said = ""
        if self.purpose == "caseload" or self._at(path).glance is None:
            self._looked_at = path
        else:
            self.taken = path

    def _do(self, deed: CaseloadDeed, text: str) -> None:
        match deed:
            case LookAt(path):
                self.look_at(path)
            case SeeMore():
                self._from += AT_ONCE
            case Find():
                self.find(text)
            case Sort() | SeeDue() | SeeArchived() | TakeBack():
                self._from, self.said = 0, ""
                self._arrange(deed)
            case Open():
                self.taken = self._looked_at
            case Mend():
                assert self._looked_at is not None
                with _refusing():
                    self._recovery = self._workshops.recovery(self._looked_at)
            case Recovering() | Back() if self._recovery is not None:
                self._recovered(self._recovery, deed, text)
            case Recovering():
                pass  # it is offered by a recovery alone
            case Archive(whether):
                assert self._looked_at is not None
                self._archive(self._looked_at, whether)
                self._looked_at = None
            case NameAnew(what):
                self._naming = what
            case Rename(what):
                assert self._looked_at is not None
                self._rename(self._looked_at, what, text)
                self._looked_at = self._naming = None
            case Back() if self._naming is not None:
                self._naming = None
            case Back() if self._looked_at is not None:
                self._looked_at = None
            case Back():
                self._went_back = True
            case _:
                assert_never(deed)

    def _recovered(self, recovery: Recovery, deed: CaseloadDeed, text: str) -> None:
        """Do what is offered where a file cannot be read; then look at the workshop again."""
        recovery.reply(Chosen(deed, text))
        if recovery.goes_on:
            self.taken = recovery.path
        if recovery.over:
            self._recovery = None
            self._read_again(recovery.path, recovery.path)

    def _arrange(self, deed: Sort | SeeDue | SeeArchived | TakeBack) -> None:
        match deed:
            case Sort(order):
                self.wanted, self._sorted = replace(self.wanted, order=order), None
            case SeeDue(span):
                self.span = span
                self.wanted = replace(self.wanted, due_by=by(span, self.today))
            case SeeArchived(whether):
                self.wanted = replace(self.wanted, archived=whether)
            case TakeBack():
                assert self._undo is not None
                self._undo()
            case _:
                assert_never(deed)

    def _archive(self, path: Path, whether: bool) -> None:
        """Archive one, or take it back; that can be undone."""
        with _refusing():
            if self._workshops.needs_passphrase(path):
                archive_locked(path, whether)
            else:
                archive(self._workshops.keys.folder(path), whether)
        self._read_again(path, path)
        self.said = " ".join((words.was_archived(path.name, whether), *unguarded(path)))
        self._undo = lambda: self._archive(path, not whether)

    def _rename(self, path: Path, what: Named, name: str) -> None:
        """Give a workshop, or one of the two, another name; that can be undone."""
        before, now, left_out = self._at(path), path, tuple[str, ...]()
        assert before.glance is not None
        with _refusing():
            if what == "label":
                now = self._workshops.rename_label(path, name)
                was, is_now = path.name, now.name
            else:
                was = before.glance.names[0 if what == "left" else 1]
                is_now, left_out = self._workshops.rename_partner(path, what, name)
        self._read_again(path, now)
        said = _("{before} is called {name} now.").format(before=was, name=is_now)
        self.said = " ".join((said, *left_out, *unguarded(now)))
        self._undo = lambda: self._rename(now, what, was)


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuse what could not be done, and say why."""
    try:
        yield
    except Trouble as trouble:
        raise Refused(trouble.sentence) from None

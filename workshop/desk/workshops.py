"""The Workshops: which workshops there are, how one is begun, and how one is taken up again.

Both faces come here before they sit down at a Desk. The Desk, and all the models that it takes, are
imported when somebody does: to say which workshops there are needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal

from workshop.core.caseload import USUAL, Wanted
from workshop.desk.guides.home import NEWEST, Home, home
from workshop.desk.kept_where import notices
from workshop.desk.own_folder import library_of, note, noted
from workshop.desk.settings import SetUp
from workshop.errors import Locked, NotFound, Trouble
from workshop.places import is_taken
from workshop.store import listing as store
from workshop.store.keyring import Keyring
from workshop.store.labels import read_label
from workshop.store.listing import Saved
from workshop.values import dataclass

if TYPE_CHECKING:
    from workshop.content.library import Library
    from workshop.core.people import Answers, Side
    from workshop.desk.clock import Clock
    from workshop.desk.desk import Desk
    from workshop.desk.documents.open_workshop import OpenWorkshop
    from workshop.desk.guides.agreement_pages import AgreementPages
    from workshop.desk.guides.recovery import Recovery
    from workshop.store.folder import Folder

PROGRAMME = "essentials"
"""What begins when nobody says what."""

__all__ = ["Begins", "Plan", "Saved", "Workshops"]

Begins = Literal["left", "right", "coin"]


@dataclass(frozen=True)
class Plan:
    """What a new workshop is made of.

    Attributes:
        names: left and right.
        path: the ids of its exercises, in order.
        begins: who begins the first exercise.
        label: what to call it; the day when None.
        answers: how each likes to answer, left and right.
        guided: whether somebody guides the two.
        programme: the id of the programme that the exercises are, if they are one.
    """

    names: tuple[str, str]
    path: tuple[str, ...]
    begins: Begins = "coin"
    label: str | None = None
    answers: tuple[Answers, Answers] = ("type", "type")
    guided: bool = False
    programme: str | None = None


class Workshops:
    """Where a pair comes in."""

    def __init__(
        self,
        data: Path,
        library: Library,
        clock: Clock,
        random: Random,
        *,
        named: bool = False,
        own: Path | None = None,
        keys: Keyring | None = None,
        settings: SetUp | None = None,
    ) -> None:
        """Open the door.

        Args:
            data: where workshops are kept.
            library: what there is to read and to do.
            clock: the day, and how time goes by.
            random: chance, for the coin and for ids.
            named: whether somebody had to name the data folder; then the way back names it too.
            own: the folder of own exercises that somebody named, which each workshop that is begun
                or gone on with notes; None where nobody named one now.
            keys: the keys of locked workshops that were opened here; none yet when None.
            settings: what somebody set; what the data folder says when None.
        """
        self.settings = settings or SetUp(data)
        self.keys = keys or Keyring()
        self.data, self.library, self.clock = data, library, clock
        self._random = random
        self._usual = None if named else data
        self._own = own
        self._alone = False
        self._one: Path | None = None  # the folder that was opened last

    def keep_to_one(self) -> None:
        """Know, until the program ends, of no workshop but the one that is opened next.

        Where somebody comes in by its label, by a command that begins one, or from a list that is
        a guide's, other couples are none of theirs.
        """
        self._alone = True

    @property
    def one(self) -> Path | None:
        """The folder of the workshop that was opened last, or was to be; None before any."""
        return self._one

    @property
    def alone(self) -> bool:
        """Whether nothing is known here of any other than the workshop that was opened."""
        return self._alone

    def saved(self, wanted: Wanted = USUAL) -> Iterator[Saved]:
        """Yield those wanted that may be known here, in order; unreadable ones with a sentence."""
        if not self._alone:
            return store.saved_in(self.data, wanted)
        return iter(() if self._one is None else (store.seen(self._one),))

    def read(self, path: Path) -> Saved:
        """Return what a list says of the workshop in the folder `path`."""
        return store.seen(path)

    def home(self, most: int = NEWEST) -> Home:
        """Return what is shown where they come in: at most so many workshops.

        Where the data folder itself cannot be read, that is what there is to say.
        """
        try:
            return home(self.saved(), most, notices(self.data))
        except Trouble as trouble:
            return Home(known=(), troubles=(trouble.sentence,), has_more=False)

    @property
    def first_time(self) -> bool:
        """Whether there is no workshop yet."""
        return not store.is_any(self.data)

    def pages_before(self, *, guided: bool = False) -> tuple[str, ...]:
        """Return what is read before anything else: the same page for everyone, every time.

        Where somebody guides the two, whose machine this is comes first.

        Args:
            guided: whether somebody guides the two.
        """
        before = self.library.page("before-you-begin-in-short")
        return (self.library.page("before-you-begin-guided"), before) if guided else (before,)

    @property
    def whole_page(self) -> str:
        """All that there is to read before anything else: one key away from the short page."""
        return self.library.page("before-you-begin")

    def pages_guided(self, *, new: bool) -> tuple[str, ...]:
        """Return what is read once it turns out that somebody guides two who came in by Home.

        Those who are new read the first page again, where their guide may have been alone with it.

        Args:
            new: whether the two begin.
        """
        guided = self.pages_before(guided=True)
        return guided if new and not self.first_time else guided[:1]

    def is_guided(self, path: Path) -> bool:
        """Whether somebody guides the two of the workshop in the folder `path`."""
        with suppress(Trouble):  # it is told by whoever opens it
            if self.keys.vault(path) is not None:
                return self.keys.folder(path).workshop().guided
        glance = store.seen(path).glance
        return glance is not None and glance.guided

    def path_of(self, programme: str | None = None) -> tuple[str, ...]:
        """Return the exercises of a programme.

        Raises:
            NotFound: there is no such programme, or it names an exercise that is not there.
        """
        path = self.library.programme(programme or PROGRAMME).path
        for exercise in path:
            self.library.exercise(exercise)
        return path

    def check_label(self, label: str) -> None:
        """Raise WrongUse if `label` cannot be a folder's name, Trouble if it is taken."""
        read_label(self.data, label)

    def begin(self, plan: Plan) -> Desk:
        """Begin a workshop, and sit down.

        Raises:
            NotSaved: it could not be written.
        """
        from workshop.store.folder import Folder
        from workshop.store.workshop import Partner, Workshop

        if plan.guided:
            self.keep_to_one()
        label = self._free_label() if plan.label is None else read_label(self.data, plan.label)
        left, right = plan.names
        workshop = Workshop(
            id=f"{self._random.getrandbits(64):016x}",
            created=self.clock.today(),
            left=Partner(name=left, answers=plan.answers[0]),
            right=Partner(name=right, answers=plan.answers[1]),
            coin=self._coin(plan.begins),
            guided=plan.guided,
            path=plan.path,
            programme=plan.programme,
            own=None if self._own is None else noted(self._own),
        )
        folder = Folder(self.data / label)
        folder.create(workshop)
        self._one = folder.path
        return self._sit_down(folder)

    def resume(self, path: Path) -> Desk:
        """Take up the workshop in the folder `path`.

        Raises:
            InUse: another window has it open.
            Unreadable: one of its files cannot be read.
            NotSaved: the folder cannot be written to.
        """
        if self.is_guided(path):
            self.keep_to_one()
        self._one = path
        folder = self.keys.folder(path)
        folder.open()
        return self._sit_down(folder)

    def needs_passphrase(self, path: Path) -> bool:
        """Whether the workshop in the folder `path` is locked, and was not opened here yet."""
        return self.keys.needs_passphrase(path)

    def unlock(self, path: Path, passphrase: str) -> None:
        """Open a locked workshop's key: in another thread, if somebody looks at a screen.

        Raises:
            Refused: it is nobody's passphrase.
            Trouble: the key could not be opened, whatever is typed; the sentence says why.
        """
        self.keys.unlock(path, passphrase)

    def locked(self, path: Path) -> Locked:
        """Return the trouble that a workshop is locked."""
        from workshop.store.locked import locked

        return locked(path)

    def lost_key(self, path: Path) -> str:
        """Return that a partner's key file of a locked workshop is gone; empty where none is."""
        from workshop.store.keys import lost_key

        return lost_key(path)

    def _library_of(self, folder: Folder) -> Library:
        """Return what there is for a workshop: with the folder of its own, unless one is named."""
        named = self._own is not None
        return self.library if named else library_of(folder, folder.workshop(), self.library)

    def find(self, label: str | None) -> Path:
        """Return the folder of the workshop called `label`, or of the newest one."""
        return store.find(self.data, label)

    def rename_label(self, path: Path, label: str) -> Path:
        """Call the workshop in the folder `path` otherwise. Returns where it is then.

        Raises:
            WrongUse: it cannot be called that.
            Trouble: it could not be; it is called as it was, and the sentence says why.
        """
        from workshop.store.relabelling import relabel

        found = relabel(path, label)
        self._one = found if self._one == path else self._one
        self.keys.follow(path, found)
        return found

    def rename_partner(self, path: Path, side: Side, name: str) -> tuple[str, tuple[str, ...]]:
        """Call the partner on `side` otherwise, in every file of the workshop that can be read.

        Returns:
            The name, and a sentence for each file that has the old one still.

        Raises:
            Refused: it can be no name, or is the one that is there already, or the other's.
            Trouble: it could not be done; the sentence says why.
        """
        with self._opening(path) as workshop:
            found = workshop.names.call(side, name, self.clock.today())
            return found, workshop.names.left_out

    def partner(self, path: Path, name: str) -> tuple[Side, str]:
        """Return the side of the partner called `name`, and how that name is written there.

        Raises:
            NotFound: neither of the two in the folder `path` is called so.
        """
        from workshop.desk.documents.names import Names
        from workshop.desk.documents.open_folder import OpenFolder

        return Names(OpenFolder(self.keys.folder(path))).partner(name)

    @contextmanager
    def _opening(self, path: Path) -> Iterator[OpenWorkshop]:
        """Open the workshop in the folder `path` to write in it, for a moment."""
        from workshop.desk.documents.open_workshop import OpenWorkshop

        folder = self.keys.folder(path)
        folder.open()
        try:
            workshop = OpenWorkshop(folder, self._library_of(folder))
            workshop.record.look()  # before anything is written
            yield workshop
        finally:
            folder.close()

    def recovery(self, path: Path) -> Recovery:
        """Return what there is of a workshop, and what can be done where a file cannot be read.

        Raises:
            Locked: it is locked, and was not opened here yet.
            Unreadable: its folder cannot be looked into.
        """
        from workshop.desk.guides.recovery import Recovery

        if self.needs_passphrase(path):
            raise self.locked(path)

        return Recovery(path, self.keys.vault(path), self.clock.today(), self._known_path)

    def _known_path(self, programme: str | None) -> tuple[str, ...]:
        """Return the exercises of a programme, or of the usual one where that is not there."""
        try:
            return self.path_of(programme)
        except NotFound:
            return self.path_of()

    def pages(self, path: Path) -> AgreementPages:
        """Return the agreement of a workshop to look at, where nobody sits down with it.

        To pause or end a clause, the workshop is opened for that moment alone.

        Raises:
            Unreadable: a file cannot be read.
        """
        from workshop.desk.documents.open_workshop import OpenWorkshop
        from workshop.desk.guides.agreement_pages import AgreementPages

        seen = self.keys.folder(path)
        shown = OpenWorkshop(seen, self._library_of(seen))
        return AgreementPages(shown, self.clock.today(), lambda: self._opening(path))

    def _sit_down(self, folder: Folder) -> Desk:
        try:
            from workshop.desk.desk import Desk

            if self._own is not None and not folder.misses_some:  # that is decided first
                note(folder, self._own)
            desk = Desk(folder, self._library_of(folder), self.clock, self._usual)
            if told := notices(self.data, folder.path):
                desk.notice(told)
            return desk
        except BaseException:
            folder.close()
            raise

    def _free_label(self) -> str:
        day = self.clock.today().isoformat()
        number = 1
        while not self._is_free(label := day if number == 1 else f"{day}-{number}"):
            number += 1
        return label

    def _is_free(self, label: str) -> bool:
        from workshop.store.forgetting import is_cut_off

        path = self.data / label
        return not is_taken(path) or is_cut_off(path)

    def _coin(self, begins: Begins) -> Side:
        if begins == "coin":
            return "left" if self._random.getrandbits(1) else "right"
        return begins

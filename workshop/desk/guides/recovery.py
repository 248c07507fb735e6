"""Recovering a workshop: what there is of it, and what can be done, one file at a time.

Both faces follow it wherever a file cannot be read, and so does `workshop recover`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from workshop import paths
from workshop.cards import recovery as words
from workshop.cards.choice import Choice, Option
from workshop.cards.deeds import Back
from workshop.core.text import shown
from workshop.desk.guides.guide import GuideOf
from workshop.desk.guides.recovery_deeds import (
    GoOnWithIt,
    GoThrough,
    KeepReadable,
    LeaveIt,
    MakeAnew,
    Mending,
    PutBack,
    RecoveryDeed,
    SetAside,
)
from workshop.errors import Refused, Trouble
from workshop.store import recovery as store
from workshop.store.condition import File
from workshop.store.readable_part import readable_part
from workshop.store.rebuilt import rebuilt
from workshop.system import SYSTEM, System
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.agreement.agreement import Agreement
    from workshop.store.vault import Vault
    from workshop.store.workshop import Workshop

PathOf = Callable[[str | None], Sequence[str]]
"""Returns the exercises of a programme; of the usual one for None."""


class Recovery(GuideOf[RecoveryDeed]):
    """Says what there is of a workshop, and does what somebody says yes to.

    Attributes:
        path: its folder.
        goes_on: whether they chose to go on with it.
        said: what was done last.
    """

    def __init__(
        self,
        path: Path,
        vault: Vault | None,
        today: date,
        path_of: PathOf,
        system: System = SYSTEM,
    ) -> None:
        """Look at every file.

        Args:
            path: the folder of the workshop.
            vault: its key, if it is locked.
            today: the day.
            path_of: what a workshop that is made anew has before it.
            system: what the disk is asked by.

        Raises:
            Unreadable: the folder cannot be looked into.
        """
        self.path, self.goes_on = path, False
        self._store = store.Recovery(path, vault, system)
        self._today, self._path_of, self._token = today, path_of, system.token()
        self._found = self._store.look()
        self._left: set[str] = set()  # the files that somebody chose to leave as they are
        self._tried: tuple[bytes, Agreement | None] | None = None  # and what can be read of it
        self.said: tuple[str, ...] = ()
        self._begun = self._went_back = self._is_asked_alone = False

    # -- what there is ------------------------------------------------------------------------

    @property
    def report(self) -> tuple[str, ...]:
        """What there is, file by file, and how it stands."""
        return (*words.told(self._found, self.path), self.verdict)

    @property
    def verdict(self) -> str:
        """Whether it can be gone on with."""
        if self._found.is_newer:
            return words.newer()
        label = self.path.name
        return words.opens(label) if self.opens else words.does_not_open(self._found)

    @property
    def opens(self) -> bool:
        """Whether nothing is in the way of going on."""
        return not self._found.in_the_way

    @property
    def is_whole(self) -> bool:
        """Whether every file can be read."""
        return self._found.is_whole

    @property
    def offers(self) -> tuple[str, ...]:
        """What could be done, a line each."""
        return tuple(
            _("{name}: {what}").format(name=file.lies_as, what=option.label)
            for file in self._asked_about()
            for option in self._ways(file)
            if not isinstance(option.does, LeaveIt)
        )

    def begin(self) -> None:
        """Ask about each file and no more: what there is was read elsewhere."""
        self._begun = self._is_asked_alone = True

    def _asked_about(self) -> list[File]:
        """Return the files for which there is something to choose still."""
        if self._found.is_newer:
            return []
        return [
            file
            for file in self._found.files
            if file.name not in self._left and any(True for _way in self._deeds(file))
        ]

    # -- as a guide ---------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask."""
        is_through = self._is_asked_alone and not self._asked_about()
        return self.goes_on or self._went_back or is_through

    def choice(self) -> Choice[RecoveryDeed]:
        """Return what is asked now."""
        asked = self._asked_about()
        if not self._begun or not asked:
            return self._overview(asked)
        file = asked[0]
        lines = [*self.said, *words.details(file, self.path)]
        makes_anew = any(isinstance(way.does, MakeAnew) for way in self._deeds(file))
        if makes_anew and (anew := self._anew) is not None:
            lines += words.lost_by_beginning_anew(anew, self._path_of(None))
        if any(isinstance(way.does, KeepReadable) for way in self._deeds(file)):
            lines.append(words.of_the_readable_part())
        return Choice(words.question(file), tuple(lines), tuple(self._ways(file)))

    def _overview(self, asked: Sequence[File]) -> Choice[RecoveryDeed]:
        options: list[Option[RecoveryDeed]] = []
        if asked:
            options.append(Option(GoThrough(), _("See what can be done, one at a time")))
        if self.opens:
            options.append(Option(GoOnWithIt(), _("Go on with it")))
        options.append(Option(Back(), _("Back")))
        prompt = _("What there is of {label}").format(label=shown(self.path.name))
        page = tuple(line.strip() for line in (*self.said, *self.report, *self._why_not()))
        return Choice(prompt, (), tuple(options), page=page)

    def _why_not(self) -> Iterator[str]:
        """Yield why nothing can be done about `workshop.toml`, where that is so."""
        file = self._found.file(paths.WORKSHOP)
        nobody_knows = file is not None and not file.copies and self._anew is None
        if nobody_knows and file in self._found.in_the_way and not self._found.is_newer:
            yield words.no_names()

    def _ways(self, file: File) -> Iterator[Option[RecoveryDeed]]:
        yield from self._deeds(file)
        yield Option(LeaveIt(file.name), _("Leave it as it is"))

    def _deeds(self, file: File) -> Iterator[Option[RecoveryDeed]]:
        """Yield what can be done about one file."""
        if not file.is_amiss or file.state in ("too new", "closed"):
            return
        for copy in file.copies:
            yield Option(PutBack(file.name, copy.name), words.put_back(copy))
        if file.name == paths.WORKSHOP:
            if not file.copies and (anew := self._anew) is not None:
                yield Option(MakeAnew(), words.begin_anew(anew.names))
        elif file.name == paths.AGREEMENT and (part := self._part(file)) is not None:
            yield Option(KeepReadable(), words.keep_readable(part))
        elif file.state != "missing" and not (file.name == paths.AGREEMENT and file.copies):
            yield Option(SetAside(file.name), words.set_aside(file))

    def _part(self, file: File) -> Agreement | None:
        """Return what can be read of the agreement, where no copy has as much of its record."""
        if file.data is None or file.state != "broken":
            return None
        if self._tried is not None and self._tried[0] == file.data:
            return self._tried[1]
        part = readable_part(file.data, file.name)
        if part is not None and file.copies and file.copies[0].revisions >= len(part.revisions):
            part = None
        self._tried = file.data, part
        return part

    @property
    def _anew(self) -> Workshop | None:
        return rebuilt(self._found, self._token, self._today, self._path_of)

    def _do(self, deed: RecoveryDeed, text: str) -> None:  # noqa: ARG002  nothing is typed
        match deed:
            case GoThrough():
                self._begun, self.said = True, ()
            case GoOnWithIt():
                self.goes_on = True
            case Back():
                self._went_back = True
            case LeaveIt(name):
                self._left.add(name)
                self.said = ()
            case PutBack() | SetAside() | MakeAnew() | KeepReadable():
                self._mend(deed)
            case _:
                assert_never(deed)

    def _mend(self, deed: Mending) -> None:
        try:
            self.said = (self._mended(deed),)
        except Trouble as trouble:
            raise Refused(trouble.sentence) from None
        finally:
            self._found = self._store.look()

    def _mended(self, deed: Mending) -> str:
        """Do it, and return what was done."""
        match deed:
            case MakeAnew():
                name = paths.WORKSHOP
            case KeepReadable():
                name = paths.AGREEMENT
            case PutBack(name=name) | SetAside(name=name):
                pass
        file = self._found.file(name)
        assert file is not None  # it is offered
        lies_as = file.lies_as
        match deed:
            case PutBack():
                copy = next(one for one in file.copies if one.name == deed.copy)
                aside = self._store.put_back(file, copy)
                return words.was_put_back(lies_as, copy.lies_as, aside)
            case SetAside():
                return words.was_set_aside(lies_as, self._store.set_aside(file))
            case MakeAnew():
                anew = self._anew
                assert anew is not None
                return words.was_made_anew(lies_as, self._store.write_anew(file, anew))
            case KeepReadable():
                part = self._part(file)
                assert part is not None
                return words.was_kept(lies_as, self._store.write_anew(file, part))
            case _:
                assert_never(deed)

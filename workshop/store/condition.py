"""What there is of a workshop, file by file: what can be read, what cannot, which copies are left.

How it is looked at, `workshop.store.look` knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.found import Found, misses_some
from workshop.core.model import Frozen
from workshop.store.documents import EveningNotes, Kept, Notes
from workshop.store.workshop import Workshop
from workshop.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


State = Literal["fine", "broken", "too new", "no file", "closed", "missing", "aside"]
"""How a file is found. `no file`: a link, a folder or a pipe has its name; `closed`: the disk does
not hand it out, now at least; `aside`: it was set aside, and is kept for people to read."""
_COPY = re.compile(
    rf"(?:{re.escape(paths.BACKUP)}|{re.escape(paths.CONFLICT)}(?:-[0-9]+)?)?"
    rf"(?:{re.escape(paths.BROKEN)}(?:-[0-9]+)?)?"
)
FORMER = re.compile(
    "|".join(
        "[0-9]+".join(map(re.escape, one.split("{}"))) for one in (paths.EDITED, paths.OLD_PAGE)
    )
)
"""What a page is called that was kept before another took its place."""


@dataclass(frozen=True)
class Copy:
    """A copy of a document that can be read.

    Attributes:
        name: what its file is called, seen from the workshop's folder.
        data: its bytes.
        document: what it holds.
        found: of an agreement, how it is beside what both have seen.
        lies_as: the same name as the disk has it: behind the lock, it has an ending more.
    """

    name: str
    data: bytes
    document: Frozen
    lies_as: str
    found: Found = "as seen"

    @property
    def misses_some(self) -> bool:
        """Whether something that both have seen is not in it."""
        return misses_some(self.found)

    @property
    def revisions(self) -> int:
        """How many revisions it has, where it is an agreement."""
        return len(self.document.revisions) if isinstance(self.document, Agreement) else 0

    @property
    def day(self) -> date | None:
        """The newest day that it knows of, if it knows any."""
        match self.document:
            case Agreement(updated=day) | EveningNotes(began=day):
                return day
            case Workshop() as workshop:
                return max([workshop.created, *(done.on for done in workshop.done)])
            case Notes(began=day) | Kept(on=day):
                return day
            case _:
                return None


@dataclass(frozen=True)
class File:
    """What is to be said of one file.

    Attributes:
        name: what it is called, seen from the workshop's folder, in plain.
        state: how it is found.
        lies_as: the same name as the disk has it: behind the lock, it has an ending more.
        why: a sentence, where it is not fine.
        line: the line at which reading stopped, from 1; 0 where that is not known.
        copies: of a document that is not fine, those that can be read, the best one first.
        data: what is in it, as far as it could be got hold of.
    """

    name: str
    state: State
    lies_as: str
    why: str = ""
    line: int = 0
    copies: tuple[Copy, ...] = ()
    data: bytes | None = None

    @property
    def is_sealed(self) -> bool:
        """Whether it is behind the lock."""
        return self.lies_as != self.name

    @property
    def is_document(self) -> bool:
        """Whether the workshop is read from it, and not only kept beside."""
        return original(self.name) == self.name and not FORMER.fullmatch(self.name)

    @property
    def is_amiss(self) -> bool:
        """Whether something is to be done about it."""
        if self.state == "no file":
            return True
        return self.is_document and self.state in ("broken", "too new", "closed", "missing")

    @property
    def is_in_the_way(self) -> bool:
        """Whether the workshop cannot be gone on with as long as it is so.

        What was kept is read when somebody looks at it, and for an agreement that is gone the
        opening asks both. A link or a pipe with any name of ours is in the way: the workshop is not
        opened with it.
        """
        is_kept = self.name.startswith(f"{paths.KEPT}/") and self.state != "no file"
        is_gone = self.name == paths.AGREEMENT and self.state == "missing"
        return self.is_amiss and not is_kept and not is_gone


@dataclass(frozen=True)
class Condition:
    """What there is of a workshop.

    Attributes:
        files: those of the program, the agreement first: it matters most to a pair.
        missed: how the agreement is beside what both have seen, where it can be read or is gone.
        workshop: what `workshop.toml` says, where it can be read.
        agreement: the agreement, where it can be read.
        kept: what both kept that can be read, by run.
        left: the names of what a stop left in the middle of a save.
        copies: the names of copies that lie beside, of a program that syncs folders or our own.
        others: the names of what is not of this program, and left alone.
    """

    files: tuple[File, ...]
    missed: Found
    workshop: Workshop | None
    agreement: Agreement | None
    kept: Mapping[int, Kept]
    left: tuple[str, ...]
    copies: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def in_the_way(self) -> tuple[File, ...]:
        """The files that keep the workshop from being gone on with."""
        return tuple(file for file in self.files if file.is_in_the_way)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is to be done about any file."""
        return not any(file.is_amiss for file in self.files)

    @property
    def is_newer(self) -> bool:
        """Whether a later version of the program was here: then nothing is touched."""
        return any(file.state == "too new" for file in self.files if file.is_document)

    def file(self, name: str) -> File | None:
        """Return what is to be said of the file of this name, if anything is."""
        return next((file for file in self.files if file.name == name), None)


def original(name: str) -> str:
    """Return the name of the document that a file is a copy of; its own where it is none."""
    stem, dot, suffix = name.rpartition(".toml")
    return f"{stem}{dot}" if dot and suffix and _COPY.fullmatch(suffix) else name


def kind_of(name: str) -> type[Frozen]:
    """Return what the file of this name holds, or a copy of it."""
    match original(name).split("/"):
        case [paths.WORKSHOP]:
            return Workshop
        case [paths.NOTES, paths.EVENING]:
            return EveningNotes
        case [paths.NOTES, _number]:
            return Notes
        case [paths.KEPT, _number]:
            return Kept
        case _:
            return Agreement

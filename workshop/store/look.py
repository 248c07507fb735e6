"""A look at every file of a workshop: what can be read, what cannot, which copies are left.

Nothing is written here, and nothing is opened that is no plain file.
"""

from __future__ import annotations

import stat
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.seen import Seen, found
from workshop.core.model import Frozen
from workshop.errors import Locked, TooNew, Unreadable
from workshop.places import cannot_open
from workshop.plain_file import NotPlain
from workshop.store import atomic, formats
from workshop.store.condition import FORMER, Condition, Copy, File, State, kind_of, original
from workshop.store.documents import Kept
from workshop.store.files import is_number
from workshop.store.forgetting import (
    documents_in,
    inside,
    is_document,
    is_ours,
    odd_in,
    was_set_aside,
)
from workshop.store.linked import agreement_file
from workshop.store.shelf import Shelf
from workshop.store.sync_copies import is_copy
from workshop.store.workshop import Workshop
from workshop.system import SYSTEM, System
from workshop.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from workshop.store.vault import Vault

D = TypeVar("D", bound=Frozen)


def condition(folder: Path, vault: Vault | None = None, system: System = SYSTEM) -> Condition:
    """Return what there is of the workshop in a folder.

    Args:
        folder: where it is.
        vault: its key, if it is locked.
        system: what the disk is asked by.

    Raises:
        Unreadable: the folder cannot be looked into.
    """
    return _Look(folder, vault, system).condition()


_Judged = tuple[File, Frozen | None]
"""How a file is found, and what it holds where that can be read."""


class _Look:
    """One look at a folder: each file is opened once."""

    def __init__(self, folder: Path, vault: Vault | None, system: System) -> None:
        self._folder, self._system = folder, system
        self._shelf = Shelf(system, vault)

    def condition(self) -> Condition:
        folder, sealed = self._folder, self._shelf.vault is not None
        try:
            everything = sorted(inside(folder, self._system))
            documents = list(documents_in(folder, self._system, sealed=sealed))
            odd = odd_in(folder, self._system)
        except OSError as error:
            raise Unreadable(cannot_open(folder, error)) from None
        names = [path.relative_to(folder).as_posix() for path, _mode in documents]
        names = [name for name in names if is_document(name)]  # and no copy of a sync program
        judged = {name: self._judged(name) for name in names}
        workshop = _held(judged.get(paths.WORKSHOP), Workshop)
        agreement = _held(judged.get(paths.AGREEMENT), Agreement)
        seen = workshop.record if workshop else None
        files = [file for file, _document in judged.values()]
        files += self._missing(judged, seen)
        files += _odd(everything, odd, judged)
        files.sort(key=_rank)
        is_there = paths.AGREEMENT in judged and agreement is None  # and that is told of it
        known = {file.name for file in files}
        rest = [name for name, mode in everything if name not in known and not is_ours(name, mode)]
        return Condition(
            files=tuple(self._with_copies(file, judged, seen) for file in files),
            missed="as seen" if is_there else found(agreement, seen),
            workshop=workshop,
            agreement=agreement,
            kept=dict(_kept(judged)),
            left=tuple(
                name
                for name, mode in everything
                if atomic.TEMPORARY.fullmatch(name.rpartition("/")[2]) and stat.S_ISREG(mode)
            ),
            copies=tuple(filter(is_copy, rest)),
            others=tuple(name for name in rest if not is_copy(name)),
        )

    def _judged(self, name: str) -> _Judged:
        """Return how a file is found, and what it holds."""
        path, data = self._folder / name, None
        lies_as = self._lies_as(name)
        if was_set_aside(name):
            return File(name, "aside", lies_as), None
        try:
            plain = name == paths.AGREEMENT and self._shelf.vault is None
            file = agreement_file(path, self._system) if plain else path
            self._shelf.as_it_lies(file)
            data = self._shelf.read(file)
            if data is None:
                return self._gone(name), None
            return File(name, "fine", lies_as, data=data), formats.read(
                kind_of(name), data, lies_as
            )
        except NotPlain as error:
            return File(name, "no file", lies_as, cannot_open(lies_as, error)), None
        except FileNotFoundError:
            return self._gone(name), None
        except OSError as error:
            return File(name, "closed", lies_as, cannot_open(lies_as, error)), None
        except TooNew as trouble:
            return File(name, "too new", lies_as, trouble.sentence, data=data), None
        except Locked:
            raise
        except Unreadable as trouble:
            linked = data is None and name == paths.AGREEMENT and self._shelf.vault is None
            state: State = "no file" if linked else "broken"
            return File(name, state, lies_as, trouble.sentence, trouble.line, data=data), None

    def _lies_as(self, name: str) -> str:
        """Return what a document is called on the disk."""
        return self._shelf.file(self._folder / name).relative_to(self._folder).as_posix()

    def _gone(self, name: str) -> File:
        lies_as = self._lies_as(name)
        return File(name, "missing", lies_as, _("{name} is missing.").format(name=lies_as))

    def _missing(self, judged: Mapping[str, _Judged], seen: Seen | None) -> Iterator[File]:
        """Yield the documents that are not there, and ought to be."""
        if paths.WORKSHOP not in judged and judged:
            yield self._gone(paths.WORKSHOP)
        copies = {original(name) for name, (file, _d) in judged.items() if file.state == "fine"}
        was_there = paths.AGREEMENT in copies if seen is None else bool(seen.revisions)
        if paths.AGREEMENT not in judged and was_there:
            yield self._gone(paths.AGREEMENT)

    def _with_copies(self, file: File, judged: Mapping[str, _Judged], seen: Seen | None) -> File:
        if file.state in ("fine", "aside", "too new") or not file.is_document:
            return file
        copies = sorted(_copies_of(file.name, judged, seen), key=_worth)
        return replace(file, copies=tuple(copies))


def _copies_of(name: str, judged: Mapping[str, _Judged], seen: Seen | None) -> Iterator[Copy]:
    """Yield what can be put in the place of a document."""
    for other, (file, document) in judged.items():
        former = name == paths.AGREEMENT and FORMER.fullmatch(other)
        if document is None or file.data is None or not (former or original(other) == name):
            continue
        how = found(document, seen) if isinstance(document, Agreement) else "as seen"
        yield Copy(other, file.data, document, file.lies_as, how)


def _worth(copy: Copy) -> tuple[bool, int, bool, str]:
    """Return what sorts copies, the best one first: that with all that was seen, and most to it."""
    return copy.misses_some, -copy.revisions, not copy.name.endswith(paths.BACKUP), copy.name


def _odd(
    everything: Iterable[tuple[str, int]], odd: Iterable[str], judged: Mapping[str, _Judged]
) -> Iterator[File]:
    """Yield what has another name of ours, and is a link or a pipe, or no folder."""
    folders = (paths.NOTES, paths.KEPT)
    for name, _mode in everything:
        if name in folders:
            yield File(name, "no file", name, _("{name} is not a folder.").format(name=name))
    for name in odd:
        if name not in folders and name not in judged:
            said = _("{name} cannot be opened: it is not a plain file.")
            yield File(name, "no file", name, said.format(name=name))


def _held(judged: _Judged | None, kind: type[D]) -> D | None:
    document = None if judged is None else judged[1]
    return document if isinstance(document, kind) else None


def _kept(judged: Mapping[str, _Judged]) -> Iterator[tuple[int, Kept]]:
    for name, (_file, document) in judged.items():
        number = name.removeprefix(f"{paths.KEPT}/").removesuffix(".toml")
        if isinstance(document, Kept) and is_number(number):
            yield int(number), document


def _rank(file: File) -> tuple[int, str]:
    """Return where a file stands: the agreement first, what is kept beside a document behind it."""
    order = (paths.AGREEMENT, paths.WORKSHOP)
    first = original(file.name)
    return order.index(first) if first in order else len(order), file.name

"""All the workshops in the data folder: list them, find one.

A list takes no models: they are imported for a file that is read closely.
"""

from __future__ import annotations

import os
import stat
from bisect import insort
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from operator import itemgetter
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from workshop import paths
from workshop.core.caseload import (
    ALL,
    UNKNOWN,
    USUAL,
    Place,
    Wanted,
    arranged,
    last_place,
    placed,
    wish,
)
from workshop.core.glance import Glance
from workshop.core.text import as_sought, shown
from workshop.errors import NotFound, Trouble
from workshop.places import is_file, is_folder, mode_at, names_in
from workshop.store import glance as at_a_glance
from workshop.store.files import bytes_of
from workshop.store.labels import folder_of
from workshop.store.linked import is_link
from workshop.store.sync_copies import copies_among, copies_in, names_inside
from workshop.store.whole_copies import original_of
from workshop.system import SYSTEM
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.agreement.agreement import Agreement
    from workshop.store.vault import Vault


@dataclass(frozen=True)
class Saved:
    """A workshop in the list: what it says, or why it cannot be read.

    Attributes:
        path: its folder.
        glance: what it says; None where it cannot be read.
        trouble: why it cannot be read; empty where it can.
        day: the day of its last evening, such as 2026-11-23; UNKNOWN where nobody can tell.
        copies: the names of copies that lie beside its files, seen from its folder.
        copy_of: the label of the workshop that all of it looks like a copy of; else empty.
    """

    path: Path
    glance: Glance | None
    trouble: str = ""
    day: str = UNKNOWN
    copies: tuple[str, ...] = ()
    copy_of: str = ""

    @property
    def label(self) -> str:
        """The folder's name."""
        return self.path.name

    @cached_property
    def sought(self) -> str:
        """What is looked through for words."""
        names = () if self.glance is None else self.glance.names
        return as_sought("\n".join((self.label, *names)))


def saved_in(data: Path, wanted: Wanted = ALL) -> Iterator[Saved]:
    """Yield the workshops in the data folder that are wanted, in order.

    Those that cannot be read are among them, each with a sentence. In the order "last", no more of
    them are read than are taken, but for a few.

    Raises:
        Trouble: the folder cannot be opened.
    """
    if wanted.order == "last":
        return filter(wish(wanted), _last_first(data, with_archived=wanted.archived))
    return iter(all_in(data, wanted))


def all_in(data: Path, wanted: Wanted = ALL) -> list[Saved]:
    """Return the workshops that are wanted, in order: quicker than one by one, where all are taken.

    Raises:
        Trouble: the folder cannot be opened.
    """
    return arranged((seen(data / name) for name in _in(data)), wanted)


def _last_first(data: Path, *, with_archived: bool) -> Iterator[Saved]:
    """Yield the workshops there are, that of the last evening first.

    What the bytes of each say at once tells where it stands at most: so one that turns out to stand
    there or before all that are left is the next one.
    """
    place = placed("last")
    hinted: list[tuple[Place, str]] = []  # sorted, the next one at the end; so below
    read: list[tuple[Place, Saved]] = []
    folder = str(data)
    for name in _in(data):
        hint = at_a_glance.hint(f"{folder}/{name}")  # to make a path of each takes longer
        if with_archived or not hint.archived:
            hinted.append((last_place(name, hint.day, hint.is_open), name))
    hinted.sort()
    while hinted or read:
        while hinted and (not read or read[-1][0] < hinted[-1][0]):
            saved = seen(data / hinted.pop()[1])
            insort(read, (place(saved), saved), key=itemgetter(0))
        yield read.pop()[1]


def _in(data: Path) -> Iterator[str]:
    """Yield what each workshop is called, in no order."""
    folder = str(data)
    for name in names_in(data):
        if _is_one(f"{folder}/{name}"):  # in haste, as below
            yield name


def _is_one(folder: str) -> bool:
    """Whether there is a workshop in a folder, or nobody can tell though it is our own.

    What else is closed to us there is none of ours, such as what the system keeps on a stick.
    """
    try:
        plain = f"{folder}/{paths.WORKSHOP}"
        copy = plain + paths.BACKUP  # the file itself is gone: that is told, as for one that breaks
        agreement = f"{folder}/{paths.AGREEMENT}"  # around which it can be made anew
        files = (plain, plain + paths.SEALED, copy, copy + paths.SEALED, agreement)
        return any(stat.S_ISREG(mode_at(file)) for file in files)
    except OSError:
        return not Path(folder).name.startswith(".") and _is_ours(folder)


def labels_in(data: Path) -> list[str]:
    """Return what the workshops are called, in order. Raises Unreadable."""
    return sorted(_in(data))


def is_workshop(folder: Path) -> bool:
    """Whether there is a workshop in a folder, locked or not. Raises Unreadable."""
    plain = folder / paths.WORKSHOP
    return is_file(plain) or is_file(paths.sealed(plain))


def _is_ours(folder: str) -> bool:
    """Whether a folder belongs to this account, or the disk does not even say whose it is."""
    try:
        return not hasattr(os, "getuid") or SYSTEM.stat(folder).st_uid == os.getuid()
    except OSError:
        return True


def seen(path: Path) -> Saved:
    """Return what a list says of the workshop in the folder `path`, or why it cannot be read."""
    names = names_inside(str(path))
    glance = at_a_glance.quick(path, names)
    copies = copies_in(str(path)) if names is None else copies_among(names)
    if glance is None:
        return _read_closely(path, copies)
    return _saved(path, glance, copies)


def _saved(path: Path, glance: Glance | None, copies: tuple[str, ...], trouble: str = "") -> Saved:
    day = glance.last_day.isoformat() if glance else at_a_glance.hint(str(path)).day
    return Saved(path, glance, trouble, day, copies, original_of(path))


def are_several(data: Path) -> bool:
    """Whether there is more than one, be they ones that cannot be read.

    Raises:
        Trouble: the folder cannot be opened.
    """
    return len(list(islice(_in(data), 2))) > 1


def is_any(data: Path) -> bool:
    """Whether there is a workshop in the data folder, be it one that cannot be read.

    Raises:
        Trouble: the folder cannot be opened.
    """
    return next(_in(data), None) is not None


def _read_closely(path: Path, copies: tuple[str, ...]) -> Saved:
    """Read a workshop by its models, which say what is wrong."""
    from workshop.store.folder import Folder

    folder = Folder(path)
    try:
        glance = at_a_glance.of(path, folder.workshop(), folder.agreement())
    except Trouble as trouble:
        return _saved(path, None, copies, trouble.sentence)
    return _saved(path, glance, copies)


def find(data: Path, label: str | None) -> Path:
    """Return the folder of the workshop called `label`, or of the one of the last evening.

    Raises:
        NotFound: there is none of that label, or none at all; or it cannot be told which is the
            last one.
    """
    if label is None:
        return _last(data)
    path = folder_of(data, label)
    if path is None or not is_workshop(path):
        if path is not None:
            _tell_what_is_left(path)
        raise NotFound(
            _(
                "There is no workshop called {label} in {data}. A label is the name of a folder"
                " there."
            ).format(label=shown(label), data=data)
        )
    return path


def _tell_what_is_left(path: Path) -> None:
    """Raise NotFound, with what there is, if there is a part of a workshop.

    It was begun or forgotten in part, or its own file is gone.
    """
    from workshop.store.forgetting import is_cut_off

    if _is_one(str(path)):
        from workshop.store.folder import Folder

        Folder(path).workshop()
    if is_cut_off(path):
        label = quote(shown(path.name))
        raise NotFound(
            _(
                "Nothing was saved in {label} yet, or nothing is any more: it was stopped in the"
                " middle. `workshop start --label {label}` begins it, `workshop forget {label}`"
                " takes away what is left."
            ).format(label=label)
        )


def _last(data: Path) -> Path:
    """Return the folder of the workshop of the last evening.

    What says no day stops nobody, and one that is archived is meant where there is no other.
    """
    usual = (one for one in saved_in(data, USUAL) if one.day != UNKNOWN)
    found = list(islice(usual, 2)) or list(islice(saved_in(data, ALL), 2))
    if not found:
        raise NotFound(
            _("There is no workshop in {data} yet. `workshop start` begins one.").format(data=data)
        )
    if len(found) > 1 and _are_level(*found):
        # Better to ask than to open what is another couple's.
        raise NotFound(
            _(
                "More than one workshop was in use on {day}, the last day there is: add the label"
                " of the one you mean. `workshop list` shows them."
            ).format(day=found[0].day)
        )
    return found[0].path


def _are_level(one: Saved, other: Saved) -> bool:
    """Whether nothing tells which of two workshops was in use last."""
    is_open, is_other_open = (
        saved.glance is not None and saved.glance.is_open for saved in (one, other)
    )
    return one.day == other.day and is_open == is_other_open


def files_of(path: Path) -> tuple[Path, ...]:
    """Return every file in a workshop's folder, sorted. Raises Unreadable."""
    return tuple(sorted(_files_below(path)))


def _files_below(folder: Path) -> Iterator[Path]:
    for name in names_in(folder):
        found = folder / name
        if is_folder(found):
            if not is_link(found):
                yield from _files_below(found)
        else:
            yield found


def read_agreement(path: Path) -> Agreement:
    """Return the agreement in any file.

    Raises:
        NotFound: there is no such file.
        Unreadable: it is not an agreement.
    """
    return read_agreement_closely(path)[0]


def read_agreement_closely(path: Path, vault: Vault | None = None) -> tuple[Agreement, bool]:
    """Return the agreement in any file, and whether the file has comments of somebody's own.

    Args:
        path: the file.
        vault: the key that opens it, if it is locked.

    Raises:
        NotFound: there is no such file.
        Unreadable: it is not an agreement.
    """
    from workshop.core.agreement.agreement import Agreement
    from workshop.store import formats

    data = bytes_of(path, follow=True)
    if data is None:
        raise NotFound(_("There is no file {path}.").format(path=path))
    if vault is not None:
        data = vault.open(data, str(path))
    agreement = formats.read(Agreement, data, str(path))
    return agreement, formats.has_comments(agreement, data)

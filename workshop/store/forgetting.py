"""To forget a workshop: what in its folder is the program's is deleted, and nothing else.

Which files those are is known by their names and places alone: nothing is read, so that what is
broken can be deleted too. What tells that the folder is a workshop goes last, so that a stop in the
middle leaves one that can be forgotten again. What a program that syncs folders left of those files
holds the words of the two as well, and goes with them; what may be somebody's own copy stays.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from workshop import paths
from workshop.errors import Locked, NotFound, Trouble
from workshop.places import cannot_open, is_folder, mode_at, where_it_leads
from workshop.store import atomic
from workshop.store.sync_copies import is_copy, is_of_a_sync_program, is_sealed
from workshop.system import SYSTEM, System
from workshop.values import dataclass

_FOLDERS = (paths.NOTES, paths.KEPT)
_LAST = (paths.WORKSHOP + paths.SEALED, paths.WORKSHOP, paths.LOCK)
"""What is deleted after all else, in this order."""
Holder = Literal["left", "right", "third"]
"""One of the two, or a third person to whom both gave a passphrase of that one's own."""
HOLDERS: tuple[Holder, ...] = get_args(Holder)
"""Whose passphrase opens a key file."""
KEYS = tuple(map(paths.key_name, HOLDERS))
"""What is deleted before all else: without a key the rest of a locked workshop says nothing."""
_DOCUMENTS = (
    paths.WORKSHOP,
    paths.AGREEMENT,
    paths.OLD_PAGE,
    paths.EDITED,
    f"{paths.NOTES}/{{}}.toml",
    f"{paths.NOTES}/{paths.EVENING}",
    f"{paths.KEPT}/{{}}.toml",
)
"""What the program writes, with a number in each gap; each may have copies beside it."""
_ASIDE = rf"{re.escape(paths.BROKEN)}(?:-[0-9]+)?"
_DOCUMENT = "(?:{documents})(?:{copies})?(?:{aside})?".format(
    documents="|".join("[0-9]+".join(map(re.escape, one.split("{}"))) for one in _DOCUMENTS),
    copies=f"{re.escape(paths.BACKUP)}|{re.escape(paths.CONFLICT)}(?:-[0-9]+)?",
    aside=_ASIDE,
)
_IS_DOCUMENT = re.compile(_DOCUMENT)
_NO_DOCUMENT = re.compile("|".join(name.partition(".")[0] for name in (*KEYS, paths.OUTSIDE)))
"""How a copy begins that is none of a document: of a key, or of what stands outside the lock."""
_OURS = re.compile(
    "{document}(?:{sealed}(?:{aside})?)?|{outside}|(?:(?:{folders})/)?{temporary}|{lock}".format(
        document=_DOCUMENT,
        sealed=re.escape(paths.SEALED),
        aside=_ASIDE,
        outside="|".join(map(re.escape, (*KEYS, paths.OUTSIDE))),
        folders="|".join(_FOLDERS),
        temporary=atomic.TEMPORARY.pattern,
        lock=re.escape(paths.LOCK),
    )
)
_LEFT = re.compile(
    "(?:(?:{folders})/)?{temporary}|{lock}".format(
        folders="|".join(_FOLDERS),
        temporary=atomic.TEMPORARY.pattern,
        lock=re.escape(paths.LOCK),
    )
)
"""What can be in a folder in which nothing was saved yet, or nothing is any more."""


@dataclass(frozen=True)
class Contents:
    """What is in a workshop's folder.

    Attributes:
        ours: the files that the program wrote, and copies of them that a program which syncs
            folders left, in the order in which they are deleted.
        others: the names of all else, seen from the folder; those of folders end in a slash.
        linked: where those of `ours` lead that are links: of them the links alone are deleted.
        copies: those of `ours` that a program which syncs folders left.
        maybe: the names of what may be such copies, and may be somebody's own.
    """

    ours: tuple[Path, ...]
    others: tuple[str, ...]
    linked: tuple[Path, ...]
    copies: frozenset[Path] = frozenset()
    maybe: tuple[str, ...] = ()


def contents(path: Path, system: System = SYSTEM) -> Contents:
    """Return what is in the folder of a workshop; of a link to it, what is where it leads.

    Raises:
        Trouble: it cannot be looked into.
    """
    folder = where_it_leads(path, system)
    try:
        found = sorted(inside(folder, system), key=lambda one: (_rank(one[0]), one[0]))
    except OSError as error:
        raise Trouble(cannot_open(path, error)) from None
    ours = [(name, mode) for name, mode in found if is_ours(name, mode) or _is_left(name, mode)]
    rest = [one for one in found if one not in ours]
    return Contents(
        ours=tuple(folder / name for name, _mode in ours),
        others=tuple(_shown(name, mode) for name, mode in rest if not is_copy(name)),
        linked=tuple(
            where_it_leads(folder / name, system) for name, mode in ours if stat.S_ISLNK(mode)
        ),
        copies=frozenset(folder / name for name, mode in ours if not is_ours(name, mode)),
        maybe=tuple(_shown(name, mode) for name, mode in rest if is_copy(name)),
    )


def is_cut_off(path: Path, system: System = SYSTEM) -> bool:
    """Whether nothing is in a folder but what a stop leaves: of a first save, or of forgetting.

    A label is free there. To a link to a folder that applies where the lock is ours in it.

    Raises:
        Trouble: it cannot be looked into.
    """
    try:
        linked = stat.S_ISLNK(system.lstat(path).st_mode)
        if not stat.S_ISDIR(mode_at(path, system)):
            return False
        found = list(inside(path, system))
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            return False
        raise Trouble(cannot_open(path, error)) from None
    names = {name for name, _mode in found}
    left = all(_LEFT.fullmatch(name) and is_ours(name, mode) for name, mode in found)
    return left and (not linked or paths.LOCK in names)


def found(data: Path, label: str) -> Path:
    """Return the folder called `label` if anything in it is the program's, whole or not.

    Raises:
        NotFound: nothing of ours is called that.
        Trouble: it cannot be looked into.
    """
    from workshop.store.labels import folder_of
    from workshop.store.listing import find

    try:
        return find(data, label)
    except (Locked, NotFound) as trouble:
        path = folder_of(data, label)
        if path is None or not is_folder(path):
            raise
        # Where it is locked, it is a workshop, and its own file is gone.
        if isinstance(trouble, Locked) or is_cut_off(path) or _is_of_ours(path):
            return path
        raise


def _is_of_ours(path: Path) -> bool:
    telling = (".toml", paths.SEALED)
    return any(file.suffix in telling or file.name == paths.LOCK for file in contents(path).ours)


def documents_in(
    folder: Path, system: System = SYSTEM, *, sealed: bool = False
) -> Iterator[tuple[Path, int]]:
    """Yield where each document in a folder is, as it is called in plain, and its mode.

    Copies of one that a program which syncs folders left are among them.

    `workshop.toml`, by which the folder is a workshop, comes first.

    Args:
        folder: that of a workshop.
        system: what the disk is asked by.
        sealed: whether those behind the lock are meant; else those in plain.

    Raises:
        OSError: it cannot be looked into.
    """
    suffix = paths.SEALED if sealed else ""
    found = sorted(
        inside(folder, system), key=lambda one: (one[0] != paths.WORKSHOP + suffix, one[0])
    )
    for name, mode in found:
        if name.endswith(suffix) and (sealed or not is_sealed(name)):
            plain = name.removesuffix(suffix)
            if is_document(plain) or (is_of_a_sync_program(name) and not _NO_DOCUMENT.match(name)):
                yield folder / plain, mode


def is_document(name: str) -> bool:
    """Whether the program calls a document so, or a copy of one that it makes itself."""
    return bool(_IS_DOCUMENT.fullmatch(name))


def odd_in(path: Path, system: System = SYSTEM) -> tuple[str, ...]:
    """Return what is called as a file or folder of ours in a folder, and is none: links, pipes.

    The agreement may be a link, see `workshop.store.linked`.

    Raises:
        OSError: it cannot be looked into.
    """
    found = sorted(inside(path, system))
    return tuple(name for name, mode in found if name != paths.AGREEMENT and _is_odd(name, mode))


def _is_odd(name: str, mode: int) -> bool:
    if name in _FOLDERS:
        return not stat.S_ISDIR(mode)
    if was_set_aside(name):
        return False  # it is never read or written, and deleted as a name alone
    return bool(_OURS.fullmatch(name)) and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def was_set_aside(name: str) -> bool:
    """Whether what is called so could not be read, and was set aside, by its name."""
    return re.search(f"{_ASIDE}(?:{re.escape(paths.SEALED)})?$", name) is not None


def forget(path: Path, system: System = SYSTEM) -> bool:
    """Delete what the program wrote in a workshop's folder, and return whether the folder is gone.

    It stays with what is not the program's; a link to it goes in any case. Who is stopped in the
    middle can begin again: the workshop is one until its last document is gone, and what is left
    then keeps nobody from its label.

    Raises:
        InUse: another window has it open.
        NotSaved: something could not be deleted.
        Trouble: it cannot be looked into.
    """
    from workshop.store.lock import WriterLock

    folder = where_it_leads(path, system)
    *telling, lock = (folder / name for name in _LAST)
    with WriterLock(path, system):
        for file in contents(path, system).ours:
            if file not in (*telling, lock):
                atomic.remove(file, system)
        for name in _FOLDERS:
            atomic.remove_folder(folder / name, system)
        for workshop in telling:
            atomic.remove(workshop, system)
        if folder != path:  # else it would lead to nothing, and nobody could begin there
            atomic.remove(path, system)
    # Not while it is held, which some systems refuse; and there is nothing left to write to.
    atomic.remove(lock, system)
    return atomic.remove_folder(folder, system)


def inside(folder: Path, system: System) -> Iterator[tuple[str, int]]:
    """Yield the name and the mode of whatever is in the folder, and in those that are ours in it.

    Nothing is looked for where a link leads.
    """
    for name in system.names(folder):
        mode = system.lstat(folder / name).st_mode
        if name in _FOLDERS and stat.S_ISDIR(mode):
            for inner in system.names(folder / name):
                yield f"{name}/{inner}", system.lstat(folder / name / inner).st_mode
        else:
            yield name, mode


def is_ours(name: str, mode: int) -> bool:
    """Whether the program would write or delete what is called so, seen from the folder."""
    if name in _FOLDERS:
        return stat.S_ISLNK(mode)
    return bool(_OURS.fullmatch(name)) and (stat.S_ISREG(mode) or stat.S_ISLNK(mode))


def _is_left(name: str, mode: int) -> bool:
    """Whether that is a copy that surely a program left which syncs folders."""
    return stat.S_ISREG(mode) and is_of_a_sync_program(name)


def _rank(name: str) -> int:
    """Return when it is deleted: keys first, then most of it in any order."""
    if name in KEYS:
        return -1
    return _LAST.index(name) + 1 if name in _LAST else 0


def _shown(name: str, mode: int) -> str:
    return f"{name}/" if stat.S_ISDIR(mode) else name

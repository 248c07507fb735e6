"""Copies of a workshop's files that lie beside them: of programs that sync folders, and our own.

Such a program does not decide between two versions: it keeps one under a name of its own. The
copies are known by those names alone, in which they are like what a document is called. None is
ever read as a document, or deleted unasked.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import cache
from pathlib import Path

from workshop import paths
from workshop.system import SYSTEM, System

_AGREEMENTS = r"agreement(?:-before-[0-9]+|-by-hand-[0-9]+)?"
_OTHERS = r"workshop|locked|key-(?:left|right|third)|(?:notes|kept)/[0-9]+|notes/evening"
_SAYS_SO = (
    r" \([^)]*(?:[Cc]onfli|[Kk]onfli|[0-9]{4}-[0-9]{2}-[0-9]{2})[^)]*\)"  # Dropbox, Nextcloud
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[0-9A-Z]+)?"  # Syncthing
    r"|_conflict-[0-9]{8}-[0-9]{6}"  # ownCloud, once
)
_SAYS_LESS = (
    r" \([0-9]+\)"  # Google Drive
    r"| [0-9]+"  # iCloud
    r"|-(?=[0-9-]*[A-Z])[0-9A-Z-]+"  # OneDrive: what the computer is called
)
MARK = f"{_SAYS_SO}|{_SAYS_LESS}"
"""What such a program adds to a name."""
_ENDING = r"(?:\.toml)?(?:\.bak|\.conflict(?:-[0-9]+)?)?(?:\.age)?"


def _named(stem: str, mark: str) -> re.Pattern[str]:
    """Return what copies are called: with the mark before an ending, or behind one or more."""
    return re.compile(rf"(?:{stem})(?:(?:{mark})+(?=\.)|(?=\.){_ENDING}(?:{mark})+){_ENDING}")


@cache  # what has no odd name in it, as most, needs no pattern made for that
def _copied() -> tuple[re.Pattern[str], ...]:
    own = rf"(?:{_AGREEMENTS}|{_OTHERS})\.toml{re.escape(paths.CONFLICT)}(?:-[0-9]+)?(?:\.age)?"
    return _named(f"{_AGREEMENTS}|{_OTHERS}", MARK), re.compile(own), re.compile(_FOLDER)


@cache
def _sure() -> tuple[re.Pattern[str], ...]:
    return _named(_AGREEMENTS, _SAYS_SO), _named(_OTHERS, MARK)


_SEALED = re.compile(rf".+\.age(?:{MARK})*")
_FOLDER = rf"(?:notes|kept)(?:{MARK})+"
_PLAIN = re.compile(r"(?:notes/|kept/)?(?:[a-z]+|[0-9]+)\.toml(?:\.bak)?|\.lock|notes|kept")
"""What is usually there, and no copy: a thousand workshops are looked through in a list."""


def is_copy(name: str) -> bool:
    """Whether what is called so, seen from the workshop's folder, is such a copy by its name."""
    if _PLAIN.fullmatch(name):
        return False
    return any(pattern.fullmatch(name) for pattern in _copied())


def is_of_a_sync_program(name: str) -> bool:
    """Whether a file is called as nobody calls one by hand, but a program that syncs folders.

    A copy of the agreement may be somebody's own: `agreement (1).toml` is not, for sure, a
    program's. Nobody copies notes, or what only the program reads, by hand.
    """
    return any(pattern.fullmatch(name) for pattern in _sure())


def is_sealed(name: str) -> bool:
    """Whether what is called so is ciphertext: the mark of a program may be behind its ending."""
    return bool(_SEALED.fullmatch(name))


def copies_in(folder: Path | str, system: System = SYSTEM) -> tuple[str, ...]:
    """Return the names of such copies in a workshop's folder, seen from there, sorted.

    Where it cannot be looked into there are none: whoever reads it tells that.
    """
    return copies_among(_names(folder, system, suppress(OSError)))


def copies_among(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of such copies among what is called so in a workshop's folder, sorted."""
    return tuple(sorted(filter(is_copy, names)))


def names_inside(folder: Path | str, system: System = SYSTEM) -> frozenset[str] | None:
    """Return what everything in a workshop's folder is called, seen from there.

    So a list that goes through a thousand asks once for what it would ask for file by file.

    Returns:
        The names; None where the disk does not tell all of them.
    """
    try:
        return frozenset(_names(folder, system, nullcontext()))
    except OSError:
        return None


def _names(
    folder: Path | str, system: System, failing: AbstractContextManager[None]
) -> Iterator[str]:
    """Yield each name in a workshop's folder, and in those of its own.

    Args:
        folder: the workshop's.
        system: what the disk is asked by.
        failing: what becomes of an OSError, where one of them cannot be looked into.
    """
    with failing:
        for name in system.names(folder):
            yield name
            if name in (paths.NOTES, paths.KEPT):
                with failing:
                    yield from (f"{name}/{inner}" for inner in system.names(f"{folder}/{name}"))

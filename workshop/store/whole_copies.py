"""A copy of a whole workshop's folder, left by a program that syncs folders or shows them.

It is a workshop, and listed as one; that it looks like a copy of another is told, for what is done
in one of them is not in the other.
"""

import re
from contextlib import suppress
from pathlib import Path

from workshop import paths
from workshop.errors import Unreadable
from workshop.store.files import bytes_of
from workshop.store.sync_copies import MARK
from workshop.system import SYSTEM, System

_BY_HAND = r"(?: -)? [Cc]opy(?: \(?[0-9]+\)?)?| \([Cc]opy(?: [0-9]+)?\)"
_NAMED = re.compile(rf"(.+?)(?:{MARK}|{_BY_HAND})+")
_ID = re.compile(rb'^id = "[^"\n]+"$', re.MULTILINE)
_CREATED = re.compile(rb"^created = [0-9-]{10}$", re.MULTILINE)


def original_of(folder: Path, system: System = SYSTEM) -> str:
    """Return the label of the workshop beside it that a folder looks like a copy of; "" for none.

    It is called as a copy, and is the same inside: by its id, or behind the lock by a key file.
    Where one of the two is locked and the other is not, the day on which they were begun has to do.
    """
    named = _NAMED.fullmatch(folder.name)
    if named is None:
        return ""
    beside = folder.with_name(named[1])
    here, there = _ids(folder, system), _ids(beside, system)
    if bool(here) is bool(there):
        alike = here & there or _keys(folder, system) & _keys(beside, system)
    else:  # one of them is locked
        alike = _days(folder, system) & _days(beside, system)
    return named[1] if alike else ""


def _ids(folder: Path, system: System) -> set[bytes]:
    return set(_ID.findall(_read(folder / paths.WORKSHOP, system))[:1])


def _keys(folder: Path, system: System) -> set[bytes]:
    found = (_read(folder / paths.key_name(one), system) for one in ("left", "right"))
    return set(filter(None, found))


def _days(folder: Path, system: System) -> set[bytes]:
    files = (folder / name for name in (paths.WORKSHOP, paths.OUTSIDE))
    return {day for file in files for day in _CREATED.findall(_read(file, system))[:1]}


def _read(file: Path, system: System) -> bytes:
    with suppress(Unreadable):  # what cannot be read is told by the list itself
        return bytes_of(file, system=system) or b""
    return b""

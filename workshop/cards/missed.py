"""What is said where an agreement is not what both have seen: what it is, and never whose doing.

It may be a restored copy, a synced folder, another machine or somebody's hand: nobody can tell.
"""

from shlex import quote
from typing import assert_never

from workshop import paths
from workshop.core.agreement.found import Found, misses_some
from workshop.core.text import shown
from workshop.words import _


def missed(found: Found) -> str:
    """Return how an agreement is found, in one sentence; empty where nothing is missed."""
    match found:
        case "gone":
            return _("The agreement that was seen here is missing.")
        case "behind":
            return _("The agreement is older than the one that was seen here.")
        case "rewritten":
            return _("The agreement is not the one that was seen here: its record is another.")
        case "as seen" | "ahead":
            return ""
        case _:
            assert_never(found)


def mark(found: Found) -> str:
    """Return the same in a few words, for a list."""
    match found:
        case "gone":
            return _("agreement missing")
        case "behind":
            return _("agreement older than seen")
        case "rewritten":
            return _("agreement not as seen")
        case "as seen" | "ahead":
            return ""
        case _:
            assert_never(found)


def told_whole(found: Found) -> str:
    """Return how it is found, and what can bring that about; empty where nothing is missed."""
    return f"{missed(found)} {how_come()}" if misses_some(found) else ""


def way_on(label: str) -> str:
    """Return where it is decided what becomes of it."""
    asks = _("`workshop resume {label}` asks what to do; nothing is written before.")
    return asks.format(label=quote(shown(label)))


def older_workshop(newer: str) -> str:
    """Return that what is noted of their evenings is older than it was.

    Args:
        newer: the name of the file that has more.
    """
    said = _(
        "What is noted here of your evenings is older than it was: what was done last is in the"
        " file {newer} alone. To go back to that one, leave, and put it in the place of {file}."
    )
    sealed = newer.endswith(paths.SEALED)
    file = paths.WORKSHOP + paths.SEALED if sealed else paths.WORKSHOP
    return f"{said.format(newer=newer, file=file)} {how_come()}"


def how_come() -> str:
    """Return what can bring it about."""
    return _("A restored copy or a synced folder can do that; it says nothing about anybody.")

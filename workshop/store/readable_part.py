"""What can still be read of an agreement that is broken: whole clauses and revisions, and no guess.

A table of the file is taken where it is right by itself, or left out; nothing in it is mended. What
is taken is put together to an agreement that opens; the check of its record tells what it lacks.
"""

from __future__ import annotations

import re

from workshop.core.agreement.agreement import Agreement
from workshop.errors import Unreadable
from workshop.store import formats

_TABLE = re.compile(r"^(?=\[\[)", re.MULTILINE)
MOST = 2_000
"""How many tables are tried: more than a pair ever has."""


def readable_part(data: bytes, name: str) -> Agreement | None:
    """Return what can be read of the agreement in `data`; None where that is nothing to go on with.

    Args:
        data: the bytes of a file that cannot be read as it is.
        name: what the file is called.
    """
    head, *tables = _TABLE.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))
    if len(tables) > MOST or _read(head, name) is None:
        return None
    right = [table for table in tables if "\ufffd" not in table and _read(head + table, name)]
    found = _read(head + "".join(right), name)
    return found if found is not None and (found.clauses or found.revisions) else None


def _read(text: str, name: str) -> Agreement | None:
    try:
        return formats.read(Agreement, text.encode(), name)
    except Unreadable:
        return None

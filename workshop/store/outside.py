"""What stands outside the lock of a workshop: `locked.toml`, a few days and nothing else.

It is read without models, as a list of workshops is. It also says which is the truth where a stop
in the middle of locking or unlocking left both: the plain documents, or those behind the lock.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import paths, toml
from workshop.core.glance import Glance
from workshop.errors import Unreadable
from workshop.places import is_taken
from workshop.store.files import bytes_of
from workshop.store.shape import day, number, table, yes_or_no
from workshop.system import SYSTEM, System
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop.store.workshop import Workshop

_OUTSIDE = table(
    {"format": number(1, 1), "locked": yes_or_no, "created": day},
    {"last_evening": day, "next_evening": day, "archived": yes_or_no},
)


@dataclass(frozen=True)
class Outside:
    """What anybody can see of a locked workshop who sees its folder.

    Attributes:
        created: the day it began.
        last: the day of its last evening, or of the one that is open.
        next: when the two meet again, if they said.
        archived: whether it was put aside.
        locked: whether what is behind the lock is the truth: it is, but while it is being locked or
            unlocked.
    """

    created: date
    last: date | None = None
    next: date | None = None
    archived: bool = False
    locked: bool = True

    @property
    def glance(self) -> Glance:
        """What a list says of it."""
        return Glance(
            names=("", ""),
            done=0,
            of=0,
            half_done=False,
            last_day=self.last or self.created,
            next_evening=self.next,
            archived=self.archived,
            locked=True,
        )

    def written(self) -> bytes:
        """Return the bytes of its file."""
        told = {
            "format": 1,
            "locked": self.locked,
            "created": self.created,
            "last_evening": self.last,
            "next_evening": self.next,
            "archived": self.archived or None,
        }
        header = _("# What can be seen of a locked workshop. Everything else is in the .age files.")
        return toml.write_table(
            {key: value for key, value in told.items() if value is not None}, header + "\n"
        )


def outside_of(workshop: Workshop, opened: date | None = None) -> Outside:
    """Return what may be seen of a workshop.

    Args:
        workshop: it.
        opened: the day of the evening that is open, if one is.
    """
    days = [on for on in (workshop.last_evening, opened) if on is not None]
    days += [one.on for one in workshop.done]
    return Outside(
        workshop.created,
        max(days, default=None),
        workshop.next_evening,
        workshop.archived,
    )


def read(folder: Path | str, system: System = SYSTEM) -> Outside | None:
    """Return what stands outside in a folder; None where nothing does.

    Raises:
        Unreadable: it cannot be read.
    """
    name = f"{folder}/{paths.OUTSIDE}"
    data = bytes_of(name, system=system)
    if data is None:
        return None
    found = toml.check_format(toml.read_table(data, name), name, 1, ())
    if not _OUTSIDE(found):
        raise Unreadable(
            _(
                "{name} is not as this program writes it. Delete it: it is made anew when the"
                " workshop is opened."
            ).format(name=name)
        )
    return Outside(
        found["created"],
        found.get("last_evening"),
        found.get("next_evening"),
        found.get("archived", False),
        found["locked"],
    )


def is_locked(folder: Path, system: System = SYSTEM) -> bool:
    """Whether the documents in a folder are behind a lock: those in plain, if any, are left-overs.

    Raises:
        Unreadable: nobody can tell.
    """
    plain = folder / paths.WORKSHOP
    sealed, is_plain = is_taken(paths.sealed(plain), system), is_taken(plain, system)
    if sealed is not is_plain:
        return sealed
    found = read(folder, system)  # a stop left both; or somebody took both away
    return found is not None and found.locked

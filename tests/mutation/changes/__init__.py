"""The list: what two people would mind, by the room that it is in."""

from ..change import Change
from . import content, core, desk, paper, plain, store, tui

ROOMS: dict[str, tuple[Change, ...]] = {
    "core": core.CHANGES,
    "desk": desk.CHANGES,
    "plain": plain.CHANGES,
    "tui": tui.CHANGES,
    "store": store.CHANGES,
    "paper": paper.CHANGES,
    "content": content.CHANGES,
}
"""The changes of each room; what is said on cards stands with the desk."""
CHANGES: tuple[Change, ...] = tuple(change for room in ROOMS.values() for change in room)

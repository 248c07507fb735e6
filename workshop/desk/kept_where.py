"""What is told once of where workshops are kept, in both faces and by commands alike."""

from pathlib import Path

from workshop.store.kept_in import keeper_of, not_told_yet
from workshop.store.private import is_open_to_others
from workshop.system import SYSTEM, System

_OPEN = "open to others"


def unguarded(folder: Path, system: System = SYSTEM) -> tuple[str, ...]:
    """Return what is said where somebody wrote for a moment on a disk that keeps nobody out."""
    from workshop.store.lock import is_guarded  # to say which workshops there are needs none of it

    if is_guarded(folder, system):
        return ()
    from workshop.cards.place_told import keeps_nobody_out

    return keeps_nobody_out()


def notices(data: Path, folder: Path | None = None, system: System = SYSTEM) -> tuple[str, ...]:
    """Return what was not told yet of where workshops are kept, and note that it is now.

    Args:
        data: where they are.
        folder: that of one which was opened, and so closed to others, where the disk lets it be.
        system: what the disk is asked by.
    """
    keeper = keeper_of(data, system)
    is_open = folder is not None and is_open_to_others(folder, system)
    if keeper is None and not is_open:
        return ()  # as for most, and then nothing is needed that says it
    from workshop.cards.place_told import kept_by, open_to_others

    found: dict[str, str] = {}
    if keeper is not None:
        found[keeper.name] = kept_by(keeper.name, keeper.root, versions=keeper.versions)
    if folder is not None and is_open:
        found[_OPEN] = open_to_others(folder)
    return tuple(found[one] for one in not_told_yet(data, found, system))

"""Calling a workshop otherwise: its folder gets another name."""

from pathlib import Path

from workshop.core.text import shown
from workshop.errors import NotFound, Refused
from workshop.places import is_taken
from workshop.store.atomic import rename
from workshop.store.labels import read_label
from workshop.store.lock import WriterLock
from workshop.system import SYSTEM, System
from workshop.words import _


def relabel(path: Path, label: str, system: System = SYSTEM) -> Path:
    """Call the workshop in the folder `path` otherwise. Returns the folder as it is called then.

    It is done in one step: whenever it is stopped, there is the old folder or the new one.

    Raises:
        WrongUse: it cannot be called that.
        Refused: it is called that already.
        Trouble: another is called that, or a folder cannot be looked into.
        InUse: another window has it open.
        NotSaved: the disk refused; it is called as it was.
    """
    label = read_label(path.parent, label, path.name)
    target = path.with_name(label)
    if label == path.name:
        raise Refused(_("It is called {label} already.").format(label=label))
    if not is_taken(path, system):
        raise NotFound(_("There is no folder {path} any more.").format(path=shown(str(path))))
    with WriterLock(path, system) as lock:
        if not system.renames_open:
            lock.release()
        rename(path, target, system)
    return target

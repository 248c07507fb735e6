"""A workshop with a file of each kind, ways to break one, and two who say yes to everything."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from support.effort import LONG
from support.evening import A_DAY, UNSYNCED, asks, begin, drop, files, resume, sit_through
from support.evening import workshop_of as workshop
from workshop.cards.choice import Chosen
from workshop.desk.guides.recovery import Recovery
from workshop.store.documents import Kept, KeptAnswer
from workshop.store.folder import Folder
from workshop.store.vault import Vault
from workshop.system import System

NEXT = date(2026, 11, 30)
"""The day on which a broken workshop is looked at."""
MOST = 50
"""More questions than any recovery here asks."""


def whole(path: Path) -> Path:
    """Make a workshop in which something was agreed on and kept, and an exercise is half done."""
    sit_through(begin(path, workshop(["boundaries"])))
    folder = Folder(path, UNSYNCED)
    folder.open()
    folder.save_workshop(folder.workshop().model_copy(update={"path": ("boundaries", "money")}))
    answer = KeptAnswer(prompt="A need of yours", who="ALEX", text="Quiet mornings.")
    folder.save_kept(1, Kept(exercise="boundaries", title="B", on=A_DAY, answers=(answer,)))
    folder.close()
    desk = resume(path)
    for _asked in asks(desk):
        if any(len(folder.notes(run).entries) > 1 for run in folder.runs()):
            break
    drop(desk)
    return path


def looked_at(path: Path, system: System = UNSYNCED, vault: Vault | None = None) -> Recovery:
    """Return what there is of the workshop in a folder, and what can be done."""
    path_of = lambda _programme: ("boundaries", "money")  # noqa: E731
    return Recovery(path, vault, NEXT, path_of, system)


def yes_to_everything(
    path: Path, system: System = UNSYNCED, vault: Vault | None = None
) -> Recovery:
    """Say yes to the first thing that is offered for each file, until nothing more is."""
    recovery = looked_at(path, system, vault)
    recovery.begin()
    for _question in range(MOST):
        if not recovery.offers:
            return recovery
        recovery.reply(Chosen(recovery.choice().options[0].does))
    raise AssertionError("it never ends")


def contents(path: Path) -> set[bytes]:
    """Return what is in the files of a workshop, whatever they are called."""
    return set(files(path, copies=True).values())


def broken(data: bytes) -> Iterator[bytes]:
    """Yield what becomes of a file: cut off, changed in one byte, empty, no text."""
    yield b""
    yield b"\xff\xfe" + data
    step = max(1, len(data) // (12 if LONG else 3))
    for place in range(1, len(data), step):
        yield data[:place]
        yield data[:place] + bytes([data[place] ^ 0x11]) + data[place + 1 :]

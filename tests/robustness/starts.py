"""What there is before a command is given: nothing, a workshop with an agreement, a locked one."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from support.couple import deciding, keeping
from support.evening import UNSYNCED
from support.locks import lock
from tui.couple import at_the_table

from workshop.store.folder import Folder

from .faces import LABEL, in_lines
from .writing import Start

LONG_AGO = date(2020, 2, 29)


def change(start: Path, news: Mapping[str, object]) -> None:
    """Let the workshop in a start say something else."""
    opened = Folder(start / "data" / LABEL, UNSYNCED)
    opened.open()
    opened.save_workshop(opened.workshop().model_copy(update=news))
    opened.close()


def starts(folder: Path) -> Mapping[Start, Path]:
    """Make them below `folder`, and return each by its name."""
    nothing, workshop = folder / "nothing", folder / "a workshop"
    for made in (nothing, workshop):
        (made / "data").mkdir(parents=True)
        (made / "own").mkdir()
    in_lines(workshop / "data", at_the_table(keeping(deciding())))
    archived, locked = folder / "an archived one", folder / "a locked one"
    old, shared, broken = folder / "an old one", folder / "shared", folder / "a broken one"
    for made in (archived, old, locked, broken):
        shutil.copytree(workshop, made)
    lock(locked / "data" / LABEL)
    shutil.copytree(locked, shared)
    key = shared / "data" / LABEL / "key-third.age"
    shutil.copy(key.with_name("key-left.age"), key)
    (broken / "data" / LABEL / "agreement.toml").write_bytes(b"format = 1\npartners = [\n")
    change(archived, {"archived": True, "next_evening": None})
    change(old, {"created": LONG_AGO, "last_evening": LONG_AGO, "done": (), "next_evening": None})
    return {
        "nothing": nothing,
        "a workshop": workshop,
        "an archived one": archived,
        "an old one": old,
        "a locked one": locked,
        "one that a third opens": shared,
        "a broken one": broken,
    }

"""What there is before a command is given: nothing, a workshop with an agreement, a locked one."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from support.couple import deciding, keeping
from support.evening import UNSYNCED
from support.locks import lock
from tui.couple import at_the_table

from workshop.store.folder import Folder

from .faces import LABEL, in_lines
from .writing import Start


def starts(folder: Path) -> Mapping[Start, Path]:
    """Make them below `folder`, and return each by its name."""
    nothing, workshop = folder / "nothing", folder / "a workshop"
    for made in (nothing, workshop):
        (made / "data").mkdir(parents=True)
        (made / "own").mkdir()
    in_lines(workshop / "data", at_the_table(keeping(deciding())))
    archived, locked = folder / "an archived one", folder / "a locked one"
    broken = folder / "a broken one"
    for made in (archived, locked, broken):
        shutil.copytree(workshop, made)
    lock(locked / "data" / LABEL)
    (broken / "data" / LABEL / "agreement.toml").write_bytes(b"format = 1\npartners = [\n")
    opened = Folder(archived / "data" / LABEL, UNSYNCED)
    opened.open()
    opened.save_workshop(
        opened.workshop().model_copy(update={"archived": True, "next_evening": None})
    )
    opened.close()
    return {
        "nothing": nothing,
        "a workshop": workshop,
        "an archived one": archived,
        "a locked one": locked,
        "a broken one": broken,
    }

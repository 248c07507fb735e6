"""What somebody set once and for all, in `settings.toml`: read here, with no model.

A program begins with it. Whatever is wrong in it is told, and is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

from workshop import paths
from workshop.content.settings_keys import refusal
from workshop.errors import Unreadable
from workshop.places import is_folder
from workshop.plain_file import SIZE_LIMIT, read_plain
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop import toml

Look = Literal["evening", "morning", "high-contrast", "terminal"]
"""How the screen looks."""
LOOKS: Final[tuple[Look, ...]] = get_args(Look)
"""All looks, the usual one first."""
SWITCHES: Final = ("clock", "motion", "mouse")
"""What is on or off."""
FOLDERS: Final = ("exercises", "data")
"""What names a folder."""
ALL: Final = frozenset(("format", "theme", "language", "keys", *SWITCHES, *FOLDERS))
"""All that may stand in the file."""


@dataclass(frozen=True)
class Settings:
    """The settings as they are followed.

    Attributes:
        theme: how the screen looks.
        clock: whether a turn shows how much of its time is gone.
        motion: whether anything may move by itself: the cursor blinks, and pages glide.
        mouse: whether the program listens to the mouse; else it is the terminal's own.
        exercises: a folder with exercises of one's own.
        data: another folder in which workshops are kept.
        keys: for what has another key than the usual, that key.
        trouble: what is wrong in the file, and how to mend it; empty where nothing is.
    """

    theme: Look = "evening"
    clock: bool = True
    motion: bool = False
    mouse: bool = True
    exercises: Path | None = None
    data: Path | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    trouble: str = ""


USUAL: Final = Settings()
"""What holds where nobody set anything."""


def read_settings(folder: Path) -> Settings:
    """Return the settings in a folder; the usual ones where there is no such file."""
    path = folder / paths.SETTINGS
    try:
        content = read_plain(path, SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return USUAL
    except OSError as error:
        why = _("{path} cannot be opened: {why}.").format(path=path, why=error.strerror)
        return Settings(trouble=f"{why} {_set_aside()}")
    from workshop.content.authored import authored  # most have no such file

    read = authored(content)
    table = read.table or {}
    if read.table is not None and not read.slips and _is_right(table):
        return _followed(table, folder, _no_such_folder(table, folder, path))
    from workshop.content.settings_check import settings_problems

    found = settings_problems(content, str(path), read)
    return _followed(table, folder, f"{found[0]} {_set_aside()}" if found else "")


def _set_aside() -> str:
    return _("Until then it is as if that were not there; the file is left as it is.")


def _no_such_folder(table: toml.Table, folder: Path, path: Path) -> str:
    """Return what is said where the folder of one's own exercises is not there; else nothing."""
    named = _folder(table, "exercises", folder)
    try:
        if named is None or is_folder(named):
            return ""
    except Unreadable as trouble:
        return trouble.sentence
    said = _("There is no folder {folder}, which {settings} names. Mend it, or take it out.")
    return said.format(folder=named, settings=path)


def _is_right(table: toml.Table) -> bool:
    """Whether all that stands in a table can be followed."""
    return (
        ALL.issuperset(table)
        and table.get("format") == 1
        and type(table["format"]) is int
        and table.get("theme", USUAL.theme) in LOOKS
        and all(isinstance(table.get(name, True), bool) for name in SWITCHES)
        and all(_names_folder(table.get(name, "x")) for name in FOLDERS)
        and _keys(table) == table.get("keys", {})
    )


def _followed(table: toml.Table, folder: Path, trouble: str) -> Settings:
    """Return what can be followed of a table, each thing for itself."""
    number = table.get("format")
    if isinstance(number, int) and number > 1:
        return Settings(trouble=trouble)  # of a later version: anything may mean something else
    theme = table.get("theme")
    on = {name: table[name] for name in SWITCHES if isinstance(table.get(name), bool)}
    own = _folder(table, "exercises", folder)
    try:
        own = own if own is not None and is_folder(own) else None
    except Unreadable:
        own = None
    return Settings(
        theme=theme if theme in LOOKS else USUAL.theme,
        clock=on.get("clock", USUAL.clock),
        motion=on.get("motion", USUAL.motion),
        mouse=on.get("mouse", USUAL.mouse),
        exercises=own,
        data=_folder(table, "data", folder),
        keys=_keys(table),
        trouble=trouble,
    )


def _names_folder(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _folder(table: toml.Table, name: str, folder: Path) -> Path | None:
    """Return the folder that a setting names, from the top; None where it names none."""
    named = table.get(name)
    if not isinstance(named, str) or not named.strip():
        return None
    return folder / paths.expanded(Path(named))


def _keys(table: toml.Table) -> dict[str, str]:
    """Return which keys can be taken: no two alike."""
    named = table.get("keys")
    all_named = named.items() if isinstance(named, Mapping) else ()
    keys = {action: key for action, key in all_named if isinstance(key, str)}
    while wrong := [action for action, key in keys.items() if refusal(action, key, keys)]:
        keys = {action: key for action, key in keys.items() if action not in wrong}
    return keys

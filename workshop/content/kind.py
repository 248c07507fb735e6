"""Which kind of file something is: by its folder or name, else by its keys, else an exercise."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from workshop import paths

ContentKind = Literal["exercise", "programme", "help lines", "evening words", "reading", "demo"]
"""What authors write."""
DocumentKind = Literal["workshop", "notes", "evening notes", "kept", "agreement"]
"""What the program writes for a pair."""
Kind = ContentKind | DocumentKind | Literal["settings"]

BY_NAME: Mapping[str, Kind] = {paths.WORKSHOP: "workshop", paths.AGREEMENT: "agreement"}
BY_FOLDER: Mapping[str, Kind] = {
    "programmes": "programme",
    "help": "help lines",
    "evening": "evening words",
    "demo": "demo",
    paths.NOTES: "notes",
    paths.KEPT: "kept",
}
BY_KEYS: tuple[tuple[frozenset[str], Kind], ...] = (
    (frozenset({"steps"}), "exercise"),
    (frozenset({"evenings"}), "programme"),
    (frozenset({"directories"}), "help lines"),
    (frozenset({"opening", "closing", "consent"}), "evening words"),
    (frozenset({"beats"}), "demo"),
    (frozenset({"partners"}), "agreement"),
    (frozenset({"coin"}), "workshop"),
    (frozenset({"exercise", "digest"}), "notes"),
    (frozenset({"first", "entries"}), "evening notes"),
    (frozenset({"exercise", "answers"}), "kept"),
)
"""Keys that only one kind has, tried in this order."""

WRITTEN = frozenset({"steps", "evenings"})
"""What settings never hold: with one of these, a file of their name is what somebody made of it."""


def kind_of(path: PurePath, keys: frozenset[str]) -> Kind:
    """Return the kind of the file at `path`, with its top-level `keys` (none for Markdown)."""
    if path.suffix == ".md":
        return "reading"
    if path.name == paths.SETTINGS and not keys & WRITTEN:
        return "settings"
    if path.name in BY_NAME:
        return BY_NAME[path.name]
    folder = path.parent.name
    if (folder, path.name) == (paths.NOTES, paths.EVENING):
        return "evening notes"
    if folder in BY_FOLDER:
        return BY_FOLDER[folder]
    return next((kind for telling, kind in BY_KEYS if telling <= keys), "exercise")

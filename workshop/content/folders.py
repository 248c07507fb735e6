"""Where content files lie: one's own folder before the built-in one, a language before English.

`de/money.toml` is `money.toml` in German: whatever has the same name is the same in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

IN_A_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]+)?(@[a-z]+)?")
"""What the folder of a language is called, such as de, pt_BR, sr@latin."""


class Folders:
    """The folders in which content is looked for."""

    def __init__(
        self, builtin: Traversable, own: Path | None = None, languages: Sequence[str] = ()
    ) -> None:
        """Remember them.

        Args:
            builtin: the folder of what came with the program.
            own: a folder of one's own, which goes before it.
            languages: whose folders in either go before the English files, in this order.
        """
        self._builtin, self._own, self._languages = builtin, own, languages

    def find(self, name: str, kind: str) -> Traversable | None:
        """Return the file called `name` of a kind (exercises: ""), if there is one."""
        if name.startswith("."):
            return None
        return next((file for at in self._of(kind) for file in _called(name, at)), None)

    def names(self, kind: str, end: str) -> list[str]:
        """Return the names of all files of a kind, without how they end."""
        return _names(self._of(kind), end)

    def shipped(self, kind: str, name: str) -> Traversable:
        """Return a file that came with the program, whatever there is of one's own."""
        files = [folder / name for folder in self._spoken(self._builtin, kind)]
        return next((file for file in files if file.is_file()), self._builtin / kind / name)

    def replaced(self, end: str) -> list[str]:
        """Return the names of the built-in exercises in whose place one's own are used."""
        if self._own is None:
            return []
        own = set(_names(self._spoken(self._own), end))
        return [name for name in _names(self._spoken(self._builtin), end) if name in own]

    def in_any_language(self, name: str) -> Iterator[Traversable]:
        """Yield the exercises' files called `name`, in English and in whatever else there is."""
        for root in (self._own, self._builtin):
            if root is not None:
                yield from _called(name, root)
                for folder in root.iterdir():
                    if IN_A_LANGUAGE.fullmatch(folder.name) and folder.is_dir():
                        yield from _called(name, folder)

    def _of(self, kind: str) -> Iterator[Traversable]:
        if self._own is not None:
            yield from self._spoken(self._own, kind)
        yield from self._spoken(self._builtin, kind)

    def _spoken(self, root: Traversable, kind: str = "") -> Iterator[Traversable]:
        """Yield the folder of a kind in each language that is asked for, and in English."""
        for place in (*(root / language for language in self._languages), root):
            folder = place / kind if kind else place
            if folder.is_dir():
                yield folder


def _called(name: str, folder: Traversable) -> Iterator[Traversable]:
    """Yield the file called `name` in `folder`; it is listed, so that ../x finds nothing."""
    for file in folder.iterdir():
        if file.name == name and file.is_file():
            yield file


def _names(folders: Iterable[Traversable], end: str) -> list[str]:
    return sorted(
        {
            file.name.removesuffix(end)
            for folder in folders
            for file in folder.iterdir()
            if file.name.endswith(end) and not file.name.startswith(".") and file.is_file()
        }
    )

"""Where content files lie: one's own folder before the built-in one, a language before English.

`de/money.toml` is `money.toml` in German: whatever has the same name is the same in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from workshop.core.text import shown
from workshop.errors import NotFound, Trouble, Unreadable
from workshop.words import _

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
                for folder in _inside(root):
                    if IN_A_LANGUAGE.fullmatch(folder.name) and _is_folder(folder):
                        yield from _called(name, folder)

    def _of(self, kind: str) -> Iterator[Traversable]:
        if self._own is not None:
            yield from self._spoken(self._own, kind)
        yield from self._spoken(self._builtin, kind)

    def _spoken(self, root: Traversable, kind: str = "") -> Iterator[Traversable]:
        """Yield the folder of a kind in each language that is asked for, and in English."""
        for place in (*(root / language for language in self._languages), root):
            folder = place / kind if kind else place
            if _is_folder(folder):
                yield folder


def _called(name: str, folder: Traversable) -> Iterator[Traversable]:
    """Yield the file called `name` in `folder`; it is listed, so that ../x finds nothing."""
    for file in _inside(folder):
        if file.name == name and _is_file(file):
            yield file


def _inside(folder: Traversable) -> Iterator[Traversable]:
    """Yield what is in a folder; nothing where it went away meanwhile, or cannot be listed."""
    with suppress(OSError):
        yield from folder.iterdir()


def _is_folder(at: Traversable) -> bool:
    try:
        return at.is_dir()
    except OSError:  # what lies in a folder that is closed to us
        return False


def _is_file(at: Traversable) -> bool:
    try:
        return at.is_file()
    except OSError:
        return False


def _names(folders: Iterable[Traversable], end: str) -> list[str]:
    return sorted(
        {
            file.name.removesuffix(end)
            for folder in folders
            for file in _inside(folder)
            if file.name.endswith(end) and not file.name.startswith(".") and _is_file(file)
        }
    )


def must_be_listed(folder: Path) -> None:
    """Raise Trouble unless `folder` is one whose files can be listed."""
    try:
        next(folder.iterdir(), None)
    except (FileNotFoundError, ValueError):
        raise NotFound(_("There is no folder {path}.").format(path=shown(str(folder)))) from None
    except NotADirectoryError:
        raise NotFound(_("{path} is no folder.").format(path=shown(str(folder)))) from None
    except OSError as error:
        raise Unreadable(
            _("The folder {path} cannot be opened: {why}.").format(
                path=shown(str(folder)), why=error.strerror
            )
        ) from None


def gone(folder: Path, why: Trouble) -> str:
    """Return what is said where a workshop's folder of own exercises cannot be looked into."""
    said = why.sentence
    if isinstance(why, NotFound):
        said = _("The folder {path} is not there now.").format(path=shown(str(folder)))
    mend = _("Your own exercises were in it: bring it back, or name another.")
    return f"{said} {mend}"

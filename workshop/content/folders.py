"""Where content files lie: one's own folder before the built-in one, a language before English.

`de/money.toml` is `money.toml` in German: whatever has the same name is the same in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.core.text import shown
from workshop.errors import NotFound, Trouble, Unreadable
from workshop.places import is_file, is_folder, names_in
from workshop.system import SYSTEM
from workshop.words import _

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

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
        """Return the file called `name` of a kind (exercises: ""), if there is one.

        Raises:
            Unreadable: a folder cannot be listed, and so nobody can tell.
        """
        if name.startswith("."):
            return None
        if self._own is not None:
            with suppress(NotFound):  # then what is built in is all there is
                must_be_listed(self._own)
        for at in self._of(kind):
            if (found := _called(name, _inside(at))) is not None:
                return found
        return None

    def names(self, kind: str, end: str) -> list[str]:
        """Return the names of all files of a kind, without how they end."""
        return _names(self._of(kind), end)

    def shipped(self, kind: str, name: str) -> Traversable:
        """Return a file that came with the program, whatever there is of one's own."""
        files = [folder / name for folder in self._spoken(self._builtin, kind)]
        return next((file for file in files if is_there(file)), self._builtin / kind / name)

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
                inside = _seen_inside(root)
                spoken = (one for one in inside if IN_A_LANGUAGE.fullmatch(one.name))
                for files in (inside, *map(_seen_inside, filter(_is_folder, spoken))):
                    if (found := _called(name, files)) is not None:
                        yield found

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


def _called(name: str, files: Iterable[Traversable]) -> Traversable | None:
    """Return the one called `name` of the `files` in a folder: so ../x finds nothing."""
    return next((file for file in files if file.name == name and is_there(file)), None)


def _inside(folder: Traversable) -> list[Traversable]:
    """Return what is in a folder, nothing where it went away meanwhile. Raises Unreadable."""
    if isinstance(folder, Path):
        return [folder / name for name in names_in(folder)]
    return list(folder.iterdir())  # in an archive


def _seen_inside(folder: Traversable) -> list[Traversable]:
    """Return the same, and nothing where it cannot be listed."""
    with suppress(Unreadable):
        return _inside(folder)
    return []


def _is_folder(at: Traversable) -> bool:
    if not isinstance(at, Path):
        return at.is_dir()
    with suppress(Unreadable):  # what lies in a folder that is closed to us
        return is_folder(at)
    return False


def is_there(at: Traversable) -> bool:
    """Whether a file of content is there; one that nobody can tell of is not."""
    if not isinstance(at, Path):
        return at.is_file()
    with suppress(Unreadable):
        return is_file(at)
    return False


def _names(folders: Iterable[Traversable], end: str) -> list[str]:
    return sorted(
        {
            file.name.removesuffix(end)
            for folder in folders
            for file in _seen_inside(folder)
            if file.name.endswith(end) and not file.name.startswith(".") and is_there(file)
        }
    )


def must_be_listed(folder: Path) -> None:
    """Raise Trouble unless `folder` is one whose files can be listed."""
    try:
        SYSTEM.names(folder)
    except (FileNotFoundError, ValueError):
        raise NotFound(_("There is no folder {path}.").format(path=shown(str(folder)))) from None
    except NotADirectoryError:
        raise NotFound(_("{path} is not a folder.").format(path=shown(str(folder)))) from None
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

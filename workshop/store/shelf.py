"""The files of one folder as bytes: as they lie there, or behind the lock of a workshop.

Whoever reads and writes documents names them as they are called in plain. Of a locked workshop,
each is in a file that is called the same and `.age`; nothing of it is ever written in plain.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop import paths
from workshop.errors import Unreadable
from workshop.places import names_in
from workshop.plain_file import SIZE_LIMIT, read_plain
from workshop.store import atomic
from workshop.store.files import bytes_of, numbers_among

if TYPE_CHECKING:
    from workshop.store.vault import Vault
    from workshop.system import System


class Shelf:
    """Where the bytes of documents are put, and taken from."""

    def __init__(self, system: System, vault: Vault | None = None) -> None:
        self._system, self.vault = system, vault
        self._opened: dict[Path, tuple[bytes, bytes]] = {}  # ciphertext as it lay, and what it is

    def file(self, path: Path) -> Path:
        """Return the file that a document is in."""
        return path if self.vault is None else paths.sealed(path)

    def read(self, path: Path) -> bytes | None:
        """Return what is in a document, up to one byte more than may be read; None without one.

        Raises:
            Unreadable: it cannot be opened.
        """
        file = self.file(path)
        raw = bytes_of(file, most=self._most, system=self._system)
        return None if raw is None else self._within(raw, path, str(file))

    def read_anything(self, path: Path) -> bytes | None:
        """Return what is in a document; what another key locked, or none, as it lies there.

        Raises:
            Unreadable: it cannot be opened.
        """
        raw = bytes_of(self.file(path), most=self._most, system=self._system)
        return None if raw is None else self._or_as_it_lies(raw, path)

    def as_it_lies(self, path: Path) -> bytes:
        """Return the same, for whoever has to tell one trouble of the disk from another.

        Raises:
            OSError: there is none, or it cannot be read.
        """
        raw = read_plain(self.file(path), self._most, follow=False, system=self._system)
        return self._or_as_it_lies(raw, path)

    def save(self, path: Path, data: bytes) -> None:
        """Put a document in its place, safe from a power cut on return. Raises NotSaved."""
        if self.vault is None:
            atomic.save(path, data, self._system)
            return
        raw = self.vault.seal(data)
        atomic.save(self.file(path), raw, self._system)
        self._opened[path] = (raw, data)

    def remove(self, path: Path) -> None:
        """Remove a document, if there is one. Raises NotSaved."""
        atomic.remove(self.file(path), self._system)
        self._opened.pop(path, None)

    def names(self, folder: Path) -> list[str]:
        """Return what the documents in a folder are called, in plain. Raises Unreadable."""
        names = names_in(folder, self._system)
        if self.vault is None:
            return names
        return [name.removesuffix(paths.SEALED) for name in names if name.endswith(paths.SEALED)]

    def numbers(self, folder: Path) -> tuple[int, ...]:
        """Return the numbers that documents in a folder are named by, in order: 1 for `1.toml`.

        Raises:
            Unreadable: it cannot be looked into, which is not to have none: a number is used once.
        """
        return numbers_among(self.names(folder))

    def _or_as_it_lies(self, raw: bytes, path: Path) -> bytes:
        try:
            return self._within(raw, path, "")
        except Unreadable:
            return raw  # whatever it is, it is not what was saved here last

    @property
    def _most(self) -> int:
        if self.vault is None:
            return SIZE_LIMIT + 1
        from workshop.store.vault import MOST

        return MOST

    def _within(self, raw: bytes, path: Path, name: str) -> bytes:
        """Return what is in the bytes of a file. Raises Unreadable."""
        if self.vault is None:
            return raw
        known = self._opened.get(path)
        if known is None or known[0] != raw:
            known = self._opened[path] = raw, self.vault.open(raw, name)
        return known[1]

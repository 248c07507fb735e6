"""The keys of locked workshops that somebody opened here, as long as the program runs.

Whoever wants the folder of a workshop gets it from here, so that nobody above has to know whether
it is locked. What opens a key is imported when somebody types a passphrase.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.store.folder import Folder
    from workshop.store.scrypt import Passphrases
    from workshop.store.vault import Vault


class Keyring:
    """Opens folders, locked or not."""

    def __init__(self, scrypt: Passphrases | None = None) -> None:
        """Hold no key yet.

        Args:
            scrypt: what opens a key file; the real one when None.
        """
        self._scrypt = scrypt
        self._vaults: dict[Path, Vault] = {}

    def folder(self, path: Path) -> Folder:
        """Return a workshop's folder; of a locked one, with its key where that was opened."""
        from workshop.store.folder import Folder

        return Folder(path, vault=self.vault(path))

    def vault(self, path: Path) -> Vault | None:
        """Return the key of a locked workshop, if it was opened here. Raises Unreadable."""
        if path in self._vaults and not _is_locked(path):
            del self._vaults[path]  # somebody took the lock off meanwhile
        return self._vaults.get(path)

    def needs_passphrase(self, path: Path) -> bool:
        """Whether a workshop is locked, and its key was not opened here. Raises Unreadable."""
        return path not in self._vaults and _is_locked(path)

    def unlock(self, path: Path, passphrase: str) -> None:
        """Open the key of a workshop. It takes seconds, and holds up nobody in another thread.

        Raises:
            Refused: it is nobody's passphrase.
            Trouble: the key could not be opened; the sentence says why.
        """
        from workshop.store.forgetting import HOLDERS
        from workshop.store.keys import opened

        self._vaults[path] = opened(path, passphrase, self.scrypt, HOLDERS)[0]

    @property
    def scrypt(self) -> Passphrases:
        """What opens a key file."""
        if self._scrypt is None:
            from workshop.store.scrypt import SCRYPT

            self._scrypt = SCRYPT
        return self._scrypt

    def keep(self, path: Path, vault: Vault) -> None:
        """Hold the key of a workshop that was opened, or made, elsewhere."""
        self._vaults[path] = vault

    def follow(self, path: Path, now: Path) -> None:
        """Hold the key of a workshop whose folder is called otherwise now."""
        if path in self._vaults:
            self._vaults[now] = self._vaults.pop(path)


def _is_locked(path: Path) -> bool:
    from workshop.store.outside import is_locked  # Home is there without any key

    return is_locked(path)

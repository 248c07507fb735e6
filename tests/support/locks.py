"""Locks for tests: a passphrase that opens at once, and two who type theirs."""

import getpass
from hashlib import sha256
from pathlib import Path

import pytest

from support.evening import UNSYNCED
from workshop.store import locking
from workshop.store.folder import Folder
from workshop.store.forgetting import Holder
from workshop.store.keys import opened, wrapped
from workshop.store.outside import outside_of
from workshop.store.vault import Vault
from workshop.system import System

HERS, HIS = "left and right of it", "a horse under stairs"
"""The passphrases of the two."""
BOTH: dict[Holder, str] = {"left": HERS, "right": HIS}


class Quick:
    """Puts a key behind a passphrase that takes no time at all, and keeps nobody out."""

    def wrap(self, secret: bytes, passphrase: str) -> bytes:
        return self._begins(passphrase) + secret.hex().encode()

    def unwrap(self, file: bytes, passphrase: str, name: str) -> bytes | None:  # noqa: ARG002
        begins = self._begins(passphrase)
        if not file.startswith(begins):
            return None
        return bytes.fromhex(file.removeprefix(begins).decode())

    def _begins(self, passphrase: str) -> bytes:
        return sha256(passphrase.encode()).hexdigest().encode() + b" "


QUICK = Quick()


def lock(path: Path, system: System = UNSYNCED) -> None:
    """Lock a workshop, as the program does it."""
    folder = Folder(path, system)
    folder.open()
    try:
        vault = Vault.new()
        files = wrapped(vault, BOTH, QUICK)
        locking.lock(path, outside_of(folder.workshop()), vault, files, system)
    finally:
        folder.close()


def vault_of(path: Path, passphrase: str = HERS) -> Vault:
    """Return the key of a locked workshop."""
    return opened(path, passphrase, QUICK, ("left", "right"))[0]


def unlock(path: Path, system: System = UNSYNCED) -> None:
    """Take the lock off a workshop, as the program does it."""
    vault = vault_of(path)
    folder = Folder(path, system, vault=vault)
    folder.open()
    try:
        locking.unlock(path, outside_of(folder.workshop()), vault, system)
    finally:
        folder.close()


def typing(patch: pytest.MonkeyPatch, *passphrases: str) -> list[str]:
    """Let these be typed where a passphrase is asked for. Returns what is not typed yet."""
    left = list(passphrases)

    def ask(prompt: str = "") -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    patch.setattr(getpass, "getpass", ask)
    patch.setattr("workshop.store.scrypt.SCRYPT", QUICK)
    return left

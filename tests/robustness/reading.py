"""How the files of a workshop are read, so that they can be compared: in plain, or locked."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from support.locks import HERS, HIS, QUICK

from workshop import paths
from workshop.errors import Trouble
from workshop.store.vault import Vault

from .writing import NEW

Files = Mapping[str, bytes]
Reading = Callable[[Files], Files]
NOBODY = b"nobody can read this"
"""What stands for a ciphertext that no key opens."""


def in_plain(files: Files) -> Files:
    """Return the files as they are."""
    return files


def unlocked(files: Files) -> Files:
    """Return the files with what is in them: each lock has another key, each save another text."""
    return {name: _held(name, held, files) for name, held in files.items()}


def _held(name: str, held: bytes, files: Files) -> bytes:
    path = PurePath(name)
    if name.endswith(paths.SEALED) and path.name.startswith("key-"):
        return _whose(path, held)
    if not name.endswith((paths.SEALED, paths.SEALED + paths.BACKUP)):
        return held
    vaults = (_key(PurePath(key), files[key]) for key in files if "/key-" in key)
    vault = next((vault for vault in vaults if vault is not None), None)
    try:
        return vault.open(held, name) if vault is not None else NOBODY
    except Trouble:
        return NOBODY


def _whose(path: PurePath, held: bytes) -> bytes:
    """Return which passphrase opens a key file: the key itself is another one each time."""
    for passphrase in (HERS, HIS, NEW):
        if QUICK.unwrap(held, passphrase, path.name) is not None:
            return passphrase.encode()
    return NOBODY


def _key(path: PurePath, held: bytes) -> Vault | None:
    """Return the key in a key file; None where no passphrase that is typed here opens it."""
    opened = (QUICK.unwrap(held, passphrase, path.name) for passphrase in (HERS, HIS, NEW))
    secret = next((secret for secret in opened if secret is not None), None)
    return Vault.of(secret) if secret is not None else None

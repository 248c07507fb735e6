"""How the files of a workshop are read, so that they can be compared: in plain, or locked."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from support.locks import BOTH, QUICK

from workshop import paths
from workshop.errors import Trouble
from workshop.store.vault import Vault

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
        return b"a key" if _key(path, held) else NOBODY
    if not name.endswith((paths.SEALED, paths.SEALED + paths.BACKUP)):
        return held
    vaults = (_key(PurePath(key), files[key]) for key in files if "/key-" in key)
    vault = next((vault for vault in vaults if vault is not None), None)
    try:
        return vault.open(held, name) if vault is not None else NOBODY
    except Trouble:
        return NOBODY


def _key(path: PurePath, held: bytes) -> Vault | None:
    """Return the key in a key file; None where the passphrase of whose it is does not open it."""
    for holder, passphrase in BOTH.items():
        if path.name == paths.key_name(holder):
            secret = QUICK.unwrap(held, passphrase, path.name)
            return Vault.of(secret) if secret is not None else None
    return None

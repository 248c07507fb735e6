"""The key of one workshop, as long as the program runs: documents become ciphertext, and back.

The format is that of `age` (age-encryption.org/v1), so that the tool of that name opens what is
written here. How the key itself is put away, behind a passphrase, `workshop.store.scrypt` knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.errors import NotFound, Unreadable
from workshop.plain_file import SIZE_LIMIT
from workshop.words import _

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

MOST = SIZE_LIMIT + 20_000
"""The largest ciphertext of a document, in bytes: a header, and sixteen bytes for each 64 kB."""


class Vault:
    """Whatever goes in is ciphertext, and only the key that is held here opens it.

    Anybody who knows the public half could write something that opens, and nobody but the holders
    of the key is told that half. So it hides what was written, and proves of nothing who wrote it.
    """

    def __init__(self, identity: Identity) -> None:
        self._identity = identity

    @staticmethod
    def new() -> Vault:
        """Return one with a key that there never was. Raises NotFound without the extra."""
        must_be_installed()
        from pyrage.x25519 import Identity

        return Vault(Identity.generate())

    @staticmethod
    def of(secret: bytes) -> Vault:
        """Return the one whose key that is, as `secret` has it.

        Raises:
            ValueError: that is no key.
            NotFound: the extra is not installed.
        """
        must_be_installed()
        from pyrage import IdentityError
        from pyrage.x25519 import Identity

        try:
            return Vault(Identity.from_str(secret.decode("ascii").strip()))
        except IdentityError as error:
            raise ValueError(str(error)) from None

    @property
    def secret(self) -> bytes:
        """The key, as `age` reads it from a file."""
        return f"{self._identity}\n".encode()

    def seal(self, data: bytes) -> bytes:
        """Return `data` as ciphertext."""
        import pyrage

        sealed: bytes = pyrage.encrypt(data, [self._identity.to_public()])
        return sealed

    def open(self, data: bytes, name: str) -> bytes:
        """Return what is in a ciphertext, which `name` tells people of.

        Raises:
            Unreadable: it is damaged, cut short, or another key's.
        """
        import pyrage

        try:
            opened: bytes = pyrage.decrypt(data, [self._identity])
        except pyrage.DecryptError:
            raise Unreadable(
                _(
                    "{name} does not open with the key of this workshop: it is damaged, cut short,"
                    " or from another one. It is left as it is; bring back a copy from before."
                ).format(name=name)
            ) from None
        return opened


def must_be_installed() -> None:
    """Raise NotFound where what encrypts is not installed."""
    try:
        import pyrage  # noqa: F401
    except ImportError:
        raise NotFound(
            _(
                "Locking needs one more package: pip install 'equal-say[lock]', where Equal Say is"
                " installed."
            )
        ) from None

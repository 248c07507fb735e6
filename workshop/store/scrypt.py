"""A key behind a passphrase: `age` files, armored, which a passphrase opens in about two seconds.

What is slow is done by a process of its own: the library lets nothing else of ours run meanwhile,
and a screen would stand still. The passphrase goes there through a pipe, so that no list of
processes shows it, and nothing is written to a disk.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import subprocess
import sys
from typing import Protocol

from workshop.errors import Trouble, Unreadable
from workshop.words import _

MOST_WORK = 22
"""The highest work factor that is tried, as `age` itself has it: each one more doubles the time and
the memory, and this takes 4 GB."""
MOST_BYTES = 10_000
"""A key file is no larger."""
_ARMOR = re.compile(
    rb"-----BEGIN AGE ENCRYPTED FILE-----\s+([A-Za-z0-9+/=\s]+?)\s+-----END AGE ENCRYPTED FILE-----"
)
_STANZA = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]+ ([0-9]{1,20})\n")
_CHILD = ("-P", "-m", "workshop.store.scrypt")
"""Not from the folder that somebody stands in, which may have a `workshop` of its own."""


class Passphrases(Protocol):
    """Puts a secret behind a passphrase, and takes it out again."""

    def wrap(self, secret: bytes, passphrase: str) -> bytes:
        """Return a file that holds `secret`, for whoever knows the passphrase."""

    def unwrap(self, file: bytes, passphrase: str, name: str) -> bytes | None:
        """Return the secret in a file; None where it is another passphrase's."""


class Scrypt:
    """The real thing: slow on purpose, so that guessing is slow as well."""

    def wrap(self, secret: bytes, passphrase: str) -> bytes:
        """Return a file that holds `secret`, for whoever knows the passphrase."""
        done = _in_a_process("wrap", secret, passphrase)
        if done is None:
            raise Trouble(_("The key could not be put behind the passphrase. Try again."))
        return done

    def unwrap(self, file: bytes, passphrase: str, name: str) -> bytes | None:
        """Return the secret in a file; None where it is another passphrase's.

        Raises:
            Unreadable: it is no key file, or asks for more work than is ever needed.
        """
        work = work_factor(file)
        if work is None:
            raise Unreadable(
                _(
                    "{name} is not a key file as this program writes it: damaged, or cut short. It"
                    " is left as it is; bring back a copy from before."
                ).format(name=name)
            )
        if work > MOST_WORK:
            raise Unreadable(
                _(
                    "{name} asks for more work than any key file needs, so it was not tried: the"
                    " machine might stand still. It is left as it is."
                ).format(name=name)
            )
        if not can_be_typed(passphrase):
            return None
        return _in_a_process("unwrap", file, passphrase)


SCRYPT = Scrypt()


def can_be_typed(passphrase: str) -> bool:
    """Whether a passphrase is text: a terminal may hand over bytes that are none."""
    try:
        passphrase.encode()
    except UnicodeEncodeError:
        return False
    return True


def work_factor(file: bytes) -> int | None:
    """Return the power of two of steps that a key file asks for; None where it is none."""
    armored = _ARMOR.fullmatch(file.strip()) if len(file) <= MOST_BYTES else None
    if armored is None:
        return None
    try:
        found = _STANZA.match(base64.b64decode(b"".join(armored[1].split()), validate=True))
    except binascii.Error:
        return None
    return int(found[1]) if found else None


def _in_a_process(what: str, data: bytes, passphrase: str) -> bytes | None:
    """Have a process of its own do it. Returns None where the passphrase is another."""
    asked = json.dumps({"what": what, "data": data.decode("latin-1"), "passphrase": passphrase})
    try:
        ran = subprocess.run(
            [sys.executable, *_CHILD], input=asked.encode(), capture_output=True, check=False
        )
    except OSError as error:
        raise Trouble(
            _("The program could not begin what opens a key: {why}. Try again.").format(
                why=error.strerror
            )
        ) from None
    if ran.returncode:
        raise Trouble(_("The key was not opened: too little memory, perhaps. Try again."))
    return bytes.fromhex(ran.stdout.decode("ascii")) if ran.stdout else None


def _do() -> None:
    """Do what is asked on standard input: what the process is for."""
    from pyrage import DecryptError, passphrase

    from workshop.doors import keep_memory_off_disk

    keep_memory_off_disk()
    asked = json.loads(sys.stdin.buffer.read())
    data = asked["data"].encode("latin-1")
    try:
        if asked["what"] == "wrap":
            done = passphrase.encrypt(data, asked["passphrase"], armored=True)
        else:
            done = passphrase.decrypt(data, asked["passphrase"])
    except DecryptError:
        return
    sys.stdout.write(done.hex())


if __name__ == "__main__":
    _do()

"""Who can open a locked workshop: its key files, and the keys that were opened meanwhile.

Each partner has an own key file; all of a workshop hold the same key, so that neither can lock the
other out. What a passphrase opened stays in memory until the program ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shlex import quote
from threading import Thread
from typing import TYPE_CHECKING

from workshop import paths
from workshop.core.text import shown
from workshop.errors import NotFound, Refused, Trouble, Unreadable
from workshop.places import is_taken
from workshop.store import atomic, vault
from workshop.store.files import bytes_of
from workshop.store.forgetting import HOLDERS, Holder
from workshop.store.locked import files_in
from workshop.system import SYSTEM
from workshop.words import _

if TYPE_CHECKING:
    from workshop.store.scrypt import Passphrases

PARTNERS: tuple[Holder, ...] = ("left", "right")
"""Who has a key file for sure: each of the two."""
FEWEST = 8
"""How many characters a passphrase has at least."""
MOST = 1000
"""And at most: a terminal takes no longer line."""


def key_file(folder: Path, holder: Holder) -> Path:
    """Return where the key of somebody is."""
    return folder / paths.key_name(holder)


def must_do(passphrase: str) -> None:
    """Raise Refused if a passphrase would keep nobody out, or could not be typed elsewhere."""
    if len(passphrase) < FEWEST or not passphrase.strip():
        raise Refused(
            _(
                "That is short, and could be guessed. Take at least {count} characters: a few"
                " words that are in no song are easy to keep in mind."
            ).format(count=FEWEST)
        )
    if len(passphrase) > MOST or not passphrase.isprintable():
        raise Refused(
            _("There is something in it that cannot be typed everywhere. Take letters and words.")
        )


def must_be_there(folder: Path, holders: tuple[Holder, ...] = HOLDERS) -> dict[Holder, bytes]:
    """Return the key files there are, by whose they are.

    Raises:
        NotFound: there is none.
        Unreadable: one cannot be read.
    """
    read = {one: bytes_of(key_file(folder, one)) for one in holders}
    files = {one: data for one, data in read.items() if data is not None}
    if not files:
        raise NotFound(
            _(
                "In {folder} there is no key file, and nothing else opens what is locked there."
                " Bring back {names} from a copy."
            ).format(
                folder=shown(str(folder)),
                names=", ".join(key_file(folder, one).name for one in holders),
            )
        )
    return files


def lost_key(folder: Path) -> str:
    """Return that the key file of one of the two is gone, and the way on; empty where none is.

    Where nobody can tell, whoever opens them says why.
    """
    lost: list[Path] = []
    with suppress(Unreadable):
        lost += (file for one in PARTNERS if not is_taken(file := key_file(folder, one)))
    if not lost:
        return ""
    label = quote(shown(folder.name))
    return _(
        "Missing here: {names}. Who has the passphrase that belongs to it opens nothing now. Bring"
        " it back from a copy of the folder; or `workshop unlock {label}`, then `workshop lock"
        " {label}`, where both choose a passphrase anew."
    ).format(names=", ".join(key.name for key in lost), label=label)


def opened(
    folder: Path, passphrase: str, scrypt: Passphrases, holders: tuple[Holder, ...]
) -> tuple[vault.Vault, frozenset[Holder]]:
    """Return the key of a locked workshop, and whose passphrase it can be that opened it.

    All key files are tried at once, so that it takes as long for one partner as for the other.

    Args:
        folder: where the workshop is.
        passphrase: what was typed.
        scrypt: what opens a key file.
        holders: whose it may be.

    Raises:
        Refused: it is nobody's passphrase.
        NotFound: there is no key file, or the extra is not installed.
        Unreadable: a key file is damaged, or of another workshop.
    """
    vault.must_be_installed()
    files = must_be_there(folder, holders)
    found: dict[Holder, bytes] = {}
    troubles: list[Trouble] = []

    def unwrap(one: Holder, data: bytes) -> None:
        try:
            secret = scrypt.unwrap(data, passphrase, str(key_file(folder, one)))
            if secret is not None:
                found[one] = secret
        except Trouble as trouble:
            troubles.append(trouble)

    # None that Python waits for at its end: who hides the screen meanwhile is gone at once.
    tries = [Thread(target=unwrap, args=file, daemon=True) for file in files.items()]
    for one in tries:
        one.start()
    for one in tries:
        one.join()
    for holder, secret in found.items():
        return _of(folder, holder, secret), frozenset(found)
    if troubles:
        raise troubles[0]
    raise Refused(_("That passphrase opens nothing here. Nothing was changed."))


def _of(folder: Path, holder: Holder, secret: bytes) -> vault.Vault:
    """Return the vault that a secret opens. Raises Unreadable if that is not the one here.

    It is, if it opens any document: one that is damaged is told by whoever reads it, and the others
    are there still.
    """
    try:
        found = vault.Vault.of(secret)
        if _opens_one(folder, found):
            return found
    except ValueError:
        pass  # it opened, and is no key
    raise Unreadable(
        _(
            "{key} opens, but nothing of what is locked here: it is from another workshop, or all"
            " of that is damaged. It is left as it is; bring back a copy from before."
        ).format(key=key_file(folder, holder))
    )


def _opens_one(folder: Path, found: vault.Vault) -> bool:
    """Whether a key opens any document there is, or there is none."""
    documents = files_in(folder, SYSTEM, sealed=True)
    for path in documents:
        with suppress(Unreadable):
            data = bytes_of(paths.sealed(path), most=vault.MOST)
            if data is not None:
                found.open(data, str(path))
                return True
    return not documents


def wrapped(
    found: vault.Vault, passphrases: Mapping[Holder, str], scrypt: Passphrases
) -> dict[str, bytes]:
    """Return the key files that these passphrases open, by their names; each was tried once.

    Raises:
        Trouble: the key could not be put behind a passphrase.
    """
    files: dict[str, bytes] = {}
    for holder, passphrase in passphrases.items():
        name = paths.key_name(holder)
        files[name] = scrypt.wrap(found.secret, passphrase)
        if scrypt.unwrap(files[name], passphrase, name) != found.secret:
            raise Unreadable(
                _("{name} did not open when it was tried. Nothing was changed.").format(name=name)
            )
    return files


def give(
    folder: Path, found: vault.Vault, holder: Holder, passphrase: str, scrypt: Passphrases
) -> None:
    """Let a passphrase open a locked workshop, in the place of the one that somebody had.

    Raises:
        NotSaved: the file could not be written; the key file is as it was.
        Trouble: the key could not be put behind the passphrase.
    """
    for name, data in wrapped(found, {holder: passphrase}, scrypt).items():
        atomic.save(folder / name, data)


def take_out(folder: Path, holder: Holder) -> None:
    """Let somebody's passphrase open nothing any more. Raises NotSaved."""
    atomic.remove(key_file(folder, holder))

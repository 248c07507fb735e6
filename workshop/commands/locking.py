"""The commands lock and unlock: passphrases of both, asked for in turn, never on the command line.

What is written in which order, `workshop.store.locking` knows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.cards.copies_told import half_a_copy
from workshop.commands.context import Context
from workshop.commands.unlocking import folder_of, typed
from workshop.core.text import one_line, shown
from workshop.errors import Refused, Trouble
from workshop.store import keys as who
from workshop.store import locking
from workshop.store.copies import halves_in
from workshop.store.forgetting import contents
from workshop.store.locked import files_in, still_sealed
from workshop.store.outside import Outside, is_locked, outside_of
from workshop.store.sync_copies import is_copy
from workshop.store.vault import Vault, must_be_installed
from workshop.system import SYSTEM
from workshop.words import _

if TYPE_CHECKING:
    from workshop.store.folder import Folder
    from workshop.store.forgetting import Holder

TRIES = 3
"""How often a new passphrase is asked for, until it is long enough and typed twice alike."""


def lock(context: Context) -> int:
    """Lock a workshop: from then on nothing of it is on the disk but what a passphrase opens."""
    must_be_installed()
    path = context.workshops.find(context.options.label)
    context.say_unguarded([path])
    _must_be_typed(_("`workshop lock` asks both of you for a passphrase: type it in a terminal."))
    options = context.options
    if options.passphrase or options.third or options.without_third:
        from workshop.commands.holders import change

        return change(context, path)
    if is_locked(path):
        return _locked_already(context, path)
    with held(folder_of(context, path)) as folder:
        workshop = folder.workshop()
        locking.must_be_lockable(path)  # before anybody has chosen a passphrase
        left, right = workshop.names
        context.say(*_what_it_does(path.name, left, right))
        passphrases: dict[Holder, str] = {
            "left": _passphrase_of(context, left, right),
            "right": _passphrase_of(context, right, left),
        }
        context.say(_("Locking: this takes about ten seconds."))
        vault = Vault.new()
        files = who.wrapped(vault, passphrases, context.keys.scrypt)
        locking.lock(path, _outside(folder), vault, files)
    context.say(_("{label} is locked.").format(label=shown(path.name)))
    _tell_what_is_left(context, path)
    if workshop.copies:
        copies = (f"  {one_line(copy)}" for copy in workshop.copies)
        context.say(_("These copies outside of it are not locked:"), *copies)
        for half in halves_in(Path(copy).parent for copy in workshop.copies):
            context.complain(half_a_copy(half))
    context.say(*_what_it_cannot_reach())
    return 0


def unlock(context: Context) -> int:
    """Take the lock off a workshop for good, where both say so."""
    must_be_installed()
    path = context.workshops.find(context.options.label)
    context.say_unguarded([path])
    label = shown(path.name)
    if not is_locked(path):
        raise Refused(_("{label} is not locked.").format(label=label))
    with held(folder_of(context, path)) as folder:
        context.say(
            _("Without the lock, anyone who can read the files of {label} can read it.").format(
                label=label
            )
        )
        # One passphrase opens it all the same, and could write it down elsewhere. But that it
        # lies here in plain again concerns both, and so both are asked.
        for name in folder.workshop().names:
            context.say(
                _("{name}: type yes to take the lock off, or anything else to leave it.").format(
                    name=name
                )
            )
            if one_line(sys.stdin.readline()).casefold() != _("yes"):
                context.say(_("It stays locked."))
                return 1
        vault = context.keys.vault(path)
        assert vault is not None
        locking.unlock(path, _outside(folder), vault)
    context.say(_("{label} is not locked any more.").format(label=label))
    if left := still_sealed(path, SYSTEM):
        context.complain(
            _(
                "Still ciphertext, since nobody knows what it was called, so the keys stay beside"
                " it: {names}."
            ).format(names=", ".join(one_line(name) for name in left))
        )
    return 0


@contextmanager
def held(folder: Folder) -> Iterator[Folder]:
    """Open a workshop, and keep others from writing in it meanwhile."""
    folder.open()
    try:
        yield folder
    finally:
        folder.close()


def _outside(folder: Folder) -> Outside:
    evening = folder.evening()
    return outside_of(folder.workshop(), None if evening is None else evening.began)


def _must_be_typed(sentence: str) -> None:
    if not sys.stdin.isatty():
        raise Trouble(sentence)


def _locked_already(context: Context, path: Path) -> int:
    """Settle what a stop left of locking, and say that it is done."""
    with held(folder_of(context, path)):
        left = files_in(path, SYSTEM)
    context.say(_("{label} is locked already.").format(label=shown(path.name)))
    for file in left:
        context.complain(
            _(
                "{path} lies there in plain, and says something other than what is locked. Look at"
                " it, and move it out of the folder."
            ).format(path=one_line(str(file)))
        )
    return 1 if left else 0


def _tell_what_is_left(context: Context, path: Path) -> None:
    """Name what lies in its folder and is not the program's: that was not locked."""
    found = contents(path)
    others = (*found.maybe, *found.others)
    folders = [name for name in others if name[-1] == "/" and is_copy(name[:-1])]
    copies = [one_line(name) for name in folders]
    if copies:
        context.complain(
            _(
                "Copies of its folders, and not locked: {names}. Move them out, or delete them, if"
                " nobody else is to read them."
            ).format(names=", ".join(copies))
        )
    names = [one_line(name) for name in others if name not in folders]
    if names:
        context.say(
            _("Not of this program, in its folder, and not locked: {names}").format(
                names=", ".join(names)
            )
        )


def _passphrase_of(context: Context, name: str, other: str) -> str:
    """Ask one of the two for a passphrase. Raises Trouble if none is chosen."""
    context.say(
        _("{name}, choose a passphrase of your own. {other} looks away.").format(
            name=name, other=other
        )
    )
    return chosen(context, name)


def chosen(context: Context, name: str) -> str:
    """Return a passphrase that was typed twice alike, and would keep somebody out."""
    for _try in range(TRIES):
        passphrase = typed(_("{name}, your passphrase:").format(name=name))
        try:
            who.must_do(passphrase)
        except Refused as refused:
            context.say(refused.sentence)
            continue
        if typed(_("{name}, the same once more:").format(name=name)) == passphrase:
            return passphrase
        context.say(_("That was not the same. Begin again."))
    raise Trouble(_("No passphrase was chosen, so nothing was changed."))


def _what_it_does(label: str, left: str, right: str) -> Iterator[str]:
    yield _("This locks {label}: everything of it but its label and a few days.").format(
        label=shown(label)
    )
    yield _(
        "{left} and {right} each choose a passphrase. Each of the two opens all of it, so neither"
        " can lock the other out. Nobody asks why somebody does not want to: Enter stops here, and"
        " nothing is changed."
    ).format(left=left, right=right)
    yield _(
        "Keep it where you keep what matters: if both are forgotten, nothing and nobody opens it"
        " again."
    )


def _what_it_cannot_reach() -> Iterator[str]:
    yield _(
        "It cannot reach copies that were saved or printed, backups, what a sync program kept of"
        " earlier, or what a disk still holds of deleted files. Encrypting the whole disk helps"
        " there."
    )
    yield _("It hides what you wrote; it does not show who wrote it.")

"""Who can open a locked workshop: another passphrase of one's own, a third person let in or out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.commands.context import Context
from workshop.commands.locking import chosen, held
from workshop.commands.unlocking import typed
from workshop.core.text import one_line, shown
from workshop.errors import Refused
from workshop.places import is_taken
from workshop.store import keys as who
from workshop.store.forgetting import HOLDERS
from workshop.store.outside import is_locked
from workshop.words import _

if TYPE_CHECKING:
    from workshop.store.folder import Folder
    from workshop.store.forgetting import Holder


def change(context: Context, path: Path) -> int:
    """Change who can open a locked workshop, as was asked for."""
    options = context.options
    if not is_locked(path):
        raise Refused(_("{label} is not locked.").format(label=shown(path.name)))
    if options.passphrase:
        _another_passphrase(context, path)
    elif options.third:
        _let_in(context, path)
    else:
        _let_out(context, path)
    return 0


def _another_passphrase(context: Context, path: Path) -> None:
    """Let one of them choose another passphrase; that of the other stays."""
    holders = _open(context, path, _("Your passphrase as it is:"), HOLDERS)
    with held(context.keys.folder(path)) as folder:
        names = _names(folder, path)
        # Asked whatever it opened: else who has the same as the other would be told so.
        context.say(_("Whose passphrase is to change?"))
        context.say(*(f"  {place}: {name}" for place, name in enumerate(names.values(), start=1)))
        said = one_line(sys.stdin.readline())
        numbered = dict(zip(map(str, range(1, len(names) + 1)), names, strict=False))
        holder = numbered.get(said)
        if holder is None:
            raise Refused(_("No number was typed, so nothing was changed."))
        if holder not in holders:
            raise Refused(
                _("That was not the passphrase of {name}. Nothing was changed.").format(
                    name=names[holder]
                )
            )
        _give(context, path, holder, chosen(context, names[holder]))
    context.say(
        _("It is changed."),
        _(
            "A copy of {file} from before, in a backup perhaps, still opens with the old"
            " passphrase."
        ).format(file=who.key_file(path, holder).name),
    )


def _let_in(context: Context, path: Path) -> None:
    """Let a third person in, where both partners have typed their passphrases."""
    if is_taken(who.key_file(path, "third")):
        raise Refused(
            _("A third person is let in already. `workshop lock --without-third` changes that.")
        )
    first = _open(context, path, _("The passphrase of one of you:"), who.PARTNERS)
    other = _open(context, path, _("The passphrase of the other:"), who.PARTNERS)
    if len(first | other) < len(who.PARTNERS):
        raise Refused(_("That was the same partner twice. It takes both. Nothing was changed."))
    with held(context.keys.folder(path)):
        context.say(
            _(
                "Now the third person types a passphrase. From then on that one can read all of it,"
                " whenever the files are at hand, without either of you."
            )
        )
        _give(context, path, "third", chosen(context, _("You who are let in")))
    context.say(_("A third person can open it now. Either of you can take that back."))


def _let_out(context: Context, path: Path) -> None:
    """Let the third person in no longer: one of those who can open it is enough for that."""
    if not is_taken(who.key_file(path, "third")):
        raise Refused(_("No third person is let in."))
    _open(context, path, _("A passphrase of one of you:"), HOLDERS)
    with held(context.keys.folder(path)):
        who.take_out(path, "third")
    context.say(
        _("The third passphrase opens nothing here any more."),
        _(
            "Who kept a copy of {file} can still open these files with it. `workshop unlock`, then"
            " `workshop lock`, makes a new key."
        ).format(file=who.key_file(path, "third").name),
    )


def _open(
    context: Context, path: Path, prompt: str, holders: tuple[Holder, ...]
) -> frozenset[Holder]:
    """Ask for a passphrase, hold the key that it opens, and return whose it can be."""
    passphrase = typed(prompt)
    context.tell(_("Unlocking: this takes a few seconds."))
    vault, found = who.opened(path, passphrase, context.keys.scrypt, holders)
    context.keys.keep(path, vault)
    return found


def _give(context: Context, path: Path, holder: Holder, passphrase: str) -> None:
    context.tell(_("This takes a few seconds."))
    vault = context.keys.vault(path)
    assert vault is not None  # it was opened just now
    who.give(path, vault, holder, passphrase, context.keys.scrypt)


def _names(folder: Folder, path: Path) -> dict[Holder, str]:
    """Return what those are called who can open it."""
    left, right = folder.workshop().names
    names: dict[Holder, str] = {"left": left, "right": right, "third": _("the third person")}
    return {one: name for one, name in names.items() if is_taken(who.key_file(path, one))}

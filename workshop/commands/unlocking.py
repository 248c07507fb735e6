"""The folder of a workshop, for any command: of a locked one, once a passphrase was typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.core.text import shown
from workshop.errors import Locked, Refused, Trouble
from workshop.words import _

if TYPE_CHECKING:
    from workshop.commands.context import Context
    from workshop.store.folder import Folder


def folder_of(context: Context, path: Path) -> Folder:
    """Return the folder of a workshop.

    Raises:
        Locked: it is locked, and nobody is there to type a passphrase, or what was typed opens
            nothing.
    """
    if context.keys.needs_passphrase(path):
        from workshop.store.keys import lost_key, must_be_there
        from workshop.store.locked import locked
        from workshop.store.vault import must_be_installed

        must_be_installed()
        must_be_there(path)
        if not sys.stdin.isatty():
            raise locked(path)
        if lost := lost_key(path):
            context.complain(lost)
        passphrase = typed(_("A passphrase for {label}:").format(label=shown(path.name)))
        context.tell(_("Unlocking: this takes a few seconds."))
        try:
            context.keys.unlock(path, passphrase)
        except Refused as refused:
            raise Locked(refused.sentence) from None
    return context.keys.folder(path)


def typed(prompt: str) -> str:
    """Return a passphrase, which is not shown as it is typed. Raises Trouble if there is none."""
    from getpass import getpass

    try:
        passphrase = getpass(f"{prompt} ")
    except EOFError:
        passphrase = ""
    if not passphrase:
        raise Trouble(_("No passphrase was typed, so nothing was changed."))
    return passphrase

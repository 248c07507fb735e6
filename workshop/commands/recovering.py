"""The command recover: what there is of a workshop, file by file, and what can be done about it."""

from __future__ import annotations

import sys
from shlex import quote
from typing import TYPE_CHECKING

from workshop.commands.context import Context
from workshop.commands.unlocking import folder_of
from workshop.core.text import shown
from workshop.store import forgetting, listing
from workshop.words import _

if TYPE_CHECKING:
    from workshop.plain.terminal import Terminal


def recover(context: Context) -> int:
    """Say what there is of a workshop; in a terminal, ask what is to be done about each file.

    Nothing is changed without a yes. 1 if a file cannot be read.
    """
    path = forgetting.found(context.data, context.options.label)
    if forgetting.is_cut_off(path):
        listing.find(context.data, context.options.label)  # which says what is left there
    folder_of(context, path)  # a passphrase is typed where it is locked
    recovery = context.workshops.recovery(path)
    context.say(*recovery.report)
    offers = recovery.offers
    if not offers:
        return 0 if recovery.is_whole else 1
    if not sys.stdin.isatty():
        context.say(
            _("What could be done:"),
            *(f"  {offer}" for offer in offers),
            _("Nothing was changed. In a terminal, `workshop recover {label}` asks.").format(
                label=quote(shown(path.name))
            ),
        )
        return 1
    from workshop.desk.guides.directories import Directories
    from workshop.plain import home
    from workshop.plain.choosing import led, obeying

    recovery.begin()

    def asked(terminal: Terminal) -> int:
        lines = lambda: Directories.of(context.library, context.clock.today())  # noqa: E731
        led(terminal, recovery, obeying(terminal, lines))
        for line in (*recovery.said, recovery.verdict):
            terminal.say(line)
        if recovery.opens and not recovery.is_whole:  # else why it is no good end would be unsaid
            for line in recovery.report:
                terminal.say(line)
        return 0

    code = home.hold(asked, sys.stdin, sys.stdout, context.environment)
    return code or (0 if recovery.is_whole else 1)

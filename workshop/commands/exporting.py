"""The command export: a copy of the agreement to print, share or put in a calendar."""

from pathlib import Path

from workshop.commands.context import Context
from workshop.commands.source import source
from workshop.core.text import one_line
from workshop.errors import Trouble, WrongUse
from workshop.export.copy import as_copy
from workshop.store import copies
from workshop.words import _


def export(context: Context) -> int:
    """Print a copy of an agreement, or save it as a file that is not there yet."""
    options = context.options
    if options.with_text and options.to != "ics":
        raise WrongUse(_("--with-text goes with --to ics: other copies have the words anyway."))
    found = source(context, options.target)
    data = as_copy(found.agreement, options.to, context.clock.today(), with_text=options.with_text)
    if options.output is None:
        context.hand_out(data)
        return 0
    path = Path(options.output).expanduser().absolute()
    copies.save_copy(path, data)
    context.say(
        _("Saved as {path}.").format(path=one_line(str(path))),
        _("`workshop forget` leaves this copy alone: to be rid of it, delete it yourself."),
    )
    if found.folder is not None:
        _note(context, found.folder, path)
    return 0


def _note(context: Context, folder: Path, path: Path) -> None:
    """Note in the workshop where the copy is; the copy is made, so a failure is only told."""
    try:
        copies.note_copy(folder, path)
    except Trouble as trouble:
        context.complain(
            _("`workshop where` will not name this copy, since that could not be noted.")
            + " "
            + trouble.sentence
        )

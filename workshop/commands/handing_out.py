"""Where a copy or a sheet goes: to standard output, or into a file that is not there yet."""

from collections.abc import Sequence
from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.core.text import can_be_shown, one_line
from workshop.errors import Trouble
from workshop.words import _


def hand_out(context: Context, data: bytes, of: Sequence[Path] = ()) -> None:
    """Print `data`, or save it where `-o` says, and note that in the workshops it is of.

    Args:
        context: the call.
        data: what is handed out.
        of: the folders of the workshops from which there is something in it.

    Raises:
        Trouble: something is there already, or it could not be written.
    """
    output = context.options.output
    if output is None:
        context.hand_out(data)
        return
    from workshop.store import copies  # whoever prints needs none of it

    path = paths.whole(output)
    if not can_be_shown(str(path)):  # it could be noted under another name only
        raise Trouble(
            _("{path} has characters that cannot be shown. Name another file.").format(
                path=ascii(str(path))
            )
        )
    copies.save_copy(path, data)
    for folder in of:
        _note(context, folder, path)
    context.say(_("Saved as {path}.").format(path=one_line(str(path))))
    if of:
        context.say(
            _("`workshop forget` leaves this copy alone: to be rid of it, delete it yourself.")
        )


def _note(context: Context, folder: Path, path: Path) -> None:
    """Note in the workshop where the copy is; the copy is made, so a failure is only told."""
    from workshop.store import copies

    try:
        copies.note_copy(context.keys.folder(folder), path)
    except Trouble as trouble:
        context.complain(
            _("`workshop where` will not name this copy, since that could not be noted.")
            + " "
            + trouble.sentence
        )

"""Where a copy or a sheet goes: to standard output, or into a file that is not there yet."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from workshop import paths
from workshop.cards.copies_told import half_a_copy
from workshop.commands.context import Context
from workshop.core.text import can_be_shown, one_line
from workshop.errors import Trouble
from workshop.places import is_taken
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
    if output in (None, "-"):
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
    copies.must_be_free(path)
    context.say_unguarded(of)
    # Noted first: a stop in between leaves a note too many, and no copy that nobody knows of.
    noted = [folder for folder in of if _note(context, folder, path)]
    try:
        copies.save_copy(path, data)
    except Trouble:
        for folder in noted:
            with suppress(Trouble):
                if not is_taken(path):  # it may be there, and only not be safe yet
                    copies.drop_note(context.keys.folder(folder), path)
        raise
    context.say(_("Saved as {path}.").format(path=one_line(str(path))))
    for half in copies.halves_in([path.parent]):
        context.complain(half_a_copy(half))
    if of:
        context.say(
            _("`workshop forget` leaves this copy alone: to be rid of it, delete it yourself.")
        )


def _note(context: Context, folder: Path, path: Path) -> bool:
    """Note in the workshop where the copy will be; a failure is told, and no reason for none.

    Returns:
        Whether it is noted now, and was not before.
    """
    from workshop.store import copies

    try:
        return copies.note_copy(context.keys.folder(folder), path)
    except Trouble as trouble:
        context.complain(
            _("`workshop where` will not name this copy, since that could not be noted.")
            + " "
            + trouble.sentence
        )
        return False

"""What the Desk asks the two where the disk does not do what it should."""

from workshop.cards.choice import Choice, Option
from workshop.cards.deeds import (
    Back,
    LeaveDeed,
    Overwrite,
    Retry,
    SaveElsewhere,
    Stop,
    StopUnsaved,
    UnsavedDeed,
)
from workshop.errors import ChangedOnDisk, Trouble
from workshop.words import _


def unguarded() -> Choice[LeaveDeed]:
    """Tell that the disk keeps no second window out, and what that asks of the two."""
    return Choice(
        _("This disk cannot keep a second window out."),
        (
            _(
                "Have this workshop open in this window alone, on one computer. What two windows"
                " write at the same time could be lost."
            ),
        ),
        (
            Option(Back(), _("Only this window is open: go on")),
            Option(Stop(), _("Stop")),
        ),
    )


def unreachable(trouble: Trouble) -> Choice[UnsavedDeed]:
    """Tell that the disk did not say what was asked of it; nothing waits to be saved."""
    retry, elsewhere, *_more = unsaved(trouble).options
    return Choice(
        _("Your folder cannot be read just now. What you answered is still here."),
        (trouble.sentence,),
        (retry, elsewhere, Option(StopUnsaved(), _("Stop"))),
    )


def unsaved(trouble: Trouble) -> Choice[UnsavedDeed]:
    """Tell that a save failed, and what can be done. What was answered is still in memory."""
    options: list[Option[UnsavedDeed]] = [
        Option(Retry(), _("Try again")),
        Option(
            SaveElsewhere(),
            _("Save everything in another folder"),
            asks_for=_("The path of a folder that is not there yet"),
        ),
    ]
    if isinstance(trouble, ChangedOnDisk):
        options.append(
            Option(Overwrite(), _("Save this; what is on disk is kept as a copy beside it"))
        )
    options.append(Option(StopUnsaved(), _("Stop without saving the last answer")))
    return Choice(
        _("This is not saved yet. What you answered is still here."),
        (trouble.sentence,),
        tuple(options),
    )

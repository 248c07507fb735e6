"""What the Desk asks the two where the disk does not do what it should."""

from workshop.cards.choice import Choice, Option
from workshop.cards.deeds import (
    Back,
    GoOnWithThis,
    LeaveDeed,
    MissedDeed,
    Overwrite,
    PutCopyBack,
    ReadCopy,
    ReadThis,
    Retry,
    SaveElsewhere,
    Stop,
    StopUnsaved,
    UnsavedDeed,
)
from workshop.cards.missed import how_come, missed
from workshop.cards.place_told import keeps_nobody_out
from workshop.core.agreement.found import Missing
from workshop.errors import ChangedOnDisk, NotFound, Trouble
from workshop.words import _, plural


def unguarded() -> Choice[LeaveDeed]:
    """Tell that the disk keeps no second window out, and what that asks of the two."""
    said, asked = keeps_nobody_out()
    return Choice(
        said,
        (asked,),
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


def not_there(trouble: NotFound) -> Choice[UnsavedDeed]:
    """Tell that what comes next is not there just now; what was saved is not in question."""
    return Choice(
        _("This cannot go on just now. What you answered is still here."),
        (trouble.sentence,),
        (Option(Retry(), _("Try again")), Option(StopUnsaved(), _("Stop"))),
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
    options.append(_stop_unsaved())
    return Choice(
        _("This is not saved yet. What you answered is still here."),
        (trouble.sentence,),
        tuple(options),
    )


def less_than_seen(missing: Missing, *, unsaved: bool) -> Choice[MissedDeed]:
    """Tell that the agreement is not what both have seen, and what they can do. Blames nobody.

    Args:
        missing: what is there of it.
        unsaved: whether something was answered that is not saved yet.
    """
    gone = missing.found == "gone"
    lines = [how_come(), _counted(missing)]
    options: list[Option[MissedDeed]] = []
    if not gone:
        options.append(Option(ReadThis(), _("Read what is there now")))
    if missing.copy is not None:
        options.append(Option(ReadCopy(), _("Read the last good copy")))
        put_back = _("Put that copy in its place; what is there now stays beside it")
        options.append(Option(PutCopyBack(), _("Put that copy in its place") if gone else put_back))
    lines.append(_("Decide it together: what you choose counts for both of you from now on."))
    go_on = _("Go on without it") if gone else _("Go on with what is there")
    options += [Option(GoOnWithThis(), go_on), Option(Retry(), _("Look again"))]
    stop = Option[MissedDeed](Stop(), _("Stop; nothing is changed"))
    if unsaved:
        lines.append(_("What you answered is still here, and is not saved yet."))
        stop = _stop_unsaved()
    return Choice(missed(missing.found), tuple(lines), (*options, stop))


def _stop_unsaved() -> Option[StopUnsaved]:
    stop = _("Stop without saving the last answer")
    return Option(StopUnsaved(), stop, surely=_("Stop, really: the last answer is lost"))


def one_of_two(title: str, paragraphs: tuple[str, ...]) -> Choice[MissedDeed]:
    """Return the page of what is there, or of the last good copy, to read before they decide."""
    return Choice(title, (), (Option(Back(), _("Back")),), page=paragraphs)


def _counted(missing: Missing) -> str:
    """Return how many revisions were seen, are there, and are in the last good copy."""

    def revisions(count: int) -> str:
        return plural("{count} revision", "{count} revisions", count)

    said = _("Seen here: {seen}. There now: {there}. No good copy has more.")
    if missing.copy is None:
        return said.format(seen=revisions(missing.seen), there=revisions(missing.there))
    said = _("Seen here: {seen}. There now: {there}. In the last good copy: {copy}.")
    return said.format(
        seen=revisions(missing.seen),
        there=revisions(missing.there),
        copy=revisions(missing.copy),
    )

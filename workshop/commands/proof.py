"""Commands that look at an agreement closely: show, verify."""

from collections.abc import Iterator
from contextlib import suppress

from workshop.cards.copies_told import copies_told
from workshop.cards.names_told import differing
from workshop.commands.context import Context
from workshop.commands.source import Source, agreement_file, agreement_in, missed, source
from workshop.commands.unlocking import folder_of
from workshop.core.agreement import verify as core
from workshop.core.agreement.page import as_text
from workshop.errors import NoVerdict, Refused, Trouble, WrongUse
from workshop.store.sync_copies import copies_in
from workshop.words import _


def show(context: Context) -> int:
    """Print an agreement as plain text."""
    found = source(context, context.options.target)
    context.say(as_text(found.agreement))
    for doubt in (*missed(context, found.folder), *_doubts(context, found)):
        context.complain(doubt)
    if found.folder is not None:
        context.say_where_kept()
    return 0


def _doubts(context: Context, found: Source) -> Iterator[str]:
    """Yield what the workshop around an agreement says otherwise."""
    if found.folder is None:
        return
    if what := copies_told(copies_in(found.folder)):
        yield what
    with suppress(Trouble):  # what is wrong with the workshop is no word about its agreement
        workshop = folder_of(context, found.folder).workshop()
        if workshop.renaming is None:
            yield from differing(workshop.names, found.agreement.partners)


def verify(context: Context) -> int:
    """Say whether an agreement is the text that both saw: 1 where it is not.

    Raises:
        NoVerdict: something keeps that from being told: nothing is taken for a change.
        WrongUse: the code is none.
    """
    try:
        return _verified(context)
    except WrongUse:
        raise
    except Trouble as trouble:  # a passphrase that nobody types, too, or a disk that is full
        raise NoVerdict(trouble.sentence) from None


def _verified(context: Context) -> int:
    code = "".join(context.options.code) if context.options.code else None  # "" is no code
    file, workshop = agreement_file(context, context.options.target)
    agreement, has_comments = agreement_in(context, file)
    try:
        verdict = core.verify(agreement, code)
    except Refused as no_code:
        raise WrongUse(no_code.sentence) from None
    context.say(verdict.sentence)
    if has_comments:
        context.say(
            _("The file has comments, too: what stands behind a # in it, nobody said yes to.")
        )
    for doubt in missed(context, workshop):
        context.complain(doubt)
    return 0 if verdict.holds else 1

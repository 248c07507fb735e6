"""What is wrong in the files that the program writes for a pair, changed by hand perhaps."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from workshop import paths, toml
from workshop.cards.missed import told_whole, way_on
from workshop.cards.names_told import which_it_is
from workshop.content.kind import DocumentKind
from workshop.content.misfit import and_more, place, placed
from workshop.content.problem import Problem
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.found import Found, misses_some
from workshop.core.agreement.verify import Altered, verify
from workshop.core.model import Frozen
from workshop.core.people import SIDES
from workshop.errors import Trouble, Unreadable
from workshop.places import is_taken
from workshop.store import formats
from workshop.store.documents import EveningNotes, Kept, Notes
from workshop.store.files import bytes_of
from workshop.store.listing import read_agreement
from workshop.store.outside import read
from workshop.store.workshop import Workshop
from workshop.words import _

DOCUMENTS: Mapping[DocumentKind, type[Frozen]] = {
    "workshop": Workshop,
    "notes": Notes,
    "evening notes": EveningNotes,
    "kept": Kept,
    "agreement": Agreement,
}
"""What a pair's files hold."""


def check_document(data: bytes, name: str, kind: DocumentKind) -> Iterator[Problem]:
    """Yield what is wrong in a pair's file; nothing that they typed is in it."""
    model = DOCUMENTS[kind]
    try:
        document = formats.read(model, data, _("this file"))
    except Trouble as trouble:
        yield from _misfits(data, name, trouble)
        return
    if isinstance(document, Workshop):
        yield from placed(list(_names_beside(document, name)), data)
        if document.found(None) == "gone" and not is_taken(Path(name).with_name(paths.AGREEMENT)):
            yield _missed(name, "gone")
    if isinstance(document, Agreement):
        if misses_some(how := _found_beside(document, name)):
            yield _missed(name, how)
        verdict = verify(document)
        if isinstance(verdict, Altered):
            mend = _("A copy from before, if there is one, says what both agreed.")
            yield Problem(name, "", verdict.sentence, mend)


def _found_beside(agreement: Agreement, name: str) -> Found:
    """Return how an agreement is found by the workshop beside it, where there is one."""
    workshop = Path(name).with_name(paths.WORKSHOP)
    with suppress(Trouble):  # of that file, it is told when it is looked at itself
        data = bytes_of(workshop)
        if Path(name).name == paths.AGREEMENT and data is not None:
            return formats.read(Workshop, data, str(workshop)).found(agreement)
    return "as seen"


def _missed(name: str, how: Found) -> Problem:
    """Return that an agreement is not what both have seen."""
    return Problem(name, "", told_whole(how), way_on(paths.absolute(Path(name)).parent.name))


def _names_beside(workshop: Workshop, name: str) -> Iterator[Problem]:
    """Yield each name that the agreement beside the workshop has otherwise; but not the name."""
    partners = workshop.names
    if workshop.renaming is None:  # else it is not in every file yet, and will be
        with suppress(Trouble):  # of that file, it is told when it is looked at itself
            partners = read_agreement(Path(name).with_name(paths.AGREEMENT)).partners
    for side, here, there in zip(SIDES, workshop.names, partners, strict=True):
        if here != there:
            what = _("A name was changed by hand in one file only: agreement.toml has another.")
            yield Problem(name, "", what, which_it_is(), at=(side, "name"))


def _misfits(data: bytes, name: str, trouble: Trouble) -> Iterator[Problem]:
    """Yield everything that keeps a pair's file from being one, with lines, and nothing typed."""
    found: list[Problem] = []
    if isinstance(trouble, toml.DoesNotFit):
        found = [
            Problem(name, "", told.what, told.mend, at=place(trouble.table, location).at)
            for location, told in trouble.found
        ]
        more = trouble.count - len(trouble.found)
        if more > 0:
            found.append(and_more(more, found[-1]))
    line = trouble.line if isinstance(trouble, Unreadable) else 0
    mend = _("Mend that line, or bring back a copy from before.")
    yield from placed(found, data) or [Problem(name, "", trouble.sentence, mend, line=line)]


def check_outside(folder: Path, name: str) -> Iterator[Problem]:
    """Yield what is wrong with what stands outside of a locked workshop: the rest is unseen."""
    try:
        outside = read(folder)
    except Trouble as trouble:
        mend = _("Delete it: it is made anew when the workshop is opened.")
        yield Problem(name, "", trouble.sentence, mend)
        return
    if outside is not None and outside.locked:
        what = _("this workshop is locked, so nothing in it was looked at.")
        mend = _("`workshop show` with its label asks for a passphrase, and tells what is wrong.")
        yield Problem(name, "", what, mend, "warning")

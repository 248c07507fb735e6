"""What is said of a workshop's files where one cannot be read, and of what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import assert_never

from workshop import paths
from workshop.cards.copies_told import copies_told
from workshop.cards.missed import told_whole
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.found import misses_some
from workshop.core.agreement.verify import Altered, verify
from workshop.core.days import in_words
from workshop.core.text import one_line, shown
from workshop.store.condition import Condition, Copy, File, original
from workshop.store.workshop import Workshop
from workshop.words import NAMED, _, plural

# -- file by file ----------------------------------------------------------------------------------


def told(found: Condition, folder: Path) -> Iterator[str]:
    """Yield what there is, a line for each file, and what else is to be said."""
    for file in found.files:
        yield line(file, folder)
        for copy in file.copies:
            yield "  " + _("There is an older copy: {copy}").format(copy=described(copy))
    for name in found.left[:NAMED]:
        yield _("{name}: half a save that was stopped; the next opening takes it away.").format(
            name=name
        )
    if found.copies:
        yield copies_told(found.copies)
    if found.others:
        listed = ", ".join(map(one_line, found.others[:NAMED]))
        more = "" if len(found.others) <= NAMED else " …"
        yield _("Not of this program, and left alone: {names}").format(names=listed + more)
    if misses_some(found.missed):
        yield told_whole(found.missed)
    elif found.agreement and isinstance(verdict := verify(found.agreement), Altered):
        yield verdict.sentence


def line(file: File, folder: Path) -> str:
    """Return what there is to say of one file."""
    name = one_line(file.lies_as)
    match file.state:
        case "fine":
            return _("{name}: fine").format(name=name)
        case "aside":
            said = _("{name}: was set aside; nothing reads it but people.")
            return said.format(name=name)
        case "missing":
            return _("{name}: missing").format(name=name)
        case "too new":
            said = _("{name}: made by a newer version of Equal Say; it is left as it is.")
            return said.format(name=name)
        case "closed" | "no file":
            return one_line(file.why)
        case "broken" if file.data == b"":
            return _("{name}: empty").format(name=name)
        case "broken" if file.line and file.is_sealed:
            said = _("{name}: opens, but what is in it cannot be read, from line {line} on.")
            return said.format(name=name, line=file.line)
        case "broken" if file.line:
            said = _("{name}: cannot be read, from line {line} on. What it says is in {path}")
            return said.format(name=name, line=file.line, path=one_line(str(folder / file.name)))
        case "broken":
            return one_line(file.why)
        case _:
            assert_never(file.state)


def described(copy: Copy) -> str:
    """Return what a copy is: its name, how new it is, how much is in it, and what it misses."""
    parts = [one_line(copy.lies_as)]
    if copy.day is not None:
        parts.append(_("from {day}").format(day=in_words(copy.day)))
    if isinstance(copy.document, Agreement):
        parts.append(plural("{count} revision", "{count} revisions", copy.revisions))
        if copy.misses_some:
            parts.append(_("less than, or not, what both of you have seen"))
    return ", ".join(parts)


# -- one file, and what can be done ----------------------------------------------------------------


def question(file: File) -> str:
    """Return what is asked of one file."""
    if file.state == "missing":
        return _("{name} is missing. What is to be done?").format(name=one_line(file.lies_as))
    return _("{name} cannot be read. What is to be done?").format(name=one_line(file.lies_as))


def details(file: File, folder: Path) -> Iterator[str]:
    """Yield what is known of it, and that it stays for people to read."""
    yield one_line(file.why)
    if file.state in ("broken", "no file"):
        stays = _(
            "Whatever you choose, it is not deleted: it is {path}, and stays beside the new one."
        )
        if file.name.startswith(f"{paths.NOTES}/"):
            stays = _(
                "Whatever you choose, it is not deleted now: it is {path}, and stays beside the"
                " new one until the evening closes, as notes do."
            )
        yield stays.format(path=one_line(str(folder / file.lies_as)))
    is_text = file.state == "broken" and file.data and not file.line and not file.is_sealed
    if is_text and original(file.name) == file.name:
        yield _("`workshop check {path}` names each line.").format(
            path=one_line(quote(str(folder / file.name)))
        )
    if any(copy.misses_some for copy in file.copies):
        yield _(
            "Of a copy that has less than both of you have seen, the next opening tells you so,"
            " and asks both."
        )


def put_back(copy: Copy) -> str:
    """Return what a button says that puts a copy in the place of a file."""
    return _("Put this copy in its place: {copy}").format(copy=described(copy))


def set_aside(file: File) -> str:
    """Return what a button says that sets a file aside."""
    return _("Set it aside: {lost}").format(lost=_lost(file))


def _lost(file: File) -> str:
    """Return what goes on without it."""
    match original(file.name).split("/"):
        case [paths.AGREEMENT] if original(file.name) == file.name:
            return _("you go on with a page on which there is nothing yet")
        case [paths.NOTES, paths.EVENING] if original(file.name) == file.name:
            return _("you open the evening again; what opened and closed it is not known any more")
        case [paths.NOTES, _number] if original(file.name) == file.name:
            return _("the exercise begins again, without what you answered in it so far")
        case [paths.KEPT, _number] if original(file.name) == file.name:
            return _("what you kept of that exercise is not shown any more")
        case _:
            return _("nothing else is lost")


def keep_readable(part: Agreement) -> str:
    """Return what a button says that goes on with what can be read of an agreement."""
    clauses = plural("{count} clause", "{count} clauses", len(part.clauses))
    revisions = plural("{count} revision", "{count} revisions", len(part.revisions))
    said = _("Put in its place what can be read of it: {clauses}, {revisions}")
    return said.format(clauses=clauses, revisions=revisions)


def of_the_readable_part() -> str:
    """Return what becomes of an agreement of which a part is left."""
    return _(
        "What can be read is taken word for word, and nothing is guessed. Where its record has a"
        " gap, the next opening says so, and a clause is marked until both of you say yes to it"
        " again."
    )


def begin_anew(names: tuple[str, str]) -> str:
    """Return what a button says that makes `workshop.toml` anew."""
    left, right = names
    return _("Make it anew for {left} and {right}, around what is left").format(
        left=left, right=right
    )


def lost_by_beginning_anew(anew: Workshop, usual: Sequence[str]) -> Iterator[str]:
    """Yield what a workshop that is made anew does not know.

    Args:
        anew: what it would be.
        usual: the exercises of the usual programme.
    """
    yield _(
        "Made anew, it knows your names, your agreement and what was kept. It does not know your"
        " next date, your ground rules, how each of you likes to answer, or what was done of which"
        " nothing is left."
    )
    if anew.programme is None and anew.path == tuple(usual):
        yield _(
            "Which exercises you had before you is not known either: it has those of the usual"
            " programme."
        )
    if not anew.guided:
        yield _(
            "Nor is it known whether somebody guides you: it goes on as if nobody did. If somebody"
            " does, put the line `guided = true` below that with `coin` in workshop.toml."
        )


def no_names() -> str:
    """Return that nobody can tell whose workshop it was."""
    return _(
        "Your names are in no file that can be read, so it cannot be made anew. What you kept stays"
        " where it is. `workshop start --label NAME` begins another."
    )


def newer() -> str:
    """Return that nothing is done to what a newer version wrote."""
    return _(
        "A newer version of Equal Say was here, so nothing is changed. Update the program to open"
        " it."
    )


# -- what was done, and how it stands --------------------------------------------------------------


def was_put_back(name: str, copy: str, aside: Path | None) -> str:
    """Return what was done."""
    said = _("{copy} is in the place of {name} now.").format(
        copy=one_line(copy), name=one_line(name)
    )
    return said if aside is None else f"{said} {_stays(aside)}"


def was_set_aside(name: str, aside: Path) -> str:
    """Return what was done."""
    said = _("{name} is set aside.").format(name=one_line(name))
    return f"{said} {_stays(aside)}"


def was_kept(name: str, aside: Path | None) -> str:
    """Return what was done."""
    said = _("In {name} there is now what could be read of it.").format(name=one_line(name))
    return said if aside is None else f"{said} {_stays(aside)}"


def was_made_anew(name: str, aside: Path | None) -> str:
    """Return what was done."""
    said = _("{name} is made anew.").format(name=one_line(name))
    return said if aside is None else f"{said} {_stays(aside)}"


def _stays(aside: Path) -> str:
    return _("What was there is in {path}").format(path=one_line(str(aside)))


def opens(label: str) -> str:
    """Return that the workshop can be gone on with."""
    return _("It opens: `workshop resume {label}` goes on.").format(label=quote(shown(label)))


def does_not_open(found: Condition) -> str:
    """Return that it cannot be gone on with, and because of which files."""
    names = [one_line(file.lies_as) for file in found.in_the_way]
    listed = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    if more > 0:
        return plural(
            "It does not open yet, because of {names} and {count} more.",
            "It does not open yet, because of {names} and {count} more.",
            more,
            names=listed,
        )
    return _("It does not open yet, because of {names}.").format(names=listed)

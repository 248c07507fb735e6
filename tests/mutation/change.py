"""One change to the program, found by a piece of its source wherever that stands now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path


class DoesNotApply(Exception):
    """The source no longer has the place that a change is for, or a test that should notice it."""


@dataclass(frozen=True)
class Change:
    """A change that some test should notice.

    Attributes:
        name: what it is called in the table.
        at: a piece of the source that stands in the whole package once, however its lines are
            broken; what is changed stands between « and ».
        into: what stands there instead, on one line.
        why: what it would mean for the two.
        tests: what should notice: files of tests, or `file::test` where a file takes long.
    """

    name: str
    at: str
    into: str
    why: str
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where a change goes: a file, and the characters of it that are replaced."""

    file: Path
    begin: int
    end: int


def sources(package: Path) -> dict[Path, str]:
    """Return the source of every module of a package."""
    return {file: file.read_text(encoding="utf-8") for file in sorted(package.rglob("*.py"))}


def place_of(change: Change, modules: Mapping[Path, str]) -> Place:
    """Return where `change` goes.

    Raises:
        DoesNotApply: its piece of source is nowhere, or in several places.
    """
    pattern = _pattern(change.at)
    found = [
        Place(file, *match.span("changed"))
        for file, source in modules.items()
        for match in pattern.finditer(source)
    ]
    if len(found) != 1:
        raise DoesNotApply(f"{change.name}: its piece of source is in {len(found)} places")
    return found[0]


def changed(change: Change, place: Place, source: str) -> str:
    """Return `source` with the change in it."""
    return source[: place.begin] + change.into + source[place.end :]


def check_tests(change: Change, root: Path) -> None:
    """Raise DoesNotApply if a test that should notice `change` is not there any more."""
    for test in change.tests:
        file, _, name = test.partition("::")
        there = (root / file).is_file() and (root / file).read_text(encoding="utf-8")
        if not there or (name and f"def {name}(" not in there):
            raise DoesNotApply(f"{change.name}: there is no {test}")


def _pattern(at: str) -> re.Pattern[str]:
    """Return what finds a piece of source, whatever white space stands between its words."""
    before, begins, rest = at.partition("«")
    inside, ends, after = rest.partition("»")
    if not (begins and ends):
        raise DoesNotApply(f"nothing stands between « and » in {at!r}")
    head, middle, tail = (_words(piece) for piece in (before, inside, after))
    # What is put in where nothing stood comes right after what stands before it.
    gap = _gap(head, middle), _gap(middle, tail) if middle else _gap(head, tail)
    found = f"{_spaced(head)}{gap[0]}(?P<changed>{_spaced(middle)}){gap[1]}{_spaced(tail)}"
    words = [*head, *middle, *tail]
    begin = r"\b" if words[0].isidentifier() else ""
    end = r"\b" if words[-1].isidentifier() else ""
    return re.compile(begin + found + end)


def _words(piece: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", piece)


def _spaced(words: list[str]) -> str:
    gaps = ["", *(_gap([one], [two]) for one, two in pairwise(words))]
    return "".join(gap + re.escape(word) for gap, word in zip(gaps, words, strict=False))


def _gap(before: list[str], after: list[str]) -> str:
    """Return what may stand between two words: white space, which letters need."""
    if not before or not after:
        return ""
    both_letters = before[-1].isidentifier() and after[0].isidentifier()
    return r"\s+" if both_letters else r"\s*"

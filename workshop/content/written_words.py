"""What stands behind a key without quotes, and is no number, day, true or false: what was meant."""

import re
import tomllib
from collections.abc import Iterator
from json import dumps
from typing import NamedTuple

from workshop.content.source import shown
from workshop.words import _

_LONGEST = 100
"""The most characters of a number or day: what is longer is text."""
_DAY = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b|\d{1,2}\.? [A-Z][a-z]+\.? \d{4}")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_UNIT = re.compile(r"(\d{1,9})(?:[.,]\d+)?[ \t]*[^\d\s,.:/-].*")


class Meant(NamedTuple):
    """A slip, and what to read in its place.

    Attributes:
        what: what is wrong.
        mend: what to write.
        meant: what it is taken for.
    """

    what: str
    mend: str
    meant: str


def bare_slip(raw: str, *, listed: bool) -> int | Meant:
    """Return how much of `raw` is a value, where it is one; else the slip."""
    if _is_value(raw):
        return len(raw)
    alone = raw.rstrip(",; \t")
    if not listed and alone and alone != raw and _is_value(alone):
        return len(alone)
    return next(_slips(raw))


def _is_value(raw: str) -> bool:
    if not raw or len(raw) > _LONGEST:
        return False
    try:
        tomllib.loads(f"x = {raw}")
    except (tomllib.TOMLDecodeError, ValueError):
        return False
    return True


def _slips(raw: str) -> Iterator[Meant]:
    """Yield what `raw` may be, the likeliest first; the last takes whatever it is."""
    small = raw.rstrip(",;").lower()
    if not raw:
        yield Meant(
            _("nothing comes after the = here."),
            _("Write what it says, or take the line out."),
            '""',
        )
    if small in ("true", "yes", "on"):
        yield _small_letters("true")
    if small in ("false", "no", "off"):
        yield _small_letters("false")
    if small in ("null", "none", "nil", "undefined"):
        yield Meant(
            _("this stands for nothing in other languages, and is not known here."),
            _("Take the whole line out."),
            '""',
        )
    yield from _numbers(raw)
    opened = raw.rstrip(",;")
    if opened.endswith(('"', "'")) and len(opened) > 1:
        said = _("Write {quote} where it begins.").format(quote=opened[-1])
        what = _("the quotes that close this text were never opened.")
        yield Meant(what, said, dumps(opened[:-1], ensure_ascii=False))
    mend = _("Put it in quotes, such as {text}.").format(text=f'"{shown(raw)}"')
    yield Meant(_("this text stands without quotes."), mend, dumps(raw, ensure_ascii=False))


def _small_letters(word: str) -> Meant:
    what = _("true and false are written in small letters here, and there is no other word for it.")
    return Meant(what, _("Write {word}.").format(word=word), word)


def _numbers(raw: str) -> Iterator[Meant]:
    if _DAY.match(raw) or re.match(r"\d{4}-\d\d-\d\d", raw):
        yield Meant(
            _("this is not written as a day is, or there is no such day."),
            _("Write the year, the month and the day, such as 2026-11-23, without a time."),
            '""',
        )
    if re.fullmatch(r"[+-]?\d{1,9},\d+", raw):
        yield Meant(
            _("a comma stands in this number."),
            _("Numbers are whole here: write {one} or {more}.").format(
                one=int(raw.split(",")[0]), more=int(raw.split(",")[0]) + 1
            ),
            str(int(raw.split(",")[0])),
        )
    if clock := _CLOCK.fullmatch(raw):
        seconds = int(clock[1]) * 60 + int(clock[2])
        yield Meant(
            _("a colon stands in this number."),
            _("Write the seconds alone: {seconds}.").format(seconds=seconds),
            str(seconds),
        )
    if re.fullmatch(r"0\d{1,9}", raw):
        number = str(int(raw))
        yield Meant(
            _("this number begins with a zero."),
            _("Write {number}.").format(number=number),
            number,
        )
    if re.fullmatch(r"\d{1,3}(?:[ .']\d{3}){1,3}", raw):
        number = re.sub(r"\D", "", raw)
        yield Meant(
            _("something stands between the digits of this number."),
            _("Write {number}.").format(number=number),
            number,
        )
    if unit := _UNIT.fullmatch(raw):
        yield Meant(
            _("more than digits stands in this number."),
            _("Write the number alone, such as {number}.").format(number=unit[1]),
            str(int(unit[1])),
        )

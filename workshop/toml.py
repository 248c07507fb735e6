"""TOML bytes in and out, with one sentence for whatever is wrong. Opens no file itself.

What makes models of tables, and what writes, is imported with the first of them: to read a table
takes neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from workshop.errors import TooNew, Unreadable
from workshop.plain_file import SIZE_LIMIT
from workshop.words import NAMED, _, plural

if TYPE_CHECKING:
    from pydantic import ValidationError

    from workshop.unfit import Told

MOST = 100
"""How many misfits of a file are told, and the rest counted."""
SHOWN = 60
"""The most characters of a key that a sentence shows."""
STRINGS = (
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}',
    r"'''(?:[^']|'(?!''))*+'{3,5}",
    r'"(?:[^"\\\n]|\\.)*+"',
    r"'[^'\n]*+'",
)
"""How strings are written, those of several lines first; `.` is any character."""

Table = dict[str, Any]
Migration = Callable[[Table], Table]


class Model(Protocol):
    """What is made of a table."""

    @classmethod
    def read_from(cls, table: Mapping[str, Any]) -> Self:
        """Return it, or raise pydantic's ValidationError."""


M = TypeVar("M", bound=Model)


def read_table(data: bytes, name: str) -> Table:
    """Return the table in `data`.

    Args:
        data: a file's bytes, UTF-8; a byte order mark is dropped.
        name: what to call the file in a sentence.

    Raises:
        Unreadable: too large, not UTF-8, or not TOML.
    """
    if len(data) > SIZE_LIMIT:
        raise Unreadable(
            _("{name} is larger than 1 MB, so it was not read and is left as it is.").format(
                name=name
            )
        )
    import tomllib

    _refuse_endless_keys(data, name)
    line = 0
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        what = _("it is not UTF-8 text")
        line = data.count(b"\n", 0, error.start) + 1
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)$", str(error))
        end = str(error).endswith("(at end of document)")
        line = int(found[1]) if found else data.count(b"\n") + 1 if end else 0
        what = _("it is not written as such a file is")
        if line:
            said = _("from line {line} on it is not written as such a file is")
            what = said.format(line=line)
    except (RecursionError, ValueError):
        what = _("it is not written as such a file is")
    else:
        if not re.search(_LONG_NUMBER, data) or not _has_endless_number(table):
            return table
        what = _("a number has more digits than any may have")
        line = line_of_endless_number(data)
    raise Unreadable(_left_alone(name, what), line)


ENDLESS = 100
"""How many parts a key has that is refused."""
_PART = f"(?:[A-Za-z0-9_-]++|{STRINGS[2]}|{STRINGS[3]})"
_ENDLESS = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{ENDLESS - 1}}}"
_OTHER = rf"""{"|".join(STRINGS)}|\#[^\n]*+|[A-Za-z0-9_-]++|[^"'\#A-Za-z0-9_-]++"""
_UNTIL_ENDLESS = f"(?:(?!{_ENDLESS})(?:{_OTHER}))*+({_ENDLESS})".encode()
_LONG_NUMBER = rb"=[ \t]*([+-]?[0-9][0-9A-Fa-fxob_]{17,}+)"
"""How a number begins that may be larger than any; a few other things do, too."""
_LARGEST = 2**63
"""TOML has no larger numbers; of one with thousands of digits Python makes no text any more."""


def _refuse_endless_keys(data: bytes, name: str) -> None:
    """Refuse keys of a hundred parts: `tomllib` takes time by the square of their length."""
    if line := endless_key(data):
        raise Unreadable(_left_alone(name, _("a key has a hundred parts or more")), line)


def endless_key(data: bytes) -> int:
    """Return the line of the first key of a hundred parts or more; 0: none.

    What looks like one in a string or a comment is none.
    """
    if data.count(b".") < ENDLESS - 1:
        return 0  # as in nearly every file
    found = re.compile(_UNTIL_ENDLESS, re.DOTALL).match(data)
    return data.count(b"\n", 0, found.start(1)) + 1 if found else 0


def _has_endless_number(value: object) -> bool:
    """Whether there is a number in `value` that TOML has no place for."""
    within = [value]
    while within:
        match within.pop():
            case dict() as table:
                within.extend(table.values())
            case list() as items:
                within.extend(items)
            case int(number) if not -_LARGEST <= number < _LARGEST:
                return True
    return False


def line_of_endless_number(data: bytes) -> int:
    """Return the line of the first number that is too large; 0 where none stands by itself."""
    for found in re.finditer(_LONG_NUMBER, data):
        with suppress(ValueError):
            if not -_LARGEST <= int(found[1], 0) < _LARGEST:
                return data.count(b"\n", 0, found.start()) + 1
    return 0


def check_format(table: Table, name: str, newest: int, steps: Sequence[Migration] = ()) -> Table:
    """Return `table` in the newest format.

    Args:
        table: as it was read.
        name: what to call the file in a sentence.
        newest: the newest format number this program knows.
        steps: `steps[n - 1]` turns format n into n + 1.

    Raises:
        TooNew: of a later format.
        Unreadable: it names no format.
    """
    number = table.get("format")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise Unreadable(_left_alone(name, _("it names no format, so it is not one of ours")))
    if number > newest:
        raise TooNew(
            _(
                "{name} was written by a later version of Equal Say (format {number}; this one"
                " knows {newest}). Update the program to open it. It is left as it is."
            ).format(name=name, number=number, newest=newest)
        )
    for step in steps[number - 1 :]:
        table = step(table)
    return table


class DoesNotFit(Unreadable):
    """A file whose tables do not fit.

    Attributes:
        table: what is in it.
        found: what does not fit, with its location, as far as anybody is told.
        count: how many things do not fit.
    """

    table: Mapping[str, Any]
    found: Sequence[tuple[tuple[int | str, ...], Told]] = ()
    count = 0


def as_model(model: type[M], table: Mapping[str, Any], name: str) -> M:
    """Return `table` as a `model`.

    Raises:
        DoesNotFit: it says what, three things by name, and none of what people typed.
        Unreadable: it is nested too deeply.
    """
    from pydantic import ValidationError

    try:
        return model.read_from(table)
    except ValidationError as error:
        raise _unfit(error, table, name) from None
    except RecursionError:
        what = _("its tables and lists are nested too deeply")
    raise Unreadable(_left_alone(name, what))


def _unfit(error: ValidationError, table: Mapping[str, Any], name: str) -> DoesNotFit:
    found = placed_problems(error, MOST)
    what = "; ".join(told.what.rstrip(".") for _location, told in found[:NAMED])
    more = error.error_count() - NAMED
    if more > 0:
        what = plural(
            "{what}; and {count} more thing",
            "{what}; and {count} more things",
            more,
            what=what,
        )
    unfit = DoesNotFit(_left_alone(name, what))
    unfit.table, unfit.found, unfit.count = table, found, error.error_count()
    return unfit


def placed_problems(
    error: ValidationError, most: int | None = None
) -> tuple[tuple[tuple[int | str, ...], Told], ...]:
    """Return what is wrong with its location: pydantic's own, which names chosen kinds too.

    Args:
        error: what pydantic says.
        most: how many things are wanted; all when None.
    """
    from workshop.unfit import told

    details = error.errors(include_input=False, include_url=False)[:most]
    return tuple((detail["loc"], told(detail, place(detail["loc"]))) for detail in details)


def place(location: Sequence[int | str]) -> str:
    """Return a place in a document in words, counted from 1: `steps 2, seconds`."""
    parts: list[str] = []
    for part in location:
        if isinstance(part, int):
            parts[-1:] = [f"{parts[-1]} {part + 1}" if parts else str(part + 1)]
        else:
            parts.append(part if len(part) <= SHOWN else part[: SHOWN - 1] + "…")
    return ", ".join(parts)


def comments(data: bytes) -> tuple[str, ...]:
    """Return the comments of a file that is right TOML, each with its `#`."""
    found = re.finditer("|".join((*STRINGS, r"#[^\n]*")), data.decode("utf-8-sig"), re.DOTALL)
    return tuple(one[0].rstrip() for one in found if one[0].startswith("#"))


def write_table(table: Mapping[str, Any], header: str = "") -> bytes:
    """Return `table` as the bytes of a file: UTF-8, LF, `header` (comment lines) on top."""
    import tomli_w

    return (header + tomli_w.dumps(table, multiline_strings=True)).encode()


def _left_alone(name: str, what: str) -> str:
    return _("{name} cannot be read: {what}. It is left as it is.").format(name=name, what=what)

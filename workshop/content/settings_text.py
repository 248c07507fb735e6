"""Changes one line of `settings.toml`, and leaves all others as somebody wrote them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from workshop import toml
from workshop.errors import Unreadable

_NAME: Final = r"[A-Za-z0-9_-]+"
_HEADER: Final = re.compile(rf"\s*\[\s*({_NAME})\s*\]")
_LINE: Final = re.compile(rf"(\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=\s*)")
_VALUE: Final = re.compile(r"""("(?:[^"\\]|\\.)*"|'[^']*'|[^#"'\[{]*?)(\s*(?:#.*)?)$""")
BEGINNING: Final = "format = 1\n"
"""What a file begins with that is not there yet."""


def with_value(text: str, key: Sequence[str], value: str | bool | None) -> str | None:
    """Return a file with another value for a key; None where it is written in too odd a way.

    Args:
        text: the file, which is right TOML.
        key: its name; of one in a table, that of the table first.
        value: what it is from now on; it is taken out when None.
    """
    if toml.read_table(text.encode(), "").get("format", 1) != 1:
        return None  # of a later version
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    place = _place(lines, key)
    if place is not None:
        lines[place : place + 1] = _changed(lines[place], value)
    elif value is not None:
        at, name = _room(lines, key)
        lines.insert(at, f"{name} = {_written(value)}")
    changed = end.join([*lines, ""])
    return changed if _differ_only_in(text, changed, key, value) else None


def _place(lines: Sequence[str], key: Sequence[str]) -> int | None:
    """Return the line in which a key stands."""
    table: tuple[str, ...] = ()
    for place, line in enumerate(lines):
        if header := _HEADER.match(line):
            table = (header[1],)
        elif found := _LINE.match(line):
            name = tuple(part.strip() for part in found[2].split("."))
            if (*table, *name) == tuple(key):
                return place
    return None


def _room(lines: Sequence[str], key: Sequence[str]) -> tuple[int, str]:
    """Return where a key that is not there yet can stand, and what it is called there."""
    headers = [place for place, line in enumerate(lines) if line.lstrip().startswith("[")]
    for place in headers:
        found = _HEADER.match(lines[place])
        if found and [found[1]] == list(key[:-1]):
            return place + 1, key[-1]
    return headers[0] if headers else len(lines), ".".join(key)


def _changed(line: str, value: str | bool | None) -> list[str]:
    begins = _LINE.match(line)
    assert begins is not None
    if value is None:
        return []
    rest = _VALUE.match(line, begins.end())
    return [f"{begins[1]}{_written(value)}{rest[2] if rest else ''}"]


def _written(value: str | bool) -> str:
    return toml.write_table({"x": value}).decode().removeprefix("x = ").rstrip("\n")


def _differ_only_in(text: str, changed: str, key: Sequence[str], value: str | bool | None) -> bool:
    """Whether a file is another now in that one value, as it is read, and in nothing else."""
    meant: dict[str, Any] = toml.read_table(text.encode(), "")
    *tables, name = key
    table = meant
    for one in tables:
        table = table.setdefault(one, {})
        if not isinstance(table, dict):
            return False
    if value is None:
        table.pop(name, None)
    else:
        table[name] = value
    try:
        found = toml.read_table(changed.encode(), "")
    except Unreadable:
        return False
    return _without_empty(found) == _without_empty(meant)


def _without_empty(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value != {}}

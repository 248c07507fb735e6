"""Where in a TOML file something stands. No TOML parser here tells; so the source is walked once.

For files that are right TOML already (`tomllib` has read them). Takes time in proportion to size.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from contextlib import suppress

from workshop.toml import STRINGS

Path = tuple[str | int, ...]
"""Keys and places in lists (from 0) from the top of a file, such as `("steps", 1, "seconds")`."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|\#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_REST = re.compile(r"[^,\]}#\r\n]*")
_STRINGS = tuple(re.compile(kind, re.DOTALL) for kind in STRINGS)


class Lines:
    """The line of each key, table and list entry of a TOML file."""

    def __init__(self, source: str) -> None:
        """Walk `source`, which is TOML."""
        self._source = source
        self._breaks = [found.start() for found in re.finditer("\n", source)]
        self._at = 0
        self._lines: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        with suppress(RecursionError, IndexError, _Lost):  # what was found until then is right
            self._walk()

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line of `path`, from 1; of what it stands in where it is not there itself."""
        path = tuple(path)
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    # -- the walk -----------------------------------------------------------------------------

    def _walk(self) -> None:
        table: Path = ()
        while True:
            self._skip(_BLANK)
            if self._at >= len(self._source):
                return
            if self._source.startswith("[[", self._at):
                table = self._header(2, listed=True)
            elif self._source[self._at] == "[":
                table = self._header(1, listed=False)
            else:
                self._pair(table)

    def _header(self, brackets: int, *, listed: bool) -> Path:
        start = self._at
        self._at += brackets
        path: Path = ()
        keys = self._keys()
        for place, key in enumerate(keys, start=1):
            path = (*path, key)
            self._note(path, start)
            if listed and place == len(keys):
                path = (*path, self._counts.get(path, -1) + 1)
                self._counts[path[:-1]] = int(path[-1])
            elif path in self._counts:
                path = (*path, self._counts[path])
        self._note(path, start)
        self._skip(_SPACE)
        self._at += brackets
        return path

    def _pair(self, table: Path) -> None:
        start = self._at
        path = table
        for key in self._keys():
            path = (*path, key)
            self._note(path, start)
        if self._source[self._at] != "=":
            raise _Lost
        self._at += 1
        self._value(path)

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            if self._source[self._at] in "\"'":
                keys.append(_unquoted(self._string()))
            elif bare := _BARE.match(self._source, self._at):
                keys.append(bare[0])
                self._at = bare.end()
            else:
                raise _Lost
            self._skip(_SPACE)
            if self._source[self._at] != ".":
                return keys
            self._at += 1

    def _value(self, path: Path) -> None:
        self._skip(_SPACE)
        match self._source[self._at]:
            case '"' | "'":
                self._string()
            case "[":
                self._list(path)
            case "{":
                self._inline(path)
            case _:
                self._skip(_REST)

    def _list(self, path: Path) -> None:
        self._at += 1
        place = 0
        while True:
            self._skip(_BLANK)
            if self._source[self._at] == "]":
                self._at += 1
                return
            self._note((*path, place), self._at)
            self._value((*path, place))
            place += 1
            self._skip(_BLANK)
            if self._source[self._at] == ",":
                self._at += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        while True:
            self._skip(_BLANK)
            match self._source[self._at]:
                case "}":
                    self._at += 1
                    return
                case ",":
                    self._at += 1
                case _:
                    self._pair(path)

    def _string(self) -> str:
        for kind in _STRINGS:
            if found := kind.match(self._source, self._at):
                self._at = found.end()
                return found[0]
        raise _Lost

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._source, self._at)
        if found is not None:
            self._at = found.end()

    def _note(self, path: Path, at: int) -> None:
        self._lines.setdefault(path, bisect_right(self._breaks, at - 1) + 1 if at else 1)


class _Lost(Exception):
    """This is no TOML after all."""


_ESCAPES: Mapping[str, str] = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def _unquoted(string: str) -> str:
    if string[0] == "'":
        return string[1:-1]

    def plain(found: re.Match[str]) -> str:
        code = found[1]
        if code[0] in "uU":
            return chr(int(code[1:], 16))
        return _ESCAPES.get(code, code)

    return re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", plain, string[1:-1])

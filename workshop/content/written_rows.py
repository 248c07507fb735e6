"""The rows of a file, whatever way they were typed: headers, keys, notes, and slips in them."""

import re
from json import dumps

from workshop.content.source import BEGINS, QUOTES, Source, shown
from workshop.content.written_texts import tell_unseen
from workshop.content.written_values import blanks, tell_colon, value
from workshop.words import _

LISTS = frozenset(("steps", "scales", "evenings", "directories", "countries", "services"))
"""Parts of which there are several, each beneath a line in double square brackets."""
SINGLE = frozenset(("facilitator",))
"""Parts of which there is one."""

_KEY = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_KEYS = re.compile(rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*")
_HEADER = re.compile(rf"(\[+)[ \t]*(\[?)[ \t]*({_KEYS.pattern})[ \t]*((?:\][ \t]*)*)")
_ENDS = re.compile(r"[ \t]*(?:#.*)?$", re.MULTILINE)
_OTHER_KEY = re.compile(
    rf"([^=\n\"'#\[\]{{}}{QUOTES}]{{1,60}}?)[ \t]*[=:][ \t]*(?=[\"'{QUOTES}\[{{0-9tTfF])"
)
_CURLY_KEY = re.compile(rf"[{QUOTES}\"']([A-Za-z0-9_-]+)[{QUOTES}\"'](?=[ \t]*[=:])")
_NOTE = re.compile(r"//|;|--|/\*|%|\*|<!--")
_FENCE = re.compile(r"(?:```|~~~|---|\+\+\+)[^\n]*")
LONGEST = 40
"""The most characters of the name of a part."""
_FAR = 100_000
"""How far into a file it is looked whether a row is blank above a key that is there twice."""


def _meant(name: str) -> str:
    """Return the name of a part that one was meant to be; itself, where it is near none."""
    known = LISTS | SINGLE
    above, dot, last = name.rpartition(".")
    if last in known:
        return name
    from difflib import get_close_matches  # few names are wrong

    near = get_close_matches(last.lower(), known, n=1, cutoff=0.8) if len(last) <= LONGEST else []
    return f"{above}{dot}{near[0]}" if near else name


Part = tuple[str | int, ...]
"""The names of a part, and its number where there are several."""


class Rows:
    """Goes over the rows of a source, one after the other."""

    def __init__(self, source: Source) -> None:
        """Go over them.

        Raises:
            Enough: there are so many slips that nobody reads more.
        """
        self._source = source
        self._part: Part = ()
        self._header = ""
        self._counts: dict[Part, int] = {}
        self._seen: dict[Part, int] = {}
        self._orphan = 0  # the last line that was no key and no header
        at = 0
        while at < len(source.text):
            at = self._row(at)

    def _row(self, at: int) -> int:
        source = self._source
        at = blanks(source, at)
        row_end = source.row_end(at)
        match source.text[at : at + 1]:
            case "" | "\n":
                return row_end + 1
            case "#":
                return row_end + 1
            case "[":
                return self._headed(at, row_end)
            case char if char < " " or char == "\x7f":
                tell_unseen(source, at)
                return at + 1
            case _:
                return self._pair(at, row_end)

    # -- headers ----------------------------------------------------------------------------------

    def _headed(self, at: int, row_end: int) -> int:
        source = self._source
        found = _HEADER.match(source.text, at, row_end)
        if found is None:
            return self._no_header(at, row_end)
        name, meant = found[3], _meant(found[3])
        opened, closed = len(found[1]) + len(found[2]), found[4].count("]")
        last = re.split(r"[ \t]*\.[ \t]*", meant)[-1]
        brackets = 2 if last in LISTS else 1 if last in SINGLE else min(2, max(opened, closed))
        header = f"[[{meant}]]" if brackets == 2 else f"[{meant}]"
        label = header if shown(meant) == meant else "[...]"
        what = ""
        if opened != closed or opened > 2 or found[2] or " " in found[4].strip():
            what = _("the brackets of this line do not match.")
        elif meant != name:
            what = _("no part has that name.")
        elif opened < brackets:
            what = _("this part may be there several times, and stands in single brackets.")
        elif opened > brackets:
            what = _("this part is there once, and stands in double brackets.")
        if what:
            source.tell(at, what, _("Write {header}.").format(header=label))
            source.change(at, found.end(), header)
        self._begin(at, found.end(), meant, listed=brackets == 2, label=label)
        if _ENDS.match(source.text, found.end()):
            return row_end + 1
        source.tell(
            at,
            _("something stands behind the brackets in this line."),
            _("Write it in a line of its own."),
        )
        source.change(found.end(), found.end(), "\n")
        return found.end()

    def _no_header(self, at: int, row_end: int) -> int:
        source = self._source
        what = _("this line in square brackets does not name a part.")
        mend = _("A part is named such as [facilitator], a step [[steps]].")
        source.tell(at, what, mend)
        words = "-".join(re.findall(r"[A-Za-z0-9_]+", source.text[at : min(row_end, at + 60)]))
        name = f"{words or 'part'}-{source.line(at)}"
        source.change(at, row_end, f"[{name}]")
        self._part, self._header = (name,), f"[{name}]"
        return row_end + 1

    def _begin(self, at: int, end: int, name: str, *, listed: bool, label: str) -> None:
        source = self._source
        part: Part = ()
        names = [one.strip("\"'") for one in re.split(r"[ \t]*\.[ \t]*", name)]
        for place, one in enumerate(names, start=1):
            part = (*part, one)
            if listed and place == len(names):
                self._counts[part] = self._counts.get(part, -1) + 1
                part = (*part, self._counts[part])
            elif part in self._counts:
                part = (*part, self._counts[part])
        line = self._seen.setdefault(part, source.line(at))
        if line != source.line(at):
            what = _("{header} stands here, and in line {line} already.")
            mend = _("Put what belongs to it in one place, and take the other line out.")
            source.tell(at, what.format(header=label, line=line), mend)
            name = f"{name}-{source.line(at)}"
            source.change(at, end, f"[{name}]")
            part = (*part[:-1], name)
        self._part, self._header = part, label

    # -- keys -------------------------------------------------------------------------------------

    def _pair(self, at: int, row_end: int) -> int:
        source, text = self._source, self._source.text
        keys = _KEYS.match(text, at, row_end)
        if keys is None:
            return self._no_key(at, row_end)
        sign = blanks(source, keys.end())
        match text[sign : sign + 1]:
            case "=":
                sign = self._equals(sign)
            case ":":
                tell_colon(source, sign)
                sign += 1 + text.startswith("=", sign + 1)
                if text[sign - 1] == "=":
                    source.change(sign - 1, sign, " ")
            case char if self._lacks_equals(keys, char):
                what = _("a = is missing behind the key.")
                mend = _("Write {key} = and what it says.")
                source.tell(at, what, mend.format(key=shown(keys[0])))
                source.change(sign, sign, " = ")
            case _:
                return self._no_key(at, row_end)
        self._keyed(at, keys)
        return self._after(value(source, blanks(source, sign)))

    def _lacks_equals(self, keys: re.Match[str], char: str) -> bool:
        plain = re.fullmatch(r"[a-z_]+", keys[0]) is not None
        return plain and char != "" and (char in "\"'[{" or char in QUOTES or char.isdigit())

    def _equals(self, sign: int) -> int:
        source = self._source
        if source.text[sign + 1 : sign + 2] in ("=", ">"):
            source.tell(sign, _("one = too many stands behind the key."), _("Write a single =."))
            source.change(sign + 1, sign + 2, " ")
            return sign + 2
        return sign + 1

    def _keyed(self, at: int, keys: re.Match[str]) -> None:
        """Note a key; one that is there already is told, with both lines."""
        source = self._source
        names = tuple(one.strip("\"'") for one in re.split(r"[ \t]*\.[ \t]*", keys[0]))
        path = (*self._part, *names)
        line = self._seen.setdefault(path, source.line(at))
        if line == source.line(at):
            return
        said = _('"{key}" stands here, and in line {line} already.')
        what = said.format(key=shown(keys[0]), line=line)
        if self._part and isinstance(self._part[-1], int) and self._begins_another(at, names[0]):
            mend = _("Take one of them out; or, if another part begins here, write {header} above.")
            source.tell(at, what, mend.format(header=self._header))
            source.change(at, at, f"{self._header}\n")
            self._counts[self._part[:-1]] += 1
            self._part = (*self._part[:-1], self._counts[self._part[:-1]])
            self._seen[*self._part, *names] = source.line(at)
            return
        source.tell(at, what, _("Take one of them out."))
        source.change(at, keys.end(), dumps(f"{keys[0]} {source.line(at)}"))

    def _begins_another(self, at: int, key: str) -> bool:
        """Whether a key that is there twice seems to begin a part that has no header."""
        above = self._source.text[:at].rsplit("\n", 3)[-3:-1] if at < _FAR else []
        return key == "kind" or (bool(above) and not above[-1].strip())

    def _after(self, at: int) -> int:
        """Go over what stands behind a value."""
        source, text = self._source, self._source.text
        at = blanks(source, at)
        row_end = source.row_end(at)
        if at >= len(text) or text[at] in "\n#":
            return row_end + 1
        comma = re.compile(r"[,;.]+").match(text, at, row_end)
        if comma is not None and _ENDS.match(text, comma.end()):
            source.tell(at, _("here is a comma too many."), _("Take it out."))
            source.change(at, comma.end(), "")
            return row_end + 1
        what = _("something more stands in this line, behind what the key says.")
        if _KEYS.match(text, at, row_end) and BEGINS.match(f"{text[at : at + 60]} "):
            source.tell(at, what, _("Write each key in a line of its own."))
            source.change(at, at, "\n")
            return at
        source.tell(at, what, _("Take it out; or, if it is a note, put # before it."))
        source.change(at, at, "# ")
        return row_end + 1

    # -- whatever else stands in a row ------------------------------------------------------------

    def _no_key(self, at: int, row_end: int) -> int:
        source, text = self._source, self._source.text
        if curly := _CURLY_KEY.match(text, at, row_end):
            what = _("curly quotes stand around this key.")
            source.tell(at, what, _("Write it without any: {key} =").format(key=curly[1]) + " ...")
            source.change(at, curly.end(), curly[1])
            sign = blanks(source, curly.end())
            if text[sign] == ":":
                tell_colon(source, sign)
            return self._after(value(source, blanks(source, sign + 1)))
        if _FENCE.fullmatch(text, at, row_end):
            what = _("this line does not belong in such a file; other formats have one.")
            source.tell(at, what, _("Take it out."))
        elif mark := _NOTE.match(text, at, row_end):
            what = _("a note begins with another sign here.")
            source.tell(at, what, _("Write # in place of {sign}.").format(sign=mark[0]))
        elif text.startswith("=", at):
            what = _("no key comes before the = here.")
            source.tell(at, what, _('Write its name there, such as prompt = "...".'))
            source.change(at, at, dumps(f"no key {source.line(at)}"))
            return self._after(value(source, blanks(source, at + 1)))
        elif other := _OTHER_KEY.match(text, at, row_end):
            return self._other_key(other)
        else:
            self._lost(at)
        source.change(at, at, "#")
        return row_end + 1

    def _other_key(self, found: re.Match[str]) -> int:
        source = self._source
        joined = re.sub(r"[ \t-]+", "_", found[1].strip().lower())
        plain = re.fullmatch(r"[a-z0-9_]+", joined) is not None
        what = _("a key is one word of small letters here.")
        mend = _("Write it so.")
        if plain:
            mend = _("Write it so: {key} =").format(key=joined) + " ..."
        source.tell(found.start(), what, mend)
        written = joined if plain else dumps(f"key {source.line(found.start())}")
        source.change(found.start(), found.end(), f"{written} = ")
        return self._after(value(source, found.end()))

    def _lost(self, at: int) -> None:
        """Tell of a row that is nothing we know; of several in a row, of the first."""
        source = self._source
        line = source.line(at)
        if self._orphan != line - 1:
            what = _("this line is neither a key with = behind it, nor a part in brackets.")
            mend = _(
                'If it goes on with a text, that text stands between """ and """. If it is a'
                " note, put # before it."
            )
            source.tell(at, what, mend)
        self._orphan = line

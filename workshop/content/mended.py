"""A file that is no TOML as it stands, read for what was meant: every slip in it, and the rest.

`tomllib` stops at the first slip, tells of it in a programmer's words, and often where something
else comes of it: an unclosed text is told where the next one opens. Libraries that go on after an
error (tree-sitter) hold whole runs of lines for one, and cannot say what is wrong with it.
"""

from workshop import toml
from workshop.content.authored import Authored
from workshop.content.not_text import decoded, other_form
from workshop.content.source import Enough, Slip, Source
from workshop.content.written_rows import Rows
from workshop.core.text import tidy
from workshop.errors import Unreadable
from workshop.plain_file import SIZE_LIMIT
from workshop.words import _


def mended(data: bytes, line: int) -> Authored:
    """Return what is meant in a file that cannot be read as it stands, and every slip in it.

    Args:
        data: its bytes.
        line: the line at which reading it stopped, where that is known.
    """
    if len(data) > SIZE_LIMIT:
        what = _("this file is larger than 1 MB, so it was not read.")
        return Authored(None, (Slip(0, what, _("Make two files of it, or more.")),))
    if endless := toml.endless_key(data):
        what = _("a key has a hundred parts or more.")
        return Authored(None, (Slip(endless, what, _("Take it out.")),))
    if line and line == toml.line_of_endless_number(data):
        what = _("a number has more digits than any may have.")
        return Authored(None, (Slip(line, what, _("Write a smaller one.")),))
    text, not_text = decoded(data)
    slips = [not_text] if not_text else []
    if not_text and not text:
        return Authored(None, tuple(slips))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if "\r" in text:
        what = _("its lines end in a way that is not in use any more.")
        slips.append(Slip(1, what, _("Save it as plain text, UTF-8.")))
        text = text.replace("\r", "\n")
    if other := other_form(text):
        return Authored(None, (*slips, other))
    source = Source(text)
    try:
        Rows(source)
        meant, lines = source.meant()
        table = tidy(toml.read_table(meant.encode("utf-8", "replace"), ""))
    except (Unreadable, RecursionError, Enough):
        table, meant, lines = None, "", []
    slips += source.slips.values()
    if not slips:
        slips = [_beyond_us(line)]
    return Authored(table, tuple(sorted(slips, key=lambda slip: slip.line)), meant, tuple(lines))


def _beyond_us(line: int) -> Slip:
    what = _("from this line on the file cannot be understood.")
    mend = _("Look at quotes, commas and brackets here and above, beside a file that is right.")
    return Slip(line, what, mend)

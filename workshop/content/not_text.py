"""Files that are no plain text: which program made them, and what is in them all the same."""

import re

from workshop.content.source import Slip
from workshop.words import _

_MADE_BY = (
    b"PK\x03\x04",  # docx, odt, pages
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # doc
    b"%PDF",
)
"""How the files of word processors begin, and those made to be printed."""
_KEYED = re.compile(r"^[ \t]*(?:- +)?[A-Za-z_][\w-]*:(?:[ \t]|$)", re.MULTILINE)
_SAID = re.compile(r"^[ \t]*[A-Za-z_][\w-]*[ \t]*=", re.MULTILINE)
_PAGES = (b"<!doctype", b"<html", b"<?xml")
_WIDE = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 400
"""How many bytes tell whether every other one of them is 0."""


def decoded(data: bytes) -> tuple[str, Slip | None]:
    """Return the text in `data`, as well as it can be had, and why it is not as it has to be.

    Of what a word processor made, the text is empty.
    """
    start = data[:_SAMPLE].lstrip()
    if start.startswith(_MADE_BY):
        return "", _slip(_("this file was saved by a word processor, and is not plain text."))
    if start.lower().startswith(_PAGES):
        return "", _slip(_("this file is a web page, not plain text."))
    for mark, name in _WIDE:
        if data.startswith(mark):
            return data.decode(name, "replace"), _wide()
    nulls = data[:_SAMPLE].count(0)
    if nulls * 3 > len(data[:_SAMPLE]):
        little = data[1:2] == b"\x00"
        return data.decode("utf-16-le" if little else "utf-16-be", "replace"), _wide()
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = _("this file is not UTF-8 text: the first letter that is not stands in this line.")
        return data.decode("cp1252", "replace"), _slip(what, line)


def other_form(text: str) -> Slip | None:
    """Return what is said of a text in a form of another program, if it is in one."""
    mend = _(
        "Begin from a file that `workshop new-exercise FILE` writes, and put your words in it."
    )
    if text.lstrip().startswith("{"):
        return Slip(1, _("this file is in another form, with { } around it (JSON)."), mend)
    if len(_KEYED.findall(text)) > 2 + len(_SAID.findall(text)):
        return Slip(1, _("this file is in another form, with : behind each key (YAML)."), mend)
    return None


def _wide() -> Slip:
    return _slip(_("this file is not UTF-8 text, but in another form, UTF-16 or the like."))


def _slip(what: str, line: int = 1) -> Slip:
    return Slip(line, what, _("Save it as plain text, UTF-8."))

"""Everything that is wrong in a reading, which is Markdown. Reads bytes, opens nothing."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from workshop.content.library import BEFORE, Library
from workshop.content.not_text import decoded
from workshop.content.problem import Problem, nearest, quoted
from workshop.content.readings import THEME_LINE, THEMES, link, theme_of
from workshop.core.text import clean, composed
from workshop.plain_file import SIZE_LIMIT
from workshop.words import _

READING_WORDS = (300, 500)
"""How many words a reading has, from and to; the page before you begin may differ."""
_LINK = re.compile(r"\]\(([^()\s]*)\)")


def reading_problems(data: bytes, file: str, library: Library) -> Iterator[Problem]:
    """Yield everything wrong in a reading.

    Args:
        data: its bytes.
        file: how it was named.
        library: where its links lead.
    """
    if len(data) > SIZE_LIMIT:
        what = _("this file is larger than 1 MB, so it was not read.")
        yield Problem(file, "", what, _("Make two files of it, or more."))
        return
    text, slip = decoded(data)
    if slip is not None:
        yield Problem(file, "", slip.what, slip.mend, line=slip.line)
        return
    if data.startswith(b"\xef\xbb\xbf"):
        what = _("it begins with a byte order mark, which cannot be seen.")
        yield Problem(file, "", what, _("Save it as plain text, UTF-8, without one."))
    elif not text.startswith("# ") or not text.split("\n", 1)[0][2:].strip():
        what = _("it does not begin with a heading.")
        yield Problem(file, "", what, _('Begin its first line with "# " and a title.'))
    lines = composed(text.replace("\r\n", "\n"))
    for number, line in enumerate(lines.split("\n"), start=1):
        if clean(line) != line:
            what = _("this line holds a character that works unseen.")
            yield Problem(file, "", what, _("Take it out."), line=number)
        for target in _LINK.findall(line):
            yield from _link(target, file, number, library)
    if PurePath(file).name.startswith(BEFORE):
        return
    if theme_of(lines) is None:
        mend = _("Write <!-- theme: {first} --> below the title, or {others}.")
        named = mend.format(first=THEMES[0], others=", ".join(THEMES[1:]))
        below = min(2, lines.count("\n"))
        yield Problem(file, "", _("it says no theme."), named, line=below)
    words = len(THEME_LINE.sub("", lines).split())
    least, most = READING_WORDS
    if not least <= words <= most:
        what = _("it has {words} words; a reading has {least} to {most}.")
        mend = _("Write more.") if words < least else _("Make it shorter.")
        found = what.format(words=words, least=least, most=most)
        yield Problem(file, "", found, mend, "warning")


def _link(target: str, file: str, line: int, library: Library) -> Iterator[Problem]:
    """Yield a problem where a link leads to no reading, exercise or page."""
    if target.startswith(("https://", "http://", "#")):
        return
    leads = link(target)
    if leads is None:
        what = _("the link {link} leads nowhere here.").format(link=quoted(target))
        mend = _("A reading is linked as name.md, an exercise as ../id.toml.")
        yield Problem(file, "", what, mend, line=line)
        return
    if leads.to == "reading":
        known, what = library.reading_names(), _("the link {link} leads to no reading.")
    else:
        known, what = library.exercise_ids(), _("the link {link} leads to no exercise.")
    if leads.id not in known:
        mend = nearest(leads.id, known) or _("Name one that is there, or take the link out.")
        yield Problem(file, "", what.format(link=quoted(target)), mend, line=line)

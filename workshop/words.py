"""The frame's own words (buttons, headings, sentences) in the language of the reader.

What people read in exercises is content and lives in `exercises/`, not here.
"""

from gettext import NullTranslations

_catalog = NullTranslations()


def speak(catalog: NullTranslations) -> None:
    """Let every later `_` answer from `catalog`."""
    global _catalog
    _catalog = catalog


def _(message: str) -> str:
    """Return `message` in the language of the reader."""
    return _catalog.gettext(message)


def plural(one: str, many: str, count: int, **filled: object) -> str:
    """Return `one` or `many` for `count`, with `{count}` and whatever else is named filled in."""
    return _catalog.ngettext(one, many, count).format(count=count, **filled)

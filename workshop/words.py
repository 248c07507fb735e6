"""The frame's own words (buttons, headings, sentences) in the language of the reader.

What people read in exercises is content and lives in `exercises/`, not here.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations

TYPE_CHECKING = False  # of `typing`, which takes as long to import as all the words to read
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.resources.abc import Traversable

DOMAIN = "equal-say"
"""What the files of a catalogue are called."""
ASKING = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What of the environment asks for a language; the first that says anything is heard."""
ENGLISH = ("C", "POSIX", "en")
"""What asks for the words as they stand here."""

NAMED = 3
"""How many things of many a sentence names; the rest it counts."""

_catalog = NullTranslations()


def speak(catalog: NullTranslations) -> None:
    """Let every later `_` answer from `catalog`."""
    global _catalog
    _catalog = catalog


def language() -> str:
    """Return the language that is spoken, such as "de" or "pt_BR"."""
    return _catalog.info().get("language") or "en"


def _(message: str) -> str:
    """Return `message` in the language of the reader."""
    return _catalog.gettext(message)


def later(message: str) -> str:
    """Return `message` as it is: it is looked up when it is said, and named here to be found."""
    return message


def plural(one: str, many: str, count: int, **filled: object) -> str:
    """Return `one` or `many` for `count`, with `{count}` and whatever else is named filled in."""
    return _catalog.ngettext(one, many, count).format(count=count, **filled)


def languages(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that the environment asks for; see `asked_for`."""
    return asked_for(next((said for name in ASKING if (said := environment.get(name))), ""))


def asked_for(said: str) -> tuple[str, ...]:
    """Return the languages to look in before English, the first wanted most; none for English.

    Args:
        said: as in the environment: "de", "de_AT.UTF-8", "sr@latin", "fr:de".
    """
    found: dict[str, None] = {}
    for one in said.replace("-", "_").split(":"):
        place, _at, script = one.partition("@")
        name = place.partition(".")[0]
        bare = name.partition("_")[0]
        if bare in ENGLISH:
            break
        if _is_name(name):
            if _is_name(script):
                found |= {f"{name}@{script}": None, f"{bare}@{script}": None}
            found |= {name: None, bare: None}
    return tuple(found)


def _is_name(text: str) -> bool:
    """Whether `text` can be part of a folder's name: what asks for a language may be anything."""
    return text.isascii() and text.replace("_", "").isalnum()


def catalogue(languages: Sequence[str], folder: Traversable) -> NullTranslations:
    """Return the words in the first of the `languages` that has them, the others behind it.

    Args:
        languages: as `asked_for` returns them.
        folder: where catalogues are: `de/LC_MESSAGES/equal-say.mo`. One that cannot be read is
            passed over: a language never keeps anybody from beginning.
    """
    found = NullTranslations()
    for language in reversed(languages):
        try:
            with (folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
                spoken = Catalogue(file)
        except Exception:  # gettext has no error of its own for a broken file
            continue
        spoken.add_fallback(found)
        found = spoken
    return found


class Catalogue(GNUTranslations):
    """The words in one language.

    What a sentence cannot be filled into, as its gaps are others than in English, stays English: a
    slip in a catalogue may not stop an evening.
    """

    def gettext(self, message: str) -> str:
        """Return `message` in this language."""
        said = super().gettext(message)
        return said if _gaps(said) <= _gaps(message) else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return `msgid1` or `msgid2` in this language, in its form for `n`."""
        said = super().ngettext(msgid1, msgid2, n)
        if _gaps(said) <= _gaps(msgid1) | _gaps(msgid2):
            return said
        return msgid1 if n == 1 else msgid2


def _gaps(sentence: str) -> set[str]:
    """Return what is filled into a sentence, as it stands there and without its form."""
    from string import Formatter  # whoever speaks English needs none of it

    gaps = set()
    try:
        for _text, name, form, _conversion in Formatter().parse(sentence):
            if name is not None:
                gaps |= {name, f"{name}:{form}"} if form else {name}
    except ValueError:  # a bracket on its own
        return {sentence}
    return gaps

"""Countries by whatever people call them: names in their languages, codes, short forms.

The names come from iso-codes, as pycountry carries them; imported late, since few ask.
"""

import difflib
import gettext
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

from workshop.words import language

SHORT_FORMS = {
    **dict.fromkeys(("uk", "britain", "great britain", "grossbritannien", "angleterre"), "GB"),
    **dict.fromkeys(("inglaterra", "inghilterra"), "GB"),
    **dict.fromkeys(("england", "scotland", "wales", "northern ireland"), "GB"),
    **dict.fromkeys(("us", "america", "eeuu", "сша"), "US"),
    "россия": "RU",
    "cape verde": "CV",
    "burma": "MM",
    "swaziland": "SZ",
    **dict.fromkeys(("emirates", "uae"), "AE"),
}
"""What people say and no list of codes has, folded → code."""
AS_WRITTEN = str.maketrans({".": "", "'": "", "’": "", "-": " "})
"""What people leave out, or write another way."""
NEAREST = 4
"""How many near names are told at the most."""
NEAR = 0.78
"""How alike two names are at the least to be near each other, from 0 to 1."""


class Found(NamedTuple):
    """What is called so, by code; and what has a near name, where nothing or several are."""

    codes: tuple[str, ...]
    near: tuple[str, ...]


def find(name: str) -> Found:
    """Return which country is called `name`.

    Args:
        name: a name in any language that iso-codes is translated to, with or without its accents; a
            code of ISO 3166-1, or a short form.
    """
    wanted = folded(name)
    if not wanted:
        return Found((), ())
    if code := SHORT_FORMS.get(wanted, SHORT_FORMS.get(wanted.replace(" ", ""))):
        return Found((code,), ())
    for names in (_codes, _english, _names):
        codes = tuple(sorted(names().get(wanted, ())))
        if len(codes) == 1:
            return Found(codes, ())
        if codes:
            return Found((), codes)
    return Found((), _near(wanted))


def called(code: str) -> str:
    """Return the short name of the country with that code, in the language that is spoken."""
    from pycountry import LOCALES_DIR, countries

    country = countries.get(alpha_2=code)
    name = str(getattr(country, "common_name", None) or getattr(country, "name", code))
    spoken = gettext.translation("iso3166-1", LOCALES_DIR, [language()], fallback=True)
    return spoken.gettext(name)


def folded(name: str) -> str:
    """Return `name` as it is compared: small letters, no accents, no points, no article."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = plain if plain.isascii() else "".join(filterfalse(unicodedata.combining, plain))
    return " ".join(letters.translate(AS_WRITTEN).split()).removeprefix("the ")


def _near(wanted: str) -> tuple[str, ...]:
    """Return the codes of what is nearest, the nearest first."""
    names = _names()
    near = difflib.get_close_matches(wanted, names, n=3 * NEAREST, cutoff=NEAR)
    codes = dict.fromkeys(code for one in near for code in sorted(names[one]))
    return tuple(codes)[:NEAREST]


@cache
def _codes() -> dict[str, set[str]]:
    from pycountry import countries

    return {folded(code): {one.alpha_2} for one in countries for code in (one.alpha_2, one.alpha_3)}


@cache
def _english() -> dict[str, set[str]]:
    """Return every English name, folded, with the codes of what is called so."""
    from pycountry import countries

    names: dict[str, set[str]] = {}
    for country in countries:
        for name in _said(country):
            names.setdefault(folded(name), set()).add(country.alpha_2)
    return names


@cache
def _names() -> dict[str, set[str]]:
    """Return every name in every language that there is, folded, with the codes."""
    from pycountry import LOCALES_DIR, countries

    names = {name: set(codes) for name, codes in _english().items()}
    for folder in sorted(Path(LOCALES_DIR).iterdir()):
        translated = gettext.translation("iso3166-1", LOCALES_DIR, [folder.name], fallback=True)
        for country in countries:
            for name in _said(country):
                if (said := translated.gettext(name)) != name:
                    names.setdefault(folded(said), set()).add(country.alpha_2)
    return names


def _said(country: object) -> Iterator[str]:
    for what in ("name", "common_name", "official_name"):
        if name := getattr(country, what, None):
            yield name
            before, comma, after = name.partition(", ")
            if comma:  # Korea, Republic of; Bolivia, Plurinational State of
                yield f"{after} {before}"
                if what == "name":
                    yield before

"""A made-up language, in which every sentence stands in brackets of its own: ⟦so⟧."""

import runpy
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import workshop

HOUSE = Path(workshop.__file__).parents[1]
TEMPLATE = HOUSE / "workshop" / "locale" / "equal-say.pot"
LANGUAGE = "qps"
"""A code that no language has: they are kept for private use."""

write_template = runpy.run_path(str(HOUSE / "docs" / "template.py"))["write"]


def in_brackets(sentence: str) -> str:
    """Return a sentence in the made-up language."""
    return f"⟦{sentence}⟧"


def spoken(changed: dict[str, str] | None = None, language: str = LANGUAGE) -> Catalog:
    """Return the catalogue of the made-up language, made from the template.

    Args:
        changed: sentences that are said otherwise.
        language: what it calls itself.
    """
    with TEMPLATE.open("rb") as file:
        template = read_po(file)
    catalog = Catalog(locale=language)
    for message in template:
        if not message.id:
            continue
        if isinstance(message.id, str):
            said: object = (changed or {}).get(message.id, in_brackets(message.id))
        else:
            said = tuple(map(in_brackets, message.id))
        catalog.add(message.id, said)
    return catalog


def written(folder: Path, catalog: Catalog, language: str = LANGUAGE) -> Path:
    """Write a catalogue where the program looks for one, and return `folder`."""
    path = folder / language / "LC_MESSAGES" / "equal-say.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalog)
    return folder

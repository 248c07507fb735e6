"""A made-up language, in which every sentence stands in brackets of its own: ⟦so⟧."""

import re
import runpy
import shutil
import tomllib
from pathlib import Path
from typing import Any

import tomli_w
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import workshop
from workshop import paths

HOUSE = Path(workshop.__file__).parents[1]
TEMPLATE = HOUSE / "workshop" / "locale" / "equal-say.pot"
BUILTIN = Path(str(paths.builtin_content()))
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
            one_by_one = any("with spaces between" in said for said in message.auto_comments)
            words = " ".join(map(in_brackets, message.id.split())) if one_by_one else None
            said: object = (changed or {}).get(message.id, words or in_brackets(message.id))
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


NOT_READ = frozenset(
    {
        *("id", "kind", "theme", "who", "privacy", "about", "from", "of", "target", "clause"),
        *("between", "parts", "exercises", "url", "source", "how"),
    }
)
"""The keys of content whose text nobody reads, or which is the same in every language."""


def in_quotes(text: str) -> str:
    """Return what an author wrote, in the made-up language."""
    return "\n".join(f"⟪{line}⟫" if line else line for line in text.strip().split("\n"))


def content(folder: Path) -> Path:
    """Write all content, in English and in the made-up language, and return `folder`."""
    shutil.copytree(BUILTIN, folder)
    for file in BUILTIN.rglob("*.toml"):
        table = _said(tomllib.loads(file.read_text(encoding="utf-8")))
        _write(folder / LANGUAGE / file.relative_to(BUILTIN), tomli_w.dumps(table))
    for file in BUILTIN.rglob("*.md"):
        blocks = file.read_text(encoding="utf-8").strip().split("\n\n")
        _write(folder / LANGUAGE / file.relative_to(BUILTIN), "\n\n".join(map(_block, blocks)))
    return folder


def _said(value: Any, key: str = "") -> Any:
    match value:
        case dict():
            return {name: _said(inside, name) for name, inside in value.items()}
        case list():
            return [_said(inside, key) for inside in value]
        case str() if key not in NOT_READ:
            return in_quotes(value)
        case _:
            return value


def _block(block: str) -> str:
    """Return a paragraph of Markdown; its marks stay where they are."""
    if heading := re.match("#+ ", block):
        first, *rest = block.split("\n")
        return "\n".join((heading[0] + in_quotes(first.removeprefix(heading[0])), *rest))
    if block.startswith("- "):
        return "\n".join(f"- {in_quotes(item)}" for item in re.split(r"^- ", block, flags=re.M)[1:])
    return in_quotes(block)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

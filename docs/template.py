"""Makes the template of the frame's words, which translators begin from: `python docs/template.py`.

It is `workshop/locale/equal-say.pot`: every sentence once, by alphabet, so that it changes with the
sentences alone and not with where they stand.
"""

from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

HOUSE = Path(__file__).parents[1]
TEMPLATE = HOUSE / "workshop" / "locale" / "equal-say.pot"
KEYWORDS = {"_": None, "later": None, "plural": (1, 2)}
"""The functions of `workshop.words` that sentences go through, and which words each takes."""
PASSING = ('"POT-Creation-Date', '"Generated-By', '"Report-Msgid-Bugs-To', '"Project-Id-Version')
"""What would change, or say nothing, each time it is made."""
TO_TRANSLATORS = "To translators:"
"""How a comment begins that goes into the template, with the sentence that it stands above."""
HEADER = """\
# The words of Equal Say, to be said in another language. See docs/contributing.md.
# This file is made by `python docs/template.py`, and is under the licence of the program.
#"""


def catalog() -> Catalog:
    """Return every sentence of the frame, as it stands in the code today."""
    found = Catalog(project="Equal Say", header_comment=HEADER, charset="utf-8", fuzzy=False)
    for _file, _line, message, comments, _context in extract_from_dir(
        HOUSE / "workshop",
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=[TO_TRANSLATORS],
        strip_comment_tags=True,
    ):
        found.add(message, auto_comments=comments)
    return found


def write(path: Path) -> None:
    """Write the template to `path`: the same sentences give the same bytes."""
    with path.open("wb") as file:
        write_po(file, catalog(), width=100, no_location=True, sort_output=True)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith(PASSING))
    path.write_text("".join(kept), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    write(TEMPLATE)

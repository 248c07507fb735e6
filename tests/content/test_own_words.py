"""No run of seven words is that of the article the product grew from: ideas, no sentences.

The article is not part of the product. What stands beside this file are the first twelve characters
of the SHA-256 of each of its runs of seven words, sorted; `runs` makes them.
"""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = 7
ARTICLE = frozenset((Path(__file__).parent / "article_runs.txt").read_text("ascii").split())
READ = [
    *sorted(
        path
        for folder in ("exercises", "docs", "workshop")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".toml", ".md", ".py")
    ),
    ROOT / "README.md",
]


def runs(text: str) -> list[tuple[str, str]]:
    """Return each run of seven words of `text`, and what stands for it."""
    words = re.findall(r"[\w']+", text.casefold().replace("’", "'"))
    found = [" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]
    return [(run, hashlib.sha256(run.encode()).hexdigest()[:12]) for run in found]


@pytest.mark.parametrize("path", READ, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_run_of_seven_words_is_the_article_s(path: Path) -> None:
    text = path.read_text("utf-8")

    assert [run for run, mark in runs(text) if mark in ARTICLE] == []


def test_a_run_is_found_wherever_it_stands_and_however_it_is_written() -> None:
    (run,) = runs("one two three four five six seven")

    assert run in runs("Zero. One, two:\nTHREE four (five) six - seven; eight")
    assert len(ARTICLE) > 1900

"""Measure everything that has a goal: `python -m tests.bench [--json FILE] [--rounds N] [WORDS]`.

WORDS leave out the rows without them in their names.
"""

import argparse
import json
import sys
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from .measure import ROUNDS, Measured, measured
from .rows import rows
from .rows_caseload import rows_of_the_caseload
from .rows_room import rows_of_the_room


def main() -> int:
    """Print a row at a time; return how many are not within their goals."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("words", nargs="*", help="only rows with these words in their names")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    parser.add_argument("--json", type=Path, help="a file for the same in JSON")
    options = parser.parse_args()
    found: list[Measured] = []
    _say(f"{'':28} {'ratio':>6} {'goal':>5}   beside")
    with TemporaryDirectory() as where:
        made = Path(where)
        for row in chain(rows(made), rows_of_the_caseload(made), rows_of_the_room(made)):
            if not options.words or any(word in row.name for word in options.words):
                one = measured(row, options.rounds)
                found.append(one)
                mark = " " if one.is_well else "!"
                _say(f"{one.name:28} {one.ratio:6.2f} {one.goal:5.2f} {mark} {one.beside}")
    if options.json:
        table = [{**asdict(one), "ratio": one.ratio, "within": one.is_well} for one in found]
        options.json.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    return sum(not one.is_well for one in found)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())

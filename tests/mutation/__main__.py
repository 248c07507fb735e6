"""Change the program in ways that two people would mind, one at a time, and see if a test notices.

`python -m tests.mutation` tries every change of the list; see `--help` for a few of them. It ends
with 1 where less than nine in ten are noticed, or where a change has no place in the source any
more: then the list has to follow it.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random

from .change import Change
from .changes import CHANGES, ROOMS
from .verdict import Verdict, is_well, tried

ROOT = Path(__file__).parents[2]


def main(argv: Sequence[str] | None = None) -> int:
    """Print what becomes of each change; return 0 where enough are noticed."""
    options = _parser().parse_args(argv)
    chosen = _chosen(options)
    if options.list:
        for change in chosen:
            _say(f"{change.name}: {change.why}")
        return 0
    if not chosen:
        _say("There is no such change; --list names them.")
        return 2
    found: list[Verdict] = []
    for verdict in tried(chosen, ROOT, min(options.workers, len(chosen))):
        found.append(verdict)
        _say(f"{verdict.name:36} {verdict.kind:20} {verdict.seconds:6.1f} s   {verdict.by}")
    killed = sum(one.is_killed for one in found)
    _say(f"{killed} of {len(found)} were noticed, {killed / len(found):.0%}.")
    for verdict, change in zip(found, chosen, strict=True):
        if verdict.kind == "SURVIVED":
            _say(f"Nothing notices {change.name}: {change.why}.")
    if options.json:
        table = json.dumps([asdict(one) for one in found], indent=2)
        options.json.write_text(table + "\n", encoding="utf-8")
    return 0 if is_well(found) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--list", action="store_true", help="only name the changes, and why")
    parser.add_argument("--only", action="append", metavar="NAME", help="only this one; or a room")
    parser.add_argument("--sample", type=int, metavar="N", help="only so many of them, by chance")
    parser.add_argument("--seed", default="", help="what the sample is drawn by")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--json", type=Path, help="a file for the same in JSON")
    return parser


def _chosen(options: argparse.Namespace) -> list[Change]:
    chosen = list(CHANGES)
    if options.only:
        of_rooms = {one.name for room in options.only for one in ROOMS.get(room, ())}
        chosen = [one for one in chosen if one.name in of_rooms | set(options.only)]
    if options.sample is not None:
        drawn = Random(options.seed).sample(chosen, min(options.sample, len(chosen)))
        chosen = [one for one in chosen if one in drawn]
    return chosen


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())

"""Kill, let calls fail, and count: `python -m tests.robustness --kills 1000 --faults --seed 7`."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))  # where what tests share is found

from . import commands, figures, said, table

IN_MEMORY = Path("/dev/shm")
"""Where a file costs no disk."""
ON_SCREEN = 20
"""Of so many faults one falls upon the screen."""

CONTROL = 10
"""Of so many of each, the control gets one."""


def main() -> int:
    """Print the figures; return 1 where anything was not as it was promised, 0 else."""
    options = said.parser().parse_args()
    if not (options.kills or options.faults or options.commands):
        said.parser().error("say what: --kills, --faults or --commands")
    with TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as made:
        rows = list(_rows(Path(made), options))
    told = table.as_json(rows, options.seed) if options.json else table.as_text(rows)
    sys.stdout.write(f"{told}\n")
    return int(any(bool(row.wrong) != row.must_fail for row in rows))


def _rows(made: Path, options: argparse.Namespace) -> Iterator[figures.Row]:
    kills, faults, seed = options.kills, options.faults, options.seed
    on_screen = faults // ON_SCREEN
    shares = {
        "line by line": (kills - kills // 2, faults - on_screen),
        "on the screen": (kills // 2, on_screen),
    }
    for face, share in shares.items():
        if any(share):
            yield from figures.evening(face, made / face, *share, seed, is_locked=options.locked)
    if max(kills, faults) >= CONTROL and not options.locked:
        yield from figures.control(made / "control", kills // CONTROL, faults // CONTROL, seed)
    if options.commands:
        yield from commands.rows(made / "commands")


if __name__ == "__main__":
    raise SystemExit(main())

"""Kill, let calls fail, and count: `python -m tests.robustness --kills 1000 --faults --seed 7`.

Half of the kills fall upon an evening line by line, and half upon one on the screen, at calls to
the disk that the seed draws, every fifth at any instant. Of the faults one in twenty falls upon the
screen. Beside them a writer that writes in place gets the same, and must be seen to fail. With
`--commands` each command that writes is killed at each of its calls, and each of them fails.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))  # where what tests share is found

IN_MEMORY = Path("/dev/shm")
"""Where a file costs no disk."""
ON_SCREEN = 20
"""Of so many faults one falls upon the screen."""


def main() -> int:
    """Print the figures; return 1 where anything was not as it was promised, 0 else."""
    from robustness import commands, figures, table

    parser = argparse.ArgumentParser(prog="python -m tests.robustness", description=__doc__)
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="how many kills")
    parser.add_argument(
        "--faults", type=int, nargs="?", const=2000, default=0, metavar="N", help="how many (2000)"
    )
    parser.add_argument("--commands", action="store_true", help="the commands that write, too")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="what is drawn (7)")
    parser.add_argument("--json", action="store_true", help="the same for programs")
    said = parser.parse_args()
    where = IN_MEMORY if IN_MEMORY.is_dir() else None
    rows: list[figures.Row] = []
    with TemporaryDirectory(dir=where) as made:
        on_screen = said.faults // ON_SCREEN
        shares = {
            "line by line": (said.kills - said.kills // 2, said.faults - on_screen),
            "on the screen": (said.kills // 2, on_screen),
        }
        for number, (face, share) in enumerate(shares.items()):
            if any(share):
                rows += figures.evening(face, Path(made, str(number)), *share, said.seed)
        if said.kills or said.faults:
            rows += figures.control(Path(made, "control"), said.kills, said.faults, said.seed)
        if said.commands:
            rows += commands.rows(Path(made, "commands"))
    sys.stdout.write((table.as_json(rows, said.seed) if said.json else table.as_text(rows)) + "\n")
    return int(any(bool(row.wrong) != row.must_fail for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())

"""The words of `python -m tests.robustness`."""

import argparse

FOR = (
    "Kill an evening in both faces, let calls to the disk fail, and count what came of it. Half of"
    " the kills fall upon an evening line by line, half upon one on the screen, at calls that the"
    " seed draws, every fifth at any instant; of the faults one in twenty falls upon the screen."
    " A program that writes in place gets a tenth of it, and must be seen to fail."
)
FAULTS = 2000
"""How many faults there are where nobody says how many."""


def parser() -> argparse.ArgumentParser:
    """Return what reads them."""
    found = argparse.ArgumentParser(prog="python -m tests.robustness", description=FOR)
    found.add_argument("--kills", type=int, default=0, metavar="N", help="how many kills")
    found.add_argument(
        "--faults",
        type=int,
        nargs="?",
        const=FAULTS,
        default=0,
        metavar="N",
        help=f"how many faults ({FAULTS:,})",
    )
    found.add_argument("--seed", type=int, default=7, metavar="N", help="what is drawn (7)")
    found.add_argument("--locked", action="store_true", help="both on a locked workshop")
    found.add_argument(
        "--commands",
        action="store_true",
        help="each command that writes, killed at each of its calls; each of them fails",
    )
    found.add_argument("--json", action="store_true", help="the same for programs")
    return found

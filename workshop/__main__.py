"""`python -m workshop`, and the command `workshop`."""

import gc
import sys


def run() -> None:
    """Run the command line with the real clock and real chance."""
    from workshop.cli import main

    code = main()
    gc.freeze()  # else all that there is, which goes now, is first searched for garbage
    sys.exit(code)


if __name__ == "__main__":
    run()

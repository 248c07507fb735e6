"""`python -m workshop`, and the command `workshop`."""

import sys


def run() -> None:
    """Run the command line with the real clock and real chance."""
    from workshop.cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()

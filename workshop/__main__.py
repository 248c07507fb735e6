"""`python -m workshop`, and the command `workshop`."""

import gc
import sys


def run() -> None:
    """Run the command line with the real clock and real chance.

    Python itself prints no error, not even one that nobody can catch, such as of what falls apart
    at the end: its message may quote what was typed.
    """
    from workshop.cli import main

    sys.unraisablehook = lambda _found: None
    try:
        code = main()
    except Exception:  # of what tells of a crash: there is nothing left that could tell of it
        code = 70
    gc.freeze()  # else all that there is, which goes now, is first searched for garbage
    sys.exit(code)


if __name__ == "__main__":
    run()

"""Lines that are edited as they are typed, by the standard library's readline where it is there.

Nothing that was typed is kept: no history, and nothing cut can be put in again, since whoever sits
down next could do that.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

GNU = ("set editing-mode emacs", "set enable-bracketed-paste off", "set bell-style none")
PUTS_IN_AGAIN = ("\\C-y", "\\ey", "\\e.", "\\e_", "\\e\\C-y")
"""Keys with which what was cut, or typed before, is put in again."""
PULSE = 0.5
"""How many seconds readline waits for a key before it looks for signals again."""


def reader(source: TextIO, sink: TextIO) -> Callable[[str], str] | None:
    """Return what asks for a line and lets it be edited; None where that cannot be.

    What it returns takes the prompt, and gives "" where there are no more lines.
    """
    if source is not sys.stdin or sink is not sys.stdout or not source.isatty():
        return None
    try:
        import readline
    except ImportError:
        return None
    readline.set_auto_history(False)
    readline.clear_history()
    if "libedit" in (readline.__doc__ or ""):
        readline.parse_and_bind("bind -e")
        readline.parse_and_bind("bind ^Y ed-insert")
    else:
        for setting in GNU:
            readline.parse_and_bind(setting)
        for key in PUTS_IN_AGAIN:
            readline.parse_and_bind(f'"{key}": ""')

    def read(prompt: str) -> str:
        try:
            with _pulse():
                return input(prompt) + "\n"
        except EOFError:
            return ""

    return read


@contextmanager
def _pulse() -> Iterator[None]:
    """Look for signals now and then: one that comes just before the wait would be seen after it."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda _number, _frame: None)
    signal.setitimer(signal.ITIMER_REAL, PULSE, PULSE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def forget_keys(source: TextIO) -> None:
    """Throw away what was typed and not read yet."""
    try:
        import termios
    except ImportError:
        return
    with suppress(OSError, ValueError, termios.error):
        termios.tcflush(source.fileno(), termios.TCIFLUSH)


def unseen(source: TextIO, sink: TextIO, prompt: str) -> str:
    """Return a line that is not shown as it is typed.

    The prompt comes once nothing is shown any more: somebody may type as soon as it is there.
    """
    try:
        import termios
    except ImportError:
        from getpass import getpass

        return getpass(prompt) + "\n"
    descriptor = source.fileno()
    before = termios.tcgetattr(descriptor)
    silent = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(descriptor, termios.TCSADRAIN, silent)
    try:
        sink.write(prompt)
        sink.flush()
        return source.readline()
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
        sink.write("\n")

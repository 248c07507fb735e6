"""The command line: reads it, hands over to a command, and turns every trouble into one sentence.

A command is imported once it is known which one is meant: reading the words takes no model, no
library and no face.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from gettext import NullTranslations
from importlib import import_module
from types import ModuleType, SimpleNamespace

from workshop.errors import NotPrinted, Trouble
from workshop.words import _, catalogue, languages, speak

TYPE_CHECKING = False  # of `typing`, which takes as long to import as all the words to read
if TYPE_CHECKING:
    from random import Random

    from workshop.commands.context import Context
    from workshop.desk.clock import Clock

HOME = "evening:home"
"""What is done where no command is named."""


def main(
    argv: Sequence[str] | None = None, clock: Clock | None = None, random: Random | None = None
) -> int:
    """Run one command.

    Args:
        argv: the words after `workshop`; the real ones when None.
        clock: the day, and how time goes by; the machine's when None.
        random: chance, for the coin and for ids; the machine's when None.

    Returns:
        The exit code: 0 done, 1 something was found wrong or could not be done, 2 wrong usage,
        3 where `verify` can say nothing, 70 a crash of ours; 129, 130 and 143 for a closed window,
        an interrupt and a terminate signal.
    """
    _speak_utf8()
    code = 70
    try:
        code = _run(argv, clock, random)
    finally:
        code = _emptied(code)
    return code


def _run(argv: Sequence[str] | None, clock: Clock | None, random: Random | None) -> int:
    _speak(languages(os.environ))
    try:
        options = _said(sys.argv[1:] if argv is None else argv)
    except SystemExit as stop:  # argparse has said why, or printed the help or the version
        return stop.code if isinstance(stop.code, int) else 2
    except NotPrinted as trouble:
        _complain(trouble)
        return trouble.code
    from workshop import paths

    context = _context(options, clock, random)
    try:
        if paths.speaks_others():  # else nothing could be said otherwise: no settings are asked
            _speak(context.languages)
        return _command(options.where)(context)
    except Trouble as trouble:
        context.complain(trouble.sentence)
        return trouble.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0  # whoever read our lines has gone
    except Exception as error:  # the last line of defence: no traceback reaches people
        return _crashed(error, context)


def _crashed(error: Exception, context: Context) -> int:
    """Say that we made a mistake. Whatever that takes may have failed, too: then just that."""
    try:
        from workshop.commands.crash import crashed

        return crashed(error, context)
    except Exception:  # such as a module that is on the stick which was pulled out
        with suppress(OSError):
            sys.stderr.write("workshop: " + _("The program made a mistake and stopped.") + "\n")
        return 70


def _said(words: Sequence[str]) -> SimpleNamespace:
    """Return what the words say; where there are none, nothing that reads words is imported."""
    if not words:
        return SimpleNamespace(data=None, own=None, plain=False, where=HOME)
    from workshop.command_line import read

    return read(words, HOME)


def _emptied(code: int) -> int:
    """Write what waits to be written. Returns the exit code, now that it is known whether it was.

    If nobody is there to read it, it goes without a word.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            if stream is sys.stdout and not code and not isinstance(error, BrokenPipeError):
                code = 1
                _complain(NotPrinted(error))
    return code


def _complain(trouble: Trouble) -> None:
    """Say what is wrong before there is a context, or when there is none any more."""
    with suppress(OSError):
        sys.stderr.write(f"workshop: {trouble.sentence}\n")


def _context(options: SimpleNamespace, clock: Clock | None, random: Random | None) -> Context:
    from random import SystemRandom

    from workshop.commands.clock import SystemClock
    from workshop.commands.context import Context

    return Context(options, clock or SystemClock(), random or SystemRandom(), os.environ)


def _speak(wanted: Sequence[str]) -> None:
    """Let every sentence from now on be in the first of these languages that there is."""
    catalog = NullTranslations()
    if wanted:
        from workshop import paths, usage

        catalog = catalogue(wanted, paths.catalogues())
        usage.speak()
    speak(catalog)


def _speak_utf8() -> None:
    for name, mode, ways in (
        ("stdin", "r", os.O_RDONLY),
        ("stdout", "w", os.O_RDONLY),  # cannot be written, so that what is printed is missed
        ("stderr", "w", os.O_WRONLY),
    ):
        if getattr(sys, name) is None:  # closed before we began
            place = os.open(os.devnull, ways)
            setattr(sys, name, open(place, mode))  # noqa: PTH123, SIM115  as long as we run
    for name in ("stdin", "stdout", "stderr"):
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is not None:
            # Typed bytes that are no text stay apart until `clean` takes them out.
            errors = "surrogateescape" if name == "stdin" else "replace"
            reconfigure(encoding="utf-8", errors=errors)


def _command(where: str) -> Callable[[Context], int]:
    """Return a command by where it lives, `module:function` in `workshop.commands`."""
    module, _colon, function = where.partition(":")
    command: Callable[[Context], int] = getattr(_imported(f"workshop.commands.{module}"), function)
    return command


def _imported(name: str) -> ModuleType:
    """Return a module, and look for no garbage in what comes with it."""
    if name in sys.modules:
        return import_module(name)
    from workshop.imports import Unsearched

    with Unsearched():
        return import_module(name)

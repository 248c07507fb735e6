"""What the words of a command line say.

Read without a model, a library or a face: what is slow to import waits for the command itself.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace

from workshop.command_words import commands, not_empty
from workshop.version import VERSION
from workshop.words import _

TYPE_CHECKING = False  # of `typing`, which takes as long to import as all the words to read
if TYPE_CHECKING:
    from typing import NoReturn


def read(words: Sequence[str], usual: str) -> SimpleNamespace:
    """Return what the words after `workshop` say.

    Args:
        words: what was typed.
        usual: what is done where no command is named.

    Raises:
        SystemExit: they make no sense, or the help or the version was printed.
    """
    # Not as defaults of the parsers: those of a command would undo what was said before it.
    said = SimpleNamespace(data=None, own=None, plain=False)
    return _parser(words, usual).parse_args(words, said)


def _parser(words: Sequence[str], usual: str) -> argparse.ArgumentParser:
    """Return what reads `words`: of commands that they do not name, only what the help lists."""
    columns = _columns()

    def formatter(prog: str) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(prog, width=columns - 2)

    everywhere = _Parser(add_help=False, formatter_class=formatter)
    _everywhere_words(everywhere)
    parser = _Parser(
        prog="workshop",
        parents=[everywhere],
        formatter_class=formatter,
        description=_("A workshop for two partners at one keyboard, about having an equal say."),
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help=_("show program's version number and exit")
    )
    parser.set_defaults(where=usual)
    own = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    known = commands()
    if (
        words and words[0] in known
    ):  # all that follows is its own: no other could be meant, or be listed
        known = {words[0]: known[words[0]]}
    for name, (where, help, options) in known.items():
        if name in words:
            command = own.add_parser(
                name, help=help, description=help, parents=[everywhere], formatter_class=formatter
            )
            command.set_defaults(where=where)
            options(command)
        else:
            own.add_parser(name, help=help, add_help=False, formatter_class=formatter)
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words, and nothing in them acts on a terminal."""

    def __init__(self, **words: object) -> None:
        # What is short for one option today could be for two after the next release.
        super().__init__(allow_abbrev=False, **words)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Print what is wrong, and end."""
        if not message.isprintable():
            from workshop.core.text import one_line  # few words have what acts

            message = one_line(message)
        super().error(message)


class _Version(argparse.Action):
    """Prints the version, and no more is imported for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_said: object) -> None:
        with contextlib.suppress(OSError):  # as argparse does with its help
            sys.stdout.write(f"workshop {VERSION}\n")
            sys.stdout.flush()
        parser.exit()


def _columns() -> int:
    """Return how wide a line of the help may be; `shutil`, which says so, loads compressors."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def _everywhere_words(everywhere: argparse.ArgumentParser) -> None:
    everywhere.add_argument(
        "--data", type=not_empty, metavar="DIR", help=_("where workshops are kept")
    )
    everywhere.add_argument(
        "--exercises",
        type=not_empty,
        metavar="DIR",
        dest="own",
        help=_("exercises of your own, beside the others"),
    )
    everywhere.add_argument(
        "--plain", action="store_true", help=_("line by line, for screen readers and pipes")
    )
    for action in everywhere._actions:
        action.default = argparse.SUPPRESS  # so that a command does not undo what came before it

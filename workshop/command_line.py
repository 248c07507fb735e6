"""What the words of a command line say.

Read without a model, a library or a face: what is slow to import waits for the command itself.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace

from workshop.command_words import commands, not_empty
from workshop.errors import NotPrinted
from workshop.version import VERSION
from workshop.words import _

TYPE_CHECKING = False  # of `typing`, which takes as long to import as all the words to read
if TYPE_CHECKING:
    from typing import NoReturn

    from _typeshed import SupportsWrite


_MEANT = {"help": "--help", "version": "--version"}
"""What is typed for an option where it is a command elsewhere."""


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
    if words and words[0] in _MEANT:  # as many programs have it
        words = [*words[1:], _MEANT[words[0]]]
    parser, commands = _parsers(words, usual)
    command = _command_in(words)
    if command is not None and command not in commands:
        parser.error(
            _("there is no command {word}.").format(word=_quoted(command))
            + _meant(command, commands)
        )
    options, unknown = parser.parse_known_args(words, said)
    if unknown:
        _refuse(commands.get(command or "", parser), unknown)
    options.parser = lambda: _parsers(None, usual)[0]  # for whoever tells a shell of all the words
    return options


def _refuse(parser: _Parser, unknown: Sequence[str]) -> None:
    """End, and say which words make no sense. Of an option the whole of what could be meant."""
    option = next((word.partition("=")[0] for word in unknown if word.startswith("-")), None)
    if option is None:
        parser.error(argparse._("unrecognized arguments: %s") % " ".join(unknown))  # type: ignore[attr-defined]
    known = [name for action in parser._actions for name in action.option_strings]
    said = _("there is no option {word}; options are written out.").format(word=_quoted(option))
    parser.error(said + _meant(option, known))


def _meant(word: str, known: Iterable[str]) -> str:
    """Return which of the words known could be meant by one that is none of them."""
    from difflib import get_close_matches  # which only who mistypes has to wait for

    known = list(known)
    begun = [name for name in known if len(word) > 2 and name.startswith(word)]
    near = begun or get_close_matches(word[:40], known, n=3, cutoff=0.7)
    return " " + _("Did you mean {these}?").format(these=", ".join(near)) if near else ""


def _quoted(word: str) -> str:
    """Return a word as it can stand in a sentence: one that hides or is empty in quotes."""
    return word if word.strip() and word.isprintable() else ascii(word)


def _command_in(words: Sequence[str]) -> str | None:
    """Return what stands where a command is named; None where nothing does, or nobody can tell."""
    rest = iter(words)
    for word in rest:
        if word in ("--data", "--exercises"):
            next(rest, None)
        elif word.startswith(("--data=", "--exercises=")) or word == "--plain":
            continue
        else:
            return None if word.startswith("-") else word
    return None


def _parsers(words: Sequence[str] | None, usual: str) -> tuple[_Parser, Mapping[str, _Parser]]:
    """Return what reads `words`, and each command's: what they do not name has no options there.

    Where they are None, all commands have their options.
    """
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
        epilog=_(
            "Exit codes: 0 done; 1 something was found wrong or could not be done; 2 words that"
            " make no sense; 70 a mistake of ours. `verify` has 3 where there is nothing to"
            " compare."
        ),
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
        if words is None or name in words:
            command = own.add_parser(
                name, help=help, description=help, parents=[everywhere], formatter_class=formatter
            )
            command.set_defaults(where=where)
            options(command)
        else:
            own.add_parser(name, help=help, add_help=False, formatter_class=formatter)
    return parser, own.choices


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words, and nothing in them acts on a terminal."""

    def __init__(self, **words: object) -> None:
        # What is short for one option today could be for two after the next release.
        super().__init__(allow_abbrev=False, **words)  # type: ignore[arg-type]

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help. Raises NotPrinted, where argparse says nothing."""
        if file is None:
            _print(self.format_help())
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        """Print what is wrong, and end."""
        if not message.isprintable():
            from workshop.core.text import one_line  # few words have what acts

            message = one_line(message)
        super().error(message)


class _Version(argparse.Action):
    """Prints the version, and no more is imported for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_said: object) -> None:
        _print(f"workshop {VERSION}\n")
        parser.exit()


def _print(text: str) -> None:
    """Print on standard output. Raises NotPrinted, unless whoever read our lines has gone."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except OSError as error:
        raise NotPrinted(error) from None


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

"""The command line: reads it, hands over to a command, and turns every trouble into one sentence.

A command is imported once it is known which one is meant: reading the words takes no model, no
library and no face.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from gettext import NullTranslations
from importlib import import_module

from workshop.errors import Trouble, WrongUse
from workshop.version import VERSION
from workshop.words import _, catalogue, languages, speak

TYPE_CHECKING = False  # of `typing`, which takes as long to import as all the words to read
if TYPE_CHECKING:
    from random import Random

    from workshop.commands.context import Context
    from workshop.desk.clock import Clock


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
        70 a crash of ours; 129, 130 and 143 for a closed window, an interrupt and a terminate
        signal.
    """
    _speak_utf8()
    try:
        return _run(argv, clock, random)
    finally:
        _empty_outputs()


def _run(argv: Sequence[str] | None, clock: Clock | None, random: Random | None) -> int:
    _speak(languages(os.environ))
    # Not as defaults of the parsers: those of a command would undo what was said before it.
    said = argparse.Namespace(data=None, own=None, plain=False)
    words = sys.argv[1:] if argv is None else argv
    try:
        options = _parser(words).parse_args(words, said)
    except SystemExit as stop:  # argparse has said why, or printed the help or the version
        return stop.code if isinstance(stop.code, int) else 2
    from workshop import paths

    context = _context(options, clock, random)
    if paths.speaks_others():  # else nothing could be said otherwise, and settings are not asked
        _speak(context.languages)
    try:
        return _command(options.command)(context)
    except WrongUse as trouble:
        context.complain(trouble.sentence)
        return 2
    except Trouble as trouble:
        context.complain(trouble.sentence)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0  # whoever read our lines has gone
    except Exception as error:  # the last line of defence: no traceback reaches people
        from workshop.commands.crash import crashed

        return crashed(error, context)


def _empty_outputs() -> None:
    """Write what waits to be written. If nobody is there to read it, let it go without a word."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _context(options: argparse.Namespace, clock: Clock | None, random: Random | None) -> Context:
    from random import SystemRandom

    from workshop.commands.clock import SystemClock
    from workshop.commands.context import Context

    return Context(options, clock or SystemClock(), random or SystemRandom(), os.environ)


def _speak(wanted: Sequence[str]) -> None:
    """Let every sentence from now on be in the first of these languages that there is."""
    catalog = NullTranslations()
    if wanted:
        from workshop import paths

        catalog = catalogue(wanted, paths.catalogues())
    speak(catalog)


def _speak_utf8() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed before we began
            setattr(sys, name, open(os.devnull, mode))  # noqa: PTH123, SIM115  as long as we run
    for name in ("stdin", "stdout", "stderr"):
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is not None:
            # Typed bytes that are no text stay apart until `clean` takes them out.
            errors = "surrogateescape" if name == "stdin" else "replace"
            reconfigure(encoding="utf-8", errors=errors)


COMMANDS: Mapping[str | None, str] = {
    None: "evening:home",
    "start": "evening:start",
    "resume": "evening:resume",
    "list": "saved:list_workshops",
    "where": "saved:where",
    "forget": "saved:forget",
    "exercises": "exercises:exercises",
    "before": "reading:before",
    "help-lines": "reading:help_lines",
    "show": "proof:show",
    "verify": "proof:verify",
    "export": "exporting:export",
    "check": "proof:check",
    "schema": "authoring:schema",
    "new-exercise": "authoring:new_exercise",
    "preview": "preview:preview",
}
"""Where each command lives, `module:function` in `workshop.commands`; imported when it is used."""


def _command(name: str | None) -> Callable[[Context], int]:
    module, _colon, function = COMMANDS[name].partition(":")
    command: Callable[[Context], int] = getattr(
        import_module(f"workshop.commands.{module}"), function
    )
    return command


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return what reads `words`: of commands that they do not name, only what the help lists."""
    columns = _columns()

    def formatter(prog: str) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(prog, width=columns - 2)

    everywhere = argparse.ArgumentParser(add_help=False, formatter_class=formatter)
    everywhere.add_argument("--data", metavar="DIR", help=_("where workshops are kept"))
    everywhere.add_argument(
        "--exercises", metavar="DIR", dest="own", help=_("exercises of your own, beside the others")
    )
    everywhere.add_argument(
        "--plain", action="store_true", help=_("line by line, for screen readers and pipes")
    )
    for action in everywhere._actions:
        action.default = argparse.SUPPRESS  # so that a command does not undo what came before it

    parser = argparse.ArgumentParser(
        prog="workshop",
        parents=[everywhere],
        formatter_class=formatter,
        description=_("A workshop for two partners at one keyboard, about having an equal say."),
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help=_("show program's version number and exit")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    for name, (help, options) in _words().items():
        if name in words:
            options(
                commands.add_parser(
                    name,
                    help=help,
                    description=help,
                    parents=[everywhere],
                    formatter_class=formatter,
                )
            )
        else:
            commands.add_parser(name, help=help, add_help=False, formatter_class=formatter)
    return parser


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


def _words() -> Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], object]]]:
    """Return what each command is for, and what adds its own words to a parser."""
    return {
        "start": (_("begin"), _start_words),
        "resume": (_("go on with the newest, or the named, workshop"), _label),
        "list": (_("saved workshops"), _json),
        "exercises": (
            _("what there is to do; or one exercise, step by step"),
            _exercises_words,
        ),
        "before": (_("the page to read alone beforehand"), _nothing),
        "show": (_("the agreement as plain text"), _target),
        "verify": (_("is this the text that we both saw?"), _verify_words),
        "export": (_("a copy of the agreement to print, share or put in a calendar"), _copy_words),
        "check": (_("what is wrong in files that people wrote"), _check_words),
        "schema": (
            _("JSON Schema of what authors write, or of the agreement"),
            lambda parser: parser.add_argument(
                "kind", choices=("exercise", "programme", "agreement")
            ),
        ),
        "new-exercise": (
            _("write a commented exercise to begin from"),
            lambda parser: parser.add_argument("file", metavar="FILE"),
        ),
        "preview": (_("walk through an exercise of yours; saves nothing"), _preview_words),
        "help-lines": (
            _("directories of services; the program records nothing"),
            lambda parser: parser.add_argument(
                "country",
                nargs="*",
                metavar="COUNTRY",
                help=_("its name in any language, or its code"),
            ),
        ),
        "where": (_("every file there is about it"), _label),
        "forget": (
            _("delete every file of a workshop"),
            lambda parser: parser.add_argument("label", metavar="LABEL"),
        ),
    }


def _nothing(parser: argparse.ArgumentParser) -> None:
    pass


def _label(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("label", nargs="?", metavar="LABEL")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _exercises_words(exercises: argparse.ArgumentParser) -> None:
    exercises.add_argument("id", nargs="?", metavar="ID")
    _json(exercises)


def _target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", nargs="?", metavar="LABEL|FILE")


def _start_words(start: argparse.ArgumentParser) -> None:
    start.add_argument("--names", nargs=2, metavar=("LEFT", "RIGHT"), help=_("who sits where"))
    what = start.add_mutually_exclusive_group()
    what.add_argument("--programme", metavar="ID", help=_("a programme (essentials)"))
    what.add_argument("--exercise", metavar="ID", help=_("one exercise"))
    start.add_argument("--label", metavar="NAME", help=_("what to call it (the date)"))
    start.add_argument(
        "--begins",
        choices=("left", "right", "coin"),
        default="coin",
        help=_("who begins the first exercise (coin)"),
    )


def _verify_words(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("file", metavar="FILE")
    verify.add_argument("code", nargs="*", metavar="CODE")


def _copy_words(export: argparse.ArgumentParser) -> None:
    _target(export)
    export.add_argument(
        "--to", required=True, choices=("md", "html", "ics"), help=_("which kind of file")
    )
    export.add_argument("-o", "--output", metavar="FILE", help=_("where to (standard output)"))
    export.add_argument(
        "--with-text", action="store_true", help=_("ics: with the words of the clauses")
    )


def _check_words(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="+", metavar="PATH")
    _json(check)
    check.add_argument("--strict", action="store_true", help=_("warnings count as errors"))


def _preview_words(preview: argparse.ArgumentParser) -> None:
    preview.add_argument("file", metavar="FILE")
    preview.add_argument("--at", metavar="TURN", help=_("begin at this turn"))

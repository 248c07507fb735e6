"""Each command: where it lives, what it is for, and the words that it may have.

Read with no model, library or face, whatever the command: see `workshop.command_line`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from workshop.words import _

Options = Callable[[argparse.ArgumentParser], object]
"""Adds the words of one command to its parser."""


def not_empty(word: str) -> str:
    """Return a word, unless there is nothing in it: a variable of a script that is not set, say."""
    if not word.strip():
        raise argparse.ArgumentTypeError(_("it is empty"))
    return word


def commands() -> Mapping[str, tuple[str, str, Options]]:
    """Return, for each command, where it lives, what it is for, and what adds its own words.

    Where is `module:function` in `workshop.commands`, imported when the command is used.
    """
    return {
        "start": ("evening:start", _("begin"), _start_words),
        "resume": ("evening:resume", _("go on with the newest, or the named, workshop"), _label),
        "list": ("saved:list_workshops", _("saved workshops"), _list_words),
        "caseload": (
            "evening:caseload",
            _("for a guide with many couples: find, open, archive their workshops"),
            _nothing,
        ),
        "exercises": (
            "exercises:exercises",
            _("what there is to do; or one exercise or programme, step by step"),
            _exercises_words,
        ),
        "programmes": (
            "programmes:programmes",
            _("what there is to do, evening by evening"),
            _json,
        ),
        "before": ("reading:before", _("the page to read alone beforehand"), _nothing),
        "show": ("proof:show", _("the agreement as plain text"), _target),
        "verify": ("proof:verify", _("is this the text that we both saw?"), _verify_words),
        "export": (
            "exporting:export",
            _("a copy of the agreement to print, share or put in a calendar"),
            _copy_words,
        ),
        "summary": (
            "summing_up:summary",
            _("what was done in the last session, to take home"),
            _summary_words,
        ),
        "prepare": (
            "on_paper:prepare",
            _("for the guide: an exercise or a programme, to read beforehand"),
            _prepare_words,
        ),
        "handout": (
            "on_paper:handout_of",
            _("an exercise to do on paper, a reading, or the agenda of a programme"),
            _handout_words,
        ),
        "check": (
            "checking:check_all",
            _("what is wrong in files that people wrote"),
            _check_words,
        ),
        "schema": (
            "authoring:schema",
            _("JSON Schema of what authors write, or of the agreement"),
            _schema_words,
        ),
        "new-exercise": (
            "authoring:new_exercise",
            _("write a commented exercise to begin from"),
            _file,
        ),
        "new-programme": (
            "authoring:new_programme",
            _("write a commented programme to begin from"),
            _file,
        ),
        "preview": (
            "preview:preview",
            _("walk through an exercise of yours; saves nothing"),
            _preview_words,
        ),
        "demo": (
            "demo:demo",
            _("watch two made-up partners do an exercise; saves nothing"),
            _nothing,
        ),
        "guide": (
            "guide:guide",
            _("guides to read: for therapists, for authors, about the agreement"),
            _guide_words,
        ),
        "help-lines": (
            "reading:help_lines",
            _("directories of services; the program records nothing"),
            _country_words,
        ),
        "rename": (
            "renaming:rename",
            _("give a workshop, or one of the two, another name"),
            _rename_words,
        ),
        "completion": (
            "completing:completion",
            _("a script by which your shell completes these words"),
            _completion_words,
        ),
        "lock": (
            "locking:lock",
            _("let nobody read a workshop without a passphrase; each of the two has one"),
            _lock_words,
        ),
        "unlock": ("locking:unlock", _("take the lock off a workshop"), _label),
        "settings": (
            "settings:settings",
            _("theme, clock, motion, mouse, folders, keys: what is set, or set one"),
            _settings_words,
        ),
        "where": ("saved:where", _("every file there is about it"), _label),
        "recover": (
            "recovering:recover",
            _("what can be read of a workshop, and what can be done where a file cannot"),
            _one_label,
        ),
        "forget": (
            "forgetting:forget",
            _("delete a workshop, or those that are old or archived"),
            _forget_words,
        ),
    }


def _nothing(parser: argparse.ArgumentParser) -> None:
    pass


def _label(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("label", nargs="?", metavar="LABEL")


def _one_label(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("label", metavar="LABEL")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _list_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--due",
        choices=("week", "month"),
        help=_("those that meet, or have a clause to look at again, in so many days"),
    )
    parser.add_argument(
        "--find", metavar="TEXT", default="", help=_("those with these words in label or names")
    )
    parser.add_argument(
        "--sort",
        choices=("next", "last", "label"),
        default="last",
        help=_("by the next evening, the last one, or by label (last)"),
    )
    parser.add_argument("--archived", action="store_true", help=_("those that are archived, too"))
    _json(parser)


def _exercises_words(exercises: argparse.ArgumentParser) -> None:
    exercises.add_argument("id", nargs="?", metavar="ID")
    _json(exercises)


def _target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", nargs="?", metavar="LABEL|FILE")


def _start_words(start: argparse.ArgumentParser) -> None:
    start.add_argument("--names", nargs=2, metavar=("LEFT", "RIGHT"), help=_("who sits where"))
    what = start.add_mutually_exclusive_group()
    what.add_argument(
        "--programme", type=not_empty, metavar="ID", help=_("a programme (essentials)")
    )
    what.add_argument("--exercise", metavar="ID", help=_("one exercise"))
    start.add_argument("--label", metavar="NAME", help=_("what to call it (the date)"))
    start.add_argument(
        "--guided",
        action="store_true",
        help=_("somebody guides the two, in the room: sessions, and what the guide may do"),
    )
    start.add_argument(
        "--begins",
        choices=("left", "right", "coin"),
        default="coin",
        help=_("who begins the first exercise (coin)"),
    )


def _verify_words(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("target", metavar="LABEL|FILE")
    verify.add_argument("code", nargs="*", default=[], metavar="CODE")  # else it would be missed
    verify.epilog = _(
        "Exit codes: 0 the same; 1 changed, or another one; 3 it is not there, or cannot be read."
    )


def _copy_words(export: argparse.ArgumentParser) -> None:
    _target(export)
    export.add_argument(
        "--to", required=True, choices=("md", "html", "ics"), help=_("which kind of file")
    )
    _output(export)
    export.add_argument(
        "--with-text", action="store_true", help=_("ics: with the words of the clauses")
    )
    export.add_argument(
        "--with-label", action="store_true", help=_("ics: with the label, to tell couples apart")
    )
    export.add_argument("--alarm", action="store_true", help=_("ics: a reminder on the day before"))
    export.add_argument("--all", action="store_true", help=_("ics: one calendar of all workshops"))
    export.add_argument(
        "--archived", action="store_true", help=_("with --all: those that are archived, too")
    )


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", help=_("where to (standard output)"))


def _page_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        choices=("text", "md", "html"),
        default="text",
        help=_("which kind of file (text)"),
    )
    _output(parser)


def _summary_words(summary: argparse.ArgumentParser) -> None:
    _label(summary)
    summary.add_argument("--on", metavar="DAY", help=_("of another day, such as 2026-11-23"))
    _page_words(summary)


def _prepare_words(prepare: argparse.ArgumentParser) -> None:
    prepare.add_argument("id", metavar="EXERCISE|PROGRAMME")
    _page_words(prepare)


def _handout_words(handout: argparse.ArgumentParser) -> None:
    handout.add_argument("id", metavar="EXERCISE|READING|PROGRAMME")
    handout.add_argument(
        "--facilitator",
        action="store_true",
        help=_("with the notes for the guide, at the end"),
    )
    handout.add_argument(
        "--names", nargs=2, metavar=("LEFT", "RIGHT"), help=_("who they are (A and B)")
    )
    _page_words(handout)


def _check_words(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="+", metavar="PATH")
    _json(check)
    check.add_argument("--strict", action="store_true", help=_("warnings count as errors"))


def _preview_words(preview: argparse.ArgumentParser) -> None:
    preview.add_argument("file", metavar="FILE")
    where = preview.add_mutually_exclusive_group()
    where.add_argument("--at", metavar="TURN", help=_("begin at this turn, or this step"))
    where.add_argument("--turns", action="store_true", help=_("list the turns that there are"))


def _schema_words(schema: argparse.ArgumentParser) -> None:
    schema.add_argument("kind", choices=("exercise", "programme", "agreement"))


def _guide_words(guide: argparse.ArgumentParser) -> None:
    guide.add_argument(
        "guide",
        nargs="?",
        choices=("therapists", "authors", "agreement"),
        help=_("which; without it, what guides there are"),
    )


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


def _country_words(lines: argparse.ArgumentParser) -> None:
    lines.add_argument(
        "country",
        nargs="*",
        metavar="COUNTRY",
        help=_("its name in any language, or its code"),
    )


def _rename_words(rename: argparse.ArgumentParser) -> None:
    rename.add_argument("label", metavar="LABEL")
    rename.add_argument("new", nargs="?", metavar="NEW", help=_("what the workshop is called then"))
    rename.add_argument("--partner", metavar="NAME", help=_("which of the two gets another name"))
    rename.add_argument("--to", metavar="NAME", help=_("and what"))


def _settings_words(settings: argparse.ArgumentParser) -> None:
    settings.add_argument("name", nargs="?", metavar="NAME", help=_("which; without it, all"))
    settings.add_argument("value", nargs="?", metavar="VALUE", help=_("what it is from now on"))
    settings.add_argument("--usual", action="store_true", help=_("as it usually is"))


def _lock_words(lock: argparse.ArgumentParser) -> None:
    _label(lock)
    what = lock.add_mutually_exclusive_group()
    what.add_argument(
        "--passphrase", action="store_true", help=_("choose another passphrase of your own")
    )
    what.add_argument(
        "--third",
        action="store_true",
        help=_("let a third person in, such as your guide: it takes both of you"),
    )
    what.add_argument(
        "--without-third", action="store_true", help=_("no longer let that person in")
    )


def _completion_words(completion: argparse.ArgumentParser) -> None:
    completion.add_argument("shell", nargs="?", choices=("bash", "zsh", "fish"), help=_("which"))
    completion.add_argument("--words", help=argparse.SUPPRESS)  # the script asks by these two
    completion.add_argument("--begun", default="", help=argparse.SUPPRESS)


def _forget_words(forget: argparse.ArgumentParser) -> None:
    _label(forget)
    forget.add_argument(
        "--older-than",
        metavar="AGE",
        help=_("those last used longer ago than this, such as 2y, 18m or 90d"),
    )
    forget.add_argument(
        "--archived", action="store_true", help=_("those that are archived; of the old, if asked")
    )

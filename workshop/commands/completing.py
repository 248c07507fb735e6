"""The command completion: a script by which a shell completes the words of all commands.

A library makes it, of the same words that are read. What is not known beforehand, such as a label,
the script asks this command for.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workshop.commands.context import Context
from workshop.errors import WrongUse
from workshop.words import _

EXERCISES, PROGRAMMES, READINGS, LABELS = "exercises", "programmes", "readings", "labels"
KINDS: Mapping[str, Sequence[str]] = {
    "exercise": (EXERCISES,),
    "programme": (PROGRAMMES,),
    "ID": (EXERCISES, PROGRAMMES),
    "EXERCISE|PROGRAMME": (EXERCISES, PROGRAMMES),
    "EXERCISE|READING|PROGRAMME": (EXERCISES, READINGS, PROGRAMMES),
    "LABEL": (LABELS,),
    "LABEL|FILE": (LABELS,),
}
"""What can stand for an option, or for a word that the help shows so."""
FILES = ("FILE", "PATH", "LABEL|FILE")
"""The words for which a file can stand."""
_BASH = """
_equal_say() {
  local begun="${2//\\\\/}" line
  begun="${begun#[\\"\\']}"
  "${COMP_WORDS[0]}" completion --words="$1" --begun="$begun" 2>/dev/null |
    while IFS= read -r line; do printf '%q\\n' "$line"; done
}
"""
_ZSH = """
_equal_say() {
  local kinds=$1; shift
  local -a found
  found=(${(f)"$(workshop completion --words=$kinds --begun=${(Q)PREFIX} 2>/dev/null)"})
  compadd "$@" -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -a found
}
"""


def completion(context: Context) -> int:
    """Print the script for a shell; or, asked by it, what begins as the word that is typed."""
    options = context.options
    if options.words is not None:
        context.say(*_begun(context, options.words.split(","), options.begun))
        return 0
    if options.shell is None:
        raise WrongUse(_("Say for which shell: bash, zsh or fish."))
    import shtab  # which reads what is installed, and takes its time

    parser = options.parser()
    for action in _actions(parser):
        if completed := _completed(action, shtab.FILE, shtab.DIRECTORY):
            setattr(action, "complete", completed)  # noqa: B010  what the library looks for
    script = shtab.complete(parser, options.shell, preamble={"bash": _BASH, "zsh": _ZSH})  # type: ignore[arg-type]
    context.hand_out(f"{script}\n".encode())
    return 0


def _begun(context: Context, kinds: Iterable[str], begun: str) -> Iterator[str]:
    """Yield the words of these kinds that begin as what is typed."""
    for kind in kinds:
        match kind:
            case "exercises":
                known = context.library.exercise_ids()
            case "programmes":
                known = context.library.programme_ids()
            case "readings":
                known = context.library.reading_names()
            case "labels":
                yield from _label(context, begun)
                continue
            case _:
                continue
        yield from (word for word in known if word.startswith(begun))


def _label(context: Context, begun: str) -> Iterator[str]:
    """Yield the label that begins so, if only one does: one couple never sees those of others."""
    from workshop.store.labels import begins
    from workshop.store.listing import labels_in

    found = [label for label in labels_in(context.data) if begins(label, begun)]
    if len(found) == 1:
        yield from found


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield every word that a command line can have, those of the commands too."""
    for action in parser._actions:
        yield action
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                yield from _actions(command)


def _completed(
    action: argparse.Action, file: Mapping[str, object], folder: Mapping[str, object]
) -> Mapping[str, object]:
    """Return how each shell completes one word: nothing where its choices say it."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    kinds = KINDS.get(action.dest if action.option_strings else metavar) or KINDS.get(metavar, ())
    with_files = metavar in FILES
    if not kinds:
        return file if with_files else folder if metavar == "DIR" else {}
    asked = ",".join(kinds)
    name = "_".join(("_equal_say", *kinds, *(["file"] if with_files else [])))
    bash = f'{name}() {{ _equal_say {asked} "$1"{"; compgen -f -- $1" * with_files}; }}'
    zsh = f'{name}() {{ _equal_say {asked} "$@"{"; _files" * with_files} }}'
    fish = f"workshop completion --words={asked} --begun=(commandline -ct) 2>/dev/null"
    paths = "; __fish_complete_path (commandline -ct)" * with_files
    return {
        "bash": name,
        "zsh": name,
        "fish": f"({fish}{paths})",
        "preamble": {"bash": bash, "zsh": zsh},
    }

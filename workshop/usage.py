"""What the reader of the command line says of itself, in the language of the reader.

Imported where another language than English is asked for, and only there.
"""

import argparse
import re

from workshop import words
from workshop.words import later

SAID = (
    later("usage:"),
    later("options"),
    later("positional arguments"),
    later("show this help message and exit"),
    later("%(prog)s: error: %(message)s"),
    later("argument %(argument_name)s: %(message)s"),
    later("the following arguments are required: %s"),
    later("unrecognized arguments: %s"),
    later("invalid choice: %(value)r (choose from %(choices)s)"),
    later("not allowed with argument %s"),
    later("expected one argument"),
    later("expected at most one argument"),
    later("expected at least one argument"),
    later("ignored explicit argument %r"),
    later("ambiguous option: %(option)s could match %(matches)s"),
)
"""What it can say here; what a later Python adds stays English until it stands here too."""
GAP = re.compile(r"%(?:\([a-z_]+\))?[a-z]")


def speak() -> None:
    """Let argparse look its words up among ours: it has no place where one could hand them in."""
    vars(argparse)["_"] = said


def said(message: str | None) -> str | None:
    """Return what argparse says in the language that is spoken, with the space around it.

    What it could not fill in, since the gaps are others, stays English; it looks up nothing, too.
    """
    bare = message.strip() if message else ""
    if message is None or bare not in SAID:
        return message
    spoken = words._(bare)
    if sorted(GAP.findall(spoken)) != sorted(GAP.findall(bare)):
        return message
    return message.replace(bare, spoken)

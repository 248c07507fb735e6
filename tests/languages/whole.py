"""What may stand within a sentence of the frame: whole things, with names of their own.

A sentence that is put into another one as a part of its grammar cannot be said in most languages.
Whoever puts a new one into another decides here whether it is whole.
"""

import calendar
import re

DAYS = (*calendar.month_name[1:], *calendar.day_name, "{day} {month} {year}", "{weekday}, {day}")
EVENTS = ("{day}: {event}",)
THEMES = ("Understanding", "Signs", "Origins", "Repair", "Building", "Keeping")
SHARES = (
    *("all", "half", "a third", "two thirds", "a quarter", "three quarters", "half each"),
    *("about {whole}", "about {whole}.{tenth} (exactly {fraction})", "{name} {part}, {you} {rest}"),
    *("{share} of {item} (which has {points})", "a part of {item} (which has {points})"),
    "{share} of {item} (which has {points}), {part}",
)
PLACES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "left empty", "in the middle", "at {name}'s end", "nearer to {name}"),
)
LABELS = (
    *(
        "Leave it as it is",
        "Neither",
        "None of them",
        "Throw it away, really",
        "(left empty)",
        "{none}, and drop my ticks",
    ),
    *("Pass, and drop what is here", "Go back, and drop what is here", "AGREED"),
    *("Agreement", "Promise", "Responsibility", "How to decide", "Boundary", "no day", "in force"),
    *(
        "paused",
        "ended",
        "due",
        "changed by hand",
        "{left} and {right}",
        "{kind} of {owner}",
        "Hide",
        "Leave",
        "Pass",
    ),
    *("{title} ({minutes} minutes)", "{title}: {count} evening of {minutes} minutes"),
    *("{title}: {count} evenings of up to {minutes} minutes",),
    *("{title}: {count} session of {minutes} minutes",),
    *("{title}: {count} sessions of up to {minutes} minutes",),
    *("{label}, {left} and {right}", '"{name}", number {number}', "this file", "begin"),
)
STATES = (
    *(
        "{name} types",
        "{name} says it, and {you} types it",
        "{name} writes on paper what is sealed",
    ),
    *("agreed", "taken up again", "written down", "looked at again, and kept"),
    *("in other words: “{text}”", "nothing is wrong", "{errors}, {warnings}"),
    *("{count} error", "{count} errors", "{count} warning", "{count} warnings"),
    *("{count} file looked at", "{count} files looked at", "it is not written as such a file is"),
    *(
        "from line {line} on it is not written as such a file is",
        "changed outside the program",
        "{day}, clause {id} agreed",
    ),
    *("{day}, clause {id} {event}", "whatever both answer", "when both answer everything"),
    *("one of you, in turn from step to step", "both", "each of you", "nothing is typed"),
    *("sealed: only what comes of it shows", "sealed until both open", "open: both see it"),
    "turns that only one of the two gets",
)
_GAP = re.compile(r"\{[a-z_]+\}")
_ENDS = (".", "?", "!", ":")


def _pattern(whole: str) -> str:
    """Return what a thing looks like, filled in: of few words of its own, with none but numbers."""
    own = sum(letter.isalpha() for letter in _GAP.sub("", whole))
    gap = ".+" if own > 5 else "[^A-Za-z]+"
    return gap.join(map(re.escape, _GAP.split(whole)))


_WHOLE = re.compile(
    "|".join(map(_pattern, (*DAYS, *EVENTS, *THEMES, *SHARES, *PLACES, *LABELS, *STATES)))
)


def is_whole(said: str) -> bool:
    """Whether what stands within a sentence is a whole thing, or a sentence of its own."""
    return said.endswith(_ENDS) or _WHOLE.fullmatch(said) is not None

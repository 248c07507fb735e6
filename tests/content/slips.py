"""Seventy ways in which an author breaks a file, each made from a shipped one.

A place is marked by §: its line is the one that must be told.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from workshop import paths

SHIPPED = Path(str(paths.builtin_content()))
EXERCISE, PROGRAMME, HELP, READING = (
    "compromise.toml",
    "programmes/fifty-minutes.toml",
    "help/lines.toml",
    "readings/signs.md",
)


class Broken(NamedTuple):
    """A broken file.

    Attributes:
        file: the shipped file it was.
        data: its bytes now.
        lines: the lines that must be told, from 1.
        says: what must be told, each somewhere.
    """

    file: str
    data: bytes
    lines: tuple[int, ...]
    says: tuple[str, ...]


def _marked(text: str) -> tuple[str, tuple[int, ...]]:
    lines = tuple(number for number, row in enumerate(text.split("\n"), 1) if "§" in row)
    return text.replace("§", ""), lines


def swap(old: str, new: str, *says: str, file: str = EXERCISE) -> Broken:
    """Put `new` in the place of the first `old`; § marks the lines that must be told."""
    text = (SHIPPED / file).read_text("utf-8")
    assert old in text, old
    made, lines = _marked(text.replace(old, new, 1))
    return Broken(file, made.encode(), lines, says)


def whole(data: bytes | Callable[[bytes], bytes], *says: str, file: str = EXERCISE) -> Broken:
    """Put other bytes in the place of the whole file: line 1 must be told."""
    made = data if isinstance(data, bytes) else data((SHIPPED / file).read_bytes())
    return Broken(file, made, (1,), says)


TITLE = 'title = "What I need, what can bend"'
MINUTES = "minutes = 26"
THINK = '[[steps]]\nkind = "think"'
PLAIN = "Save it as plain text, UTF-8."

THE_TWELVE = {
    "curly quotes": swap(
        TITLE,
        "§title = “What I need, what can bend”",
        'straight ones, such as "What I need, what can bend".',
    ),
    "a quote that is not closed": swap(
        TITLE, '§title = "What I need, what can bend', "where the text ends"
    ),
    "three quotes that are not closed": swap(
        'text = """\nGo on if', 'text = """\nGo on if', "seems to be in line 37"
    )._replace(
        data=(SHIPPED / EXERCISE).read_bytes().replace(b'of your own."""', b"of your own."),
        lines=(31,),
    ),
    "a comma that is missing": swap(
        'an inner and an outer circle",',
        '§an inner and an outer circle"',
        "Write , between two entries.",
    ),
    "single brackets": swap(THINK, '§[steps]\nkind = "think"', "Write [[steps]]."),
    "a key twice": swap(MINUTES, "minutes = 30\n§minutes = 26", "in line 6 already"),
    "a comma in a number": swap(MINUTES, "§minutes = 26,5", "write 26 or 27"),
    "True": swap('who = "one"', 'who = "one"\n§shared = True', "Write true."),
    "a day in quotes": swap(
        "checked = 2026-11-23", '§checked = "2026-11-23"', "without quotes", file=HELP
    ),
    "a day with a time": swap(
        "checked = 2026-11-23", "§checked = 2026-11-23T10:00:00", "without a time", file=HELP
    ),
    "an inner quote": swap(TITLE, '§title = "Two "big" circles"', "such as “yes”"),
    "a word processor's file": whole(b"PK\x03\x04\x14\x00\x08\x08" * 40, PLAIN),
    "not UTF-8": whole(lambda data: data.replace(b"#:schema", b"# caf\xe9 "), PLAIN),
    "a key that is missing": swap(
        f"{THINK}\nid =",
        f"§{THINK}\nidd =",
        '"id" is missing. Add a line such as `id = "a-good-day"`.',
    ),
}
"""The commonest."""

QUOTES = {
    "a text that ends curly": swap(TITLE, '§title = "What I need, what can bend”', "curly"),
    "German quotes": swap(TITLE, "§title = „What I need, what can bend“", "curly"),
    "single curly quotes": swap(TITLE, "§title = ‘What I need, what can bend’", "curly"),
    "curly quotes in a list": swap('  "Saying back', "§  “Saying back", "curly"),
    "three curly quotes": swap('text = """\nGo on if', "§text = “““\nGo on if", '"""'),
    "curly quotes around a key": swap(
        TITLE, "§“title” = “What I need, what can bend”", "title = ..."
    ),
    "no quotes": swap('theme = "overcoming"', "§theme = overcoming", '"overcoming"'),
    "no quotes before": swap(TITLE, '§title = What I need, what can bend"', "where it begins"),
    "an apostrophe inside": swap(TITLE, "§title = 'It's two circles'", "double quotes"),
    "a text over two lines": swap(TITLE, '§title = "Two\ncircles"', 'between """ and """'),
    "four quotes": swap('inner = "What', '§inner = ""What', "inside this text"),
    "a backslash": swap(TITLE, '§title = "Two\\circles"', "two of them, or none"),
    "a backslash at the end": swap(TITLE, '§title = "What I need, what can bend\\"', "backslash"),
    "a quote unclosed in a list": swap(
        'widely taught",', "widely taught,", "where the text ends"
    )._replace(lines=(11,)),
    "the last three quotes unclosed": swap(
        'look at it again."""', "look at it again.", "line 119"
    )._replace(lines=(116,)),
}

BRACKETS = {
    "a list that is not closed": swap(
        "]\n\n[facilitator]", "\n[facilitator]", "after its last"
    )._replace(lines=(8,)),
    "a comma too many": swap(
        'an inner and an outer circle",', '§an inner and an outer circle",,', "comma too many"
    ),
    "a semicolon": swap(
        'an inner and an outer circle",', '§an inner and an outer circle";', "in place of ;"
    ),
    "round brackets": swap("weeks = [1, 2, 3, 4]", "§weeks = (1, 2, 3, 4)", "Write [ before it"),
    "one bracket": swap(THINK, '§[[steps]\nkind = "think"', "Write [[steps]]."),
    "no brackets closed": swap(THINK, '§[[steps\nkind = "think"', "Write [[steps]]."),
    "double brackets": swap("[facilitator]", "§[[facilitator]]", "in single brackets"),
    "a part that is misspelt": swap(
        THINK, '§[[Step]]\nkind = "think"', "Write [[steps]]."
    )._replace(
        data=(SHIPPED / EXERCISE)
        .read_bytes()
        .replace(THINK.encode(), b'[[Step]\nkind = "think"', 1)
    ),
    "a part twice": swap(THINK, f"§[facilitator]\n\n{THINK}", "in line 15 already"),
    "a header that is missing": swap(THINK, '\n§kind = "think"', "write [[steps]] above"),
    "single brackets in a programme": swap(
        "[[evenings]]", "§[evenings]", "[[evenings]]", file=PROGRAMME
    ),
    "only single brackets": whole(
        lambda data: data.split(b"[[steps]]")[0] + b'[steps]\nkind = "think"\nid = "a"\n',
        "Write [[steps]], in double brackets",
    )._replace(lines=(28,)),
}

SIGNS = {
    "a colon": swap(TITLE, '§title: "What I need, what can bend"', "Write = in its place."),
    "no sign": swap(TITLE, '§title "What I need, what can bend"', "Write title = "),
    "two signs": swap(TITLE, '§title == "What I need, what can bend"', "a single ="),
    "no value": swap(TITLE, "§title =", "Write what it says"),
    "no key": swap(TITLE, '§= "What I need, what can bend"', "Write its name there"),
    "a comma at the end": swap(TITLE, f"§{TITLE},", "Take it out."),
    "two keys in a line": swap(f"{TITLE}\n", f"§{TITLE} ", "a line of its own"),
    "a key of two words": swap("answer_seconds = 45", "§answer seconds = 45", "answer_seconds ="),
    "a key that is a picture": swap(TITLE, f'§😀 = "x"\n{TITLE}', "one word of small letters"),
    "a note by another sign": swap(TITLE, f"§// my title\n{TITLE}", "Write # in place of //."),
    "a text without a key": swap(TITLE, f"§Here it begins\n{TITLE}", "put # before it"),
    "pasted from a web page": swap("format = 1", "§```toml\nformat = 1", "Take it out."),
    "yes": swap('who = "one"', 'who = "one"\n§shared = yes', "Write true."),
    "null": swap('who = "one"', 'who = "one"\n§about = null', "Take the whole line out."),
    "a unit": swap("seconds = 45", "§seconds = 45s", "such as 45"),
    "minutes and seconds": swap("seconds = 45", "§seconds = 0:45", "seconds alone: 45"),
    "a zero before": swap("seconds = 45", "§seconds = 045", "Write 45."),
    "a day of another form": swap(
        "checked = 2026-11-23", "§checked = 23.11.2026", "such as 2026-11-23", file=HELP
    ),
    "a day that is none": swap(
        "checked = 2026-11-23", "§checked = 2026-02-30", "no such day", file=HELP
    ),
    "a space of another kind": swap(TITLE, f"§\u00a0{TITLE}", "a plain space"),
    "a null": swap(TITLE, '§title = "Two\x00 circles"', "cannot be seen"),
}

FILES = {
    "rich text": whole(b"{\\rtf1\\ansi\\deff0 format = 1}", PLAIN),
    "an old word processor": whole(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), PLAIN),
    "a web page": whole(b"<!DOCTYPE html><html><body>format = 1", PLAIN),
    "UTF-16": whole(lambda data: data.decode().encode("utf-16"), PLAIN),
    "UTF-16 without a mark": whole(lambda data: data.decode().encode("utf-16-le"), PLAIN),
    "JSON": whole(b'{\n  "format": 1,\n  "id": "compromise"\n}\n', "Begin from a file that"),
    "YAML": whole(
        b"format: 1\nid: x\nsteps:\n  - kind: think\n    id: a\n", "Begin from a file that"
    ),
    "empty": whole(b"", "`workshop new-exercise FILE` writes one"),
    "only notes": whole(b"# an exercise\n", "`workshop new-exercise FILE` writes one"),
    "an empty programme": whole(b"\n", "`workshop new-programme FILE` writes one", file=PROGRAMME),
    "a reading from a word processor": whole(b"PK\x03\x04" * 50, PLAIN, file=READING),
    "a reading that is not UTF-8": whole(lambda data: b"# caf\xe9\n" + data, PLAIN, file=READING),
    "a reading without a heading": whole(
        lambda data: data.replace(b"# Signs", b"Signs"), "Begin its first line", file=READING
    )._replace(lines=(0,)),
}

KEYS = {
    "a misspelt key": swap("seconds = 45", "§secnds = 45", 'Did you mean "seconds"?'),
    "a kind that is none": swap('kind = "think"', '§kind = "thinks"', 'Did you mean "think"?'),
    "a kind of another name": swap('kind = "think"', '§kind = "quiz"', "There are: agree,"),
    "a theme that is none": swap('theme = "over', '§theme = "ower', 'Did you mean "overcoming"?'),
    "a key of the top in a step": swap(THINK, f"{THINK}\n§minutes = 3", "top of the file"),
    "a key of a step on top": swap(TITLE, f'{TITLE}\n§prompt = "Say."', "beneath a line [[steps]]"),
    "a key of another kind": swap(THINK, f"{THINK}\n§items = []", "steps of another kind: rate"),
    "a key of the facilitator on top": swap(
        TITLE, f'{TITLE}\n§before = "Sit."', "beneath the line [facilitator]"
    ),
    "a number in quotes": swap(MINUTES, '§minutes = "32"', "Write digits alone"),
    "a text that is a number": swap(TITLE, "§title = 5", "Write it in quotes."),
    "a text that is a list": swap(TITLE, '§title = ["Two"]', "Write it in quotes."),
    "a list that is a text": swap("weeks = [1, 2, 3, 4]", '§weeks = "2"', "in square brackets"),
    "one or several, and neither": swap('from = "overlap"', "§from = 5", '"from" must be text.'),
    "a number far too large": swap("seconds = 45", "§seconds = 4500", "Write 1800 or less."),
    "a number with a point": swap(MINUTES, "§minutes = 26.5", "no comma, no point"),
    "a prompt of a whole page": swap(
        'inner = "What', '§inner = "' + "Word after word. " * 20 + "What", "Make it shorter."
    ),
    "a name that is none": swap(
        'prompt = """\nOnly about this one thing, {me}',
        '§prompt = """\nOnly about this one thing, {name}',
        "Write {me} for the name",
    ),
    "a step that is not there": swap('from = "overlap"', '§from = "overlop"', 'mean "overlap"?'),
    "a step that comes later": swap('about = "issue"', '§about = "overlap"', "move that step up"),
    "an id twice": swap('id = "trial"', '§id = "issue"', "Give each step its own."),
    "an exercise that is not there": swap(
        '["the-balance"]', '§["the-balanc"]', 'Did you mean "the-balance"?', file=PROGRAMME
    )._replace(lines=(17,)),
    "minutes of an evening": swap(
        "minutes = 50", "§minutes = 55", "Write minutes = 50, or take the line out.", file=PROGRAMME
    ),
    "minutes of an exercise": swap(MINUTES, "§minutes = 60", "Write minutes = 26"),
    "count above the list": swap(
        THINK,
        '[[steps]]\nkind = "pick"\nid = "p"\nprompt = "Tick."\noptions = ["A", "B"]\n§count = 5\n\n'
        + THINK,
        "Write count = 2 or less",
    ),
    "an odd number of drafts": whole(
        lambda data: (
            data
            + b'\n[[steps]]\nkind = "agree"\nid = "more"\nprompt = "One line."\nseconds = 180\n'
        ),
        'add a step below "more", such as kind = "agree", id = "more-2", seconds = 180',
        "Or let each have a clause of their own: each = true",
    )._replace(lines=(136,)),
}

BROKEN = THE_TWELVE | QUOTES | BRACKETS | SIGNS | FILES | KEYS

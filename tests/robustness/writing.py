"""The commands that write: how each is given, and what makes an end of it where it was stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from support.locks import HERS, HIS

Start = Literal[
    "nothing",
    "a workshop",
    "an archived one",
    "an old one",
    "a locked one",
    "one that a third opens",
    "a broken one",
]


@dataclass(frozen=True)
class Writing:
    """One way to give a command that writes.

    Attributes:
        name: what is done.
        words: the words after `workshop`.
        start: what there is before.
        typed: the lines that are typed.
        passphrases: what is typed where a passphrase is asked for.
        then: what is given after it once more, to come to its end.
    """

    name: str
    words: Sequence[str]
    start: Start = "a workshop"
    typed: str = ""
    passphrases: Sequence[str] = ()
    then: Sequence[Sequence[str]] = ()

    @property
    def command(self) -> str:
        """The command, as `workshop --help` calls it."""
        return self.words[0]


ON = (("resume", "us"),)
"""What settles whatever a stop left in the middle."""
NEW = "nobody sings of this"
"""A passphrase that one of the two takes instead, or that of a third."""
TWICE = (HERS, HERS, HIS, HIS)
RENAMED = ("rename", "us", "--partner", "ALEX", "--to", "KIM")
PARTS = 4
"""In how many parts the first page is read, each gone on from by Enter."""
COPY = ("export", "us", "--to")
BEGUN = ("start", "--names", "ALEX", "SAM", "--label", "us", "--begins", "left")
WRITING: Sequence[Writing] = (
    Writing("start", (*BEGUN, "--exercise", "compromise"), "nothing", typed="\n" * PARTS, then=ON),
    Writing("resume", ("resume", "us")),
    Writing("rename a workshop", ("rename", "us", "we")),
    Writing("rename a partner", RENAMED, then=ON),
    Writing("archive", ("caseload",), typed="1\n2\n"),
    Writing("archive, locked", ("caseload",), "a locked one", typed="1\n2\n"),
    Writing("export", (*COPY, "html", "-o", "us.html")),
    Writing("export a calendar", (*COPY, "ics", "-o", "us.ics")),
    Writing("summary", ("summary", "us", "-o", "today.txt")),
    Writing("prepare", ("prepare", "money", "-o", "money.txt")),
    Writing("handout", ("handout", "money", "-o", "money.txt")),
    Writing("new-exercise", ("new-exercise", "own/mine.toml")),
    Writing("new-programme", ("new-programme", "own/programmes/mine.toml")),
    Writing("recover", ("recover", "us"), "a broken one", typed="1\n"),
    Writing("forget", ("forget", "us"), typed="us\n"),
    Writing("forget the archived", ("forget", "--archived"), "an archived one", typed="1\n"),
    Writing("lock", ("lock", "us"), typed=f"{HERS}\n", passphrases=TWICE, then=ON),
    Writing(
        "change a passphrase",
        ("lock", "us", "--passphrase"),
        "a locked one",
        typed="1\n",
        passphrases=(HERS, NEW, NEW),
    ),
    Writing(
        "let a third in",
        ("lock", "us", "--third"),
        "a locked one",
        passphrases=(HERS, HIS, NEW, NEW),
    ),
    Writing(
        "unlock", ("unlock", "us"), "a locked one", typed="yes\nyes\n", passphrases=[HERS], then=ON
    ),
    Writing("resume, locked", ("resume", "us"), "a locked one", typed=f"{HERS}\n"),
    Writing("rename a workshop, locked", ("rename", "us", "we"), "a locked one"),
    Writing(
        "rename a partner, locked",
        RENAMED,
        "a locked one",
        typed=f"{HERS}\n",
        passphrases=[HERS],
        then=ON,
    ),
    Writing("export, locked", (*COPY, "md", "-o", "us.md"), "a locked one", passphrases=[HERS]),
    Writing(
        "let the third out",
        ("lock", "us", "--without-third"),
        "one that a third opens",
        passphrases=[HERS],
    ),
    Writing("settings", ("settings", "theme", "morning")),
    Writing("forget the old", ("forget", "--older-than", "1d"), "an old one", typed="1\n"),
    Writing("forget, locked", ("forget", "us"), "a locked one", typed="us\n"),
)
"""Every command that writes; one that is missing here fails a test."""

"""Everything that can go wrong in a way that people are told about, in one sentence each.

Trouble                      what stopped us, and how to mend it
├── Unreadable               a file that cannot be understood; it is left as it is
│   ├── TooNew               a file of a later format
│   └── NoAnswer             a file of which the disk does not say what is in it
├── NotFound                 no workshop, exercise, reading or file of that name
├── NotSaved                 writing failed; the old file stands, the text is still in memory
│   ├── ChangedOnDisk        somebody else wrote the file since it was read
│   └── LessThanSeen         the agreement is not what both have seen (`workshop.desk.documents`)
├── NotPrinted               what was asked for could not be printed, or not all of it
├── InUse                    another window has this workshop open
├── Locked                   a passphrase is needed first
├── Refused                  a reply that cannot be taken; it is asked again
│   └── Unsuited             numbers or an order that the arithmetic cannot take
└── WrongUse                 the command line makes no sense
"""

from errno import EBADF

from workshop.words import _


class Trouble(Exception):
    """Something people must be told.

    Attributes:
        sentence: what happened and how to mend it, for people; never holds what they typed.
        code: the exit code of a command that ends with it: 2 for words that make no sense, 1 for
            all else.
    """

    code = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Unreadable(Trouble):
    """A file that cannot be understood. It is left as it is.

    Attributes:
        line: the line at which reading stopped, from 1; 0 where that is not known.
    """

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


class TooNew(Unreadable):
    """A file of a later format. It is left as it is."""


class NoAnswer(Unreadable):
    """A file of which the disk did not say what is in it: another time it may."""


class NotFound(Trouble):
    """There is no workshop, exercise, reading or file of that name."""


class NotSaved(Trouble):
    """Writing failed: the file on disk is the old one, the new text is still in memory."""


class ChangedOnDisk(NotSaved):
    """The file was changed by somebody else since it was read."""


class NotPrinted(Trouble):
    """What was asked for could not be printed, or not all of it: the disk is full, say."""

    def __init__(self, error: OSError) -> None:
        why = _("standard output is closed") if error.errno == EBADF else error.strerror
        super().__init__(_("Not all of it could be printed: {why}.").format(why=why))


class InUse(Trouble):
    """Another window has this workshop open."""


class Locked(Trouble):
    """A passphrase is needed before anything of this workshop can be read."""


class Refused(Trouble):
    """A reply that cannot be taken. Nothing is lost; the same thing is asked again."""


class Unsuited(Refused):
    """Points, burdens or an order that the arithmetic of fairness cannot take.

    Its sentence names the item, which may be one that the two wrote: it is for their eyes only.
    """


class NoVerdict(Trouble):
    """What was to be compared is not there, cannot be read or is locked: nothing is known of it."""

    code = 3


class WrongUse(Trouble):
    """The command line makes no sense."""

    code = 2

"""What a sitting is called: an evening where two are alone, a session where somebody guides them.

All words of the frame that differ stand here, side by side. What is read aloud and asked is
content, in `exercises/evening/words.toml`.
"""

from workshop.values import dataclass
from workshop.words import _, plural


@dataclass(frozen=True)
class Sitting:
    """The words of one kind of sitting.

    Attributes:
        guided: whether somebody guides it.
        title: what it is called while nothing is under way.
        begins: what its opening is called.
        ends: what its close is called.
        close: the button that begins to close it, and ends it.
        closed: what is said once it is closed.
        close_after: what is said of the close, where somebody looks for another exercise.
        rest: what a pause asks.
        how_long: what is asked before there is a programme.
        paper: what to write on a sheet that both turn over.
        stored: what the help says of what is stored.
    """

    guided: bool
    title: str
    begins: str
    ends: str
    close: str
    closed: str
    close_after: str
    rest: str
    how_long: str
    paper: str
    stored: str

    def programme(self, title: str, times: int, minutes: int) -> str:
        """Return what is said of a programme: how often it is sat down for, and for how long."""
        if self.guided:
            return plural(
                "{title}: {count} session of {minutes} minutes",
                "{title}: {count} sessions of up to {minutes} minutes",
                times,
                title=title,
                minutes=minutes,
            )
        return plural(
            "{title}: {count} evening of {minutes} minutes",
            "{title}: {count} evenings of up to {minutes} minutes",
            times,
            title=title,
            minutes=minutes,
        )

    def planned(self, number: int, count: int, minutes: int, line: str) -> str:
        """Return what is said of one of `count` times of a programme, before it begins."""
        if count == 1:
            return plural("{count} minute: {line}", "{count} minutes: {line}", minutes, line=line)
        if self.guided:
            said = _("Session {number} of {count}, {minutes} minutes: {line}")
        else:
            said = _("Evening {number} of {count}, {minutes} minutes: {line}")
        return said.format(number=number, count=count, minutes=minutes, line=line)

    def where_in(self, title: str, number: int, count: int, line: str) -> str:
        """Return at which of `count` times of a programme they are."""
        if self.guided:
            said = _("{title}, session {number} of {count}: {line}")
        else:
            said = _("{title}, evening {number} of {count}: {line}")
        return said.format(title=title, number=number, count=count, line=line)

    def behind(self, title: str, number: int, count: int) -> str:
        """Return that one of `count` times of a programme is done."""
        if self.guided:
            said = _("{title}: session {number} of {count} is done. What comes next can wait.")
        else:
            said = _("{title}: evening {number} of {count} is done. What comes next can wait.")
        return said.format(title=title, number=number, count=count)

    def one_of(self, mark: str, number: int, line: str) -> str:
        """Return one time of a programme, of which they are at another."""
        if self.guided:
            said = _("{mark} session {number}: {line}")
        else:
            said = _("{mark} evening {number}: {line}")
        return said.format(mark=mark, number=number, line=line)


def sitting(guided: bool) -> Sitting:
    """Return what a sitting is called, in the language of the reader."""
    return _session() if guided else _evening()


def _evening() -> Sitting:
    return Sitting(
        guided=False,
        title=_("This evening"),
        begins=_("The evening begins"),
        ends=_("The evening ends"),
        close=_("Finish the evening"),
        closed=_("The evening is finished."),
        close_after=_("The close of the evening comes after it, and is in these minutes."),
        rest=_("Five minutes, or enough for tonight?"),
        how_long=_("How long do you have tonight?"),
        paper=_("Write only what you would show tonight. Anything may stay empty."),
        stored=_(
            "What is stored: the answers of the exercise under way, until the evening closes, and"
            " the agreement. Sealed answers are stored once both have opened them. Pauses, and who"
            " stopped, are not stored."
        ),
    )


def _session() -> Sitting:
    return Sitting(
        guided=True,
        title=_("This session"),
        begins=_("The session begins"),
        ends=_("The session ends"),
        close=_("Finish the session"),
        closed=_("The session is finished."),
        close_after=_("The close of the session comes after it, and is in these minutes."),
        rest=_("Five minutes, or enough for today?"),
        how_long=_("How long do you have today?"),
        paper=_("Write only what you would show today. Anything may stay empty."),
        stored=_(
            "What is stored: the answers of the exercise under way, until the session closes, and"
            " the agreement. Sealed answers are stored once both have opened them. Pauses, and who"
            " stopped, are not stored. What your guide does here is noted: what, not why."
        ),
    )

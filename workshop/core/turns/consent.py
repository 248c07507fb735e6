"""A sealed yes, other words, no, or not now, as one partner is asked it. For both: `joint.py`."""

from typing import ClassVar, Literal

from workshop.core.fields import Answer
from workshop.core.people import Side
from workshop.core.text import is_blank
from workshop.core.turns.turn import Empty, Privacy, Reply, Turn
from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _

ConsentTo = Literal[
    "clause",
    "boundary",
    "evening",
    "notes",
    "picture",
    "times",
    "standing",
    "paused",
    "page",
    "by hand",
    "taken out",
    "fresh",
    "old page",
]
"""What a yes would do: a clause in force, a boundary written, tonight, the notes or a picture kept,
how the time went shown; a clause that stands kept, one that is paused taken up again, a day to look
at the page again; what was changed by hand agreed to, a fresh page begun, the old one deleted."""


class Yes(Reply):
    """Yes, to these words."""

    kind: Literal["yes"] = "yes"


class OtherWords(Reply):
    """Yes to something near it: these words."""

    kind: Literal["other words"] = "other words"
    text: Answer


class No(Reply):
    """No."""

    kind: Literal["no"] = "no"


class NotNow(Reply):
    """Not now; once stored, of whom nobody can tell."""

    kind: Literal["not now"] = "not now"


class PauseIt(Reply):
    """Let a clause rest for a while: one is enough."""

    kind: Literal["pause it"] = "pause it"


class EndIt(Reply):
    """End a clause: one is enough."""

    kind: Literal["end it"] = "end it"


YES, NOT_NOW = Yes.model_construct(), NotNow.model_construct()


@dataclass(frozen=True, kw_only=True)
class Consent(Turn):
    """A sealed yes, other words, no, or not now. Nothing defaults to yes.

    Attributes:
        to: what a yes would do.
        words: the words a yes is given to; empty where the prompt says it all.
        was: the words that stand until then, where others would take their place.
        owner: whose words they are, where it is one's own promise.
        weeks: after how many weeks it would be looked at again.
        rewording: whether other words can still be asked about today.
    """

    to: ConsentTo
    words: str = ""
    was: str = ""
    owner: Side | None = None
    weeks: int | None = None
    rewording: bool = False
    takes: ClassVar[tuple[type[Reply], ...]] = (Yes, OtherWords, No, NotNow, Empty)
    typed: ClassVar = True
    privacy: ClassVar[Privacy] = "sealed"

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; other words must be words, and other ones."""
        reply = super().settled(reply)
        if isinstance(reply, OtherWords):
            if not self.rewording:
                if self.owner not in (None, self.holder):
                    raise Refused(
                        _("The one it belongs to finds the words. Say yes to it, no, or not now.")
                    )
                raise Refused(_("Other words cannot be asked about any more today."))
            if is_blank(reply.text):
                raise Refused(_("No words were there. Write other words, or answer otherwise."))
            if reply.text.strip() == self.words.strip():
                raise Refused(_("Those are the same words. Write other ones, or answer otherwise."))
        return reply

    @property
    def example(self) -> Yes:
        """Yes."""
        return YES


class Standing(Consent):
    """What becomes of a clause that is there. To keep or to change it takes two; the rest one."""

    takes: ClassVar = (Yes, OtherWords, PauseIt, EndIt, NotNow, Empty)

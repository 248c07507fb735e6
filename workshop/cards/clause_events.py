"""What happened to a clause, in neutral words that name nobody."""

from typing import Literal

from workshop.core.agreement.agreement import Revision
from workshop.core.agreement.by_hand import ByHand
from workshop.core.agreement.kinds import Event
from workshop.core.days import in_words
from workshop.core.text import one_line
from workshop.words import _


def told(revision: Revision) -> str:
    """Return what happened to a clause, and when."""
    events: dict[Event, str] = {
        "agreed": _("agreed"),
        "changed": _("in other words: “{text}”"),
        "paused": _("paused"),
        "resumed": _("taken up again"),
        "ended": _("ended"),
        "review": _("looked at again, and kept"),
    }
    if revision.event == "agreed" and revision.kind == "boundary":
        events["agreed"] = _("written down")
    event = events[revision.event].format(text=one_line(revision.text))
    return _("{day}: {event}").format(day=in_words(revision.on), event=event)


def told_of(revision: Revision) -> str:
    """Return what happened, and to which words: for two who hear of it at an opening."""
    if revision.event == "changed":
        return told(revision)
    if revision.event == "ended" and revision.kind == "boundary":
        # What does not stand on the page is not repeated.
        off = _("{day}: a boundary was taken off the page")
        return off.format(day=in_words(revision.on))
    return _("{told}: “{text}”").format(told=told(revision), text=one_line(revision.text))


def rule_off(rule: str) -> str:
    """Return that a rule for talking was taken off: for two who hear of it at an opening."""
    return _("A rule for talking was taken off: “{rule}”").format(rule=one_line(rule))


def told_by_hand(one: ByHand) -> str:
    """Return what was changed by hand in one clause, to two who hear of it at an opening."""
    if one.now is None:
        assert one.agreed is not None
        said, text = _("Taken out of the file by hand: “{text}”"), one.agreed.text
    elif one.agreed is None:
        said, text = _("Written into the file by hand: “{text}”"), one.now.text
    else:
        said, text = _("Changed in the file by hand: “{text}”"), one.now.text
    return said.format(text=one_line(text))


def not_kept() -> str:
    """Return what is said before the program writes in a file that was edited by hand."""
    return _(
        "The file of the agreement was edited by hand. What the program writes in it next cannot"
        " keep comments; as it is now, it stays in a file beside it."
    )


def done_alone(event: Literal["paused", "ended"]) -> str:
    """Return what one of the two has just done with a clause."""
    return {"paused": _("That is paused now."), "ended": _("That has ended now.")}[event]


def put_back() -> str:
    """Return that what both agreed was just put back."""
    return _("That stands as you agreed on it.")

"""What somebody does, on paper or by heart, in words, and how long it takes."""

from workshop.core.agreement.sheet import Words
from workshop.core.course.leaf import Act, Doing
from workshop.core.people import Pair, other
from workshop.words import _


def by_whom(act: Act, pair: Pair) -> Words:
    """Return who does what."""
    if act.who is None:
        return Words(_by_both()[act.does])
    return Words(_by_one()[act.does], {"name": (pair.name(act.who),)})


def by_each(act: Act, pair: Pair, turn_of: str) -> Words:
    """Return who does what where the same is asked of each in turn, `first`'s turn first.

    Args:
        act: what is done in the turn of one of them.
        pair: who they are.
        turn_of: the name of the one whose turn it is.
    """
    first, second = pair.name(pair.first), pair.name(other(pair.first))
    own = act.who is not None and pair.name(act.who) == turn_of
    said = (_by_whose_turn if own else _by_the_other)()[act.does]
    return Words(said, {"first": (first,), "second": (second,)})


def length(seconds: int) -> str:
    """Return how long something takes, in minutes and seconds; nothing where nobody says."""
    if not seconds:
        return ""
    return _("{minutes}:{seconds} min").format(minutes=seconds // 60, seconds=f"{seconds % 60:02}")


def _by_one() -> dict[Doing, str]:
    return {
        "reads": _("{name} reads this aloud."),
        "breathes": _("{name}:"),
        "thinks": _("{name}, in silence:"),
        "speaks": _("{name} speaks."),
        "mirrors": _("{name} says it back."),
        "checks": _("{name} says whether that was it."),
        "answers": _("{name} answers."),
        "hears": _("{name} says that it got across."),
        "writes": _("{name} writes; both may look."),
        "adds": _("{name} adds to the list."),
        "words": _("{name} finds the words, and says them aloud first."),
    }


def _by_both() -> dict[Doing, str]:
    return {
        "reads": _("One of you reads this aloud."),
        "breathes": _("Both of you."),
        "thinks": _("Each of you alone, in silence. Nothing is written."),
        "speaks": _("Both of you speak."),
        "mirrors": _("Each says it back."),
        "checks": _("Each says whether that was it."),
        "answers": _("Both of you answer."),
        "hears": _("Each says that it got across."),
        "writes": _("Both of you. Either writes, and both may look."),
        "adds": _("Both add to one list, without judging."),
        "words": _("Both find the words, and say them aloud first."),
    }


def _by_whose_turn() -> dict[Doing, str]:
    return {
        "reads": _("Each reads this aloud, {first} first."),
        "breathes": _("Each of you, {first} first."),
        "thinks": _("Each of you, in silence, {first} first."),
        "speaks": _("Each of you speaks, {first} first."),
        "mirrors": _("The one whose turn it is says it back."),
        "checks": _("The one who spoke says whether that was it."),
        "answers": _("The one whose turn it is answers."),
        "hears": _("The one whose turn it is says that it got across."),
        "writes": _("Each of you writes, {first} first; both may look."),
        "adds": _("Each of you adds to the list, {first} first."),
        "words": _("Each of you finds words, {first} first, and says them aloud."),
    }


def _by_the_other() -> dict[Doing, str]:
    return {
        "reads": _("The other reads this aloud."),
        "breathes": _("The other."),
        "thinks": _("The other, in silence."),
        "speaks": _("The other speaks."),
        "mirrors": _("The other says it back."),
        "checks": _("The other says whether that was it."),
        "answers": _("The other answers."),
        "hears": _("The other says that it got across."),
        "writes": _("The other writes; both may look."),
        "adds": _("The other adds to the list."),
        "words": _("The other finds words, and says them aloud."),
    }

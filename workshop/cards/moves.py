"""What is shared out in words, a row for each thing, and how many each has, for both faces."""

from collections.abc import Iterable
from typing import assert_never

from workshop.core.people import SIDES, other
from workshop.core.turns.moving import Moving, Portion, Whose
from workshop.core.turns.reply import Moved
from workshop.words import _, plural


def whose_is(turn: Moving, whose: Whose) -> str:
    """Return whose a row is, in a word or two."""
    match whose:
        case "both":
            return _("both, by turns")
        case "nobody":
            return _("nobody yet")
        case "first":
            return turn.names[turn.first]
        case "second":
            return turn.names[other(turn.first)]
        case _:
            assert_never(whose)


def row_in_words(row: Portion) -> str:
    """Return a row with how long it takes, if somebody said that."""
    if not row.hours:
        return row.item
    return plural("{item} ({count} hour)", "{item} ({count} hours)", row.hours, item=row.item)


def standing(turn: Moving, moved: Moved) -> str:
    """Return how many rows each has, and how many hours a week, a sentence for each."""
    return " ".join(_standing(turn, moved))


def _standing(turn: Moving, moved: Moved) -> Iterable[str]:
    rows = list(zip(turn.rows, moved.whose, strict=True))
    for side in SIDES:
        own = [row for row, whose in rows if whose == turn.whose(side)]
        hours = sum(row.hours for row in own)
        if any(row.hours for row in turn.rows):
            yield plural(
                "{name}: {few} of {all}, {count} hour a week.",
                "{name}: {few} of {all}, {count} hours a week.",
                hours,
                name=turn.names[side],
                few=len(own),
                all=len(rows),
            )
        else:
            yield _("{name}: {few} of {all}.").format(
                name=turn.names[side], few=len(own), all=len(rows)
            )
    if by_turns := moved.whose.count("both"):
        yield _("By turns: {few}.").format(few=by_turns)
    if nobody := moved.whose.count("nobody"):
        yield _("Nobody yet: {few}.").format(few=nobody)

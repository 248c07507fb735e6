"""What a turn shows around its question: where they are, what was said, pictures, times, sums."""

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Collapsible, Static

from workshop.cards.card import Card, Said
from workshop.core.course.session import Ask
from workshop.core.people import SIDES, Pair
from workshop.core.turns import BothOnPaper, Reveal
from workshop.desk.desk import Desk
from workshop.tui.text import literal
from workshop.tui.widgets.drawing import Drawing, lines_of
from workshop.tui.widgets.said import Quote
from workshop.tui.widgets.time import Times
from workshop.words import _


def around(shown: Card, ask: Ask, pair: Pair) -> Iterable[Widget]:
    """Yield the ask in bold, what was said before, pictures, and quiet lines."""
    prompt = Static(literal(shown.prompt), id="prompt")
    if not shown.is_said_first:
        yield prompt
    yield from (side_by_side if _is_beside(shown, ask) else quotes)(shown.said)
    if shown.is_said_first:
        yield prompt
    yield from more_of(shown, pair)
    if shown.notes:
        yield Static(literal("\n".join(shown.notes)), id="notes", classes="quiet")


def _is_beside(shown: Card, ask: Ask) -> bool:
    """Whether what each said stands beside what the other did.

    Where somebody types below it, both are in sight then, on half as many rows.
    """
    sides = {said.side for said in shown.said} - {None}
    if isinstance(ask.turn, Reveal | BothOnPaper):
        return bool(sides)
    return shown.is_said_first and len(sides) > 1


def quotes(said: Sequence[Said]) -> Iterable[Widget]:
    """Yield what was said, one below the other."""
    for words in said:
        yield Quote(words)


def side_by_side(said: Sequence[Said]) -> Iterable[Widget]:
    """Yield what each said, beside each other, and what is both's below."""
    of_each = [Vertical(*quotes([one for one in said if one.side == side])) for side in SIDES]
    yield Horizontal(*of_each, id="sides")
    yield from quotes([one for one in said if one.side is None])


def more_of(shown: Card, pair: Pair) -> Iterable[Widget]:
    """Yield what a reveal shows beside words: a picture, times, sums to unfold."""
    if shown.picture is not None:
        yield Drawing(shown.picture.axes, lines_of(shown.picture), pair)
    if shown.times:
        yield Times(shown.times, pair)
    if shown.sums:
        exactly = [Static(literal("\n".join(shown.exactly)))] if shown.exactly else []
        more = [Collapsible(*exactly, title=_("Exactly"), id="exactly")] if exactly else []
        sums = Static(literal("\n".join(shown.sums)))
        yield Collapsible(sums, *more, title=_("Show the sums"), id="sums")


def where_of(desk: Desk, ask: Ask) -> tuple[str, str]:
    """Return where they are, and the same for a narrow screen."""
    left = desk.minutes_left
    if left is None:
        return "", ""
    where = _("step {step} of {steps} · about {minutes} min left")
    shorter = _("{step} of {steps} · {minutes} min")
    told = {"step": ask.step, "steps": ask.steps, "minutes": left}
    return where.format(**told), shorter.format(**told)

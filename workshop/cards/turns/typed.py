"""Turns in which something is typed or marked: open, so that both see it, or sealed."""

from workshop.cards.card import Answer, Card, Said, Setting
from workshop.cards.turns.who import everybody, for_both, for_one, names, one
from workshop.core.course.session import Ask
from workshop.core.people import other
from workshop.core.text import fill
from workshop.core.turns import (
    Add,
    BothOnPaper,
    CirclesOpen,
    CirclesSealed,
    Draft,
    Moving,
    Points,
    Rank,
    SealedPart,
    Write,
    WriteSealed,
)
from workshop.core.turns.reply import Done, Empty, Paper
from workshop.words import _


def typed(
    turn: Write | Draft | CirclesOpen | Moving | SealedPart, ask: Ask, setting: Setting
) -> Card:
    """Return what one types, or either of them, where both see it."""
    pair = setting.pair
    passing = Answer(_("Pass"), Empty(), surely=_("Pass, and drop what is here"))
    if turn.holder is None:
        does = everybody(pair, _("{name} finds the words too"))
        notes: tuple[str, ...] = (_("Open: you both see this. Either of you types."),)
    else:
        you = names(pair, turn.holder)[1]
        does = one(pair, turn.holder, _("{name} writes, open"), _("{name} may look"))
        if isinstance(turn, Moving):
            does = one(pair, turn.holder, _("{name} moves, open"), _("{name} says what, too"))
        notes = (_("Open: {you} sees this too.").format(you=you),)
    if isinstance(turn, Draft | Add) and turn.note:
        notes = (turn.note, *notes)
    if isinstance(turn, Draft) and setting.first_clause and turn.clause != "boundary":
        said = _("A clause is a promise in your agreement. Both say yes to it; one can end it.")
        notes = (said, *notes)
    if isinstance(turn, Draft) and turn.clause == "boundary" and turn.holder is not None:
        me, you = names(pair, turn.holder)
        notes = (fill(setting.words.boundary.draft, me=me, you=you), *notes)
    if isinstance(turn, Rank):
        notes = (*notes, *_below(turn))
    return for_one(ask, pair, does, notes, (Answer(_("Done")), passing), turn)


def sealed(turn: SealedPart, ask: Ask, setting: Setting) -> Card:
    """Return what one types or marks that nobody else sees until both open."""
    does = one(setting.pair, turn.holder, _("{name} writes, sealed"), _("{name} looks away"))
    throwing = Answer(_("Throw it away"), Empty(), surely=_("Throw it away, really"))
    answers = [Answer(_("Seal it")), throwing]
    if ask.paper:
        surely = _("Both on paper, and drop what is here")
        answers.append(Answer(_("Both on paper instead"), Paper(), surely=surely))
    notes = _before(turn, setting)
    return for_one(ask, setting.pair, does, notes, tuple(answers), turn)


def on_paper(turn: BothOnPaper, setting: Setting) -> Card:
    """Return what each writes on a sheet, both at once."""
    pair = setting.pair
    said = []
    for side in (turn.of.first, other(turn.of.first)):
        part = turn.of.part(side)
        asked = "\n".join((part.prompt, *part.on_paper))
        said.append(Said(pair.name(side), asked, side))
    notes: tuple[str, ...] = (
        _("Nobody looks yet. When both are done, turn the sheets over together."),
        setting.said.paper,
    )
    if turn.waits is not None:
        notes = (_what_waits(*names(pair, turn.waits)), *notes)
    answers = (
        Answer(_("We turn them over together"), Done()),
        Answer(_("We put them away"), Empty(), surely=_("We put them away, really"), ends=True),
    )
    does = everybody(pair, _("{name} writes on paper"))
    return for_both(does, _("Both write on paper, both at once."), tuple(said), notes, answers)


def _what_waits(name: str, you: str) -> str:
    return _(
        "{name}, what you sealed stays unread, and is gone with this: write it on paper too. Until"
        " then {you} can go back to the keyboard."
    ).format(name=name, you=you)


def _before(turn: SealedPart, setting: Setting) -> tuple[str, ...]:
    """Return what is said before and while anyone answers sealed."""
    if isinstance(turn, WriteSealed | CirclesSealed):
        return tuple(setting.words.sealed.before.splitlines())
    notes = tuple(setting.words.sealed.marked.splitlines())
    if isinstance(turn, Rank | Points):
        notes = notes[:1]  # all of it has to be filled in
    return (*notes, *_below(turn))


def _below(turn: SealedPart) -> tuple[str, ...]:
    if not isinstance(turn, Rank) or not turn.proposes:
        return ()
    keep = turn.items[-1]
    return (_("What you put after “{keep}” will not be proposed.").format(keep=keep),)

"""The keyboard changes hands, or stays while the other looks away."""

from workshop.cards.card import Answer, Card
from workshop.cards.turns.who import names, one
from workshop.core.course.session import Ask
from workshop.core.people import SIDES, Pair, Side
from workshop.core.turns import Handover
from workshop.core.turns.reply import Done, Paper
from workshop.words import _


def handover(turn: Handover, ask: Ask, pair: Pair) -> Card:
    """Return who takes the keyboard, and what for."""
    name, you = names(pair, turn.holder)
    does = one(pair, turn.holder, _("{name} takes the keyboard"), _("{name} hands it over"))
    notes = [_("Press Enter when you have the keyboard.")]
    if turn.keeps:
        does = one(pair, turn.holder, _("{name} keeps the keyboard"), _("{name} looks away"))
        notes = [_("Press Enter when nobody else can see the screen.")]
    if turn.to.privacy == "sealed":
        sealed = _("Sealed: only {name} sees what comes next. {you}, please look away.")
        notes.insert(0, sealed.format(name=name, you=you))
    has_it = _("Nobody else can see") if turn.keeps else _("I have the keyboard")
    answers = [Answer(has_it, Done())]
    if ask.paper:
        answers.append(Answer(_("Both on paper instead"), Paper()))
    if turn.to.holder not in (None, turn.holder):
        notes = [_("{you} says it, and {name} types it.").format(you=you, name=name), notes[-1]]
        if turn.keeps:  # who says it looks on
            does = one(pair, turn.holder, _("{name} keeps the keyboard"), _("{name} says it"))
    prompt = _("{name}'s turn to type.").format(name=name)
    lit: tuple[Side, ...] = (turn.holder,) if turn.holder else SIDES
    return Card(does, lit, prompt, notes=tuple(notes), answers=tuple(answers))

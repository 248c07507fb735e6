"""What is kept of an exercise when both keep the notes: answers, each with its question."""

from collections.abc import Iterator

from workshop.core.course.session import Session
from workshop.core.people import Pair
from workshop.core.turns import AnyTurn, RulesReveal
from workshop.core.turns.reply import Intervention, Stored
from workshop.store.documents import KeptAnswer, KeptPicture
from workshop.words import _


def kept_answers(session: Session) -> tuple[KeptAnswer, ...]:
    """Return what was written, in order. No passes, no blanks, no times; no drafts either.

    A draft that both agreed on is in the agreement, and one that was declined is not brought back.
    """
    turns = session.progress.turns
    rules = {turn.of.id.step: turn for turn in turns if isinstance(turn, RulesReveal)}
    kept: list[KeptAnswer] = []
    for turn, entry in zip(turns, session.entries, strict=False):
        if isinstance(entry.reply, Intervention):
            continue  # nobody's answer
        reveal = rules.get(turn.id.step)
        if reveal is None:
            kept.extend(_of(turn, entry.reply, session.pair))
        elif turn is reveal and reveal.rules:  # who ticked what else shows nowhere
            text = "\n".join(reveal.rules)
            kept.append(KeptAnswer(prompt=reveal.asked, who=_("both"), text=text))
    return tuple(kept)


def pictures_of(session: Session) -> tuple[KeptPicture, ...]:
    """Return the pictures that both may keep, in the order of their steps."""
    results = session.progress.results
    left = (step.id for step in session.script.steps if step.id in results)  # a guide may end it
    found = ((step, results[step].picture) for step in left)
    return tuple(
        KeptPicture(step=step, picture=picture) for step, picture in found if picture is not None
    )


def _of(turn: AnyTurn, reply: Stored, pair: Pair) -> Iterator[KeptAnswer]:
    for told in turn.told(reply):
        who = pair.name(told.who) if told.who else _("both")
        yield KeptAnswer(prompt=told.asked, who=who, text=told.text)

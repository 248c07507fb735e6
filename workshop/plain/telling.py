"""Says what a turn's card says, line by line."""

from workshop.cards.card import Card
from workshop.cards.marks import times_in_words
from workshop.core.course.session import Ask
from workshop.core.turns import Handover
from workshop.desk.desk import Desk
from workshop.plain.terminal import Terminal, as_heading
from workshop.words import _


class Telling:
    """What is said of one turn after the other: where they are is said where it has changed."""

    def __init__(self, desk: Desk, terminal: Terminal) -> None:
        """Begin with nothing said."""
        self._desk, self._terminal = desk, terminal
        self._told_where: tuple[str, int] | None = None  # the title and the step that were said

    def tell(self, asked: Ask, shown: Card) -> None:
        """Say who does what, what there is to read or to answer, and what matters for it."""
        say = self._terminal.say
        say()
        sides = sorted(("left", "right"), key=lambda side: side not in shown.lit)
        who = [shown.does.left if side == "left" else shown.does.right for side in sides]
        who = [shown.both] if shown.both else who
        say(". ".join([*who, *self._where(asked)]) + ".")
        if not shown.is_said_first:
            say(shown.prompt)
        for said in shown.said:
            if shown.heard and said.side:
                continue  # that is in what is heard, beside the other's
            if said.label:
                say(as_heading(said.label), indent="  ")
            say(said.text, indent="  | ")
        if shown.is_said_first:
            say(shown.prompt)
        if shown.heard:
            say(shown.heard)
        for line in (*shown.sums, *times_in_words(shown.times, self._desk.pair)):
            say(line, indent="  ")
        notes = shown.notes
        if isinstance(asked.turn, Handover):
            notes = notes[:-1]  # what Enter says, its label says below
            if asked.turn.to.privacy == "sealed":
                notes = (*notes, _by_ear(paper=asked.paper))
        for note in notes:
            say(note)

    def _where(self, asked: Ask) -> list[str]:
        """Return what is under way and how far, where that is another step than before."""
        place = self._desk.title, asked.step
        if place == self._told_where:
            return []
        self._told_where = place
        where = [self._desk.title]
        if (left := self._desk.minutes_left) is not None:
            where.append(_("step {step} of {steps}").format(step=asked.step, steps=asked.steps))
            where.append(_("about {minutes} min left").format(minutes=left))
        return [", ".join(where)]


def _by_ear(*, paper: bool) -> str:
    if paper:
        return _("With a screen reader: use headphones, or answer on paper.")
    return _("With a screen reader: use headphones.")

"""Says what a turn's card says, line by line."""

from collections.abc import Sequence

from workshop.cards.card import Card, Said
from workshop.cards.choice import Choice, Deed
from workshop.cards.marks import minutes, time_is_up, times_in_words
from workshop.cards.panel_words import hour_lines
from workshop.core.course.session import Ask
from workshop.core.people import Side
from workshop.core.turns import Consent, Handover, Turn
from workshop.desk.desk import Desk
from workshop.plain.terminal import Terminal, as_heading
from workshop.words import _, plural

ASKED_AT_MOST = 30
"""So many words of what is asked tell somebody who has heard it where they are."""


class Telling:
    """What is said of one turn after the other: what was said once is left out the next time."""

    def __init__(self, desk: Desk, terminal: Terminal) -> None:
        """Begin with nothing said."""
        self._desk, self._terminal = desk, terminal
        self._told_where: tuple[str, int] | None = None  # the title and the step that were said
        self._told_by_ear: set[Side | None] = set()  # whom of headphones

    def say_all(self) -> None:
        """Leave nothing out of what is said next."""
        self._told_where = None
        self._told_by_ear.clear()

    def tell(self, asked: Ask, shown: Card) -> None:
        """Say who does what, what is asked, what there is to hear, and what matters for it."""
        say = self._terminal.say
        say()
        say(" ".join((_who(shown), *self._where(asked))))
        if not isinstance(asked.turn, Handover):  # it says no more than who takes the keyboard
            say(shown.prompt)
        for said in self._at_once(shown.said):
            if shown.heard and said.side:
                continue  # that is in what is heard, beside the other's
            say(said.text, indent="  | ", head=as_heading(said.label) if said.label else "")
        if shown.heard:
            say(shown.heard)
        for line in (*shown.sums, *times_in_words(shown.times, self._desk.pair)):
            say(line, indent="  ")
        notes = shown.notes
        if isinstance(asked.turn, Handover):
            notes = (*notes[:-1], *self._by_ear(asked, asked.turn.to))  # its label says the last
        elif isinstance(asked.turn, Consent) and asked.turn.to == "evening":  # no handover before
            notes = (*notes, *self._by_ear(asked, asked.turn))
        for note in notes:
            say(note)

    def _at_once(self, said: Sequence[Said]) -> Sequence[Said]:
        """Return what is said, once where it is the same for both: what each writes on paper."""
        if len(said) != 2 or said[0].text != said[1].text:
            return said
        pair = self._desk.pair
        if any(one.side is None or one.label != pair.name(one.side) for one in said):
            return said
        both = _("{one} and {other}").format(one=said[0].label, other=said[1].label)
        return (Said(both, said[0].text),)

    def _where(self, asked: Ask) -> list[str]:
        """Return how far they are, where that is another step than before, and of what at first."""
        before, place = self._told_where, (self._desk.title, asked.step)
        if place == before:
            return []
        self._told_where = place
        title = [] if before is not None and before[0] == place[0] else [f"{place[0]}."]
        return [*title, *_step(self._desk, asked)]

    def _by_ear(self, asked: Ask, turn: Turn) -> list[str]:
        """Return what whoever hears the screen does before something sealed: once to each."""
        if turn.privacy != "sealed" or turn.holder in self._told_by_ear:
            return []
        self._told_by_ear.add(turn.holder)
        if asked.paper:
            return [_("With a screen reader: use headphones, or answer on paper.")]
        return [_("With a screen reader: use headphones.")]


def where(desk: Desk, asked: Ask | Choice[Deed]) -> list[str]:
    """Return whose turn it is, what is asked, and how far they are."""
    if isinstance(asked, Choice):
        return [f"{desk.title}.", asked.prompt]
    shown = desk.card(asked)
    return [_who(shown), _begun(shown.prompt), " ".join((f"{desk.title}.", *_step(desk, asked)))]


def time(desk: Desk, asked: Ask | Choice[Deed]) -> list[str]:
    """Return how long the turn has lasted, and about how long the exercise still takes."""
    lines = []
    if isinstance(asked, Ask) and asked.turn.seconds:
        of = _("This turn has taken {gone} minutes so far; {planned} are planned.")
        lines.append(of.format(gone=minutes(desk.seconds), planned=minutes(asked.turn.seconds)))
        if desk.seconds >= asked.turn.seconds:
            lines.append(time_is_up())
    if (left := desk.minutes_left) is not None:
        lines.append(
            plural(
                "About {count} minute of this exercise is left.",
                "About {count} minutes of this exercise are left.",
                left,
            )
        )
    if desk.guided:
        lines.append(hour_lines(desk.panel(), clock=False)[0])
    return lines or [_("No time is planned for this.")]


def _who(shown: Card) -> str:
    if shown.both:
        return f"{shown.both}."
    sides = sorted(("left", "right"), key=lambda side: side not in shown.lit)
    return " ".join(f"{shown.does.left if side == 'left' else shown.does.right}." for side in sides)


def _step(desk: Desk, asked: Ask) -> list[str]:
    if desk.minutes_left is None:
        return []
    return [_("Step {step} of {steps}.").format(step=asked.step, steps=asked.steps)]


def _begun(prompt: str) -> str:
    """Return how `prompt` begins, or all of it where it is short."""
    heard = prompt.split()
    if len(heard) <= ASKED_AT_MOST:
        return " ".join(heard)
    begun = _("{begun} ... `:again` says all of it.")
    return begun.format(begun=" ".join(heard[:ASKED_AT_MOST]))

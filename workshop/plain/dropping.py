"""Asks once more before a command drops what was typed."""

from collections.abc import Mapping, Sequence
from typing import Literal

from workshop.cards.card import Card
from workshop.core.course.session import Ask
from workshop.core.turns import Draft
from workshop.core.turns.reply import Empty, Paper, Reply
from workshop.errors import Refused
from workshop.words import _

Drops = Literal["pass", "paper", "back"]
"""The commands after which what was typed is gone."""


class Dropping:
    """What would be dropped, and was asked about already: the same command again means it."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self._asked: tuple[Drops, dict[str, list[str]]] | None = None

    def ask(
        self, asked: Ask, shown: Card, command: Drops, lines: Mapping[str, Sequence[str]]
    ) -> None:
        """Raise Refused, once, where what was typed would be gone after `command`.

        Args:
            asked: the turn.
            shown: its card, whose answers say what they would drop.
            command: what was typed instead of an answer.
            lines: what was typed for the turn so far.
        """
        replies: dict[Drops, Reply] = {"paper": Paper(), "pass": Empty()}
        answer = next((one for one in shown.answers if one.reply == replies.get(command)), None)
        surely = answer.surely if answer is not None else ""
        ends = answer is not None and answer.ends
        if command == "back":
            surely = _("Go back, and drop what is here") if asked.can_reopen else ""
        typed = {name: [*some] for name, some in lines.items() if any(map(str.strip, some))}
        words = "\n".join(typed.get("text", ())) or asked.draft
        if isinstance(asked.turn, Draft) and words == asked.turn.start:
            return  # nothing of it is theirs
        if not typed and (kept := asked.draft or asked.circled or asked.moved):
            typed = {"kept": [str(kept)]}
        if surely and (typed or ends) and self._asked != (command, typed):
            self._asked = command, typed
            again = _("`:{command}` again: {surely}. Or type on.")
            raise Refused(again.format(command=command, surely=surely))

"""Line by line, what was typed with a choice and cannot be taken is typed again, and no more."""

import io

from workshop.cards.agreement_deeds import CallOtherwise
from workshop.cards.choice import Choice, Chosen, Option
from workshop.cards.deeds import Back
from workshop.errors import Refused
from workshop.plain.choosing import choose
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal

ASKED = Choice(
    "Which one?",
    (),
    (Option(Back(), "Back"), Option(CallOtherwise("left"), "The left one", asks_for="A name")),
)


def typed(*lines: str) -> tuple[list[str], str]:
    """Return which names were tried as these lines were typed, and what was said."""
    said, tried = io.StringIO(), []
    terminal = Terminal(io.StringIO("".join(f"{line}\n" for line in lines)), said, {}, Signals())

    def reply(chosen: Chosen) -> None:
        tried.append(chosen.text)
        if len(chosen.text) < 3:
            raise Refused("That is too short.")

    choose(terminal, ASKED, reply)
    return tried, said.getvalue()


def test_only_what_was_refused_is_asked_again() -> None:
    tried, said = typed("2", "A", "Al", "Alex")

    assert tried == ["A", "Al", "Alex"]
    assert said.count("Which one?") == 1
    assert said.count("That is too short.") == 2


def test_enter_alone_goes_back_to_the_choice() -> None:
    assert typed("2", "A", "")[0] == ["A"]

"""What is chosen beside the turns: which choice it is, told by what only that one offers."""

from workshop.cards.choice import Choice, Deed
from workshop.cards.deeds import (
    AnswerBy,
    ChangeAnswers,
    GoOnWithThis,
    LookAtReadings,
    PutAway,
    Retry,
    Stop,
)

OFFERS: dict[str, type[Deed]] = {
    "map": LookAtReadings,
    "half done": PutAway,
    "missed": GoOnWithThis,
    "unsaved": Retry,
    "pause": ChangeAnswers,
    "answers": AnswerBy,
    "leave": Stop,
}
"""What nothing else offers, by the choice that does; an exercise that is lost is half done too."""


def moment(asked: object) -> str:
    """Return which choice is asked: one of OFFERS, "aside" for any other; empty for none."""
    if not isinstance(asked, Choice):
        return ""
    offered = {type(option.does) for option in asked.options}
    return next((name for name, kind in OFFERS.items() if kind in offered), "aside")

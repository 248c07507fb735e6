"""An agreement with a clause of each kind, one that rests and one that has ended."""

from datetime import date, timedelta

from support.evening import A_DAY
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent
from workshop.core.agreement.settling import settle

LONG_AGO = A_DAY - timedelta(days=30)
AGREED = "Above 150 we talk first and sleep on it."
MINE = "I ring when I am late."
THEIRS = "I put the phone away at supper."
BOUNDARY = "If it is loud, I will read in the other room."
RESTING = "Sunday mornings are free of plans."
OVER = "We try the new bus."


def page_of(partners: tuple[str, str] = ("ALEX", "SAM"), on: date = LONG_AGO) -> Agreement:
    """Return an agreement of six clauses, c1 to c6, agreed on the day `on`."""

    def agreed(number: int, text: str, **more: object) -> ClauseAgreed:
        fields = {"kind": "agreement", "exercise": "money", "weeks": 2, **more}
        return ClauseAgreed(origin=f"900/{number}", text=text, on=on, **fields)

    effects = (
        agreed(1, AGREED),
        agreed(2, MINE, kind="promise", owner="left"),
        agreed(3, THEIRS, kind="promise", owner="right"),
        agreed(4, BOUNDARY, kind="boundary", owner="right", weeks=None),
        agreed(5, RESTING),
        agreed(6, OVER),
        ClauseEvent(origin="901/1", event="paused", clause="c5", on=on),
        ClauseEvent(origin="901/2", event="ended", clause="c6", on=on),
    )
    return settle(Agreement(partners=partners), effects, on)

"""What a settled entry changes beyond the notes: in the agreement, or of the ground rules."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.agreement.by_hand import Terms
from workshop.core.agreement.clause_names import ClauseId
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.people import Side
from workshop.unfit import Unfit
from workshop.words import _

Weeks = Annotated[int, Field(ge=1, le=520)]
"""Look at it again after so many weeks."""


class ClauseAgreed(Frozen):
    """Both said yes to a new clause.

    Attributes:
        origin: run and turn, such as "1/clause/consent/1".
        on: the day on which both said yes.
        weeks: when to look at it again, counted from `on`; None for no such day.
        owner: whose it is, where it is one's own.
    """

    origin: str
    kind: ClauseKind
    text: Said
    exercise: str
    on: date
    weeks: Weeks | None = None
    owner: Side | None = None


class ClauseEvent(Frozen):
    """Something happened to a clause that was agreed before.

    Attributes:
        origin: run and turn, such as "7/review/consent/2".
        clause: the id of the clause.
        on: the day on which it happened.
        text: the new words that both said yes to; for `changed`, and only then.
        weeks: for `changed` and `review`: when to look at it again, counted from `on`; None for
            no such day. The other events leave that day as it is.
        review_on: the same for `review`, as a day that was picked.
    """

    origin: str
    event: Literal["changed", "paused", "resumed", "ended", "review"]
    clause: ClauseId
    on: date
    text: Said | None = None
    weeks: Weeks | None = None
    review_on: date | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> "ClauseEvent":
        if (self.text is not None) != (self.event == "changed"):
            raise Unfit(
                _("new words belong to a changed clause, and only there"), _("Take it out.")
            )
        if self.weeks is not None and self.event not in ("changed", "review"):
            raise Unfit(
                _("weeks belong to a changed or reviewed clause, and only there"), _("Take it out.")
            )
        if self.review_on is not None and (self.event != "review" or self.weeks is not None):
            raise Unfit(
                _("a day belongs to a reviewed clause, in place of weeks"), _("Take it out.")
            )
        return self


class HandAgreed(Frozen):
    """Both said yes to what was changed by hand in one clause.

    Attributes:
        origin: see `ClauseAgreed`.
        on: the day on which both said yes.
        terms: the clause as the file had it when they were asked.
    """

    origin: str
    on: date
    terms: Terms


ClauseEffect = ClauseAgreed | ClauseEvent | HandAgreed
"""What a settled entry changes in the agreement."""


class FreshPage(Frozen):
    """Both begin a new agreement, with only what is in force.

    Attributes:
        origin: see `ClauseAgreed`.
        on: the day.
        terms: the clauses that it takes over, in order.
        delete_old: whether both said that the old one is deleted.
    """

    origin: str
    on: date
    terms: tuple[Terms, ...]
    delete_old: bool


class RulesAgreed(Frozen):
    """Both ticked these ground rules for talking.

    Attributes:
        origin: run and turn.
        rules: the rules, in order.
    """

    origin: str
    rules: tuple[Said, ...]


Effect = ClauseAgreed | ClauseEvent | HandAgreed | FreshPage | RulesAgreed
"""What a settled entry changes beyond the notes."""

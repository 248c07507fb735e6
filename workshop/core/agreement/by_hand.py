"""What was changed in an agreement outside the program: found, taken in by both, or put back.

The file is theirs, so a change opens; it is marked until both said yes to it.
"""

from datetime import date

from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.agreement.clause_names import ClauseId
from workshop.core.agreement.kinds import ClauseKind, Status
from workshop.core.fields import Answer
from workshop.core.model import Frozen
from workshop.core.people import Side
from workshop.values import dataclass


class Terms(Frozen):
    """A clause as two are asked about it, frozen.

    Attributes:
        clause: what revisions call it; None while it is not there yet.
        kind: what kind of promise it is.
        text: its words; empty while there are none.
        was: the words that both said yes to, where these are others.
        exercise: the id of the exercise it comes from.
        agreed_on: the day on which both said yes to it first; None while they have not.
        review_on: when to look at it again, if there is such a day.
        status: how it stands.
        owner: whose it is, where it is one's own.
        gone: whether it was taken out of the file.
        written: whether it was written into the file.
        reworded: whether nothing shows that both said yes to these words.
    """

    clause: ClauseId | None = None
    kind: ClauseKind = "agreement"
    text: Answer = ""
    was: Answer = ""
    exercise: str = ""
    agreed_on: date | None = None
    review_on: date | None = None
    status: Status = "in force"
    owner: Side | None = None
    gone: bool = False
    written: bool = False
    reworded: bool = False


@dataclass(frozen=True)
class ByHand:
    """A clause that is not what the revisions add up to.

    Attributes:
        id: what revisions call it.
        agreed: the clause as both said yes to it; None where it was written in by hand.
        now: the clause as the file has it; None where it was taken out.
    """

    id: str
    agreed: Clause | None
    now: Clause | None

    @property
    def can_be_agreed(self) -> bool:
        """Whether there is something to say yes to: words, a day, or how it stands.

        What kind of promise it is, whose, and since when is told by what happened.
        """
        if self.now is None:
            return self.agreed is not None and self.agreed.status != "ended"
        return self.agreed is None or any(
            getattr(self.agreed, name) != getattr(self.now, name)
            for name in ("text", "review_on", "status")
        )


def changed_by_hand(agreement: Agreement) -> tuple[ByHand, ...]:
    """Return every clause that is not what the revisions add up to; missing ones come last."""
    told = agreement.told()
    found = [
        ByHand(clause.id, told.get(clause.id), clause)
        for clause in agreement.clauses
        if told.get(clause.id) != clause
    ]
    there = {clause.id for clause in agreement.clauses}
    found += [ByHand(id, clause, None) for id, clause in told.items() if id not in there]
    return tuple(found)


def terms_of(agreement: Agreement, id: str, *, trusted: bool = True) -> Terms:
    """Return a clause as two are asked about it, as the file has it, its owner by side.

    What kind it is and whose, nobody changes by hand: that is told by what happened to it.

    Args:
        agreement: where it stands, or stood until it was taken out.
        id: what revisions call it.
        trusted: whether the revisions are as the program wrote them; else they vouch for no words.
    """
    sides: dict[str | None, Side] = {agreement.partners[0]: "left", agreement.partners[1]: "right"}
    now, agreed = agreement.clause(id), agreement.agreed(id)
    clause = now or agreed
    assert clause is not None
    told = agreed or clause
    return Terms(
        clause=clause.id,
        kind=told.kind,
        text=clause.text,
        was=agreed.text if trusted and agreed and agreed.text != clause.text else "",
        exercise=told.exercise,
        agreed_on=told.agreed_on,
        review_on=clause.review_on,
        status=clause.status,
        owner=sides.get(told.owner),
        gone=now is None,
        written=agreed is None,
        reworded=agreed is None or not trusted or agreed.text != clause.text,
    )


def put_back(agreement: Agreement, id: str) -> Agreement:
    """Return `agreement` with one clause as both said yes to it; without it if they never did."""
    told = agreement.told()
    clauses = [clause for clause in agreement.clauses if clause.id != id]
    if id in told:
        place = {each: number for number, each in enumerate(told)}
        at = next(
            (n for n, one in enumerate(clauses) if place.get(one.id, len(place)) > place[id]),
            len(clauses),
        )
        clauses.insert(at, told[id])
    return agreement.model_copy(update={"clauses": tuple(clauses)})


def as_agreed(agreement: Agreement) -> Agreement:
    """Return `agreement` with every clause as both said yes to it, in the order of their coming."""
    last = agreement.revisions[-1:]
    return agreement.model_copy(
        update={
            "clauses": tuple(agreement.told().values()),
            "updated": last[0].on if last else None,
        }
    )

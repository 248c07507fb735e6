"""What comes of it when both say yes to a consent, or one of them pauses or ends what is there.

One of these stands in a `Joint`; where a yes changes nothing in the agreement, none does. What is
made of it is imported with the first: whoever checks an exercise agrees to nothing.
"""

from datetime import date
from typing import TYPE_CHECKING, Literal, assert_never

from workshop.core.agreement.clause_names import ClauseId
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.people import Side
from workshop.core.turn_id import TurnId
from workshop.values import dataclass

if TYPE_CHECKING:
    from workshop.core.agreement.by_hand import Terms
    from workshop.core.agreement.effect import Effect


@dataclass(frozen=True)
class Clausal:
    """A clause that is not in force yet.

    Attributes:
        kind: what kind of promise it is.
        text: its words.
        exercise: the id of the exercise it comes from.
        weeks: after how many weeks it would be looked at again; None for never.
        owner: whose alone it is; None where it is both's.
    """

    kind: ClauseKind
    text: str
    exercise: str
    weeks: int | None = None
    owner: Side | None = None


@dataclass(frozen=True)
class Enact:
    """A new clause comes into force."""

    clause: Clausal


@dataclass(frozen=True)
class Reword:
    """A clause that is there gets other words."""

    of: ClauseId
    clause: Clausal


@dataclass(frozen=True)
class Keep:
    """A clause stays as it is."""

    of: ClauseId


@dataclass(frozen=True)
class Resume:
    """A clause that rests is in force again."""

    of: ClauseId


@dataclass(frozen=True)
class LookAgain:
    """Clauses get the day on which they are looked at again."""

    of: tuple[ClauseId, ...]
    on: date


@dataclass(frozen=True)
class TakeIn:
    """What was changed by hand in one clause is agreed to."""

    terms: "Terms"


@dataclass(frozen=True)
class Renew:
    """The old page is deleted, now that both began a fresh one; without a yes it is kept.

    Attributes:
        on: the day.
        terms: the clauses that the fresh page takes over.
    """

    on: date
    terms: "tuple[Terms, ...]"


Deed = Enact | Reword | Keep | Resume | LookAgain | TakeIn | Renew
"""What a yes of both does."""


def about(deed: Deed | None) -> tuple[ClauseId, ...]:
    """Return the ids of the clauses that are there already and that `deed` is about."""
    match deed:
        case Reword(of=id) | Keep(of=id) | Resume(of=id):
            return (id,)
        case LookAgain(of=ids):
            return ids
        case TakeIn(terms=terms):
            return (terms.clause,) if terms.clause else ()
        case Enact() | Renew() | None:
            return ()
        case _:
            assert_never(deed)


def done(deed: Deed | None, origin: TurnId, on: date) -> "tuple[Effect, ...]":
    """Return what a yes of both on the day `on` changes."""
    from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent, FreshPage, HandAgreed

    match deed:
        case Enact(clause=clause):
            return (ClauseAgreed(origin=origin, on=on, **vars(clause)),)
        case Reword(of=id, clause=clause):
            changed = ClauseEvent(
                origin=origin / id,
                event="changed",
                clause=id,
                on=on,
                text=clause.text,
                weeks=clause.weeks,
            )
            return (changed,)
        case Resume(of=id):
            return (ClauseEvent(origin=origin / id, event="resumed", clause=id, on=on),)
        case LookAgain(of=ids, on=day):
            return tuple(
                ClauseEvent(origin=origin / id, event="review", clause=id, on=on, review_on=day)
                for id in ids
            )
        case TakeIn(terms=terms):
            return (HandAgreed(origin=origin, on=on, terms=terms),)
        case Renew(on=began, terms=kept):
            return (FreshPage(origin=origin, on=began, terms=kept, delete_old=True),)
        case Keep() | None:
            return ()
        case _:
            assert_never(deed)


def done_by_one(
    deed: Deed | None, event: Literal["paused", "ended"], origin: TurnId, on: date
) -> "tuple[Effect, ...]":
    """Return what it changes where one of the two paused or ended what it is about."""
    if isinstance(deed, TakeIn | Renew):  # that is nothing one can pause or end
        return left_undone(deed, origin)
    from workshop.core.agreement.effect import ClauseEvent

    return tuple(ClauseEvent(origin=origin, event=event, clause=id, on=on) for id in about(deed))


def left_undone(deed: Deed | None, origin: TurnId) -> "tuple[Effect, ...]":
    """Return what it changes where there is no yes of both: a fresh page is begun already."""
    if not isinstance(deed, Renew):
        return ()
    from workshop.core.agreement.effect import FreshPage

    return (FreshPage(origin=origin, on=deed.on, terms=deed.terms, delete_old=False),)

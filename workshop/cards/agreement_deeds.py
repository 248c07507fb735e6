"""The pages of the agreement, and what can be done on them: a small type each."""

from typing import Literal

from workshop.cards.choice import Deed
from workshop.cards.deeds import Back, GoTo
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.evening.page_work import What
from workshop.core.people import Side
from workshop.export.copy import To
from workshop.values import dataclass

# -- the pages of the agreement ----------------------------------------------------------------


@dataclass(frozen=True)
class Whole:
    """All of it."""


@dataclass(frozen=True)
class Clauses:
    """The list of its clauses."""


@dataclass(frozen=True)
class OneClause:
    """A clause, its history, and what can be done with it.

    Attributes:
        id: what revisions call it.
    """

    id: str


@dataclass(frozen=True)
class Kinds:
    """What kind of clause is added."""


@dataclass(frozen=True)
class Owners:
    """Whose it is, what is added.

    Attributes:
        kind: of clause.
    """

    kind: ClauseKind


@dataclass(frozen=True)
class Copies:
    """What a copy can be."""


@dataclass(frozen=True)
class Rules:
    """The list of the rules for talking."""


@dataclass(frozen=True)
class OneRule:
    """One rule for talking.

    Attributes:
        rule: its words.
    """

    rule: str


@dataclass(frozen=True)
class CodeToNote:
    """The code of the agreement."""


@dataclass(frozen=True)
class Names:
    """What the two are called, and were."""


AgreementPage = (
    Whole | Clauses | OneClause | Kinds | Owners | Copies | Rules | OneRule | CodeToNote | Names
)

# -- what can be done there --------------------------------------------------------------------


@dataclass(frozen=True)
class Alone(Deed):
    """Pause or end a clause, for which one is enough.

    Attributes:
        event: which of both.
        clause: its id.
    """

    event: Literal["paused", "ended"]
    clause: str


@dataclass(frozen=True)
class PutBack(Deed):
    """Put back what both said yes to.

    Attributes:
        clause: the id of the clause that was changed by hand; None for all of them.
    """

    clause: str | None = None


@dataclass(frozen=True)
class TakeRuleOff(Deed):
    """Take a rule for talking off.

    Attributes:
        rule: its words.
    """

    rule: str


@dataclass(frozen=True)
class CallOtherwise(Deed):
    """Call one of the two otherwise; what, is typed where it does not say so.

    Attributes:
        side: which one.
        name: the name, where two files have two; empty where it is typed.
    """

    side: Side
    name: str = ""


@dataclass(frozen=True)
class SaveCopy(Deed):
    """Save a copy; where is typed.

    Attributes:
        to: its format.
    """

    to: To


@dataclass(frozen=True)
class SetOut(Deed):
    """Set out on what takes two, with one clause.

    Attributes:
        what: to do with it.
        clause: its id.
    """

    what: What
    clause: str


@dataclass(frozen=True)
class AddClause(Deed):
    """Set out to add a clause.

    Attributes:
        kind: of clause.
        owner: whose it is; None when it is both's.
    """

    kind: ClauseKind
    owner: Side | None = None


@dataclass(frozen=True)
class RenewPage(Deed):
    """Set out on a fresh page, with only what is in force."""


@dataclass(frozen=True)
class ReviewPage(Deed):
    """Begin the exercise in which both look at the page again."""


AgreementDeed = (
    Back
    | GoTo[AgreementPage]
    | Alone
    | PutBack
    | TakeRuleOff
    | CallOtherwise
    | SaveCopy
    | SetOut
    | AddClause
    | RenewPage
    | ReviewPage
)
ClauseDeed = Back | PutBack | Alone | SetOut | ReviewPage
"""What can be done with one clause."""

"""The clauses of one agreement stand in the same order through every door."""

from support.evening import A_DAY

from workshop.cards.clause import listed
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.page import as_text
from workshop.core.agreement.settling import settle, settled_alone
from workshop.core.agreement.sheet import in_order, sheet
from workshop.core.turn_id import TurnId
from workshop.export.copy import as_copy
from workshop.export.dated import Calendar, Dated

WORDS = ("Of deciding.", "Of both.", "Mine.", "Of both, later.", "Resting.", "Over.", "Dozing.")
KINDS = (
    "decision",
    "agreement",
    "responsibility",
    "agreement",
    "decision",
    "agreement",
    "agreement",
)
EXPECTED = ["Of both.", "Of both, later.", "Mine.", "Of deciding.", "Dozing.", "Resting.", "Over."]


def an_agreement() -> Agreement:
    """Return one whose clauses were agreed in no order at all, the last ones paused and ended."""
    agreement = Agreement(partners=("ALEX", "SAM"))
    effects = [
        ClauseAgreed(
            origin=TurnId(f"{number}/words"),
            on=A_DAY,
            kind=kind,  # type: ignore[arg-type]
            text=text,
            exercise="compromise",
            weeks=9 - number,
            owner="left" if kind == "responsibility" else None,
        )
        for number, (text, kind) in enumerate(zip(WORDS, KINDS, strict=True), start=1)
    ]
    agreement = settle(agreement, tuple(effects), A_DAY)
    agreement = settled_alone(agreement, "paused", "c5", A_DAY)
    agreement = settled_alone(agreement, "paused", "c7", A_DAY)
    return settled_alone(agreement, "ended", "c6", A_DAY)


def places(text: str) -> list[str]:
    """Return the clauses in the order in which `text` has them."""
    return sorted(EXPECTED, key=text.index)


def test_wherever_they_are_listed() -> None:
    agreement = an_agreement()

    assert [one.text for one in in_order(agreement.clauses)] == EXPECTED
    assert places(as_text(agreement)) == EXPECTED
    shown = [item.text for part in sheet(agreement).sections for item in part.items]
    assert shown == EXPECTED
    assert places("\n".join(one.label for one in listed(agreement, A_DAY))) == EXPECTED
    for to in ("md", "html"):
        copied = as_copy(Dated(agreement), to, A_DAY, Calendar()).decode()  # type: ignore[arg-type]
        assert places(copied) == EXPECTED

"""What stands is what both said yes to, whatever one of them writes into the file."""

from support.evening import A_DAY
from support.page import AGREED, MINE, OVER, page_of

from workshop.core.agreement.agreement import Agreement, Clause, Revision, digest, newest
from workshop.core.agreement.by_hand import terms_of
from workshop.core.agreement.effect import ClauseAgreed, HandAgreed
from workshop.core.agreement.settling import settle, settled_alone
from workshop.core.agreement.verify import Altered, verify

OURS = "Above 120 we talk first."


def edited(page: Agreement, id: str, **fields: object) -> Agreement:
    """Return `page` as it is after somebody changed one clause in the file."""
    clauses = (one.model_copy(update=fields) if one.id == id else one for one in page.clauses)
    return page.model_copy(update={"clauses": tuple(clauses)})


def standing(page: Agreement) -> dict[str, str]:
    return {one.id: one.text for one in page.standing}


def test_words_that_one_of_them_changed_by_hand_do_not_stand() -> None:
    page = edited(page_of(), "c1", text=OURS)

    assert standing(page) == standing(page_of())
    assert standing(page)["c1"] == AGREED


def test_a_clause_that_one_of_them_wrote_in_does_not_stand() -> None:
    page = page_of()
    written = Clause.model_validate({**page.clauses[0].model_dump(), "id": "c7", "text": OURS})

    with_it = page.model_copy(update={"clauses": (*page.clauses, written)})

    assert "c7" not in standing(with_it)


def test_what_is_settled_again_after_a_crash_stands_once() -> None:
    agreed = ClauseAgreed(
        origin="1/words/consent/1", kind="agreement", text=OURS, exercise="money", on=A_DAY
    )

    once = settle(page_of(), [agreed], A_DAY)

    assert list(standing(once).values()).count(OURS) == 1
    assert settle(once, [agreed], A_DAY) == once
    assert settle(page_of(), [agreed, agreed], A_DAY) == once


def test_what_one_of_them_ended_does_not_stand() -> None:
    page = settled_alone(page_of(), "ended", "c2", A_DAY)

    assert MINE not in standing(page).values()
    assert MINE in standing(page_of()).values()


def test_what_has_ended_and_is_put_in_force_by_hand_is_asked_about_as_a_new_clause() -> None:
    page = edited(page_of(), "c6", status="in force")
    both_said_yes = HandAgreed(origin="1/page/1", on=A_DAY, terms=terms_of(page, "c6"))

    after = settle(page, [both_said_yes], A_DAY)

    assert standing(page_of()).get("c6") is None
    assert standing(after).get("c6") is None
    new = after.clause("c7")
    assert new is not None
    assert (new.text, new.agreed_on) == (OVER, A_DAY)


def test_a_forger_who_recomputes_everything_cannot_take_up_what_has_ended() -> None:
    page = page_of()
    over = page.clause("c6")
    assert over is not None
    back = over.model_copy(update={"status": "in force"})
    event = {
        "number": len(page.revisions) + 1,
        "on": A_DAY,
        "clause": "c6",
        "event": "resumed",
        **back.model_dump(exclude={"id"}, exclude_none=True),
        "origin": "902/1",
    }
    forged = Revision.model_validate({**event, "digest": digest(newest(page), event)})
    fields = {"updated": A_DAY, "revisions": (*page.revisions, forged)}

    verdict = verify(edited(page, "c6", status="in force").model_copy(update=fields))

    assert isinstance(verdict, Altered)
    assert "c6" in verdict.sentence

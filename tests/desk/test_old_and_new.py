"""A change shows the words that stand until then, and the new ones, wherever it is asked about."""

from pathlib import Path

import pytest
from support.evening import resume
from support.page import AGREED, BOUNDARY, MINE
from support.work import NEW, a_page, drafting, edit, to_the_map, work

from workshop.cards.agreement_deeds import Clauses, OneClause, SetOut
from workshop.cards.deeds import GoTo
from workshop.core.evening.page_work import What
from workshop.core.turns import Consent, Draft


def shown(us: Path, what: What, clause: str) -> list[list[tuple[str, str]]]:
    """Do `what` with a clause; return what the draft and the consents show, as label and words."""
    desk = to_the_map(resume(us))
    deeds = GoTo(Clauses()), GoTo(OneClause(clause)), SetOut(what, clause)
    asked = work(desk, *deeds, couple=drafting(NEW))
    cards = [desk.card(one) for one in asked if isinstance(one.turn, Consent | Draft)]
    return [[(said.label, said.text) for said in card.said] for card in cards]


@pytest.mark.parametrize(
    ("clause", "text", "owner"),
    [("c1", AGREED, ""), ("c2", MINE, "ALEX, "), ("c4", BOUNDARY, "SAM, ")],
)
def test_a_change_on_the_page_shows_both(
    tmp_path: Path, clause: str, text: str, owner: str
) -> None:
    said = shown(a_page(tmp_path / "us"), "change", clause)

    old, new = (f"{owner}until now", text), (f"{owner}from now on", NEW)
    assert said == [[old], [old, new], [old, new]]


def test_so_does_what_was_changed_in_the_file(tmp_path: Path) -> None:
    us = a_page(tmp_path / "us")
    edit(us, lambda text: text.replace(f'text = "{AGREED}"', 'text = "Something else."', 1))

    both = [("until now", AGREED), ("from now on", "Something else.")]
    assert shown(us, "by hand", "c1") == [both, both]

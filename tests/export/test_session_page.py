"""The page of a session: no name where something ended, and no more than is known."""

from datetime import timedelta

import pytest

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent
from workshop.core.agreement.settling import settle
from workshop.export.pages.as_text import as_text
from workshop.export.summary import Exercised, Session, summary

from .corpus import TODAY, rich


def session(*done: Exercised) -> Session:
    """Return a session of two of whom nothing else is known."""
    return Session(
        names=("Alex", "Sam"),
        guided=True,
        on=TODAY,
        done=done,
        half_done=(),
        small=(),
        rules=(),
        next=None,
        newest=True,
        is_open=False,
        kept=(),
        help="Help: workshop help-lines",
    )


def happened(*events: str, clause: str = "c3") -> Agreement:
    """Return an agreement in which something became of a clause today."""
    made = [
        ClauseEvent.model_validate(
            {"origin": f"9/{number}", "event": event, "clause": clause, "on": TODAY}
        )
        for number, event in enumerate(events)
    ]
    return settle(rich(), made, TODAY)


def told(agreement: Agreement, *done: Exercised) -> str:
    """Return what the page says beneath its title."""
    return as_text(summary(session(*done), agreement)).partition("2026\n")[2]


@pytest.mark.parametrize(("event", "heading"), [("paused", "Paused"), ("ended", "Ended")])
def test_nobody_is_named_where_one_s_own_was_paused_or_ended(event: str, heading: str) -> None:
    text = told(happened(event))

    assert heading in text
    assert "I ring when I am late." in text
    assert "Alex" not in text
    assert "look at it again" not in text


def test_whose_it_is_stands_with_what_is_new() -> None:
    new = ClauseAgreed(
        origin="9/a",
        kind="promise",
        text="I cook on Mondays.",
        exercise="x",
        on=TODAY,
        weeks=2,
        owner="right",
    )

    text = told(settle(rich(), [new], TODAY))

    assert "New in your agreement" in text
    assert "Sam\n  I cook on Mondays." in text
    assert "look at it again on 9 December 2026" in text


def test_what_became_of_a_clause_is_told_once_as_it_stands_at_the_end() -> None:
    text = told(happened("paused", "ended"))

    assert "Paused" not in text
    assert text.count("I ring when I am late.") == 1


def test_what_happened_on_another_day_is_not_told() -> None:
    later = settle(
        rich(),
        [ClauseEvent(origin="9/a", event="ended", clause="c3", on=TODAY + timedelta(days=1))],
        TODAY + timedelta(days=1),
    )

    assert "Ended" not in told(later)


def test_minutes_nobody_knows_are_not_made_up() -> None:
    text = told(rich(), Exercised("Money", 33, 40), Exercised("gone", None, 7))

    rows = [line.split() for line in text.splitlines()]
    assert ["Money", "33", "min", "40", "min"] in rows
    assert ["gone", "–", "7", "min"] in rows
    assert ["In", "all", "–", "47", "min"] in rows


def test_there_is_no_count_of_who_spoke() -> None:
    text = told(rich(), Exercised("Money", 33, 40))

    assert "Alex" not in text
    assert "Sam" not in text

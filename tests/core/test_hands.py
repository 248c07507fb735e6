"""Who has the keyboard, and who looks away: asked for at what is sealed, and where hands change."""

import pytest
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.course.session import TYPING, Ask, Session, ask, record, reopen
from workshop.core.people import Answers, BySide, Pair, Side, other
from workshop.core.steps import AnyStep
from workshop.core.steps.agree import Agree
from workshop.core.steps.write import Write
from workshop.core.turns import BothOnPaper, Consent, Handover, Unseal
from workshop.core.turns import Write as WriteTurn
from workshop.core.turns.reply import DONE, OnPaper, Paper, Reply, Words

PAIR = Pair(left="ALEX", right="SAM", first="left")
ALONE = Write(id="alone", who="one", prompt="One line, {me}.")
EACH = Write(id="each", prompt="One line each, {me}.")
AGREE = Agree(id="agree", prompt="Words, {me}.", weeks=(2,))
SEALED = Write(id="sealed", privacy="sealed", prompt="For yourself first, {me}.")


def begun(*steps: AnyStep, answers: BySide[Answers] = TYPING) -> Session:
    return Session(exercise_of(steps), PAIR, answers=answers)


def asked(session: Session) -> Ask:
    found = ask(session)
    assert found is not None
    return found


def after(session: Session, *replies: Reply) -> Session:
    for reply in replies:
        session = record(session, reply, 1, A_DAY)
    return session


TYPED = (DONE, Words(text="We walk on Sundays."))
"""Somebody takes the keyboard, and types."""


def test_before_what_is_sealed_the_other_looks_away_though_the_keyboard_stays() -> None:
    now = asked(after(begun(ALONE, SEALED), *TYPED))

    assert isinstance(now.turn, Handover)
    assert now.turn.keeps
    assert (now.turn.holder, now.turn.to.id) == ("left", "sealed/1")


def test_looking_away_is_asked_for_once_a_turn() -> None:
    now = asked(after(begun(ALONE, SEALED), *TYPED, DONE))

    assert now.turn.id == "sealed/1"


def test_who_writes_sealed_second_is_handed_the_keyboard() -> None:
    now = asked(after(begun(SEALED), *TYPED))

    assert isinstance(now.turn, Handover)
    assert not now.turn.keeps
    assert (now.turn.holder, now.turn.to.id) == ("right", "sealed/2")


def test_what_is_open_asks_only_whoever_has_the_keyboard_not() -> None:
    now = asked(after(begun(EACH, ALONE), *TYPED))

    assert isinstance(now.turn, Handover)
    assert now.turn.holder == "right"
    assert not asked(after(begun(ALONE, EACH), *TYPED)).turn.id.endswith("/handover")


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_other_types_for_whoever_says_it(side: Side) -> None:
    session = begun(EACH, answers=BySide.of(side, "say", "type"))

    typists = []
    while (now := ask(session)) is not None:
        if isinstance(now.turn, WriteTurn):
            typists.append(now.typist)
        session = after(session, DONE if isinstance(now.turn, Handover) else TYPED[1])

    assert typists == [other(side), other(side)]


def test_where_both_say_it_whoever_has_the_keyboard_types() -> None:
    session = after(begun(EACH, answers=BySide("say", "say")), *TYPED)

    now = asked(session)

    assert now.turn.id == "each/2"
    assert now.typist == "left"


@pytest.mark.parametrize("sealed", [(), TYPED, (*TYPED, DONE)], ids=len)
def test_either_of_the_two_may_have_both_write_on_paper(sealed: tuple[Reply, ...]) -> None:
    session = after(begun(SEALED), *sealed)
    assert asked(session).paper

    session = after(session, Paper())

    now = asked(session).turn
    assert isinstance(now, BothOnPaper)
    assert now.waits == ("left" if sealed else None)
    assert after(session, DONE).entries[-1].reply == OnPaper()


def test_who_goes_back_from_paper_finds_what_the_other_sealed_as_it_was() -> None:
    session = after(begun(SEALED), *TYPED)

    back = reopen(after(session, Paper()))

    assert ask(back) == ask(session)
    assert isinstance(asked(after(back, *TYPED)).turn, Unseal)
    assert not asked(after(back, *TYPED)).paper


GUIDE_TYPES = [
    BySide("guide types", "guide types"),
    BySide("guide types", "type"),
    BySide("type", "guide types"),
]


@pytest.mark.parametrize("answers", GUIDE_TYPES)
def test_a_guide_types_what_is_open_for_whoever_wants_that(answers: BySide[Answers]) -> None:
    session = begun(EACH, answers=answers)

    typists = {}
    while (now := ask(session)) is not None:
        if isinstance(now.turn, WriteTurn) and now.turn.holder:
            typists[now.turn.holder] = now.typist
        session = after(session, DONE if isinstance(now.turn, Handover) else TYPED[1])

    assert typists == {
        side: side if answers[side] == "type" else None for side in ("left", "right")
    }


@pytest.mark.parametrize("answers", GUIDE_TYPES)
def test_what_is_sealed_is_on_paper_for_both_where_a_guide_types(answers: BySide[Answers]) -> None:
    now = asked(begun(SEALED, answers=answers))

    assert isinstance(now.turn, BothOnPaper)


@pytest.mark.parametrize("answers", [*GUIDE_TYPES, BySide("say", "guide types")])
def test_no_guide_gives_a_consent(answers: BySide[Answers]) -> None:
    session = begun(AGREE, answers=answers)

    typists = {}
    while (now := ask(session)) is not None:
        if isinstance(now.turn, Consent) and now.turn.holder:
            typists[now.turn.holder] = now.typist
        reply = DONE if now.turn.typed is False else now.turn.example
        session = after(session, reply)

    assert typists["right"] == "right"
    assert typists["left"] == ("right" if answers.left == "say" else "left")


def test_after_a_guide_typed_nobody_of_the_two_has_the_keyboard() -> None:
    session = begun(ALONE, EACH, answers=BySide("guide types", "type"))
    session = after(session, TYPED[1], TYPED[1])

    assert session.pending.keyboard is None
    assert isinstance(asked(session).turn, Handover)

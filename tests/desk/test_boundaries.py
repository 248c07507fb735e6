"""A boundary: no answer to a no, and of what is not written down nothing is said again."""

from pathlib import Path

import pytest
from support.couple import Couple, answering, keeping
from support.evening import asks, begin, documents, files, resume, workshop_of
from support.page import BOUNDARY
from support.work import a_page, drafting, to_the_map, work

from workshop.cards.agreement_deeds import AddClause, Alone, Clauses, Kinds, OneClause, Owners
from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Back, GoTo, LookAtAgreement
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Consent, Draft, Handover, Reveal, Speak
from workshop.core.turns.reply import Done, Drafted, Empty, NotNow, Reply
from workshop.desk.desk import Desk
from workshop.store.documents import Kept

SAID = "If I am shouted at, I will go out for an hour."


def setting(answer: Reply | None = None, *, typed: bool = True) -> Couple:
    """Return a couple that types SAID for a boundary, and answers so whether it is written."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        match asked.turn:
            case Draft(clause="boundary"):
                return Drafted(text=SAID) if typed else Empty()
            case Consent(to="boundary"):
                return answer or answering(asked, pair)
            case _:
                return answering(asked, pair)

    return reply


def told(asked: Ask, desk: Desk) -> str:
    """Return all that a face shows of an ask."""
    shown = desk.card(asked)
    said = [words for one in shown.said for words in (one.label, one.text)]
    return "\n".join([shown.prompt, *said, *shown.notes])


def test_both_have_asked_and_been_answered_before_anybody_sets_one(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["boundaries"]))

    turns = [one.turn.id for one in asks(desk) if isinstance(one, Ask)]

    own = [id.removeprefix("own/") for id in turns if id.startswith("own/")]
    last_answer = max(own.index(f"{number}/answer") for number in (1, 2))
    first_boundary = min(own.index(name) for name in ("rehearse/1", "1/say"))
    assert last_answer < first_boundary


def test_it_is_said_before_it_is_typed_and_who_sets_none_is_asked_nothing_more(
    tmp_path: Path,
) -> None:
    def saying_nothing(asked: Ask, pair: Pair) -> Reply:
        is_own = isinstance(asked.turn, Speak) and asked.turn.id.endswith("/say")
        return Empty() if is_own else answering(asked, pair)

    desk = begin(tmp_path / "us", workshop_of(["boundaries"]))

    turns = [one.turn for one in asks(desk, saying_nothing) if isinstance(one, Ask)]

    after = [turn for turn in turns if turn.id.startswith(("own/1/", "own/2/"))]
    assert not [turn for turn in after if isinstance(turn, Draft | Consent)]
    assert not [turn for turn in after if turn.id.endswith(("/mirror", "/heard"))]


@pytest.mark.parametrize("answer", [NotNow(), Empty()])
def test_what_is_not_written_down_is_not_repeated(tmp_path: Path, answer: Reply) -> None:
    path = tmp_path / "us"
    desk = begin(path, workshop_of(["boundaries", "active-listening"]))
    shown: list[str] = []
    revealed: list[str] = []
    typed = False

    for asked in asks(desk, keeping(setting(answer))):
        if not isinstance(asked, Ask):
            continue
        if isinstance(asked.turn, Reveal) and asked.turn.id.endswith("write-down/result"):
            revealed.append(told(asked, desk))
        elif typed and not (isinstance(asked.turn, Consent) and asked.turn.to == "boundary"):
            shown.append(told(asked, desk))
        typed = typed or (isinstance(asked.turn, Consent) and asked.turn.to == "boundary")

    assert revealed == ["Not written down."] * 2
    assert shown
    assert not [text for text in shown if SAID in text]
    assert any(isinstance(document, Kept) for document in documents(path).values())
    assert SAID.encode() not in b"".join(files(path, copies=True).values())


def test_on_the_page_too_nothing_is_said_of_one_that_is_not_written_down(tmp_path: Path) -> None:
    desk = to_the_map(resume(a_page(tmp_path / "us")))

    asked = work(
        desk,
        GoTo(Kinds()),
        GoTo(Owners("boundary")),
        AddClause("boundary", "left"),
        couple=drafting(SAID, NotNow(), NotNow()),
    )

    (result,) = (one for one in asked if isinstance(one.turn, Reveal))
    assert told(result, desk) == "Not written down."


def test_before_anybody_types_it_is_said_what_its_if_may_be(tmp_path: Path) -> None:
    exercise = begin(tmp_path / "a", workshop_of(["boundaries"]))
    page = to_the_map(resume(a_page(tmp_path / "b")))
    for deed in (
        LookAtAgreement(),
        GoTo(Kinds()),
        GoTo(Owners("boundary")),
        AddClause("boundary", "right"),
    ):
        page.reply(Chosen(deed))

    drafts = [
        told(one, exercise)
        for one in asks(exercise, setting())
        if isinstance(one, Ask) and isinstance(one.turn, Draft)
    ]
    on_page = page.ask()
    assert isinstance(on_page, Ask)
    if isinstance(on_page.turn, Handover):
        page.reply(Done())
        on_page = page.ask()
    assert isinstance(on_page, Ask)

    for text, you in [(drafts[0], "SAM"), (drafts[1], "ALEX"), (told(on_page, page), "ALEX")]:
        words = " ".join(text.split())
        assert f"never where {you} goes, whom {you} sees, what {you} wears" in words
        assert "not a reply to a no" in words


def test_one_that_was_taken_off_the_page_is_not_shown_there_again(tmp_path: Path) -> None:
    path = a_page(tmp_path / "us")
    desk = to_the_map(resume(path))
    for deed in (LookAtAgreement(), GoTo(Clauses()), GoTo(OneClause("c4")), Alone("ended", "c4")):
        desk.reply(Chosen(deed))

    pages: list[str] = []
    for deed in (Back(), Back()):
        desk.reply(Chosen(deed))
        asked = desk.ask()
        assert isinstance(asked, Choice)
        pages += [*asked.page, *(option.label for option in asked.options)]
    desk.let_go()
    later = resume(path)
    heard = [
        told(one, later)
        for one in asks(later)
        if isinstance(one, Ask) and one.turn.id == "opening/changed"
    ]

    assert pages
    assert not [text for text in (*pages, *heard) if BOUNDARY in text]

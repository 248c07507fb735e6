"""What a card says: whom it calls, what Enter alone does, and what it tells of an agreement."""

from pathlib import Path

from support.evening import A_DAY, MadeUp, asks, begin, resume, workshop_of
from support.exercises import EVERYTHING
from support.page import AGREED, BOUNDARY
from support.work import a_page

from workshop.cards.choice import Choice
from workshop.core.agreement.settling import settled_alone
from workshop.core.course.session import Ask
from workshop.core.turns import Consent, Draft, Handover, Read, Unseal, Write, WriteSealed
from workshop.core.turns.reply import Done
from workshop.store.folder import Folder


def test_who_is_called_to_the_keyboard_is_who_takes_it(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of([EVERYTHING.id]), MadeUp([EVERYTHING]))

    called = [
        (desk.pair.name(asked.turn.holder), desk.card(asked).prompt)
        for asked in asks(desk)
        if isinstance(asked, Ask) and isinstance(asked.turn, Handover) and asked.turn.holder
    ]

    assert {name for name, _prompt in called} == {"ALEX", "SAM"}
    assert all(prompt == f"{name}'s turn to type." for name, prompt in called)


def test_enter_alone_goes_on_and_never_opens_nor_decides(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of([EVERYTHING.id]), MadeUp([EVERYTHING]))

    shown = [(asked, desk.card(asked)) for asked in asks(desk) if isinstance(asked, Ask)]

    assert [asked.turn for asked, _card in shown if isinstance(asked.turn, Unseal)]
    assert not [asked.turn.id for asked, card in shown if asked.turn.decides and card.enter]
    assert all(isinstance(card.answers[0].reply, Done) for _asked, card in shown if card.enter)


def told(path: Path, ended: str) -> str:
    """Return what both are told at an opening, after one of them ended a clause on the page."""
    folder = Folder(a_page(path))
    folder.open()
    page = folder.agreement()
    assert page is not None
    folder.save_agreement(settled_alone(page, "ended", ended, A_DAY))
    folder.close()
    for asked in asks(resume(path)):
        assert not isinstance(asked, Choice), "nothing was told"
        if asked.turn.id == "opening/changed":
            assert isinstance(asked.turn, Read)
            return "\n".join(said.text for said in asked.turn.quotations)
    raise AssertionError("nothing was told")


def test_both_are_told_in_its_words_which_clause_one_of_them_ended(tmp_path: Path) -> None:
    assert told(tmp_path / "us", "c1") == f"23 November 2026: ended: “{AGREED}”"


def test_a_boundary_that_was_taken_off_the_page_is_told_without_its_words(tmp_path: Path) -> None:
    said = told(tmp_path / "us", "c4")

    assert said == "23 November 2026: a boundary was taken off the page"
    assert BOUNDARY not in said


def test_what_a_clause_is_stands_where_they_draft_their_first_one_and_not_again(
    tmp_path: Path,
) -> None:
    drafts = [
        any(note.startswith("A clause is a promise") for note in desk.card(asked).notes)
        for path in (tmp_path / "us",)
        for desk in [begin(path, workshop_of(["small-promises"]))]
        for asked in asks(desk)
        if isinstance(asked, Ask) and isinstance(asked.turn, Draft)
    ]

    assert drafts[0]
    assert not drafts[-1]


def test_sealed_and_open_are_explained_wherever_they_stand(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of([EVERYTHING.id]), MadeUp([EVERYTHING]))
    explained = {"open": ("Open: ",), "sealed": ("Sealed: ", "Both answer first.")}

    for asked in asks(desk):
        if isinstance(asked, Ask) and isinstance(asked.turn, Write | WriteSealed | Consent):
            said = "\n".join(desk.card(asked).notes)
            assert any(word in said for word in explained[asked.turn.privacy]), asked.turn.id

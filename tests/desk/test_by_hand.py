"""The file is theirs: what is changed in it by hand is marked until both said yes, and kept."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from support.couple import answering
from support.evening import A_DAY, SHIPPED, StillClock, asks, drop, files, resume
from support.page import AGREED, MINE, RESTING, page_of
from support.work import a_page, agreement_in, clause_in, drafting, edit, to_the_map, work

from workshop.cards.agreement_deeds import (
    AddClause,
    Alone,
    Clauses,
    Kinds,
    OneClause,
    PutBack,
    RenewPage,
    SetOut,
)
from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Back, Begin, GoTo, LookAtAgreement, LookForAnother, Within
from workshop.core.agreement.by_hand import changed_by_hand
from workshop.core.agreement.page import as_text
from workshop.core.agreement.verify import Altered, SameUpTo, Unchanged, code, verify
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Consent, Draft
from workshop.core.turns.reply import Drafted, NotNow, Reply
from workshop.desk.desk import Desk
from workshop.desk.workshops import Workshops
from workshop.errors import Unreadable
from workshop.export.html import html
from workshop.export.markdown import markdown

pytestmark = pytest.mark.every(5)

OURS = "Above 120 we talk first."
WRITTEN = """
[[clauses]]
id = "c7"
kind = "promise"
text = "I water the plants."
exercise = "ours"
agreed_on = 2026-11-01
status = "in force"
owner = "SAM"
"""


def first_clause(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def taken_out(text: str) -> str:
    before, _first, rest = text.partition("[[clauses]]\n")
    return before + rest[rest.index("[[clauses]]") :]


def written_in(text: str) -> str:
    return text.replace("[[revisions]]", f"{WRITTEN.lstrip()}\n[[revisions]]", 1)


EDITS: dict[str, tuple[str, Callable[[str], str]]] = {
    "words": ("c1", first_clause(AGREED, OURS)),
    "a day": ("c1", first_clause("review_on = 2026-11-07", "review_on = 2027-03-01")),
    "paused": ("c2", lambda text: text.replace(f'"{MINE}"', f'"{MINE}"#', 1)),
    "written in": ("c7", written_in),
    "taken out": ("c1", taken_out),
}


def status_of(id: str, status: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        at = text.index(f'id = "{id}"')
        end = text.index("status = ", at)
        line = text[end : text.index("\n", end)]
        return text[:end] + f'status = "{status}"' + text[end + len(line) :]

    return change


EDITS["paused"] = ("c2", status_of("c2", "paused"))
EDITS["ended, and in force again"] = ("c6", status_of("c6", "in force"))


def as_it_stands(asked: Ask, pair: Pair) -> Reply:
    """Take the words that stand there, and say yes to everything."""
    turn = asked.turn
    return Drafted(text=turn.start) if isinstance(turn, Draft) else answering(asked, pair)


@pytest.fixture
def us(tmp_path: Path) -> Path:
    return a_page(tmp_path / "us")


def told(desk: Desk) -> list[str]:
    """Sit through the opening; return what it told."""
    lines: list[str] = []
    for asked in asks(desk, answering):
        if isinstance(asked, Choice):
            break
        if asked.turn.id == "opening/changed":
            lines += [said.text for said in asked.turn.quotations]
    return lines


@pytest.mark.parametrize("name", EDITS)
def test_a_changed_file_opens_and_what_was_changed_is_marked(us: Path, name: str) -> None:
    id, change = EDITS[name]
    edit(us, change)

    desk = to_the_map(resume(us))
    desk.reply(Chosen(LookAtAgreement()))
    desk.reply(Chosen(GoTo(Clauses())))

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert asked.options[0].does == GoTo(OneClause(id))
    assert "changed by hand" in asked.options[0].label
    assert [option for option in asked.options[1:] if "changed by hand" in option.label] == []
    assert isinstance(verify(agreement_in(us)), Altered)


@pytest.mark.parametrize("name", EDITS)
def test_once_both_say_yes_it_is_what_they_agreed_on(us: Path, name: str) -> None:
    id, change = EDITS[name]
    noted = code(agreement_in(us))
    edit(us, change)
    by_hand = agreement_in(us).clause(id)

    work(
        to_the_map(resume(us)),
        GoTo(Clauses()),
        GoTo(OneClause(id)),
        SetOut("by hand", id),
        couple=as_it_stands,
    )

    agreement = agreement_in(us)
    assert isinstance(verify(agreement), Unchanged)
    assert isinstance(verify(agreement, noted), SameUpTo)
    assert not changed_by_hand(agreement)
    last = agreement.clauses[-1] if name == "ended, and in force again" else agreement.clause(id)
    assert last is not None
    if by_hand is None:
        assert last.status == "ended"
    else:
        assert (last.text, last.status, last.review_on, last.owner) == (
            by_hand.text,
            by_hand.status,
            by_hand.review_on,
            by_hand.owner,
        )


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("answers", [(NotNow(), None), (None, NotNow())])
def test_unless_both_say_yes_it_stays_in_the_file_and_marked(
    us: Path, name: str, answers: tuple[Reply | None, Reply | None]
) -> None:
    id, change = EDITS[name]
    edited = edit(us, change)

    work(
        to_the_map(resume(us)),
        GoTo(Clauses()),
        GoTo(OneClause(id)),
        SetOut("by hand", id),
        couple=drafting("", *answers),
    )

    assert (us / "agreement.toml").read_bytes() == edited


@pytest.mark.parametrize("name", EDITS)
def test_what_both_said_yes_to_can_be_put_back(us: Path, name: str) -> None:
    id, change = EDITS[name]
    edited = edit(us, change)
    desk = to_the_map(resume(us))
    for deed in (LookAtAgreement(), GoTo(Clauses()), GoTo(OneClause(id)), PutBack(id)):
        desk.reply(Chosen(deed))

    assert agreement_in(us) == page_of()
    assert files(us)["agreement-by-hand-1.toml"] == edited


def test_both_are_told_at_each_opening_until_it_is_settled(us: Path) -> None:
    edit(us, first_clause(AGREED, OURS))

    lines = []
    for days in (2, 9):
        desk = resume(us, clock=StillClock(A_DAY + timedelta(days=days)))
        lines.append(told(desk))
        drop(desk)

    assert lines == [[f"Changed in the file by hand: “{OURS}”"]] * 2


def test_comments_cannot_be_kept_so_it_is_said_before_and_the_file_stays_beside(us: Path) -> None:
    edited = edit(us, first_clause("[[clauses]]", "# we like this one\n[[clauses]]"))

    desk = resume(us, clock=StillClock(A_DAY + timedelta(days=2)))
    lines = told(desk)
    work(desk, GoTo(Kinds()), AddClause("agreement"), couple=drafting(OURS))

    assert "cannot keep comments" in lines[-1]
    assert files(us)["agreement-by-hand-1.toml"] == edited
    assert clause_in(us, "c7").text == OURS
    assert isinstance(verify(agreement_in(us)), Unchanged)


def test_each_file_that_was_edited_is_kept_and_none_twice(us: Path) -> None:
    desk = to_the_map(resume(us))
    edits = []
    for number in (1, 2):
        drop(desk)
        edits.append(edit(us, lambda text, n=number: f"# {n}\n{text}"))
        desk = to_the_map(resume(us))
        work(desk, GoTo(Kinds()), AddClause("agreement"), couple=drafting(f"{OURS} {number}"))
        work(desk, GoTo(Kinds()), AddClause("agreement"), couple=drafting(f"{OURS} {number} too"))

    kept = {name: data for name, data in files(us).items() if "by-hand" in name}
    assert list(kept.values()) == edits


def test_a_file_that_only_the_program_wrote_is_not_kept_twice(us: Path) -> None:
    work(to_the_map(resume(us)), GoTo(Kinds()), AddClause("agreement"), couple=drafting(OURS))

    assert not [name for name in files(us) if "by-hand" in name]


@pytest.mark.parametrize("event", ["paused", "ended"])
@pytest.mark.parametrize("name", ["words", "a day"])
def test_one_can_still_end_what_was_changed_by_hand_and_the_record_stays_whole(
    us: Path, name: str, event: str
) -> None:
    id, change = EDITS[name]
    edit(us, change)
    desk = to_the_map(resume(us))
    for deed in (LookAtAgreement(), GoTo(Clauses()), GoTo(OneClause(id)), Alone(event, id)):
        desk.reply(Chosen(deed))

    agreement = agreement_in(us)
    assert agreement.agreed(id).status == event
    assert agreement.clause(id).status == event
    verdict = verify(agreement)
    assert isinstance(verdict, Altered)
    assert not verdict.breaks_chain
    desk.reply(Chosen(GoTo(OneClause(id))))
    desk.reply(Chosen(PutBack(id)))
    assert isinstance(verify(agreement_in(us)), Unchanged)
    assert clause_in(us, id).status == event


def test_copies_mark_it_and_vouch_for_nothing(us: Path) -> None:
    edit(us, first_clause(AGREED, OURS))
    agreement = agreement_in(us)
    said = "the two have not both said yes to that"

    for copy in (as_text(agreement), markdown(agreement, A_DAY), html(agreement, A_DAY)):
        flat = " ".join(copy.split())
        assert flat.count(said) == 1
        assert code(agreement) not in copy


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("number = 3", "number = 33"),
        first_clause('"ALEX"', '"ALIX"'),
    ],
    ids=["the record", "a name"],
)
def test_what_breaks_the_record_is_mended_by_a_fresh_page(
    us: Path, change: Callable[[str], str]
) -> None:
    edited = edit(us, change)
    desk = to_the_map(resume(us))
    desk.reply(Chosen(LookAtAgreement()))
    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert PutBack() not in [option.does for option in asked.options]
    assert any("a fresh page mends it" in paragraph for paragraph in asked.page)
    desk.reply(Chosen(Back()))

    work(desk, RenewPage(), couple=keeping_the_old)

    assert isinstance(verify(agreement_in(us)), Unchanged)
    assert agreement_in(us).partners == ("ALEX", "SAM")
    assert clause_in(us, "c1").text == AGREED
    assert files(us)["agreement-before-1.toml"] == edited


def keeping_the_old(asked: Ask, pair: object) -> Reply:
    if isinstance(asked.turn, Consent) and asked.turn.to == "old page":
        return NotNow()
    return drafting("")(asked, pair)


def test_an_order_that_was_changed_is_put_back(us: Path) -> None:
    def swapped(text: str) -> str:
        parts = text.split("[[clauses]]\n")
        parts[1], parts[2] = parts[2], parts[1]
        return "[[clauses]]\n".join(parts)

    edit(us, swapped)
    desk = to_the_map(resume(us))
    desk.reply(Chosen(LookAtAgreement()))
    desk.reply(Chosen(PutBack()))

    assert agreement_in(us) == page_of()


def test_from_the_first_page_it_is_marked_but_taking_it_in_needs_both(tmp_path: Path) -> None:
    us = a_page(tmp_path / "us")
    edit(us, written_in)
    pages = Workshops(tmp_path, SHIPPED, StillClock(), Random(1)).pages(us)
    pages.reply(Chosen(GoTo(Clauses())))
    pages.reply(Chosen(GoTo(OneClause("c7"))))

    assert [option.does for option in pages.choice().options] == [
        Alone("paused", "c7"),
        Alone("ended", "c7"),
        Back(),
    ]
    pages.reply(Chosen(Alone("ended", "c7")))
    assert clause_in(us, "c7").status == "ended"
    assert agreement_in(us).agreed("c7") is None


def test_words_of_an_ended_clause_that_were_changed_come_back_as_a_new_one(us: Path) -> None:
    edit(us, status_of("c6", "in force"))

    work(to_the_map(resume(us)), GoTo(Clauses()), GoTo(OneClause("c6")), SetOut("by hand", "c6"))

    assert clause_in(us, "c6").status == "ended"
    assert clause_in(us, "c7").agreed_on == A_DAY


def test_a_page_that_was_written_all_by_hand_is_taken_in_clause_by_clause(tmp_path: Path) -> None:
    us = a_page(tmp_path / "us")
    (us / "agreement.toml").write_text(
        'format = 1\npartners = ["ALEX", "SAM"]\n' + WRITTEN.replace("c7", "c1"), "utf-8"
    )

    work(to_the_map(resume(us)), GoTo(Clauses()), GoTo(OneClause("c1")), SetOut("by hand", "c1"))

    assert isinstance(verify(agreement_in(us)), Unchanged)
    assert clause_in(us, "c1").owner == "SAM"
    assert clause_in(us, "c1").agreed_on == A_DAY


def test_a_clause_that_is_not_whole_is_told_with_how_to_find_it_and_the_file_is_left(
    us: Path,
) -> None:
    drop(resume(us))
    edited = edit(
        us, first_clause("[[clauses]]", '[[clauses]]\ntext = "No phones."\n\n[[clauses]]')
    )

    with pytest.raises(Unreadable) as told:
        resume(us)

    assert f"`workshop check {us / 'agreement.toml'}` names each line." in told.value.sentence
    assert "agreement.toml.bak" in told.value.sentence
    assert (us / "agreement.toml").read_bytes() == edited


def test_nothing_is_marked_where_only_comments_and_layout_were_changed(us: Path) -> None:
    edit(us, lambda text: "# ours\n" + text.replace(" = ", "   =   "))

    assert not changed_by_hand(agreement_in(us))
    assert isinstance(verify(agreement_in(us)), Unchanged)


def test_a_review_of_what_was_changed_by_hand_leaves_the_record_whole(us: Path) -> None:
    edit(us, first_clause(AGREED, OURS))
    desk = to_the_map(resume(us))
    desk.reply(Chosen(LookForAnother()))
    desk.reply(Chosen(Within(None)))
    desk.reply(Chosen(Begin("agreement-review")))
    for asked in asks(desk, answering):
        if isinstance(asked, Choice):
            break

    verdict = verify(agreement_in(us))
    assert isinstance(verdict, Altered)
    assert verdict.what == "clause c1"
    assert clause_in(us, "c1").text == OURS


def test_what_was_taken_out_still_stands_on_the_page_and_says_so(us: Path) -> None:
    edit(us, taken_out)

    page = as_text(agreement_in(us))

    assert "TAKEN OUT BY HAND" in page
    assert AGREED in page


def test_what_was_written_in_claims_no_day_on_which_both_agreed(us: Path) -> None:
    edit(us, written_in)

    page = as_text(agreement_in(us))

    assert "Agreed on 1 November 2026" not in page
    assert "Written in by hand" in page


def test_the_day_of_a_later_yes_is_that_of_the_yes(us: Path) -> None:
    edit(us, first_clause(RESTING, "Sundays are free of plans."))
    later = date(2027, 1, 5)

    desk = to_the_map(resume(us, clock=StillClock(later)))
    work(desk, GoTo(Clauses()), GoTo(OneClause("c5")), SetOut("by hand", "c5"))

    newest = agreement_in(us).revisions[-1]
    assert (newest.event, newest.on, newest.text) == (
        "changed",
        later,
        "Sundays are free of plans.",
    )

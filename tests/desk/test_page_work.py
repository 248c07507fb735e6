"""What takes two on the page: to add, to change, to take up again, to begin a fresh one."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from desk.test_mirrored import check_mirrored
from support.couple import Couple, answering, by_chance
from support.effort import LONG
from support.evening import A_DAY, StillClock, answer, asks, begin, drop, files, resume, workshop_of
from support.mirror import mirrored_files
from support.page import AGREED, BOUNDARY, MINE, RESTING, THEIRS, page_of
from support.work import (
    NEW,
    a_page,
    agreement_in,
    clause_in,
    drafting,
    edit,
    from_the_page,
    refusing,
    to_the_map,
    work,
)

from workshop.cards.agreement_deeds import (
    AddClause,
    Alone,
    Clauses,
    Kinds,
    OneClause,
    Owners,
    PutBack,
    RenewPage,
    ReviewPage,
    SetOut,
)
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back, Begin, CloseEvening, GoTo, LookAtAgreement
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.agreement.verify import NotHere, Same, Unchanged, code, verify
from workshop.core.course.session import Ask
from workshop.core.people import Pair, Side, other
from workshop.core.turns import Consent, Draft, Read
from workshop.core.turns.reply import Drafted, NotNow, OtherWords, Reply
from workshop.desk.desk import Desk

pytestmark = pytest.mark.every(5)

KINDS: list[tuple[ClauseKind, Side | None]] = [
    ("agreement", None),
    ("decision", None),
    ("promise", "left"),
    ("promise", "right"),
    ("responsibility", "left"),
    ("boundary", "right"),
]


@pytest.fixture
def us(tmp_path: Path) -> Path:
    return a_page(tmp_path / "us")


def sit_down(us: Path) -> Desk:
    return to_the_map(resume(us))


def options(desk: Desk) -> list[Deed]:
    asked = desk.ask()
    assert isinstance(asked, Choice)
    return [option.does for option in asked.options]


def add(kind: ClauseKind, side: Side | None) -> list[Deed]:
    """Return the choices that lead to adding a clause."""
    if side is None:
        return [GoTo(Kinds()), AddClause(kind)]
    return [GoTo(Kinds()), GoTo(Owners(kind)), AddClause(kind, side)]


@pytest.mark.parametrize(("kind", "side"), KINDS)
def test_what_both_say_yes_to_is_added_under_its_owner(
    us: Path, kind: ClauseKind, side: Side | None
) -> None:
    work(sit_down(us), *add(kind, side), couple=drafting(NEW))

    added = clause_in(us, "c7")
    owner = {"left": "ALEX", "right": "SAM", None: None}[side]
    assert (added.text, added.kind, added.owner) == (NEW, kind, owner)
    assert (added.status, added.agreed_on) == ("in force", A_DAY)
    assert isinstance(verify(agreement_in(us)), Unchanged)


@pytest.mark.parametrize(("kind", "side"), KINDS)
@pytest.mark.parametrize(("first", "second"), [(None, NotNow()), (NotNow(), None)])
def test_one_who_does_not_say_yes_is_enough_for_nothing_to_be_added(
    us: Path, kind: ClauseKind, side: Side | None, first: Reply | None, second: Reply | None
) -> None:
    before = (us / "agreement.toml").read_bytes()

    asked = work(sit_down(us), *add(kind, side), couple=drafting(NEW, first, second))

    assert (us / "agreement.toml").read_bytes() == before
    assert sum(isinstance(one.turn, Consent) for one in asked) == 2


def test_the_first_clause_of_all_can_be_added_by_hand(tmp_path: Path) -> None:
    desk = to_the_map(begin(tmp_path / "us", workshop_of(["appreciation", "compromise"])))

    work(desk, *add("agreement", None), couple=drafting(NEW))

    assert clause_in(tmp_path / "us", "c1").text == NEW


def test_what_was_added_before_midnight_is_read_aloud_at_the_close_after_it(us: Path) -> None:
    clock = StillClock()
    desk = to_the_map(resume(us, clock=clock))
    work(desk, *add("agreement", None), couple=drafting(NEW))

    clock.day += timedelta(days=1)
    desk.reply(Chosen(CloseEvening()))
    asked = desk.ask()

    assert isinstance(asked, Ask)
    assert asked.turn.id == "closing/aloud"
    assert [said.text for said in asked.turn.quotations] == [NEW]


@pytest.mark.parametrize(
    ("id", "owner"), [("c1", None), ("c2", "left"), ("c3", "right"), ("c4", "right")]
)
def test_only_its_owner_finds_new_words_for_what_is_ones_own(
    us: Path, id: str, owner: Side | None
) -> None:
    asked = work(
        sit_down(us), GoTo(Clauses()), GoTo(OneClause(id)), SetOut("change", id), couple=refusing
    )

    (draft,) = (one.turn for one in asked if isinstance(one.turn, Draft))
    assert draft.holder == owner


def test_new_words_take_the_place_of_the_old_ones_once_both_said_yes(us: Path) -> None:
    noted = code(agreement_in(us))

    work(
        sit_down(us),
        GoTo(Clauses()),
        GoTo(OneClause("c1")),
        SetOut("change", "c1"),
        couple=drafting(NEW),
    )

    changed = clause_in(us, "c1")
    assert changed.text == NEW
    assert changed.agreed_on == page_of().clauses[0].agreed_on
    assert changed.review_on == A_DAY + timedelta(weeks=2)
    assert agreement_in(us).revisions[-1].event == "changed"
    assert verify(agreement_in(us), noted).holds


def test_the_same_words_are_no_change_and_nobody_is_asked(us: Path) -> None:
    asked = work(
        sit_down(us),
        GoTo(Clauses()),
        GoTo(OneClause("c1")),
        SetOut("change", "c1"),
        couple=drafting(AGREED),
    )

    assert not any(isinstance(one.turn, Consent) for one in asked)
    assert agreement_in(us) == page_of()


def test_other_words_are_asked_about_in_turn(us: Path) -> None:
    other = "We sleep on what costs more than 300."

    def couple(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, Consent) and asked.turn.words == NEW:
            return OtherWords(text=other)
        return drafting(NEW)(asked, pair)

    work(
        sit_down(us), GoTo(Clauses()), GoTo(OneClause("c1")), SetOut("change", "c1"), couple=couple
    )

    assert clause_in(us, "c1").text == other


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [(None, None, "in force"), (NotNow(), None, "paused"), (None, NotNow(), "paused")],
)
def test_to_take_up_again_what_is_paused_takes_two(
    us: Path, first: Reply | None, second: Reply | None, status: str
) -> None:
    work(
        sit_down(us),
        GoTo(Clauses()),
        GoTo(OneClause("c5")),
        SetOut("resume", "c5"),
        couple=drafting("", first, second),
    )

    assert clause_in(us, "c5").status == status


def test_words_that_are_half_drafted_are_there_after_a_stop_and_the_work_goes_on(us: Path) -> None:
    desk = sit_down(us)
    for deed in (LookAtAgreement(), GoTo(Kinds()), AddClause("agreement")):
        desk.reply(Chosen(deed))
    desk.draft("Half a sen")
    drop(desk)

    desk = resume(us)

    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert (desk.title, asked.draft) == ("The agreement", "Half a sen")
    desk.reply(Drafted(text=NEW, weeks=4))
    for now in asks(desk, answering):
        if isinstance(now, Choice):
            break
    assert clause_in(us, "c7").text == NEW


def test_the_work_goes_on_at_a_later_evening_too(us: Path) -> None:
    desk = sit_down(us)
    for deed in (LookAtAgreement(), GoTo(Kinds()), AddClause("agreement")):
        desk.reply(Chosen(deed))
    desk.reply(Drafted(text=NEW, weeks=4))
    drop(desk)

    desk = resume(us, clock=StillClock(A_DAY + timedelta(days=5)))
    for now in asks(desk, answering):
        if isinstance(now, Choice):
            break

    assert clause_in(us, "c7").text == NEW
    assert agreement_in(us).revisions[-1].origin.startswith("0/page/9/")


def test_outside_of_an_evening_and_within_an_exercise_nothing_that_takes_two_begins(
    us: Path,
) -> None:
    desk = sit_down(us)
    desk.reply(Chosen(Begin("compromise")))
    desk.agreement()
    two = (GoTo(Kinds()), RenewPage(), ReviewPage())

    def takes_two(deed: Deed) -> bool:
        return deed in two or isinstance(deed, PutBack | SetOut)

    assert not any(map(takes_two, options(desk)))
    desk.reply(Chosen(GoTo(Clauses())))
    desk.reply(Chosen(GoTo(OneClause("c1"))))
    assert not any(map(takes_two, options(desk)))


def test_a_fresh_page_holds_what_is_in_force_in_the_same_words_and_has_a_new_code(us: Path) -> None:
    before = agreement_in(us)

    asked = work(sit_down(us), RenewPage(), couple=drafting("", None, None))

    fresh = agreement_in(us)
    texts = [clause.text for clause in fresh.clauses]
    assert texts == [AGREED, MINE, THEIRS, BOUNDARY]
    assert [clause.id for clause in fresh.clauses] == ["c1", "c2", "c3", "c4"]
    assert [clause.agreed_on for clause in fresh.clauses] == [before.clauses[0].agreed_on] * 4
    assert [clause.owner for clause in fresh.clauses] == [None, "ALEX", "SAM", "SAM"]
    (page,) = (one.turn for one in asked if isinstance(one.turn, Read))
    assert [said.text for said in page.quotations] == texts
    assert isinstance(verify(fresh), Unchanged)
    assert isinstance(verify(fresh, code(before)), NotHere)


def test_the_old_page_is_kept_unless_both_would_rather_delete_it(us: Path) -> None:
    before = (us / "agreement.toml").read_bytes()

    def keep(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, Consent) and asked.turn.to == "old page":
            return NotNow() if asked.turn.id.endswith("/2") else answering(asked, pair)
        return answering(asked, pair)

    work(sit_down(us), RenewPage(), couple=keep)

    assert files(us)["agreement-before-1.toml"] == before


def test_the_old_page_is_gone_in_every_copy_when_both_delete_it(us: Path) -> None:
    work(sit_down(us), RenewPage())

    everything = b"".join(files(us, copies=True).values())
    assert RESTING.encode() not in everything
    assert AGREED.encode() in everything


def test_a_fresh_page_that_one_does_not_want_leaves_all_as_it_was(us: Path) -> None:
    before = files(us)

    work(sit_down(us), RenewPage(), couple=drafting("", None, NotNow()))

    assert files(us)["agreement.toml"] == before["agreement.toml"]
    assert not [name for name in files(us) if "before" in name]


def test_what_one_ends_after_a_fresh_page_is_still_told_to_both(us: Path) -> None:
    desk = sit_down(us)
    work(desk, RenewPage())
    for deed in (
        LookAtAgreement(),
        GoTo(Clauses()),
        GoTo(OneClause("c1")),
        Alone("ended", "c1"),
        Back(),
        Back(),
    ):
        desk.reply(Chosen(deed))
    drop(desk)

    desk = resume(us, clock=StillClock(A_DAY + timedelta(days=5)))
    told = [
        said.text
        for asked in asks(desk, answering)
        if isinstance(asked, Ask) and asked.turn.id == "opening/changed"
        for said in asked.turn.quotations
    ]

    assert told == [f"23 November 2026: ended: “{AGREED}”"]


def test_a_code_of_the_fresh_page_is_the_one_that_counts_from_now_on(us: Path) -> None:
    desk = sit_down(us)
    work(desk, RenewPage())
    noted = code(agreement_in(us))

    assert isinstance(verify(agreement_in(us), noted), Same)
    work(desk, *add("agreement", None), couple=drafting(NEW))
    assert verify(agreement_in(us), noted).holds
    assert clause_in(us, "c5").text == NEW


@pytest.mark.parametrize("couple", [drafting(NEW), refusing], ids=["agreed", "not now"])
def test_after_a_change_they_are_back_in_the_list_of_clauses(us: Path, couple: Couple) -> None:
    desk = sit_down(us)
    there = GoTo(OneClause("c1"))
    for deed in (LookAtAgreement(), GoTo(Clauses()), there, SetOut("change", "c1")):
        desk.reply(Chosen(deed))
    while not isinstance(asked := desk.ask(), Choice):
        answer(desk, couple)

    assert asked.option(there) is not None
    assert from_the_page(desk).title == "This evening"


def test_after_a_fresh_page_they_are_on_it(us: Path) -> None:
    desk = sit_down(us)
    desk.reply(Chosen(LookAtAgreement()))
    desk.reply(Chosen(RenewPage()))
    while not isinstance(asked := desk.ask(), Choice):
        answer(desk, answering)

    assert any(MINE in paragraph for paragraph in asked.page)


def test_a_second_fresh_page_is_begun_though_as_much_had_happened(us: Path) -> None:
    desk = sit_down(us)
    work(desk, RenewPage())
    for number in range(3):
        work(desk, *add("agreement", None), couple=drafting(f"{NEW} {number}"))
    for deed in (
        LookAtAgreement(),
        GoTo(Clauses()),
        GoTo(OneClause("c1")),
        Alone("paused", "c1"),
        Back(),
        Back(),
    ):
        desk.reply(Chosen(deed))
    assert len(agreement_in(us).revisions) == len(page_of().revisions)

    work(desk, RenewPage())

    texts = [clause.text for clause in agreement_in(us).clauses]
    assert texts == [MINE, THEIRS, BOUNDARY, *(f"{NEW} {number}" for number in range(3))]
    assert isinstance(verify(agreement_in(us)), Unchanged)


def mirrored(deed: Deed) -> Deed:
    """Return the same choice where the partners have swapped their seats."""
    if isinstance(deed, AddClause) and deed.owner is not None:
        return replace(deed, owner=other(deed.owner))
    return deed


@pytest.mark.parametrize("seed", range(3 if LONG else 1))
@pytest.mark.parametrize(
    "deeds",
    [
        [GoTo(Kinds()), AddClause("agreement")],
        [GoTo(Kinds()), GoTo(Owners("promise")), AddClause("promise", "left")],
        [GoTo(Kinds()), GoTo(Owners("boundary")), AddClause("boundary", "right")],
        [GoTo(Clauses()), GoTo(OneClause("c3")), SetOut("change", "c3")],
        [GoTo(Clauses()), GoTo(OneClause("c5")), SetOut("resume", "c5")],
        [GoTo(Clauses()), GoTo(OneClause("c1")), SetOut("by hand", "c1")],
        [RenewPage()],
    ],
    ids=str,
)
def test_whoever_sits_where_the_work_on_the_page_is_mirrored(
    tmp_path: Path, deeds: list[Deed], seed: int
) -> None:
    here, there = a_page(tmp_path / "here"), tmp_path / "there"
    if SetOut("by hand", "c1") in deeds:
        edit(here, lambda text: text.replace(AGREED, NEW, 1))
    (there / "notes").mkdir(parents=True)
    for name, data in mirrored_files(files(here)).items():
        (there / name).parent.mkdir(exist_ok=True)
        (there / name).write_bytes(data)
    clock = StillClock()
    desks = resume(here, clock=clock), resume(there, clock=clock)
    for desk, chosen in zip(desks, (deeds, [mirrored(deed) for deed in deeds]), strict=True):
        to_the_map(desk)
        for deed in (LookAtAgreement(), *chosen):
            desk.reply(Chosen(deed))

    check_mirrored(*desks, by_chance(seed))

"""An agreement that is gone, older or another than both saw: told, decided, never copied over."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from support.choosing import moment
from support.couple import answering
from support.disks import Deadly, Killed
from support.evening import (
    A_DAY,
    SHIPPED,
    StillClock,
    asks,
    documents,
    drop,
    files,
    resume,
    sit_through,
)
from support.page import AGREED, page_of
from support.work import NEW, a_page, agreement_in, drafting, refusing, to_the_map, work

from workshop.cards.agreement_deeds import (
    AddClause,
    Alone,
    CallOtherwise,
    Clauses,
    Kinds,
    Names,
    OneClause,
    PutBack,
    RenewPage,
    SetOut,
)
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import (
    Back,
    CloseEvening,
    GoOnWithThis,
    GoTo,
    LookAtAgreement,
    PutCopyBack,
    ReadCopy,
    ReadThis,
    Retry,
    Stop,
    StopUnsaved,
)
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.found import misses_some
from workshop.core.agreement.seen import seen_of
from workshop.core.agreement.settling import settled_alone
from workshop.core.course.session import Ask
from workshop.desk.archiving import archive
from workshop.desk.desk import Desk
from workshop.desk.workshops import Workshops
from workshop.errors import Trouble
from workshop.store import formats
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop

NOW = page_of()
OLDER = NOW.model_copy(
    update={
        "revisions": NOW.revisions[:-1],
        "clauses": (*NOW.clauses[:-1], NOW.revisions[-3].after()),
    }
)
OTHER = settled_alone(settled_alone(OLDER, "ended", "c1", A_DAY), "ended", "c2", A_DAY)
MISSED: dict[str, Agreement | None] = {"gone": None, "behind": OLDER, "rewritten": OTHER}


def put(us: Path, agreement: Agreement | None) -> None:
    """Have this agreement in the folder, or none, as somebody who restores a copy has."""
    file = us / "agreement.toml"
    file.unlink(missing_ok=True)
    if agreement is not None:
        file.write_bytes(formats.write(agreement))


def workshop_in(us: Path) -> Workshop:
    found = documents(us)["workshop.toml"]
    assert isinstance(found, Workshop)
    return found


def deeds(asked: object) -> list[Deed]:
    assert isinstance(asked, Choice)
    return [option.does for option in asked.options]


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop with an agreement that both have seen, in an evening that was closed."""
    path = a_page(tmp_path / "us", NOW)
    desk = to_the_map(resume(path))
    desk.reply(Chosen(CloseEvening()))
    sit_through(desk, refusing)
    drop(desk)
    assert workshop_in(path).record == seen_of(NOW)
    return path


@pytest.mark.parametrize("how", MISSED)
def test_it_is_told_at_the_opening_before_anything_is_written(us: Path, how: str) -> None:
    put(us, MISSED[how])
    before = files(us, copies=True)

    desk = resume(us)

    reads = [ReadThis(), ReadCopy()] if how != "gone" else [ReadCopy()]
    assert deeds(desk.ask()) == [*reads, PutCopyBack(), GoOnWithThis(), Retry(), Stop()]
    assert files(us, copies=True) == before
    desk.reply(Chosen(Stop()))
    assert desk.stop().saved
    assert files(us, copies=True) == before


@pytest.mark.parametrize("how", MISSED)
def test_the_good_copy_is_put_back_and_told_no_more(us: Path, how: str) -> None:
    put(us, MISSED[how])
    there = files(us).get("agreement.toml")
    desk = resume(us)

    desk.reply(Chosen(PutCopyBack()))

    assert agreement_in(us) == NOW
    assert files(us).get("agreement-before-1.toml") == there
    drop(to_the_map(desk))
    assert moment(to_the_map(resume(us)).ask()) == "map"


@pytest.mark.parametrize("how", MISSED)
def test_to_go_on_with_what_is_there_is_remembered_and_the_good_copy_stays(
    us: Path, how: str
) -> None:
    put(us, there := MISSED[how])
    desk = resume(us)

    desk.reply(Chosen(GoOnWithThis()))

    assert workshop_in(us).record == (None if there is None else seen_of(there))
    assert documents(us)["agreement-before-1.toml"] == NOW
    drop(to_the_map(desk))
    drop(to_the_map(resume(us)))
    assert documents(us).get("agreement.toml") == there
    assert files(us, copies=True)["agreement.toml.bak"] == formats.write(there or NOW)


def test_what_an_evening_brought_is_in_the_good_copy_once_it_is_closed(us: Path) -> None:
    desk = to_the_map(resume(us))
    work(desk, GoTo(Kinds()), AddClause("agreement"), couple=drafting(NEW))
    assert documents(us)["agreement.toml.bak"] == NOW

    desk.reply(Chosen(CloseEvening()))
    sit_through(desk, refusing)

    assert documents(us)["agreement.toml.bak"] == agreement_in(us) != NOW


def test_an_older_workshop_file_is_told_and_takes_the_place_of_no_copy_that_knows_more(
    us: Path,
) -> None:
    drop(resume(us))
    now = workshop_in(us)
    older = formats.write(now.model_copy(update={"last_evening": None}))
    (us / "workshop.toml").write_bytes(older)

    desk = resume(us, clock=StillClock(A_DAY + timedelta(days=1)))
    evening = Folder(us).evening()
    assert evening is not None
    (said,) = evening.opening.changed
    assert "older than it was: what was done last is in the file workshop.toml.conflict-1" in said
    assert (us / "workshop.toml.conflict-1").read_bytes() == formats.write(now)
    assert files(us, copies=True)["workshop.toml.bak"] == older
    drop(desk)
    assert resume(us)._workshop.folder.newer is None


def test_where_no_good_copy_has_more_none_is_offered(us: Path) -> None:
    put(us, None)
    (us / "agreement.toml.bak").unlink()

    asked = resume(us).ask()

    assert deeds(asked) == [GoOnWithThis(), Retry(), Stop()]


def test_a_good_copy_with_a_part_of_what_was_seen_says_so(us: Path) -> None:
    put(us, None)
    (us / "agreement.toml.bak").write_bytes(formats.write(OLDER))

    asked = resume(us).ask()

    assert isinstance(asked, Choice)
    assert PutCopyBack() in deeds(asked)
    assert (
        "Seen here: 8 revisions. There now: 0 revisions. In the last good copy: 7 revisions."
        in (asked.lines)
    )


@pytest.mark.parametrize("reads", [ReadThis(), ReadCopy()], ids=["this", "copy"])
def test_both_can_be_read_before_they_decide(us: Path, reads: Deed) -> None:
    put(us, OTHER)
    before = files(us, copies=True)
    desk = resume(us)

    desk.reply(Chosen(reads))

    page = desk.ask()
    assert isinstance(page, Choice)
    clause = next(part for part in page.page if AGREED in part)
    assert ("Ended on" in clause) == (reads == ReadThis())
    desk.reply(Chosen(Back()))
    assert moment(desk.ask()) == "missed"
    assert files(us, copies=True) == before


def test_who_puts_it_right_oneself_looks_again(us: Path) -> None:
    put(us, OLDER)
    desk = resume(us)
    put(us, NOW)

    desk.reply(Chosen(Retry()))

    assert moment(to_the_map(desk).ask()) == "map"


def test_what_changed_since_they_were_told_is_told_anew(us: Path) -> None:
    put(us, OLDER)
    desk = resume(us)
    put(us, None)

    desk.reply(Chosen(GoOnWithThis()))

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert asked.prompt == "The agreement that was seen here is missing."


def test_in_the_middle_of_an_evening_it_is_told_before_a_clause_is_written(us: Path) -> None:
    desk = to_the_map(resume(us))
    for deed in (LookAtAgreement(), GoTo(Kinds()), AddClause("agreement")):
        desk.reply(Chosen(deed))
    put(us, OLDER)
    for asked in asks(desk, drafting(NEW)):
        if isinstance(asked, Choice):
            break

    assert deeds(asked)[2:] == [PutCopyBack(), GoOnWithThis(), Retry(), StopUnsaved()]
    assert agreement_in(us) == OLDER
    desk.reply(Chosen(PutCopyBack()))
    assert [one.text for one in agreement_in(us).clauses][-2:] == [NOW.clauses[-1].text, NEW]


def test_what_is_new_after_they_went_on_with_less_is_told_at_the_close(us: Path) -> None:
    desk = to_the_map(resume(us))
    put(us, OLDER)
    for deed in (LookAtAgreement(), GoTo(Kinds()), AddClause("agreement")):
        desk.reply(Chosen(deed))
    for asked in asks(desk, drafting(NEW)):
        if moment(asked) == "missed":
            desk.reply(Chosen(GoOnWithThis()))
        if moment(asked) == "map":
            break

    desk.reply(Chosen(CloseEvening()))

    told = [asked.turn for asked in asks(desk, refusing) if isinstance(asked, Ask)]
    assert any(NEW in str(turn) for turn in told)


def test_labels_archive_and_names_are_changed_and_taken_back_untold(us: Path) -> None:
    desks = home(us)
    desks.rename_partner(us, "left", "Kim")
    desks.rename_partner(us, "left", "ALEX")
    archive(Folder(us), True)
    ours = desks.rename_label(us, "ours")

    assert moment(resume_once(ours)) != "missed"


def home(us: Path) -> Workshops:
    return Workshops(us.parent, SHIPPED, StillClock(A_DAY + timedelta(days=2)), Random(7))


def ends_one(us: Path) -> None:
    page = home(us).pages(us)
    for deed in (GoTo(Clauses()), GoTo(OneClause("c1")), Alone("ended", "c1")):
        page.reply(Chosen(deed))


@pytest.mark.parametrize("how", MISSED)
@pytest.mark.parametrize(
    "writes", [ends_one, lambda us: home(us).rename_partner(us, "left", "Kim")], ids=["end", "name"]
)
def test_outside_of_an_evening_nothing_is_written_before_both_decided(
    us: Path, how: str, writes: Callable[[Path], object]
) -> None:
    put(us, MISSED[how])
    before = files(us, copies=True)

    with pytest.raises(Trouble):
        writes(us)

    assert files(us, copies=True) == before


# -- what two do in the program is never told ------------------------------------------------------


def on_the_page(*what: Deed) -> Callable[[Desk], object]:
    """Return what both do at the map of an evening, and see through."""
    couple = answering if RenewPage() in what else drafting(NEW)
    return lambda desk: work(desk, *what, couple=couple)


def alone(*what: Deed, name: str = "") -> Callable[[Desk], object]:
    """Return what one does on the page in an evening."""

    def do(desk: Desk) -> None:
        for deed in (LookAtAgreement(), *what):
            desk.reply(Chosen(deed, name))

    return do


WAYS = {
    "add": on_the_page(GoTo(Kinds()), AddClause("agreement")),
    "change": on_the_page(GoTo(Clauses()), GoTo(OneClause("c1")), SetOut("change", "c1")),
    "resume": on_the_page(GoTo(Clauses()), GoTo(OneClause("c5")), SetOut("resume", "c5")),
    "fresh page": on_the_page(RenewPage()),
    "pause": alone(GoTo(Clauses()), GoTo(OneClause("c1")), Alone("paused", "c1")),
    "end": alone(GoTo(Clauses()), GoTo(OneClause("c1")), Alone("ended", "c1")),
    "put back": alone(PutBack()),
    "rename": alone(GoTo(Names()), CallOtherwise("left"), name="Kim"),
}


@pytest.mark.parametrize("file", ["", "workshop.toml", "agreement.toml"], ids=lambda name: name)
@pytest.mark.parametrize("way", WAYS)
def test_what_two_do_in_the_program_is_not_told_even_after_a_kill(
    us: Path, way: str, file: str
) -> None:
    disk = Deadly()
    if way == "put back":
        put(us, NOW.model_copy(update={"clauses": NOW.clauses[1:]}))
    desk = to_the_map(resume(us, system=disk))
    disk.dies_before_replacing = file
    with suppress(Killed):
        WAYS[way](desk)
    drop(desk)

    again = resume(us)

    assert moment(again.ask()) != "missed"
    drop(again)
    assert not misses_some(workshop_in(us).found(agreement_in(us)))
    assert disk.dead or file == "" or (way, file) == ("put back", "workshop.toml")  # no news there


def test_any_older_copy_that_is_put_back_is_told(us: Path) -> None:
    pages = [NOW]
    for way in ("add", "change", "resume", "pause", "rename", "end", "fresh page"):
        desk = to_the_map(resume(us))
        WAYS[way](desk)
        drop(desk)
        assert moment(resume_once(us)) != "missed"
        pages.append(agreement_in(us))

    for older in (None, *pages[:-1]):
        put(us, older)
        assert moment(resume_once(us)) == "missed"


def resume_once(us: Path) -> object:
    """Return what is asked first where they sit down, and leave it at that."""
    desk = resume(us)
    asked = desk.ask()
    drop(desk)
    return asked

"""The caseload, whatever face shows it: what is offered of the list, and of one in it."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from support.evening import SHIPPED, StillClock

from workshop.cards import caseload as words
from workshop.cards.choice import Chosen, Deed
from workshop.cards.deeds import Back
from workshop.core.agreement.seen import Seen
from workshop.desk.guides.caseload import AT_ONCE, Caseload, Purpose
from workshop.desk.guides.caseload_deeds import (
    Archive,
    Find,
    LookAt,
    Mend,
    NameAnew,
    Open,
    Rename,
    SeeArchived,
    SeeDue,
    SeeMore,
    Sort,
    TakeBack,
)
from workshop.desk.guides.recovery_deeds import GoThrough, PutBack
from workshop.desk.workshops import Plan, Workshops
from workshop.errors import Refused
from workshop.store.folder import Folder

TODAY = StillClock().today()
NEXT: Mapping[str, int | None] = {"a": 3, "b": None, "c": 30, "[x]": 1}
"""In how many days each couple meets again; the first one was here last."""


def opened(data: Path, purpose: Purpose = "caseload") -> Caseload:
    """Return the list of what is in a data folder."""
    caseload = Caseload(Workshops(data, SHIPPED, StillClock(), Random(7)), purpose)
    caseload.take(caseload.rest())
    return caseload


@pytest.fixture
def couples(tmp_path: Path) -> Path:
    """A data folder with four couples."""
    for age, (label, days) in enumerate(NEXT.items()):
        clock = StillClock(TODAY - timedelta(days=age))
        desks = Workshops(tmp_path, SHIPPED, clock, Random(7))
        desks.begin(Plan(("ALEX", "SAM"), ("appreciation",), label=label)).let_go()
        if days is not None:
            folder = Folder(tmp_path / label)
            news = {"next_evening": TODAY + timedelta(days=days)}
            folder.save_workshop(folder.workshop().model_copy(update=news))
    return tmp_path


def do(caseload: Caseload, *deeds: Deed, text: str = "") -> None:
    for deed in deeds:
        caseload.reply(Chosen(deed, text))


def labels(caseload: Caseload) -> list[str]:
    return [one.label for one in caseload.shown]


def test_it_is_sorted_and_told_what_is_due(couples: Path) -> None:
    caseload = opened(couples)
    assert labels(caseload) == ["a", "b", "c", "[x]"]

    do(caseload, Sort("next"))
    assert labels(caseload) == ["[x]", "a", "c", "b"]

    do(caseload, SeeDue("week"))
    assert labels(caseload) == ["[x]", "a"]
    assert caseload.heading == "2 of 4 workshops, due in 7 days, by next day"

    do(caseload, SeeDue("month"))
    assert labels(caseload) == ["[x]", "a", "c"]


def test_one_is_archived_and_taken_back_by_undo(couples: Path) -> None:
    caseload = opened(couples)

    do(caseload, LookAt(couples / "b"), Archive(True))

    assert labels(caseload) == ["a", "c", "[x]"]
    assert caseload.said == "b is archived."
    assert Folder(couples / "b").workshop().archived
    do(caseload, TakeBack())
    assert labels(opened(couples)) == labels(caseload) == ["a", "b", "c", "[x]"]


def test_what_is_archived_is_seen_where_that_is_asked_for_and_taken_back_there(
    couples: Path,
) -> None:
    caseload = opened(couples)
    do(caseload, LookAt(couples / "b"), Archive(True))

    do(caseload, SeeArchived(True))
    assert labels(caseload) == ["a", "b", "c", "[x]"]

    do(caseload, LookAt(couples / "b"), Archive(False), SeeArchived(False))
    assert labels(caseload) == ["a", "b", "c", "[x]"]


def test_one_that_is_open_in_another_window_is_not_archived_and_that_is_said(
    couples: Path,
) -> None:
    folder = Folder(couples / "b")
    folder.open()
    caseload = opened(couples)
    do(caseload, LookAt(couples / "b"))

    with pytest.raises(Refused, match="another window"):
        do(caseload, Archive(True))

    folder.close()
    assert not folder.workshop().archived
    do(caseload, Archive(True))
    assert labels(caseload) == ["a", "c", "[x]"]


def test_one_gets_another_label_and_its_old_one_by_undo(couples: Path) -> None:
    caseload = opened(couples)

    do(caseload, LookAt(couples / "b"), NameAnew("label"))
    do(caseload, Rename("label"), text="couple 7")

    assert labels(caseload) == ["a", "couple 7", "c", "[x]"]
    assert caseload.said == "b is called couple 7 now."
    do(caseload, TakeBack())
    assert labels(opened(couples)) == labels(caseload) == ["a", "b", "c", "[x]"]


@pytest.mark.parametrize("label", ["", "a", "../b", "x" * 300])
def test_a_label_that_cannot_be_is_refused_and_nothing_changes(couples: Path, label: str) -> None:
    caseload = opened(couples)
    do(caseload, LookAt(couples / "b"), NameAnew("label"))

    with pytest.raises(Refused):
        do(caseload, Rename("label"), text=label)

    assert labels(opened(couples)) == ["a", "b", "c", "[x]"]
    assert caseload.choice().option(Rename("label")) is not None


def test_one_of_the_two_gets_another_name_and_the_old_one_by_undo(couples: Path) -> None:
    caseload = opened(couples)

    do(caseload, LookAt(couples / "b"), NameAnew("right"))
    do(caseload, Rename("right"), text="José")

    assert caseload.said == "SAM is called José now."
    assert Folder(couples / "b").workshop().right.name == "José"
    do(caseload, Sort("next"), TakeBack())
    assert Folder(couples / "b").workshop().right.name == "SAM"


@pytest.mark.parametrize("name", ["", "ALEX", "x" * 41])
def test_a_name_that_cannot_be_is_refused_and_nothing_changes(couples: Path, name: str) -> None:
    caseload = opened(couples)
    do(caseload, LookAt(couples / "b"), NameAnew("right"))

    with pytest.raises(Refused):
        do(caseload, Rename("right"), text=name)

    assert Folder(couples / "b").workshop().right.name == "SAM"


def test_one_is_opened_from_its_page(couples: Path) -> None:
    caseload = opened(couples)

    do(caseload, LookAt(couples / "[x]"), Open())

    assert (caseload.over, caseload.taken) == (True, couples / "[x]")


@pytest.mark.parametrize("purpose", ["go on", "agreement"])
def test_where_one_is_asked_for_it_is_taken_at_once(couples: Path, purpose: Purpose) -> None:
    caseload = opened(couples, purpose)

    do(caseload, LookAt(couples / "c"))

    assert caseload.taken == couples / "c"


def test_one_that_cannot_be_read_says_why_and_cannot_be_opened(couples: Path) -> None:
    (couples / "c" / "workshop.toml").write_text("Dear diary,", "utf-8")
    caseload = opened(couples)
    assert labels(caseload) == ["c", "a", "b", "[x]"]

    do(caseload, LookAt(couples / "c"))

    (why,) = caseload.choice().lines
    assert "cannot be read" in why
    assert caseload.choice().option(Open()) is None


def test_what_can_be_done_about_it_is_asked_from_its_page_and_it_is_opened(couples: Path) -> None:
    Folder(couples / "c").open()  # which takes the copy
    good = (couples / "c" / "workshop.toml").read_bytes()
    (couples / "c" / "workshop.toml").write_text("Dear diary,", "utf-8")
    caseload = opened(couples)

    do(caseload, LookAt(couples / "c"), Mend(), GoThrough())
    do(caseload, PutBack("workshop.toml", "workshop.toml.bak"))
    assert (couples / "c" / "workshop.toml").read_bytes() == good
    do(caseload, Back())
    assert caseload.choice().option(Open()) is not None
    do(caseload, Open())

    assert caseload.taken == couples / "c"


def test_so_many_are_offered_by_number_and_the_next_ones_when_asked_for(tmp_path: Path) -> None:
    desks = Workshops(tmp_path, SHIPPED, StillClock(), Random(7))
    for number in range(AT_ONCE + 1):
        desks.begin(Plan(("ALEX", "SAM"), ("appreciation",), label=f"{number}")).let_go()
    caseload = opened(tmp_path)

    first = [one for one in caseload.choice().options if isinstance(one.does, LookAt)]
    do(caseload, SeeMore())
    more = [one for one in caseload.choice().options if isinstance(one.does, LookAt)]

    assert (len(first), len(more)) == (AT_ONCE, 1)
    do(caseload, Find(), text="7")
    assert [one.does for one in caseload.choice().options if isinstance(one.does, LookAt)] == [
        LookAt(tmp_path / "7")
    ]


def test_where_there_is_none_it_is_said_how_one_is_begun(tmp_path: Path) -> None:
    assert any("workshop start" in line for line in opened(tmp_path).choice().lines)


def test_an_agreement_that_is_not_what_both_saw_is_marked_in_the_list_and_on_the_page(
    couples: Path,
) -> None:
    folder = Folder(couples / "b")
    record = Seen(revisions=1, digest="0" * 64)
    folder.save_workshop(folder.workshop().model_copy(update={"record": record}))

    caseload = opened(couples)

    one = next(one for one in caseload.shown if one.label == "b")
    assert words.line(one, TODAY).endswith("agreement missing")
    assert words.cells(one, TODAY).names == "agreement missing: ALEX and SAM"
    do(caseload, LookAt(one.path))
    assert any("it says nothing about anybody" in line for line in caseload.choice().lines)


def test_one_whose_agreement_has_another_name_is_marked_and_its_page_says_how_to_mend_it(
    couples: Path,
) -> None:
    (couples / "b" / "agreement.toml").write_text(
        'format = 1\npartners = ["ALEX", "KIM"]\n', "utf-8"
    )

    caseload = opened(couples)

    one = next(one for one in caseload.shown if one.label == "b")
    assert words.line(one, TODAY).endswith("names differ")
    assert words.cells(one, TODAY).names == "names differ: ALEX and SAM"
    do(caseload, LookAt(one.path))
    told = [line for line in caseload.choice().lines if "agreement.toml says KIM" in line]
    assert len(told) == 1
    assert "workshop rename" in told[0]

"""The page of the names: changed by one, told to both, and put right after an edit by hand."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from support.evening import A_DAY, SHIPPED, StillClock, asks, begin, documents, files, workshop_of
from support.page import page_of
from support.work import a_page, agreement_in, to_the_map

from workshop.cards.agreement_deeds import CallOtherwise, Names
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import GoTo
from workshop.core.agreement.verify import Unchanged, verify
from workshop.core.course.session import Ask
from workshop.core.people import Side
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.guides.agreement_pages import AgreementPages
from workshop.desk.workshops import Workshops
from workshop.errors import Refused
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop


@pytest.fixture
def us(tmp_path: Path) -> Path:
    return a_page(tmp_path / "us", page_of())


def home(us: Path) -> Workshops:
    return Workshops(us.parent, SHIPPED, StillClock(A_DAY + timedelta(days=2)), Random(7))


def at_the_names(us: Path) -> AgreementPages:
    shown = home(us).pages(us)
    shown.reply(Chosen(GoTo(Names())))
    return shown


def deeds(choice: Choice) -> list[Deed]:
    return [option.does for option in choice.options]


def names_in(us: Path) -> tuple[str, str]:
    found = documents(us)["workshop.toml"]
    assert isinstance(found, Workshop)
    return found.left.name, found.right.name


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def news(us: Path) -> list[str]:
    desk = home(us).resume(us)
    found: list[str] = []
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "opening/changed":
            found = [one.text for one in asked.turn.quotations]
    desk.stop()
    return found


@pytest.mark.parametrize("name", ["Kim", "[/]", "# Kim", "李"])
def test_one_of_them_changes_a_name_and_the_page_tells_it(us: Path, name: str) -> None:
    shown = at_the_names(us)

    shown.reply(Chosen(CallOtherwise("left"), name))

    assert names_in(us) == agreement_in(us).partners == (name, "SAM")
    assert f"- 25 November 2026: ALEX is called {name}" in shown.choice().page
    assert shown.choice().prompt == f"Your names: {name} and SAM"
    assert not any("by hand" in paragraph for paragraph in shown.choice().page)
    assert verify(agreement_in(us)) == Unchanged()
    assert news(us)[0] == f"ALEX is called {name} now."


@pytest.mark.parametrize("name", ["", "sam", "ALEX", "x" * 41])
def test_what_cannot_be_is_said_and_nothing_is_written(us: Path, name: str) -> None:
    shown, before = at_the_names(us), files(us)

    with pytest.raises(Refused):
        shown.reply(Chosen(CallOtherwise("left"), name))

    assert files(us) == before


def test_it_is_not_offered_while_something_that_says_the_names_is_under_way(us: Path) -> None:
    desk = home(us).resume(us)
    desk.agreement()
    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert GoTo(Names()) not in deeds(asked)
    desk.stop()


def test_at_the_map_it_is_and_what_comes_then_says_the_new_name(tmp_path: Path) -> None:
    desk = to_the_map(begin(tmp_path / "us", workshop_of(["compromise", "money"])))
    desk.agreement()

    desk.reply(Chosen(GoTo(Names())))
    desk.reply(Chosen(CallOtherwise("right"), "Kim"))

    assert desk.pair.right == names_in(tmp_path / "us")[1] == "Kim"
    desk.stop()


Hand = tuple[str, str, str]
IN_ONE_FILE: list[Hand] = [
    ("workshop.toml", 'name = "ALEX"', 'name = "Kim"'),
    ("agreement.toml", '    "ALEX",', '    "Kim",'),
]


@pytest.mark.parametrize("hand", IN_ONE_FILE, ids=["workshop", "agreement"])
def test_a_name_changed_by_hand_in_one_file_is_told(us: Path, hand: Hand) -> None:
    edit(us / hand[0], *hand[1:])

    told = " ".join(news(us))

    assert "by hand in one file only" in told
    assert "ALEX" in told
    assert "Kim" in told


@pytest.mark.parametrize("name", ["ALEX", "Kim"])
@pytest.mark.parametrize("hand", IN_ONE_FILE, ids=["workshop", "agreement"])
def test_whichever_it_is_both_files_say_it_then(us: Path, hand: Hand, name: str) -> None:
    edit(us / hand[0], *hand[1:])
    shown = at_the_names(us)
    side: Side = "left"
    assert {CallOtherwise(side, "ALEX"), CallOtherwise(side, "Kim")} <= set(deeds(shown.choice()))

    shown.reply(Chosen(CallOtherwise(side, name)))

    assert names_in(us) == agreement_in(us).partners == (name, "SAM")
    assert verify(agreement_in(us)) == Unchanged()
    assert [one.new for one in agreement_in(us).renamings] == ([name] if name == "Kim" else [])


def test_what_is_ones_own_stays_so_though_the_name_in_the_agreement_was_changed(us: Path) -> None:
    folder = Folder(us)
    before = OpenWorkshop(folder, SHIPPED).agreement.given(A_DAY)
    assert {one.owner for one in before.clauses} == {None, "left", "right"}

    edit(us / "agreement.toml", '    "ALEX",', '    "Kim",')

    assert OpenWorkshop(Folder(us), SHIPPED).agreement.given(A_DAY) == before

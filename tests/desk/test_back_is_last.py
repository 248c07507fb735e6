"""In every menu the way back stands last, so that whoever hears the list knows where it is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from support.evening import SHIPPED, StillClock, begin, workshop_of
from support.page import page_of

from workshop.cards import choices
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back, GoTo, Within
from workshop.cards.sitting import sitting
from workshop.core.people import BySide
from workshop.desk.guides.caseload import Caseload
from workshop.desk.guides.directories import Directories
from workshop.desk.guides.guide import Guide
from workshop.desk.guides.panel_pages import PanelPages
from workshop.desk.guides.picker import LookAt, Picker
from workshop.desk.guides.reader import Reader
from workshop.desk.workshops import Workshops

DEEP = 3
"""How many pages below the first one are looked at."""


@pytest.fixture
def home(tmp_path: Path) -> Workshops:
    """A pair that has an agreement, and rules for talking."""
    desk = begin(tmp_path / "us", workshop_of(["appreciation"], guided=True))
    desk._workshop.folder.save_agreement(page_of())
    desk.let_go()
    return Workshops(tmp_path, SHIPPED, StillClock(), Random(7))


def panel(home: Workshops) -> Guide:
    desk = home.resume(home.data / "us")
    opened = PanelPages(desk.panel, desk.guide)
    opened.open()
    return opened


GUIDES: dict[str, Callable[[Workshops], Guide]] = {
    "agreement": lambda home: home.pages(home.data / "us"),
    "caseload": Caseload,
    "help lines": lambda home: Directories.of(SHIPPED, home.clock.today()),
    "panel": panel,
    "picker": lambda _home: Picker(SHIPPED, guided=False),
    "reader": lambda _home: Reader(SHIPPED, can_begin=True),
}


def menus(guide: Guide, deep: int = DEEP) -> Iterator[Choice[Deed]]:
    """Yield every page that leads on to others, from where `guide` is."""
    here = guide.choice()
    yield here
    for option in here.options if deep else ():
        if isinstance(option.does, GoTo | Within | LookAt) and not option.why_not:
            if option.asks_for:
                continue
            guide.reply(Chosen(option.does))
            yield from menus(guide, deep - 1)
            guide.reply(Chosen(Back()))


FEWEST = {"caseload": 1, "panel": 1}
"""Of how many menus it has here, where that is less than a few."""


@pytest.mark.parametrize("guide", GUIDES)
def test_the_way_back_is_the_last_one_in_every_menu(home: Workshops, guide: str) -> None:
    seen = list(menus(GUIDES[guide](home)))

    assert len(seen) >= FEWEST.get(guide, 4)
    assert [menu.prompt for menu in seen if menu.options[-1].does != Back()] == []


def test_it_is_the_last_one_where_the_desk_asks(home: Workshops) -> None:
    alone = sitting(guided=False)
    desk = home.resume(home.data / "us")
    asked: list[Choice[Deed]] = [
        choices.how_long(alone),
        choices.others(SHIPPED.exercises()),
        choices.pictures((), ()),
        choices.leave(alone, half_done=True, can_close=True, another=True),
        choices.answers(desk.pair, BySide("type", "say")),
    ]
    desk.let_go()

    assert all(choice.options[-1].does == Back() for choice in asked)
    assert choices.pause(alone, again=False).options[0].does == Back()

"""The settings as pages, which both faces follow: each leads to what is set, and back."""

import errno
from pathlib import Path

import pytest

from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back, GoTo
from workshop.content.settings import USUAL, Settings
from workshop.desk.guides.settings_pages import SettingsPages
from workshop.desk.settings import NAMES, SetUp
from workshop.errors import Refused
from workshop.system import System


@pytest.fixture
def setup(tmp_path: Path) -> SetUp:
    return SetUp(tmp_path)


def choose(pages: SettingsPages, label: str, text: str = "") -> Choice[Deed]:
    """Choose what begins with `label`, and return the page that follows."""
    (option,) = [one for one in pages.choice().options if one.label.startswith(label)]
    pages.reply(Chosen(option.does, text))
    return pages.choice()


def labels(choice: Choice[Deed]) -> list[str]:
    return [option.label for option in choice.options]


def test_each_row_says_what_it_is_now_and_what_can_be_on_or_off_changes_at_once(
    setup: SetUp,
) -> None:
    told: list[Settings] = []
    setup.listen(told.append)
    pages = SettingsPages(setup)
    assert "Clock of a turn: shown" in labels(pages.choice())

    page = choose(pages, "Clock of a turn: shown")

    assert "Clock of a turn: hidden" in labels(page)
    assert page.lines[0] == "Saved: it holds from now on."
    assert [one.clock for one in told] == [False]
    assert SetUp(setup.folder).now.clock is False


def test_a_key_is_typed_by_its_name_and_goes_back_to_the_usual_one(setup: SetUp) -> None:
    pages = SettingsPages(setup)
    choose(pages, "Keys: as usual")
    choose(pages, "Pause: ^t")
    with pytest.raises(Refused, match="The key ctrl\\+s does “leave” already"):
        choose(pages, "Take this key", "^S")
    with pytest.raises(Refused, match="Nothing is typed yet"):
        choose(pages, "Take this key", " ")

    assert "Pause: f5" in labels(choose(pages, "Take this key", "F5"))

    choose(pages, "Leave: ^s")
    choose(pages, "Take this key", "ctrl+t")
    choose(pages, "Pause: f5")
    with pytest.raises(Refused, match="The key ctrl\\+t does “leave” already"):
        choose(pages, "As usual: ctrl+t")
    pages.reply(Chosen(Back()))
    assert not [one for one in labels(choose(pages, "All as usual")) if one.startswith("All")]
    assert SetUp(setup.folder).now == USUAL


def test_every_page_leads_back(setup: SetUp) -> None:
    for page in ("all", "keys", *NAMES[:1], *NAMES[4:]):
        pages = SettingsPages(setup, page)

        pages.reply(Chosen(Back()))

        assert pages.over


def test_a_data_folder_that_was_named_is_said_to_go_first(tmp_path: Path) -> None:
    pages = SettingsPages(SetUp(tmp_path, "WORKSHOP_DATA"))

    pages.reply(Chosen(GoTo("data")))

    assert "WORKSHOP_DATA names the data folder here" in pages.choice().lines[0]
    assert labels(pages.choice()) == ["Back"]


def test_what_cannot_be_saved_is_refused_and_asked_again(
    setup: SetUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    pages = SettingsPages(setup)
    with monkeypatch.context() as patch:
        patch.setattr(System, "write", full)
        with pytest.raises(Refused, match="The disk is full"):
            choose(pages, "Mouse: used")

    assert "Mouse: used by the program" in labels(pages.choice())
    assert not setup.path.exists()


def test_a_broken_file_is_put_aside_only_when_somebody_asks_for_it(setup: SetUp) -> None:
    setup.path.write_text("format = [")
    pages = SettingsPages(setup)
    assert "settings.toml:1: " in pages.choice().lines[0]
    with pytest.raises(Refused):
        choose(pages, "Mouse: ")

    page = choose(pages, "Put settings.toml aside")

    aside = setup.folder / "settings.toml.broken"
    assert page.lines[0] == f"It is in {aside} now."
    assert aside.read_text() == "format = ["
    assert "Mouse: left to the terminal, to select and copy" in labels(choose(pages, "Mouse: "))

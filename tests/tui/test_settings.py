"""The settings on the screen: found, changed, and in force at once."""

import base64
from pathlib import Path

from workshop.content.settings import read_settings
from workshop.tui.app import EqualSay
from workshop.tui.driver import Driver
from workshop.tui.looks import UsesMouse
from workshop.tui.screens.choice import ChoiceScreen

from .couple import people
from .support import at, at_home, plan, workshops


async def test_a_look_that_is_chosen_holds_at_once_and_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("format = 1\nmouse = 5\n")
    async with at_home(workshops(tmp_path)) as seats:
        assert '"mouse" must be true or false.' in seats.all_words
        await seats.push("Settings")
        await seats.push("Theme: evening, dark")
        await seats.push("morning, light")

        assert seats.app.theme == "morning"
        assert read_settings(tmp_path).theme == "morning"
        assert isinstance(seats.app.screen, ChoiceScreen)

    assert EqualSay(workshops(tmp_path)).theme == "morning"


async def test_keys_that_were_chosen_act_and_are_named_in_place_of_the_usual(
    tmp_path: Path,
) -> None:
    (tmp_path / "settings.toml").write_text(
        'format = 1\nclock = false\n[keys]\npause = "ctrl+s"\nleave = "ctrl+t"\nhelp = "f5"\n'
    )
    async with at(tmp_path, "thanks/1", people, plan("appreciation")) as seats:
        assert "Time is up" not in seats.text
        assert "/ " not in seats.text
        assert "^s Pause ^t Leave" in seats.words
        await seats.press("f5")
        assert "^s pause: stop the clock" in seats.all_words
        await seats.press("enter", "ctrl+s")
        assert "A pause" in seats.text
        seats.app._workshops.settings.keys_as_usual()
        seats.app._workshops.settings.change("clock", "on")
        await seats.push("Go on")
        assert "^t Pause ^s Leave" in seats.words
        assert "0:00 / " in seats.text


def test_the_mouse_is_taken_and_left_at_once() -> None:
    sent: list[str] = []
    driver = object.__new__(Driver)
    driver._mouse = True
    driver.write = sent.append  # type: ignore[method-assign]
    driver.flush = lambda: None  # type: ignore[method-assign]

    driver.use_mouse(False)
    left = len(sent)
    driver.use_mouse(True)

    assert "\x1b[?1000l" in sent[:left]
    assert "\x1b[?1000h" in sent[left:]
    assert isinstance(driver, UsesMouse)


async def test_what_people_look_for_is_in_the_list_of_everything(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        every = {one.title: one for one in seats.app.get_system_commands(seats.app.screen)}

        for word in ("theme", "dark", "light", "undo", "save", "quit", "copy", "font", "settings"):
            assert [title for title in every if word in title.casefold()], word
        sent: list[str] = []
        assert seats.app._driver is not None
        seats.app._driver.write = sent.append  # type: ignore[method-assign]
        every["Copy where your files are"].callback()
        await seats.settle()

        path = base64.b64encode(str(seats.desk.path).encode()).decode()
        assert f"\x1b]52;c;{path}\a" in sent
        assert "Not every terminal takes it." in seats.text
        assert not seats.app.to_copy("code")

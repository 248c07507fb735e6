"""Every look can be read: the contrast of what stands on what, by WCAG 2.1's own formula.

On a terminal of 256 or 16 colours it is that of what Rich makes of each of them.
"""

from itertools import product
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from workshop.tui.app import EqualSay
from workshop.tui.themes import EVENING, THEMES, in_sixteen
from workshop.tui.widgets.radio import Radio

from .couple import people
from .support import at, plan, workshops

TEXT, EDGE = 4.5, 3.0
"""The least contrast of text, and of borders and what has the focus (WCAG 2.1, AA)."""
KNOWN = [theme for theme in THEMES if not theme.ansi]
"""The looks whose colours are known: those of a terminal itself are not."""
SAID = {
    "evening": "evening, dark",
    "morning": "morning, light",
    "high-contrast": "high-contrast",
    "terminal": "the terminal's own",
}
DEPTHS = {
    "all": ColorSystem.TRUECOLOR,
    "256": ColorSystem.EIGHT_BIT,
    "16": ColorSystem.STANDARD,
}


def named(theme: Theme, name: str) -> str:
    found = theme.variables.get(name) or getattr(theme, name, None)
    assert isinstance(found, str), name
    return found


def shown(color: str, depth: ColorSystem) -> str:
    """Return what is shown of a colour on a terminal of so many."""
    return RichColor.parse(color).downgrade(depth).get_truecolor().hex


def luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(Color.parse(it)) for it in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAIRS = [
    *product(
        ("foreground", "quiet", "left", "right", "warning", "footer-key-foreground"),
        ("background",),
        (TEXT,),
    ),
    ("foreground", "surface", TEXT),
    ("button-text", "button", TEXT),
    ("chosen-text", "chosen", TEXT),
    ("accent", "background", EDGE),
    ("edge", "background", EDGE),
    ("left", "band", EDGE),
    ("right", "band", EDGE),
    ("chosen", "button", EDGE),
    ("chosen", "background", EDGE),
]


def test_the_formula_gives_its_known_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("theme", KNOWN, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_every_look_can_be_read(
    theme: Theme, front: str, back: str, least: float, depth: str
) -> None:
    look = in_sixteen(theme) if depth == "16" else theme
    here = DEPTHS[depth]

    assert contrast(shown(named(look, front), here), shown(named(look, back), here)) >= least


@pytest.mark.parametrize("theme", KNOWN, ids=lambda theme: theme.name)
def test_a_grey_stays_a_grey_in_256_colours(theme: Theme) -> None:
    for name in ("background", "surface", "panel", "band", "button", "chosen", "edge", "quiet"):
        color = Color.parse(shown(named(theme, name), ColorSystem.EIGHT_BIT))
        assert color.r == color.g == color.b, name


@pytest.mark.parametrize("theme", KNOWN, ids=lambda theme: theme.name)
def test_what_one_can_type_in_and_press_stands_out_in_256_colours(theme: Theme) -> None:
    seen = [shown(named(theme, name), ColorSystem.EIGHT_BIT) for name in ("button", "background")]

    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_each_look_is_in_the_list_of_everything_and_says_which_side_it_is(
    tmp_path: Path, theme: Theme
) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        every = seats.app.get_system_commands(seats.app.screen)
        (found,) = [one for one in every if f"Theme: {SAID[theme.name]}" in one.title]
        found.callback()
        await seats.settle()

        assert seats.app.theme == theme.name
        assert "●" in seats.text
        assert "◆" in seats.text


async def test_a_button_has_a_shape_where_no_colour_tells_it(tmp_path: Path) -> None:
    async with at(tmp_path, "thanks/1", people, plan("appreciation")) as seats:
        assert "[ALEX is done]" not in seats.text
        seats.app.action_look("terminal")
        await seats.settle()

        assert "[ALEX is done]" in seats.text


@pytest.mark.parametrize(("term", "few"), [("xterm", True), ("xterm-256color", False)])
def test_few_colours_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, term: str, few: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)

    app = EqualSay(workshops(tmp_path))

    assert (app.available_themes["evening"] == in_sixteen(EVENING)) is few


async def test_each_choice_of_several_has_its_mark_whatever_is_chosen(tmp_path: Path) -> None:
    async with at(tmp_path, "trial/draft", people, plan("compromise")) as seats:
        radios = seats.app.screen.query(Radio)
        marks = [strip for radio in radios for strip in [radio.render_line(0)]]
        shown = [(segment.text, segment.style) for strip in marks for segment in strip]

        assert [text for text, _style in shown if "(" in text] == ["( )"] * 4
        assert all(style.color != style.bgcolor for text, style in shown if style and text.strip())
        assert len({str(style) for text, style in shown if "In " in text}) == 1

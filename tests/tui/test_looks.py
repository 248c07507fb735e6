"""Every look can be read: the contrast of what stands on what, by WCAG 2.1's own formula."""

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from workshop.tui.themes import THEMES

TEXT, EDGE = 4.5, 3.0
"""The least contrast of text, and of borders and what has the focus (WCAG 2.1, AA)."""


def named(theme: Theme, name: str) -> str:
    found = theme.variables.get(name) or getattr(theme, name, None)
    assert isinstance(found, str), name
    return found


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


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_every_look_can_be_read(theme: Theme, front: str, back: str, least: float) -> None:
    assert contrast(named(theme, front), named(theme, back)) >= least

"""The looks of the room. Sides keep their colours and marks; greys are neutral.

A terminal of 256 colours has greys in which red, green and blue are alike, and no others: what has
a tint becomes navy, black or pink there. So every grey here is one of those 24. Where there are
only 16 colours, a look has colours of its own, since the nearest of the 16 are too near each other.
"""

from dataclasses import replace
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

EVENING = Theme(
    name="evening",
    primary="#d7d7af",
    secondary="#d7d7af",
    accent="#d7d7af",
    foreground="#e4e4e4",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
    warning="#e0b060",
    error="#e89a8a",
    success="#9cc79c",
    dark=True,
    variables={
        "left": "#56b4e9",
        "right": "#e69f00",
        "quiet": "#a8a8a8",
        "band": "#3a3a3a",
        "button": "#303030",
        "button-text": "#e4e4e4",
        "chosen": "#d0d0d0",
        "chosen-text": "#121212",
        "edge": "#808080",
        "footer-key-foreground": "#d7d7af",
    },
)
MORNING = Theme(
    name="morning",
    primary="#5f5f00",
    secondary="#5f5f00",
    accent="#5f5f00",
    foreground="#262626",
    background="#eeeeee",
    surface="#ffffff",
    panel="#e4e4e4",
    warning="#7a5200",
    error="#8a2a1a",
    success="#2a5a2a",
    dark=False,
    variables={
        "left": "#004a7f",
        "right": "#8a4b00",
        "quiet": "#585858",
        "band": "#c6c6c6",
        "button": "#d0d0d0",
        "button-text": "#262626",
        "chosen": "#3a3a3a",
        "chosen-text": "#ffffff",
        "edge": "#767676",
        "footer-key-foreground": "#5f5f00",
    },
)
CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff87",
    secondary="#ffff87",
    accent="#ffff87",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    warning="#ffd75f",
    error="#ffafaf",
    success="#afffaf",
    dark=True,
    variables={
        "left": "#5fd7ff",
        "right": "#ffaf00",
        "quiet": "#d0d0d0",
        "band": "#4e4e4e",
        "button": "#262626",
        "button-text": "#ffffff",
        "chosen": "#ffffff",
        "chosen-text": "#000000",
        "edge": "#bcbcbc",
        "footer-key-foreground": "#ffff87",
    },
)
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "left": "ansi_cyan",
        "right": "ansi_yellow",
        "quiet": "ansi_default",
        "band": "ansi_bright_black",
        "button": "ansi_default",
        "button-text": "ansi_default",
        "chosen": "ansi_white",
        "chosen-text": "ansi_black",
        "edge": "ansi_default",
        "footer-key-foreground": "ansi_default",
    },
)
"""The colours of the terminal itself: only there is it known whether they can be read."""
THEMES: Final = (EVENING, MORNING, CONTRAST, TERMINAL)

_ON_BLACK: Final = {
    "left": "#55ffff",
    "right": "#ffff55",
    "quiet": "#aaaaaa",
    "band": "#555555",
    "button": "#000000",
    "button-text": "#ffffff",
    "edge": "#aaaaaa",
    "chosen": "#aaaaaa",
    "chosen-text": "#000000",
    "footer-key-foreground": "#aaaaaa",
}
_ON_WHITE: Final = {
    "left": "#0000aa",
    "right": "#aa0000",
    "quiet": "#000000",
    "band": "#aaaaaa",
    "button": "#ffffff",
    "button-text": "#000000",
    "edge": "#555555",
    "chosen": "#000000",
    "chosen-text": "#ffffff",
    "footer-key-foreground": "#000000",
}


def in_sixteen(theme: Theme) -> Theme:
    """Return the look for a terminal of 16 colours; of the terminal's own there is one alone."""
    if theme.ansi:
        return theme
    front, back = ("#ffffff", "#000000") if theme.dark else ("#000000", "#ffffff")
    return replace(
        theme,
        primary=front,
        secondary=front,
        accent=front,
        warning=front,
        error=front,
        success=front,
        foreground=front,
        background=back,
        surface=back,
        panel=back,
        variables=_ON_BLACK if theme.dark else _ON_WHITE,
    )

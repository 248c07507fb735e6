"""The looks of the room: evening (dark) and morning (light). Sides keep their colours and marks."""

from textual.theme import Theme

EVENING = Theme(
    name="evening",
    primary="#cfc3a8",
    secondary="#cfc3a8",
    accent="#cfc3a8",
    foreground="#e8e6e1",
    background="#14161b",
    surface="#1c1f26",
    panel="#232730",
    warning="#e0b060",
    error="#e89a8a",
    success="#9cc79c",
    dark=True,
    variables={
        "left": "#56b4e9",
        "right": "#e69f00",
        "quiet": "#a3a29f",
        "band": "#2c313c",
        "button": "#232730",
        "button-text": "#e8e6e1",
        "chosen": "#d6d3cc",
        "chosen-text": "#14161b",
        "edge": "#7b7f88",
        "footer-key-foreground": "#cfc3a8",
    },
)
MORNING = Theme(
    name="morning",
    primary="#5a4a2a",
    secondary="#5a4a2a",
    accent="#5a4a2a",
    foreground="#22242a",
    background="#f7f4ee",
    surface="#ffffff",
    panel="#ece7dc",
    warning="#7a5200",
    error="#8a2a1a",
    success="#2a5a2a",
    dark=False,
    variables={
        "left": "#004a7f",
        "right": "#8a4b00",
        "quiet": "#5c5d60",
        "band": "#ddd6c8",
        "button": "#e6e0d3",
        "button-text": "#22242a",
        "chosen": "#3a3d44",
        "chosen-text": "#f7f4ee",
        "edge": "#7c776c",
        "footer-key-foreground": "#5a4a2a",
    },
)
THEMES = (EVENING, MORNING)

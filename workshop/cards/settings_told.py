"""What a setting is called, and what it is now, in words: the same in both faces."""

from typing import Protocol

from workshop.words import _

KEY = "keys."
"""How the name of a setting begins that is a key."""


class SetUp(Protocol):
    """What is set."""

    def value(self, name: str) -> str:
        """Return what a setting is now, as it would be typed."""


def name_of(name: str) -> str:
    """Return what a setting is called."""
    return {
        "theme": _("Theme"),
        "clock": _("Clock of a turn"),
        "motion": _("Motion"),
        "mouse": _("Mouse"),
        "exercises": _("Own exercises"),
        "data": _("Data folder"),
    }.get(name) or action_of(name.removeprefix(KEY))


def action_of(action: str) -> str:
    """Return what an action is called that has a key."""
    return {
        "pause": _("Pause"),
        "leave": _("Leave"),
        "help-lines": _("Help lines"),
        "hide": _("Hide"),
        "panel": _("Guide"),
        "help": _("Help"),
        "everything": _("Everything"),
        "reopen": _("Back, to my last answer"),
        "next": _("Next"),
        "quit": _("Leave, the other key"),
    }[action]


def look_of(theme: str) -> str:
    """Return what a look is called."""
    return {
        "evening": _("evening, dark"),
        "morning": _("morning, light"),
        "high-contrast": _("high-contrast, dark"),
        "terminal": _("the terminal's own colours"),
    }[theme]


def switched(name: str, *, on: bool) -> str:
    """Return what something is that is on or off."""
    match name, on:
        case "clock", True:
            return _("shown")
        case "clock", False:
            return _("hidden")
        case "motion", True:
            return _("the cursor blinks, pages glide")
        case "motion", False:
            return _("nothing moves by itself")
        case _, True:
            return _("used by the program")
        case _:
            return _("left to the terminal, to select and copy")


def key_of(key: str) -> str:
    """Return how a key is written: `^t` for Ctrl and t."""
    return key.replace("ctrl+", "^")


def value_of(name: str, setup: SetUp) -> str:
    """Return what a setting is now."""
    value = setup.value(name)
    match name:
        case "theme":
            return look_of(value)
        case "clock" | "motion" | "mouse":
            return switched(name, on=value == "on")
        case "exercises":
            return value or _("none, only those of the program")
        case "data":
            return value
        case _:
            return ", ".join(map(key_of, value.split(",")))

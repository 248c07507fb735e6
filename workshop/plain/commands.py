"""What can be typed instead of an answer: its names, and how it ends what waits for a line."""

import re
from typing import Literal, get_args

CommandName = Literal[
    "pass",
    "back",
    "again",
    "where",
    "time",
    "hear",
    "pause",
    "paper",
    "readings",
    "agreement",
    "settings",
    "guide",
    "lines",
    "help",
    "hide",
    "quit",
]
"""What a command is called, without its colon."""
NAMES: dict[str, CommandName] = {f":{name}": name for name in get_args(CommandName)}
COMMANDS = tuple(NAMES)
"""What people type, in small letters."""
LIKE_A_COMMAND = re.compile(r":[a-z]{2,12}")
"""A line that may be meant as a command, in small letters."""


class Command(Exception):
    """A line was one of the commands.

    Attributes:
        name: which one.
    """

    def __init__(self, name: CommandName) -> None:
        super().__init__(name)
        self.name = name


class EndOfInput(Exception):
    """There are no more lines."""


class Hidden(Exception):
    """The screen was hidden: print nothing more."""

"""A call of each command, for tests in which every command is given."""

from collections.abc import Mapping
from pathlib import Path

EXERCISES = Path(__file__).parents[2] / "exercises"
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "": (),
    "--help": ("--help",),
    "--version": ("--version",),
    "start": ("start", "--names", "ALEX", "SAM"),
    "resume": ("resume", "us"),
    "list": ("list",),
    "exercises": ("exercises", "money"),
    "programmes": ("programmes",),
    "before": ("before",),
    "show": ("show", "us"),
    "verify": ("verify", "{us}/agreement.toml"),
    "export": ("export", "us", "--to", "md", "-o", "{new}.md"),
    "summary": ("summary", "us"),
    "prepare": ("prepare", "money"),
    "handout": ("handout", "money", "--to", "html"),
    "check": ("check", str(EXERCISES / "money.toml")),
    "schema": ("schema", "programme"),
    "new-exercise": ("new-exercise", "{new}.toml"),
    "new-programme": ("new-programme", "{new}.toml"),
    "preview": ("preview", str(EXERCISES / "money.toml")),
    "caseload": ("caseload",),
    "rename": ("rename", "us", "we"),
    "guide": ("guide",),
    "completion": ("completion", "bash"),
    "help-lines": ("help-lines", "Germany"),
    "where": ("where",),
    "settings": ("settings", "theme", "morning"),
    "recover": ("recover", "us"),
    "forget": ("forget", "us"),
}
"""A call of each command that prints something and ends well; it is given no line to read."""
ASKING = {"lock", "unlock"}
"""They ask for passphrases at a terminal, and so print nothing here: see `test_locking`."""
ON_A_SCREEN = {"demo"}
"""It needs a screen, and there is none here: see `test_demo`."""

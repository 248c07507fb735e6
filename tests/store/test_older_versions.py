"""What an earlier version wrote opens still."""

from workshop.store import formats
from workshop.store.documents import EveningNotes

BY_VERSION_0_5 = b"""format = 1
began = 2026-11-23
since = 4
first = "left"

[opening]
due = ["We talk on Sundays."]

[[entries]]
turn = "opening/tonight/1/handover"
seconds = 0

[entries.reply]
kind = "done"
"""


def test_an_evening_that_version_0_5_left_open_is_opened_anew() -> None:
    evening = formats.read(EveningNotes, BY_VERSION_0_5, "evening.toml")

    assert evening == EveningNotes(began=None, since=4, first="left")

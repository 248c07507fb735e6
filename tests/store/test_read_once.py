"""A document is cleaned once, however many entries are in it."""

from datetime import date
from typing import Any

import pytest

from workshop.core import model
from workshop.core.text import tidy
from workshop.core.turns.reply import Entry, Words
from workshop.store import formats
from workshop.store.documents import Notes


def test_notes_with_many_entries_are_cleaned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[Any] = []
    entries = tuple(
        Entry(turn=f"topic/{n}", reply=Words(text="Cafe\u0301"), seconds=1) for n in range(1, 9)
    )
    notes = Notes(
        exercise="talk", digest="0", first="left", began=date(2026, 11, 23), entries=entries
    )
    data = formats.write(notes).replace("Caf\u00e9".encode(), b"Cafe\xcc\x81\\u0007")
    monkeypatch.setattr(model, "tidy", lambda value: cleaned.append(value) or tidy(value))

    assert formats.read(Notes, data, "1.toml") == notes
    assert len(cleaned) == 1

"""What is wrong in `settings.toml`, which somebody writes by hand."""

from collections.abc import Iterator
from pathlib import Path

from workshop import paths, toml
from workshop.content.authored import Authored
from workshop.content.problem import Problem
from workshop.content.settings_model import SettingsFile
from workshop.content.shape import shaped, too_new
from workshop.content.slipped import told_in_order
from workshop.errors import Unreadable
from workshop.places import is_folder
from workshop.words import _


def settings_problems(data: bytes, file: str, read: Authored) -> tuple[Problem, ...]:
    """Return everything that is wrong in settings; nothing when they can be followed.

    Args:
        data: the bytes of the file.
        file: how it was named.
        read: what is in it.
    """
    table: toml.Table = read.table or {}
    newer = too_new(table, file)
    found = [newer] if newer else list(_found(table, file))
    return told_in_order(found, read, data, file)


def _found(table: toml.Table, file: str) -> Iterator[Problem]:
    settings, wrong = shaped(SettingsFile, table, file)
    yield from wrong
    if settings is None or settings.exercises is None:
        return
    folder = paths.absolute(Path(file)).parent / paths.expanded(Path(settings.exercises))
    try:
        is_there = is_folder(folder)
    except Unreadable as trouble:
        yield Problem(file, "", trouble.sentence, _("Look at it again later."), at=("exercises",))
        return
    if not is_there:
        what = _("there is no folder {folder}.").format(folder=folder)
        mend = _("Mend its name, or take this line out.")
        yield Problem(file, "", what, mend, at=("exercises",))

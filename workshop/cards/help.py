"""What the help says in both faces alike, a paragraph each; what keys do is each face's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from workshop.cards.sitting import Sitting
    from workshop.content.help_lines import HelpLines


def help_page(
    own: Iterable[str], said: Sitting, path: Path, hide: str, lines: HelpLines, today: date
) -> tuple[str, ...]:
    """Return the help of a face: what its keys do, what is stored and where, and the help lines.

    Args:
        own: what only this face has to say, first.
        said: what a sitting is called.
        path: where the files are.
        hide: what this face calls the way to hide.
        lines: directories of services.
        today: the day, since what was looked up too long ago is left out.
    """
    return (*own, *_what_holds(said, path, hide), *lines.lines(today))


def _what_holds(said: Sitting, path: Path, hide: str) -> tuple[str, ...]:
    """Return what is stored and where, what cannot be hidden, and what a boundary is."""
    return (
        said.stored,
        _("Your files: {path}").format(path=path),
        _(
            "{hide} cannot take back what is in files, in backups, in your shell's history or in"
            " other windows, and it helps little while the other is in the room."
        ).format(hide=hide),
        _(
            "What you type is in the computer's memory until the program ends, what is sealed too."
            " No picture of it is kept after a crash; but a computer that runs short of memory, or"
            " hibernates, writes some of it to its own disk, and only a disk that is encrypted as"
            " a whole keeps that from others."
        ),
        _(
            "A boundary is what I will do, with myself, my time or my attention. Its “if” is"
            " something that happens to me, never where the other goes, whom they see or what"
            " they wear. It is not a reply to a no."
        ),
    )

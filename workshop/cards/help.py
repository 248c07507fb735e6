"""What the help says in both faces alike, a paragraph each; what keys do is each face's own."""

from pathlib import Path

from workshop.words import _


def what_holds(path: Path, hide: str) -> tuple[str, ...]:
    """Return what is stored and where, what cannot be hidden, and what a boundary is.

    Args:
        path: where the files are.
        hide: what this face calls the way to hide.
    """
    return (
        _(
            "What is stored: the answers of the exercise under way, until the evening closes, and"
            " the agreement. Sealed answers are stored once both have opened them. Pauses, and who"
            " stopped, are not stored."
        ),
        _("Your files: {path}").format(path=path),
        _(
            "{hide} cannot take back what is in files, in backups, in your shell's history or in"
            " other windows, and it helps little while the other is in the room."
        ).format(hide=hide),
        _(
            "A boundary is what I will do, with myself, my time or my attention. Its “if” is"
            " something that happens to me, never where the other goes, whom they see or what"
            " they wear. It is no answer to a no."
        ),
    )

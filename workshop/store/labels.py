"""What a workshop can be called: its label is the name of its folder."""

import unicodedata
from pathlib import Path
from shlex import quote
from typing import Literal

from workshop import paths
from workshop.core.text import is_name, shown
from workshop.errors import Trouble, WrongUse
from workshop.places import is_taken, names_in
from workshop.words import _

MOST_BYTES = 100
"""How long a label may be, in bytes: other disks than this one take no more than 255."""
_FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


def is_label(label: str) -> bool:
    """Whether `label` can be the name of a folder here, and of nothing else."""
    return (
        0 < len(label.encode(errors="replace")) <= MOST_BYTES
        and label.isprintable()
        and not label.startswith((".", "-"))  # hidden, or taken for an option
        and not set(label) & set('/\\:*?"<>|')
        and label == label.strip()
    )


def read_label(data: Path, label: str, instead_of: str = "") -> str:
    """Return `label` as a free label, in the one form in which letters with accents are written.

    Some disks take a name for another in small letters, or with its accents apart. So that a data
    folder can be moved to any, no two labels differ in that alone.

    Args:
        data: where workshops are kept.
        label: what was typed.
        instead_of: the label that it takes the place of, if it does.

    Raises:
        WrongUse: it cannot be a folder's name.
        Trouble: it is taken.
    """
    label = unicodedata.normalize("NFC", label)
    if not is_label(label) or not is_name(label):
        raise WrongUse(
            _(
                "A label is the name of a folder: letters, numbers, spaces and hyphens, no"
                " slashes, and not too long."
            )
        )
    if _as_seen(label) in (paths.SETTINGS, paths.CRASH_LOG):
        raise WrongUse(
            _(
                "{label} is what a file of the program's own is called, in the same folder."
                " Choose another label."
            ).format(label=label)
        )
    from workshop.store.forgetting import is_cut_off  # which whoever only lists does without

    there = (name for name in names_in(data) if name != instead_of)
    taken = next((name for name in there if _as_seen(name) == _as_seen(label)), None)
    if taken is not None and (instead_of or not is_cut_off(data / taken)):
        raise Trouble(
            _(
                "The label {label} is not free. Name another; or, if it is yours, go on with:"
                " {command}"
            ).format(label=shown(taken), command=f"workshop resume {quote(shown(taken))}")
        )
    return label


def folder_of(data: Path, label: str) -> Path:
    """Return where a workshop called `label` is, if it is there, however its accents are typed."""
    forms = (label, *(unicodedata.normalize(form, label) for form in _FORMS))
    return next((data / form for form in forms if is_taken(data / form)), data / label)


def _as_seen(label: str) -> str:
    """Return what a disk may take two labels to be the same by."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", label).casefold())

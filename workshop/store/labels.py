"""What a workshop can be called: its label is the name of its folder."""

import unicodedata
from pathlib import Path
from shlex import quote

from workshop import paths
from workshop.core.text import is_name, shown
from workshop.errors import NotFound, Trouble, WrongUse
from workshop.places import names_in
from workshop.words import _

MOST_BYTES = 100
"""How long a label may be, in bytes: other disks than this one take no more than 255."""


def read_label(data: Path, label: str, instead_of: str = "") -> str:
    """Return `label` as a free label, in the one form in which letters with accents are written.

    Some disks take a name for another in small letters, or with its accents apart. So that a data
    folder can be moved to any, no two labels differ in that alone, and none is what some disk
    cannot store.

    Args:
        data: where workshops are kept.
        label: what was typed.
        instead_of: the label that it takes the place of, if it does.

    Raises:
        WrongUse: it cannot be a folder's name.
        Trouble: it is taken.
    """
    label = unicodedata.normalize("NFC", label)
    if why := _why_not(label):
        raise WrongUse(why)
    from workshop.store.forgetting import is_cut_off  # which whoever only lists does without

    there = (name for name in names_in(data) if name != instead_of)
    taken = next((name for name in there if is_same_label(name, label)), None)
    if taken is not None and (instead_of or not is_cut_off(data / taken)):
        raise Trouble(
            _(
                "The label {label} is not free. Name another; or, if it is yours, go on with:"
                " {command}"
            ).format(label=shown(taken), command=f"workshop resume {quote(shown(taken))}")
        )
    return label


def folder_of(data: Path, label: str) -> Path | None:
    """Return what is called `label` in the data folder, in whatever form that is typed.

    It is looked for among the names that there are: so one that was called by hand what no label
    may be, or before that was refused, is found too, and nothing outside the data folder.

    Returns:
        Where it is; None where nothing is called so.

    Raises:
        NotFound: it could be either of two, whose labels differ in capital letters alone.
        Unreadable: nobody can tell what there is.
    """
    names = names_in(data)
    if label in names:
        return data / label
    alike = [name for name in names if is_same_label(name, label)]
    if len(alike) > 1:
        raise NotFound(
            _("{label} could be {these}: write the one you mean as it stands here.").format(
                label=shown(label), these=", ".join(map(shown, alike))
            )
        )
    return data / alike[0] if alike else None


def is_same_label(one: str, other: str) -> bool:
    """Whether a disk may take two labels to be the same: small letters, and accents apart."""
    return _as_seen(one) == _as_seen(other)


def begins(label: str, typed: str) -> bool:
    """Whether a label begins as what is typed of it, in whatever form."""
    return _as_seen(label).startswith(_as_seen(typed))


def _as_seen(label: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", label).casefold())


def _why_not(label: str) -> str:
    """Return why nothing can be called `label`, in NFC; nothing where it can be."""
    from workshop.core.storable import SIGNS, is_device  # as above

    if not is_name(label):
        return _("A label needs something that can be seen, such as letters or a number.")
    if not label.isprintable():
        return _("A label is one line of what can be seen, with plain spaces between.")
    if (long := len(label.encode(errors="replace"))) > MOST_BYTES:
        return _(
            "This label is too long: it takes {long} bytes, of {most} at most. A plain letter takes"
            " one, others up to four."
        ).format(long=long, most=MOST_BYTES)
    if label.startswith("."):
        return _("A label cannot begin with a full stop: the folder would be hidden.")
    if label.startswith("-"):
        return _("A label cannot begin with a hyphen: it would be taken for an option.")
    if label != label.strip():
        return _("A label cannot begin or end with a space, which nobody sees.")
    if label.endswith("."):
        return _("A label cannot end with a full stop: Windows cannot store such a folder.")
    if sign := next((sign for sign in label if sign in SIGNS), ""):
        return _(
            "A label cannot have {sign} in it: it is the name of a folder, and Windows cannot"
            " store such a one."
        ).format(sign=sign)
    if is_device(label):
        return _(
            "{label} is what Windows calls a device, so it cannot store such a folder. Choose"
            " another label."
        ).format(label=label)
    if _as_seen(label) in (paths.SETTINGS, paths.CRASH_LOG):
        return _(
            "{label} is what a file of the program's own is called, in the same folder."
            " Choose another label."
        ).format(label=label)
    return ""

"""Links in a workshop's folder: which one is followed, and why no other is.

A folder that somebody sends may hold links to anything. What the program writes or deletes there
has known names, so a link of such a name would let it write or delete where the link leads. One of
them is meant: who wants the agreement in another place, such as a folder that both can open, puts
it there and a link in its stead. That one is followed if it leads to what could be nothing else: a
plain file of one's own that is named .toml, has no second name, and is in no other workshop. That
an agreement is in it is seen when it is read.
"""

import os
import stat
from pathlib import Path
from shlex import quote

from workshop import paths
from workshop.core.text import one_line
from workshop.errors import Unreadable
from workshop.places import cannot_open, where_it_leads
from workshop.system import SYSTEM, System
from workshop.words import NAMED, _, plural


def is_link(path: Path, system: System = SYSTEM) -> bool:
    """Whether that is a link. Raises Unreadable where nobody can tell."""
    try:
        return stat.S_ISLNK(system.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise Unreadable(cannot_open(path, error)) from None


def agreement_file(path: Path, system: System = SYSTEM) -> Path:
    """Return the file that the agreement at `path` is in: itself, or where its link leads.

    Raises:
        Unreadable: its link leads to what is none, or to nothing.
    """
    try:
        if not is_link(path, system):
            return path
        target = where_it_leads(path, system)
        found = system.lstat(target)
        telling = target.with_name(paths.WORKSHOP)
        in_another = target.parent != where_it_leads(path.parent, system) and any(
            _is_there(file, system) for file in (telling, paths.sealed(telling))
        )
    except FileNotFoundError:
        raise Unreadable(
            _(
                "{path} is a link to {target}, which is not there now. Bring that back, or put the"
                " agreement itself in the link's place."
            ).format(path=_shown(path), target=_shown(target))
        ) from None
    except OSError as error:
        raise Unreadable(cannot_open(path, error)) from None
    own = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    plain = stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and target.suffix == ".toml"
    if own and plain and not in_another:
        return target
    raise Unreadable(
        _(
            "{path} is a link to {target}, and is not followed there: an agreement in another place"
            " is a plain file of your own, named .toml, and in no other workshop. Put the agreement"
            " itself in the link's place."
        ).format(path=_shown(path), target=_shown(target))
    )


def must_be_itself(folder: Path, system: System = SYSTEM) -> None:
    """Raise Unreadable if a folder within a workshop's is a link, and so in another place."""
    try:
        linked = is_link(folder, system)
    except Unreadable:
        return  # whoever writes in it is told
    if linked:
        raise Unreadable(
            _(
                "{path} is a link to another place, where nothing is written and nothing deleted."
                " Put the folder itself in the link's place."
            ).format(path=_shown(folder))
        )


def must_be_plain(folder: Path, system: System = SYSTEM) -> None:
    """Raise Unreadable if something is called as a file of ours and is a link, a pipe or a device.

    Nothing would be followed later on either: but who was sent such a folder is told at once.
    """
    from workshop.store.forgetting import odd_in

    try:
        odd = odd_in(folder, system)
    except OSError as error:
        raise Unreadable(cannot_open(folder, error)) from None
    if not odd:
        return
    shown, more = ", ".join(map(one_line, odd[:NAMED])), len(odd) - NAMED
    mend = _("Delete what you did not put there; `workshop check {folder}` names all of it.")
    what = _(
        "In {folder} there is a link or a pipe instead of a plain file, in the place of {names}."
    )
    if more > 0:
        what = plural(
            "In {folder} there is a link or a pipe instead of a plain file, in the place of {names}"
            " and {count} more.",
            "In {folder} there is a link or a pipe instead of a plain file, in the place of {names}"
            " and {count} more.",
            more,
            folder="{folder}",
            names="{names}",
        )
    said = what.format(folder=_shown(folder), names=shown)
    raise Unreadable(f"{said} {mend.format(folder=quote(_shown(folder)))}")


def _is_there(path: Path, system: System) -> bool:
    try:
        system.lstat(path)
    except FileNotFoundError:
        return False
    return True


def _shown(path: Path) -> str:
    return one_line(str(path))

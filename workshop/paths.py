"""Every path the program knows."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workshop.errors import NotFound
from workshop.words import _

TYPE_CHECKING = False  # of `typing`: what only names paths needs none of it
if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

WORKSHOP = "workshop.toml"
AGREEMENT = "agreement.toml"
NOTES = "notes"
KEPT = "kept"
PROGRAMMES = "programmes"
EVENING = "evening.toml"
BACKUP = ".bak"
CONFLICT = ".conflict"
BROKEN = ".broken"
OLD_PAGE = "agreement-before-{}.toml"
EDITED = "agreement-by-hand-{}.toml"
LOCK = ".lock"
SEALED = ".age"
OUTSIDE = "locked.toml"
KEY = "key-{}"
TOLD = ".told"
CRASH_LOG = "crash.log"
SETTINGS = "settings.toml"


def data_folder(option: str | None, environment: str | None) -> Path:
    """Return where workshops are kept: `--data`, else `WORKSHOP_DATA`, else the platform's place.

    Args:
        option: what `--data` said, if anything.
        environment: what `WORKSHOP_DATA` says, if anything.

    Raises:
        NotFound: it is nowhere.
    """
    chosen = option or environment
    if chosen:
        return whole(chosen)
    from platformdirs import user_data_path  # only asked when nobody said where

    with suppress(RuntimeError):  # of a newer one; an older one stays with `~`
        usual = user_data_path("equal-say", appauthor=False)
        if usual.is_absolute():
            return usual
    raise NotFound(
        _(
            "There is no telling where your home folder is, nor where workshops are kept."
            " Say where with --data DIR."
        )
    )


def whole(named: str) -> Path:
    """Return the whole path of what somebody named, with a home in place of its `~`.

    Raises:
        NotFound: nobody here is called so, or it is named from a folder that is gone.
    """
    try:
        return absolute(Path(named).expanduser())
    except RuntimeError:
        raise NotFound(_("There is no such home folder. Name another.")) from None


def absolute(path: Path) -> Path:
    """Return `path` from the top. Raises NotFound where it is named from a folder that is gone."""
    try:
        return path.absolute()
    except OSError:
        raise NotFound(
            _("The folder that you are in is gone. Go to another one, or name the whole path.")
        ) from None


def expanded(path: Path) -> Path:
    """Return `path` with a home in place of its `~`; as it is where nobody is called so."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def builtin_content() -> Traversable:
    """Return the folder of exercises that came with the program."""
    here = Path(__file__).parent
    for folder in (here / "exercises", here.parent / "exercises"):  # of the wheel, of a checkout
        if folder.is_dir():
            return folder
    from importlib.resources import files  # not in a folder: in an archive, say

    return files("workshop") / "exercises"


def documents() -> Traversable:
    """Return the folder of the documents that came with the program."""
    here = Path(__file__).parent
    for folder in (here / "documents", here.parent / "docs"):  # of the wheel, of a checkout
        if folder.is_dir():
            return folder
    from importlib.resources import files  # not in a folder: in an archive, say

    return files("workshop") / "documents"


def catalogues() -> Path:
    """Return the folder of the frame's words in other languages."""
    return Path(__file__).parent / "locale"


def speaks_others() -> bool:
    """Whether the frame's words are there, and can be read, in any language but English."""
    try:
        return any(language.is_dir() for language in catalogues().iterdir())
    except OSError:
        return False


def notes(folder: Path, run: int) -> Path:
    """Return where the working notes of one run are."""
    return folder / NOTES / f"{run}.toml"


def kept(folder: Path, run: int) -> Path:
    """Return where what both kept of one run is."""
    return folder / KEPT / f"{run}.toml"


def sealed(path: Path) -> Path:
    """Return where a document is whose workshop is locked."""
    return path.with_name(path.name + SEALED)


def key_name(holder: str) -> str:
    """Return what the file is called that has the key of a locked workshop for somebody."""
    return KEY.format(holder) + SEALED


def evening(folder: Path) -> Path:
    """Return where the entries of the open evening are."""
    return folder / NOTES / EVENING

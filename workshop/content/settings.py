"""What somebody set once and for all, in `settings.toml` in the data folder."""

from pathlib import Path
from typing import Literal

from workshop import paths, toml
from workshop.content.authored import authored
from workshop.content.loading import FORMAT
from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.errors import NotFound, Unreadable
from workshop.places import is_folder
from workshop.plain_file import SIZE_LIMIT, read_plain
from workshop.words import _


class Settings(Frozen):
    """The settings.

    Attributes:
        format: the format of the file: 1.
        exercises: a folder with exercises of one's own.
        language: what to speak, such as "de"; whatever is not there is said in English, and what
            is no language stops nothing. Read by `language_set`, as every command asks for it.
    """

    format: Literal[1]
    exercises: Said | None = None
    language: object = None


def read_settings(data: Path) -> Settings:
    """Return the settings in the data folder; the usual ones where there is no such file.

    Raises:
        Unreadable: the file cannot be read; it is left as it is.
    """
    path = data / paths.SETTINGS
    try:
        content = read_plain(path, SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(format=1)
    except OSError as error:
        raise Unreadable(
            _("{path} cannot be opened: {why}.").format(path=path, why=error.strerror)
        ) from None
    read = authored(content)
    if read.slips or read.table is None:
        from workshop.content.slipped import slipped

        raise Unreadable(str(slipped(read, str(path))[0]))
    table = toml.check_format(read.table, str(path), FORMAT)
    return toml.as_model(Settings, table, str(path))


def own_folder(data: Path) -> Path | None:
    """Return the folder of one's own exercises that the settings name, if any.

    Raises:
        Unreadable: the settings cannot be read.
        Unreadable: nobody can tell whether it is there.
        NotFound: there is no such folder; says that the settings name it.
    """
    named = read_settings(data).exercises
    if named is None:
        return None
    folder = data / paths.expanded(Path(named))
    if not is_folder(folder):
        raise NotFound(
            _(
                "There is no folder {folder}, which {settings} names. Mend it, or take it out."
            ).format(folder=folder, settings=data / paths.SETTINGS)
        )
    return folder

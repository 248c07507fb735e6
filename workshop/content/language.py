"""The language that somebody set in `settings.toml`. Every command asks, so no model is needed."""

from pathlib import Path

from workshop import paths
from workshop.errors import Unreadable
from workshop.plain_file import SIZE_LIMIT, read_plain


def language_set(data: Path) -> str | None:
    """Return the `language` of the settings in the data folder; None where they name none.

    What is wrong with the settings is told by whoever needs them: a language stops nothing.
    """
    try:
        content = read_plain(data / paths.SETTINGS, SIZE_LIMIT + 1)
    except (OSError, ValueError):
        return None
    from workshop import toml  # few have settings

    try:
        language = toml.read_table(content, "").get("language")
    except (Unreadable, RecursionError):
        return None
    return language if isinstance(language, str) else None

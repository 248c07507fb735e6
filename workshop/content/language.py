"""The language that somebody set in `settings.toml`. Every command asks, so no model is needed."""

from pathlib import Path

from workshop import paths

SIZE_LIMIT = 1_000_000
"""The largest file that is read, in bytes."""


def language_set(data: Path) -> str | None:
    """Return the `language` of the settings in the data folder; None where they name none.

    What is wrong with the settings is told by whoever needs them: a language stops nothing.
    """
    try:
        with (data / paths.SETTINGS).open("rb") as file:
            content = file.read(SIZE_LIMIT)
    except (OSError, ValueError):
        return None
    import tomllib  # few have settings

    try:
        language = tomllib.loads(content.decode("utf-8-sig")).get("language")
    except (ValueError, RecursionError):
        return None
    return language if isinstance(language, str) else None

"""The guides: documents that come with the program, and can be read without a browser.

In a checkout they lie in `docs`, where people look for them; the wheel has them beside the code.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from workshop import paths
from workshop.errors import NotFound
from workshop.plain_file import SIZE_LIMIT, content_of
from workshop.words import _

Guide = Literal["therapists", "authors", "agreement"]
"""What a guide is called on the command line."""
GUIDES: tuple[Guide, ...] = get_args(Guide)
FILES: Mapping[Guide, str] = {
    "therapists": "for-therapists.md",
    "authors": "writing-exercises.md",
    "agreement": "agreement-format.md",
}
"""The file of each; documents name each other by these."""


def about(guide: Guide) -> str:
    """Return what a guide is about, in one line."""
    return {
        "therapists": _("Guiding two people: before, in the hour, and what stays on your machine."),
        "authors": _("Writing exercises and programmes: each kind of step, and every field."),
        "agreement": _("The format of an agreement, for people who read or write such files."),
    }[guide]


def guide_text(guide: Guide) -> str:
    """Return a guide, in Markdown.

    Raises:
        NotFound: the program was put together without it.
    """
    try:
        return content_of(paths.documents() / FILES[guide], SIZE_LIMIT).decode()
    except OSError:
        raise NotFound(
            _("The guide {name} is missing: install the program again to have it.").format(
                name=guide
            )
        ) from None


def command_for(target: str) -> str:
    """Return the command that prints what a link in a guide leads to; empty where there is none."""
    file = target.partition("#")[0]
    return next((f"workshop guide {name}" for name in GUIDES if FILES[name] == file), "")

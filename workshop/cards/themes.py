"""What people read as the names of the six themes."""

from collections.abc import Mapping

from workshop.core.theme import Theme
from workshop.words import _


def theme_title(theme: Theme) -> str:
    """Return what people read as the name of `theme`."""
    titles: Mapping[Theme, str] = {
        "understanding": _("Understanding"),
        "signs": _("Signs"),
        "factors": _("Origins"),
        "overcoming": _("Repair"),
        "building": _("Building"),
        "keeping": _("Keeping"),
    }
    return titles[theme]

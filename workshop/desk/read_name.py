"""What somebody typed, as a name."""

from workshop.core.text import NAME_LIMIT, is_name, one_line, same_name
from workshop.errors import Refused
from workshop.words import _


def read_name(text: str, taken: str | None = None) -> str:
    """Return `text` as a name.

    Args:
        text: what was typed.
        taken: the other partner's name, if it is known.

    Raises:
        Refused: it cannot be a name, and why.
    """
    name = one_line(text)
    if not name:
        raise Refused(_("A name needs at least one character that can be seen."))
    if len(name) > NAME_LIMIT:
        raise Refused(
            _("A name may have up to {most} characters; that has {size}.").format(
                most=NAME_LIMIT, size=len(name)
            )
        )
    if not is_name(name):
        raise Refused(_("A name needs at least one character that can be seen."))
    if taken is not None and same_name(name, taken):
        raise Refused(
            _("The two names are the same. Add a letter, so that the pages can tell you apart.")
        )
    return name

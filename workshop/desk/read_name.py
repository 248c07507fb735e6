"""What somebody typed, as a name."""

from workshop.core.people import Side
from workshop.core.text import NAME_LIMIT, is_name, one_line, same_name
from workshop.errors import Refused
from workshop.words import _


class NotAName(Refused):
    """One of two names cannot be taken.

    Attributes:
        side: which one.
    """

    def __init__(self, side: Side, sentence: str) -> None:
        super().__init__(sentence)
        self.side = side


def read_names(left: str, right: str) -> tuple[str, str]:
    """Return what was typed as the names of two.

    Raises:
        NotAName: one of them cannot be a name; which one, and why.
    """
    side: Side = "left"
    try:
        one = read_name(left)
        side = "right"
        other = read_name(right)
    except Refused as refused:
        where = {"left": _("On the left: {why}"), "right": _("On the right: {why}")}[side]
        raise NotAName(side, where.format(why=refused.sentence)) from None
    try:
        return one, read_name(other, taken=one)
    except Refused as refused:
        raise NotAName("right", refused.sentence) from None  # it is about both


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

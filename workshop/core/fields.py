"""What the strings of models may be."""

from typing import Annotated

from pydantic import AfterValidator

from workshop.core.text import ANSWER_LIMIT, NAME_LIMIT, is_blank, is_name, one_line, too_long
from workshop.unfit import Unfit
from workshop.words import _


def _fits(text: str) -> str:
    if too_long(text):
        said = _("text may have up to {most:,} characters, this has {size:,}")
        raise Unfit(said.format(most=ANSWER_LIMIT, size=len(text)), _("Make it shorter."))
    return text


def _is_name(text: str) -> str:
    if one_line(text) != text:
        raise Unfit(_("a name stands on one line, without spaces around it"), _("Write it so."))
    if not is_name(text):
        raise Unfit(
            _("a name needs at least one character that can be seen"),
            _("Write a letter or a sign."),
        )
    if len(text) > NAME_LIMIT:
        said = _("a name may have up to {most} characters, this has {size}")
        raise Unfit(said.format(most=NAME_LIMIT, size=len(text)), _("Make it shorter."))
    return text


def _is_said(text: str) -> str:
    if is_blank(text):
        raise Unfit(_("this text is empty"), _("Write something, or take the line out."))
    return text


Answer = Annotated[str, AfterValidator(_fits)]
"""What a partner typed: up to 4,000 characters, perhaps none."""
Said = Annotated[str, AfterValidator(_fits), AfterValidator(_is_said)]
"""An answer that is not blank."""
Name = Annotated[str, AfterValidator(_is_name)]
"""What a partner is called: one line, up to 40 characters, some of them visible."""

"""What the strings of models may be."""

from typing import Annotated

from pydantic import AfterValidator

from workshop.core.text import ANSWER_LIMIT, NAME_LIMIT, is_name, one_line, too_long
from workshop.words import _


def _fits(text: str) -> str:
    if too_long(text):
        said = _("text may have up to {most:,} characters, this has {size:,}")
        raise ValueError(said.format(most=ANSWER_LIMIT, size=len(text)))
    return text


def _is_name(text: str) -> str:
    if one_line(text) != text:
        raise ValueError(_("a name stands on one line, without spaces around it"))
    if not is_name(text):
        raise ValueError(_("a name needs at least one character that can be seen"))
    if len(text) > NAME_LIMIT:
        said = _("a name may have up to {most} characters, this has {size}")
        raise ValueError(said.format(most=NAME_LIMIT, size=len(text)))
    return text


def _is_said(text: str) -> str:
    if not text.strip():
        raise ValueError(_("this text is empty"))
    return text


Answer = Annotated[str, AfterValidator(_fits)]
"""What a partner typed: up to 4,000 characters, perhaps none."""
Said = Annotated[str, AfterValidator(_fits), AfterValidator(_is_said)]
"""An answer that is not blank."""
Name = Annotated[str, AfterValidator(_is_name)]
"""What a partner is called: one line, up to 40 characters, some of them visible."""

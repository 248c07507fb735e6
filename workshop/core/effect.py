"""What a settled entry changes beyond the notes."""

from datetime import date

from workshop.core.model import Frozen
from workshop.core.picture import Picture
from workshop.core.settling import ClauseAgreed, ClauseEvent, FreshPage, HandAgreed
from workshop.core.text import Said


class RulesAgreed(Frozen):
    """Both ticked these ground rules for talking.

    Attributes:
        origin: run and turn.
        rules: the rules, in order.
    """

    origin: str
    rules: tuple[Said, ...]


class PictureKept(Frozen):
    """Both keep a picture.

    Attributes:
        origin: run and turn.
        step: the step that it comes from.
        on: the day on which both said so.
        picture: what is kept.
    """

    origin: str
    step: str
    on: date
    picture: Picture


Effect = ClauseAgreed | ClauseEvent | HandAgreed | FreshPage | RulesAgreed | PictureKept
"""What a settled entry changes beyond the notes."""

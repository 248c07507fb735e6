"""What a settled entry changes beyond the notes."""

from workshop.core.agreement.settling import ClauseAgreed, ClauseEvent, FreshPage, HandAgreed
from workshop.core.fields import Said
from workshop.core.model import Frozen


class RulesAgreed(Frozen):
    """Both ticked these ground rules for talking.

    Attributes:
        origin: run and turn.
        rules: the rules, in order.
    """

    origin: str
    rules: tuple[Said, ...]


Effect = ClauseAgreed | ClauseEvent | HandAgreed | FreshPage | RulesAgreed
"""What a settled entry changes beyond the notes."""

"""What both have seen of an agreement, as a workshop keeps it, and whether it is still there."""

from typing import Annotated

from pydantic import Field

from workshop.core.agreement.agreement import Agreement, newest
from workshop.core.agreement.found import Found, how_found
from workshop.core.agreement.written import Digest
from workshop.core.model import Frozen


class Seen(Frozen):
    """How far the record of an agreement went.

    Attributes:
        revisions: how many there were.
        digest: that of the newest one; before the first, that of the names.
    """

    revisions: Annotated[int, Field(ge=0)]
    digest: Digest


def seen_of(agreement: Agreement) -> Seen:
    """Return how far the record of `agreement` goes."""
    return Seen(revisions=len(agreement.revisions), digest=newest(agreement))


def found(agreement: Agreement | None, seen: Seen | None) -> Found:
    """Return how an agreement is found.

    Args:
        agreement: as it is now; None where there is none.
        seen: what was seen of it; None where nobody noted that.
    """
    there = None if agreement is None else [one.digest for one in agreement.revisions]
    return how_found(seen.revisions if seen else 0, seen.digest if seen else "", there)

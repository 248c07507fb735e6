"""How an agreement is found beside what was seen of it: read without any model.

What was seen is how many revisions there were, and the digest of the newest. The digests bind each
revision to all before it, so the one that was seen stands where it stood, or the record is another.
"""

from collections.abc import Sequence
from typing import Literal

from workshop.values import dataclass

Found = Literal["as seen", "ahead", "behind", "rewritten", "gone"]
"""How it is found: `ahead` goes on from what was seen, as after a stop between two files; `behind`
has fewer revisions; `rewritten` has as many, or more, and what was seen is not among them."""


def how_found(revisions: int, digest: str, there: Sequence[str] | None) -> Found:
    """Return how an agreement is found.

    Args:
        revisions: how many were seen.
        digest: that of the newest one that was seen.
        there: the digests of the revisions that there are now, in order; None without a file.
    """
    if not revisions:  # nothing can be missed, and what there is goes on from nothing
        return "ahead" if there else "as seen"
    if there is None:
        return "gone"
    if len(there) < revisions:
        return "behind"
    if there[revisions - 1] != digest:
        return "rewritten"
    return "as seen" if len(there) == revisions else "ahead"


def misses_some(found: Found) -> bool:
    """Whether something that was seen is not there any more."""
    return found in ("behind", "rewritten", "gone")


@dataclass(frozen=True)
class Missing:
    """What is there of an agreement that is not what was seen.

    Attributes:
        found: how it is found.
        seen: how many revisions were seen.
        there: how many there are.
        copy: how many the last good copy has; None where there is none that has more to it.
    """

    found: Found
    seen: int
    there: int
    copy: int | None

    @property
    def copy_is_whole(self) -> bool:
        """Whether the last good copy has all that was seen."""
        return self.copy is not None and self.copy >= self.seen

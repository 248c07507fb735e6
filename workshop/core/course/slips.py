"""A consent on paper: two slips alike, ticked unseen, folded and mixed, so that nobody is named."""

from workshop.core.course.leaf import OnSlips
from workshop.core.people import Side
from workshop.core.text import fill
from workshop.words import _

CLAUSES = 4
"""For how many clauses of a page there are slips; few pages have more that one doubts."""


def to_both(template: str) -> str:
    """Return what each of the two is asked, on slips that are alike: no name is on them."""
    return fill(template, me=_("each of you"), you=_("the other"))


def on_slips(asked: str, owner: Side | None = None, *, boundary: bool = False) -> OnSlips:
    """Return what is asked about words for a clause.

    Args:
        asked: the question.
        owner: whose own words they are, if they are one's own.
        boundary: whether it is a boundary, which is written down, or not now.
    """
    if boundary:
        return OnSlips(
            asked,
            (_("Yes, write it down"), _("Not now")),
            _("Two yeses: it is written down. Otherwise it was said, and that is all."),
            owner,
        )
    yes, no, not_now = _("Yes, these words"), _("No"), _("Not now")
    answers: tuple[str, ...] = (yes, no, not_now)
    if owner is None:
        answers = (yes, _("Other words"), no, not_now)
        other = _(
            "With “other words”, and no “no”, either of you can offer some, and you ask again."
        )
    else:
        other = _("Only the one it belongs to finds the words.")
    agreed = _("Two yeses: it is agreed. Anything else: not today, and nobody says whose it was.")
    return OnSlips(asked, answers, f"{agreed} {other}", owner)


def numbers_on_slips(asked: str, seconds: int) -> OnSlips:
    """Return how both note, unseen, the clauses that they are not sure of; `asked` names nobody."""
    how = _("Write the numbers of these on the line, or tick that there are none.")
    return OnSlips(
        f"{asked}\n{how}",
        ("", _("None of them")),
        _("Read out all numbers together, as one list. Nobody says who wrote which."),
        seconds=seconds,
    )


def standing_on_slips(asked: str) -> OnSlips:
    """Return what is asked about each clause that was noted."""
    return OnSlips(
        asked,
        (
            _("Keep it"),
            _("Other words"),
            _("Pause it"),
            _("End it"),
            _("Not now"),
        ),
        _(
            "One slip is enough to end it or pause it; keeping it or changing its words takes"
            " both. Nobody says whose slip it was."
        ),
        pairs=CLAUSES,
    )

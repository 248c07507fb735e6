"""What has paused or ended, and still rests: what two are told, whoever it was and wherever."""

from collections.abc import Iterable

from workshop.core.agreement.agreement import AnyRevision, Revision


def rested(revisions: Iterable[AnyRevision]) -> tuple[Revision, ...]:
    """Return what paused or ended clauses, once for each; what was taken up again is left out.

    Args:
        revisions: what happened, in order.
    """
    newest: dict[str, Revision] = {}
    for one in revisions:
        if one.event in ("paused", "ended"):
            newest.pop(one.clause, None)  # they are told in the order in which it came to rest
            newest[one.clause] = one
        elif one.event == "resumed":
            newest.pop(one.clause, None)
    return tuple(newest.values())

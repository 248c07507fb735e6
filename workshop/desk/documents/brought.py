"""What an evening brought, for its close: what is new on the page, and how long each spoke."""

from collections.abc import Sequence
from datetime import date

from workshop.cards.clause_events import rule_off, told_of
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.rested import rested
from workshop.core.agreement.sheet import in_order
from workshop.core.agreement.verify import code
from workshop.core.course.session import Session
from workshop.core.evening.closing import Tonight, both_promised
from workshop.core.people import Side
from workshop.core.turns import Speak, SpeakingTime, passed
from workshop.desk.documents.open_agreement import promised
from workshop.desk.kept_notes import kept_answers, pictures_of
from workshop.store.documents import EveningNotes


def brought(
    evening: EveningNotes,
    today: date,
    sessions: Sequence[Session],
    titles: Sequence[str],
    agreement: Agreement | None,
    rules: Sequence[str] = (),
    *,
    stopped: bool,
) -> Tonight:
    """Return what the evening brought.

    Args:
        evening: as it stands; it knows what stood in the agreement when it began.
        today: the day it is closed on.
        sessions: the exercises that were finished, and are not put away yet.
        titles: what each of them is called.
        agreement: as it stands now; None while there is none.
        rules: the rules for talking that were taken off.
        stopped: whether an exercise is left in the middle.
    """
    of_tonight = agreement.revisions[evening.since :] if agreement else ()
    new = [one for one in of_tonight if one.event == "agreed" or one.event == "changed"]
    ids = {one.clause for one in new}
    told = agreement.told() if agreement else {}  # whose it is, as that one is called now
    hold = [
        promised(one, agreement)
        for one in in_order(agreement.standing if agreement else ())
        if agreement is not None and one.id in ids and one.status == "in force"
    ]
    times = (_spoken(session, title) for session, title in zip(sessions, titles, strict=True))
    return Tonight(
        on=today,
        clauses=tuple(one.text for one in hold),
        whose=tuple(one.owner or "both" for one in hold),
        rested=(*map(told_of, rested(of_tonight)), *map(rule_off, rules)),
        promised=both_promised(told[one.clause] for one in new if one.event == "agreed"),
        runs=tuple(session.run for session in sessions),
        code=code(agreement) if agreement and (of_tonight or evening.renewed) else "",
        notes=any(map(kept_answers, sessions)),
        picture=any(map(pictures_of, sessions)),
        stopped=stopped,
        spoken=tuple(time for time in times if time is not None),
    )


def _spoken(session: Session, title: str) -> SpeakingTime | None:
    """Return how long each spoke in one exercise; None where nobody did.

    To sit there and then pass is not to speak.
    """
    seconds: dict[Side, int] = {"left": 0, "right": 0}
    for turn, entry in zip(session.progress.turns, session.entries, strict=False):
        if isinstance(turn, Speak) and turn.holder is not None and not passed(entry.reply):
            seconds[turn.holder] += entry.seconds
    if not any(seconds.values()):
        return None
    return SpeakingTime(title=title, left=seconds["left"], right=seconds["right"])

"""Whether an agreement holds what both have seen: anything older or other is told, nothing else."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from support.effort import examples

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.chain import appended, renamed
from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent
from workshop.core.agreement.found import misses_some
from workshop.core.agreement.seen import found, seen_of
from workshop.core.agreement.settling import settle, settled_alone

DAY = date(2026, 11, 23)
EMPTY = Agreement(partners=("ALEX", "SAM"))


def grown(agreement: Agreement, how: str, words: str = "We cook.") -> Agreement:
    """Return `agreement` after something that two can do in the program."""
    origin, clause = f"{len(agreement.revisions)}/x", next(iter(agreement.standing), None)
    match how:
        case "end" if clause is not None:
            return settled_alone(agreement, "ended", clause.id, DAY)
        case "pause" if clause is not None and clause.status == "in force":
            return settled_alone(agreement, "paused", clause.id, DAY)
        case "review" if clause is not None:
            kept = ClauseEvent(origin=origin, event="review", clause=clause.id, on=DAY, weeks=3)
            return settle(agreement, [kept], DAY)
        case "rename":
            name = "Kim" if agreement.partners[0] != "Kim" else "ALEX"
            return renamed(agreement, "left", name, origin, DAY)
        case _:
            effect = ClauseAgreed(
                origin=origin, kind="promise", text=words, exercise="chores", on=DAY, owner="right"
            )
            return settle(agreement, [effect], DAY)


def lives() -> st.SearchStrategy[list[Agreement]]:
    """Return the states that an agreement goes through, the one without a revision first."""
    steps = st.lists(st.sampled_from(["add", "end", "pause", "review", "rename"]), max_size=7)
    return steps.map(lived)


def lived(steps: list[str]) -> list[Agreement]:
    states = [EMPTY]
    for how in steps:
        states.append(grown(states[-1], how))
    return states


@given(lives(), st.data())
@examples(60)
def test_what_two_do_in_the_program_is_never_told(
    states: list[Agreement], data: st.DataObject
) -> None:
    noted = data.draw(st.integers(0, len(states) - 1))
    now = data.draw(st.integers(noted, len(states) - 1))

    how = found(states[now], seen_of(states[noted]))

    assert how == (
        "as seen" if len(states[now].revisions) == len(states[noted].revisions) else "ahead"
    )


@given(lives(), st.data())
@examples(60)
def test_any_older_copy_is_told_and_so_is_none(
    states: list[Agreement], data: st.DataObject
) -> None:
    noted = data.draw(st.integers(0, len(states) - 1))
    older = [one for one in states[:noted] if one.revisions != states[noted].revisions]
    seen = seen_of(states[noted])

    assert all(found(one, seen) == "behind" for one in older)
    assert found(None, seen) == ("gone" if states[noted].revisions else "as seen")
    assert all(found(one, None) in ("as seen", "ahead") for one in older)  # nobody noted anything


@given(lives(), st.data())
@examples(60)
def test_a_history_that_parts_from_what_was_seen_is_told(
    states: list[Agreement], data: st.DataObject
) -> None:
    parts = data.draw(st.integers(0, len(states) - 1))
    more = data.draw(st.integers(1, 4))
    ours, theirs = states[parts], states[parts]
    for _number in range(data.draw(st.integers(1, 4))):
        ours = grown(ours, "add", "We cook on Fridays.")
    for _number in range(len(ours.revisions) - len(theirs.revisions) + more - 1):
        theirs = grown(theirs, "add", "We cook on Mondays.")

    assert found(theirs, seen_of(ours)) == "rewritten"
    assert misses_some(found(theirs, seen_of(ours)))


def test_a_clause_that_was_edited_by_hand_is_no_other_history() -> None:
    page = grown(grown(EMPTY, "add"), "pause")
    edited = page.model_copy(
        update={"clauses": (page.clauses[0].model_copy(update={"text": "I never cook."}),)}
    )

    assert found(edited, seen_of(page)) == "as seen"
    assert appended(edited, "ended", page.clauses[0], "1/y", DAY).revisions[:2] == page.revisions

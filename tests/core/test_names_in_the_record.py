"""A name in the record of an agreement: changed in all of it, told in the chain, undone nowhere."""

import tomllib
from datetime import date

import pytest
from core.test_agreement import EMPTY, SECOND_EVENING, agreed, happened, rich
from hypothesis import given
from hypothesis import strategies as st
from support.couple import Couple, answering, by_chance, passing
from support.effort import every
from support.exercises import by_id, every_exercise

from workshop.core.agreement.agreement import Agreement, as_document
from workshop.core.agreement.chain import renamed
from workshop.core.agreement.names_by_hand import with_its_names
from workshop.core.agreement.page import as_text
from workshop.core.agreement.settling import settle
from workshop.core.agreement.verify import Altered, Same, SameUpTo, Unchanged, code, verify
from workshop.core.course.session import Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import Pair, Side
from workshop.core.text import same_name
from workshop.store import formats

DAY = date(2026, 12, 8)
NAMES = ["Alex", "Sam", "Kim", "[/]", "李", "Jos\u00e9", "{left} %s", "x" * 40, "alex", "SAM"]


def called(agreement: Agreement, side: Side, name: str, day: date = DAY) -> Agreement:
    return renamed(agreement, side, name, f"page/{len(agreement.revisions) + 1}", day)


def test_every_clause_is_its_owners_by_the_name_of_now() -> None:
    after = called(rich(), "left", "Kim")

    assert after.partners == ("Kim", "Sam")
    assert [clause.owner for clause in after.clauses] == [None, "Kim", "Sam"]
    assert list(after.told().values()) == list(after.clauses)
    assert [after.agreed(clause.id) for clause in after.clauses] == list(after.clauses)
    assert "Alex" not in as_text(after)


def test_what_was_noted_before_is_still_found_and_what_came_since_is_told() -> None:
    before = rich()
    after = settle(called(before, "left", "Kim"), [happened("resumed", "c2", "5/a")], DAY)

    told = verify(after, code(before))

    assert isinstance(told, SameUpTo)
    assert told.sentence == (
        f"The same up to revision {len(before.revisions)}, then changed:"
        " 8 December 2026, Alex is called Kim; 8 December 2026, clause c2 taken up again."
    )
    assert verify(after, code(after)) == Same()
    assert verify(after, code(EMPTY)).holds


def test_a_file_without_a_new_name_is_as_it_always_was() -> None:
    assert as_document(rich())["format"] == 1
    assert formats.write(called(rich(), "left", "Kim")).count(b"\nformat = 2\n") == 1


def test_a_new_name_that_a_file_of_format_1_tells_is_refused() -> None:
    document = as_document(called(rich(), "left", "Kim")) | {"format": 1}

    with pytest.raises(ValueError, match="a file of format 1 cannot tell"):
        Agreement.model_validate(document)


Step = tuple[str, Side, str]
steps = st.lists(
    st.tuples(
        st.sampled_from(["left", "right", "agreed", "paused", "resumed", "ended", "changed"]),
        st.sampled_from(["left", "right"]),
        st.sampled_from(NAMES),
    ),
    max_size=12,
)


def walked(walk: list[Step], *, mirrored: bool = False) -> list[Agreement]:
    """Return an agreement after each step that fits it."""
    sides: dict[str, Side] = {"left": "left", "right": "right"}
    if mirrored:
        sides = {"left": "right", "right": "left"}
    names = ("Sam", "Alex") if mirrored else ("Alex", "Sam")
    found = [Agreement(partners=names)]
    for number, (what, side, name) in enumerate(walk):
        now, origin = found[-1], f"{number}/a"
        if what in sides:
            mine = 0 if sides[what] == "left" else 1
            if name != now.partners[mine] and not same_name(name, now.partners[1 - mine]):
                found.append(called(now, sides[what], name))
        elif what == "agreed":
            own = agreed(origin, kind="promise", owner=sides[side], text=name)
            found.append(settle(now, [own], DAY))
        else:
            text = {"text": f"{name}, {number}."} if what == "changed" else {}
            event = happened(what, "c1", origin, **text)
            found.append(settle(now, [event], SECOND_EVENING))
    return found


@given(steps)
def test_whatever_happens_to_names_and_clauses_the_chain_holds(walk: list[Step]) -> None:
    found = walked(walk)
    last = found[-1]

    back = formats.read(Agreement, formats.write(last), "it")

    assert back == last
    assert verify(last) == Unchanged()
    assert last.first_names == ("Alex", "Sam")
    assert all(verify(last, code(one)).holds for one in found)
    assert all(clause.owner in last.partners for clause in last.clauses)


@given(steps)
def test_with_the_two_swapped_it_is_mirrored(walk: list[Step]) -> None:
    one, other = walked(walk)[-1], walked(walk, mirrored=True)[-1]

    assert other.partners == one.partners[::-1]
    assert other.clauses == one.clauses
    assert [each.model_copy(update={"digest": "0" * 64}) for each in one.revisions] == [
        each.model_copy(update={"digest": "0" * 64}) for each in other.revisions
    ]


@pytest.mark.parametrize("change", ["old", "new", "on", "origin", "number"])
def test_no_part_of_it_can_be_changed_unseen(change: str) -> None:
    document = tomllib.loads(formats.write(called(rich(), "left", "Kim")).decode())
    others = {"old": "Al", "new": "Kay", "on": SECOND_EVENING, "origin": "x", "number": 7}
    document["revisions"][-1][change] = others[change]

    told = verify(Agreement.model_validate(document))

    assert isinstance(told, Altered)
    assert told.breaks_chain


def test_names_that_were_changed_by_hand_are_found_by_those_of_the_workshop() -> None:
    record = called(rich(), "left", "Kim")
    by_hand = record.model_copy(update={"partners": ("Kay", "Sam")})

    assert not verify(by_hand).holds
    assert with_its_names(by_hand, ("Kim", "Sam")) == record
    assert with_its_names(record, ("Kay", "Sam")) == record
    assert with_its_names(by_hand, ("Al", "Sam")) == by_hand


WALKS: list[Couple] = [answering, passing, by_chance(5)]


@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_an_exercise_under_way_goes_on_by_the_new_names(exercise: Exercise) -> None:
    before = Pair(left="ALEX", right="SAM", first="right")
    after = Pair(left="{you} [/]", right="alex", first="right")
    for couple in WALKS[:: every(2)]:
        session = Session(exercise, before, run=1)
        while (asked := ask(session)) is not None:
            session = record(session, couple(asked, before), 7, DAY)
            again = Session(exercise, after, run=1, entries=session.entries)
            assert again.progress.used == len(session.entries)
            one, other = session.progress.turn, again.progress.turn
            assert (one and one.id) == (other and other.id)
        assert again.effects == session.effects

"""The agreement: effects become clauses and a chain, and no change to either goes unseen."""

import base64
import copy
import hashlib
import json
import tomllib
from datetime import date, datetime, timedelta
from typing import Any, get_args

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.core.agreement.agreement import Agreement, Clause, Revision, as_document, base, digest
from workshop.core.agreement.effect import ClauseAgreed, ClauseEffect, ClauseEvent
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.agreement.page import as_text, header
from workshop.core.agreement.settling import gone, settle
from workshop.core.agreement.verify import (
    Altered,
    NotHere,
    Same,
    SameUpTo,
    Unchanged,
    code,
    read_code,
    verify,
)
from workshop.core.days import in_words
from workshop.core.text import clean, is_blank
from workshop.errors import Refused

pytestmark = pytest.mark.every(5)

FIRST_EVENING = date(2026, 11, 23)
SECOND_EVENING = date(2026, 12, 3)
EMPTY = Agreement(partners=("Alex", "Sam"))
NASTY = [
    "[/]",
    "$x",
    "a\\",
    "李",
    "🙂",
    "👩‍👩‍👧",
    "مرحبا بكم",
    "one\ntwo\n\nfour\n",
    "\n starts low",
    'say """ and \\""" and \'\'\'',
    "tab\there",
    "# no comment\n[[clauses]]",
    "line\u2028separator",
    "<b>&amp;</b> **bold**",
    "{me} {outside} %s",
    "x" * 4000,
]


def agreed(turn: str = "1/clause/consent/1", **fields: Any) -> ClauseAgreed:
    usual: dict[str, Any] = {
        "origin": turn,
        "kind": "agreement",
        "text": "Above 150 we talk first and sleep on it.",
        "exercise": "money",
        "on": FIRST_EVENING,
        "weeks": 2,
    }
    return ClauseAgreed(**{**usual, **fields})


def happened(event: Any, clause: str, turn: str, **fields: Any) -> ClauseEvent:
    return ClauseEvent(origin=turn, event=event, clause=clause, on=SECOND_EVENING, **fields)


def rich() -> Agreement:
    """Three clauses and every event there is."""
    first = [
        agreed(),
        agreed("2/mine/consent/1", kind="promise", owner="left", text="I ring when I am late."),
        agreed("2/yours/consent/1", kind="boundary", owner="right", text="I go out.", weeks=None),
    ]
    second = [
        happened("changed", "c1", "3/a", text="Above 200 we talk first.", weeks=4),
        happened("paused", "c2", "3/b"),
        happened("resumed", "c2", "3/c"),
        happened("paused", "c2", "3/d"),
        happened("review", "c1", "3/e", weeks=8),
        happened("ended", "c3", "3/f"),
    ]
    return settle(settle(EMPTY, first, FIRST_EVENING), second, SECOND_EVENING)


def from_toml(text: str) -> Agreement:
    return Agreement.model_validate(tomllib.loads(text))


# What effects do


def test_a_clause_agreed_is_in_force_with_both_names_and_a_day_to_look_at_it_again() -> None:
    effect = agreed(kind="promise", owner="right", on=FIRST_EVENING, weeks=2)

    after = settle(EMPTY, [effect], SECOND_EVENING)

    assert after.clauses == (
        Clause(
            id="c1",
            kind="promise",
            text=effect.text,
            exercise="money",
            agreed_on=FIRST_EVENING,
            review_on=date(2026, 12, 7),
            status="in force",
            owner="Sam",
        ),
    )
    assert after.updated == after.revisions[0].on == SECOND_EVENING
    assert after.revisions[0].origin == effect.origin


def test_a_clause_without_weeks_has_no_day_to_look_at_it_again() -> None:
    after = settle(EMPTY, [agreed(weeks=None)], FIRST_EVENING)

    assert after.clauses[0].review_on is None


def test_weeks_never_reach_beyond_the_calendar() -> None:
    after = settle(EMPTY, [agreed(on=date.max - timedelta(days=3))], FIRST_EVENING)

    assert after.clauses[0].review_on == date.max


def test_each_event_changes_its_own_clause_and_no_other() -> None:
    clauses = rich().clauses

    assert [(clause.id, clause.status) for clause in clauses] == [
        ("c1", "in force"),
        ("c2", "paused"),
        ("c3", "ended"),
    ]
    assert clauses[0].text == "Above 200 we talk first."
    assert clauses[0].review_on == SECOND_EVENING + timedelta(weeks=8)
    assert clauses[1].review_on == FIRST_EVENING + timedelta(weeks=2)
    assert all(clause.agreed_on == FIRST_EVENING for clause in clauses)


def test_what_has_ended_stays_ended_and_later_effects_on_it_are_told() -> None:
    ended = rich()
    late = [happened("changed", "c3", "4/a", text="other"), happened("resumed", "c3", "4/b")]

    assert settle(ended, late, SECOND_EVENING) == ended
    assert gone(ended, late) == ("c3",)
    assert gone(ended, [happened("ended", "c3", "4/c")]) == ()


def test_an_effect_on_a_clause_that_is_gone_is_skipped_and_told() -> None:
    full = rich()
    without = Agreement.model_validate({**dict(full), "clauses": full.clauses[1:]})
    effects = [happened("paused", "c1", "4/a"), happened("resumed", "c2", "4/b")]

    after = settle(without, effects, SECOND_EVENING)

    assert gone(without, effects) == gone(after, effects) == ("c1",)
    assert [clause.id for clause in after.clauses] == ["c2", "c3"]
    assert after.clauses[0].status == "in force"


def test_a_number_once_used_is_never_used_again() -> None:
    full = rich()
    emptied = Agreement.model_validate({**dict(full), "clauses": ()})
    pasted = full.clauses[0].model_copy(update={"id": "c41"})
    added = Agreement.model_validate({**dict(full), "clauses": (*full.clauses, pasted)})
    last = added.clauses[3].model_copy(update={"id": "c999999999"})
    at_the_end = Agreement.model_validate({**dict(full), "clauses": (*full.clauses, last)})

    new = [agreed("9/a")]

    assert settle(emptied, new, SECOND_EVENING).clauses[-1].id == "c4"
    assert settle(added, new, SECOND_EVENING).clauses[-1].id == "c42"
    assert settle(at_the_end, new, SECOND_EVENING).clauses[-1].id == "c4"


@pytest.mark.parametrize(
    "fields",
    [
        {"event": "changed"},
        {"event": "paused", "text": "words"},
        {"event": "ended", "weeks": 2},
        {"event": "review", "weeks": 0},
    ],
)
def test_an_event_that_makes_no_sense_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        ClauseEvent(origin="1/a", clause="c1", on=FIRST_EVENING, **fields)


# Laws


@st.composite
def courses(draw: st.DrawFn) -> list[ClauseEffect]:
    """Effects as a course emits them: on clauses that were there, some of them ended or gone."""
    effects: list[ClauseEffect] = []
    clauses = 0
    for number in range(draw(st.integers(0, 10))):
        turn = f"{draw(st.integers(1, 3))}/{number}"
        text = draw(
            st.sampled_from(NASTY) | st.text(min_size=1).filter(lambda t: not is_blank(clean(t)))
        )
        weeks = draw(st.none() | st.integers(1, 52))
        event = draw(st.sampled_from(["agreed", "changed", "paused", "resumed", "ended", "review"]))
        if event == "agreed":
            clauses += 1
            owner = draw(st.sampled_from([None, "left", "right"]))
            kind = draw(st.sampled_from(get_args(ClauseKind)))
            effects.append(agreed(turn, text=text, weeks=weeks, owner=owner, kind=kind))
        else:
            ids = [f"c{id}" for id in range(1, clauses + 1)]
            fields: dict[str, Any] = {"changed": {"text": text, "weeks": weeks}}.get(event, {})
            effects.append(happened(event, draw(st.sampled_from([*ids, "c900"])), turn, **fields))
    return effects


@settings(max_examples=60, deadline=None)
@given(courses(), st.data())
def test_effects_settle_to_the_same_however_they_are_split_and_repeated(
    effects: list[ClauseEffect], data: st.DataObject
) -> None:
    whole = settle(EMPTY, effects, SECOND_EVENING)

    in_parts = EMPTY
    for end in [*sorted(data.draw(st.lists(st.integers(0, len(effects))))), len(effects)]:
        start = data.draw(st.integers(0, end))
        seen = len({revision.origin for revision in in_parts.revisions})
        in_parts = settle(in_parts, effects[:end], SECOND_EVENING)
        in_parts = settle(in_parts, effects[start:end], SECOND_EVENING)
        assert len(in_parts.revisions) >= seen

    assert in_parts == whole
    assert settle(EMPTY, [*effects, *effects], SECOND_EVENING) == whole
    assert settle(whole, effects, date(2030, 1, 1)) == whole


@settings(max_examples=60, deadline=None)
@given(courses())
def test_whatever_the_program_settles_holds_and_comes_back_from_toml(
    effects: list[ClauseEffect],
) -> None:
    agreement = settle(EMPTY, effects, SECOND_EVENING)

    for multiline in (False, True):
        text = header(agreement) + tomli_w.dumps(
            as_document(agreement), multiline_strings=multiline
        )
        assert from_toml(text) == agreement
    assert verify(agreement) == Unchanged()
    assert verify(agreement, code(agreement)) == Same()
    assert as_text(agreement).endswith("\n")


@settings(max_examples=40, deadline=None)
@given(courses())
def test_the_chain_can_be_recomputed_from_the_file_alone(effects: list[ClauseEffect]) -> None:
    agreement = settle(EMPTY, effects, SECOND_EVENING)
    document = tomllib.loads(tomli_w.dumps(as_document(agreement)))

    def sha(value: object) -> str:
        text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    newest = sha({"format": document["format"], "partners": document["partners"]})
    told: dict[str, dict[str, object]] = {}
    for revision in document.get("revisions", []):
        event = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in revision.items()
            if name != "digest"
        }
        newest = sha({"before": newest, "event": event})
        assert revision["digest"] == newest
        beside = ("number", "on", "clause", "event", "origin", "digest")
        fields = {name: value for name, value in revision.items() if name not in beside}
        told[revision["clause"]] = {"id": revision["clause"], **fields}
    assert document.get("clauses", []) == list(told.values())

    crockford = str.maketrans(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    )
    plain = base64.b32encode(bytes.fromhex(newest)[:15]).decode().translate(crockford)
    assert code(agreement).replace("-", "") == plain


@settings(max_examples=40, deadline=None)
@given(courses())
def test_two_partners_who_swap_sides_have_the_mirrored_agreement(
    effects: list[ClauseEffect],
) -> None:
    sides = {"left": "right", "right": "left", None: None}
    mirrored = [
        effect.model_copy(update={"owner": sides[effect.owner]})
        if isinstance(effect, ClauseAgreed)
        else effect
        for effect in effects
    ]

    one = as_document(settle(EMPTY, effects, SECOND_EVENING))
    two = as_document(settle(Agreement(partners=("Sam", "Alex")), mirrored, SECOND_EVENING))

    def turned(value: Any) -> Any:
        match value:
            case dict():
                return {name: turned(item) for name, item in value.items() if name != "digest"}
            case ["Alex", "Sam"] | ["Sam", "Alex"]:
                return sorted(value)
            case list():
                return [turned(item) for item in value]
            case _:
                return value

    assert turned(one) == turned(two)
    assert one["partners"] == ["Alex", "Sam"]
    assert two["partners"] == ["Sam", "Alex"]


# The file


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("multiline", [False, True])
def test_nasty_words_come_back_as_they_were_said(text: str, multiline: bool) -> None:
    agreement = settle(EMPTY, [agreed(text=text)], FIRST_EVENING)

    back = from_toml(tomli_w.dumps(as_document(agreement), multiline_strings=multiline))

    assert back == agreement
    assert back.clauses[0].text == clean(text)
    assert verify(back, code(agreement)) == Same()


def test_the_file_has_its_fields_in_their_order_and_leaves_absent_ones_out() -> None:
    document: Any = as_document(settle(EMPTY, [agreed(weeks=None)], FIRST_EVENING))

    assert list(document) == ["format", "partners", "updated", "clauses", "revisions"]
    terms = ["kind", "text", "exercise", "agreed_on", "status"]
    assert list(document["clauses"][0]) == ["id", *terms]
    expected = ["number", "on", "clause", "event", *terms, "origin", "digest"]
    assert list(document["revisions"][0]) == expected
    assert as_document(EMPTY) == {"format": 1, "partners": ["Alex", "Sam"]}


def test_the_header_says_what_it_is_and_is_nothing_but_comments() -> None:
    lines = header(Agreement(partners=("# [Al]", "李 \\ {two}"))).splitlines()

    assert "not a contract, not evidence" in lines[0]
    assert "# [Al] and 李 \\ {two}" in lines[0]
    assert "cannot know who pressed yes" in lines[1]
    assert all(line.startswith("# ") for line in lines)
    assert tomllib.loads("\n".join(lines)) == {}


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u2066", "\x1b", "\x00", "\r", "\x7f", "\x85", "\ud800"]
)
def test_text_that_cleaning_would_change_is_refused(hidden: str) -> None:
    document = as_document(rich())
    for path in paths(document):
        if isinstance(at(document, path), str):
            with pytest.raises(ValueError, match=f"U\\+{ord(hidden):04X}|validation error"):
                Agreement.model_validate(put(document, path, f"{at(document, path)}{hidden}"))
    with pytest.raises(ValueError, match=f"a key holds .* U\\+{ord(hidden):04X}"):
        Agreement.model_validate({**document, f"a{hidden}": 1})


def test_letters_with_separate_accents_are_the_same_letters() -> None:
    agreement = settle(EMPTY, [agreed(text="caf\u00e9")], FIRST_EVENING)

    back = from_toml(tomli_w.dumps(as_document(agreement)).replace("\u00e9", "e\u0301"))

    assert back == agreement
    assert verify(back, code(agreement)) == Same()


@pytest.mark.parametrize(
    "path_and_value",
    [
        (("partners",), ["Sam", "SAM"]),
        (("partners",), ["Sam"]),
        (("format",), 3),
        (("clauses", 1, "id"), "c1"),
        (("clauses", 1, "id"), "rent"),
        (("clauses", 1, "text"), " "),
        (("clauses", 1, "text"), "x" * 4001),
        (("clauses", 1, "status"), "over"),
        (("clauses", 1, "agreed_on"), datetime(2026, 11, 23)),
        (("clauses", 1, "note"), "more"),
        (("revisions", 1, "number"), 16**5000),
        (("revisions", 1, "digest"), "F" * 64),
    ],
)
def test_what_cannot_be_understood_is_refused(path_and_value: tuple[Any, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Agreement.model_validate(put(as_document(rich()), *path_and_value))


# The code


def test_the_code_of_a_known_agreement_is_the_same_for_ever() -> None:
    agreement = settle(EMPTY, [agreed(text="Wir reden zuerst, 李 🙂.")], FIRST_EVENING)

    assert code(EMPTY) == "XGAC-1E4H-737H-9C4C-BPFY-VTK4"
    assert code(agreement) == "H9YE-627F-PZVE-YA1J-JKC2-B8FZ"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=24, max_size=24), st.data())
def test_a_code_is_read_however_it_is_typed(plain: str, data: st.DataObject) -> None:
    heard = {"0": "0oO", "1": "1iIlL"}
    typed = ""
    for char in plain:
        typed += data.draw(st.sampled_from(heard.get(char, char + char.lower())))
        typed += data.draw(st.sampled_from(["", "", " ", "-", "\u2013", "\u2011", "\n"]))

    read = read_code(typed)

    assert read == "-".join(plain[start : start + 4] for start in range(0, 24, 4))


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_whatever_else_is_typed_is_no_code_and_is_refused(typed: str) -> None:
    if read_code(typed) is None:
        with pytest.raises(Refused) as refused:
            verify(EMPTY, typed)
        assert "24 letters and digits" in refused.value.sentence


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 24, "A" * 23, "A" * 25, "ſ" * 24, "٣" * 24])
def test_near_codes_are_none(typed: str) -> None:
    assert read_code(typed) is None


# The verdicts


def test_the_newest_code_says_the_same() -> None:
    verdict = verify(rich(), code(rich()).lower().replace("-", " "))

    assert verdict == Same()
    assert verdict.holds


def test_an_earlier_code_says_what_came_after_it() -> None:
    before = settle(EMPTY, [agreed(), agreed("2/a")], FIRST_EVENING)
    after = settle(before, [happened("ended", "c1", "3/a")], SECOND_EVENING)

    verdict = verify(after, code(before))

    assert verdict == SameUpTo(2, after.revisions[2:])
    assert verdict.holds
    assert (
        verdict.sentence
        == "The same up to revision 2, then changed: 3 December 2026, clause c1 ended."
    )


def test_the_code_of_the_empty_agreement_says_all_that_came() -> None:
    verdict = verify(rich(), code(EMPTY))

    assert verdict == SameUpTo(0, rich().revisions)
    for words in ("agreed", "changed", "paused", "taken up again", "ended", "looked at again"):
        assert words in verdict.sentence


def test_rolling_back_shows_only_to_who_has_the_code() -> None:
    newer = rich()
    older = settle(EMPTY, [agreed()], FIRST_EVENING)

    assert verify(older) == Unchanged()
    assert verify(older, code(newer)) == NotHere()
    assert not NotHere().holds
    assert Unchanged().holds


def test_a_forger_who_recomputes_everything_is_found_out_by_the_code_alone() -> None:
    forged = settle(EMPTY, [agreed(text="Above 15,000 we talk first.")], FIRST_EVENING)
    real = settle(EMPTY, [agreed()], FIRST_EVENING)

    assert verify(forged) == Unchanged()
    assert verify(forged, code(real)) == NotHere()


def paths(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document where a single value stands."""
    match value:
        case dict():
            return [path for key, item in value.items() for path in paths(item, (*before, key))]
        case list():
            numbered = enumerate(value)
            return [path for number, item in numbered for path in paths(item, (*before, number))]
        case _:
            return [before]


def at(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        document = document[key]
    return document


def put(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of `document` with `value` at `path`; None takes it out."""
    document = copy.deepcopy(document)
    *way, last = path
    place = at(document, tuple(way))
    if value is None:
        del place[last]
    else:
        place[last] = value
    return document


def others(path: tuple[Any, ...], value: Any) -> list[Any]:
    """Other values that could stand at `path`, and None for its absence."""
    choices = {
        "kind": list(get_args(ClauseKind)),
        "status": ["in force", "paused", "ended"],
        "event": ["agreed", "changed", "paused", "resumed", "ended", "review"],
        "id": ["c1", "c2", "c3", "c4"],
        "clause": ["c1", "c2", "c3", "c4"],
        "digest": ["0" * 64],
    }
    found: list[Any]
    match value:
        case int():
            found = [value + 1, value - 1]
        case date():
            found = [value + timedelta(days=1), value - timedelta(days=1)]
        case _:
            found = choices.get(path[-1], [f"{value} ", f"{value}!", str(value).upper(), "Sam"])
    return [*(other for other in found if other != value), None]


def verdict_of(document: Any) -> str:
    """What a program that opens this document says: a refusal, or a verdict."""
    try:
        agreement = Agreement.model_validate(document)
    except ValueError:
        return "refused"
    verdict = verify(agreement)
    assert verify(agreement, code(rich())) == verdict  # altered wins over everything
    assert verdict.holds or verdict.sentence.endswith("changed outside the program.")
    return type(verdict).__name__


def test_every_single_value_that_is_tampered_with_is_found() -> None:
    document = as_document(rich())
    changes = [
        (path, other) for path in paths(document) for other in others(path, at(document, path))
    ]

    unseen = [
        (path, other)
        for path, other in changes
        if path != ("format",)
        and verdict_of(put(document, path, other)) not in ("Altered", "refused")
    ]

    assert not unseen
    assert len(changes) > 400


@pytest.mark.parametrize("field", sorted(Clause.model_fields))
def test_every_field_of_a_clause_that_still_opens_names_its_clause(field: str) -> None:
    document = as_document(rich())
    values: dict[str, Any] = {
        "id": "c9",
        "kind": "decision",
        "text": "other",
        "exercise": "other",
        "agreed_on": date(2000, 1, 1),
        "review_on": date(2000, 1, 1),
        "status": "ended",
        "owner": "Alex",
    }

    verdict = verify(Agreement.model_validate(put(document, ("clauses", 0, field), values[field])))

    assert isinstance(verdict, Altered)
    assert not verdict.holds
    assert verdict.what == ("clause c9" if field == "id" else "clause c1")


@pytest.mark.parametrize("field", sorted(Revision.model_fields))
def test_a_field_of_a_revision_that_is_there_or_not_is_bound_by_its_digest(field: str) -> None:
    revision = rich().revisions[2]
    values = {
        **dict(
            settle(rich(), [agreed("8/a", kind="decision", owner="left")], date.max).revisions[-1]
        ),
        "text": "other",
        "exercise": "other",
        "agreed_on": date.max,
    }
    altered = revision.model_copy(update={field: values[field]})
    revisions = (*rich().revisions[:2], altered, *rich().revisions[3:])

    verdict = verify(Agreement.model_validate({**dict(rich()), "revisions": revisions}))

    if field in ("status", "event"):  # both are "in force" and "agreed" already
        assert verdict == Unchanged()
    else:
        assert isinstance(verdict, Altered)
        assert verdict.what == "revision 3"


def test_clauses_and_revisions_taken_out_put_in_or_moved_are_found() -> None:
    document: Any = as_document(rich())
    for name in ("clauses", "revisions"):
        rows = document[name]
        for number in range(len(rows)):
            without = [*rows[:number], *rows[number + 1 :]]
            assert verdict_of({**document, name: without}) == "Altered"
            twice = [*rows[: number + 1], *rows[number:]]
            assert verdict_of({**document, name: twice}) in ("Altered", "refused")
            moved = [*without[: number - 1], rows[number], *without[number - 1 :]]
            assert moved == rows or verdict_of({**document, name: moved}) == "Altered"
        assert verdict_of({**document, name: []}) == "Altered"
    added = {**document["clauses"][0], "id": "c4"}
    assert verdict_of({**document, "clauses": [*document["clauses"], added]}) == "Altered"


@pytest.mark.parametrize(
    ("path", "value", "what"),
    [
        (("partners",), ["Sam", "Alex"], "revision 1"),
        (("partners", 0), "Alexa", "revision 1"),
        (("updated",), date(2020, 1, 1), "updated"),
        (("updated",), None, "updated"),
        (("clauses", 2), None, "clause c3"),
        (("revisions", 4, "on"), date(2020, 1, 1), "revision 5"),
    ],
)
def test_altered_says_what(path: tuple[Any, ...], value: Any, what: str) -> None:
    verdict = verify(Agreement.model_validate(put(as_document(rich()), path, value)))

    assert isinstance(verdict, Altered)
    assert verdict.what == what


def test_a_clause_changed_by_hand_is_not_made_good_by_settling_on_it() -> None:
    document = put(as_document(rich()), ("clauses", 0, "text"), "Whatever Alex says.")
    by_hand = Agreement.model_validate(document)

    settled = settle(by_hand, [happened("paused", "c1", "9/a")], SECOND_EVENING)

    verdict = verify(settled)
    assert isinstance(verdict, Altered)
    assert verdict.sentence == (
        "Clause c1 does not say what was agreed: changed outside the program."
    )


def test_a_clause_changed_by_hand_is_good_again_once_both_say_yes_to_new_words() -> None:
    document = put(as_document(rich()), ("clauses", 0, "text"), "Whatever Alex says.")
    by_hand = Agreement.model_validate(document)

    settled = settle(by_hand, [happened("changed", "c1", "9/a", text="Both.")], SECOND_EVENING)

    assert settled.clauses[0].text == "Both."
    assert verify(settled) == Unchanged()


@pytest.mark.parametrize(
    ("number", "fields", "what"),
    [
        (9, {"number": 10}, "revision 9"),  # out of order
        (9, {"status": "paused"}, "clause c3"),  # ended, and yet paused
        (3, {"status": "paused"}, "clause c3"),  # agreed, and yet paused
        (9, {"clause": "c1", "event": "agreed"}, "clause c1"),  # agreed twice
        (8, {"clause": "c3", "event": "review"}, "clause c3"),  # says what only c1 says
        (9, {"text": "I stay."}, "clause c3"),  # ended with other words
    ],
)
def test_a_recomputed_chain_that_could_not_have_happened_is_found(
    number: int, fields: dict[str, Any], what: str
) -> None:
    verdict = verify(recomputed(number, fields))

    assert isinstance(verdict, Altered)
    assert verdict.what == what


def test_a_recomputed_chain_cannot_bring_back_what_has_ended() -> None:
    ended = settle(EMPTY, [agreed(), happened("ended", "c1", "2/a")], SECOND_EVENING)
    again = Agreement.model_validate(put(as_document(ended), ("clauses", 0, "status"), "in force"))

    settled = settle(again, [happened("resumed", "c1", "3/a")], SECOND_EVENING)

    assert settled.clauses[0].status == "in force"
    assert isinstance(verify(settled), Altered)


def recomputed(number: int, fields: dict[str, Any]) -> Agreement:
    """The rich agreement with `fields` in one revision, digests and clauses made to fit."""
    before = base(EMPTY.partners)
    revisions: list[Revision] = []
    for revision in rich().revisions:
        changed = revision.model_copy(update=fields if revision.number == number else {})
        event = changed.model_dump(exclude={"digest"}, exclude_none=True)
        before = digest(before, event)
        revisions.append(changed.model_copy(update={"digest": before}))
    clauses = {revision.clause: revision.after() for revision in revisions}
    return Agreement(
        partners=EMPTY.partners,
        updated=revisions[-1].on,
        clauses=tuple(clauses.values()),
        revisions=tuple(revisions),
    )


def test_a_clause_put_in_by_hand_is_not_made_good_by_settling_on_it() -> None:
    row = {**dict(rich().clauses[0]), "id": "c7"}
    by_hand = Agreement.model_validate(
        {**dict(rich()), "clauses": (*rich().clauses, Clause.model_validate(row))}
    )

    settled = settle(by_hand, [happened("review", "c7", "9/a")], SECOND_EVENING)

    verdict = verify(settled)
    assert isinstance(verdict, Altered)
    assert verdict.what == "clause c7"


# For the eye


def test_the_page_reads_well_to_somebody_who_never_saw_the_program() -> None:
    assert as_text(rich()) == PAGE.replace("CODE", code(rich()))


def test_the_empty_page_says_what_will_stand_there() -> None:
    text = as_text(EMPTY)

    assert "Nothing is written here yet." in text
    assert "not a contract, not evidence" in text
    assert text.count(code(EMPTY)) == 1
    assert "Last changed" not in text


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), min_size=1))
def test_lines_of_the_page_are_at_most_76_columns_but_for_longer_words(text: str) -> None:
    words = f"{text} word"
    page = as_text(settle(EMPTY, [agreed(text=words, owner="left")], FIRST_EVENING))

    for line in page.splitlines():
        assert len(line) <= 76 or " " not in line.strip()


def test_every_kind_of_clause_has_words() -> None:
    effects = [agreed(f"1/{kind}", kind=kind) for kind in get_args(ClauseKind)]

    text = as_text(settle(EMPTY, effects, FIRST_EVENING))

    assert "c4  How to decide" in text


def test_days_are_told_in_words() -> None:
    assert in_words(FIRST_EVENING) == "23 November 2026"
    assert in_words(date(1, 1, 1)) == "1 January 1"
    assert len({in_words(date(2026, month, 1)) for month in range(1, 13)}) == 12


PAGE = """\
The agreement of Alex and Sam

A promise between two people: not a contract, not evidence. Either of the
two can end any part of it by saying so.

AGREED

c1  Agreement
    Above 200 we talk first.
    Agreed on 23 November 2026. In these words since 3 December 2026. To be
    looked at again on 28 January 2027.

PAUSED

c2  Promise of Alex
    I ring when I am late.
    Agreed on 23 November 2026. Paused on 3 December 2026. To be looked at
    again on 7 December 2026.

Last changed on 3 December 2026.

Agreement code: CODE
Write it down, and you can see later whether this text was changed (workshop
verify). It cannot show who pressed yes, or that anyone was free to refuse.
"""

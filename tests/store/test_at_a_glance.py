"""A list of workshops is read without models, and says what the models would."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from workshop import paths
from workshop.core.agreement.agreement import Agreement, Clause, Revision
from workshop.core.agreement.chain import renamed
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.renamed import Renamed
from workshop.core.agreement.seen import Seen, seen_of
from workshop.core.agreement.settling import settle
from workshop.core.model import Frozen
from workshop.core.small_thing import SmallThing
from workshop.errors import Unreadable
from workshop.store import formats, glance
from workshop.store.folder import Folder
from workshop.store.workshop import Finished, Partner, Renaming, Workshop

DAY = date(2026, 11, 23)
AGREED = ClauseAgreed(
    origin="1/clause/consent/1", kind="promise", text="I cook on Fridays.", exercise="chores",
    on=DAY, weeks=2, owner="right",
)  # fmt: skip
FIRST = settle(Agreement(partners=("ALEX", "[/]")), [AGREED], DAY)
PAGE = renamed(FIRST, "right", "SAM", "page/2", DAY)
WHOLE = Workshop(
    id="0123456789abcdef",
    created=DAY,
    left=Partner(name="ALEX"),
    right=Partner(name="SAM", answers="paper", was="[/]"),
    coin="left",
    guided=True,
    programme="essentials",
    path=("appreciation", "chores", "appreciation"),
    done=(Finished(run=1, exercise="appreciation", on=date(2026, 11, 25), minutes=9),),
    ground_rules=("We do not shout.",),
    rules_off=("No phones.",),
    rules_untold=("No sighs.",),
    seen=3,
    last_evening=date(2026, 11, 26),
    next_evening=date(2026, 12, 1),
    homework=(SmallThing(side="left", text="Call the plumber.", by=DAY),),
    pause_until=date(2026, 11, 30),
    archived=True,
    copies=("/somewhere/agreement.md",),
    own="/somewhere/own",
    renaming=Renaming(side="right", old="Kim"),
    record=seen_of(FIRST),
)
"""A workshop in which nothing is left at what it is by default."""


def table_of(document: Frozen) -> dict[str, Any]:
    """Return what the file of a document holds."""
    return tomllib.loads(formats.write(document).decode())


Table = Mapping[str, Any]


def at_a_glance(folder: Path, workshop: Table, page: Table) -> glance.Glance | None:
    """Return what is read without models of files that hold these tables."""
    (folder / paths.WORKSHOP).write_text(tomli_w.dumps(workshop), encoding="utf-8")
    (folder / paths.AGREEMENT).write_text(tomli_w.dumps(page), encoding="utf-8")
    return glance.quick(folder)


def by_models(folder: Path) -> glance.Glance | str:
    """Return what the models say of the same files, or what is wrong with them."""
    opened = Folder(folder)
    try:
        return glance.of(folder, opened.workshop(), opened.agreement())
    except Unreadable as trouble:
        return trouble.sentence


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("glance")
    (made / paths.NOTES).mkdir()
    return made


def test_what_the_program_writes_is_read_without_models(folder: Path) -> None:
    seen = at_a_glance(folder, table_of(WHOLE), table_of(PAGE))

    assert seen is not None
    assert seen == by_models(folder)
    assert (seen.done, seen.of, seen.next_review) == (1, 3, date(2026, 12, 7))
    assert glance.hint(str(folder)) == glance.Hint(seen.last_day.isoformat(), False, True)


@pytest.mark.parametrize(("runs", "half_done"), [((), False), ((1,), False), ((1, 2), True)])
def test_what_is_done_is_not_under_way_though_its_notes_wait_for_the_close(
    tmp_path: Path, runs: tuple[int, ...], half_done: bool
) -> None:
    (tmp_path / paths.NOTES).mkdir()
    for run in runs:
        (tmp_path / paths.NOTES / f"{run}.toml").touch()

    seen = at_a_glance(tmp_path, table_of(WHOLE), table_of(PAGE))

    assert seen is not None
    assert seen == by_models(tmp_path)
    assert seen.half_done == half_done


ODD = st.one_of(
    st.text(max_size=6),
    st.sampled_from(["", " ", "a\x1b[31mb", "e\u0301", "x" * 41, "x" * 4001]),
    st.sampled_from(["left", "c1", "ALEX", "alex", "SAM", "paused", "f" * 64]),
    st.integers(-2, 3),
    st.just(2**63),
    st.booleans(),
    st.floats(allow_nan=False),
    st.sampled_from([DAY, datetime(2026, 11, 23), datetime(2026, 11, 23, 5)]),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.sampled_from(["name", "text", "zz"]), st.text(max_size=3), max_size=2),
)  # fmt: skip


def places(table: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to everything in a table."""
    found = [at] if at else []
    if not isinstance(table, dict | list):
        return found
    for key, item in dict(enumerate(table) if isinstance(table, list) else table).items():
        found += places(item, (*at, key))
    return found


@given(st.data())
def test_whatever_is_changed_the_list_says_what_the_models_would(
    folder: Path, data: st.DataObject
) -> None:
    workshop, page = deepcopy(table_of(WHOLE)), deepcopy(table_of(PAGE))
    changed = data.draw(st.sampled_from([workshop, page]))
    *way, last = data.draw(st.sampled_from(places(changed)))
    inside: Any = changed
    for key in way:
        inside = inside[key]
    match data.draw(st.sampled_from(["put", "drop", "twice", "another"])):
        case "drop":
            del inside[last]
        case "twice" if isinstance(inside, list):
            inside.append(deepcopy(inside[last]))
        case "another" if isinstance(inside, dict):
            inside["another"] = 1
        case _:
            inside[last] = data.draw(ODD)

    seen = at_a_glance(folder, workshop, page)

    said = by_models(folder)
    assert seen is None or seen == said
    assert isinstance(said, str) or said.last_day.isoformat() <= glance.hint(str(folder)).day
    assert isinstance(said, str) or said.archived or not glance.hint(str(folder)).archived


@pytest.mark.parametrize(
    ("model", "table"),
    [(Workshop, table_of(WHOLE)), (Partner, table_of(WHOLE)["right"]), (Agreement, table_of(PAGE)),
     (Clause, table_of(PAGE)["clauses"][0]), (Revision, table_of(PAGE)["revisions"][0]),
     (Renamed, table_of(PAGE)["revisions"][1]), (Renaming, table_of(WHOLE)["renaming"]),
     (Seen, table_of(WHOLE)["record"])],
)  # fmt: skip
def test_these_examples_name_every_key_that_a_model_has(
    model: type[Frozen], table: dict[str, Any]
) -> None:
    assert set(table) == set(model.model_fields)


def test_an_agreement_that_misses_what_was_seen_is_told_without_models(folder: Path) -> None:
    workshop = table_of(WHOLE.model_copy(update={"record": seen_of(PAGE)}))

    older = at_a_glance(folder, workshop, table_of(FIRST))
    newer = at_a_glance(folder, workshop, table_of(renamed(PAGE, "right", "Kim", "page/3", DAY)))
    (folder / paths.AGREEMENT).unlink()
    none = glance.quick(folder)

    found = [one.agreement for one in (older, newer, none) if one is not None]
    assert found == ["behind", "ahead", "gone"]


def test_another_history_is_told_without_models(folder: Path) -> None:
    workshop = table_of(WHOLE.model_copy(update={"record": seen_of(PAGE)}))
    other = renamed(FIRST, "right", "SAM", "page/other", DAY)

    seen = at_a_glance(folder, workshop, table_of(other))

    assert seen is not None
    assert seen == by_models(folder)
    assert seen.agreement == "rewritten"

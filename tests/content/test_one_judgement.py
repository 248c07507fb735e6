"""`check` and loading are one judgement: each field of each kind of step, at its edges.

The fields and their limits are asked of the models, so that a new one is tried without a word here.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from typing import Annotated, Any

import pytest
import tomli_w
from pydantic import TypeAdapter
from support.effort import LONG

from workshop import paths
from workshop.cards.card import Setting
from workshop.cards.cards import card
from workshop.cards.sitting import sitting
from workshop.content.balance import MOST_TURNS
from workshop.content.check import check
from workshop.content.kind import ContentKind
from workshop.content.known_keys import step_kinds
from workshop.content.library import Library
from workshop.content.loading import load
from workshop.core.course.session import Session
from workshop.core.exercise import Exercise, Facilitator, PlannedEvening, Programme
from workshop.core.model import Frozen
from workshop.core.people import Pair
from workshop.core.proof.robot import EVEN_HANDED, example_of, walk
from workshop.core.proof.walked import walked_steps
from workshop.core.steps.rate import Scale
from workshop.errors import Trouble
from workshop.export.handout import Around, handout
from workshop.export.pages.as_html import as_html
from workshop.export.pages.as_markdown import as_markdown
from workshop.export.pages.as_text import as_text
from workshop.toml import read_table

pytestmark = pytest.mark.every(5)

SHIPPED = Path(str(paths.builtin_content()))
TODAY = date(2026, 11, 28)
PAIR = Pair(left="ALEX", right="SAM", first="left")
WORDS = Library(paths.builtin_content()).evening_words()
SETTING = Setting(PAIR, WORDS, sitting(guided=False), Path("agreement.toml"))
AROUND = Around(("For two.",), ("Help", "Somebody."), WORDS)
WRONG_TYPES = ("", "x", 1, 1.0, 1.5, True, [], [""], ["x"], {}, date(2026, 11, 28))
"""What nobody can tell from a schema: an author's other ways."""


def _with_kind(kind: str) -> tuple[dict[str, Any], int]:
    """Return a shipped exercise that has a step of this kind, and its place."""
    for file in sorted(SHIPPED.glob("*.toml")):
        table = dict(read_table(file.read_bytes(), file.name))
        for place, step in enumerate(table["steps"]):
            if step["kind"] == kind:
                steps = [*_led_to(table["steps"][:place], step), step]
                return {**table, "steps": steps}, len(steps) - 1
    return {
        **dict(read_table((SHIPPED / "appreciation.toml").read_bytes(), "")),
        "steps": [{"kind": kind, "id": "only", "prompt": "Look at it."}],
    }, 0


def _led_to(steps: Sequence[Mapping[str, Any]], by: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return those of `steps` that a step refers to, and those that they refer to, in order."""
    named = {id for key in ("about", "from", "target") for id in _listed(by.get(key))}
    kept: list[Mapping[str, Any]] = []
    for step in reversed(steps):
        if step["id"] in named:
            kept.insert(0, step)
            named |= {id for key in ("about", "from", "target") for id in _listed(step.get(key))}
    return kept


def _listed(value: object) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _edges(schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[object]:
    """Yield the least, the most, one less, one more and nothing, of what a schema describes."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rsplit("/", 1)[1]]
    for one in schema.get("anyOf", ()):
        yield from _edges(one, definitions)
    yield from schema.get("enum", ())
    match schema.get("type"):
        case "integer":
            for end in {schema.get("minimum", 0), schema.get("maximum", 9999)}:
                yield from (end - 1, end, end + 1)
        case "string":
            least, most = schema.get("minLength", 0), schema.get("maxLength", 4000)
            yield from ("w" * size for size in sorted({0, 1, max(0, least - 1), least, most}))
            yield "w " * (most // 2) + "www"
        case "boolean":
            yield from (False, True)
        case "array":
            least, most = schema.get("minItems", 0), schema.get("maxItems", 50)
            items = list(_edges(schema.get("items", {"type": "string"}), definitions))
            some = next((one for one in items if isinstance(one, str) and one), "w")
            for size in sorted({0, 1, max(0, least - 1), least, most, most + 1}):
                yield [f"{some} {number}" for number in range(size)]
            yield from ([one] * max(1, least) for one in items)
        case _:
            pass


def _tried() -> Iterator[tuple[str, str, str]]:
    for kind, model in step_kinds().items():
        yield from ((kind, field.alias or name, name) for name, field in model.model_fields.items())


def _judged(
    table: dict[str, Any],
    folder: Path,
    model: type[Exercise] | type[Programme] = Exercise,
    named: str = "",
) -> tuple[bool, bool, list[str]]:
    """Return whether it loads, whether `check` finds no error, and what `check` says."""
    file = folder / (named or f"{table['id']}.toml")
    file.write_bytes(tomli_w.dumps(table).encode())
    try:
        loaded = load(model, file)
    except Trouble:
        loaded = None
    library = Library(paths.builtin_content(), folder)
    kind: ContentKind = "exercise" if model is Exercise else "programme"
    found = check(file.read_bytes(), file.name, kind, library, TODAY)
    errors = [str(problem) for problem in found if problem.severity == "error"]
    if isinstance(loaded, Exercise) and sum(step.at_most for step in loaded.steps) <= MOST_TURNS:
        _walk(loaded)
    return loaded is not None, not errors, errors


def _walk(exercise: Exercise) -> None:
    """Walk it as the robot does, and put every turn in words, on a card and on paper."""
    for policy in EVEN_HANDED.values():
        walked_steps(exercise, policy)
    for policy in [*EVEN_HANDED.values()][: None if LONG else 1]:
        for asked, _reply in walk(Session(exercise, PAIR, example_of(exercise)), policy):
            card(asked, SETTING)
    for to in (as_text, as_html, as_markdown) if LONG else (as_text,):
        to(handout(exercise, PAIR, AROUND, facilitator=True))


@pytest.mark.parametrize(("kind", "key", "name"), list(_tried()))
def test_what_check_passes_loads_and_what_does_not_load_is_named(
    kind: str, key: str, name: str, tmp_path: Path
) -> None:
    """Whatever stands in a field, the two agree, neither raises, and the robot walks it."""
    schema = step_kinds()[kind].model_json_schema(by_alias=True)
    described = schema["properties"][key]
    table, place = _with_kind(kind)
    for value in (*_edges(described, schema.get("$defs", {})), *WRONG_TYPES):
        changed = deepcopy(table)
        changed["steps"][place][key] = value
        if key == "options":  # a list of its own comes from no earlier step
            changed["steps"][place].pop("from", None)
            changed["steps"][place].pop("parts", None)

        loads, passes, errors = _judged(changed, tmp_path)

        assert loads or not passes, (key, value)
        assert loads or errors, (key, value)


@pytest.mark.parametrize("kind", ["pick", "choose", "divide"])
def test_one_entry_in_options_is_named_with_how_many_it_needs(kind: str, tmp_path: Path) -> None:
    """A list that is too short was swallowed where it had any entry at all."""
    table, place = _with_kind(kind)
    step = table["steps"][place]
    step.pop("from", None)
    step.pop("parts", None)
    step["options"] = ["One"]

    loads, passes, errors = _judged(table, tmp_path)

    assert not loads
    assert not passes
    assert any('"options" needs at least 2 entries' in error for error in errors)


@pytest.mark.parametrize(
    ("model", "key"),
    [
        (model, field.alias or name)
        for model in (Exercise, Programme)
        for name, field in model.model_fields.items()
    ],
)
def test_the_same_holds_for_what_stands_on_top(
    model: type[Exercise] | type[Programme], key: str, tmp_path: Path
) -> None:
    name = next(name for name, field in model.model_fields.items() if key in (name, field.alias))
    schema: dict[str, Any] = {"type": "array"}  # steps are tried by kind
    if key != "steps":
        field = model.model_fields[name]
        schema = TypeAdapter(Annotated[field.annotation, field]).json_schema()
    folder = SHIPPED if model is Exercise else SHIPPED / "programmes"
    file = next(iter(sorted(folder.glob("*.toml"))))
    table = dict(read_table(file.read_bytes(), file.name))
    at = tmp_path if model is Exercise else tmp_path / "programmes"
    at.mkdir(exist_ok=True)
    for value in (*_edges(schema, schema.get("$defs", {})), *WRONG_TYPES):
        changed = {**table, key: value}

        loads, passes, errors = _judged(changed, at, model, named=file.name)

        assert loads == passes or (loads and errors), (key, value)
        assert loads or errors, (key, value)


@pytest.mark.parametrize(
    ("file", "part", "model", "key"),
    [
        (file, part, model, name)
        for file, part, model in (
            ("compromise.toml", ("facilitator",), Facilitator),
            ("programmes/fifty-minutes.toml", ("evenings", 0), PlannedEvening),
            ("the-balance.toml", ("steps", 3, "scales", 0), Scale),
        )
        for name in model.model_fields
    ],
)
def test_the_same_holds_for_what_stands_in_a_part(
    file: str, part: tuple[str | int, ...], model: type[Frozen], key: str, tmp_path: Path
) -> None:
    schema = model.model_json_schema()
    whole = read_table((SHIPPED / file).read_bytes(), file)
    kind = Programme if "evenings" in whole else Exercise
    at = tmp_path / Path(file).parent
    at.mkdir(exist_ok=True)
    for value in (*_edges(schema["properties"][key], schema.get("$defs", {})), *WRONG_TYPES):
        changed = deepcopy(whole)
        there: Any = changed
        for step in part:
            there = there[step]
        there[key] = value

        loads, passes, errors = _judged(changed, at, kind)

        assert loads or not passes, (key, value)
        assert loads or errors, (key, value)


@pytest.mark.parametrize("kind", list(step_kinds()))
def test_the_same_holds_for_two_fields_at_a_time(kind: str, tmp_path: Path) -> None:
    """Some of all pairs, always the same ones; many more where there is time."""
    schema = step_kinds()[kind].model_json_schema(by_alias=True)
    table, place = _with_kind(kind)
    edges = {
        key: [*_edges(described, schema.get("$defs", {})), *WRONG_TYPES]
        for key, described in schema["properties"].items()
    }
    chance = Random(7)
    for _try in range(150 if LONG else 8):
        changed = deepcopy(table)
        pair = {key: chance.choice(edges[key]) for key in chance.sample(sorted(edges), 2)}
        changed["steps"][place] |= pair

        loads, passes, errors = _judged(changed, tmp_path)

        assert loads or not passes, pair
        assert loads or errors, pair

"""`check` and loading are one judgement: each field of each kind of step, at its edges.

The fields and their limits are asked of the models, so that a new one is tried without a word here.
"""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from workshop import paths
from workshop.content.check import check
from workshop.content.library import Library, load
from workshop.content.misfit import step_kinds
from workshop.core.exercise import Exercise
from workshop.core.proof.robot import EVEN_HANDED
from workshop.core.proof.walked import walked_steps
from workshop.errors import Trouble
from workshop.toml import read_authored

SHIPPED = Path(str(paths.builtin_content()))
TODAY = date(2026, 11, 28)
WRONG_TYPES = ("", "x", 1, 1.5, True, [], [""], ["x"], {}, date(2026, 11, 28))
"""What nobody can tell from a schema: an author's other ways."""


def _with_kind(kind: str) -> tuple[dict[str, Any], int]:
    """Return a shipped exercise that has a step of this kind, and its place."""
    for file in sorted(SHIPPED.glob("*.toml")):
        table = dict(read_authored(file.read_bytes(), file.name))
        for place, step in enumerate(table["steps"]):
            if step["kind"] == kind:
                return table, place
    return {
        **dict(read_authored((SHIPPED / "appreciation.toml").read_bytes(), "")),
        "steps": [{"kind": kind, "id": "only", "prompt": "Look at it."}],
    }, 0


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


def _judged(table: dict[str, Any], folder: Path) -> tuple[bool, bool, list[str]]:
    """Return whether it loads, whether `check` finds no error, and what `check` says."""
    file = folder / f"{table['id']}.toml"
    file.write_bytes(tomli_w.dumps(table).encode())
    try:
        loaded = load(Exercise, file)
    except Trouble:
        loaded = None
    library = Library(paths.builtin_content(), folder)
    found = check(file.read_bytes(), file.name, "exercise", library, TODAY)
    errors = [str(problem) for problem in found if problem.severity == "error"]
    if loaded is not None and not errors:
        for policy in EVEN_HANDED.values():
            walked_steps(loaded, policy)
    return loaded is not None, not errors, errors


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

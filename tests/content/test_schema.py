"""The schemas: made from the models, every field told, and every shipped file fits its own."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.exercises import EVERYTHING

from workshop import paths
from workshop.content.schema import MODELS, SchemaKind, schema
from workshop.core.agreement.agreement import Agreement, as_document
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.settling import settle

SHIPPED = Path(str(paths.builtin_content()))
FILES = {
    **dict.fromkeys(sorted(SHIPPED.glob("*.toml")), "exercise"),
    **dict.fromkeys(sorted((SHIPPED / "programmes").glob("*.toml")), "programme"),
}


def json_of(value: object) -> Any:
    return json.loads(json.dumps(value, default=date.isoformat))


def properties(part: object) -> Iterator[tuple[str, dict[str, Any]]]:
    match part:
        case {"properties": dict(found)}:
            yield from found.items()
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for below in inside:
        yield from properties(below)


@pytest.mark.parametrize("kind", MODELS)
def test_the_files_are_what_the_command_prints(kind: SchemaKind) -> None:
    assert (SHIPPED / "schema" / f"{kind}.json").read_bytes() == schema(kind), (
        f"renew it: workshop schema {kind} > exercises/schema/{kind}.json"
    )


@pytest.mark.parametrize("kind", MODELS)
def test_they_are_schemas_and_every_field_is_told(kind: SchemaKind) -> None:
    made = json.loads(schema(kind))
    Draft202012Validator.check_schema(made)

    untold = [name for name, field in properties(made) if not field.get("description")]
    assert untold == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_shipped_file_names_its_schema_and_fits_it(file: Path) -> None:
    text = file.read_text("utf-8")
    named = text.splitlines()[0].removeprefix("#:schema ")
    made = json.loads((file.parent / named).read_text("utf-8"))

    assert made["title"] == f"Equal Say: {FILES[file]}"
    Draft202012Validator(made).validate(json_of(tomllib.loads(text)))


def test_an_exercise_with_every_kind_fits() -> None:
    document = EVERYTHING.model_dump(mode="json", by_alias=True, exclude_none=True)

    Draft202012Validator(json.loads(schema("exercise"))).validate(document)


@pytest.mark.parametrize(
    "wrong",
    [{"secnds": 5}, {"kind": "lisen"}, {"kind": None}, {"seconds": "x"}, {"id": "No Id"}],
    ids=str,
)
def test_what_check_would_refuse_does_not_fit(wrong: dict[str, Any]) -> None:
    step = {"kind": "speak", "id": "talk", "prompt": "Say it."} | wrong
    step = {key: value for key, value in step.items() if value is not None}
    document = EVERYTHING.model_dump(mode="json", by_alias=True, exclude_none=True)

    validator = Draft202012Validator(json.loads(schema("exercise")))
    assert not validator.is_valid(document | {"steps": [step]})


def test_an_agreement_of_the_program_fits() -> None:
    agreed = ClauseAgreed(
        origin="1/a", kind="decision", text="So.", exercise="x", on=date(2026, 11, 23), weeks=2
    )
    agreement = settle(Agreement(partners=("ALEX", "SAM")), [agreed], date(2026, 11, 23))

    Draft202012Validator(json.loads(schema("agreement"))).validate(json_of(as_document(agreement)))

"""The format of an agreement: the example holds, and by the document alone one can be written."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import tomli_w

from workshop.cli import main
from workshop.core.agreement.agreement import Agreement, Clause, Revision
from workshop.core.agreement.kinds import RENAMED, ClauseKind, Event, Status
from workshop.core.agreement.renamed import Renamed
from workshop.core.agreement.verify import code
from workshop.store import formats

DOCUMENT = (Path(__file__).parents[2] / "docs" / "agreement-format.md").read_text("utf-8")

# -- another program: it knows the document, and nothing of this one -----------------------------

BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
Fields = dict[str, Any]


def sha256(value: object) -> str:
    text = json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=date.isoformat
    )
    return hashlib.sha256(text.encode()).hexdigest()


def written(partners: list[str], events: Iterable[tuple[date, str, str, Fields]]) -> Fields:
    """Return an agreement: each event is a day, a clause, what happened, and what it changed."""
    clauses: dict[str, Fields] = {}
    names = partners
    revisions: list[Fields] = []
    digest = sha256({"format": 1, "partners": partners})
    for number, (on, id, event, changes) in enumerate(events, start=1):
        if event == "renamed":
            new = {changes["old"]: changes["new"]}
            names = [new.get(name, name) for name in names]
            for clause in clauses.values():
                clause.update({"owner": new[clause["owner"]]} if clause.get("owner") in new else {})
            revision = {"number": number, "on": on, "event": event, **changes}
            revision["origin"] = f"other/{number}"
            digest = sha256({"before": digest, "event": revision})
            revisions.append({**revision, "digest": digest})
            continue
        if event == "agreed":
            clauses[id] = {"agreed_on": on, "status": "in force"}
        clauses[id] = {**clauses[id], **changes}
        told = {"number": number, "on": on, "clause": id, "event": event}
        revision = {**told, **clauses[id], "origin": f"other/{number}"}
        digest = sha256({"before": digest, "event": revision})
        revisions.append({**revision, "digest": digest})
    changed = any(revision["event"] == "renamed" for revision in revisions)
    document: Fields = {"format": 2 if changed else 1, "partners": names}
    if revisions:
        document["updated"] = revisions[-1]["on"]
        document["clauses"] = [{"id": id, **clause} for id, clause in clauses.items()]
        document["revisions"] = revisions
    return document


def code_of(document: Fields) -> str:
    start = {"format": 1, "partners": document["partners"]}
    revisions = document.get("revisions", [])
    bits = int((revisions[-1]["digest"] if revisions else sha256(start))[:30], 16)
    plain = "".join(BASE32[bits >> shift & 31] for shift in range(115, -1, -5))
    return "-".join(plain[at : at + 4] for at in range(0, 24, 4))


# -- what this program says to it ----------------------------------------------------------------

DAY, LATER = date(2026, 11, 23), date(2026, 12, 7)
NEW: Fields = {"kind": "agreement", "text": "We eat out on Fridays.", "exercise": "other"}
EVERYTHING = [
    (DAY, "c1", "agreed", {**NEW, "review_on": LATER}),
    (
        DAY,
        "c2",
        "agreed",
        {**NEW, "kind": "promise", "owner": "李明", "text": 'é "/\\\n\t🙂\u2028'},
    ),
    (DAY, "c3", "agreed", {**NEW, "kind": "boundary", "owner": "Sam", "exercise": ""}),
    (DAY, "c4", "agreed", {**NEW, "kind": "responsibility", "owner": "Sam"}),
    (DAY, "c5", "agreed", {**NEW, "kind": "decision"}),
    (LATER, "c1", "changed", {"text": "On Saturdays.", "review_on": date(2027, 1, 4)}),
    (LATER, "c1", "review", {"review_on": date(2027, 2, 1)}),
    (LATER, "c2", "paused", {"status": "paused"}),
    (LATER, "c2", "resumed", {"status": "in force"}),
    (LATER, "c3", "ended", {"status": "ended"}),
    (LATER, "", "renamed", {"old": "李明", "new": "[/]"}),
    (LATER, "c2", "paused", {"status": "paused"}),
    (LATER, "", "renamed", {"old": "Sam", "new": "李明"}),
    (LATER, "c4", "review", {"review_on": LATER}),
]


def accepted(file: Path, *code: str) -> bool:
    return main(["check", "--strict", str(file)]) == main(["verify", str(file), *code]) == 0


def example() -> str:
    (found,) = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    return str(found)


@pytest.mark.parametrize("layout", [True, False])
@pytest.mark.parametrize("count", range(len(EVERYTHING) + 1))
def test_what_another_program_writes_by_the_document_is_accepted(
    tmp_path: Path, count: int, layout: bool
) -> None:
    document = written(["李明", "Sam"], EVERYTHING[:count])
    file = tmp_path / "agreement.toml"

    file.write_bytes(tomli_w.dumps(document, multiline_strings=layout).encode())

    assert accepted(file, code_of(document))


def test_both_programs_write_the_same(tmp_path: Path) -> None:
    document = written(["李明", "Sam"], EVERYTHING)

    agreement = formats.read(Agreement, tomli_w.dumps(document).encode(), "theirs")

    assert tomllib.loads(formats.write(agreement).decode()) == document
    assert code(agreement) == code_of(document)


def test_the_example_is_accepted_with_its_code(tmp_path: Path) -> None:
    file = tmp_path / "agreement.toml"
    file.write_text(example(), encoding="utf-8")
    (noted,) = re.findall(r"Its code is `([0-9A-Z-]{29})`", DOCUMENT)

    assert accepted(file, noted)


@pytest.mark.parametrize(
    ("event", "changes"),
    [
        ("paused", {"status": "paused", "text": "other"}),
        ("paused", {}),
        ("resumed", {"status": "paused"}),
        ("changed", {"text": "other", "status": "ended"}),
        ("changed", {"text": "other", "kind": "decision"}),
        ("review", {"text": "other"}),
        ("ended", {"status": "ended", "review_on": LATER}),
        ("agreed", {**NEW, "text": "again"}),
    ],
)
def test_an_event_that_changes_more_than_the_document_allows_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], event: str, changes: Fields
) -> None:
    file = tmp_path / "agreement.toml"
    document = written(["Alex", "Sam"], [(DAY, "c1", "agreed", NEW), (LATER, "c1", event, changes)])
    file.write_text(tomli_w.dumps(document))

    assert main(["verify", str(file)]) == 1
    assert "Clause c1 does not say what was agreed" in capsys.readouterr().out


def test_every_field_and_every_value_is_in_the_document() -> None:
    fields: Mapping[str, Any] = Agreement.model_fields | Clause.model_fields | Revision.model_fields
    fields = fields | Renamed.model_fields
    values = [value for kind in (ClauseKind, Status, Event) for value in get_args(kind)]
    values.append(RENAMED)

    assert [name for name in (*fields, *values) if f"`{name}`" not in DOCUMENT] == []

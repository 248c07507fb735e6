"""The same evening with the two people in each other's places."""

import dataclasses
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from support.evening import kind_of
from workshop.cards.card import Card
from workshop.core.agreement.agreement import Agreement, Revision, base, digest
from workshop.core.agreement.verify import code
from workshop.core.people import BySide
from workshop.store import formats

SIDES = {"left": "right", "right": "left"}


def mirrored(value: Any, codes: Mapping[str, str] | None = None) -> Any:
    """Return `value` as it is when the two have changed places; texts and names stay.

    Args:
        value: an ask, a card, a document or a part of one.
        codes: the agreement codes and digests there are, and what each becomes.
    """
    codes = codes or {}

    def again(part: Any) -> Any:
        return mirrored(part, codes)

    match value:
        case str():
            return SIDES.get(value) or codes.get(value, value)
        case tuple() | list():
            return type(value)(again(item) for item in value)
        case Mapping():
            return {key: again(item) for key, item in value.items()}
        case BySide():
            return BySide(again(value.right), again(value.left))
        case Card():
            lit = tuple(sorted(again(value.lit)))
            return dataclasses.replace(_field_by_field(value, again), lit=lit)
        case Agreement():
            return _mirrored_agreement(value)
        case BaseModel():
            names = type(value).model_fields
            return type(value)(
                **{SIDES.get(name, name): again(getattr(value, name)) for name in names}
            )
        case _ if dataclasses.is_dataclass(value):
            return _field_by_field(value, again)
        case _:
            return value


def _field_by_field(value: Any, again: Any) -> Any:
    fields = {field.name: again(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return dataclasses.replace(value, **fields)


def _mirrored_agreement(agreement: Agreement) -> Agreement:
    """Return the agreement of the two the other way round, its digests worked out anew."""
    partners = agreement.partners[::-1]
    before = base(partners)
    revisions = []
    for revision in agreement.revisions:
        event = revision.model_dump(exclude={"digest"}, exclude_none=True)
        before = digest(before, event)
        revisions.append(Revision(**event, digest=before))
    return Agreement(
        partners=partners,
        updated=agreement.updated,
        clauses=agreement.clauses,
        revisions=tuple(revisions),
    )


def codes_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the code and the digests of the agreement among `files`, and what each becomes."""
    data = files.get("agreement.toml")
    return {} if data is None else dict(_codes(data))


@lru_cache(maxsize=64)  # most turns leave it as it is
def _codes(data: bytes) -> tuple[tuple[str, str], ...]:
    agreement = formats.read(Agreement, data, "agreement.toml")
    other = _mirrored_agreement(agreement)
    digests = (one.digest for one in agreement.revisions)
    mirrored_digests = (one.digest for one in other.revisions)
    both = zip(digests, mirrored_digests, strict=True)  # what the workshop notes of it
    return (code(agreement), code(other)), *both


def mirrored_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a workshop as they are when the two have changed places."""
    codes = tuple(codes_of(files).items())
    return {name: _mirrored_file(name, data, codes) for name, data in files.items()}


@lru_cache(maxsize=256)
def _mirrored_file(name: str, data: bytes, codes: tuple[tuple[str, str], ...]) -> bytes:
    return formats.write(mirrored(formats.read(kind_of(name), data, name), dict(codes)))

"""Format numbers and migrations: an older file opens, a newer one is refused and left alone."""

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from workshop import toml
from workshop.core.agreement.agreement import Agreement, as_document
from workshop.core.agreement.page import header
from workshop.core.model import Frozen

D = TypeVar("D", bound=Frozen)

MIGRATIONS: Mapping[type[Frozen], tuple[toml.Migration, ...]] = {}
"""For each document, the pure steps from format n to n + 1."""


def read(kind: type[D], data: bytes, name: str) -> D:
    """Return the document in `data`.

    Args:
        kind: which document it is.
        data: the bytes of the file.
        name: what to call the file in a sentence.

    Raises:
        Unreadable: it is not such a document; TooNew when it is one of a later format.
    """
    table = toml.read_table(data, name)
    table = toml.check_format(table, name, newest(kind), MIGRATIONS.get(kind, ()))
    return toml.as_model(kind, table, name)


def newest(kind: type[Frozen]) -> int:
    """Return the newest format of a document that is known here."""
    known: tuple[int, ...] = get_args(kind.model_fields["format"].annotation)
    return max(known)


def write(document: Frozen) -> bytes:
    """Return the bytes of the file that holds `document`."""
    if isinstance(document, Agreement):
        return toml.write_table(as_document(document), header(document))
    table: dict[str, Any] = document.model_dump(mode="python", exclude_none=True)
    return toml.write_table(_listed(table))


def has_comments(agreement: Agreement, data: bytes) -> bool:
    """Whether a file of `agreement` says something in comments that the program does not."""
    return not set(toml.comments(data)) <= set(header(agreement).splitlines())


def _listed(value: Any) -> Any:
    """Return `value` with lists for tuples, as TOML wants them."""
    match value:
        case dict():
            return {key: _listed(item) for key, item in value.items()}
        case tuple() | list():
            return [_listed(item) for item in value]
        case _:
            return value

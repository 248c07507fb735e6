"""A file becomes content, or one sentence: what is wrong first, and which command tells all."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from workshop.errors import TooNew, Unreadable
from workshop.plain_file import SIZE_LIMIT, content_of
from workshop.words import _

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from workshop.content.problem import Problem
    from workshop.core.model import Frozen

C = TypeVar("C", bound="Frozen")

FORMAT = 1
"""The newest format of every content file."""


def load(kind: type[C], file: Traversable) -> C:
    """Return the content in `file`.

    Raises:
        Unreadable: it is not such content; TooNew when it is of a later format.
    """
    name = str(file)
    return understood(kind, bytes_of(file, name), name)


def bytes_of(file: Traversable, name: str) -> bytes:
    """Return what is in a file.

    Raises:
        Unreadable: it cannot be opened.
    """
    try:
        return content_of(file, SIZE_LIMIT + 1)  # enough to see that it is too large
    except OSError as error:
        raise Unreadable(
            _("{name} cannot be opened: {why}.").format(name=name, why=error.strerror)
        ) from None


def understood(kind: type[C], data: bytes, name: str) -> C:
    """Return the content that bytes are.

    Args:
        kind: what it is meant to be.
        data: a file's bytes.
        name: the file; its last part must match an id.

    Raises:
        Unreadable: it is not such content; TooNew when it is of a later format.
    """
    from workshop.content.authored import authored
    from workshop.content.shape import nothing_in, shaped, too_new

    read = authored(data)
    content: C | None = None
    wrong: list[Problem] = []
    newer = too_new(read.table or {}, name)
    if newer is not None:
        wrong = [newer]
    elif read.table and not read.slips:
        try:
            content, wrong = shaped(kind, read.table, name)
        except RecursionError:
            raise Unreadable(
                _("{name} cannot be read: it is nested too deeply.").format(name=name)
            ) from None
    elif not read.slips:
        wrong = [nothing_in(data, name, programme="evenings" in kind.model_fields)]
    if content is None or wrong:
        from workshop.content.problem import told_first
        from workshop.content.slipped import told_in_order

        said = told_first(told_in_order(wrong, read, data, name))
        raise Unreadable(said) if newer is None else TooNew(said)
    return content

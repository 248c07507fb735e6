"""Dataclasses that never change, made in a third of the time that the standard library takes.

It writes six methods for each, and each of them is compiled; a command imports a hundred classes.
Here those that are alike in all of them are written once, and one that takes the fields is made.
"""

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter

TYPE_CHECKING = False  # of `typing`, which a list of workshops does without
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from dataclasses import dataclass
    from typing import Any
else:

    def dataclass(cls=None, /, *, frozen, kw_only=False):
        """Make a frozen dataclass of a class: for whoever checks types, it is the library's own."""
        assert frozen
        return (lambda one: _made(one, kw_only)) if cls is None else _made(cls, kw_only)


__all__ = ["dataclass"]


def _made(cls: "type[Any]", kw_only: bool) -> "type[Any]":
    dataclasses.dataclass(cls, init=False, repr=False, eq=False, kw_only=kw_only)
    fields = dataclasses.fields(cls)
    compared = [field.name for field in fields if field.compare]
    cls.__compared__ = attrgetter(*compared or ["__class__"])
    cls.__init__ = _init(fields)
    for method in (_eq, _hash, _repr, _setattr, _delattr):
        if method.__name__ not in cls.__dict__:
            setattr(cls, method.__name__, method)
    return cls


def _init(fields: "Iterable[Field[Any]]") -> "Callable[..., None]":
    """Return what takes the fields: straight into the instance, which takes nothing later on."""
    known: dict[str, object] = {"_missing": MISSING}
    takes: list[str] = []
    named: list[str] = []
    does = []
    for field in fields:
        name, value = field.name, field.name
        if field.default is not MISSING:
            known[f"_{name}"] = field.default
            parameter = f"{name}=_{name}"
        elif field.default_factory is not MISSING:
            known[f"_{name}"] = field.default_factory
            parameter = f"{name}=_missing"
            value = f"_{name}() if {name} is _missing else {name}"
        else:
            parameter = name
        (named if field.kw_only else takes).append(parameter)
        does.append(f"\n    values[{name!r}] = {value}")
    parameters = ", ".join(["self", *takes, *(["*", *named] if named else [])])
    exec(f"def __init__({parameters}):\n    values = self.__dict__{''.join(does)}", known)
    made: Callable[..., None] = known["__init__"]  # type: ignore[assignment]  # made by exec
    return made


def _eq(self: "Any", other: "Any") -> bool:
    if other.__class__ is not self.__class__:
        return NotImplemented  # type: ignore[no-any-return]  # as Python has it
    return bool(self.__compared__(self) == self.__compared__(other))


def _hash(self: "Any") -> int:
    return hash(self.__compared__(self))


def _repr(self: "Any") -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({values})"


def _setattr(self: object, name: str, value: object) -> None:  # noqa: ARG001  whatever it is
    raise FrozenInstanceError(name)


def _delattr(self: object, name: str) -> None:  # noqa: ARG001  nothing can be
    raise FrozenInstanceError(name)


for _method in (_eq, _hash, _repr, _setattr, _delattr):
    _method.__name__ = f"_{_method.__name__}__"

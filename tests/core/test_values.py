"""What never changes is made as the standard library makes it, but for how long that takes."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, replace

import pytest

from workshop.values import dataclass


@dataclass(frozen=True)
class Ours:
    """Has all that a field may have."""

    a: int
    b: str = "b"
    c: Mapping[str, int] = field(default_factory=dict)
    d: int = field(default=4, compare=False, repr=False)


@dataclasses.dataclass(frozen=True)
class Theirs:
    """The same, made by the library."""

    a: int
    b: str = "b"
    c: Mapping[str, int] = field(default_factory=dict)
    d: int = field(default=4, compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Named(Ours):
    """Adds a field that is named."""

    e: int


@dataclass(frozen=True)
class Nothing:
    """Has no field."""


@dataclass(frozen=True)
class Same:
    """Says itself how it is compared and shown."""

    a: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same)

    def __hash__(self) -> int:
        return 1

    def __repr__(self) -> str:
        return "the same"


def test_it_takes_its_fields_as_the_library_lets_it() -> None:
    assert dataclasses.astuple(Ours(1)) == dataclasses.astuple(Theirs(1)) == (1, "b", {}, 4)
    assert dataclasses.asdict(Ours(1, c={"x": 2}, b="y")) == dataclasses.asdict(
        Theirs(1, c={"x": 2}, b="y")
    )
    assert Ours.__match_args__ == Theirs.__match_args__
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]  # on purpose
    with pytest.raises(TypeError):
        Ours(1, z=2)  # type: ignore[call-arg]  # on purpose


def test_what_a_default_makes_is_made_for_each() -> None:
    assert Ours(1).c is not Ours(1).c


def test_it_never_changes() -> None:
    ours = Ours(1)

    with pytest.raises(FrozenInstanceError, match="a"):
        ours.a = 2  # type: ignore[misc]  # on purpose
    with pytest.raises(FrozenInstanceError, match="z"):
        ours.z = 2  # type: ignore[attr-defined]  # on purpose
    with pytest.raises(FrozenInstanceError, match="a"):
        del ours.a  # type: ignore[misc]  # on purpose
    assert ours == Ours(1)


def test_it_is_equal_to_what_has_the_same_in_the_fields_that_are_compared() -> None:
    assert Ours(1, d=5) == Ours(1, d=6)
    assert Ours(1) != Ours(2)
    assert Ours(1) != Ours(1, c={"x": 1})
    assert Nothing() == Nothing()
    assert Ours(1) != Theirs(1)
    assert Named(a=1, e=2) != Ours(1)
    assert Named(a=1, e=2) != Named(a=1, e=3)


def test_what_is_equal_is_found_in_a_set() -> None:
    assert {Nothing()} == {Nothing()}
    assert hash(Same(1)) == 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(Ours(1))


def test_it_is_shown_with_its_fields() -> None:
    assert repr(Ours(1)) == repr(Theirs(1)).replace("Theirs", "Ours")
    assert repr(Nothing()) == "Nothing()"


def test_what_a_class_says_itself_stays() -> None:
    assert Same(1) == Same(2)
    assert repr(Same(1)) == "the same"


def test_a_named_field_comes_by_its_name_alone() -> None:
    assert Named(1, "y", e=2).e == 2
    with pytest.raises(TypeError):
        Named(1, "b", {}, 4, 2)  # type: ignore[misc]  # on purpose


def test_it_is_replaced_and_copied() -> None:
    named = Named(1, e=2)

    assert replace(named, a=3) == Named(3, e=2)
    assert copy.deepcopy(named) == named
    assert pickle.loads(pickle.dumps(named)) == named


def test_it_is_matched_by_its_fields() -> None:
    match Ours(1, "y"):
        case Ours(a, b):
            assert (a, b) == (1, "y")

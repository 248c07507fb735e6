"""The path: what is done, and what comes next, also where an exercise comes more than once."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.core.exercise import evening_minutes
from workshop.core.progress import comes_next, ticked_off

IDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=8)


def test_what_comes_twice_is_done_twice() -> None:
    path = ("a", "review", "b", "review", "c")

    assert comes_next(path, ["a", "review"]) == "b"
    assert comes_next(path, ["a", "review", "b"]) == "review"
    assert ticked_off(path, ["review", "a"]) == (True, True, False, False, False)
    assert comes_next(path, ["a", "review", "b", "review", "c"]) is None


def test_what_was_done_beside_the_path_changes_nothing_on_it() -> None:
    assert comes_next(("a", "b"), ["x", "a", "a"]) == "b"


@given(path=IDS, done=IDS)
def test_doing_what_comes_next_ends_and_never_takes_a_tick_away(
    path: list[str], done: list[str]
) -> None:
    before = ticked_off(path, done)
    for _time in range(len(path) + 1):
        upcoming = comes_next(path, done)
        if upcoming is None:
            break
        done = [*done, upcoming]
        after = ticked_off(path, done)
        assert sum(after) == sum(before) + 1
        assert all(now or not was for was, now in zip(before, after, strict=True))
        before = after

    assert all(before)


def test_an_evening_takes_its_exercises_and_what_is_around_them() -> None:
    assert evening_minutes([20]) == 30
    assert evening_minutes([6, 12, 15]) == 45
    assert evening_minutes([6, 12], opening=5, close=10, talk=16) == 50

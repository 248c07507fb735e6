"""The arithmetic of fairness: published cases, its laws on random numbers, and brute force."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations, product
from random import Random

import pytest
from support.effort import LONG

from workshop.core.fairness.adjusted import adjusted_winner
from workshop.core.fairness.chores import fair_chores
from workshop.core.fairness.division import Division
from workshop.core.fairness.meeting import meeting_point
from workshop.core.fairness.order import turn_order
from workshop.errors import Unsuited

RANDOM = 100_000 if LONG else 2_000
"""How many random instances each law is tried on."""
BRUTE = 2_000 if LONG else 100
"""How many are compared with every way there is."""
F = Fraction


def points(random: Random, items: int, most: int = 100) -> dict[str, int]:
    """Return points for `items` items that sum to 100, zeros and equal ones among them."""
    cuts = sorted(random.choices(range(most + 1), k=items - 1))
    parts = [after - before for before, after in zip([0, *cuts], [*cuts, 100], strict=True)]
    return {f"item {number}": part for number, part in enumerate(parts)}


def pairs(number: int, seed: int, most: int = 8) -> list[tuple[dict[str, int], dict[str, int]]]:
    random = Random(seed)
    sizes = [random.randint(2, most) for _ in range(number)]
    return [(points(random, size), points(random, size)) for size in sizes]


# -- adjusted winner -------------------------------------------------------------------------------

PUBLISHED = {
    "Trump divorce, Brams & Taylor": (
        {"Connecticut": 10, "Palm Beach": 40, "Plaza": 10, "Tower": 38, "cash": 2},
        {"Connecticut": 38, "Palm Beach": 20, "Plaza": 30, "Tower": 10, "cash": 2},
        {"Tower": F(1), "Palm Beach": F(13, 15)},
        F(218, 3),
    ),
    "Adam and Barbara, newspaper 1999": (
        {"car": 60, "house": 25, "cottage": 15},
        {"car": 25, "house": 65, "cottage": 10},
        {"car": F(1), "cottage": F(3, 5)},
        F(69),
    ),
    "New York University page": (
        {"retirement": 50, "home": 20, "cottage": 15, "investments": 10, "other": 5},
        {"retirement": 40, "home": 30, "cottage": 10, "investments": 10, "other": 10},
        {"cottage": F(1), "retirement": F(5, 6)},
        F(170, 3),
    ),
    "by hand: opposite wishes, nothing moves": (
        {"a": 70, "b": 30},
        {"a": 30, "b": 70},
        {"a": F(1)},
        F(70),
    ),
    "by hand: the same points, one thing is halved": (
        {"a": 100, "b": 0},
        {"a": 100, "b": 0},
        {"a": F(1, 2)},
        F(50),
    ),
    "by hand: a whole thing moves, and nothing is split": (
        {"a": 21, "b": 39, "c": 30, "d": 10},
        {"a": 19, "b": 21, "c": 10, "d": 50},
        {"b": F(1), "c": F(1)},
        F(69),
    ),
    "by hand: what both want most alike is shared": (
        {"a": 50, "b": 30, "c": 20},
        {"a": 40, "b": 10, "c": 50},
        {"a": F(2, 3), "b": F(1)},
        F(190, 3),
    ),
    "by hand: each wants the other thing alone": (
        {"a": 100, "b": 0},
        {"a": 0, "b": 100},
        {"a": F(1)},
        F(100),
    ),
}


@pytest.mark.parametrize(("left", "right", "shares", "value"), PUBLISHED.values(), ids=PUBLISHED)
def test_adjusted_winner_gives_the_published_shares(
    left: dict[str, int], right: dict[str, int], shares: dict[str, Fraction], value: Fraction
) -> None:
    division = adjusted_winner(left, right)

    wanted = [item for item in left if left[item] or right[item]]
    assert {item: division.left[item] for item in wanted if item in division.left} == shares
    assert (division.value_left, division.value_right) == (value, value)


def whole(division: Division) -> dict[str, Fraction]:
    """Return the left one's share of every item; the two parts are checked to sum to it."""
    for item in division.numbers_left:
        parts = division.left.get(item, F(0)), division.right.get(item, F(0))
        assert sum(parts) == 1
        assert min(parts) >= 0
    assert set(division.left) | set(division.right) == set(division.numbers_left)
    return {item: division.left.get(item, F(0)) for item in division.numbers_left}


def test_adjusted_winner_is_equal_envy_free_and_splits_one_thing_at_most() -> None:
    for left, right in pairs(RANDOM, 1):
        division = adjusted_winner(left, right)

        shares = whole(division)
        assert division.value_left == sum(share * left[item] for item, share in shares.items())
        assert division.value_right == sum(
            (1 - share) * right[item] for item, share in shares.items()
        )
        assert division.value_left == division.value_right >= 50
        split = [item for item, share in shares.items() if 0 < share < 1]
        assert split == ([division.split] if division.split else [])
        for one, other in product(left, repeat=2):  # no swap of wholes improves both
            if shares[one] == 1 and shares[other] == 0:
                assert left[other] <= left[one] or right[one] <= right[other]


def test_swapping_the_two_swaps_the_values_and_the_order_of_items_does_not_matter() -> None:
    random = Random(2)
    for left, right in pairs(RANDOM // 4, 2):
        division = adjusted_winner(left, right)

        swapped = adjusted_winner(right, left)
        order = random.sample(list(left), len(left))
        shuffled = adjusted_winner(
            {item: left[item] for item in order}, {item: right[item] for item in order}
        )

        assert swapped.value_left == division.value_right
        assert shuffled.value_left == division.value_left
        ratios = [F(left[item], right[item]) if right[item] else None for item in left]
        unwanted = any(not left[item] and not right[item] for item in left)
        if len(set(ratios)) == len(ratios) and 1 not in ratios and not unwanted:  # no ties
            assert whole(shuffled) == whole(division)
            assert {item: 1 - share for item, share in whole(swapped).items()} == whole(division)


def test_the_same_points_give_half_of_the_points_each() -> None:
    for left, _right in pairs(RANDOM // 10, 3):
        assert adjusted_winner(left, dict(left)).value_left == 50


def test_no_other_division_is_better_for_both() -> None:
    """Compared with every division into quarters."""
    for left, right in pairs(BRUTE, 4, most=5):
        value = adjusted_winner(left, right).value_left

        for quarters in product(range(5), repeat=len(left)):
            shares = dict(zip(left, quarters, strict=True))
            mine = F(sum(left[item] * share for item, share in shares.items()), 4)
            theirs = F(sum(right[item] * (4 - share) for item, share in shares.items()), 4)
            assert mine <= value or theirs < value
            assert theirs <= value or mine < value


def test_the_sums_can_be_checked_with_a_pencil_and_say_what_nobody_wanted() -> None:
    division = adjusted_winner(
        {"car": 50, "garden": 30, "den": 20, "shed": 0},
        {"car": 40, "garden": 40, "den": 20, "shed": 0},
    )

    assert division.certificate("Alex", "Sam") == (
        "Alex: car 50 + a quarter of den (which has 20), 5 = 55",
        "Sam: garden 40 + three quarters of den (which has 20), 15 = 55",
        "Each gave out 100 points, and each has half of them or more: neither of you would swap.",
        "shed: neither gave it a point. Who has it changes no sum.",
    )


def test_where_the_exact_share_is_no_simple_one_points_say_only_that_it_goes_by_turns() -> None:
    division = adjusted_winner(
        {"garden": 60, "car": 40, "shed": 0}, {"garden": 50, "car": 50, "shed": 0}
    )

    assert division.simple is None  # exactly 10 of 11
    assert division.certificate("Alex", "Sam")[:3] == (
        "Alex: a part of garden (which has 60)",
        "Sam: car 50 + a part of garden (which has 50)",
        "Points cannot say how often garden is whose: that is yours to settle.",
    )
    assert any(
        "of 11 turns or weeks, 10 for Alex" in line for line in division.exactly("Alex", "Sam")
    )


def test_a_share_is_said_in_halves_thirds_and_quarters_and_leaves_each_half_of_their_points() -> (
    None
):
    random = Random(11)
    simple = 0
    for _instance in range(RANDOM):
        size = random.randint(2, 6)
        left, right = points(random, size), points(random, size)
        division = adjusted_winner(left, right)
        if division.split is None or division.simple is None:
            continue
        simple += 1
        share, exact = division.simple, division.left[division.split]
        assert share.denominator in (2, 3, 4)
        assert abs(share - exact) <= F(1, 8)
        for held, gave, part in (
            (division.left, left, share),
            (division.right, right, 1 - share),
        ):
            whole = sum(gave[item] for item in held if item != division.split)
            assert whole + part * gave[division.split] >= 50
    assert simple > RANDOM // 4


def test_no_certificate_holds_a_fraction_unless_it_is_asked_for() -> None:
    random = Random(12)
    for _instance in range(RANDOM):
        size = random.randint(2, 6)
        lines = adjusted_winner(points(random, size), points(random, size)).certificate()
        assert not [line for line in lines if "/" in line or "exactly" in line]


# -- chores ----------------------------------------------------------------------------------------


def weights(random: Random, tasks: int) -> dict[str, int]:
    found = {f"task {number}": random.randint(0, 5) for number in range(tasks)}
    return found if any(found.values()) else {**found, "task 0": 1}


def carried(
    mine: Sequence[str], left: Mapping[str, int], right: Mapping[str, int], target: Fraction
) -> tuple[Fraction, Fraction]:
    """Return value ÷ target of both, the larger first."""
    both = carried_by(mine, left, right, target)
    return max(both), min(both)


def carried_by(
    mine: Sequence[str], left: Mapping[str, int], right: Mapping[str, int], target: Fraction
) -> tuple[Fraction, Fraction]:
    """Return value ÷ target of both."""
    value_left = F(sum(left[task] for task in mine), sum(left.values()))
    value_right = F(sum(right[task] for task in right if task not in mine), sum(right.values()))
    return value_left / target, value_right / (1 - target)


def test_what_is_light_for_the_practised_one_still_takes_its_time() -> None:
    """Who cooks each day finds it light; by weights alone that is theirs for ever."""
    practised = {"cooking": 1, "washing": 1, "bills": 5, "bins": 5}
    other = {"cooking": 5, "washing": 5, "bills": 1, "bins": 1}
    hours = {"cooking": 9, "washing": 7, "bills": 1, "bins": 1}

    by_weight = fair_chores(practised, other)
    with_hours = fair_chores(practised, other, hours=hours)

    assert set(by_weight.left) == {"cooking", "washing"}
    assert abs(sum(hours[task] for task in with_hours.left) - 9) <= 2
    assert "Hours a week: 10 for Alex, 8 for Sam." in with_hours.certificate("Alex", "Sam")


def test_chores_with_hours_are_as_every_split_compared_by_hand_says() -> None:
    random = Random(6)
    for _instance in range(RANDOM // 10):
        size = random.randint(2, 6)
        left, right = weights(random, size), weights(random, size)
        hours = {task: random.randint(1, 12) for task in left}
        target = F(random.randint(1, 5), 6)

        division = fair_chores(left, right, target, hours)

        def loads(
            mine: Sequence[str],
            left: Mapping[str, int] = left,
            right: Mapping[str, int] = right,
            hours: Mapping[str, int] = hours,
            target: Fraction = target,
        ) -> list[Fraction]:
            one, two = carried_by(mine, left, right, target)
            three, four = carried_by(mine, hours, hours, target)
            return sorted((one, two, three, four), reverse=True)

        splits = product((False, True), repeat=size)
        best = min(
            loads([t for t, mine in zip(left, split, strict=True) if mine]) for split in splits
        )
        assert loads(list(division.left)) == best


def test_a_split_that_gives_one_nearly_everything_says_so() -> None:
    even = fair_chores({"a": 1, "b": 1}, {"a": 1, "b": 1}, hours={"a": 5, "b": 5})
    uneven = fair_chores({"a": 1, "b": 1}, {"a": 1, "b": 1}, hours={"a": 30, "b": 2})

    assert not even.gives_nearly_all
    assert uneven.gives_nearly_all


def test_chores_are_as_every_split_compared_by_hand_says() -> None:
    random = Random(5)
    for _instance in range(RANDOM // 10):
        size = random.randint(2, 6)
        left, right = weights(random, size), weights(random, size)
        target = F(random.randint(1, 5), 6)

        division = fair_chores(left, right, target)

        splits = product((False, True), repeat=size)
        best = min(
            carried([t for t, mine in zip(left, split, strict=True) if mine], left, right, target)
            for split in splits
        )
        assert carried(list(division.left), left, right, target) == best
        assert set(whole(division).values()) <= {0, 1}
        assert division.split is None


CHORES = {
    "two alike": ({"a": 3, "b": 3}, {"a": 3, "b": 3}, F(1, 2), {F(1, 2)}),
    "each minds another one": ({"a": 5, "b": 0}, {"a": 0, "b": 5}, F(1, 2), {F(0)}),
    "a third": ({"a": 2, "b": 2, "c": 2}, {"a": 2, "b": 2, "c": 2}, F(1, 3), {F(1, 3), F(2, 3)}),
    "one is heavy": (
        {"a": 5, "b": 1, "c": 1, "d": 3},
        {"a": 5, "b": 1, "c": 1, "d": 3},
        F(1, 2),
        {F(1, 2)},
    ),
}


@pytest.mark.parametrize(("left", "right", "target", "values"), CHORES.values(), ids=CHORES)
def test_chores_made_by_hand(
    left: dict[str, int], right: dict[str, int], target: Fraction, values: set[Fraction]
) -> None:
    division = fair_chores(left, right, target)

    assert {division.value_left, division.value_right} == values


def test_swapping_the_two_and_the_target_carries_the_same() -> None:
    random = Random(6)
    for _instance in range(RANDOM // 20):
        left, right = weights(random, 7), weights(random, 7)
        target = F(random.randint(1, 5), 6)

        one, other = fair_chores(left, right, target), fair_chores(right, left, 1 - target)

        assert carried(list(one.left), left, right, target) == carried(
            list(other.right), left, right, target
        )


def test_a_task_that_weighs_nothing_is_in_neither_sum() -> None:
    division = fair_chores({"a": 2, "b": 1, "c": 0}, {"a": 1, "b": 2, "c": 0}, F(1, 3))

    left, right, nothing, _how = division.certificate("Alex", "Sam")

    assert "c 0" not in left + right
    assert nothing.startswith("c: both gave it 0.")
    assert "The aim was a third of that." in left
    assert "The aim was two thirds of that." in right


def test_thirty_tasks_are_divided_and_the_certificate_says_how() -> None:
    random = Random(7)
    left, right = weights(random, 30), weights(random, 30)

    division = fair_chores(left, right)

    assert len(whole(division)) == 30
    assert "the lightest went by turns" in division.certificate()[-1]
    most = max(division.value_left, division.value_right)
    assert most <= F(1, 2) + F(5, min(sum(left.values()), sum(right.values())))


# -- the meeting point -----------------------------------------------------------------------------


def test_the_meeting_points_made_by_hand() -> None:
    for left, right, options, depth in (
        ("p q r s keep", "s q r p keep", ("q",), 2),
        ("p q keep r", "r keep q p", ("keep",), 3),
        ("p q keep", "q p keep", ("p", "q"), 2),
        ("p q keep", "p q keep", ("p",), 1),
        ("keep p q", "p q keep", ("keep",), 3),
        ("p r q keep", "q r p keep", ("r",), 2),
        ("p keep q r", "q p keep r", ("p",), 2),
    ):
        found = meeting_point(left.split(), right.split(), "keep")
        assert (found.options, found.depth) == (options, depth), (left, right)
        assert found.certificate("Alex", "Sam")[0].startswith("Alex: 1 ")


def test_a_meeting_point_is_as_going_down_both_orders_says() -> None:
    options = ("p", "q", "r", "keep")
    for left, right in product(permutations(options), repeat=2):
        found = meeting_point(left, right, "keep")

        above = [
            option
            for option in options
            if left.index(option) < left.index("keep") and right.index(option) < right.index("keep")
        ]
        for depth in range(1, 5):
            both = {
                option for option in above if option in left[:depth] and option in right[:depth]
            }
            if both:
                assert (set(found.options), found.depth) == (both, depth)
                break
        else:
            assert found.options == ("keep",)
        assert set(meeting_point(right, left, "keep").options) == set(found.options)
        for option in found.options:  # nothing is better for both
            assert not [
                other
                for other in options
                if left.index(other) < left.index(option)
                and right.index(other) < right.index(option)
            ]


# -- what cannot be taken --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        ({"a": 100, "b": 0}, {"a": 100, "c": 0}, "b: only one"),
        ({"a": 101, "b": -1}, {"a": 50, "b": 50}, "b: -1 is less than 0"),
        ({"a": 50, "b": 49}, {"a": 50, "b": 50}, "sum to 99"),
        ({"a": 100}, {"a": 100}, "a: it takes at least two"),
        ({}, {}, "at least two"),
        ({"a": 99.5, "b": 0.5}, {"a": 50, "b": 50}, "a: 99.5 is not a whole number"),
    ],
)
def test_points_that_cannot_be_taken_name_the_item(
    left: dict[str, int], right: dict[str, int], says: str
) -> None:
    with pytest.raises(Unsuited, match=says):
        adjusted_winner(left, right)


@pytest.mark.parametrize(
    ("left", "right", "target", "says"),
    [
        ({"a": 0, "b": 0}, {"a": 1, "b": 1}, F(1, 2), "a, and all the others"),
        ({"a": 1, "b": 1}, {"a": 1, "b": 1}, F(0), "between 0 and 1"),
        ({"a": 1, "b": 1}, {"a": 1, "b": 1}, F(1), "between 0 and 1"),
        ({"a": 1, "b": -2}, {"a": 1, "b": 1}, F(1, 2), "b: -2 is less than 0"),
        ({"a": 1}, {"a": 1}, F(1, 2), "a: it takes at least two"),
    ],
)
def test_burdens_that_cannot_be_taken_name_the_task(
    left: dict[str, int], right: dict[str, int], target: Fraction, says: str
) -> None:
    with pytest.raises(Unsuited, match=says):
        fair_chores(left, right, target)


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        ("p q p keep", "p q keep", "p: it stands there twice"),
        ("p q keep", "p r keep", "q: only one"),
        ("p q", "q p", "keep: it is not among"),
        ("keep", "keep", "keep: it takes at least two"),
    ],
)
def test_rankings_that_cannot_be_taken_name_the_option(left: str, right: str, says: str) -> None:
    with pytest.raises(Unsuited, match=says):
        meeting_point(left.split(), right.split(), "keep")


# -- the balanced order ----------------------------------------------------------------------------


@pytest.mark.parametrize("k", range(1, 9))
def test_the_balanced_order_has_equal_sums_of_powers(k: int) -> None:
    order = turn_order(2**k, "left")

    for power in range(k):
        left, right = (
            sum(number**power for number, who in enumerate(order) if who == side)
            for side in ("left", "right")
        )
        assert left == right

"""Who goes when: the balanced order."""

from workshop.core.people import Side, other


def turn_order(n: int, first: Side) -> tuple[Side, ...]:
    """Return who goes when in `n` turns, in balanced order: A B B A B A A B ...

    For 2^k turns the two sets of turn numbers have equal sums of powers 0 to k-1 (Thue-Morse;
    Prouhet 1851).

    Raises:
        ValueError: `n` is negative.
    """
    if n < 0:
        raise ValueError(f"a number of turns is 0 or more, not {n}")
    return tuple(turn_number(number, first) for number in range(n))


def turn_number(number: int, first: Side) -> Side:
    """Return whose turn is number `number`, from 0, in that order."""
    return other(first) if number.bit_count() % 2 else first

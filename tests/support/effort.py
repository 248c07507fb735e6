"""How much is tried: enough for a minute by default, much more where EQUAL_SAY_LONG is 1."""

import os

from hypothesis import settings

LONG = os.environ.get("EQUAL_SAY_LONG") == "1"
"""Whether there is time to try everything."""


def examples(number: int) -> settings:
    """Return the settings for a law: tried on half of `number` examples, or on all of them."""
    return settings(max_examples=number if LONG else (number + 1) // 2)


def every(step: int) -> int:
    """Return `step`, or 1 where there is time to leave nothing out."""
    return 1 if LONG else step

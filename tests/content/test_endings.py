"""Each exercise ends in its own way, so that an evening of three does not end thrice alike."""

from collections import Counter

from support.evening import shipped_exercises

OPENING_WORDS = 3


def test_no_two_exercises_end_alike() -> None:
    endings = Counter(
        " ".join(exercise.steps[-1].model_dump()["prompt"].split()[:OPENING_WORDS])
        for exercise in shipped_exercises()
    )

    assert [words for words, number in endings.items() if number > 1] == []

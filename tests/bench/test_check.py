"""Checking many files takes work in a straight line, and so does a file with many keys.

How long it takes beside parsing and validating alone, on this machine:

    python -m bench.test_check        (in tests/)
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from workshop import paths
from workshop.content.check import check
from workshop.content.library import Library, load
from workshop.content.lines import Lines
from workshop.core.exercise import Exercise

TODAY = date(2026, 11, 24)
BUILTIN = Path(str(paths.builtin_content()))
LIBRARY = Library(BUILTIN)
SHIPPED = [LIBRARY.exercise(id) for id in LIBRARY.exercise_ids()]


def work(doing: Callable[[], object]) -> int:
    """Return how many calls are made."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        doing()
    finally:
        sys.setprofile(before)
    return calls


def files(number: int) -> list[tuple[str, bytes]]:
    """Return exercises that differ in their names, texts and seconds."""
    made = []
    for n in range(number):
        data = (BUILTIN / f"{SHIPPED[n % len(SHIPPED)].id}.toml").read_bytes()
        text = data.decode().replace("seconds = 45", f"seconds = {20 + n % 50}")
        text = text.replace("One sentence", f"Sentence {n}, one")
        name = f"mine-{n}"
        made.append(
            (
                name,
                text.replace(
                    f'id = "{SHIPPED[n % len(SHIPPED)].id}"', f'id = "{name}"', 1
                ).encode(),
            )
        )
    return made


def check_all(number: int) -> Callable[[], object]:
    made = files(number)
    return lambda: [check(data, f"{name}.toml", "exercise", LIBRARY, TODAY) for name, data in made]


def test_four_times_the_files_are_four_times_the_work() -> None:
    check_all(3)()  # what is read once
    few, many = work(check_all(12)), work(check_all(48))

    assert many <= 4.2 * few


def test_the_lines_of_a_long_file_are_found_in_a_straight_line() -> None:
    def source(keys: int) -> str:
        return "".join(f"[[steps]]\na{n} = [1, {{ b = 2 }}] # x\n" for n in range(keys))

    few, many = work(lambda: Lines(source(500))), work(lambda: Lines(source(2000)))

    assert many <= 4.2 * few


def test_an_exercise_with_more_steps_is_proved_in_a_straight_line() -> None:
    def steps(number: int) -> bytes:
        head = (BUILTIN / "compromise.toml").read_text("utf-8").split("[[steps]]")[0]
        made = "".join(
            f'[[steps]]\nkind = "speak"\nid = "s{n}"\nprompt = "Say it."\n' for n in range(number)
        )
        return (head + made).encode()

    def doing(number: int) -> Callable[[], object]:
        data = steps(number)
        return lambda: check(data, "compromise.toml", "exercise", LIBRARY, TODAY)

    doing(3)()
    few, many = work(doing(9)), work(doing(36))

    assert many <= 4.2 * few


def _print_ratio() -> None:
    import tempfile
    from time import perf_counter

    with tempfile.TemporaryDirectory() as folder:
        made = [(Path(folder) / f"{name}.toml", data) for name, data in files(300)]
        for file, data in made:
            file.write_bytes(data)
        check(made[0][1], str(made[0][0]), "exercise", LIBRARY, TODAY)
        began = perf_counter()
        for file, _data in made:
            load(Exercise, file)
        between = perf_counter()
        for file, data in made:
            check(data, str(file), "exercise", LIBRARY, TODAY)
        ended = perf_counter()
    print((ended - between) / (between - began))  # noqa: T201  that is what it is for


if __name__ == "__main__":
    _print_ratio()

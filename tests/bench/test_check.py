"""Checking many files takes work in a straight line, and so does a file with many keys.

How long it takes beside parsing and validating alone, on this machine:

    python -m bench.test_check        (in tests/)
"""

import gc
import os
import sys
import tomllib
from argparse import Namespace
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import pytest

from workshop import paths, toml
from workshop.cli import main
from workshop.commands.checking import check_all as command
from workshop.commands.clock import SystemClock
from workshop.commands.context import Context
from workshop.content.check import check
from workshop.content.library import Library
from workshop.content.lines import Lines
from workshop.content.loading import load
from workshop.core.exercise import Exercise
from workshop.system import System

TODAY = date(2026, 11, 30)
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
    gc.collect()
    gc.disable()  # what other tests left behind is not this one's work
    sys.setprofile(count)
    try:
        doing()
    finally:
        sys.setprofile(before)
        gc.enable()
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
    each = len(SHIPPED)  # so that both have the same ones, the long and the short
    check_all(each)()  # what is read once
    few, many = work(check_all(each)), work(check_all(4 * each))

    assert many <= 4.2 * few


def test_checking_is_at_most_twice_the_work_of_reading_and_validating() -> None:
    made = files(48)

    def fit() -> None:
        for name, data in made:
            Exercise.model_validate(toml.read_table(data, name))

    check_all(48)()  # what is read once
    alone, all_of_it = work(fit), work(check_all(48))

    assert all_of_it <= 2 * alone


def test_a_file_is_read_as_toml_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda text: reads.append(text) or loads(text))
    for name, data in files(3):
        (tmp_path / f"{name}.toml").write_bytes(data)

    main(["check", str(tmp_path)])

    assert len(reads) == 3


def test_a_wrong_file_of_a_pair_is_read_twice_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda text: reads.append(text) or loads(text))
    (tmp_path / "agreement.toml").write_text('format = 1\npartners = ["A", "B"]\nclauses = [1]\n')

    main(["check", str(tmp_path)])

    assert len(reads) == 2  # to see which kind it is, and to understand it


def test_a_folder_is_listed_as_often_however_many_files_are_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[Path] = []
    names = System.names

    def seen(system: System, folder: Path | str) -> list[str]:
        listed.append(Path(folder))
        return names(system, folder)

    monkeypatch.setattr(System, "names", seen)
    for many in (2, 9):
        (tmp_path / str(many)).mkdir()
        for name, data in files(many):
            (tmp_path / str(many) / f"{name}.toml").write_bytes(data)
        main(["check", str(tmp_path / str(many))])

    few, more = (listed.count(tmp_path / str(many)) for many in (2, 9))
    assert 1 <= more <= few


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


def _print_ratios() -> None:
    """Print how many times as long as loading it takes to check, and to run the whole command."""
    with TemporaryDirectory() as folder:
        named = [(Path(folder) / f"{name}.toml", data) for name, data in files(1000)]
        for file, data in named:
            file.write_bytes(data)
        options = Namespace(paths=[folder], json=False, strict=False)
        context = Context(options, SystemClock(), Random(0), {})
        processors = os.sched_getaffinity(0)

        def loading() -> None:
            for file, _data in named:
                load(Exercise, file)

        def checking() -> None:
            for file, data in named:
                check(data, str(file), "exercise", LIBRARY, TODAY)

        def commanding() -> None:
            with redirect_stdout(StringIO()):
                command(context)

        def commanding_on_one_processor() -> None:
            os.sched_setaffinity(0, {min(processors)})
            try:
                commanding()
            finally:
                os.sched_setaffinity(0, processors)

        all_of_it = (loading, checking, commanding, commanding_on_one_processor)
        times: dict[Callable[[], None], list[float]] = {doing: [] for doing in all_of_it}
        for _round in range(7):  # each in turn; the quickest is the least disturbed
            for doing, took in times.items():
                began = perf_counter()
                doing()
                took.append(perf_counter() - began)
    alone = min(times[loading])
    for doing in all_of_it[1:]:
        print(f"{doing.__name__}: {min(times[doing]) / alone:.2f}")  # noqa: T201  it is for that


if __name__ == "__main__":
    _print_ratios()

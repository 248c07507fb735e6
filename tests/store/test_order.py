"""Many workshops are sorted by what their files say, and few of them are read for that."""

from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from workshop.core.caseload import ALL, USUAL, Wanted, arranged
from workshop.store import formats, glance
from workshop.store.listing import saved_in, seen
from workshop.store.workshop import Finished, Partner, Workshop
from workshop.system import System

DAY = date(2026, 11, 23)
MANY = 60


def ahead(days: int) -> date:
    return DAY + timedelta(days=days)


def filled(data: Path) -> Path:
    """Have many workshops, with days of all kinds in every layout that can be read."""
    chance = Random(7)
    for number in range(MANY):
        days = [ahead(chance.randrange(9)) for _day in range(3)]
        workshop = Workshop(
            id=f"{number:016x}",
            created=days[0],
            left=Partner(name="ALEX"),
            right=Partner(name="SAM"),
            coin="left",
            path=("appreciation",),
            done=(Finished(run=1, exercise="appreciation", on=days[1], minutes=9),)[: number % 2],
            last_evening=days[2] if number % 3 else None,
            next_evening=ahead(99) if number % 5 else None,
            ground_rules=("We meet.\narchived = true\nby = 2026-11-23",) if number % 7 == 0 else (),
            archived=number % 4 == 0,
        )
        text = formats.write(workshop).decode()
        if number % 6 == 0:
            text = text.replace(" = ", "=")
        (data / f"{number}" / "notes").mkdir(parents=True)
        (data / f"{number}" / "workshop.toml").write_text(text, "utf-8")
        if number % 9 == 0:
            evening = f'format = 1\nbegan = {days[1]}\nfirst = "left"\n'
            (data / f"{number}" / "notes" / "evening.toml").write_text(evening, "utf-8")
    (data / "0" / "workshop.toml").write_text("Dear diary,", "utf-8")
    (data / "1" / "workshop.toml").write_text("created = 2026-11-25\n", "utf-8")
    return data


@pytest.mark.parametrize("wanted", [ALL, USUAL, Wanted(find="5"), Wanted(due_by=ahead(99))])
def test_the_order_is_that_of_reading_them_all(tmp_path: Path, wanted: Wanted) -> None:
    filled(tmp_path)

    found = [one.label for one in saved_in(tmp_path, wanted)]

    read = arranged(map(seen, tmp_path.iterdir()), wanted)
    assert found == [one.label for one in read]


def test_of_a_thousand_only_those_are_read_that_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    quick = glance.quick
    monkeypatch.setattr(glance, "quick", lambda *of: read.append(of[0]) or quick(*of))
    filled(tmp_path)

    shown = list(islice(saved_in(tmp_path, USUAL), 10))

    assert len(shown) == 10
    assert len(read) < MANY / 2


def test_an_evening_that_is_open_counts_and_one_that_cannot_be_read_stops_nothing(
    tmp_path: Path,
) -> None:
    filled(tmp_path)
    for label, text in (("2", "began = 2027-01-01"), ("3", "Dear diary,")):
        (tmp_path / label / "notes" / "evening.toml").write_text(text, "utf-8")

    newest = next(one for one in saved_in(tmp_path, USUAL) if one.glance is not None)

    assert (newest.label, newest.day) == ("2", "2027-01-01")
    three = seen(tmp_path / "3").glance
    assert three is not None
    assert three.is_open


def test_a_list_looks_into_each_folder_once_and_asks_for_no_file_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    evening = tmp_path / "3" / "notes" / "evening.toml"
    evening.write_text("format = 1\nbegan = 2026-11-23\n", "utf-8")
    looked: list[str] = []
    missed: list[str] = []
    names, asked = System.names, System.open
    monkeypatch.setattr(System, "names", lambda on, at: looked.append(str(at)) or names(on, at))

    def opened(on: System, path: Path | str, *how: int) -> int:
        if not Path(path).exists():
            missed.append(str(path))
        return asked(on, path, *how)

    monkeypatch.setattr(System, "open", opened)
    two, three = seen(tmp_path / "2"), seen(tmp_path / "3")

    assert two.glance is not None
    assert three.glance is not None
    assert (two.glance.is_open, three.glance.is_open) == (False, True)
    assert sorted(looked) == [f"{tmp_path}/{one}" for one in ("2", "2/notes", "3", "3/notes")]
    assert missed == [f"{tmp_path}/{one}/agreement.toml" for one in ("2", "3")]

"""What a guide does, where a save fails or the program is killed in the middle of it."""

from itertools import count
from pathlib import Path

import pytest
from support.couple import answering
from support.disks import Deadly, Full, Killed
from support.evening import SHIPPED, Unsynced, answer, asks, begin, drop, resume, workshop_of

from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Retry, TakeUp
from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GuideDeed,
    SkipStep,
    StepAgain,
    TakeInstead,
)
from workshop.core.course.session import Ask
from workshop.core.turns import Speak
from workshop.desk.desk import Desk
from workshop.errors import Refused

pytestmark = pytest.mark.every(5)

PATH = ("active-listening", "time-out-plan")
DEEDS: list[GuideDeed] = [
    SkipStep(),
    StepAgain("how-it-goes"),
    TakeInstead("time-out-plan"),
    DoneForThem(),
    EndKindly(),
]


def at_a_turn(folder: Path, system: Unsynced) -> Desk:
    """Return a session in the middle of an exercise, over a disk of its own."""
    workshop = workshop_of(PATH).model_copy(update={"guided": True})
    desk = begin(folder, workshop, system=system)
    for asked in asks(desk, answering):
        if isinstance(asked, Ask) and isinstance(asked.turn, Speak):
            return desk
    raise AssertionError("there is none")


def shown(desk: Desk) -> tuple[str, str | None, str | None]:
    """Return what is under way: its title, the step, and which turn is asked."""
    asked = desk.ask()
    if isinstance(asked, Choice) and asked.option(TakeUp()):
        desk.reply(Chosen(TakeUp()))
        asked = desk.ask()
    step = desk.panel().step
    turn = asked.turn.id if isinstance(asked, Ask) else None
    return desk.title, step.what if step else None, turn


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: type(deed).__name__)
def test_killed_at_any_moment_it_is_done_or_it_is_not(tmp_path: Path, deed: GuideDeed) -> None:
    desk = at_a_turn(tmp_path / "whole", Unsynced())
    before = shown(desk)
    desk.guide(deed)
    after = shown(desk)
    between = ("This session", None, None)  # one is put aside, and the map asks which comes now
    for number in count():
        us, disk = tmp_path / str(number), Deadly()
        desk = at_a_turn(us, disk)
        disk.calls_left = number
        try:
            desk.guide(deed)
        except Killed:
            drop(desk)
        else:
            break
        found = resume(us)
        assert shown(found) in (
            before,
            after,
            *([between] if isinstance(deed, TakeInstead) else []),
        )
        drop(found)
    assert number > 3


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: type(deed).__name__)
def test_where_there_is_no_room_it_waits_until_there_is(tmp_path: Path, deed: GuideDeed) -> None:
    desk = at_a_turn(tmp_path / "whole", Unsynced())
    desk.guide(deed)
    after = shown(desk)
    disk = Full()
    desk = at_a_turn(tmp_path / "us", disk)
    disk.below = tmp_path / "us"

    desk.guide(deed)

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert asked.option(Retry())
    assert all("not saved" in one.why_not for one in desk.panel().offered if one.why_not)
    with pytest.raises(Refused, match="not saved"):
        desk.guide(SkipStep())
    disk.below = None
    desk.reply(Chosen(Retry()))
    assert shown(desk) == after
    answer(desk, answering)


def test_one_put_aside_whose_file_is_gone_stops_nothing_and_says_why(tmp_path: Path) -> None:
    desk = at_a_turn(tmp_path / "us", Unsynced())
    desk.guide(TakeInstead("time-out-plan"))
    notes = tmp_path / "us" / "notes" / "1.toml"
    notes.write_text(notes.read_text("utf-8").replace("active-listening", "gone-now"), "utf-8")
    drop(desk)

    found = resume(tmp_path / "us")

    assert shown(found)[0] == SHIPPED.exercise("time-out-plan").title
    assert not found.asks_to_stop  # nothing has to be saved first
    (gone,) = [one for one in found.panel().offered if one.what == "gone-now"]
    assert "no exercise called gone-now" in gone.why_not

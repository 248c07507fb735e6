"""The life of an agreement: three evenings, all that can happen to a clause, a fresh page."""

import re
import tomllib
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Literal

from support.couple import Couple, answering
from support.evening import StillClock, answer, begin, drop, files, resume, sit_through, workshop_of
from support.work import agreement_in, drafting, edit, to_the_map, work

from workshop.cards.agreement_deeds import (
    AddClause,
    Alone,
    Clauses,
    Kinds,
    OneClause,
    Owners,
    RenewPage,
    ReviewPage,
    SetOut,
)
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back, CloseEvening, GoTo, LookAtAgreement
from workshop.cli import main
from workshop.core.agreement.page import as_text
from workshop.core.agreement.verify import code
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Consent, PickDay, Rate, WishList, Write
from workshop.core.turns.reply import Day, Empty, NotNow, Rated, Reply
from workshop.desk.desk import Desk
from workshop.export.copy import as_copy
from workshop.export.dated import Dated

FIRST = date(2026, 11, 23)
PAGE = Path(__file__).parent / "life.txt"


class Life:
    """A pair and its one agreement, evening after evening."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = StillClock(FIRST)
        self.codes: dict[str, str] = {}
        drop(begin(path, workshop_of(["appreciation", "compromise"]), clock=self.clock))

    def note(self, when: str) -> None:
        """Note the code, as one of them does on paper, and see that it fits."""
        self.codes[when] = code(agreement_in(self.path))
        assert self.verify() == (0, "Nothing changed that can be seen without a code.")
        assert self.verify(when)[1].startswith("The same:")

    def verify(self, when: str | None = None) -> tuple[int, str]:
        """Return what `workshop verify` says, with the code that was noted then."""
        argv = ["verify", str(self.path / "agreement.toml")]
        with redirect_stdout(out := StringIO()):
            exit_code = main([*argv, self.codes[when]] if when else argv)
        return exit_code, out.getvalue().strip().replace("\n", " ")

    def evening(self, *what: Callable[[Desk], object], days: int) -> None:
        """Sit down so many days later, do `what` at the map, and close."""
        self.clock.day += timedelta(days=days)
        desk = to_the_map(resume(self.path, clock=self.clock))
        for each in what:
            each(desk)
        desk.reply(Chosen(CloseEvening()))
        sit_through(desk, quietly)
        drop(desk)


def quietly(asked: Ask, pair: Pair) -> Reply:
    """Close an evening without small things, a date or notes."""
    match asked.turn:
        case Write() | PickDay() | WishList():
            return Empty()
        case Consent(to="notes" | "times"):
            return NotNow()
        case _:
            return answering(asked, pair)


def at(*deeds: Deed, couple: Couple = answering) -> Callable[[Desk], object]:
    return lambda desk: work(desk, *deeds, couple=couple)


def alone(id: str, event: Literal["paused", "ended"]) -> Callable[[Desk], object]:
    def do(desk: Desk) -> None:
        for deed in (
            LookAtAgreement(),
            GoTo(Clauses()),
            GoTo(OneClause(id)),
            Alone(event, id),
            Back(),
            Back(),
        ):
            desk.reply(Chosen(deed))

    return do


def reviewing(desk: Desk) -> None:
    """Look at the whole page together, keep it all, and pick a day."""
    for deed in (LookAtAgreement(), GoTo(Clauses()), GoTo(OneClause("c1")), ReviewPage()):
        desk.reply(Chosen(deed))

    def couple(asked: Ask, pair: Pair) -> Reply:
        match asked.turn:
            case Rate(items=items, scales=scales):
                return Rated(answers=((1,) * len(scales),) * len(items))
            case PickDay(today=today):
                return Day(on=today + timedelta(days=28))
            case Consent(to="paused"):
                return NotNow()
            case _:
                return answering(asked, pair)

    while not isinstance(desk.ask(), Choice):
        answer(desk, couple)


def keeping_the_old(asked: Ask, pair: Pair) -> Reply:
    if isinstance(asked.turn, Consent) and asked.turn.to == "old page":
        return NotNow()
    return answering(asked, pair)


def test_a_whole_life_ends_in_a_page_that_anybody_understands(tmp_path: Path) -> None:
    life = Life(tmp_path / "us")

    life.evening(
        at(GoTo(Kinds()), AddClause("agreement"), couple=drafting("Above 150 we talk first.")),
        at(GoTo(Kinds()), AddClause("decision"), couple=drafting("Holidays we decide together.")),
        at(
            GoTo(Kinds()),
            GoTo(Owners("promise")),
            AddClause("promise", "left"),
            couple=drafting("I ring when I am late."),
        ),
        at(
            GoTo(Kinds()),
            GoTo(Owners("responsibility")),
            AddClause("responsibility", "right"),
            couple=drafting("The bins are mine."),
        ),
        at(
            GoTo(Kinds()),
            GoTo(Owners("boundary")),
            AddClause("boundary", "right"),
            couple=drafting("If it is loud, I will read next door."),
        ),
        at(GoTo(Kinds()), AddClause("agreement"), couple=drafting("We try the new bus.")),
        days=1,
    )
    life.note("the first evening")

    life.evening(
        at(
            GoTo(Clauses()),
            GoTo(OneClause("c1")),
            SetOut("change", "c1"),
            couple=drafting("Above 200 we talk first."),
        ),
        alone("c4", "paused"),
        alone("c6", "ended"),
        days=14,
    )
    life.note("the second evening")
    exit_code, said = life.verify("the first evening")
    assert exit_code == 0
    assert said.startswith("The same up to revision 6, then changed: 8 December 2026, clause c1")

    edit(life.path, lambda text: text.replace("Holidays we", "Long holidays we", 1))
    for when in (None, *life.codes):
        exit_code, said = life.verify(when)
        assert exit_code == 1
        assert said.startswith("Clause c2 does not say what was agreed")
    life.evening(
        at(GoTo(Clauses()), GoTo(OneClause("c2")), SetOut("by hand", "c2")), reviewing, days=14
    )
    life.note("the third evening")

    life.evening(at(RenewPage(), couple=keeping_the_old), days=30)
    life.note("the fresh page")
    for when in ("the first evening", "the third evening"):
        exit_code, said = life.verify(when)
        assert exit_code == 1
        assert "an older copy, or another agreement" in said
    old = life.path / "agreement-before-1.toml"
    assert main(["verify", str(old), life.codes["the third evening"]]) == 0

    page = as_text(agreement_in(life.path))
    assert re.sub(r"[0-9A-Z-]{29}", "CODE", page) == PAGE.read_text("utf-8")
    lines = (life.path / "agreement.toml").read_text("utf-8").splitlines()
    assert lines[0].startswith("# The agreement of ALEX and SAM. A promise between two people")
    left = [name for name in files(life.path) if name.startswith("notes/")]
    assert left == []


def test_keys_in_another_order_other_spaces_and_comments_change_nothing(tmp_path: Path) -> None:
    life = Life(tmp_path / "us")
    life.evening(
        at(GoTo(Kinds()), AddClause("agreement"), couple=drafting("Above 150 we talk.")), days=1
    )
    life.note("then")

    def laid_out_anew(text: str) -> str:
        table = tomllib.loads(text)
        rows = ["# we like it", f"updated   =   {table['updated']}", "format=1"]
        rows.append(f"partners = {table['partners']}")
        for name in ("revisions", "clauses"):
            for one in table[name]:
                rows += ["", f"[[{name}]]  # one"]
                for key, value in reversed(one.items()):
                    shown = value if isinstance(value, date) else repr(value)
                    rows.append(f"\t{key}   =   {shown}")
        return "\r\n".join(rows)

    edit(life.path, laid_out_anew)

    assert life.verify("then")[0] == 0
    assert life.verify()[0] == 0


def due(life: Life) -> list[str]:
    """Return what an opening says is due."""
    desk = resume(life.path, clock=life.clock)
    lines: list[str] = []
    while not isinstance(asked := desk.ask(), Choice):
        assert isinstance(asked, Ask)
        if asked.turn.id == "opening/due":
            lines = [said.text for said in asked.turn.quotations]
        answer(desk, answering)
    drop(desk)
    return lines


def test_a_day_to_look_again_is_due_on_that_day_and_later_and_never_before(tmp_path: Path) -> None:
    life = Life(tmp_path / "us")
    life.evening(
        at(GoTo(Kinds()), AddClause("agreement"), couple=drafting("Above 150 we talk.")), days=1
    )
    agreed = life.clock.day
    there = {}

    for days in (13, 14, 15, 400, 13):  # the last: a clock that was set back
        life.clock.day = agreed + timedelta(days=days)
        there[days] = due(life)

    assert there == {
        13: [],
        14: ["Above 150 we talk."],
        15: ["Above 150 we talk."],
        400: ["Above 150 we talk."],
    }


def test_a_leap_day_is_a_day_like_any_other(tmp_path: Path) -> None:
    life = Life(tmp_path / "us")
    life.clock.day = date(2028, 2, 14)
    life.evening(
        at(GoTo(Kinds()), AddClause("agreement"), couple=drafting("Above 150 we talk.")), days=1
    )
    agreement = agreement_in(life.path)
    assert agreement.clauses[0].review_on == date(2028, 2, 29)

    life.clock.day = date(2028, 2, 29)
    assert due(life) == ["Above 150 we talk."]
    assert b"DTSTART;VALUE=DATE:20280229" in as_copy(Dated(agreement), "ics", life.clock.day)


def test_an_overdue_day_stands_on_today_in_a_calendar(tmp_path: Path) -> None:
    life = Life(tmp_path / "us")
    life.evening(
        at(GoTo(Kinds()), AddClause("agreement"), couple=drafting("Above 150 we talk.")), days=1
    )

    calendar = as_copy(Dated(agreement_in(life.path)), "ics", FIRST + timedelta(days=99))

    assert b"DTSTART;VALUE=DATE:20270302" in calendar
    assert calendar.count(b"BEGIN:VEVENT") == 1


def test_days_written_after_a_clock_was_set_back_hold_all_the_same(tmp_path: Path) -> None:
    life = Life(tmp_path / "us")
    life.evening(
        at(GoTo(Kinds()), AddClause("agreement"), couple=drafting("Above 150 we talk.")), days=300
    )
    life.evening(alone("c1", "ended"), days=-290)

    assert [one.on for one in agreement_in(life.path).revisions] == [
        FIRST + timedelta(days=300),
        FIRST + timedelta(days=10),
    ]
    assert life.verify()[0] == 0

"""`:paper`: both on paper instead, wherever the screen has a button for it."""

import io
import tomllib
from pathlib import Path
from random import Random

from support.couple import answering
from support.evening import SHIPPED, StillClock, chosen

from workshop.cards.choice import Choice
from workshop.core.course.session import Ask
from workshop.core.turns import CirclesSealed, Write
from workshop.desk.desk import Desk
from workshop.desk.workshops import Plan, Workshops
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal


def desk_at(data: Path, turn: type) -> Desk:
    desk = Workshops(data, SHIPPED, StillClock(), Random(7)).begin(
        Plan(("ALEX", "SAM"), ("compromise",), "left", "us")
    )
    while not (isinstance(asked := desk.ask(), Ask) and isinstance(asked.turn, turn)):
        assert isinstance(asked, Ask | Choice)
        desk.reply(chosen(asked) if isinstance(asked, Choice) else answering(asked, desk.pair))
    return desk


def typed(desk: Desk, lines: str) -> str:
    said = io.StringIO()
    Face(desk, Terminal(io.StringIO(lines), said, {}, Signals())).run()
    return said.getvalue()


def draft(data: Path) -> object:
    notes = tomllib.loads((data / "us" / "notes" / "1.toml").read_text("utf-8"))
    return notes["draft"]["text"]


def test_before_the_first_seal_both_can_go_over_to_paper(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, CirclesSealed)

    said = typed(desk, "Half a line\n:paper\n:paper\n")

    desk.let_go()
    before, _offer, after = said.partition("`:paper` is for both on paper instead.")
    assert "Both write on paper, both at once" not in before
    assert "Both write on paper, both at once" in " ".join(after.split())
    assert all("Half a line" not in path.read_text("utf-8") for path in tmp_path.rglob("*.toml"))


def test_who_writes_second_can_go_over_to_paper_and_back_to_what_the_other_sealed(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path, CirclesSealed)
    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert asked.turn.holder is not None
    first = desk.pair.name(asked.turn.holder)

    said = typed(desk, "Mine\n.\nToo\n.\n1\n\n:paper\n:back\nYours\n.\nToo\n.\n1\n1\n")

    desk.let_go()
    _before, after = said.split("Both write on paper, both at once")
    assert "Mine" not in after.partition("Yours")[0]
    assert f"{first}, what you sealed stays unread" in " ".join(after.split())
    assert all(text in after.partition("Both are open now.")[2] for text in ("Mine", "Yours"))


def test_elsewhere_it_is_refused_and_what_was_typed_stays(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, Write)

    said = typed(desk, "Half a line\n:paper\n")

    desk.let_go()
    assert "`:paper` is for" not in said
    assert "Paper is for what is written sealed" in said
    assert draft(tmp_path) == "Half a line"


def test_a_line_that_is_the_command_can_be_typed(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, Write)

    typed(desk, "::paper\n")

    desk.let_go()
    assert draft(tmp_path) == ":paper"

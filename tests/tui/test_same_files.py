"""The same replies through both faces leave the same files, byte for byte, at every turn."""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from support.couple import answering, by_chance, deciding, deleting, keeping, passing
from support.effort import LONG, every
from support.evening import SHIPPED, MadeUp
from support.exercises import MARKED, exercise_of

from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import GoTo
from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GoOnWith,
    GuideDeed,
    SkipStep,
    StepAgain,
    TakeInstead,
    TimeForBoth,
)
from workshop.content.library import Library
from workshop.core.course.session import Ask
from workshop.core.people import Answers
from workshop.core.turns import Handover
from workshop.core.turns.reply import Paper, Reply
from workshop.desk.desk import Desk
from workshop.desk.guides.panel_pages import PanelPages, Sure, Which
from workshop.desk.workshops import Plan
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal

from .couple import at_the_table, people
from .support import Answering, at, desk_at, files, plan, seated, workshops
from .walk import Course, ended, line_by_line, walk

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

COUPLES = {
    "everything, notes deleted": deleting(answering),
    "passes": passing,
    "other words": deciding(consents=("other words", "yes")),
    "thrown away, not now": deciding(("throw away", "write"), ("yes", "not now")),
    "by chance": by_chance(3),
    "by another chance": keeping(by_chance(8)),
}
WAYS: list[tuple[Answers, Answers]] = [("say", "type"), ("paper", "paper"), ("say", "say")]
ALL_OF_IT = "compromise"
"""The exercise of which all is tried where there is time."""
FEW = ("everything, notes deleted", "by chance")
"""Of which one is tried of every other exercise then."""
SHORT = {("compromise", "by another chance")}
"""What is tried where there is little time."""


FIRST = ("", "ALEX", "SAM", "1", "1", "1", "2", "1", "2", "2")
"""What is typed before the evening: the page, who, how they answer, what, and what is sealed."""


def few_for(exercise: str) -> str:
    """Return the one of FEW that is tried of an exercise."""
    return FEW[SHIPPED.exercise_ids().index(exercise) % len(FEW)]


async def through_the_room(
    data: Path, plan: Plan, couple: Answering, library: Library = SHIPPED
) -> Course:
    async with seated(data, plan, library=library) as seats:
        seats.by_keys = not LONG  # where there is time, the essentials are gone through so
        return await walk(seats, couple)


def test_both_faces_leave_the_same_files_at_every_turn(
    tmp_path: Path, essentials: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    plain = line_by_line(Path("data"), people, first=FIRST)

    assert [seen.name for seen in essentials.seen] == [seen.name for seen in plain.seen]
    for room, lines in zip(essentials.seen, plain.seen, strict=True):
        assert room.files == lines.files, room.name


@pytest.mark.parametrize(
    ("exercise", "name"),
    [
        (exercise, name)
        for number, exercise in enumerate(SHIPPED.exercise_ids())
        for name in COUPLES
        if (LONG and (exercise == ALL_OF_IT or (number % 2 == 0 and name == few_for(exercise))))
        or (exercise, name) in SHORT
    ],
)
async def test_so_they_do_whatever_is_answered(tmp_path: Path, exercise: str, name: str) -> None:
    couple = at_the_table(COUPLES[name])
    how = plan(exercise, begins="right" if len(name) % 2 else "left")

    plain = line_by_line(tmp_path / "plain", couple, how)
    room = await through_the_room(tmp_path / "room", how, couple)

    assert room.saved == plain.saved


MARKS = exercise_of(MARKED, id="marks")
LISTED = ["by another chance", "passes"]


@pytest.mark.skipif(not LONG, reason="takes a while; single lists: test_marks in both faces")
@pytest.mark.parametrize("name", LISTED)
async def test_so_they_do_where_lists_are_marked(tmp_path: Path, name: str) -> None:
    couple = at_the_table(COUPLES[name])
    how = plan("marks", begins="right" if len(name) % 2 else "left")
    library = MadeUp([MARKS])

    plain = line_by_line(tmp_path / "plain", couple, how, library=library)
    room = await through_the_room(tmp_path / "room", how, couple, library)

    assert room.saved == plain.saved


@pytest.mark.skipif(not LONG, reason="takes a minute")
@pytest.mark.parametrize("answers", WAYS, ids="-".join)
async def test_so_they_do_when_somebody_says_it_or_writes_on_paper(
    tmp_path: Path, answers: tuple[Answers, Answers]
) -> None:
    await both_the_same(tmp_path, plan("compromise", answers=answers), SHIPPED)


@pytest.mark.skipif(not LONG, reason="takes a minute")
async def test_so_they_do_where_lists_are_marked_on_paper(tmp_path: Path) -> None:
    await both_the_same(tmp_path, plan("marks", answers=("say", "type")), MadeUp([MARKS]))


async def both_the_same(tmp_path: Path, how: Plan, library: Library) -> None:
    plain = line_by_line(tmp_path / "plain", at_the_table(), how, library=library)
    room = await through_the_room(tmp_path / "room", how, at_the_table(), library)

    assert room.saved == plain.saved


@pytest.mark.skipif(not LONG, reason="takes a minute")
async def test_so_they_do_when_paper_is_chosen_at_the_handover(tmp_path: Path) -> None:
    usual = at_the_table()

    def on_paper(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
        if isinstance(asked, Ask) and isinstance(asked.turn, Handover) and asked.paper:
            return Paper()
        return usual(asked, desk)

    plain = line_by_line(tmp_path / "plain", on_paper, plan("compromise"))
    room = await through_the_room(tmp_path / "room", plan("compromise"), on_paper)

    assert room.saved == plain.saved


ODD = (
    "\nan empty line before",
    "an empty line after\n\n",
    "  spaces around  ",
    "two\n\nlines",
    ".. and a dot",
    ":quit",
    "[/] $x a\\",
    "李 🙂 e\u0301",
)


@pytest.mark.parametrize("text", ODD if LONG else ODD[::3])
async def test_the_same_keys_leave_the_same_text(tmp_path: Path, text: str) -> None:
    async with at(tmp_path / "room", "topic/1", people, plan()) as seats:
        await seats.write(text)
        await seats.push("Done")
    lines = typed_line_by_line(tmp_path / "plain", "topic/1", plan(), [*ended(text), ":quit"])

    assert files(tmp_path / "room") == lines


async def test_the_same_keys_leave_the_same_circles(tmp_path: Path) -> None:
    inner, outer = " one \n\n \ntwo", "[/]\n.\n"
    how = plan("compromise")
    async with at(tmp_path / "room", "circles/2", people, how) as seats:
        await seats.write(inner, "inner")
        await seats.write(outer, "outer")
        await seats.push("Seal it")
        await seats.press("enter")
    typed = [*ended(inner), *ended(outer), "1", "", ":quit"]
    lines = typed_line_by_line(tmp_path / "plain", "circles/2", how, typed)

    assert files(tmp_path / "room") == lines


async def test_the_same_keys_leave_the_same_words_of_a_clause(tmp_path: Path) -> None:
    text = "\nIf it is loud,\n\nI will read.\n"
    how = plan("boundaries")
    async with at(tmp_path / "room", "own/1/draft", people, how) as seats:
        await seats.write(text)
        await seats.push("Done")
    typed = [*ended(text), ":quit"]
    lines = typed_line_by_line(tmp_path / "plain", "own/1/draft", how, typed)

    assert files(tmp_path / "room") == lines


GUIDED = replace(plan("active-listening", "appreciation"), guided=True)
DEEDS: dict[str, Sequence[GuideDeed]] = {
    "skip": [SkipStep()],
    "again": [StepAgain("light")],
    "more time": [TimeForBoth()],
    "another": [TakeInstead("appreciation")],
    "another, and back": [TakeInstead("appreciation"), GoOnWith(1)],
    "done": [DoneForThem()],
    "kindly": [EndKindly()],
    "several": [TimeForBoth(), TakeInstead("appreciation"), SkipStep(), EndKindly()],
}


@pytest.mark.parametrize("deeds", [*DEEDS.values()][:: every(2)], ids=[*DEEDS][:: every(2)])
async def test_what_a_guide_does_leaves_the_same_files(
    tmp_path: Path, deeds: Sequence[GuideDeed]
) -> None:
    ways: list[list[int]] = []
    async with at(tmp_path / "room", "floor/2/say", people, GUIDED) as seats:
        for deed in deeds:
            ways.append(way_to(seats.desk, deed))
            await seats.press("ctrl+f")
            for place in ways[-1]:
                await seats.press("home", *["down"] * place if place > 8 else str(place + 1))
                await seats.press("enter")
        room = files(tmp_path / "room")
    typed = [line for way in ways for line in (":guide", *(str(place + 1) for place in way))]

    lines = typed_line_by_line(tmp_path / "plain", "floor/2/say", GUIDED, typed)

    assert room == lines


def way_to(desk: Desk, deed: GuideDeed) -> list[int]:
    """Return the places to choose, page by page, until the guide's panel does `deed`."""
    done: list[GuideDeed] = []
    pages = PanelPages(desk.panel, done.append)
    pages.open()
    taken: list[int] = []
    while not done:
        ways = [option.does for option in pages.choice().options]
        taken.append(next(place for place, does in enumerate(ways) if leads(does, deed)))
        pages.reply(Chosen(ways[taken[-1]]))
    return taken


def leads(does: Deed, deed: GuideDeed) -> bool:
    match does:
        case GoTo(page=Which(kind=kind)):
            return isinstance(deed, kind)
        case GoTo(page=Sure(offered=offered)):
            return bool(offered.does == deed)
        case _:
            return does == deed


def typed_line_by_line(data: Path, name: str, plan: Plan, lines: Sequence[str]) -> dict[str, bytes]:
    """Return the files after `lines` were typed where `name` is asked."""
    desk = desk_at(workshops(data), name, people, plan)
    source = io.StringIO("\n".join(lines) + "\n")
    Face(desk, Terminal(source, io.StringIO(), {}, Signals())).run()
    desk.let_go()
    return files(data)

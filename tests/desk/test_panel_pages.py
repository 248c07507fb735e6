"""The guide's panel, page by page: what may be done, why not, and once more before it is done."""

from dataclasses import replace

import pytest

from workshop.cards.choice import Chosen, Deed
from workshop.cards.deeds import Back
from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GoOnWith,
    GuideDeed,
    Offered,
    Panel,
    SkipStep,
    Spent,
    StepAgain,
    TakeInstead,
    TimeForBoth,
)
from workshop.cards.panel_words import mark_line, surely
from workshop.core.evening.hour import Mark
from workshop.desk.guides.panel_pages import PanelPages
from workshop.errors import Refused

PANEL = Panel(
    session=Spent("The session", 12, 50),
    exercise=Spent("What I need, what can bend", 6, 30),
    step=Spent("Step 2 of 5", 2),
    clock=754,
    next=("Step 3 of 5", "Thanks"),
    offered=(
        Offered(SkipStep()),
        Offered(StepAgain("issue"), "The issue"),
        Offered(StepAgain("circles"), "The circles"),
        Offered(TimeForBoth(), why_not="Twice is the most."),
        Offered(TakeInstead("money"), "Money, together"),
        Offered(DoneForThem()),
        Offered(EndKindly()),
    ),
)


class Guided:
    """A panel that changes nothing, and what was done by it."""

    def __init__(self, panel: Panel = PANEL) -> None:
        self.panel = panel
        self.done: list[GuideDeed] = []
        self.pages = PanelPages(lambda: self.panel, self.done.append)
        self.pages.open()

    @property
    def labels(self) -> list[str]:
        return [option.label for option in self.pages.choice().options]

    def choose(self, label: str) -> None:
        found = [one for one in self.pages.choice().options if one.label.startswith(label)]
        assert found, f"{label!r} is not in {self.labels}"
        self.pages.reply(Chosen(found[0].does))


def test_it_says_how_the_hour_stands_beside_what_was_planned() -> None:
    lines = Guided().pages.choice().lines

    assert lines == (
        "The session: 12 of 50 min",
        "What I need, what can bend: 6 of 30 min",
        "Step 2 of 5: 2 min",
        "The clock: 0:12:30",
        "Then: Step 3 of 5",
        "Then: Thanks",
    )


def test_what_can_be_done_comes_before_what_cannot() -> None:
    shut = "No exercise is under way."
    offered = [replace(one, why_not=shut) for one in PANEL.offered[:-1]]
    at_the_map = Guided(replace(PANEL, offered=(*offered, Offered(EndKindly()))))

    options = at_the_map.pages.choice().options

    assert at_the_map.labels[0] == "End kindly"
    assert [one for one in options[1:-2] if not one.why_not] == []
    assert at_the_map.labels[-2:] == ["Hide the clock", "Close it"]  # of the panel itself: last


def test_so_it_does_below_each_heading() -> None:
    first = replace(PANEL.offered[0], why_not="It was left half done.")
    guided = Guided(replace(PANEL, offered=(first, *PANEL.offered[1:])))

    steps = [one for one in guided.pages.choice().options if one.under == "This step"]

    assert [bool(one.why_not) for one in steps] == [False, True, True]


def test_the_clock_can_be_hidden_and_shown() -> None:
    guided = Guided()

    guided.choose("Hide the clock")
    assert not [line for line in guided.pages.choice().lines if "clock" in line]

    guided.choose("Show the clock")
    assert [line for line in guided.pages.choice().lines if "clock" in line]


def test_the_clock_stays_hidden_until_somebody_wants_it() -> None:
    guided = Guided()
    guided.choose("Hide the clock")

    guided.pages.open()

    assert "Show the clock" in guided.labels


def test_what_may_be_done_stands_in_groups() -> None:
    heads = list(dict.fromkeys(option.under for option in Guided().pages.choice().options))

    assert heads == ["This step", "This exercise", "The session", "This panel"]


def test_what_cannot_be_done_now_says_why() -> None:
    guided = Guided()

    with pytest.raises(Refused, match=r"^Twice is the most\.$"):
        guided.choose("More time, for both")
    with pytest.raises(Refused, match=r"^No exercise is put aside\.$"):
        guided.choose("Go on with one put aside")
    assert guided.done == []
    assert not guided.pages.over


def test_of_several_it_is_asked_which() -> None:
    guided = Guided()

    guided.choose("Do a step again")
    assert guided.labels == ["The issue", "The circles", "Back"]
    guided.choose("The circles")
    guided.choose("Do it again")

    assert guided.done == [StepAgain("circles")]
    assert guided.pages.over


def test_of_one_it_is_said_at_once_which() -> None:
    assert "Put it aside, and take another: Money, together" in Guided().labels


EVERY: list[GuideDeed] = [
    SkipStep(),
    StepAgain("issue"),
    TakeInstead("money"),
    GoOnWith(1),
    DoneForThem(),
    EndKindly(),
]


@pytest.mark.parametrize("deed", EVERY, ids=lambda deed: type(deed).__name__)
def test_whatever_opens_ends_or_drops_something_is_asked_once_more(deed: GuideDeed) -> None:
    asked = surely(Offered(deed, "This"))
    assert asked is not None
    guided = Guided(replace(PANEL, offered=(Offered(deed, "This"),)))

    (way,) = [one for one in guided.pages.choice().options if not one.why_not][:1]
    guided.pages.reply(Chosen(way.does))
    assert guided.pages.choice().prompt == asked.question
    assert guided.done == []

    guided.choose(asked.yes)
    assert guided.done == [deed]
    assert guided.pages.did == deed


def test_more_time_is_given_at_once() -> None:
    guided = Guided(replace(PANEL, offered=(Offered(TimeForBoth()),)))

    guided.choose("More time, for both")

    assert guided.done == [TimeForBoth()]


def test_back_leads_the_same_way_and_then_closes_it() -> None:
    guided = Guided()
    guided.choose("Do a step again")
    guided.choose("The issue")

    for _page in range(2):
        guided.choose("Back")
    assert "Close it" in guided.labels
    guided.pages.reply(Chosen(Back()))

    assert guided.pages.over
    assert guided.done == []


def test_what_is_refused_leaves_it_open() -> None:
    def refuse(deed: Deed) -> None:
        raise Refused("Not while something is not saved.")

    pages = PanelPages(lambda: PANEL, refuse)
    pages.open()
    pages.reply(Chosen(pages.choice().options[0].does))

    with pytest.raises(Refused, match="not saved"):
        pages.reply(Chosen(SkipStep()))

    assert not pages.over
    assert pages.did is None


@pytest.mark.parametrize(("mark", "said"), [(None, ""), (10, "ten minutes"), (2, "two minutes")])
def test_a_mark_before_the_end_of_the_hour_is_one_quiet_line(mark: Mark | None, said: str) -> None:
    line = mark_line(mark)

    assert said in line
    assert "\n" not in line

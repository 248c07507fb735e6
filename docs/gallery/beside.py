"""The screens around an evening: the first ones, what lies beside a turn, trouble, guiding."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from camera import Camera, Sitter, sitting
from evening import PATH, SHOWS, whole_evening
from made_up import NAMES, MadeUp
from textual.screen import Screen
from textual.widgets import Input

from workshop import paths
from workshop.cards.choice import Choice
from workshop.content.library import Library
from workshop.content.loading import load
from workshop.core.course.session import Ask
from workshop.core.exercise import Exercise
from workshop.desk.desk import Desk
from workshop.desk.guides.caseload import Caseload
from workshop.desk.preview import open_preview
from workshop.desk.workshops import Plan, Workshops
from workshop.tui.app import EqualSay
from workshop.tui.caseload import Between, CaseloadApp
from workshop.tui.demo import DemoApp
from workshop.tui.messages import (
    AgreementWanted,
    HelpLinesWanted,
    HomeWanted,
    PathWanted,
    ReadingsWanted,
    RecoveryWanted,
    ResumeWanted,
    SetupWanted,
)
from workshop.tui.screens.choice import ChoiceScreen
from workshop.tui.screens.everything import Everything
from workshop.tui.screens.home import Home
from workshop.tui.screens.listing import Listing
from workshop.tui.screens.page import Page
from workshop.tui.screens.panel import PanelScreen
from workshop.tui.screens.setup import Setup
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.screens.unlock import Unlock
from workshop.tui.turns.view import View
from workshop.tui.widgets.time import Time


class StillClock:
    """A clock in which half a minute has gone by at every answer."""

    def __init__(self) -> None:
        self.now, self.day = 0.0, date(2026, 11, 23)

    def today(self) -> date:
        """Return a day."""
        return self.day

    def seconds(self) -> float:
        """Return the same until somebody moves it on."""
        return self.now


@dataclass(frozen=True)
class Place:
    """Where a scene is played.

    Attributes:
        data: an empty folder of its own.
        camera: what takes the pictures.
        clock: its clock.
    """

    data: Path
    camera: Camera
    clock: StillClock

    def workshops(self) -> Workshops:
        """Return the workshops there are."""
        library = Library(paths.builtin_content())
        return Workshops(self.data, library, self.clock, Random(1))

    def plan(self, *path: str, guided: bool = False) -> Plan:
        """Return a plan of the two who are made up."""
        return Plan(NAMES, path or ("active-listening",), "left", "us", guided=guided)

    def desk_at(self, turn: str, plan: Plan) -> Desk:
        """Return a Desk at which `turn` is asked."""
        desk, two = self.workshops().begin(plan), MadeUp()
        while isinstance(asked := desk.ask(), Ask | Choice):
            if isinstance(asked, Ask) and asked.turn.id == turn:
                return desk
            self.clock.now += 35
            desk.reply(two.reply(asked))
        raise AssertionError(f"the evening is over before {turn}")


Play = Callable[[Place], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """Some pictures that are taken in one go.

    Attributes:
        name: with what their names begin.
        play: takes them.
        shows: the kinds of screens and of views that are in them.
    """

    name: str
    play: Play
    shows: tuple[type[Screen[object] | View], ...]


async def read_on(sitter: Sitter) -> None:
    """Read the pages that come first."""
    while isinstance(sitter.app.screen, Page):
        await sitter.press("enter")


async def first_time(place: Place) -> None:
    """Let two who know nothing come in."""
    async with sitting(EqualSay(place.workshops()), place.camera) as sitter:
        await sitter.sits_for("first-1-before-you-begin")
        await read_on(sitter)
        await sitter.hears(HomeWanted())
        await sitter.sits_for("first-2-home-empty")
        await sitter.hears(SetupWanted())
        await sitter.sits_for("first-3-names")
        for name, side in zip(NAMES, ("left", "right"), strict=True):
            line = sitter.part(f"#name-{side}")
            assert isinstance(line, Input)
            line.value = name
        await sitter.sits_for("first-4-names-typed")
        await sitter.hears(PathWanted(Plan(NAMES, ())))
        for page in ("first-5-picker", "first-6-picked", "first-7-picked-more"):
            await sitter.sits_for(page)
            screen = sitter.app.screen
            if not isinstance(screen, ChoiceScreen) or not sitter.app.guides.asks:
                break
            await sitter.does(screen._choice.options[0].does)


async def evening(place: Place) -> None:
    """Let them do everything."""
    plan = place.plan(*PATH)

    def start(app: EqualSay) -> None:
        app.sit_down(lambda: place.workshops().begin(plan))

    async with sitting(EqualSay(place.workshops(), start), place.camera) as sitter:
        await read_on(sitter)
        await whole_evening(sitter)


async def beside_a_turn(place: Place) -> None:
    """Show what lies beside a turn, and what they come back to."""
    desk = place.desk_at("floor/1/say", place.plan("compromise", "active-listening"))
    app = EqualSay(place.workshops(), lambda app: app.sit_down(lambda: desk))
    async with sitting(app, place.camera) as sitter:
        await read_on(sitter)
        place.clock.now += 35
        sitter.app.screen.query_one(Time).tick()
        await sitter.rest()
        await sitter.sits_for("beside-1-turn")
        for key, name in (("ctrl+t", "2-pause"), ("ctrl+s", "3-leave")):
            await sitter.press(key)
            await sitter.sits_for(f"beside-{name}")
            await sitter.press("escape")
        for key, name in (
            ("ctrl+g", "4-help"),
            ("ctrl+l", "5-help-lines"),
            ("ctrl+p", "6-everything"),
        ):
            await sitter.press(key)
            await sitter.sits_for(f"beside-{name}")
            await sitter.press("escape")
    us = place.data / "us"
    async with sitting(EqualSay(place.workshops()), place.camera) as sitter:
        await sitter.sits_for("back-1-before-you-begin-again")
        await read_on(sitter)
        await sitter.sits_for("back-2-home")
        await sitter.hears(AgreementWanted(us))
        await sitter.sits_for("back-3-agreement")
        await sitter.press("escape")
        await sitter.hears(ReadingsWanted())
        await sitter.sits_for("back-4-readings")
        screen = sitter.app.screen
        assert isinstance(screen, ChoiceScreen)
        await sitter.does(screen._choice.options[0].does)
        await sitter.sits_for("back-5-a-reading")
        await sitter.press("escape", "escape")
        sitter.app.action_settings()
        await sitter.rest()
        await sitter.sits_for("back-9-settings")
        await sitter.press("escape")
        await sitter.hears(HelpLinesWanted())
        await sitter.sits_for("back-6-help-lines")
        await sitter.press("escape")
        await sitter.hears(ResumeWanted(us))
        await sitter.sits_for("back-7-half-done")
        async with sitting(
            EqualSay(
                place.workshops(), lambda app: app.sit_down(lambda: place.workshops().resume(us))
            ),
            place.camera,
        ) as other:
            await other.press("enter")
            await other.sits_for("back-8-open-elsewhere")


async def trouble(place: Place) -> None:
    """Show what is locked, and what cannot be read."""
    place.desk_at("floor/1/say", place.plan()).let_go()
    us = place.data / "us"
    async with sitting(EqualSay(place.workshops(), EqualSay.show_home), place.camera) as sitter:
        await read_on(sitter)
        back = ("Back", lambda: None)
        sitter.app.push_screen(Unlock(place.workshops(), us, lambda: None, back))
        await sitter.rest()
        await sitter.sits_for("trouble-1-unlock")
        sitter.app.pop_screen()
        (us / "workshop.toml").write_bytes(b"not = [")
        await sitter.hears(RecoveryWanted(us))
        await sitter.sits_for("trouble-2-recover")
        await sitter.press("escape")
        sitter.app.show_home()
        await sitter.rest()
        await sitter.sits_for("trouble-3-home")


async def guided(place: Place) -> None:
    """Show what a guide sees, and the two beside them."""
    desk = place.desk_at("floor/1/say", place.plan("active-listening", "appreciation", guided=True))

    def begin(app: EqualSay) -> None:
        app.sit_down(lambda: desk)

    async with sitting(EqualSay(place.workshops(), begin), place.camera) as sitter:
        await read_on(sitter)
        place.clock.now += 67
        await sitter.press("ctrl+f")
        await sitter.sits_for("guided-1-panel")
        await sitter.press("ctrl+f")
        await sitter.sits_for("guided-2-turn")
    async with sitting(EqualSay(place.workshops()), place.camera) as sitter:
        await read_on(sitter)
        await sitter.hears(ResumeWanted(place.data / "us"))
        await sitter.sits_for("guided-3-whose-machine")


async def caseload(place: Place) -> None:
    """Show the list of somebody who guides many couples."""
    for names, label in ((("José", "李"), "couple 9"), (("Alex", "Sam"), "couple 10")):
        plan = replace(place.plan(guided=True), names=names, label=label)
        place.workshops().begin(plan).let_go()
    async with sitting(CaseloadApp(place.workshops()), place.camera) as sitter:
        await sitter.sits_for("caseload-1-list")
        await sitter.press("down", "enter")
        await sitter.sits_for("caseload-2-one")
    before = Caseload(place.workshops())
    async with sitting(CaseloadApp(place.workshops(), before), place.camera) as sitter:
        await sitter.sits_for("caseload-3-between")


async def demo(place: Place) -> None:
    """Show the demo at a few of its turns."""
    workshops = place.workshops()
    script = workshops.library.demo()
    file = paths.builtin_content() / f"{script.exercise}.toml"
    desk = open_preview(load(Exercise, file), Path(str(file)), workshops.library, place.clock, None)
    pages = [("A demo", ["An exercise, done by Alex and Sam, who are made up."])]
    async with sitting(DemoApp(workshops, desk, script, pages), place.camera) as sitter:
        await sitter.press("enter", "space")
        wanted = {
            "wish/1",
            "promise/1/draft",
            "promise/1/consent/1/1",
            "promise/1/consent/1/result",
        }
        while isinstance(asked := desk.ask(), Ask):
            if asked.turn.id in wanted:
                if asked.turn.id.endswith("draft"):
                    await sitter.press("right")
                await sitter.sits_for(f"demo-{asked.turn.id.replace('/', '-')}")
                wanted.discard(asked.turn.id)
            if not wanted:
                break
            await sitter.press("right")


SCENES = (
    Scene("first", first_time, (Page, Home, Setup, ChoiceScreen)),
    Scene("evening", evening, SHOWS),
    Scene("beside", beside_a_turn, (TurnScreen, ChoiceScreen, Page, Everything)),
    Scene("trouble", trouble, (Unlock, ChoiceScreen, Home)),
    Scene("guided", guided, (PanelScreen, TurnScreen)),
    Scene("caseload", caseload, (Listing, Between, ChoiceScreen)),
    Scene("demo", demo, (TurnScreen,)),
)
"""All pictures; a test finds out that no kind of screen or view is missing in `shows`."""

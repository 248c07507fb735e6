"""The plain face from the door to the Desk: home, beginning, going on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from workshop.desk.desk import Desk
from workshop.desk.guides.directories import Directories
from workshop.desk.guides.picker import Picker
from workshop.desk.guides.reader import Reader
from workshop.desk.workshops import Plan, Saved, Workshops
from workshop.plain import setup
from workshop.plain.choosing import G, Obeys, led, obeying
from workshop.plain.face import Face
from workshop.plain.signals import Signals, Stopped
from workshop.plain.terminal import Command, EndOfInput, Hidden, Terminal
from workshop.words import _


def hold(
    conversation: Callable[[Terminal], int],
    source: TextIO,
    sink: TextIO,
    environment: Mapping[str, str],
) -> int:
    """Hold a conversation with signals caught. Returns the exit code."""
    signals = Signals()
    terminal = Terminal(source, sink, environment, signals)
    with signals.caught():
        try:
            return conversation(terminal)
        except (EndOfInput, Hidden):
            return 0  # nothing was begun, so nothing is lost
        except Stopped as stopped:
            return stopped.code


def home(workshops: Workshops, terminal: Terminal) -> int:
    """Show the workshops there are, and ask what to do next."""
    return _Door(workshops, terminal).home()


def begin(workshops: Workshops, terminal: Terminal, plan: Plan) -> int:
    """Begin a workshop; names that the plan does not have are asked for."""
    return _Door(workshops, terminal).begin(plan)


def go_on(workshops: Workshops, terminal: Terminal, path: Path) -> int:
    """Take a workshop up where it stands."""
    return _Door(workshops, terminal).go_on(path)


class _Door:
    """Between the workshops and the Desk. Every prompt here takes commands."""

    def __init__(self, workshops: Workshops, terminal: Terminal) -> None:
        self._workshops, self._terminal = workshops, terminal
        self._obeys: Obeys = obeying(terminal, self._lines)

    def _lines(self) -> Directories:
        return Directories.of(self._workshops.library, self._workshops.clock.today())

    def home(self) -> int:
        found = list(self._workshops.saved())
        for trouble in (one.trouble for one in found if one.trouble):
            self._terminal.say(trouble)
        saved = [one for one in found if one.glance is not None]
        if not saved:
            self._terminal.say(_("Equal Say: exercises for two, about having an equal say."))
            return self._begin_new()
        labels = [_("Go on with {workshop}").format(workshop=_told(one)) for one in saved]
        labels += [
            _("Begin a new workshop"),
            _("Read the agreement"),
            _("Readings"),
            _("Help lines"),
            _("Quit"),
        ]
        while True:
            try:
                place = self._choose(_("What do you want to do?"), labels)
                if place < len(saved):
                    return self.go_on(saved[place].path)
                match place - len(saved):
                    case 0:
                        return self._begin_new()
                    case 1:
                        self._agreement(saved)
                    case 2:
                        exercise = self._led(Reader(self._workshops.library, can_begin=True)).begin
                        if exercise is not None:
                            return self.begin(Plan(("", ""), (exercise,)))
                    case 3:
                        self._led(self._lines())
                    case _:
                        return 0
            except setup.WentBack:
                self._obeys(Command("back"))

    def begin(self, plan: Plan) -> int:
        self._read_first()
        if plan.names == ("", ""):
            plan = self._named(plan)
        return self._sit_down(self._workshops.begin(plan))

    def _begin_new(self) -> int:
        """Begin a workshop of which nothing is known yet."""
        self._read_first()
        plan = self._named(Plan(("", ""), ()))
        while (picker := self._led(Picker(self._workshops.library))).path is None:
            plan = self._named(plan)
        return self._sit_down(self._workshops.begin(replace(plan, path=picker.path)))

    def _named(self, plan: Plan) -> Plan:
        while True:
            try:
                names = setup.names(self._terminal, self._obeys)
            except setup.WentBack:
                self._obeys(Command("back"))
                continue
            try:
                answers = setup.answers(self._terminal, names, self._obeys)
            except setup.WentBack:
                continue
            return replace(plan, names=names, answers=answers)

    def go_on(self, path: Path) -> int:
        self._read_first()
        return self._sit_down(self._workshops.resume(path))

    def _sit_down(self, desk: Desk) -> int:
        try:
            return Face(desk, self._terminal).run(
                lambda: setup.sealed_on_paper(self._terminal, desk, self._obeys)
            )
        finally:
            desk.let_go()

    def _read_first(self) -> None:
        workshops = self._workshops
        page, first_time = workshops.page_before(), workshops.first_time
        setup.before_you_begin(self._terminal, page, first_time, self._obeys)

    def _agreement(self, saved: list[Saved]) -> None:
        place = 0
        if len(saved) > 1:
            place = self._choose(_("Whose agreement?"), [_told(found) for found in saved])
        self._led(self._workshops.pages(saved[place].path))

    def _choose(self, prompt: str, labels: list[str]) -> int:
        return setup.choose(self._terminal, prompt, labels, self._obeys)

    def _led(self, guide: G) -> G:
        return led(self._terminal, guide, self._obeys)


def _told(saved: Saved) -> str:
    assert saved.glance is not None
    left, right = saved.glance.names
    return _("{label}, {left} and {right}").format(label=saved.label, left=left, right=right)

"""The plain face from the door to the Desk: home, beginning, going on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from workshop.desk.desk import Desk
from workshop.desk.directories import Directories
from workshop.desk.offers import Picker
from workshop.desk.reader import Reader
from workshop.desk.reception import Plan, Reception, Saved
from workshop.plain import setup
from workshop.plain.choosing import led
from workshop.plain.face import Face
from workshop.plain.signals import Signals, Stopped
from workshop.plain.terminal import EndOfInput, Terminal
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
        except EndOfInput:
            return 0  # nothing was begun, so nothing is lost
        except Stopped as stopped:
            return stopped.code


def home(reception: Reception, terminal: Terminal) -> int:
    """Show the workshops there are, and ask what to do next."""
    saved = [found for found in reception.saved() if found.workshop is not None]
    if not saved:
        terminal.say(_("Equal Say: exercises for two, about having an equal say."))
        return _begin_new(reception, terminal)
    labels = [_("Go on with {workshop}").format(workshop=_told(found)) for found in saved]
    labels += [
        _("Begin a new workshop"),
        _("Read the agreement"),
        _("Readings"),
        _("Help lines"),
        _("Quit"),
    ]
    while True:
        place = setup.choose(terminal, _("What do you want to do?"), labels)
        if place < len(saved):
            return go_on(reception, terminal, saved[place].path)
        match place - len(saved):
            case 0:
                return _begin_new(reception, terminal)
            case 1:
                _agreement(reception, terminal, saved)
            case 2:
                exercise = _read(reception, terminal)
                if exercise is not None:
                    return begin(reception, terminal, Plan(("", ""), (exercise,)))
            case 3:
                lines = reception.library.help_lines()
                led(terminal, Directories(lines, reception.clock.today()))
            case _:
                return 0


def begin(reception: Reception, terminal: Terminal, plan: Plan) -> int:
    """Begin a workshop; names that the plan does not have are asked for."""
    _read_first(reception, terminal)
    if plan.names == ("", ""):
        plan = _named(terminal, plan)
    return _sit_down(reception.begin(plan), terminal)


def _begin_new(reception: Reception, terminal: Terminal) -> int:
    """Begin a workshop of which nothing is known yet."""
    _read_first(reception, terminal)
    plan = _named(terminal, Plan(("", ""), ()))
    while (picker := led(terminal, Picker(reception.library))).path is None:
        plan = _named(terminal, plan)
    return _sit_down(reception.begin(replace(plan, path=picker.path)), terminal)


def _named(terminal: Terminal, plan: Plan) -> Plan:
    names = setup.names(terminal)
    return replace(plan, names=names, answers=setup.answers(terminal, names))


def _read(reception: Reception, terminal: Terminal) -> str | None:
    """Show what there is to read. Returns the exercise that they want to begin, if they do."""
    return led(terminal, Reader(reception.library, can_begin=True)).begin


def go_on(reception: Reception, terminal: Terminal, path: Path) -> int:
    """Take a workshop up where it stands."""
    _read_first(reception, terminal)
    return _sit_down(reception.resume(path), terminal)


def _sit_down(desk: Desk, terminal: Terminal) -> int:
    try:
        return Face(desk, terminal).run()
    finally:
        desk.let_go()


def _read_first(reception: Reception, terminal: Terminal) -> None:
    setup.before_you_begin(terminal, reception.page_before(), reception.first_time)


def _agreement(reception: Reception, terminal: Terminal, saved: list[Saved]) -> None:
    place = 0
    if len(saved) > 1:
        place = setup.choose(terminal, _("Whose agreement?"), [_told(found) for found in saved])
    led(terminal, reception.pages(saved[place].path))


def _told(saved: Saved) -> str:
    assert saved.workshop is not None
    return _("{label}, {left} and {right}").format(
        label=saved.label, left=saved.workshop.left.name, right=saved.workshop.right.name
    )

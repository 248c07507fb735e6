"""The plain face from the door to the Desk: home, beginning, going on."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TextIO, assert_never

from workshop.cards.missed import mark
from workshop.core.text import shown
from workshop.desk.desk import Desk
from workshop.desk.guides.caseload import Caseload, Purpose
from workshop.desk.guides.directories import Directories
from workshop.desk.guides.home import (
    BeginNew,
    GoOn,
    Home,
    Known,
    Mend,
    Quit,
    SeeAgreement,
    SeeAll,
    SeeHelpLines,
    SeeReadings,
    SeeSettings,
    Way,
)
from workshop.desk.guides.picker import Picker
from workshop.desk.guides.reader import Reader
from workshop.desk.guides.settings_pages import SettingsPages
from workshop.desk.workshops import Plan, Workshops
from workshop.errors import NotFound, Refused, Unreadable
from workshop.plain import setup
from workshop.plain.choosing import G, Obeys, led, obeying
from workshop.plain.commands import Command, EndOfInput, Hidden
from workshop.plain.face import Face
from workshop.plain.signals import Signals, Stopped
from workshop.plain.terminal import Terminal
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
        finally:
            with suppress(Stopped):  # the window may be gone
                terminal.say_the_rest()


def home(workshops: Workshops, terminal: Terminal) -> int:
    """Show the workshops there are, and ask what to do next."""
    return _Door(workshops, terminal).home()


def begin(workshops: Workshops, terminal: Terminal, plan: Plan) -> int:
    """Begin a workshop; names that the plan does not have are asked for."""
    return _Door(workshops, terminal).begin(plan)


def go_on(workshops: Workshops, terminal: Terminal, path: Path) -> int:
    """Take a workshop up where it stands."""
    try:
        return _Door(workshops, terminal).go_on(path)
    except setup.WentBack:
        return 0  # nothing was opened


class _Door:
    """Between the workshops and the Desk. Every prompt here takes commands."""

    def __init__(self, workshops: Workshops, terminal: Terminal) -> None:
        self._workshops, self._terminal = workshops, terminal
        self._obeys: Obeys = obeying(terminal, self._lines, self._settings)

    def _lines(self) -> Directories:
        return Directories.of(self._workshops.library, self._workshops.clock.today())

    def _settings(self) -> SettingsPages:
        return SettingsPages(self._workshops.settings)

    def home(self) -> int:
        shown = self._home()
        if shown.is_empty:
            self._terminal.say(_("Equal Say: exercises for two, about having an equal say."))
            return self._begin_new()
        while True:
            ways = _at_once(shown.ways)
            try:
                place = self._choose(_("What do you want to do?"), [_label(way) for way in ways])
                match ways[place]:
                    case GoOn(workshop):
                        return self.go_on(workshop.path)
                    case SeeAll():
                        path = self._one_of_all("go on")
                        if path is not None:
                            return self.go_on(path)
                    case Mend(path):
                        if self._recovered(path):
                            return self.go_on(path)
                        shown = self._home()
                    case BeginNew():
                        return self._begin_new()
                    case SeeAgreement():
                        self._agreement(shown.known)
                    case SeeReadings():
                        exercise = self._led(self._reader()).begin
                        if exercise is not None:
                            return self.begin(Plan(("", ""), (exercise,)))
                    case SeeHelpLines():
                        self._led(self._lines())
                    case SeeSettings():
                        self._led(self._settings())
                    case Quit():
                        return 0
                    case way:
                        assert_never(way)
            except setup.WentBack:
                self._obeys(Command("back"))

    def _reader(self) -> Reader:
        return Reader(self._workshops.library, can_begin=True, whole=True)

    def _home(self) -> Home:
        """Return what there is, and say what cannot be read, or is odd."""
        shown = self._workshops.home()
        for said in (*shown.troubles, *shown.notices):
            self._terminal.say(said)
        return shown

    def begin(self, plan: Plan) -> int:
        pages = self._workshops.pages_before(guided=plan.guided)
        self._read(pages, new=plan.guided, guided=plan.guided)
        if plan.names == ("", ""):
            plan = self._named(plan)
        return self._sit_down(self._workshops.begin(plan))

    def _begin_new(self) -> int:
        """Begin a workshop of which nothing is known yet."""
        self._read(self._workshops.pages_before())
        plan = Plan(("", ""), ())
        while True:
            plan = self._named(replace(plan, guided=False))
            picker = self._led(Picker(self._workshops.library, guided=plan.guided))
            planned = picker.planned(plan)
            if planned is not None:
                return self._sit_down(self._workshops.begin(planned))

    def _named(self, plan: Plan) -> Plan:
        """Ask for the names, whether somebody guides them, if nobody said, and how each answers."""
        terminal, obeys = self._terminal, self._obeys
        while True:
            try:
                names = setup.names(terminal, obeys)
            except setup.WentBack:
                obeys(Command("back"))
                continue
            try:
                guided = plan.guided or setup.guided(terminal, obeys)
                answers = setup.answers(terminal, names, obeys, guided=guided)
            except setup.WentBack:
                continue
            if guided and not plan.guided:
                self._read(self._workshops.pages_guided(new=True), new=True, guided=True)
            return replace(plan, names=names, answers=answers, guided=guided)

    def go_on(self, path: Path) -> int:
        self._unlock(path)
        guided = self._workshops.is_guided(path)
        self._read(self._workshops.pages_before(guided=guided), guided=guided)
        try:
            desk = self._workshops.resume(path)
        except (Unreadable, NotFound) as trouble:
            if not self._terminal.is_typed:
                raise  # nobody is there to say yes
            self._terminal.say(trouble.sentence)
            return self.go_on(path) if self._recovered(path) else 1
        return self._sit_down(desk)

    def _recovered(self, path: Path) -> bool:
        """Ask what is to be done where a file cannot be read; whether it can be gone on with."""
        self._unlock(path)
        return self._led(self._workshops.recovery(path)).goes_on

    def _unlock(self, path: Path) -> None:
        """Ask for a passphrase where the workshop is locked, until one opens it.

        Raises:
            Locked: nobody is there to type one.
            Trouble: its key cannot be opened, whatever is typed.
        """
        while self._workshops.needs_passphrase(path):
            terminal = self._terminal
            if not terminal.is_typed:
                raise self._workshops.locked(path)
            terminal.say(
                _(
                    "{label} is locked. Type a passphrase of one of you; it is not shown. `:back`"
                    " goes back."
                ).format(label=shown(path.name))
            )
            if lost := self._workshops.lost_key(path):
                terminal.say(lost)
            terminal.forget_keys()
            try:
                passphrase = terminal.passphrase()
                if not passphrase:
                    terminal.say(_("Type a passphrase first."))
                    continue
                terminal.say(_("Unlocking: this takes a few seconds."))
                self._workshops.unlock(path, passphrase)
            except Command as command:
                if command.name == "back":
                    raise setup.WentBack from None
                self._obeys(command)
            except Refused as refused:
                terminal.say(refused.sentence)

    def _sit_down(self, desk: Desk) -> int:
        face = Face(desk, self._terminal)
        try:
            code = face.run(lambda: setup.sealed_on_paper(self._terminal, desk, self._obeys))
        finally:
            desk.let_go()
        if face.is_hidden:
            raise Hidden
        return code

    def _read(self, pages: Sequence[str], *, new: bool = False, guided: bool = False) -> None:
        """Show pages that are the same for everyone; they wait where somebody reads them first.

        At a guide's machine, what stands above may be of another couple: it goes first.
        """
        if guided:
            self._terminal.clear()
        first_time = new or self._workshops.first_time
        whole = self._workshops.whole_page
        for number, page in enumerate(pages, start=1):
            if number > 1:
                self._terminal.say()
            more = whole if number == len(pages) else ""
            setup.before_you_begin(self._terminal, page, more, first_time, self._obeys)

    def _agreement(self, saved: Sequence[Known]) -> None:
        path = saved[0].path if len(saved) == 1 else self._one_of_all("agreement")
        if path is not None:
            self._unlock(path)
            self._led(self._workshops.pages(path))

    def _one_of_all(self, purpose: Purpose) -> Path | None:
        """Return the folder of one of all workshops; None where they went back."""
        caseload = Caseload(self._workshops, purpose)
        caseload.take(caseload.rest())
        return self._led(caseload).taken

    def _choose(self, prompt: str, labels: list[str]) -> int:
        return setup.choose(self._terminal, prompt, labels, self._obeys)

    def _led(self, guide: G) -> G:
        return led(self._terminal, guide, self._obeys)


def _at_once(ways: Sequence[Way]) -> list[Way]:
    """Return the ways with one to all agreements: whose it is, is asked then."""
    first = next((way for way in ways if isinstance(way, SeeAgreement)), None)
    return [way for way in ways if not isinstance(way, SeeAgreement) or way is first]


def _label(way: Way) -> str:
    match way:
        case GoOn(workshop):
            return _("Go on with {workshop}").format(workshop=_told(workshop))
        case SeeAll():
            return _("All of them")
        case Mend():
            return _("See what can be done about {label}").format(label=way.label)
        case BeginNew():
            return _("Begin a new workshop")
        case SeeAgreement():
            return _("Read the agreement")
        case SeeReadings():
            return _("Readings")
        case SeeHelpLines():
            return _("Help lines")
        case SeeSettings():
            return _("Settings")
        case Quit():
            return _("Quit")


def _told(saved: Known) -> str:
    if saved.glance.locked:
        return _("{label}, locked").format(label=saved.label)
    left, right = saved.glance.names
    told = _("{label}, {left} and {right}").format(label=saved.label, left=left, right=right)
    marked = mark(saved.glance.agreement)
    return f"{told} ({marked})" if marked else told

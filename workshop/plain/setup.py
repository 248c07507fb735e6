"""Before an evening: the page to read first, the names, and the home of the plain face."""

from collections.abc import Sequence

from workshop.core.people import Answers
from workshop.core.text import clean
from workshop.desk.reception import read_name
from workshop.errors import Refused
from workshop.plain import typing
from workshop.plain.choosing import obey
from workshop.plain.terminal import Command, Terminal
from workshop.words import _


def before_you_begin(terminal: Terminal, page: str, first_time: bool) -> None:
    """Show the page that is the same for everyone; the first time it waits for Enter."""
    for number, part in enumerate(clean(page).rstrip("\n").split("\n\n## ")):
        if number and first_time and terminal.real:
            # A whole screen would scroll away before anybody has read whom it is not for.
            terminal.say(_("Press Enter to read on."))
            _line(terminal)
        elif number:
            terminal.say()
        for line in part.split("\n"):
            terminal.say(line.removeprefix("# "))
    if first_time:
        terminal.say()
        terminal.say(_("Press Enter to go on. `:quit` ends here; nothing is saved yet."))
        _line(terminal)


def names(terminal: Terminal) -> tuple[str, str]:
    """Ask for the two names until both can be taken."""
    left = _name(terminal, _("Who sits on the left? Type a name."), None)
    right = _name(terminal, _("Who sits on the right? Type a name."), left)
    return left, right


def answers(terminal: Terminal, names: tuple[str, str]) -> tuple[Answers, Answers]:
    """Ask each how they like to answer."""
    left, right = names
    return _answers(terminal, left, right), _answers(terminal, right, left)


def _answers(terminal: Terminal, name: str, you: str) -> Answers:
    ways: tuple[Answers, ...] = ("type", "say", "paper")
    labels = (
        _("I type"),
        _("I say it, and {you} types it").format(you=you),
        _("I write on paper what is sealed"),
    )
    prompt = _("{name}, how do you like to answer? You can change it at any pause.")
    return ways[choose(terminal, prompt.format(name=name), labels)]


def choose(terminal: Terminal, prompt: str, labels: Sequence[str]) -> int:
    """Ask for one of `labels`. Returns its place, from 0."""
    terminal.say(prompt)
    while True:
        try:
            return typing.number(terminal, labels)
        except Command as command:
            obey(terminal, command)


def _name(terminal: Terminal, prompt: str, taken: str | None) -> str:
    while True:
        terminal.say(prompt)
        try:
            return read_name(_line(terminal), taken)
        except Refused as refused:
            terminal.say(refused.sentence)


def _line(terminal: Terminal) -> str:
    while True:
        try:
            return terminal.line()
        except Command as command:
            obey(terminal, command)

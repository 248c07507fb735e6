"""Before an evening: the page to read first, the names, and how each likes to answer."""

from collections.abc import Sequence

from workshop.core.people import Answers
from workshop.core.text import paragraphs
from workshop.desk.desk import Desk
from workshop.desk.read_name import read_name
from workshop.errors import Refused
from workshop.plain import typing
from workshop.plain.choosing import Obeys
from workshop.plain.commands import Command
from workshop.plain.terminal import Terminal
from workshop.words import _


class WentBack(Exception):
    """They went back from the first thing that was asked."""


class _OnPaper(Exception):
    """They would rather not say: what is sealed goes on paper."""


def before_you_begin(
    terminal: Terminal, page: str, whole: str, first_time: bool, obeys: Obeys
) -> None:
    """Show a page that is the same for everyone; the first time it waits for Enter.

    Args:
        terminal: where it is shown.
        page: what is read.
        whole: all of it, where `page` is short: one key away.
        first_time: whether they have not read it yet.
        obeys: what a command does.
    """
    _show(terminal, page)
    while first_time:
        terminal.say()
        if whole:
            terminal.say(_("Type 1 for the whole page."))
        terminal.say(_("Press Enter to go on. `:quit` ends here; nothing is saved yet."))
        try:
            typed = terminal.line().strip()
            if not typed:
                return
            if whole and typed == "1":
                _show(terminal, whole)
        except Command as command:
            if command.name == "again":
                _show(terminal, page)
            else:
                obeys(command)


def _show(terminal: Terminal, page: str) -> None:
    for number, paragraph in enumerate(paragraphs(page)):
        if number:
            terminal.say()
        terminal.say(paragraph.lstrip("# ") if paragraph.startswith("#") else paragraph)


def names(terminal: Terminal, obeys: Obeys) -> tuple[str, str]:
    """Ask for the two names until both can be taken. `:back` goes back to the left one.

    Raises:
        WentBack: they went back from the left one.
    """
    while True:
        left = _name(terminal, _("Who sits on the left? Type a name."), None, obeys)
        try:
            return left, _name(terminal, _("Who sits on the right? Type a name."), left, obeys)
        except WentBack:
            continue


def answers(
    terminal: Terminal, names: tuple[str, str], obeys: Obeys, *, guided: bool = False
) -> tuple[Answers, Answers]:
    """Ask each how they like to answer. `:back` goes back to the left one.

    Args:
        terminal: where they are asked.
        names: of the two.
        obeys: what a command does.
        guided: whether somebody guides them, who may type too.

    Raises:
        WentBack: they went back from the left one.
    """
    left, right = names
    while True:
        first = _answers(terminal, left, right, obeys, guided)
        try:
            return first, _answers(terminal, right, left, obeys, guided)
        except WentBack:
            continue


def _answers(terminal: Terminal, name: str, you: str, obeys: Obeys, guided: bool) -> Answers:
    ways: list[Answers] = ["type", "say", "paper"]
    labels = [
        _("I type"),
        _("I say it, and {you} types it").format(you=you),
        _("I write on paper what we show later"),
    ]
    if guided:
        ways.append("guide types")
        labels.append(_("I say it, and the guide types what is open"))
    prompt = _("{name}, how would you like to answer? You can change it at any pause.")
    return ways[choose(terminal, prompt.format(name=name), labels, obeys)]


def guided(terminal: Terminal, obeys: Obeys) -> bool:
    """Ask whether somebody guides the two.

    Raises:
        WentBack: they went back.
    """
    labels = (_("No, we are on our own"), _("Yes, somebody guides us"))
    return choose(terminal, _("Does somebody guide you, in the room?"), labels, obeys) == 1


def sealed_on_paper(terminal: Terminal, desk: Desk, obeys: Obeys) -> None:
    """Where the screen cannot be cleared, let what is sealed go on paper, unless both type it.

    What is chosen is for this sitting alone.
    """
    if terminal.real:
        return
    terminal.say()
    terminal.say(
        _(
            "This screen cannot be cleared: what is typed here stays above, for both to read. So"
            " what is sealed goes on paper, unless both of you say otherwise."
        )
    )
    if not desk.types_sealed:
        return
    labels = (_("On paper"), _("I type it all the same"))
    names = [desk.pair.left, desk.pair.right]

    def passing(command: Command) -> None:
        if command.name not in ("pass", "paper"):
            return obeys(command)
        raise _OnPaper

    said: list[int] = []
    while len(said) < len(names):
        prompt = _("{name}, how do you answer what is sealed?").format(name=names[len(said)])
        try:
            said.append(choose(terminal, prompt, labels, passing))
        except _OnPaper:
            said.append(0)
        except WentBack:
            if said:
                said.pop()
            else:
                obeys(Command("back"))
    if 0 in said:
        desk.write_on_paper()


def choose(terminal: Terminal, prompt: str, labels: Sequence[str], obeys: Obeys) -> int:
    """Ask for one of `labels`. Returns its place, from 0.

    Raises:
        WentBack: they went back.
    """
    while True:
        terminal.say(prompt)
        try:
            with terminal.asking(prompt):
                return typing.number(terminal, labels)
        except Command as command:
            if command.name == "back":
                raise WentBack from None
            obeys(command)


def _name(terminal: Terminal, prompt: str, taken: str | None, obeys: Obeys) -> str:
    while True:
        terminal.say(prompt)
        try:
            with terminal.asking(prompt):
                return read_name(terminal.line(), taken)
        except Refused as refused:
            terminal.say(refused.sentence)
        except Command as command:
            if command.name == "back":
                raise WentBack from None
            obeys(command)

"""Asks for a choice line by line: what there is to read, what is asked, and the options."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, assert_never

from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back
from workshop.desk.guides.guide import Guide
from workshop.errors import Refused
from workshop.plain import typing
from workshop.plain.commands import Command, EndOfInput, Hidden
from workshop.plain.terminal import Terminal
from workshop.words import _

G = TypeVar("G", bound=Guide)
Obeys = Callable[[Command], None]
"""Does what a command says where no turn is asked, or says that it does nothing there."""


def led(terminal: Terminal, guide: G, obeys: Obeys) -> G:
    """Go from choice to choice until `guide` is over. `:back` is the choice to go back.

    Args:
        terminal: where it is asked.
        guide: what asks.
        obeys: what other commands do.
    """
    while not guide.over:
        terminal.say()
        choice = guide.choice()
        try:
            with terminal.asking(choice.prompt):
                choose(terminal, choice, guide.reply)
        except Command as command:
            if command.name == "back" and choice.option(Back()) is not None:
                guide.reply(Chosen(Back()))
            else:
                obeys(command)
        except Refused as refused:
            terminal.say(refused.sentence)
    return guide


def obeying(
    terminal: Terminal,
    lines: Callable[[], Guide],
    settings: Callable[[], Guide] | None = None,
) -> Obeys:
    """Return what commands do before a workshop is open, and in what is read beside it.

    Args:
        terminal: where they are typed.
        lines: opens the help lines.
        settings: opens the settings; where they are is told when None.
    """

    def obey(command: Command) -> None:
        match command.name:
            case "quit":
                raise EndOfInput
            case "hide":
                terminal.clear()
                raise Hidden
            case "lines":
                led(terminal, lines(), obey)
            case "settings" if settings is not None:
                led(terminal, settings(), obeying(terminal, lines))
            case "settings":
                terminal.say(where_settings_are())
            case "help":
                for line in (
                    _("`:back` goes back to what was asked before."),
                    _("`:lines` shows help lines: directories of services, by country."),
                    _("`:settings` shows what is set, and sets something."),
                    _("`:hide` clears the screen and ends at once; `:quit` ends here."),
                ):
                    terminal.say(line)
            case "back":
                terminal.say(_("There is nothing to go back to from here."))
            case "again":
                pass  # it is asked again
            case (
                "where"
                | "time"
                | "hear"
                | "pass"
                | "pause"
                | "paper"
                | "readings"
                | "agreement"
                | "guide"
            ):
                terminal.say(_("That does nothing here yet."))
            case _:
                assert_never(command.name)

    return obey


def where_settings_are() -> str:
    """Return where something can be set, while a workshop is open."""
    return _("Settings are on the first page, and at the command `workshop settings`.")


def choose(terminal: Terminal, choice: Choice[Deed], reply: Callable[[Chosen], None]) -> None:
    """Show `choice`, and give `reply` what was chosen.

    Where what was typed with it cannot be taken, that alone is typed again: it was chosen already.

    Raises:
        Refused: it cannot be chosen.
    """
    what = chosen(terminal, choice)
    option = choice.option(what.does)
    while True:
        try:
            return reply(what)
        except Refused as refused:
            if option is None or not option.asks_for:
                raise
            terminal.say(refused.sentence)
            terminal.say(" ".join((_("Type it again."), _("Enter alone goes back."))))
            text = terminal.line()
            if not text.strip():
                return None
            what = Chosen(what.does, text)


def chosen(terminal: Terminal, choice: Choice[Deed]) -> Chosen:
    """Show `choice` and return what was chosen."""
    say = terminal.say
    say(choice.prompt)
    _say_page(terminal, choice.page)
    for line in choice.lines:
        say(line)
    labels = [
        _("{label}. Not now: {why}").format(label=option.label, why=option.why_not)
        if option.why_not
        else option.told
        for option in choice.options
    ]
    place = typing.number(terminal, labels, heads=_heads(choice), early=not choice.page)
    option = choice.options[place]
    if option.surely and not option.why_not and not typing.surely(terminal, option.surely):
        return chosen(terminal, choice)
    text = ""
    if option.asks_for:
        say(option.asks_for + ":")
        text = terminal.line()
    return Chosen(option.does, text)


def _say_page(terminal: Terminal, page: Sequence[str]) -> None:
    """Say the paragraphs of a page, each heading with what stands below it."""
    head = ""
    for paragraph in page:
        if not head and not paragraph.startswith("- "):
            terminal.say()
        if paragraph.startswith("# "):
            head = "\n\n".join(part for part in (head, paragraph.removeprefix("# ")) if part)
            continue
        terminal.say(paragraph, head=_above(head, paragraph))
        head = ""
    if page:
        terminal.say(head)


def _above(head: str, paragraph: str) -> str:
    """Return a heading as it stands above `paragraph`; no room is between it and a list."""
    return head if not head or paragraph.startswith("- ") else head + "\n"


def _heads(choice: Choice[Deed]) -> Mapping[int, str]:
    """Return the headings, each by the place of the first option that stands under it."""
    heads, last = {}, ""
    for place, option in enumerate(choice.options):
        if option.under != last:
            heads[place] = last = option.under
    return heads

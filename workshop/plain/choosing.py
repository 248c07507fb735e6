"""Asks for a choice line by line: what there is to read, what is asked, and the options."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from workshop.desk import Choice, Chosen
from workshop.errors import Refused
from workshop.plain import typing
from workshop.plain.terminal import Command, EndOfInput, Terminal
from workshop.words import _


class Guide(Protocol):
    """Goes from choice to choice until it is over."""

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask."""

    def choice(self) -> Choice:
        """Return what is asked now."""

    def reply(self, chosen: Chosen) -> None:
        """Take what was chosen."""


G = TypeVar("G", bound=Guide)


def led(terminal: Terminal, guide: G, do: Callable[[Terminal, Command], None] | None = None) -> G:
    """Go from choice to choice until `guide` is over. `:back` is the choice to go back.

    Args:
        terminal: where it is asked.
        guide: what asks.
        do: what other commands do; `obey` when None.
    """
    while not guide.over:
        terminal.say()
        choice = guide.choice()
        try:
            guide.reply(chosen(terminal, choice))
        except Command as command:
            if command.name != "back":
                (do or obey)(terminal, command)
            elif choice.option("back") is not None:
                guide.reply(Chosen("back"))
        except Refused as refused:
            terminal.say(refused.sentence)
    return guide


def obey(terminal: Terminal, command: Command) -> None:
    """Do what a command says where no turn is asked.

    Raises:
        EndOfInput: it ends here.
    """
    match command.name:
        case "quit":
            raise EndOfInput
        case "hide":
            terminal.clear()
            raise EndOfInput
        case "help":
            terminal.say(_("Type `:quit` to end, `:hide` to clear the screen and end."))
            terminal.say(_("Directories of help services: workshop help-lines"))
        case _:
            terminal.say(_("That does nothing here yet."))


def chosen(terminal: Terminal, choice: Choice) -> Chosen:
    """Show `choice` and return what was chosen."""
    say = terminal.say
    if choice.page:
        say(choice.prompt)
    for paragraph in choice.page:
        if not paragraph.startswith("- "):
            say()
        say(paragraph.removeprefix("# "))
    if choice.page:
        say()
    for line in choice.lines:
        say(line)
    if not choice.page:
        say(choice.prompt)
    place = typing.number(terminal, [option.label for option in choice.options])
    option = choice.options[place]
    text = ""
    if option.asks_for:
        say(option.asks_for + ":")
        text = terminal.line()
    return Chosen(option.key, text)

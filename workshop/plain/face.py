"""The plain face: shows what the Desk asks, a line at a time, and gives it the replies."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Literal, assert_never

from workshop.cards.choice import Choice, Chosen, Deed, Farewell
from workshop.cards.deeds import Back
from workshop.cards.marks import picture_in_words
from workshop.cards.panel import TimeForBoth
from workshop.cards.panel_words import mark_line
from workshop.core.course.session import Ask
from workshop.core.turns import Handover
from workshop.core.turns.reply import Done, Empty, Paper
from workshop.desk.desk import Desk
from workshop.desk.guides.directories import Directories
from workshop.desk.guides.panel_pages import PanelPages
from workshop.errors import NotPrinted, NotSaved, Refused
from workshop.plain.aloud import nothing_to_hear
from workshop.plain.choosing import choose, led, obeying, where_settings_are
from workshop.plain.commands import Command, CommandName, EndOfInput, Hidden
from workshop.plain.pages import help_in_lines
from workshop.plain.replying import NotKept, Replying
from workshop.plain.signals import Stopped, Suspended
from workshop.plain.telling import Telling, time, where
from workshop.plain.terminal import Terminal
from workshop.words import _


class Face:
    """One conversation over one Desk."""

    def __init__(self, desk: Desk, terminal: Terminal) -> None:
        self._desk = desk
        self._terminal = terminal
        self._telling = Telling(desk, terminal)
        self._replying = Replying(desk, terminal)
        self._pages = PanelPages(desk.panel, desk.guide)
        self.is_hidden = False  # then nothing comes after it
        terminal.tells = self._tells
        desk.line_by_line()
        self._told = self._mark = ""  # what was said last of what the guide did, and of the hour

    def run(self, first: Callable[[], None] = lambda: None) -> int:
        """Hold the conversation until it ends; `first` is done before. Returns the exit code.

        Raises:
            NotPrinted: nothing can be printed any more.
            NotSaved: a signal ended it while something could not be saved.
        """
        try:
            first()
            while not isinstance(asked := self._desk.ask(), Farewell):
                try:
                    self._hear(asked)
                except Refused as refused:
                    self._terminal.say(refused.sentence)
        except Hidden:
            self._desk.stop()
            self.is_hidden = True
            return 0
        except EndOfInput:
            pass
        except NotPrinted:
            self._desk.stop()
            raise
        except Stopped as stopped:
            with suppress(Stopped):  # the window may be gone
                ended = self._leave()
                if not ended.saved:
                    raise NotSaved(ended.lines[0]) from None
            return stopped.code
        ended = self._leave()
        for line in ("", *ended.lines):
            self._terminal.say(line)
        return 0 if ended.saved else 1

    def _leave(self) -> Farewell:
        """End it; where somebody else may sit here next, nothing of the two stays in sight."""
        ended = self._desk.stop()
        if ended.neutral:
            self._terminal.clear()
        return ended

    # -- asking -------------------------------------------------------------------------------

    def _hear(self, asked: Ask | Choice[Deed]) -> None:
        """Show what is asked, and take a reply or do what a command says."""
        waits = [lambda: self._show(asked)]
        try:
            while waits:
                try:
                    waits.pop()()
                except Command as command:  # while it is obeyed, another one may be typed
                    waits.append(partial(self._obey, command.name, asked))
        except NotKept:
            pass  # the Desk asks
        except Suspended:
            self._desk.look_away_again()
        except (Refused, Hidden):
            raise
        except BaseException:  # the end of what is typed, a signal, a crash of ours
            self._cover(asked)
            raise

    def _cover(self, asked: Ask | Choice[Deed]) -> None:
        """Clear what was typed sealed, before anybody else looks."""
        if isinstance(asked, Ask) and asked.turn.privacy == "sealed":
            self._terminal.clear()

    def _tell_the_hour(self) -> None:
        """Say once what the guide did, and how much of the hour is left where little is."""
        if not self._desk.guided:
            return
        told, mark = self._desk.told, mark_line(self._desk.mark)
        for line, before in ((told, self._told), (mark, self._mark)):
            if line and line != before:
                self._terminal.say()
                self._terminal.say(line)
        self._told, self._mark = told, mark

    def _show(self, asked: Ask | Choice[Deed]) -> None:
        self._tell_the_hour()
        self._terminal.sealed = isinstance(asked, Ask) and asked.turn.privacy == "sealed"
        if isinstance(asked, Choice):
            self._terminal.forget_keys()
            self._choose(asked)
            return
        self._replying.begin(asked)
        shown = self._desk.card(asked)
        if shown.waits:
            self._terminal.forget_keys()
        self._telling.tell(asked, shown)
        self._desk.reply(self._replying.reply(asked, shown))
        self._cover(asked)

    def _choose(self, choice: Choice[Deed]) -> None:
        say = self._terminal.say
        say()
        for drawn in choice.drawn:
            for day, picture in zip(drawn.days, drawn.pictures, strict=True):
                say(f"{drawn.title}, {day}")
                say(picture_in_words(picture, self._desk.pair))
        choose(self._terminal, choice, self._desk.reply)

    def _tells(self, command: CommandName) -> Sequence[str] | None:
        """Return what is said to a command that changes nothing; None to all others."""
        asked = self._desk.ask()
        if command not in ("where", "time") or isinstance(asked, Farewell):
            return None
        try:
            return (where if command == "where" else time)(self._desk, asked)
        except Refused as refused:
            return [refused.sentence]

    # -- commands -----------------------------------------------------------------------------

    def _obey(self, command: CommandName, asked: Ask | Choice[Deed]) -> None:
        self._cover(asked)
        match command:
            case "pass":
                self._pass(asked)
            case "back" if isinstance(asked, Choice) and asked.option(Back()) is not None:
                self._desk.reply(Chosen(Back()))
            case "back":
                self._ask_again(asked, "back")
                self._desk.reopen()
                self._replying.let_go()
            case "again":
                self._telling.say_all()
                self._replying.say_all()
            case "where" | "time":
                for line in self._tells(command) or ():
                    self._terminal.say(line)
            case "hear":
                self._hear_back(asked)
            case "pause":
                self._open(self._desk.pause, asked)
            case "readings":
                self._open(self._desk.read, asked)
            case "agreement":
                self._open(self._desk.agreement, asked)
            case "settings":
                self._terminal.say(where_settings_are())
            case "guide":
                self._guide()
            case "lines":
                led(self._terminal, self._help_lines(), obeying(self._terminal, self._help_lines))
            case "paper":
                self._ask_again(asked, "paper")
                self._desk.reply(Paper())
                self._replying.let_go()
            case "quit" if self._desk.asks_to_stop:
                raise EndOfInput  # said twice: at once
            case "quit":
                self._desk.leave()
            case "help":
                for paragraph in help_in_lines(self._desk):
                    self._terminal.say(paragraph)
                    self._terminal.say()
            case "hide":
                self._terminal.clear()
                raise Hidden
            case _:
                assert_never(command)

    def _guide(self) -> None:
        if not self._desk.guided:
            raise Refused(_("Nobody guides this workshop."))
        self._pages.open()
        led(self._terminal, self._pages, obeying(self._terminal, self._help_lines))
        if self._pages.did is not None:
            self._told = ""
        if self._pages.did not in (None, TimeForBoth()):
            self._replying.let_go()

    def _open(self, opens: Callable[[], None], asked: Ask | Choice[Deed]) -> None:
        """Open something beside what is asked, or say that it is not opened over this."""
        opens()
        if self._desk.ask() == asked:
            self._terminal.say(_("Not while this is asked: go back from here first."))

    def _hear_back(self, asked: Ask | Choice[Deed]) -> None:
        if isinstance(asked, Choice):
            raise Refused(nothing_to_hear())
        self._replying.hear(asked)

    def _help_lines(self) -> Directories:
        return Directories.of(self._desk.library, self._desk.clock.today())

    def _pass(self, asked: Ask | Choice[Deed]) -> None:
        if isinstance(asked, Choice) or isinstance(asked.turn, Handover):
            raise Refused(_("There is nothing to pass here yet."))
        self._replying.ask_again(asked, "pass")
        self._desk.reply(Empty() if Empty in asked.turn.takes else Done())
        self._replying.let_go()

    def _ask_again(self, asked: Ask | Choice[Deed], command: Literal["paper", "back"]) -> None:
        if isinstance(asked, Ask):
            self._replying.ask_again(asked, command)

"""The caseload as a program of its own, and the programs in which its workshops are opened."""

from collections.abc import Callable, Iterable
from pathlib import Path

from textual.app import SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from workshop.cards.choice import Chosen
from workshop.cards.deeds import Back
from workshop.desk.guides.caseload import UNSAVED, Caseload
from workshop.desk.guides.caseload_deeds import TakeBack
from workshop.desk.guides.guide import Guide
from workshop.desk.workshops import Workshops
from workshop.errors import Refused
from workshop.tui.app import EqualSay
from workshop.tui.messages import Answered
from workshop.tui.pages import titled
from workshop.tui.run import driver, held
from workshop.tui.screens.listing import Listing
from workshop.tui.screens.page import Page
from workshop.words import _


def keep(workshops: Workshops, apart: Callable[[], Workshops]) -> int:
    """Show the caseload, and open what is chosen in it, until it is closed. Returns the exit code.

    Who opens a workshop sees that one alone, in a program of its own; what comes after it says
    nothing of anybody before somebody asks for the list.

    Args:
        workshops: all there are.
        apart: returns workshops of which only that one will be known that is opened.
    """
    before: Caseload | None = None
    while True:
        caseload = CaseloadApp(workshops, before, driver())
        code = held(caseload)
        if caseload.opened is None:
            return code
        room = _opened(apart(), caseload.opened)
        code = held(room)
        if code > UNSAVED or room.is_hidden:
            return code
        before = caseload.list


def _opened(alone: Workshops, path: Path) -> EqualSay:
    """Return the program in which the workshop in the folder `path` is gone on with."""
    alone.keep_to_one()
    pages = [titled(page) for page in alone.pages_before(guided=alone.is_guided(path))]
    return EqualSay(alone, lambda app: app.go_on(path), pages, driver())


class Between(Page):
    """What stands on the screen between two couples: nobody's Enter leads to the list."""

    enter = False
    waits = True

    def action_close_page(self) -> None:
        """Do nothing: no key alone leads to the list."""


class CaseloadApp(EqualSay):
    """The list of workshops, for somebody who guides many couples.

    Attributes:
        list: the list.
        opened: the folder of the workshop that is to be opened, once one is.
    """

    def __init__(
        self,
        workshops: Workshops,
        before: Caseload | None = None,
        driver: type[Driver] | None = None,
    ) -> None:
        """Show the list.

        Args:
            workshops: where they are.
            before: the list that one was opened from, whose two may look at the screen still.
            driver: how the terminal is driven; Textual's own way when None.
        """
        super().__init__(workshops, driver=driver)
        self.opened: Path | None = None
        self.list = Caseload(workshops, before=before)
        self._is_between = before is not None

    def first_page(self) -> Screen[None]:
        """Return the list; after a session, what stands before it."""
        if not self._is_between:
            return self._listed()
        lines = (
            _("This session has ended."),
            _("What comes next is for the one who keeps the list of workshops."),
        )
        close = (_("Close the window"), lambda: self.exit(0))
        return Between(_("Equal Say"), lines, _("To the list of workshops"), self._show, close)

    def _listed(self) -> Listing:
        self.guides.begin_with(self.list)
        return Listing(self.list, _("Caseload"))

    def _show(self) -> None:
        self.switch_screen(self._listed())

    def show_home(self) -> None:
        """Show the list."""
        self.show(self._listed())

    def on_listing_whole(self, event: Listing.Whole) -> None:
        """Import what the page of a workshop takes, now that the list is there."""
        event.stop()
        self.ahead.get_ready()

    def guided(self, guide: Guide) -> None:
        """Open the workshop that was chosen, or end."""
        if guide is self.list:
            self.opened = self.list.taken
            self.exit(0)

    # -- what can be done ---------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now: there is nothing to pause."""
        return action != "pause" and super().check_action(action, parameters)

    def action_reopen(self) -> None:
        """Take back what was done last."""
        listing = self.screen
        if isinstance(listing, Listing):
            try:
                self.list.reply(Chosen(TakeBack()))
            except Refused as refused:
                listing.tell(refused.sentence)
            else:
                self.post_message(Answered())

    def action_readings(self) -> None:
        """Show no readings: they are for two."""

    def action_help(self) -> None:
        """Show what the keys do, and what is where."""
        keys = (
            _("What you type is looked for in labels and names; Escape finds all again."),
            "\n".join(
                (
                    _("Up, down, page up, page down  go through the list"),
                    _("Enter  look at the one that is marked: open it, archive it"),
                    _("Tab  to what is below the list: sort, what is due, what is archived"),
                    _("{key}  take back what was done last").format(key=self.key_of("reopen")),
                    _("{key}  close").format(key=self.key_of("leave")),
                    _("{key}  hide: clear the screen at once and end, printing nothing").format(
                        key=self.key_of("hide")
                    ),
                )
            ),
            _(
                "The two you open a workshop for see that one alone, until it is closed. Then a"
                " page stands there that says nothing of anybody, before you come back here."
            ),
            _("Your files: {path}").format(path=self._workshops.data),
        )
        self._push_page(_("Help"), keys)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every action by name."""
        if isinstance(screen, Listing):
            for place, way in enumerate(self.list.ways):
                if way.does != Back():
                    press = lambda place=place: screen.press(place)  # noqa: E731
                    yield SystemCommand(way.label, "", press)
        yield SystemCommand(_("Help lines"), _("Directories of services"), self.action_help_lines)
        yield SystemCommand(_("Help"), _("Keys, and where the files are"), self.action_help)
        yield SystemCommand(_("Hide"), _("Clear the screen and end"), self.action_hide)
        from workshop.tui.palette import about_the_program

        yield from about_the_program(self)
        yield SystemCommand(_("Close"), _("End the program"), self.action_leave)

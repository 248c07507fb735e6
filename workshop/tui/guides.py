"""Guides over a screen: goes with each from choice to choice until it is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.errors import Trouble
from workshop.tui.way import Way
from workshop.words import _

if TYPE_CHECKING:
    from workshop.desk.guides.caseload import Caseload
    from workshop.desk.guides.guide import Guide
    from workshop.tui.calm import CalmApp


class Guides:
    """The guides that are open, each over the screen that it was asked for from.

    Attributes:
        way: how they came to where they are.
    """

    def __init__(self, app: CalmApp, done: Callable[[Guide], None]) -> None:
        """Begin with none.

        Args:
            app: where they are shown.
            done: what to do once one is over.
        """
        self._app, self._done = app, done
        self._open: list[Guide] = []
        self.way = Way()

    @property
    def asks(self) -> bool:
        """Whether one asks now."""
        return bool(self._open)

    @property
    def code(self) -> str:
        """The agreement code, where the page of an agreement is open; else empty."""
        if not self._open:
            return ""
        from workshop.desk.guides.agreement_pages import AgreementPages

        pages = [guide for guide in self._open if isinstance(guide, AgreementPages)]
        return pages[-1].code if pages else ""

    def clear(self) -> None:
        """Forget them: their screens go too."""
        self._open.clear()

    def begin_with(self, guide: Guide) -> None:
        """Have `guide` open, which is shown already."""
        self._open = [guide]

    def ask(self, guide: Guide) -> None:
        """Show where `guide` begins, unless one of its kind is open."""
        if not any(isinstance(guide, type(one)) for one in self._open):
            self._open.append(guide)
            self.show()

    def show(self) -> None:
        """Show where the newest one is."""
        from workshop.desk.guides.caseload import Caseload
        from workshop.tui.screens.choice import ChoiceScreen
        from workshop.tui.screens.page import Page

        guide, app = self._open[-1], self._app
        if isinstance(app.screen, ChoiceScreen) and app.screen.guide is guide:
            app.pop_screen()
        if isinstance(guide, Caseload) and self._listed(guide):
            return
        if guide.over:
            self._open.pop()
            self._done(guide)
            return
        title = app.desk.title if app.desk is not None else _("Equal Say")
        try:
            choice = guide.choice()
        except Trouble as trouble:  # the disk does not answer
            self._open.pop()
            app.push_screen(
                Page(_("This did not work"), (trouble.sentence,), _("Back"), self._back)
            )
            return
        reply = self.way.following(guide.reply)
        screen = ChoiceScreen(choice, title, reply, guide=guide, at=self.way.back_at(choice))
        chosen_just_now = isinstance(guide, Caseload) and not guide.recovers
        screen.enter = screen.enter or chosen_just_now
        app.push_screen(screen)

    def _back(self) -> None:
        self._app.pop_screen()

    def _listed(self, guide: Caseload) -> bool:
        """Show the list of many workshops, if that is where they are; it stays below one of it."""
        from workshop.tui.screens.listing import Listing

        app = self._app
        is_there = isinstance(app.screen, Listing) and app.screen.guide is guide
        if guide.over and is_there and len(app.screen_stack) > 1:
            app.pop_screen()
        elif guide.is_listed and isinstance(app.screen, Listing) and is_there:
            app.screen.renew()
        elif guide.is_listed:
            app.push_screen(Listing(guide, _("Equal Say")))
        return guide.is_listed

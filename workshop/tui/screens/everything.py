"""Everything that can be done, by name."""

from contextlib import suppress
from functools import partial

from rich.align import Align
from rich.text import Text
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

from workshop.words import _


class Everything(CommandPalette):
    """Textual's own palette, for hands that are quicker than it.

    Two quick clicks beside it closed it twice: the second time that was the screen below. What it
    still looked for once it was closed, and a page down before its list was laid out, ended the
    program.
    """

    def __init__(self, id: str) -> None:
        """Open it, with words of ours in place of Textual's own."""
        super().__init__(placeholder=_("Search for commands…"), id=id)

    def dismiss(self, result: object = None) -> AwaitComplete:  # noqa: ARG002  it has none
        """Close it, where it is what is shown."""
        return super().dismiss() if self.is_active else AwaitComplete()

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say after a while that nothing is called so: Textual says it in English."""
        self._stop_no_matches_countdown()
        tell = partial(self.tell_none, search_value)
        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, tell)

    def tell_none(self, wanted: str) -> None:
        """Say that nothing is called so, if anything was looked for."""
        if wanted and self.query(CommandList):
            said = Align.center(Text(_("No matches found"), style="not bold"))
            self.query_one(CommandList).add_option(Option(said, disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(wanted)

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # nothing is laid out yet that a page could be long
            super()._action_command_list(action)

    def _watch__list_visible(self) -> None:
        if self.query(CommandList):
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if self.query(CommandList):
            await super()._watch__show_busy()

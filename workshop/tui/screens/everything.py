"""Everything that can be done, by name."""

from contextlib import suppress

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette

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

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # nothing is laid out yet that a page could be long
            super()._action_command_list(action)

    def _watch__list_visible(self) -> None:
        if self.query(CommandList):
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if self.query(CommandList):
            await super()._watch__show_busy()

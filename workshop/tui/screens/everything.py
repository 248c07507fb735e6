"""Everything that can be done, by name."""

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette


class Everything(CommandPalette):
    """Textual's own palette, which is closed once.

    Two quick clicks beside it closed it twice: the second time that was the screen below.
    """

    def dismiss(self, result: object = None) -> AwaitComplete:  # noqa: ARG002  it has none
        """Close it, where it is what is shown."""
        return super().dismiss() if self.is_active else AwaitComplete()

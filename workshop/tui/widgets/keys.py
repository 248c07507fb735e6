"""The line of keys at the bottom."""

from textual.screen import Screen
from textual.widgets import Footer


class Keys(Footer):
    """The keys there are, drawn anew only when they change.

    Textual makes all its parts again whenever the focus moves, nine times for a screen that opens:
    a sixth of what a screen costs.
    """

    _shown: object = None

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Draw the line again, if it has other keys now."""
        if not (screen.app.app_focus and self.is_attached and screen is self.screen):
            super().bindings_changed(screen)
            return
        keys = [
            (binding, enabled, tooltip)
            for _node, binding, enabled, tooltip in screen.active_bindings.values()
            if binding.show
        ]
        if keys != self._shown:
            self._shown = keys
            super().bindings_changed(screen)

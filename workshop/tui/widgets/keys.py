"""The line of keys at the bottom."""

from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from workshop.tui.keys import shorter

AIRS = ((2, 3), (2, 2), (1, 1), (0, 1))
"""How many columns are free at the edge and between two keys: the most for which there is room."""
SHORTENED = ("everything", "help-lines")
"""The keys that have a shorter name, in the order in which they get it."""
A_TURN = 3
"""How many columns the mouse's wheel moves a line that is longer than the screen."""


class Key(NamedTuple):
    """A key in the line.

    Attributes:
        binding: which one, and what it says.
        shown: how the key is written.
        enabled: whether it does anything now.
        tooltip: what is said of it where the mouse is on it.
    """

    binding: Binding
    shown: str
    enabled: bool
    tooltip: str

    @property
    def columns(self) -> int:
        """How wide it is, without the air after it."""
        return cell_len(f"{self.shown} {self.binding.description}")


class Keys(Widget):
    """The keys there are, drawn as one line.

    Textual's own footer has a part for each key and makes them all again whenever the focus moves:
    a sixth of what a screen costs.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"keys--key", "keys--words", "keys--hover"}  # noqa: RUF012  Textual's own
    DEFAULT_CSS = """
    Keys {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $background;
        text-wrap: nowrap;
    }
    Keys > .keys--key { color: $footer-key-foreground; text-style: bold; }
    Keys > .keys--words { color: $footer-description-foreground; }
    Keys > .keys--hover { color: $footer-key-foreground; background: $block-hover-background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] = ()
        self._shown: tuple[Key, ...] = ()  # the same, some of them with a shorter name
        self._begins = 0  # at which column of the line, where the screen is narrower
        self._air = AIRS[-1]
        self._under: Key | None = None  # what the mouse is on

    def on_mount(self) -> None:
        """Show the keys there are, and listen for others."""
        self.screen.bindings_updated_signal.subscribe(self, self.bindings_changed)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Draw the line again, if it has other keys now."""
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            keys = self._active()
            if keys != self._keys:
                self._keys, self._under = keys, None
                self.refresh()

    def _active(self) -> tuple[Key, ...]:
        """Return the keys that are shown, one for each thing to do."""
        keys: dict[str, Key] = {}
        for _node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.show and binding.action not in keys:
                shown = self.app.get_key_display(binding)
                keys[binding.action] = Key(binding, shown, enabled, tooltip)
        return tuple(keys.values())

    def _fit(self) -> None:
        """Take the names and the air for which there is room: the full ones, with the most air."""
        self._keys = self._keys or self._active()
        for count in range(len(SHORTENED) + 1):
            self._shown = tuple(_named(key, SHORTENED[:count]) for key in self._keys)
            for self._air in AIRS:
                if self._columns <= self.size.width:
                    return
        # Not whole in any way: then the first of them have their full names, help lines too.
        self._shown = self._keys

    @property
    def _columns(self) -> int:
        """How wide the line is."""
        edge, between = self._air
        return 2 * edge + sum(key.columns + between for key in self._shown) - between

    def render(self) -> Content:
        """Return the line."""
        self._fit()
        edge, between = self._air
        key_style = self.get_visual_style("keys--key", partial=True)
        words_style = self.get_visual_style("keys--words", partial=True)
        parts = []
        for key in self._shown:
            part = Content.assemble(
                (key.shown, key_style), (f" {key.binding.description}", words_style)
            )
            if self._under is not None and key.shown == self._under.shown:
                part = part.stylize(self.get_visual_style("keys--hover", partial=True))
            parts.append(part if key.enabled else part.stylize("dim"))
        return Content(" " * between).join(parts).pad_left(edge)[self._begins :]

    # -- the mouse ----------------------------------------------------------------------------

    def _at(self, column: int) -> Key | None:
        """Return the key at a column of the screen."""
        edge, between = self._air
        left = column + self._begins - edge
        for key in self._shown:
            if 0 <= left < key.columns:
                return key
            left -= key.columns + between
            if left < 0:
                break
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key that was clicked."""
        key = self._at(event.x)
        if key is None:
            return
        if key.enabled:
            self.app.simulate_key(key.binding.key)
        else:
            self.app.bell()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what the key under the mouse does."""
        self._point_at(self._at(event.x))

    def on_leave(self) -> None:
        """Say nothing any more."""
        self._point_at(None)

    def _point_at(self, key: Key | None) -> None:
        if key is not self._under:
            self._under = key
            self.tooltip = key.tooltip or None if key is not None else None
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go right, where the line is longer than the screen."""
        self._scroll_by(event, A_TURN)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go left again."""
        self._scroll_by(event, -A_TURN)

    def _scroll_by(self, event: events.MouseEvent, columns: int) -> None:
        begins = max(0, min(self._columns - self.size.width, self._begins + columns))
        if begins != self._begins:
            self._begins = begins
            event.stop()
            event.prevent_default()
            self.refresh()


def _named(key: Key, shortened: tuple[str, ...]) -> Key:
    """Return a key, with its shorter name where it is one of those."""
    if key.binding.id not in shortened:
        return key
    return key._replace(binding=replace(key.binding, description=shorter(key.binding.id)))

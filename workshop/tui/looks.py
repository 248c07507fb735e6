"""A program that looks and acts as it was set: its theme, its keys, the mouse, what moves."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol, runtime_checkable

from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.widget import Widget

from workshop.cards.settings_told import key_of, look_of
from workshop.content.settings import LOOKS, USUAL, Settings
from workshop.content.settings_keys import keys_now
from workshop.tui.themes import CONTRAST, EVENING, TERMINAL, THEMES, in_sixteen
from workshop.words import _

SHAPED = "-shaped"
"""The class of a program in which no colour tells where a button is, so that its shape does."""
UNTIMED = "-untimed"
"""The class of a program in which no turn shows its clock."""


@runtime_checkable
class UsesMouse(Protocol):
    """A driver that takes the mouse, or leaves it to the terminal, at any time."""

    def use_mouse(self, uses: bool) -> None:
        """Take the mouse, or leave it."""


@runtime_checkable
class Blinks(Protocol):
    """A field to type in. Not by its class: Home has none, and would wait for all there are."""

    cursor_blink: bool


class LooksApp(App[int]):
    """Shows itself in one of the themes, and follows the settings.

    Attributes:
        has_few_colours: whether the terminal has 16 colours, and no more.
        settings: those that hold now.
    """

    def __init__(self, driver: type[Driver] | None = None, settings: Settings = USUAL) -> None:
        """Begin as it is set.

        Args:
            driver: how the terminal is driven; Textual's own way when None.
            settings: what is set.
        """
        super().__init__(driver_class=driver)
        self.has_few_colours = self.console.color_system in ("standard", "windows")
        for theme in THEMES:
            self.register_theme(in_sixteen(theme) if self.has_few_colours else theme)
        self.settings = settings
        # Before anything is styled: else every rule is read once more for the new colours.
        self.set_reactive(LooksApp.theme, settings.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        if self._shapes_buttons:
            self.add_class(SHAPED, update=False)
        if not settings.clock:
            self.add_class(UNTIMED, update=False)
        self.animation_level = "full" if settings.motion else "none"
        if settings.keys:
            self.set_keymap(dict(settings.keys))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colours, for themes that do not name them."""
        return EVENING.variables

    @property
    def _shapes_buttons(self) -> bool:
        plain = self.theme in (CONTRAST.name, TERMINAL.name)
        return plain or self.has_few_colours or self.console.no_color

    def follow(self, settings: Settings) -> None:
        """Follow other settings from now on."""
        before, self.settings = self.settings, settings
        if settings.theme != self.theme:
            self._look(settings.theme)
        self.set_class(not settings.clock, UNTIMED)
        self.animation_level = "full" if settings.motion else "none"
        for screen in self.screen_stack:
            self.keep_still(screen.query("Input, TextArea"))
        if settings.mouse != before.mouse and isinstance(self._driver, UsesMouse):
            self._driver.use_mouse(settings.mouse)
        if settings.keys != before.keys:
            self.set_keymap(dict(settings.keys))

    def keep_still(self, fields: Iterable[Widget]) -> None:
        """Let the cursors of fields blink where anything may move by itself, and else not."""
        for field in fields:
            if isinstance(field, Blinks):
                field.cursor_blink = self.settings.motion

    def key_of(self, action: str) -> str:
        """Return how the key is written that does something."""
        return key_of(keys_now(self.settings.keys)[action][0])

    def is_key_of(self, key: str, action: str) -> bool:
        """Whether a key does something."""
        return key in keys_now(self.settings.keys)[action]

    def action_look(self, theme: str) -> None:
        """Take another look, by the name of its theme, and keep it where that can be done."""
        self._look(theme)

    def _look(self, theme: str) -> None:
        self.theme = theme
        self.set_class(self._shapes_buttons, SHAPED)
        for screen in self.screen_stack:
            for button in screen.query("Button"):
                button.clear_cached_dimensions()
                button.refresh(layout=True)

    def looks(self) -> Iterable[SystemCommand]:
        """Yield every look by name."""
        for theme in LOOKS:
            label = _("Theme: {look}").format(look=look_of(theme))
            yield SystemCommand(label, _("How the screen looks"), partial(self.action_look, theme))

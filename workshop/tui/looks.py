"""A program that has looks: four themes, on terminals of many colours, of few and of none."""

from collections.abc import Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.driver import Driver

from workshop.tui.themes import CONTRAST, EVENING, MORNING, TERMINAL, THEMES, in_sixteen
from workshop.words import _

SHAPED = "-shaped"
"""The class of a program in which no colour tells where a button is, so that its shape does."""


class LooksApp(App[int]):
    """Shows itself in one of the themes.

    Attributes:
        has_few_colours: whether the terminal has 16 colours, and no more.
    """

    def __init__(self, driver: type[Driver] | None = None) -> None:
        """Begin in the evening.

        Args:
            driver: how the terminal is driven; Textual's own way when None.
        """
        super().__init__(driver_class=driver)
        self.has_few_colours = self.console.color_system in ("standard", "windows")
        for theme in THEMES:
            self.register_theme(in_sixteen(theme) if self.has_few_colours else theme)
        # Before anything is styled: else every rule is read once more for the new colours.
        self.set_reactive(LooksApp.theme, EVENING.name)
        self.stylesheet.set_variables(self.get_css_variables())
        if self._shapes_buttons:
            self.add_class(SHAPED, update=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colours, for themes that do not name them."""
        return EVENING.variables

    @property
    def _shapes_buttons(self) -> bool:
        plain = self.theme in (CONTRAST.name, TERMINAL.name)
        return plain or self.has_few_colours or self.console.no_color

    def action_look(self, theme: str) -> None:
        """Take another look, by the name of its theme."""
        self.theme = theme
        self.set_class(self._shapes_buttons, SHAPED)
        for screen in self.screen_stack:
            for button in screen.query("Button"):
                button.clear_cached_dimensions()
                button.refresh(layout=True)

    def looks(self) -> Iterable[SystemCommand]:
        """Yield every look by name."""
        said = {
            EVENING.name: _("Theme: evening, dark"),
            MORNING.name: _("Theme: morning, light"),
            CONTRAST.name: _("Theme: high-contrast, dark"),
            TERMINAL.name: _("Theme: the terminal's own colours"),
        }
        for theme, label in said.items():
            yield SystemCommand(label, _("How the screen looks"), partial(self.action_look, theme))

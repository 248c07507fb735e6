"""A page to read and leave again: help, help lines, the agreement, the page before you begin."""

from collections.abc import Callable, Iterable, Sequence

from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.tui.widgets.answers import Answers
from workshop.tui.widgets.paragraph import Paragraph, hangs
from workshop.words import _

OVERLAP = 2
"""How many rows stay in sight when a page is read on, so that the eye finds its place."""


class Page(Room):
    """Paragraphs, literal, and one way on, or two.

    Where it is longer than the screen and leads on, the first button reads on until the end was in
    sight: one Enter does not leave what nobody has seen.
    """

    docked = True
    styled_once = True
    BINDINGS = [Binding("escape", "close_page", show=False)]  # noqa: RUF012  Textual's own form

    def __init__(
        self,
        title: str,
        paragraphs: Sequence[str],
        on: str,
        leave: Callable[[], None],
        other: tuple[str, Callable[[], None]] | None = None,
        leads_on: bool = True,
    ) -> None:
        """Show a page.

        Args:
            title: what it is.
            paragraphs: what it says.
            on: what the button says.
            leave: what the button does.
            other: what a second button says and does, if there is one.
            leads_on: whether it is read before something; else it may be left at once.
        """
        super().__init__()
        self.title_line = title
        self._paragraphs = paragraphs
        self._ways = [(on, leave), *([other] if other else [])]
        self._leads_on, self._was_seen = leads_on, False

    def body(self) -> Iterable[Widget]:
        """Return the paragraphs."""
        yield from told(self._paragraphs)

    def labels(self) -> Sequence[str]:
        """Return the ways on."""
        return [label for label, _do in self._ways]

    def laid_out(self) -> None:
        """Look, as the page is scrolled, whether its end is in sight."""
        super().laid_out()
        self.watch(self._scroller, "scroll_y", self._look_for_its_end, init=False)
        # While it is laid out, and so before anybody can read what the button said until then:
        self.watch(self._scroller, "show_vertical_scrollbar", self._say_what_enter_does, init=False)

    def _look_for_its_end(self) -> None:
        self._was_seen = self._was_seen or self._ends_in_sight
        self._say_what_enter_does()

    def _keep_in_sight(self, screen: Screen[object]) -> None:
        super()._keep_in_sight(screen)
        self._say_what_enter_does()

    @property
    def _ends_in_sight(self) -> bool:
        return self._scroller.scroll_y >= self._scroller.max_scroll_y

    @property
    def _goes_on(self) -> bool:
        """Whether there is more to read first."""
        return self._leads_on and not self._was_seen and not self._ends_in_sight

    def _say_what_enter_does(self) -> None:
        self.query_one(Answers).rename(0, _("Read on") if self._goes_on else self._ways[0][0])

    def pressed(self, place: int) -> None:
        """Read on, or go on."""
        if place == 0 and self._goes_on:
            body = self._scroller
            rows = max(1, body.scrollable_content_region.height - OVERLAP)
            body.scroll_to(y=body.scroll_y + rows, animate=False)
            return
        self._is_left = True
        self._ways[place][1]()

    def action_close_page(self) -> None:
        """Go on."""
        self.press(0)


def told(paragraphs: Iterable[str]) -> Iterable[Widget]:
    """Return paragraphs to show; one that begins with "#" is a heading."""
    for paragraph in paragraphs:
        if paragraph.startswith("#"):
            yield Static(literal(paragraph.lstrip("# ")), classes="heading")
        elif hangs(paragraph):
            yield Paragraph(paragraph)
        else:
            yield Static(literal(paragraph))

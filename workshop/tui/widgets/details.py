"""What there is to know of the option that has the cursor, beside the list where there is room."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from workshop.cards.choice import Deed, Option
from workshop.tui.text import literal
from workshop.words import _


class Details(VerticalScroll, can_focus=False):
    """A column of its own; the list keeps the keys."""

    def __init__(self) -> None:
        super().__init__(id="details")

    def compose(self) -> ComposeResult:
        """Yield the name, and what is said."""
        yield Static("", id="details-name", classes="heading")
        yield Static("", id="details-told")

    def show_option(self, option: Option[Deed] | None) -> None:
        """Say what there is to know of `option`; without one, what will be said here."""
        name, told = "", _("What has the cursor is told here: what it is, and what it rests on.")
        if option is not None and (option.line or option.details):
            name = option.label
            told = "\n\n".join(part for part in (option.line, _joined(option.details)) if part)
        self.query_one("#details-name", Static).update(literal(name))
        said = self.query_one("#details-told", Static)
        said.update(literal(told))
        said.set_class(not name, "quiet")
        self.scroll_home(animate=False)


def _joined(paragraphs: tuple[str, ...]) -> str:
    """Return paragraphs with an empty row between them, and none between the points of a list."""
    said = ""
    for paragraph in paragraphs:
        between = "\n" if paragraph.startswith("- ") else "\n\n"
        said += (between if said else "") + paragraph
    return said

"""The hour of a guided session, as screens know it: its panel, and the quiet lines on top."""

from workshop.cards.panel_words import mark_line
from workshop.desk.desk import Desk
from workshop.desk.guides.panel_pages import PanelPages


class Hour:
    """What every screen of one guided session is given.

    Attributes:
        pages: the panel.
        beside: whether the panel stands beside what is asked, where there is room for a column.
    """

    def __init__(self, desk: Desk) -> None:
        """Begin with the panel closed."""
        self._desk = desk
        self.pages = PanelPages(desk.panel, desk.guide)
        self.beside = False

    def tick(self) -> None:
        """Let what has gone by outlast a kill; every few seconds."""
        self._desk.tick()

    @property
    def quiet_lines(self) -> str:
        """What the guide did last, and how little of the hour is left; empty for neither."""
        lines = (self._desk.told, mark_line(self._desk.mark))
        return " ".join(line for line in lines if line)

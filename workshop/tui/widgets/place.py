"""What a list says when one of its rows is chosen."""

from textual.message import Message


class PlaceChosen(Message):
    """A row was chosen; each list has a kind of its own, so that nobody hears another's.

    Attributes:
        place: which one, from 0.
    """

    def __init__(self, place: int) -> None:
        """Say which one."""
        super().__init__()
        self.place = place

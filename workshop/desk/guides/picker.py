"""The picker: how much time there is, and then what to do in it."""

from workshop.cards.choice import Choice, Chosen, Option
from workshop.cards.offers import ANY_MINUTES, Offer, minutes_in_words, offers, unread
from workshop.content.library import Library
from workshop.words import _


class Picker:
    """Asks how much time there is, and then what to do in it; in both faces alike.

    Attributes:
        path: the exercises that were chosen, in order, once something was; empty when they choose
            in a moment.
    """

    def __init__(self, library: Library) -> None:
        """Ask for the time first.

        Args:
            library: what there is to do.
        """
        self._library = library
        self._offers: list[Offer] | None = None  # once the time is known
        self._most: int | None = None
        self._went_back = False
        self.path: tuple[str, ...] | None = None

    @property
    def over(self) -> bool:
        """Whether something was chosen, or they went back from the first question."""
        return self.path is not None or self._went_back

    def choice(self) -> Choice:
        """Return what is asked now."""
        back = Option("back", _("Back"))
        if self._offers is None:
            options = [Option(f"minutes {most}", minutes_in_words(most)) for most in ANY_MINUTES]
            lines = tuple(unread(self._library))
            return Choice("offers", _("How long do you have tonight?"), lines, (*options, back))
        options = [
            Option(f"offer {place}", offer.label) for place, offer in enumerate(self._offers)
        ]
        lines = (_("Whoever does not hold the keyboard now chooses."),)
        if self._most is not None:
            lines += (_("For a single exercise add about ten minutes to open and to close."),)
        return Choice("offers", _("What would you like to do?"), lines, (*options, back))

    def reply(self, chosen: Chosen) -> None:
        """Take the time, or what they chose for it."""
        match chosen.key.split():
            case ["minutes", most]:
                self._most = int(most) if most.isdecimal() else None
                self._offers = offers(self._library, self._most)
            case ["offer", place]:
                assert self._offers is not None
                self.path = self._offers[int(place)].path
            case _ if self._offers is None:
                self._went_back = True
            case _:
                self._offers = None

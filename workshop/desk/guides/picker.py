"""The picker: how much time there is, and then what to do in it."""

from dataclasses import dataclass
from typing import assert_never

from workshop.cards.choice import Choice, Deed, Option
from workshop.cards.deeds import Back, Within
from workshop.cards.offers import ANY_MINUTES, Offer, minutes_in_words, offers, unread
from workshop.cards.sitting import sitting
from workshop.content.library import Library
from workshop.desk.guides.guide import GuideOf
from workshop.words import _


@dataclass(frozen=True)
class Take(Deed):
    """Take an offer.

    Attributes:
        path: the ids of its exercises, in order; empty when they choose in a moment.
    """

    path: tuple[str, ...]


PickerDeed = Within | Take | Back


class Picker(GuideOf[PickerDeed]):
    """Asks how much time there is, and then what to do in it; in both faces alike.

    Attributes:
        path: the exercises that were chosen, in order, once something was; empty when they choose
            in a moment.
    """

    def __init__(self, library: Library, *, guided: bool = False) -> None:
        """Ask for the time first.

        Args:
            library: what there is to do.
            guided: whether somebody guides the two.
        """
        self._library, self._said = library, sitting(guided)
        self._offers: list[Offer] | None = None  # once the time is known
        self._most: int | None = None
        self._went_back = False
        self.path: tuple[str, ...] | None = None

    @property
    def over(self) -> bool:
        """Whether something was chosen, or they went back from the first question."""
        return self.path is not None or self._went_back

    def choice(self) -> Choice[PickerDeed]:
        """Return what is asked now."""
        back = Option(Back(), _("Back"))
        if self._offers is None:
            times = [Option(Within(most), minutes_in_words(most)) for most in ANY_MINUTES]
            lines = tuple(unread(self._library))
            return Choice(self._said.how_long, lines, (*times, back))
        offered = [Option(Take(offer.path), offer.label) for offer in self._offers]
        lines = (_("Whoever does not hold the keyboard now chooses."),)
        if self._most is not None:
            lines += (_("For a single exercise add about ten minutes to open and to close."),)
        return Choice(_("What would you like to do?"), lines, (*offered, back))

    def _do(self, deed: PickerDeed, text: str) -> None:  # noqa: ARG002  nothing is typed
        match deed:
            case Within(minutes=most):
                self._most = most
                self._offers = offers(self._library, self._said, most)
            case Take(path=path):
                self.path = path
            case Back() if self._offers is None:
                self._went_back = True
            case Back():
                self._offers = None
            case _:
                assert_never(deed)

"""The picker: how much time there is, and then what to do in it."""

from dataclasses import replace
from typing import assert_never

from workshop.cards.choice import Choice, Deed, Option
from workshop.cards.deeds import Back, Within
from workshop.cards.offers import ANY_MINUTES, Offer, minutes_in_words, offers, unread
from workshop.cards.sitting import sitting
from workshop.content.library import Library
from workshop.desk.guides.guide import GuideOf
from workshop.desk.workshops import Plan
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Take(Deed):
    """Take an offer.

    Attributes:
        path: the ids of its exercises, in order; empty when they choose in a moment.
        programme: the id of the programme that they are; None for an exercise on its own.
    """

    path: tuple[str, ...]
    programme: str | None = None


@dataclass(frozen=True)
class LookAt(Deed):
    """Read what a programme is, before it is begun.

    Attributes:
        programme: its id.
    """

    programme: str


PickerDeed = Within | LookAt | Take | Back


class Picker(GuideOf[PickerDeed]):
    """Asks how much time there is, and then what to do in it; in both faces alike.

    Attributes:
        taken: what was chosen, once something was.
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
        self._looked_at: Offer | None = None  # the programme whose page is open
        self.taken: Take | None = None

    @property
    def over(self) -> bool:
        """Whether something was chosen, or they went back from the first question."""
        return self.taken is not None or self._went_back

    def planned(self, plan: Plan) -> Plan | None:
        """Return `plan` with what they chose; None where they went back."""
        if self.taken is None:
            return None
        return replace(plan, path=self.taken.path, programme=self.taken.programme)

    def choice(self) -> Choice[PickerDeed]:
        """Return what is asked now."""
        back = Option(Back(), _("Back"))
        if self._offers is None:
            times = [Option(Within(most), minutes_in_words(most)) for most in ANY_MINUTES]
            lines = tuple(unread(self._library))
            return Choice(self._said.how_long, lines, (*times, back))
        if self._looked_at is not None:
            return self._page(self._looked_at)
        offered = [
            Option(
                _on_choosing(one), one.label, under=one.under, line=one.line, details=one.details
            )
            for one in self._offers
        ]
        lines = (_("The one without the keyboard chooses now."),)
        if self._most is not None:
            lines += (_("For a single exercise add about ten minutes to open and to close."),)
        return Choice(_("What would you like to do?"), lines, (*offered, back))

    def _page(self, offer: Offer) -> Choice[PickerDeed]:
        """Return the page of one programme."""
        assert offer.programme is not None
        begin = Option(Take(offer.path, offer.programme.id), _("Begin with this"))
        another = Option(Back(), _("Back to what there is"))
        return Choice(offer.programme.title, (), (begin, another), page=offer.page)

    def _do(self, deed: PickerDeed, text: str) -> None:  # noqa: ARG002  nothing is typed
        match deed:
            case Within(minutes=most):
                self._most = most
                self._offers = offers(self._library, self._said, most)
            case LookAt():
                named = (one for one in self._offers or [] if _on_choosing(one) == deed)
                self._looked_at = next(named)
            case Take():
                self.taken = deed
            case Back() if self._offers is None:
                self._went_back = True
            case Back() if self._looked_at is not None:
                self._looked_at = None
            case Back():
                self._offers = None
            case _:
                assert_never(deed)


def _on_choosing(offer: Offer) -> LookAt | Take:
    """Return what choosing `offer` does: a programme is read first."""
    return Take(offer.path) if offer.programme is None else LookAt(offer.programme.id)

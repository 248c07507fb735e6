"""The picker: what to do, of all there is or of what fits the time there is."""

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


@dataclass(frozen=True)
class SayHowLong(Deed):
    """Say how much time there is, to see only what fits."""


PickerDeed = Within | SayHowLong | LookAt | Take | Back


class Picker(GuideOf[PickerDeed]):
    """Asks what to do, and where they want that, how much time there is; in both faces alike.

    Attributes:
        taken: what was chosen, once something was.
    """

    def __init__(self, library: Library, *, guided: bool = False) -> None:
        """Show all there is.

        Args:
            library: what there is to do.
            guided: whether somebody guides the two.
        """
        self._library, self._said = library, sitting(guided)
        self._offers: list[Offer] = []  # those that fit, once they are shown
        self._most: int | None = None
        self._asks_how_long = False
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
        if self._asks_how_long:
            times = [Option(Within(most), minutes_in_words(most)) for most in ANY_MINUTES]
            return Choice(self._said.how_long, (), (*times, back))
        if self._looked_at is not None:
            return self._page(self._looked_at)
        self._offers = self._offers or offers(self._library, self._said, self._most)
        offered = [
            Option(
                _on_choosing(one), one.label, under=one.under, line=one.line, details=one.details
            )
            for one in self._offers
        ]
        lines = (
            *unread(self._library),
            _("The one without the keyboard chooses. Opening and close are in the minutes."),
        )
        how_long = Option(
            SayHowLong(),
            self._narrowing,
            under=_("Not decided yet"),
            line=_("Say how long you have, and see what fits."),
        )
        return Choice(_("What would you like to do?"), lines, (*offered, how_long, back))

    @property
    def _narrowing(self) -> str:
        """What leads to the question how long they have."""
        if self._most is None:
            return _("Only what fits the time we have")
        return _("Another time than this: {time}").format(time=minutes_in_words(self._most))

    def _page(self, offer: Offer) -> Choice[PickerDeed]:
        """Return the page of one programme."""
        assert offer.programme is not None
        begin = Option(Take(offer.path, offer.programme.id), _("Begin with this"))
        another = Option(Back(), _("Back to what there is"))
        return Choice(offer.programme.title, (), (begin, another), page=offer.page, leads_on=True)

    def _do(self, deed: PickerDeed, text: str) -> None:  # noqa: ARG002  nothing is typed
        match deed:
            case Within(minutes=most):
                self._most, self._offers, self._asks_how_long = most, [], False
            case SayHowLong():
                self._asks_how_long = True
            case LookAt():
                named = (one for one in self._offers if _on_choosing(one) == deed)
                self._looked_at = next(named)
            case Take():
                self.taken = deed
            case Back() if self._asks_how_long:
                self._asks_how_long = False
            case Back() if self._looked_at is not None:
                self._looked_at = None
            case Back():
                self._went_back = True
            case _:
                assert_never(deed)


def _on_choosing(offer: Offer) -> LookAt | Take:
    """Return what choosing `offer` does: a programme is read first."""
    return Take(offer.path) if offer.programme is None else LookAt(offer.programme.id)

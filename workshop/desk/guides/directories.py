"""Help lines: the directories first, then services by country; the same from every screen.

Nothing of it is recorded, and nothing here knows a workshop.
"""

from datetime import date
from typing import assert_never

from workshop.cards.choice import Choice, Option
from workshop.cards.deeds import Back, GoTo
from workshop.content.help_lines import HelpLines
from workshop.content.library import Library
from workshop.desk.guides.guide import GuideOf
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Everywhere:
    """The directories, which know services for everywhere."""


@dataclass(frozen=True)
class Countries:
    """The list of countries."""


@dataclass(frozen=True)
class InCountry:
    """The services of one country.

    Attributes:
        name: its name.
    """

    name: str


Place = Everywhere | Countries | InCountry
DirectoriesDeed = GoTo[Place] | Back


class Directories(GuideOf[DirectoriesDeed]):
    """Goes from the directories to a country's services, and back the same way."""

    def __init__(self, lines: HelpLines, today: date) -> None:
        """Show the directories.

        Args:
            lines: what there is.
            today: the day, since what was looked up too long ago is left out.
        """
        self._lines, self._today = lines, today
        self._pages: list[Place] = [Everywhere()]

    @classmethod
    def of(cls, library: Library, today: date) -> "Directories":
        """Show the directories that `library` has, as of `today`."""
        return cls(library.help_lines(), today)

    @property
    def over(self) -> bool:
        """Whether they went back from the first page."""
        return not self._pages

    def choice(self) -> Choice[DirectoriesDeed]:
        """Return the page they are at."""
        back = Option(Back(), _("Back"))
        match self._pages[-1]:
            case Everywhere():
                page = self._lines.lines(self._today)
                options = (Option(GoTo(Countries()), _("Services by country")), back)
                return Choice(page[0], (), options, page=page[1:])
            case Countries():
                countries = sorted(one.name for one in self._lines.countries)
                names = (Option(GoTo(InCountry(name)), name) for name in countries)
                question = _("In which country?")
                return Choice(question, (self._lines.emergency,), (*names, back))
            case InCountry(name=country):
                page = self._lines.lines(self._today, country)
                return Choice(country, (), (back,), page=page[1:])

    def _do(self, deed: DirectoriesDeed, text: str) -> None:  # noqa: ARG002  nothing is typed
        match deed:
            case GoTo(page=page):
                self._pages.append(page)
            case Back():
                self._pages.pop()
            case _:
                assert_never(deed)

"""Help lines: the directories first, then services by country; the same from every screen.

Nothing of it is recorded, and nothing here knows a workshop.
"""

from datetime import date

from workshop.cards.choice import Choice, Chosen, Option
from workshop.content.help_lines import HelpLines
from workshop.words import _


class Directories:
    """Goes from the directories to a country's services, and back the same way."""

    def __init__(self, lines: HelpLines, today: date) -> None:
        """Show the directories.

        Args:
            lines: what there is.
            today: the day, since what was looked up too long ago is left out.
        """
        self._lines, self._today = lines, today
        self._pages: list[str] = [""]  # "" the directories, "?" the list, else a country's name

    @property
    def over(self) -> bool:
        """Whether they went back from the first page."""
        return not self._pages

    def choice(self) -> Choice:
        """Return the page they are at."""
        back = Option("back", _("Back"))
        match self._pages[-1]:
            case "":
                page = self._lines.lines(self._today)
                options = (back, Option("countries", _("Services by country")))
                return Choice("help lines", page[0], (), options, page=page[1:])
            case "?":
                countries = sorted(one.name for one in self._lines.countries)
                names = tuple(Option(f"in {name}", name) for name in countries)
                question = _("In which country?")
                return Choice("help lines", question, (self._lines.emergency,), (*names, back))
            case country:
                page = self._lines.lines(self._today, country)
                return Choice("help lines", country, (), (back,), page=page[1:])

    def reply(self, chosen: Chosen) -> None:
        """Go where they chose to go."""
        match chosen.key.split(maxsplit=1):
            case ["countries"]:
                self._pages.append("?")
            case ["in", country]:
                self._pages.append(country)
            case _:
                self._pages.pop()

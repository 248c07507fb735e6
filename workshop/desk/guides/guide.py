"""What every guide is: it goes from page to page, both faces follow it by the same three words."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from workshop.cards.choice import Choice, Chosen, Deed

D = TypeVar("D", bound=Deed)


class Guide(ABC, Generic[D]):
    """Goes from choice to choice until it is over. `D` is all that its choices can do."""

    @property
    @abstractmethod
    def over(self) -> bool:
        """Whether there is nothing more to ask."""

    @abstractmethod
    def choice(self) -> Choice[D]:
        """Return the page they are at."""

    def reply(self, chosen: Chosen) -> None:
        """Go where they chose to go, or do what they chose to do.

        Raises:
            Refused: it is not offered, or could not be done; nothing has changed.
        """
        self._do(self.choice().deed(chosen), chosen.text)

    @abstractmethod
    def _do(self, deed: D, text: str) -> None:
        """Do `deed`, which is offered now; `text` was typed with it."""

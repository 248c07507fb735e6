"""What every guide is: both faces follow it in the same way, and it does only what it offers."""

from abc import ABC, abstractmethod
from typing import Generic, Protocol, TypeVar

from workshop.cards.choice import Choice, Chosen, Deed

D = TypeVar("D", bound=Deed)


class Guide(Protocol):
    """Goes from choice to choice until it is over."""

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask."""

    def choice(self) -> Choice[Deed]:
        """Return the page they are at."""

    def reply(self, chosen: Chosen) -> None:
        """Go where they chose to go, or do what they chose to do.

        Raises:
            Refused: it is not offered, or could not be done; nothing has changed.
        """


class GuideOf(ABC, Generic[D]):
    """A guide whose choices can do `D`, and nothing else."""

    @property
    @abstractmethod
    def over(self) -> bool:
        """Whether there is nothing more to ask."""

    @abstractmethod
    def choice(self) -> Choice[D]:
        """Return the page they are at."""

    def reply(self, chosen: Chosen) -> None:
        """Do what they chose, where it is offered.

        Raises:
            Refused: it is not, or could not be done; nothing has changed.
        """
        self._do(self.choice().deed(chosen), chosen.text)

    @abstractmethod
    def _do(self, deed: D, text: str) -> None:
        """Do `deed`, which is offered now; `text` was typed with it."""

"""The way from page to page: who goes back finds the cursor where they had chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.cards.choice import Chosen, Deed
from workshop.cards.deeds import GoTo

if TYPE_CHECKING:
    from workshop.cards.choice import Choice


class Way:
    """Remembers what led to the page that is shown, and to those before it.

    Only what shows another page is remembered: nothing that does anything is chosen for anybody.
    """

    def __init__(self) -> None:
        """Begin anywhere."""
        self._gone: list[Deed] = []

    def following(self, reply: Callable[[Chosen], None]) -> Callable[[Chosen], None]:
        """Return `reply`, remembering where it leads."""

        def follow(chosen: Chosen) -> None:
            reply(chosen)
            if isinstance(chosen.does, GoTo):
                self._gone.append(chosen.does)

        return follow

    def back_at(self, choice: Choice[Deed]) -> int | None:
        """Return the place of what they chose here before, where they have come back from there."""
        deeds = [option.does for option in choice.options]
        if not self._gone or self._gone[-1] not in deeds:
            return None
        return deeds.index(self._gone.pop())

    def forget(self) -> None:
        """Begin anywhere, again."""
        self._gone.clear()

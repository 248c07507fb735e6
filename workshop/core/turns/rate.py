"""A list that is rated on labelled scales."""

from functools import lru_cache
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.turns.marking import Marking, Numbers
from workshop.core.turns.room import Scaled
from workshop.core.turns.turn import Empty, Privacy, Reply
from workshop.values import dataclass
from workshop.words import _


class Rated(Reply):
    """Where each item stands on each scale, by the number of the option; 0 is left empty."""

    kind: Literal["rated"] = "rated"
    answers: Annotated[tuple[Numbers, ...], Field(max_length=60)]


@dataclass(frozen=True)
class Scale:
    """One scale, as it is said to the one who answers.

    Attributes:
        question: what is asked of each item.
        options: its places, from me to you or from little to much.
        partners: whether it runs from me to you.
    """

    question: str
    options: tuple[str, ...]
    partners: bool


@dataclass(frozen=True, kw_only=True)
class Rate(Marking):
    """Each item on each scale; any may stay empty."""

    scales: tuple[Scale, ...]
    takes: ClassVar = (Rated, Empty)

    def missing(self, reply: Reply) -> str | None:
        """Return what is wrong with the shape of it."""
        if not isinstance(reply, Rated):
            return None
        fits = len(reply.answers) == len(self.items) and all(
            len(answers) == len(self.scales)
            and all(n <= len(s.options) for n, s in zip(answers, self.scales, strict=True))
            for answers in reply.answers
        )
        return None if fits else _("That is not an answer to this.")

    def lines(self, reply: Reply) -> list[str]:
        """Return what was rated, by scale, each below its question where there are several."""
        lines: list[str] = []
        for number, scale in enumerate(self.scales):
            of_scale = self._on(scale, number, reply)
            if of_scale and len(self.scales) > 1:
                lines.append(headed(scale.question))
            lines += of_scale
        return lines

    def _on(self, scale: Scale, number: int, reply: Reply) -> list[str]:
        if not isinstance(reply, Rated):
            return []
        return [
            f"{item}: {scale.options[row[number] - 1]}"
            for item, row in zip(self.items, reply.answers, strict=True)
            if row[number]
        ]

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("ratings")

    @property
    def example(self) -> Rated:
        """The first option of every scale."""
        return _rated(len(self.items), len(self.scales))

    @property
    def on_paper(self) -> tuple[str, ...]:
        """The items, and each scale with its numbered options."""
        return (*self.items, *(f"{one.question}: {_numbered(one.options)}" for one in self.scales))

    @property
    def room(self) -> Scaled:
        """Each item on each scale."""
        return Scaled(self.items, tuple((one.question, one.options) for one in self.scales))


class RateOpen(Rate):
    """Ratings, typed from paper."""

    privacy: ClassVar[Privacy] = "open"


@lru_cache(maxsize=64)  # to make a reply takes longer than all else about it
def _rated(items: int, scales: int) -> Rated:
    return Rated.model_construct(answers=((1,) * scales,) * items)


def _numbered(options: tuple[str, ...]) -> str:
    return ", ".join(f"{number} {option}" for number, option in enumerate(options, start=1))


def headed(question: str) -> str:
    """Return a question as it stands above what belongs to it."""
    return question + ("" if question[-1] in ".?!:" else ":")

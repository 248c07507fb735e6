"""The opening of an evening or a session: is now good, and what changed since both were here."""

from collections.abc import Generator, Sequence
from typing import Annotated

from pydantic import Field

from workshop.core.course.consent import yes_or_not_now
from workshop.core.course.scene import Course, Result, Scene
from workshop.core.course.step import Step
from workshop.core.evening.words import OpeningWords
from workshop.core.fields import Name
from workshop.core.model import Frozen
from workshop.core.small_thing import SmallThing
from workshop.core.turns import AnyTurn, Quotation, Read, Speak
from workshop.core.turns.reply import Stored
from workshop.values import dataclass


class Known(Frozen):
    """What was known when an evening opened.

    Attributes:
        changed: what changed since both were here, one line each.
        homework: the small things from last time.
        due: clauses to be looked at again, one line each.
        seen: the number of the newest revision of the agreement that this tells of.
        names: the names that this tells of, left and right, where one of them is new.
    """

    changed: tuple[str, ...] = ()
    homework: tuple[SmallThing, ...] = ()
    due: tuple[str, ...] = ()
    seen: Annotated[int, Field(ge=0)] | None = None
    names: tuple[Name, Name] | None = None


@dataclass(frozen=True)
class Opened(Result):
    """Whether both said: tonight."""

    tonight: bool = False


class OpeningStep(Step):
    """Tonight or not, what changed, how the small things went, what is due.

    Where somebody guides the two, that is asked aloud, and one key goes on.
    """

    words: OpeningWords
    known: Known
    guided: bool = False

    def turns(self, scene: Scene) -> Course:
        """Yield the opening's turns; they end when it is not tonight."""
        if self.guided:
            yield Read(id=self.turn_id / "now", text=self.words.tonight)
        elif not (yield from self._tonight(scene)):
            return Opened(tonight=False)
        known = self.known
        if known.changed:
            yield self._page("changed", self.words.changed, known.changed, scene)
        things = {thing.side: thing for thing in known.homework}
        for number, side in enumerate(scene.order(), start=1):
            if thing := things.get(side):
                yield Speak(
                    id=self.turn_id / "homework" / number,
                    holder=side,
                    prompt=scene.say(self.words.homework, side),
                    seconds=30,
                    quotations=(Quotation(side, "", thing.text),),
                )
        if known.due:
            yield self._page("due", self.words.due, known.due, scene)
        return Opened(tonight=True)

    def _tonight(self, scene: Scene) -> Generator[AnyTurn, Stored, bool]:
        id = self.turn_id / "tonight"
        return (yield from yes_or_not_now(scene, id, self.words.tonight, "evening"))

    def _page(self, name: str, heading: str, lines: Sequence[str], scene: Scene) -> Read:
        quotations = tuple(Quotation(None, "", line) for line in lines)
        return Read(
            id=self.turn_id / name, text=heading, quotations=quotations, reader=scene.pair.first
        )

    @property
    def at_most(self) -> int:
        """The consent and its result, two pages, and each one's small thing."""
        return 6

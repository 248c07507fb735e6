"""The opening of an evening or a session: is now good, and what changed since both were here."""

from collections.abc import Generator, Iterable, Iterator
from typing import Annotated

from pydantic import Field

from workshop.core.course.consent import yes_or_not_now
from workshop.core.course.scene import Course, Promised, Result, Scene
from workshop.core.course.step import Step
from workshop.core.evening.words import OpeningWords
from workshop.core.fields import Name, Said
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
        due: clauses to be looked at again.
        seen: the number of the newest revision of the agreement that this tells of.
        names: the names that this tells of, left and right, where one of them is new.
        rules: the rules for talking that this tells were taken off.
    """

    changed: tuple[str, ...] = ()
    homework: tuple[SmallThing, ...] = ()
    due: tuple[Promised, ...] = ()
    seen: Annotated[int, Field(ge=0)] | None = None
    names: tuple[Name, Name] | None = None
    rules: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Opened(Result):
    """Whether both said: tonight."""

    tonight: bool = False


class OpeningStep(Step):
    """Tonight or not, what changed, how the small things went, what is due and how it went.

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
            changed = (Quotation(None, "", line) for line in known.changed)
            yield self._page("changed", self.words.changed, changed, scene)
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
            due = (Quotation(one.owner, "", one.text) for one in known.due)
            yield self._page("due", self.words.due, due, scene)
        yield from self._own(scene)
        return Opened(tonight=True)

    def _own(self, scene: Scene) -> Iterator[Speak]:
        """Ask whose it is, and nobody else, how a promise that is due went; it is told aloud.

        Not again where it was the small thing, of which that was just asked.
        """
        told = {(thing.side, thing.text) for thing in self.known.homework}
        for number, side in enumerate(scene.order(), start=1):
            own = tuple(
                Quotation(side, "", one.text)
                for one in self.known.due
                if one.owner == side and one.kind != "boundary" and (side, one.text) not in told
            )
            if own:
                yield Speak(
                    id=self.turn_id / "own" / number,
                    holder=side,
                    prompt=scene.say(self.words.own, side),
                    seconds=30 * len(own),
                    quotations=own,
                )

    def _tonight(self, scene: Scene) -> Generator[AnyTurn, Stored, bool]:
        id = self.turn_id / "tonight"
        tonight = self.words.tonight
        return (yield from yes_or_not_now(scene, id, tonight, "evening", tells_yes=False))

    def _page(self, name: str, heading: str, quotations: Iterable[Quotation], scene: Scene) -> Read:
        return Read(
            id=self.turn_id / name,
            text=heading,
            quotations=tuple(quotations),
            reader=scene.pair.first,
        )

    @property
    def at_most(self) -> int:
        """The consent, two pages, each one's small thing, and what is their own."""
        return 7

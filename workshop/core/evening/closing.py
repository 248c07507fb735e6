"""The close of an evening: what is new, read aloud; a small thing each; what comes next."""

from collections.abc import Generator, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import Literal

from workshop.core.agreement.agreement import Clause
from workshop.core.course.consent import joint, wished_by_both, yes_or_not_now
from workshop.core.course.scene import Course, Result, Scene
from workshop.core.course.step import Step
from workshop.core.evening.words import ClosingWords
from workshop.core.fields import Answer
from workshop.core.model import Frozen
from workshop.core.small_thing import SmallThing
from workshop.core.turns import AnyTurn, Copy, PickDay, Quotation, Read, SpeakingTime, Write
from workshop.core.turns.reply import Agreed, Day, Stored, Wish, Words
from workshop.values import dataclass

SMALL_THING_DAYS = 7
"""By when a small thing is done, in days."""


class Tonight(Frozen):
    """What an evening brought, frozen when its close began.

    Attributes:
        on: the day.
        clauses: the texts that are new and in force, in order.
        whose: whose each of them is.
        rested: what has paused or ended, one line each, that names nobody.
        promised: whether each of the two promised something of their own.
        runs: the exercises that were finished, by run.
        code: the agreement code; empty when nothing in the agreement is of tonight.
        notes: whether there are working notes to decide about.
        picture: whether there is a picture to decide about.
        stopped: whether it was stopped in the middle of an exercise: then nobody is asked for
            anything sweet.
        spoken: how long each spoke, by exercise, where anybody did.
        kindly: whether a guide ends it: what is new, the next date and the notes, and no more;
            None where nobody does.
    """

    on: date
    clauses: tuple[Answer, ...] = ()
    whose: tuple[Literal["left", "right", "both"], ...] = ()
    rested: tuple[str, ...] = ()
    promised: bool = False
    runs: tuple[int, ...] = ()
    code: str = ""
    notes: bool = False
    picture: bool = False
    stopped: bool = False
    spoken: tuple[SpeakingTime, ...] = ()
    kindly: Literal[True] | None = None


def both_promised(new: Iterable[Clause]) -> bool:
    """Whether each of the two promised something of their own, by the clauses `new` tonight."""
    own = ("promise", "responsibility")
    return len({one.owner for one in new if one.kind in own}) == 2


@dataclass(frozen=True)
class Closed(Result):
    """What the close of an evening left.

    Attributes:
        small: what each wants to do until then.
        next: the next date, if one was picked.
        kept: what both keep of it, or looked at.
    """

    small: tuple[SmallThing, ...] = ()
    next: date | None = None
    kept: tuple[Wish, ...] = ()


class ClosingStep(Step):
    """What is new, read aloud, with its code; a small thing each; the next date; notes; thanks.

    An evening that was stopped in the middle has the code, the next date and the notes alone. One
    that a guide ends kindly has what is new, the next date and the notes. What has paused or ended
    is told at each.
    """

    words: ClosingWords
    tonight: Tonight

    def turns(self, scene: Scene) -> Course:
        """Yield the close's turns."""
        tonight, words = self.tonight, self.words
        if tonight.rested:
            yield Read(
                id=self.turn_id / "rested",
                text=words.rested,
                quotations=tuple(Quotation(None, "", line) for line in tonight.rested),
                reader=scene.pair.first,
            )
        read = tonight.clauses and (tonight.kindly or not tonight.stopped)
        if read:
            owners = (None if one == "both" else one for one in tonight.whose)
            quotations = tuple(
                Quotation(owner, "", text)
                for text, owner in zip_longest(tonight.clauses, owners)
                if text is not None
            )
            yield Read(
                id=self.turn_id / "aloud",
                text=f"{words.aloud}\n{words.promised}" if tonight.promised else words.aloud,
                quotations=quotations,
                reader=scene.pair.second,
                seconds=30,
                code=tonight.code,
                note=words.copy_ if tonight.code else "",
            )
        asks = not (tonight.promised or tonight.stopped or tonight.kindly)
        small = (yield from self._small(scene)) if asks else ()
        day = yield PickDay(id=self.turn_id / "next", prompt=words.next, today=tonight.on)
        if tonight.code and not (read or tonight.kindly):
            yield Copy(id=self.turn_id / "copy", prompt=words.copy_, code=tonight.code)
        if tonight.kindly:
            kept = yield from self._notes(scene)
        else:
            kept = yield from self._wishes(scene)
            last = words.stopped if tonight.stopped else words.thanks
            yield self._last(last)
        return Closed(small=small, next=day.on if isinstance(day, Day) else None, kept=kept)

    def _small(self, scene: Scene) -> Generator[AnyTurn, Stored, tuple[SmallThing, ...]]:
        things: list[SmallThing] = []
        by = self.tonight.on + timedelta(days=SMALL_THING_DAYS)
        for number, side in enumerate(scene.order(), start=1):
            reply = yield Write(
                id=self.turn_id / "small" / number,
                holder=side,
                prompt=scene.say(self.words.small, side),
                seconds=60,
                lines=2,
            )
            if isinstance(reply, Words):
                things.append(SmallThing(side=side, text=reply.text, by=by))
        return tuple(things)

    def _last(self, text: str) -> Read:
        """Return the last page: whatever it says, where to find help stands on it."""
        return Read(id=self.turn_id / "thanks", text=f"{text}\n\n{self.words.help}", ends=True)

    def _notes(self, scene: Scene) -> Generator[AnyTurn, Stored, tuple[Wish, ...]]:
        """Ask both about the notes alone; what becomes of them stands on the last page."""
        words = self.words
        if not self.tonight.notes:
            yield self._last(words.stopped)
            return ()
        keep = yield joint(scene, self.turn_id / "notes", words.keep, "notes")
        agreed = isinstance(keep, Agreed)
        yield self._last(words.kept if agreed else words.deleted)
        return ("notes",) if agreed else ()

    def _wishes(self, scene: Scene) -> Generator[AnyTurn, Stored, tuple[Wish, ...]]:
        """Ask what there is to ask of the two, at one go. Returns what both wish for."""
        tonight, words = self.tonight, self.words
        items: dict[Wish, str] = {}
        if tonight.notes:
            items["notes"] = words.wish_notes
        if tonight.picture:
            items["picture"] = words.wish_picture
        if tonight.spoken and not tonight.stopped:
            items["times"] = words.wish_times
        if len(items) > 1:
            return (
                yield from wished_by_both(
                    scene, self.turn_id / "wishes", words.wishes, items, tonight.spoken
                )
            )
        for wish in items:
            if (yield from self._wish(scene, wish)):
                return (wish,)
        return ()

    def _wish(self, scene: Scene, wish: Wish) -> Generator[AnyTurn, Stored, bool]:
        """Ask both for the one thing there is to ask."""
        questions = {
            "notes": self.words.keep,
            "picture": self.words.picture,
            "times": self.words.times,
        }
        times = self.tonight.spoken if wish == "times" else ()
        if wish == "times" and not self.tonight.promised:
            # Whoever has the keyboard from the question before answers first.
            scene = replace(scene, pair=scene.pair.model_copy(update={"first": scene.pair.second}))
        id = self.turn_id / wish
        return (yield from yes_or_not_now(scene, id, questions[wish], wish, times=times))

    @property
    def at_most(self) -> int:
        """What rests, what is new or the code, two small things, the day, a question, thanks."""
        return 8  # and the question's result

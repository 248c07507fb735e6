"""The page looked at again: one's own part, told aloud; still wanted?; and then what becomes of it.

It is no bill. How a part went is asked of its owner alone, and spoken: nothing is marked, and no
two marks stand side by side. Which clauses one of them is not sure of is ticked sealed, and leads
to the consent without naming anyone. To keep a clause, to change its words and to set a day takes
two; to pause or to end it, one is enough. A boundary is not voted on, and what is paused is not
brought up here: both are left out.
"""

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from workshop.core.course.consent import joint, lists, reworded, settled
from workshop.core.course.leaf import Act, InTurn, Leaf, Together
from workshop.core.course.scene import Course, Promised, Result, Scene
from workshop.core.course.slips import numbers_on_slips, standing_on_slips, to_both
from workshop.core.course.step import Prompt, Seconds, SharedPrompt, Step
from workshop.core.days import in_words
from workshop.core.people import BySide, Side, other
from workshop.core.text import one_line
from workshop.core.turns import (
    AnyTurn,
    Clausal,
    Doubts,
    PickDay,
    Quotation,
    Read,
    Reveal,
    Speak,
    Standing,
    passed,
)
from workshop.core.turns.deed import Keep, LookAgain
from workshop.core.turns.reply import Changed, Day, Ended, InDoubt, Paused, Stored
from workshop.core.turns.room import Lines
from workshop.words import _

MOST = 21
"""How many clauses are looked at in one evening."""
SHOWN = 60
"""How many characters of a clause stand on the list; all of it was read before."""
LOOK_AGAIN_WEEKS = 2
"""In how many weeks new words are looked at again, until the page gets its day."""


class Review(Step):
    """All clauses in force: each one's own part aloud, one sealed list, what becomes of them."""

    kind: Literal["review"] = "review"
    page: SharedPrompt
    """What stands above the page that one of them reads aloud."""
    talk: Prompt
    """How each tells how their own part went, aloud; `{me}` and `{you}` become the names."""
    answer: Prompt
    """What the other does then."""
    talk_seconds: Seconds = 90
    """How long one turn to talk is thought to take, in seconds."""
    prompt: Prompt
    """What each is asked to tick, sealed: what they are not sure that they still want."""
    seconds: Seconds = 60
    """How long ticking is thought to take, in seconds."""
    decide: Prompt
    """What both are asked about a clause that was ticked."""
    day: SharedPrompt
    """How both pick the day on which they look at the page again."""

    def turns(self, scene: Scene) -> Course:
        """Yield the page, the talk, the list, what becomes of what was ticked, and the day."""
        clauses = _looked_at(scene)
        if not clauses or scene.given.today is None:
            text = _("Nothing on your page applies just now, so there is nothing to look at again.")
            yield Read(id=self.turn_id / "left-out", text=text, seconds=5)
            return Result(empty=True)
        yield self._page(scene, clauses)
        yield from self._talked(scene, clauses)
        doubted = yield from self._doubted(scene, clauses)
        standing: list[Promised] = []
        for clause in clauses:
            if clause.id in doubted:
                yield from self._decided(scene, clause, standing)
            else:
                standing.append(clause)
        yield from self._day(scene, standing, scene.given.today)
        return Result(tuple(Quotation(one.owner, "", one.text) for one in standing))

    def on_paper(self, scene: Scene) -> Leaf:
        """Return the page read aloud, the talk, the numbers on slips, and what becomes of them."""
        page = Act(does="reads", who=scene.reader(), text=self.page, seconds=45)

        def talk(holder: Side) -> tuple[Act, Act]:
            listener = other(holder)
            said, back = scene.say(self.talk, holder), scene.say(self.answer, listener)
            seconds = self.talk_seconds
            return (
                Act(does="speaks", who=holder, text=said, seconds=seconds),
                Act(does="answers", who=listener, text=back, seconds=seconds // 3),
            )

        return Leaf(
            (
                Together((page,), _("Lay your agreement between you, and number its clauses.")),
                InTurn(BySide(talk("left"), talk("right"))),
                numbers_on_slips(to_both(self.prompt), self.seconds),
                standing_on_slips(to_both(self.decide)),
                Together((Act(does="writes", text=self.day, seconds=30, room=Lines(1)),)),
            )
        )

    def _page(self, scene: Scene, clauses: Sequence[Promised]) -> Read:
        return Read(
            id=self.turn_id / "page",
            text=self.page,
            quotations=tuple(_quoted(n, one) for n, one in enumerate(clauses, start=1)),
            reader=scene.reader(),
            seconds=45,
        )

    def _talked(
        self, scene: Scene, clauses: Sequence[Promised]
    ) -> Generator[AnyTurn, Stored, None]:
        """Let each tell of what is their own, and of their part in what is both's."""
        for number, holder in enumerate(scene.order(), start=1):
            said = yield Speak(
                id=self.turn_id / "talk" / number,
                holder=holder,
                prompt=scene.say(self.talk, holder),
                seconds=self.talk_seconds,
                quotations=tuple(
                    _quoted(n, one)
                    for n, one in enumerate(clauses, start=1)
                    if one.owner in (None, holder)
                ),
                next=scene.say(self.answer, other(holder)),
                counterpart=self.turn_id / "talk" / (3 - number),
            )
            if passed(said):
                continue  # nothing to say back
            yield Speak(
                id=self.turn_id / "talk" / number / "answer",
                holder=other(holder),
                role="answers",
                prompt=scene.say(self.answer, other(holder)),
                seconds=self.talk_seconds // 3,
            )

    def _doubted(
        self, scene: Scene, clauses: Sequence[Promised]
    ) -> Generator[AnyTurn, Stored, tuple[str, ...]]:
        """Let both tick, sealed. Returns the ids of what either ticked."""
        id = self.turn_id / "still-wanted"
        items = tuple(_listed(scene, one) for one in clauses)
        turn = Doubts(
            id=id,
            first=scene.pair.first,
            prompt=self.prompt,
            seconds=2 * self.seconds,
            parts=lists(scene, id, self.prompt, items, _("None of them"), self.seconds),
            clauses=tuple(one.id for one in clauses),
        )
        result = yield turn
        assert isinstance(result, InDoubt)
        yield Reveal(id=id / "result", of=turn, result=result, seconds=10)
        return result.clauses

    def _decided(
        self, scene: Scene, clause: Promised, standing: list[Promised]
    ) -> Generator[AnyTurn, Stored, None]:
        """Ask what becomes of one clause; put it among `standing` if it is still in force."""
        id = self.turn_id / "decide" / clause.id
        terms = _terms(clause)
        prompt = scene.say(self.decide, scene.pair.first)
        keep = Keep(clause.id)
        turn = joint(scene, id, prompt, "standing", terms, keep, rewording=True, asks=Standing)
        result = yield from settled(turn, more=True)
        if isinstance(result, Ended | Paused):
            return
        if isinstance(result, Changed):
            question = _("Would you put these words in place of the others?")
            terms = replace(terms, weeks=LOOK_AGAIN_WEEKS)
            words = yield from reworded(
                scene, id, question, terms, clause.id, clause.text, result.words
            )
            clause = clause.model_copy(update={"text": words or clause.text})
        standing.append(clause)

    def _day(
        self, scene: Scene, standing: Sequence[Promised], today: date
    ) -> Generator[AnyTurn, Stored, None]:
        """Let both pick one day for all that stands; nothing lapses when they pick none."""
        if not standing:
            return
        day = yield PickDay(id=self.turn_id / "day", prompt=self.day, today=today)
        if not isinstance(day, Day):
            return
        question = _("Would you leave the page as it stands, and look at it again on {day}?")
        prompt = question.format(day=in_words(day.on))
        again = LookAgain(tuple(one.id for one in standing), day.on)
        yield from settled(joint(scene, self.turn_id / "page-again", prompt, "page", deed=again))

    @property
    def at_most(self) -> int:
        """The page, the talk with its extra turns, the list, up to four wordings each, a day."""
        return 1 + 6 + 2 + 8 * MOST + 3

    @property
    def pages(self) -> int:
        """The page."""
        return 1

    @property
    def looks_back(self) -> bool:
        """It is all that it does."""
        return True


def _looked_at(scene: Scene) -> tuple[Promised, ...]:
    """Return the clauses that are looked at, in the order of the page."""
    of_both = (one for one in scene.given.clauses if one.kind != "boundary" and not one.paused)
    return tuple(of_both)[:MOST]


def _quoted(number: int, clause: Promised) -> Quotation:
    return Quotation(clause.owner, _("clause {number}").format(number=number), clause.text)


def _listed(scene: Scene, clause: Promised) -> str:
    """Return a clause as it stands on the list, with whose it is."""
    text = _shortened(clause.text)
    return f"{scene.pair.name(clause.owner)}: {text}" if clause.owner else text


def _shortened(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"


def _terms(clause: Promised) -> Clausal:
    return Clausal(kind=clause.kind, text=clause.text, exercise="", owner=clause.owner)

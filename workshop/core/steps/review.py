"""The page looked at again: one's own part, still wanted?, a talk, and then what becomes of it.

To keep a clause, to change its words, to take it up again and to set a day takes two; to pause or
to end it, one is enough, and nobody is told which one. A boundary is not voted on: it is left out.
"""

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from workshop.core.consent import joint, reworded, settled
from workshop.core.days import in_words
from workshop.core.people import Side, other
from workshop.core.picture import Axis, picture
from workshop.core.reply import Agreed, Changed, Day, Ended, Opened, Paused, Rated, Stored
from workshop.core.scene import REVEAL_SECONDS, Course, Promised, Result, Scene
from workshop.core.steps.items import FROM_PAPER, both_mark
from workshop.core.steps.step import Prompt, Seconds, SharedPrompt, Step
from workshop.core.text import one_line
from workshop.core.turn import (
    AnyTurn,
    Clausal,
    PickDay,
    Quotation,
    RateOpen,
    Read,
    Reveal,
    Scale,
    Speak,
    Standing,
    passed,
)
from workshop.core.turn import Rate as RateTurn
from workshop.words import _

AT_ONCE = 7
"""How many clauses are marked in one sealed turn."""
MOST = 21
"""How many clauses are looked at in one evening."""
SHOWN = 60
"""How many characters of a clause stand beside its marks; all of it was read before."""
LOOK_AGAIN_WEEKS = 2
"""In how many weeks new words are looked at again, until the page gets its day."""


class Review(Step):
    """All clauses that are not ended: one sealed pass, a talk, what becomes of them, one day."""

    kind: Literal["review"] = "review"
    page: SharedPrompt
    """What stands above the page that one of them reads aloud."""
    prompt: Prompt
    """What each is asked to mark; `{me}` and `{you}` become the names."""
    seconds: Seconds = 120
    """How long marking up to seven clauses is thought to take, in seconds."""
    talk: Prompt
    """What each talks about, once both have opened."""
    answer: Prompt
    """What the other does then."""
    talk_seconds: Seconds = 90
    """How long one turn to talk is thought to take, in seconds."""
    decide: Prompt
    """What both are asked about a clause that one of them is not sure of."""
    day: SharedPrompt
    """How both pick the day on which they look at the page again."""

    def turns(self, scene: Scene) -> Course:
        """Yield the page, the marks, the talk, what becomes of what is in doubt, and the day."""
        clauses = _looked_at(scene)
        if not clauses or scene.given.today is None:
            text = _("Nothing stands on your page yet, so there is nothing to look at again.")
            yield Read(id=f"{self.id}/left-out", text=text, seconds=5)
            return Result(empty=True)
        yield self._page(scene, clauses)
        doubted = yield from self._marked(scene, [one for one in clauses if not one.paused])
        yield from self._talked(scene)
        standing: list[Promised] = []
        for clause in clauses:
            if clause.paused:
                yield from self._taken_up(scene, clause, standing)
            elif clause.id in doubted:
                yield from self._decided(scene, clause, standing)
            else:
                standing.append(clause)
        yield from self._day(scene, standing, scene.given.today)
        return Result(tuple(Quotation(one.owner, "", one.text) for one in standing))

    def _page(self, scene: Scene, clauses: Sequence[Promised]) -> Read:
        quotations = tuple(
            Quotation(one.owner, _("{n}, paused").format(n=n) if one.paused else str(n), one.text)
            for n, one in enumerate(clauses, start=1)
        )
        return Read(
            id=f"{self.id}/page",
            text=self.page,
            quotations=quotations,
            reader=scene.reader(),
            seconds=45,
        )

    def _marked(
        self, scene: Scene, clauses: Sequence[Promised]
    ) -> Generator[AnyTurn, Stored, set[str]]:
        """Let both mark the clauses in force. Returns the ids of those that one is not sure of."""
        numbers = {one.id: n for n, one in enumerate(_looked_at(scene), start=1)}
        doubted: set[str] = set()
        for start in range(0, len(clauses), AT_ONCE):
            some = clauses[start : start + AT_ONCE]
            items = tuple(f"{numbers[one.id]}  {_marked(scene, one)}" for one in some)
            id = f"{self.id}/{start // AT_ONCE + 1}"
            opened = yield from self._both(scene, id, items)
            if opened is None:
                continue
            assert isinstance(opened.left, Rated)
            assert isinstance(opened.right, Rated)
            rows = zip(some, opened.left.answers, opened.right.answers, strict=True)
            doubted |= {one.id for one, mine, theirs in rows if max(mine[1], theirs[1]) > 1}
        return doubted

    def _both(
        self, scene: Scene, id: str, items: tuple[str, ...]
    ) -> Generator[AnyTurn, Stored, Opened | None]:
        scales = _scales()

        def part(id: str, holder: Side, sealed: bool) -> RateTurn:
            return (RateTurn if sealed else RateOpen)(
                id=id,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds if sealed else FROM_PAPER,
                items=items,
                scales=scales,
            )

        turn, opened = yield from both_mark(scene, id, part)
        if opened is None:
            return None
        assert isinstance(opened.left, Rated)
        assert isinstance(opened.right, Rated)
        axes = [
            Axis(question=scale.question, steps=len(scale.options), words=scale.options)
            for scale in scales
        ]
        yield Reveal(
            id=f"{id}/reveal",
            of=turn,
            result=opened,
            seconds=REVEAL_SECONDS,
            picture=picture(items, axes, opened.left, opened.right),
        )
        return opened

    def _talked(self, scene: Scene) -> Generator[AnyTurn, Stored, None]:
        for number, holder in enumerate(scene.order(), start=1):
            said = yield Speak(
                id=f"{self.id}/talk/{number}",
                holder=holder,
                prompt=scene.say(self.talk, holder),
                seconds=self.talk_seconds,
                next=scene.say(self.answer, other(holder)),
                counterpart=f"{self.id}/talk/{3 - number}",
            )
            if passed(said):
                continue  # nothing to say back
            yield Speak(
                id=f"{self.id}/talk/{number}/answer",
                holder=other(holder),
                role="answers",
                prompt=scene.say(self.answer, other(holder)),
                seconds=self.talk_seconds // 3,
            )

    def _decided(
        self, scene: Scene, clause: Promised, standing: list[Promised]
    ) -> Generator[AnyTurn, Stored, None]:
        """Ask what becomes of one clause; put it among `standing` if it is still in force."""
        id = f"{self.id}/decide/{clause.id}"
        terms = _terms(clause)
        prompt = scene.say(self.decide, scene.pair.first)
        turn = joint(scene, id, prompt, "standing", clause=terms, rewording=True, asks=Standing)
        result = yield from settled(replace(turn, clause=None, of=(clause.id,)), more=True)
        if isinstance(result, Ended | Paused):
            return
        if isinstance(result, Changed):
            question = _("Would you put these words in place of the others?")
            terms = replace(terms, weeks=LOOK_AGAIN_WEEKS)
            words = yield from reworded(scene, id, question, terms, clause.id, result.words)
            clause = clause.model_copy(update={"text": words or clause.text})
        standing.append(clause)

    def _taken_up(
        self, scene: Scene, clause: Promised, standing: list[Promised]
    ) -> Generator[AnyTurn, Stored, None]:
        """Ask whether what is paused is taken up again; put it among `standing` if it is."""
        id = f"{self.id}/take-up/{clause.id}"
        question = _("This is paused. Would you take it up again?")
        turn = joint(scene, id, question, "paused", clause=_terms(clause), asks=Standing)
        turn = replace(turn, clause=None, of=(clause.id,), event="resumed")
        result = yield from settled(turn)
        if isinstance(result, Agreed):
            standing.append(clause)

    def _day(
        self, scene: Scene, standing: Sequence[Promised], today: date
    ) -> Generator[AnyTurn, Stored, None]:
        """Let both pick one day for all that stands; nothing lapses when they pick none."""
        if not standing:
            return
        day = yield PickDay(id=f"{self.id}/day", prompt=self.day, today=today)
        if not isinstance(day, Day):
            return
        question = _("Would you leave the page as it stands, and look at it again on {day}?")
        prompt = question.format(day=in_words(day.on))
        turn = joint(scene, f"{self.id}/page-again", prompt, "page")
        of = tuple(one.id for one in standing)
        yield from settled(replace(turn, of=of, event="review", review_on=day.on))

    @property
    def at_most(self) -> int:
        """The page, the marks, the talk with its extra turns, up to four wordings each, a day."""
        passes = -(-MOST // AT_ONCE)
        return 1 + 4 * passes + 8 + 8 * MOST + 3

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
    return tuple(one for one in scene.given.clauses if one.kind != "boundary")[:MOST]


def _scales() -> tuple[Scale, ...]:
    part = (_("as we said"), _("partly"), _("not so far"))
    wanted = (_("yes"), _("not sure"), _("no"))
    return (
        Scale(question=_("My own part in it"), options=part, partners=False),
        Scale(question=_("Do I still want it?"), options=wanted, partners=False),
    )


def _marked(scene: Scene, clause: Promised) -> str:
    """Return a clause as it stands beside its marks, with whose it is."""
    text = _shortened(clause.text)
    return f"{scene.pair.name(clause.owner)}: {text}" if clause.owner else text


def _shortened(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"


def _terms(clause: Promised) -> Clausal:
    return Clausal(kind=clause.kind, text=clause.text, exercise="", owner=clause.owner)

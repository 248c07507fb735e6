"""What both do on the page of the agreement, outside of any exercise: add, change, take up, renew.

Nothing here is in force without both. What one does alone (pause, end) needs no course.
"""

from collections.abc import Generator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.by_hand import Terms
from workshop.core.agreement.clause_names import ClauseId
from workshop.core.agreement.origin import OfTurn, origin_of
from workshop.core.course.consent import consented, joint, reworded, settled
from workshop.core.course.scene import NOTHING, Course, Scene
from workshop.core.course.step import Step
from workshop.core.evening.occasion import Occasion
from workshop.core.evening.words import PageWords
from workshop.core.model import Frozen
from workshop.core.turn_id import TurnId
from workshop.core.turns import AnyTurn, Clausal, Consent, Draft, Joint, Quotation, Read, Standing
from workshop.core.turns.deed import Deed, Enact, Renew, Resume, Reword, TakeIn
from workshop.core.turns.reply import Agreed, Drafted, Stored
from workshop.words import _

ORIGIN = "page"
"""The exercise that a clause names which was added on the page."""
LARGEST = 9
"""How many digits the number of a piece of work may have."""
LOOK_AGAIN_WEEKS = (2, 4, 8, 12)
"""After how many weeks new words may be looked at again."""

What = Literal["add", "change", "resume", "by hand", "fresh"]
"""What both do: add a clause, change its words, take a paused one up again, say yes to what was
changed by hand, begin a fresh page."""


class PageWork(Frozen):
    """What both set out to do on the page, frozen when they began.

    Attributes:
        number: see `next_number`; it tells origins apart.
        on: the day.
        what: what they do.
        terms: the clause that it is about; for a fresh page, every clause that it takes over.
    """

    number: Annotated[int, Field(ge=1)]
    on: date
    what: What
    terms: tuple[Terms, ...] = ()


def next_number(agreement: Agreement) -> int:
    """Return a number that no work on this page had, and no revision has.

    A fresh page counts its revisions from 1 again, so that alone does not tell work apart.
    """
    had = (_number_in(revision.origin) for revision in agreement.revisions)
    return 1 + max(len(agreement.revisions), *had, 0)


def _number_in(origin: str) -> int:
    """Return the number of the work on the page that an origin is of; 0 where it is of none."""
    match origin_of(origin):
        case OfTurn(turn=turn) if turn.step == ORIGIN:
            number = turn.parts[1] if len(turn.parts) > 2 else ""  # a turn has a name after it
            return (
                int(number)
                if number.isascii() and number.isdigit() and len(number) <= LARGEST
                else 0
            )
        case _:
            return 0


class PageStep(Step):
    """The course of one piece of work on the page."""

    words: PageWords
    work: PageWork

    def turns(self, scene: Scene) -> Course:
        """Yield the draft and the consents, or the page and the consents."""
        if self.work.what == "fresh":
            yield from self._fresh(scene)
            return NOTHING
        (terms,) = self.work.terms
        match self.work.what:
            case "add" | "change":
                yield from self._drafted(scene, terms)
            case "resume":
                resume = Resume(_id_of(terms))
                turn = self._joint(scene, self.words.resume, "paused", terms, resume, Standing)
                yield from settled(turn)
            case "by hand":
                yield from self._by_hand(scene, terms)
        return NOTHING

    # -- by hand ------------------------------------------------------------------------------

    def _by_hand(self, scene: Scene, terms: Terms) -> Generator[AnyTurn, Stored, None]:
        """Ask both about what was changed; words of one's own come from their owner first."""
        words = self.words
        if terms.gone:
            turn = self._joint(scene, words.taken_out, "taken out", terms, TakeIn(terms))
        else:
            owned = yield from self._owned(scene, terms, self._id("draft"), words.by_hand_own)
            if owned is None:
                return
            if owned.text == terms.text:
                prompt = words.written_in if terms.written else words.by_hand
                turn = self._joint(scene, prompt, "by hand", terms, TakeIn(owned))
            else:
                turn = self._new_words(scene, owned)
        yield from settled(turn)

    def _new_words(self, scene: Scene, terms: Terms) -> Joint:
        """Return the turn that asks both about the words that the owner found instead."""
        is_boundary = terms.kind == "boundary"
        prompt = self.words.write_down if is_boundary else self.words.consent
        to: Literal["boundary", "clause"] = "boundary" if is_boundary else "clause"
        return self._joint(scene, prompt, to, terms, TakeIn(terms))

    def _owned(
        self, scene: Scene, terms: Terms, id: TurnId, prompt: str
    ) -> Generator[AnyTurn, Stored, Terms | None]:
        """Return `terms` in the owner's words; as they are where it is nobody's own, or no news.

        None where its owner passes: then nobody is asked about it.
        """
        if terms.owner is None or not terms.reworded:
            return terms
        drafted = yield Draft(
            id=id,
            holder=terms.owner,
            prompt=scene.say(prompt, terms.owner),
            seconds=60,
            start=terms.text,
            quotations=_until_now(terms, terms.was),
            clause=terms.kind,
            alone=True,
        )
        if not isinstance(drafted, Drafted):
            return None
        return terms.model_copy(update={"text": drafted.text})

    # -- words --------------------------------------------------------------------------------

    def _drafted(self, scene: Scene, terms: Terms) -> Generator[AnyTurn, Stored, None]:
        """Let both find the words, or the owner alone; then ask for what two are asked."""
        boundary = terms.kind == "boundary"
        drafted = yield Draft(
            id=self._id("draft"),
            holder=terms.owner,
            prompt=self._prompt(scene, terms),
            seconds=120,
            start=terms.text,
            quotations=_until_now(terms, terms.text),
            weeks=() if boundary else LOOK_AGAIN_WEEKS,
            clause=terms.kind,
        )
        if not isinstance(drafted, Drafted) or drafted.text.strip() == terms.text.strip():
            return  # nothing new: nothing to ask
        clause = Clausal(
            kind=terms.kind,
            text=drafted.text,
            exercise=ORIGIN,
            weeks=drafted.weeks,
            owner=terms.owner,
        )
        if boundary:
            # Said and heard, never voted on: only writing it down takes two.
            deed = Enact(clause) if self.work.what == "add" else Reword(_id_of(terms), clause)
            prompt = self.words.write_down
            turn = joint(scene, self._id("write"), prompt, "boundary", clause, deed, terms.text)
            yield from settled(turn)
        elif self.work.what == "add":
            yield from consented(scene, self._id("consent"), self.words.consent, clause)
        else:
            id, words = self._id("consent"), [drafted.text]
            of, was = _id_of(terms), terms.text
            yield from reworded(scene, id, self.words.consent, clause, of, was, words, asked=0)

    def _prompt(self, scene: Scene, terms: Terms) -> str:
        words, adds = self.words, self.work.what == "add"
        if terms.owner is None:
            return words.add if adds else words.change
        if terms.kind == "boundary":
            own = words.add_boundary if adds else words.change_boundary
        else:
            own = words.add_own if adds else words.change_own
        return scene.say(own, terms.owner)

    # -- a fresh page -------------------------------------------------------------------------

    def _fresh(self, scene: Scene) -> Generator[AnyTurn, Stored, None]:
        """Read what it takes over aloud, and ask; then ask what becomes of the old one."""
        terms: list[Terms] = []
        for number, one in enumerate(self.work.terms, start=1):
            id = self._id("draft", number)
            owned = yield from self._owned(scene, one, id, self.words.fresh_own)
            if owned is not None:
                terms.append(owned)
        if terms:
            quotations = tuple(
                Quotation(one.owner, str(n), one.text) for n, one in enumerate(terms, start=1)
            )
            yield Read(
                id=self._id("aloud"),
                text=self.words.aloud,
                quotations=quotations,
                reader=scene.pair.first,
                seconds=45,
            )
        turn = joint(scene, self._id("fresh"), self.words.fresh, "fresh")
        if not isinstance((yield from settled(turn)), Agreed):
            return
        renew = Renew(self.work.on, tuple(terms))
        yield from settled(joint(scene, self._id("old"), self.words.old, "old page", deed=renew))

    # -- turns --------------------------------------------------------------------------------

    def _id(self, *name: str | int) -> TurnId:
        return self.turn_id.within(self.work.number, *name)

    def _joint(
        self,
        scene: Scene,
        prompt: str,
        to: Literal["paused", "by hand", "taken out", "clause", "boundary"],
        terms: Terms,
        deed: Deed,
        asks: type[Consent] = Consent,
    ) -> Joint:
        clause = Clausal(
            kind=terms.kind, text=terms.text, exercise=terms.exercise, owner=terms.owner
        )
        id = self._id(to.replace(" ", "-"))
        return joint(scene, id, prompt, to, clause, deed, terms.was, asks=asks)

    @property
    def at_most(self) -> int:
        """Drafts, and four wordings, each asked and shown; a fresh page takes fewer of these."""
        return max(1, len(self.work.terms)) + 8


def _until_now(terms: Terms, was: str) -> tuple[Quotation, ...]:
    """Return the words that are changed, to stay in sight while others are found."""
    return (Quotation(terms.owner, _("until now"), was),) if was else ()


def _id_of(terms: Terms) -> ClauseId:
    """Return the id of a clause that is there."""
    assert terms.clause is not None
    return terms.clause


def page_course(words: PageWords, work: PageWork) -> Occasion:
    """Return the course of one piece of work on the page."""
    return Occasion(ORIGIN, (PageStep(id=ORIGIN, words=words, work=work),))

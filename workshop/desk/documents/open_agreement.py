"""The agreement of the open workshop: what is written in it, and what is told of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from workshop.cards.choices import PageState
from workshop.cards.clause_events import not_kept, told_by_hand, told_of
from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.agreement.by_hand import as_agreed, changed_by_hand, put_back
from workshop.core.agreement.effect import ClauseEffect, FreshPage, HandAgreed
from workshop.core.agreement.fresh_page import begun_afresh, is_begun_by
from workshop.core.agreement.names_by_hand import with_its_names
from workshop.core.agreement.origin import ByOne, origin_of
from workshop.core.agreement.rested import rested
from workshop.core.agreement.settling import settle, settled_alone
from workshop.core.agreement.sheet import in_order, is_due
from workshop.core.agreement.verify import Altered, verify
from workshop.core.course.scene import Given, Promised
from workshop.core.evening.opening import Known
from workshop.core.people import Side
from workshop.core.small_thing import SmallThing
from workshop.desk.documents.open_folder import OpenFolder
from workshop.desk.documents.record import Record
from workshop.errors import NotFound
from workshop.store.folder import Folder
from workshop.words import _


class OpenAgreement:
    """Writes in one workshop's agreement. All of it can be done twice without doubling anything."""

    def __init__(self, opened: OpenFolder) -> None:
        self._opened = opened
        self._record = Record(opened)

    @property
    def _folder(self) -> Folder:
        return self._opened.folder

    def as_it_stands(self) -> Agreement:
        """Return the agreement; an empty one while there is none."""
        return self._folder.agreement_as_it_stands()

    def by_its_names(self, agreement: Agreement) -> Agreement:
        """Return `agreement` with the names that say whose a clause is, if they were changed."""
        return with_its_names(agreement, self._opened.names)

    def state(self) -> PageState:
        """Return how the page stands."""
        agreement = self._folder.agreement()
        if agreement is None or not (agreement.clauses or agreement.revisions):
            return "empty"
        if isinstance(verify(agreement), Altered):
            return "changed by hand"
        return "edited" if self._folder.agreement_was_laid_out else "written"

    @property
    def is_bare(self) -> bool:
        """Whether there is no clause to look back at; paused ones rest, boundaries are left out."""
        agreement = self._folder.agreement()
        return agreement is None or not any(
            one.status == "in force" and one.kind != "boundary" for one in agreement.standing
        )

    def given(self, today: date) -> Given:
        """Return what an exercise takes from it that looks back: what is due first."""
        agreement = self._folder.agreement()
        if agreement is None:
            return Given()
        agreement = self.by_its_names(agreement)
        clauses = in_order(agreement.standing, today)
        return Given(today=today, clauses=tuple(promised(one, agreement) for one in clauses))

    def settle(self, effects: Iterable[ClauseEffect], today: date) -> None:
        """Write down what both said yes to, where it is not there yet. Raises NotSaved."""
        effects, before = tuple(effects), self.as_it_stands()
        by_hand = any(isinstance(effect, HandAgreed) for effect in effects)
        self._save(before, settle(before, effects, today), by_hand=by_hand)

    def alone(self, event: Literal["paused", "ended"], clause: str, today: date) -> Agreement:
        """Write down that one of them pauses or ends a clause. Returns the agreement after it.

        Raises:
            NotSaved: it could not be written; the agreement is as it was.
        """
        before = self._there()
        return self._save(before, settled_alone(before, event, clause, today))

    def put_back(self, clause: str | None) -> Agreement:
        """Put back what both said yes to, in one clause or in all. Returns the agreement after it.

        Raises:
            NotSaved: it could not be written; the agreement is as it was.
        """
        before = self._there()
        after = as_agreed(before) if clause is None else put_back(before, clause)
        return self._save(before, after, by_hand=True)

    def renew(self, fresh: FreshPage) -> Agreement:
        """Write the page that both began; the old one is kept beside it, or deleted.

        Raises:
            NotSaved: it could not be written; the agreement is the old one or the new one.
        """
        before = self.as_it_stands()
        if is_begun_by(before, fresh):
            after = before
            self._record.note()
        else:
            after = begun_afresh(self._opened.names, fresh)
            self._record.begin_anew(after, keep_old=not fresh.delete_old)
        if fresh.delete_old:
            self._folder.drop_old_pages()
        return after

    def _there(self) -> Agreement:
        agreement = self._folder.agreement()
        if agreement is None:
            raise NotFound(_("There is no agreement any more."))
        return agreement

    def _save(self, before: Agreement, after: Agreement, *, by_hand: bool = False) -> Agreement:
        """Save `after`; what was changed `by_hand` in the file before stays in one beside it."""
        self._record.look()
        if after == before:
            self._record.note()  # a stop may have come before that
            return after
        if by_hand:
            self._folder.keep_edited()
        self._record.save(after)
        return after

    # -- what is told at an opening -----------------------------------------------------------

    def known(self, seen: int | None, homework: tuple[SmallThing, ...], today: date) -> Known:
        """Return what both are told when an evening opens.

        Args:
            seen: the number of the newest revision when both were here last.
            homework: the small things from last time.
            today: the day, for what is due.
        """
        agreement = self._folder.agreement()
        if agreement is None:
            return Known(homework=homework)
        newest = len(agreement.revisions)
        since = agreement.revisions[seen if seen and seen <= newest else 0 :]
        # Where nobody noted what both have seen, what they did together is no news to them.
        by_any = seen is not None
        news = (one for one in since if by_any or isinstance(origin_of(one.origin), ByOne))
        changed = [told_of(one) for one in rested(news)]
        changed += self._outside(agreement)
        named = self.by_its_names(agreement)
        due = tuple(promised(one, named) for one in named.standing if is_due(one, today))
        return Known(changed=tuple(changed), homework=homework, due=due, seen=newest)

    def _outside(self, agreement: Agreement) -> Iterator[str]:
        """Yield what was changed outside the program, and what a save will not keep."""
        found = changed_by_hand(agreement)
        for one in found:
            yield told_by_hand(one)
        verdict = verify(agreement)
        if isinstance(verdict, Altered) and not found:
            yield verdict.sentence
        if self._folder.agreement_was_laid_out:
            yield not_kept()


def promised(clause: Clause, agreement: Agreement) -> Promised:
    """Return a clause as an exercise is given it, its owner by side."""
    owner: Side | None = None
    if clause.owner is not None:
        # A name that was changed by hand in the file leaves the other one, or nobody is meant.
        left, right = agreement.partners
        owner = "left" if clause.owner == left else "right" if clause.owner == right else None
    return Promised(
        id=clause.id,
        kind=clause.kind,
        text=clause.text,
        owner=owner,
        paused=clause.status == "paused",
    )

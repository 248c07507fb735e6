"""The evening that is open, in `notes/evening.toml`: its opening, work on the page, its close."""

from datetime import date
from typing import Literal, assert_never

from workshop.cards.clause_events import rule_off
from workshop.cards.missed import older_workshop
from workshop.core.course.progress import Script
from workshop.core.course.session import Session, taken_up
from workshop.core.evening import evening as evenings
from workshop.core.evening.closing import Closed
from workshop.core.evening.hour import Used
from workshop.core.evening.page_work import PageWork, page_course
from workshop.core.evening.words import EveningWords
from workshop.core.turns.reply import Entry
from workshop.desk.documents.brought import brought
from workshop.desk.documents.ground_rules import GroundRules
from workshop.desk.documents.kept_things import KeptThings
from workshop.desk.documents.names import Names
from workshop.desk.documents.open_agreement import OpenAgreement
from workshop.desk.documents.open_exercises import OpenExercises, exercise_of
from workshop.desk.documents.open_folder import OpenFolder
from workshop.desk.documents.record import Record
from workshop.store.documents import EveningNotes

OccasionName = Literal["opening", "closing", "page"]
"""What an evening asks beside its exercises; "page" is work on the page of the agreement."""


class OpenEvening:
    """The notes of the evening that is open, if one is.

    Attributes:
        gone: of how many exercises nothing could be kept at its close, as their notes were gone.
    """

    def __init__(
        self,
        opened: OpenFolder,
        agreement: OpenAgreement,
        names: Names,
        rules: GroundRules,
        exercises: OpenExercises,
        kept: KeptThings,
        words: EveningWords,
    ) -> None:
        self._opened = opened
        self._agreement = agreement
        self._names = names
        self._rules = rules
        self._exercises = exercises
        self._kept = kept
        self._words = words
        self._record = Record(opened)
        self._notes = opened.folder.evening()
        self.gone = 0

    # -- it begins ----------------------------------------------------------------------------

    def open(self, today: date) -> bool:
        """Open an evening, or open one that was left open on an earlier day again.

        Returns whether it was open today already.
        """
        evening = self._notes
        if evening is not None and evening.began == today:
            return True
        workshop = self._opened.workshop
        known = self._agreement.known(workshop.seen, workshop.homework, today)
        rules = self._rules.untold
        newer = self._opened.folder.newer
        older = [] if newer is None else [older_workshop(newer.name)]
        news = (*older, *self._names.news(), *known.changed, *map(rule_off, rules))
        untold = {"changed": news, "names": self._names.untold, "rules": rules}
        known = known.model_copy(update=untold)
        if evening is None:
            first = evenings.who_begins(self._opened.next_run(), workshop.coin)
            since = known.seen or 0
            opened = EveningNotes(began=today, since=since, first=first, opening=known)
        else:
            later = _without("opening", evening.entries)
            opened = evening.model_copy(
                update={"began": today, "opening": known, "entries": later, "used": None}
            )
        self._save(opened)
        return False

    def note_seen(self) -> None:
        """Note that both have heard what changed, once the opening told it."""
        evening = self._there()
        seen = evening.opening.seen
        # Of a fresh page that was begun since, the opening told nothing.
        if seen is not None and not evening.renewed and (self._opened.workshop.seen or 0) < seen:
            self._record.note()
            self._opened.change(seen=seen)
        self._names.note_told(evening.opening.names)
        self._rules.note_told(evening.opening.rules)

    def not_tonight(self) -> None:
        """Put the evening away; what an earlier one still has to close stays."""
        evening = self._there()
        if evening.closing is None and evening.page is None:
            self._drop()
            return
        later = _without("opening", evening.entries)
        self._change(entries=later, began=None)

    # -- how long it takes --------------------------------------------------------------------

    @property
    def used(self) -> tuple[Used, ...]:
        """How long what took in this sitting, as it was saved."""
        return (self._notes.used if self._notes is not None else None) or ()

    def note_used(self, used: tuple[Used, ...]) -> None:
        """Save how long what took, while the evening is open. Raises NotSaved."""
        if self._notes is not None and used != self.used:
            self._change(used=used)

    # -- what it asks -------------------------------------------------------------------------

    def occasion(self, name: OccasionName, begun: bool) -> Session | None:
        """Return the evening's opening, its close or work on the page, if there is one.

        Args:
            name: which of them.
            begun: whether it was under way before; a sealed turn then says that it begins again.
        """
        evening = self._notes
        script = self._script(name)
        if evening is None or script is None:
            return None
        session = Session(
            script,
            self._opened.workshop.pair(evening.first),
            entries=_of(name, evening.entries),
            draft=evening.draft,
            answers=self._opened.answers,
        )
        return taken_up(session) if begun else session

    def _script(self, name: OccasionName) -> Script | None:
        evening = self._notes
        if evening is None:
            return None
        match name:
            case "opening":
                guided = self._opened.workshop.guided
                return evenings.opening(self._words, evening.opening, guided=guided)
            case "closing":
                closing = evening.closing
                return None if closing is None else evenings.closing(self._words, closing)
            case "page":
                page = evening.page
                return None if page is None else page_course(self._words.page, page)
            case _:
                assert_never(name)

    def save(self, session: Session) -> None:
        """Save the entries and the draft of an opening, a close or work on the page."""
        others = _without(session.script.id, self._there().entries)
        self._change(entries=(*others, *session.entries), draft=session.draft)

    # -- work on the page ---------------------------------------------------------------------

    def begin_page(self, work: PageWork) -> Session:
        """Begin work on the page. Raises NotSaved."""
        self._change(page=work, draft=None)
        found = self.occasion("page", begun=False)
        assert found is not None
        return found

    def finish_page(self) -> PageWork | None:
        """Put the work on the page away, once it is settled, and return it. Raises NotSaved."""
        evening = self._there()
        self._change(page=None, entries=_without("page", evening.entries), draft=None)
        return evening.page

    def note_renewed(self, clauses: int) -> None:
        """Note that a fresh page was begun, with so many `clauses`. Raises NotSaved."""
        if self._notes is not None:
            self._change(since=clauses, renewed=True)

    def note_less(self, revisions: int) -> None:
        """Note that they go on with so many `revisions`, or fewer than when it began."""
        if self._notes is not None and self._notes.since > revisions:
            self._change(since=revisions)

    # -- it ends ------------------------------------------------------------------------------

    @property
    def kindly(self) -> bool:
        """Whether it closes, and a guide ended it."""
        closing = self._notes.closing if self._notes is not None else None
        return closing is not None and bool(closing.kindly)

    def begin_closing(self, today: date, *, stopped: bool, kindly: bool = False) -> None:
        """Freeze what the evening brought: from now on it is being closed.

        Args:
            today: the day.
            stopped: whether an exercise is left in the middle.
            kindly: whether a guide ends it.
        """
        evening = self._there()
        if evening.closing is not None:
            return
        sessions = [self._exercises.session(run) for run in self._exercises.finished()]
        titles = [exercise_of(session).title for session in sessions]
        agreement = self._opened.folder.agreement()
        if agreement is not None:
            agreement = self._agreement.by_its_names(agreement)
        rules = self._rules.untold
        tonight = brought(evening, today, sessions, titles, agreement, rules, stopped=stopped)
        self._change(closing=tonight.model_copy(update={"kindly": True}) if kindly else tonight)

    def finish(self, closed: Closed) -> None:
        """Keep what both keep, delete the notes of what is finished, and note what comes next."""
        evening, folder = self._there(), self._opened.folder
        assert evening.closing is not None
        self.gone = max(self.gone, self._exercises.gone(evening.began or evening.closing.on))
        runs = [run for run in evening.closing.runs if run in self._exercises.finished()]
        for run in runs:
            self._kept.keep(self._exercises.session(run), closed.kept)
        seen = self._opened.workshop.seen
        self._opened.change(
            last_evening=evening.began or self._opened.workshop.last_evening,
            next_evening=closed.next,
            homework=closed.small,
            # What came since the opening told of any is told once more at the next one.
            seen=evening.since if seen is None else seen,
        )
        self._record.note()
        for run in runs:
            self._exercises.throw_away(run)
        folder.drop_broken_notes()
        folder.back_up_agreement()  # what is new since the opening is in no copy yet
        self._drop()

    # -- its file -----------------------------------------------------------------------------

    def _there(self) -> EveningNotes:
        assert self._notes is not None
        return self._notes

    def _change(self, **news: object) -> None:
        self._save(self._there().model_copy(update=news))

    def _save(self, evening: EveningNotes) -> None:
        self._opened.folder.save_evening(evening)
        self._notes = evening

    def _drop(self) -> None:
        self._opened.folder.drop_evening()
        self._notes = None


def _of(occasion: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the `entries` of one occasion: an evening keeps those of all in one list."""
    return tuple(entry for entry in entries if entry.id.step == occasion)


def _without(occasion: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the `entries` of all other occasions."""
    return tuple(entry for entry in entries if entry.id.step != occasion)

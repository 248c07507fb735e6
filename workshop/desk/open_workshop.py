"""What the Desk takes from a workshop's folder and puts back: sessions, clauses, what is done.

Everything here can be done twice without doubling anything, so that a crash between two files is
mended by doing it again.
"""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from workshop.cards.choice import Drawn
from workshop.content.library import Library
from workshop.core.agreement.effect import RulesAgreed
from workshop.core.agreement.settling import ClauseEffect, FreshPage
from workshop.core.course.scene import Given
from workshop.core.course.session import Session, taken_up
from workshop.core.evening import evening as evenings
from workshop.core.evening.evening import Closed
from workshop.core.evening.page_work import PageWork, page_course
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, Side
from workshop.core.text import merged
from workshop.core.turns.reply import Wish
from workshop.desk.brought import brought
from workshop.desk.kept_notes import kept_answers, pictures_of
from workshop.desk.kept_pictures import kept_pictures
from workshop.desk.open_agreement import OpenAgreement, promised
from workshop.store.copies import with_copy
from workshop.store.documents import EveningNotes, Kept, Notes
from workshop.store.folder import Folder
from workshop.store.workshop import Finished


class OpenWorkshop:
    """One workshop's documents, and the rules for what goes where."""

    def __init__(self, folder: Folder, library: Library) -> None:
        self.folder = folder
        self.library = library
        self.saved = folder.workshop()
        self.evening = folder.evening()
        self.words = library.evening_words()
        self._notes: dict[int, Notes] = {}
        self._has_pictures: bool | None = None

    # -- exercises ----------------------------------------------------------------------------

    @property
    def agreement(self) -> OpenAgreement:
        """The agreement, to write in; the folder may be another one by now."""
        return OpenAgreement(self.folder, (self.saved.left.name, self.saved.right.name))

    @property
    def done_runs(self) -> frozenset[int]:
        """The runs that were finished."""
        return frozenset(finished.run for finished in self.saved.done)

    @property
    def done_exercises(self) -> tuple[str, ...]:
        """The ids of the exercises that were finished, once for each time."""
        return tuple(finished.exercise for finished in self.saved.done)

    def half_done(self) -> int | None:
        """Return the run that is not finished, if there is one."""
        return max((run for run in self.folder.runs() if run not in self.done_runs), default=None)

    def session(self, run: int) -> Session:
        """Return the exercise of `run` as its notes have it.

        Raises:
            NotFound: the exercise is not there any more.
            Unreadable: the notes or the exercise cannot be read.
        """
        notes = self._notes[run] = self.folder.notes(run)
        return Session(
            script=self.library.exercise(notes.exercise),
            pair=self.saved.pair(notes.first),
            given=notes.given,
            entries=notes.entries,
            draft=notes.draft,
            run=run,
            answers=self.saved.answers,
        )

    def begin(self, exercise: str, today: date) -> Session:
        """Begin an exercise, with notes of its own."""
        if self.saved.rules_off is not None:
            workshop = self.saved.model_copy(update={"rules_off": None})
            self.folder.save_workshop(workshop)
            self.saved = workshop
        run = self._next_run()
        found = self.library.exercise(exercise)
        session = Session(
            script=found,
            pair=self.saved.pair(evenings.who_begins(run, self.saved.coin)),
            given=self._given(found, today),
            run=run,
            answers=self.saved.answers,
        )
        self._notes[run] = Notes(
            exercise=found.id,
            digest=found.digest,
            first=session.pair.first,
            began=today,
            given=session.given,
        )
        self.save(session)
        return session

    def _given(self, exercise: Exercise, today: date) -> Given:
        """Return what `exercise` takes from outside."""
        agreement = self.folder.agreement()
        if agreement is None or not exercise.looks_back:
            return Given()
        clauses = sorted(agreement.standing, key=lambda clause: clause.review_on or date.max)
        return Given(today=today, clauses=tuple(promised(one, agreement) for one in clauses))

    @property
    def is_page_bare(self) -> bool:
        """Whether there is no clause to look back at; paused ones rest, boundaries are left out."""
        agreement = self.folder.agreement()
        return agreement is None or not any(
            one.status == "in force" and one.kind != "boundary" for one in agreement.standing
        )

    def save(self, session: Session) -> None:
        """Save the entries and the draft of an exercise."""
        notes = self._notes[session.run].model_copy(
            update={"entries": session.entries, "draft": session.draft}
        )
        self.folder.save_notes(session.run, notes)

    def set_answers(self, side: Side, answers: Answers) -> None:
        """Note how the partner on `side` likes to answer."""
        partner = getattr(self.saved, side).model_copy(update={"answers": answers})
        workshop = self.saved.model_copy(update={side: partner})
        self.folder.save_workshop(workshop)
        self.saved = workshop

    def settle(self, session: Session, today: date) -> None:
        """Put what both said yes to where it stays, if it is not there yet."""
        clauses: list[ClauseEffect] = []
        for effect in session.effects:
            match effect:
                case RulesAgreed():
                    self._add_rules(effect)
                case FreshPage():
                    self._renew(effect)
                case _:
                    clauses.append(effect)
        if clauses:
            self.agreement.settle(clauses, today)

    def note_copy(self, path: Path) -> None:
        """Note in the workshop that there is a copy of the agreement at `path`. Raises NotSaved."""
        workshop = with_copy(self.saved, path)
        self.folder.save_workshop(workshop)
        self.saved = workshop

    def begin_page(self, work: PageWork) -> Session:
        """Begin work on the page. Raises NotSaved."""
        assert self.evening is not None
        self.save_evening(self.evening.model_copy(update={"page": work, "draft": None}))
        found = self.occasion("page", begun=False)
        assert found is not None
        return found

    def finish_page(self) -> None:
        """Put the work on the page away, once it is settled. Raises NotSaved."""
        assert self.evening is not None
        others = tuple(e for e in self.evening.entries if not e.turn.startswith("page/"))
        self.save_evening(
            self.evening.model_copy(update={"page": None, "entries": others, "draft": None})
        )

    def _renew(self, fresh: FreshPage) -> None:
        """Begin a fresh page; what stands on it both have seen."""
        page = self.agreement.renew(fresh)
        if self.evening is not None:
            news = {"since": len(fresh.terms), "renewed": True}
            self.save_evening(self.evening.model_copy(update=news))
        workshop = self.saved.model_copy(update={"seen": len(page.revisions)})
        self.folder.save_workshop(workshop)
        self.saved = workshop

    def _add_rules(self, agreed: RulesAgreed) -> None:
        """Add ground rules that are not there yet."""
        before, off = self.saved.ground_rules, self.saved.rules_off or ()
        rules = tuple(one for one in merged((*before, *off, *agreed.rules)) if one not in off)
        if rules != before:
            workshop = self.saved.model_copy(update={"ground_rules": rules})
            self.folder.save_workshop(workshop)
            self.saved = workshop

    def drop_rule(self, rule: str) -> None:
        """Take a ground rule off. Raises NotSaved."""
        rules = tuple(one for one in self.saved.ground_rules if one != rule)
        news: dict[str, object] = {"ground_rules": rules}
        if set(self.folder.runs()) - self.done_runs:  # its notes would bring it back
            news["rules_off"] = (*(self.saved.rules_off or ()), rule)
        workshop = self.saved.model_copy(update=news)
        self.folder.save_workshop(workshop)
        self.saved = workshop

    @property
    def has_pictures(self) -> bool:
        """Whether any picture was kept, or may be in a file that cannot be read."""
        if self._has_pictures is None:
            self._has_pictures = self.pictures() != ((), ())
        return self._has_pictures

    def pictures(self) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
        """Return the pictures that both kept, and what could not be read."""
        return kept_pictures(self.folder)

    def finish(self, session: Session, today: date) -> None:
        """Note that an exercise is done."""
        if session.run in self.done_runs:
            return
        seconds = sum(entry.seconds for entry in session.entries)
        finished = Finished(
            run=session.run,
            exercise=session.script.id,
            on=today,
            minutes=(seconds + 30) // 60,
        )
        workshop = self.saved.model_copy(update={"done": (*self.saved.done, finished)})
        self.folder.save_workshop(workshop)
        self.saved = workshop

    def _next_run(self) -> int:
        """Return one above every run that left a trace."""
        agreement = self.folder.agreement()
        origins = (
            revision.origin.partition("/")[0]
            for revision in (agreement.revisions if agreement else ())
        )
        return 1 + max(
            *(self.folder.runs() or (0,)),
            *(self.folder.kept_runs() or (0,)),
            *(self.done_runs or (0,)),
            *(int(origin) for origin in origins if origin.isascii() and origin.isdigit()),
            0,
        )

    # -- evenings -----------------------------------------------------------------------------

    def open_evening(self, today: date) -> bool:
        """Open an evening, or open one that was left open on an earlier day again.

        Returns whether it was open today already.
        """
        evening = self.evening
        if evening is not None and evening.began == today:
            return True
        workshop = self.saved
        known = self.agreement.known(workshop.seen, workshop.homework, today)
        if evening is None:
            first = evenings.who_begins(self._next_run(), self.saved.coin)
            since = known.seen or 0
            opened = EveningNotes(began=today, since=since, first=first, opening=known)
        else:
            later = tuple(e for e in evening.entries if not e.turn.startswith("opening/"))
            opened = evening.model_copy(update={"began": today, "opening": known, "entries": later})
        self.save_evening(opened)
        return False

    def save_evening(self, evening: EveningNotes) -> None:
        """Save the evening that is open."""
        self.folder.save_evening(evening)
        self.evening = evening

    def occasion(self, name: str, begun: bool) -> Session | None:
        """Return the evening's "opening", "closing" or work on the "page", if there is one.

        Args:
            name: which of the two, or "page" for work on the agreement.
            begun: whether it was under way before; a sealed turn then says that it begins again.
        """
        evening = self.evening
        if evening is None:
            return None
        if name == "opening":
            script = evenings.opening(self.words, evening.opening)
        elif name == "closing" and evening.closing is not None:
            script = evenings.closing(self.words, evening.closing)
        elif name == "page" and evening.page is not None:
            script = page_course(self.words.page, evening.page)
        else:
            return None
        entries = tuple(e for e in evening.entries if e.turn.startswith(f"{name}/"))
        pair = self.saved.pair(evening.first)
        session = Session(
            script,
            pair,
            entries=entries,
            draft=evening.draft,
            answers=self.saved.answers,
        )
        return taken_up(session) if begun else session

    def save_occasion(self, session: Session) -> None:
        """Save the entries and the draft of an opening, a close or work on the page."""
        assert self.evening is not None
        name = f"{session.script.id}/"
        others = tuple(e for e in self.evening.entries if not e.turn.startswith(name))
        entries = (*others, *session.entries)
        self.save_evening(
            self.evening.model_copy(update={"entries": entries, "draft": session.draft})
        )

    def note_seen(self) -> None:
        """Note that both have heard what changed, once the opening told it."""
        assert self.evening is not None
        seen = self.evening.opening.seen
        if seen is not None and (self.saved.seen or 0) < seen:
            workshop = self.saved.model_copy(update={"seen": seen})
            self.folder.save_workshop(workshop)
            self.saved = workshop

    def not_tonight(self) -> None:
        """Put the evening away; what an earlier one still has to close stays."""
        assert self.evening is not None
        if self.evening.closing is None and self.evening.page is None:
            self.folder.drop_evening()
            self.evening = None
            return
        later = tuple(e for e in self.evening.entries if not e.turn.startswith("opening/"))
        self.save_evening(self.evening.model_copy(update={"entries": later, "began": None}))

    def begin_closing(self, today: date, *, stopped: bool) -> None:
        """Freeze what the evening brought: from now on it is being closed.

        Args:
            today: the day.
            stopped: whether an exercise is left in the middle.
        """
        assert self.evening is not None
        if self.evening.closing is not None:
            return
        runs = [run for run in self.folder.runs() if run in self.done_runs]
        sessions = [self.session(run) for run in runs]
        titles = [self.library.exercise(session.script.id).title for session in sessions]
        agreement = self.folder.agreement()
        tonight = brought(self.evening, today, sessions, titles, agreement, stopped=stopped)
        self.save_evening(self.evening.model_copy(update={"closing": tonight}))

    def finish_evening(self, closed: Closed) -> None:
        """Keep what both keep, delete the notes of what is finished, and note what comes next."""
        evening = self.evening
        assert evening is not None
        assert evening.closing is not None
        runs = [run for run in evening.closing.runs if run in self.folder.runs()]
        for run in runs:
            self._keep(run, closed.kept)
        agreement = self.folder.agreement()
        seen = len(agreement.revisions) if agreement else self.saved.seen
        workshop = self.saved.model_copy(
            update={"next_evening": closed.next, "homework": closed.small, "seen": seen}
        )
        self.folder.save_workshop(workshop)
        self.saved = workshop
        for run in runs:
            self.folder.drop_notes(run)
        self.folder.drop_evening()
        self.evening = None

    def _keep(self, run: int, wishes: Collection[Wish]) -> None:
        session = self.session(run)
        finished = next(done for done in self.saved.done if done.run == run)
        answers = kept_answers(session) if "notes" in wishes else ()
        pictures = pictures_of(session) if "picture" in wishes else ()
        if answers or pictures:
            exercise = self.library.exercise(session.script.id)
            kept = Kept(
                exercise=exercise.id,
                title=exercise.title,
                on=finished.on,
                answers=answers,
                pictures=pictures,
            )
            self.folder.save_kept(run, kept)
            self._has_pictures = None

"""One workshop, open at the Desk: its documents, and the rules for what goes where."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import assert_never

from workshop.cards.sitting import Sitting, sitting
from workshop.content.library import Library
from workshop.core.agreement.effect import (
    ClauseAgreed,
    ClauseEffect,
    ClauseEvent,
    FreshPage,
    HandAgreed,
    RulesAgreed,
)
from workshop.core.course.session import Session
from workshop.core.people import Answers, Side
from workshop.core.place import Place, place_in
from workshop.desk.documents.ground_rules import GroundRules
from workshop.desk.documents.kept_things import KeptThings
from workshop.desk.documents.names import Names
from workshop.desk.documents.open_agreement import OpenAgreement
from workshop.desk.documents.open_evening import OpenEvening
from workshop.desk.documents.open_exercises import OpenExercises
from workshop.desk.documents.open_folder import OpenFolder
from workshop.desk.documents.programme import programme_of
from workshop.desk.documents.record import Record
from workshop.errors import Trouble
from workshop.store.copies import with_copy, without_copy
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop


class OpenWorkshop:
    """One workshop's documents.

    Attributes:
        library: where its exercises are.
        words: what is said at every evening, sealed turn and consent.
        record: how far its agreement went, as both have seen it.
        agreement: the agreement, to write in.
        names: what the two are called.
        rules: the ground rules.
        exercises: what was begun, goes on or is done.
        kept: what both kept.
        evening: the evening that is open.
    """

    def __init__(self, folder: Folder, library: Library) -> None:
        """Read what there is.

        Raises:
            Unreadable: one of its files cannot be read.
        """
        self._opened = opened = OpenFolder(folder)
        self.library = library
        words = library.evening_words()
        self.words = words.of_a_session if opened.workshop.guided else words
        self.record = Record(opened)
        self.agreement = OpenAgreement(opened)
        self.names = Names(opened)
        self.rules = GroundRules(opened)
        self.exercises = OpenExercises(opened, library, self.agreement, self.rules)
        self.kept = KeptThings(opened)
        self.evening = OpenEvening(
            opened, self.agreement, self.names, self.rules, self.exercises, self.kept, self.words
        )

    @property
    def said(self) -> Sitting:
        """What a sitting is called here."""
        return sitting(self.saved.guided)

    @property
    def place(self) -> Place | None:
        """Where they are in their programme; None where their path is of none that is known."""
        programme = programme_of(self.saved, self.library)
        if programme is None:
            return None
        return place_in(programme, self.exercises.done, self.exercises.done_today)

    def begins_with(self, exercise: str) -> bool:
        """Whether the programme begins with `exercise`, which is there; a guide chooses."""
        place = None if self.saved.guided else self.place
        with suppress(Trouble):  # one that cannot be read is told where it is chosen
            return place is not None and bool(self.library.exercise(exercise))
        return False

    @property
    def folder(self) -> Folder:
        """Where it is; another one once a save had to go elsewhere."""
        return self._opened.folder

    @property
    def saved(self) -> Workshop:
        """What `workshop.toml` says."""
        return self._opened.workshop

    def read_all(self) -> None:
        """Read what may be written in, so that nothing is written if something cannot be read.

        Raises:
            Unreadable: one of its files cannot be read.
        """
        for run in self.folder.runs():
            self.folder.notes(run)
        self.folder.agreement()

    def move_to(self, folder: Folder) -> None:
        """Go on in `folder`, which holds the same."""
        self._opened.folder = folder

    def set_answers(self, side: Side, answers: Answers) -> None:
        """Note how the partner on `side` likes to answer. Raises NotSaved."""
        partner = getattr(self.saved, side).model_copy(update={"answers": answers})
        self._opened.change(**{side: partner})

    def note_copy(self, path: Path) -> bool:
        """Note that there is a copy of the agreement at `path`. Raises NotSaved.

        Returns:
            Whether that was not noted before.
        """
        noted = with_copy(self.saved, path).copies
        is_new = noted != self.saved.copies
        self._opened.change(copies=noted)
        return is_new

    def drop_note_of_copy(self, path: Path) -> None:
        """Note that there is no copy at `path` after all. Raises NotSaved."""
        self._opened.change(copies=without_copy(self.saved, path).copies)

    def settle(self, session: Session, today: date) -> None:
        """Put what both said yes to where it stays, if it is not there yet. Raises NotSaved."""
        clauses: list[ClauseEffect] = []
        for effect in session.effects:
            match effect:
                case RulesAgreed():
                    self.rules.add(effect)
                case FreshPage():
                    self._renew(effect)
                case ClauseAgreed() | ClauseEvent() | HandAgreed():
                    clauses.append(effect)
                case _:
                    assert_never(effect)
        if clauses:
            self.agreement.settle(clauses, today)

    def _renew(self, fresh: FreshPage) -> None:
        """Begin a fresh page; what stands on it both have seen."""
        page = self.agreement.renew(fresh)
        self.evening.note_renewed(len(fresh.terms))
        self._opened.change(seen=len(page.revisions))

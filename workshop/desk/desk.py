"""The Desk: one open workshop = core + store + clock. All that a face needs.

A face shows `ask()` and gives `reply()`. The Desk saves before the next ask shows; when a save
fails, the next ask is what to do about it, and what was answered waits in memory.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from workshop.cards.beside import Part
from workshop.cards.card import Card, Setting
from workshop.cards.cards import card
from workshop.cards.choice import Choice, Chosen, Deed, Farewell
from workshop.cards.panel import GuideDeed, Panel
from workshop.cards.sitting import Sitting
from workshop.content.library import Library
from workshop.core.agreement.verify import code_of
from workshop.core.course import session as core
from workshop.core.course.session import Ask
from workshop.core.evening.hour import Mark
from workshop.core.evening.words import EveningWords
from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.proof.walked import minutes_left
from workshop.core.turns import Draft
from workshop.core.turns.reply import Intervention, MoreTime, Reply
from workshop.desk.aside import Aside
from workshop.desk.clock import Clock
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.ending import AtWorkshop, Ending
from workshop.desk.evening import Evening
from workshop.desk.guiding import Guiding
from workshop.desk.watch import Watch
from workshop.errors import Refused, Trouble
from workshop.store.folder import Folder
from workshop.words import _

WORTH_SAVING = 20
"""After so many seconds of a guided session in which nobody answers, what went by is saved."""

Asked = Ask | Choice[Deed] | Farewell
"""What a face may have to show."""


class Desk:
    """One open workshop."""

    def __init__(
        self,
        folder: Folder,
        library: Library,
        clock: Clock,
        usual: Path | None = None,
        ending: Ending | None = None,
    ) -> None:
        """Take a workshop up where it stands.

        Args:
            folder: the workshop's folder, open for writing.
            library: where its exercises are.
            clock: the day, and how time goes by.
            usual: where a command looks for workshops when nobody names a folder.
            ending: how it ends; as at any workshop that is saved when None.

        Raises:
            Unreadable: one of its files cannot be read; nothing was changed.
        """
        self.clock = clock
        self.library = library
        self._workshop = OpenWorkshop(folder, library)
        self._evening = Evening(self._workshop, clock)
        self._watch = Watch(clock)
        self._ending = ending or AtWorkshop(self._workshop, usual)
        self._aside = Aside(self._workshop, self._evening, self._ending, self._watch, clock)
        self._guiding = Guiding(self._workshop, self._evening, self._aside, self._watch)
        self._panel: Panel | None = None  # as it was last
        self._aside.attempt(self._evening.open)
        self._note_time()

    def notice(self, lines: Sequence[str]) -> None:
        """Tell this before anything else."""
        self._aside.notice(lines)

    # -- what a face does ---------------------------------------------------------------------

    def ask(self) -> Asked:
        """Return what to show now."""
        with self._told():
            return self._asked()
        over = self._aside.over
        assert over is not None  # what to do about the disk
        return over

    def _asked(self) -> Asked:
        aside = self._aside
        aside.look_whether_it_is_over()
        if (beside := aside.ended or aside.over) is not None:
            return beside
        session = self._evening.current
        return (core.ask(session) if session else None) or self._evening.choice()

    def reply(self, reply: Reply | Chosen) -> None:
        """Answer what is asked now.

        Raises:
            Refused: it cannot be taken; nothing is lost, the same thing is asked again.
        """
        asked = self.ask()
        if isinstance(reply, Chosen) and isinstance(asked, Choice):
            with self._told():
                self._aside.reply(reply)
            self._guiding.forget_told()
        elif isinstance(asked, Ask) and not isinstance(reply, Chosen):
            self._answer(reply)
        else:
            raise Refused(_("That is not an answer to this."))
        with self._told():
            self._aside.back_to_the_page()
        self._note_time()

    def draft(self, begun: core.Openly) -> None:
        """Keep what was begun openly and is no answer yet. Sealed things are not kept anywhere."""
        session = self._evening.current
        if session is None or self._aside.ended or self._aside.waits:
            return
        after = core.draft(session, begun)
        if after.draft != session.draft:
            self._aside.attempt(lambda: self._evening.keep(after))

    def reopen(self) -> None:
        """Take one's own last answer back, to give it again; the time that it took counts on.

        Raises:
            Refused: it is not one's own any more, or lies past a reveal or a consent.
        """
        session = self._evening.current
        if session is None or self._aside.over or self._aside.ended:
            raise Refused(_("There is no answer to open again here."))
        back = core.reopen(session)
        taken_back = session.entries[len(back.entries) :]
        self._watch.restart(sum(entry.seconds for entry in taken_back))
        self._aside.attempt(lambda: self._evening.keep(back))

    def pause(self) -> None:
        """Stop the clock. Nothing is recorded, and nobody is named."""
        self._aside.pause()

    def read(self) -> None:
        """Stop the clock, and show what there is to read."""
        with self._told():
            self._aside.read()

    def agreement(self) -> None:
        """Stop the clock, and show the agreement."""
        with self._told():
            self._aside.agreement()

    def leave(self) -> None:
        """Offer the ways to stop."""
        with self._told():
            self._aside.leave()

    def look_away_again(self) -> None:
        """Ask again that the other looks away: somebody else may sit here after a rest."""
        self._evening.change(core.looked_away)

    def write_on_paper(self) -> None:
        """Let what is sealed be written on paper for as long as they sit here; stored nowhere."""
        self._evening.on_paper = True
        self._evening.change(lambda session: replace(session, on_paper=True))

    @property
    def types_sealed(self) -> bool:
        """Whether what is sealed would be typed here."""
        answers = self._workshop.saved.answers
        return answers.left == answers.right == "type"

    def stop(self) -> Farewell:
        """Stop at once: what is open is saved already. Lets others write."""
        self._note_time()
        self._aside.stop()
        self.let_go()
        assert self._aside.ended is not None
        return self._aside.ended

    def line_by_line(self) -> None:
        """Say the command that goes on as it is typed for lines, not for the screen."""
        self._ending.line_by_line = True

    def let_go(self) -> None:
        """Let others write."""
        self._workshop.folder.close()

    def card(self, ask: Ask) -> Card:
        """Return what `ask` says."""
        first = isinstance(ask.turn, Draft) and self._has_no_clause
        return card(ask, Setting(self.pair, self.words, self.said, self.agreement_path, first))

    @property
    def _has_no_clause(self) -> bool:
        """Whether no clause was ever on their page; where that cannot be read, there was one."""
        with suppress(Trouble):
            return self._workshop.agreement.state() == "empty"
        return False

    # -- what somebody who guides them does ---------------------------------------------------

    @property
    def guided(self) -> bool:
        """Whether somebody guides the two."""
        return self._workshop.saved.guided

    @property
    def told(self) -> str:
        """What the guide did last, in one line for both; empty once they went on."""
        return self._guiding.told

    @property
    def mark(self) -> Mark | None:
        """Whether ten minutes or two are left of the hour; None while more are, or no plan."""
        with suppress(Trouble):  # the disk does not answer: whatever is asked next says so
            return self._guiding.mark
        return None

    def tick(self) -> None:
        """Save now and then how much of the hour has gone by, though nobody answers anything.

        Where that cannot be saved, the next answer says so: nobody is disturbed by it.
        """
        if self.guided and not (self._aside.waits or self._aside.ended):
            with suppress(Trouble):
                self._evening.note_time(least=WORTH_SAVING)

    def panel(self) -> Panel:
        """Return how the hour stands, and what the guide may do.

        Raises:
            Refused: the disk does not say, and never did.
        """
        try:
            self._panel = self._guiding.panel()
        except Trouble as trouble:
            if self._panel is None:
                raise Refused(trouble.sentence) from None
        return self._panel

    def guide(self, deed: GuideDeed) -> None:
        """Do what the guide chose.

        Raises:
            Refused: it cannot be done now; nothing has changed.
        """
        if not self.guided:
            raise Refused(_("Nobody guides the two here."))
        with self._told():
            self._guiding.do(deed)
        self._note_time()

    # -- what a face may know -----------------------------------------------------------------

    @property
    def keeps_turn(self) -> bool:
        """Whether what is asked lies over a turn or the map, which stays as it is meanwhile."""
        return self._aside.keeps_turn

    @property
    def asks_to_stop(self) -> bool:
        """Whether how to stop is asked already: to leave means at once then."""
        return self._aside.asks_to_stop

    @property
    def pair(self) -> Pair:
        """The partners, and who is first in what is under way."""
        session = self._evening.current
        workshop = self._workshop.saved
        return session.pair if session else workshop.pair(workshop.coin)

    @property
    def code(self) -> str:
        """The agreement code; empty where there is none that vouches for the text.

        Raises:
            Unreadable: the agreement cannot be read.
        """
        return code_of(self._workshop.agreement.as_it_stands())

    @property
    def seconds(self) -> int:
        """How long the turn under way has lasted, in whole seconds, without pauses."""
        return self._watch.seconds

    @property
    def words(self) -> EveningWords:
        """What is said at every evening, sealed turn and consent."""
        return self._workshop.words

    @property
    def said(self) -> Sitting:
        """What a sitting is called here."""
        return self._workshop.said

    @property
    def title(self) -> str:
        """What is under way."""
        session = self._evening.current
        if session is None:
            return self.said.title
        if isinstance(session.script, Exercise):
            return session.script.title
        if session is self._evening.page:
            return _("The agreement")
        return self.said.begins if session.script.id == "opening" else self.said.ends

    @property
    def minutes_left(self) -> int | None:
        """About how many minutes of the exercise are left; None outside of one."""
        session = self._evening.current
        if session is None or not isinstance(session.script, Exercise):
            return None
        progress = session.progress
        done = {
            turn.id
            for turn, entry in zip(progress.turns, session.entries, strict=False)
            if not isinstance(entry.reply, MoreTime | Intervention)
        }
        return minutes_left(session.script, progress.step, done)

    @property
    def beside(self) -> tuple[Part, ...]:
        """What stands beside a turn where there is room: the path, and what is agreed."""
        return self._evening.beside()

    @property
    def path(self) -> Path:
        """Where what is open is: the workshop's folder."""
        return self._ending.path

    @property
    def agreement_path(self) -> Path:
        """Where the agreement is."""
        return self._workshop.folder.agreement_path

    # -- inside -------------------------------------------------------------------------------

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Let a disk that does not answer be what is asked about next."""
        try:
            yield
        except Refused:
            raise
        except Trouble as trouble:
            self._aside.tell(trouble)

    def _note_time(self) -> None:
        if self.guided and not (self._aside.waits or self._aside.ended):
            self._aside.attempt(self._evening.note_time)

    def _answer(self, reply: Reply) -> None:
        before = self._evening.current
        assert before is not None
        after = core.record(before, reply, self._watch.seconds, self.clock.today())
        if not isinstance(reply, MoreTime):
            self._watch.restart()  # before it is saved: a save that fails stops it
        if after.entries == before.entries and after.draft == before.draft:
            self._evening.hold(after)  # a handover, or an answer that waits for the other's
        else:
            self._guiding.forget_told()
            self._aside.attempt(lambda: self._evening.keep(after), self._evening.go_on)

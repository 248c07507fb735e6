"""The Desk: one open workshop = core + store + clock. All that a face needs.

A face shows `ask()` and gives `reply()`. The Desk saves before the next ask shows; when a save
fails, the next ask is what to do about it, and what was answered waits in memory.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from shlex import quote

from workshop.cards import choices
from workshop.cards.card import Card, Setting
from workshop.cards.cards import card
from workshop.cards.choice import Choice, Chosen, Ended
from workshop.content.library import Library
from workshop.core.course import session as core
from workshop.core.course.session import Ask
from workshop.core.days import with_weekday
from workshop.core.evening.evening import EveningWords
from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.proof.walked import minutes_left
from workshop.core.turns.reply import Circled, MoreTime, Reply
from workshop.desk.clock import Clock
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.evening import Evening
from workshop.desk.guides.agreement_pages import AgreementPages
from workshop.desk.guides.reader import Reader
from workshop.desk.watch import Watch
from workshop.errors import NotSaved, Refused, Trouble
from workshop.store.folder import Folder
from workshop.words import _

Asked = Ask | Choice | Ended
"""What a face may have to show."""


class Desk:
    """One open workshop."""

    def __init__(
        self, folder: Folder, library: Library, clock: Clock, usual: Path | None = None
    ) -> None:
        """Take a workshop up where it stands.

        Args:
            folder: the workshop's folder, open for writing.
            library: where its exercises are.
            clock: the day, and how time goes by.
            usual: where a command looks for workshops when nobody names a folder.

        Raises:
            Unreadable: one of its files cannot be read; nothing was changed.
        """
        self.clock = clock
        self.library = library
        self._usual = usual
        self._workshop = OpenWorkshop(folder, library)
        self._evening = Evening(self._workshop, clock)
        self._watch = Watch(clock)
        self._pauses = 0
        self._over: Choice | None = None  # a choice that lies over what is asked
        self._guide: Reader | AgreementPages | None = None  # goes over what is asked
        self._waiting: list[Callable[[], None]] = []  # what could not be saved yet
        self._ended: Ended | None = None
        self._attempt(self._evening.open)

    # -- what a face does ---------------------------------------------------------------------

    def ask(self) -> Asked:
        """Return what to show now."""
        if self._ended is None and self._over is None and self._evening.over:
            self._end(_("The evening is closed.") if self._evening.over == "closed" else "")
        if self._ended is not None:
            return self._ended
        if self._over is not None:
            return self._over
        session = self._evening.current
        asked = core.ask(session) if session else None
        return asked or self._evening.choice()

    def reply(self, reply: Reply | Chosen) -> None:
        """Answer what is asked now.

        Raises:
            Refused: it cannot be taken; nothing is lost, the same thing is asked again.
        """
        asked = self.ask()
        if isinstance(reply, Chosen):
            if not isinstance(asked, Choice) or asked.option(reply.key) is None:
                raise Refused(_("That is not an answer to this."))
            self._choose(asked, reply)
        elif isinstance(asked, Ask):
            self._answer(reply)
        else:
            raise Refused(_("That is not an answer to this."))

    def draft(self, text: str | Circled) -> None:
        """Keep open text or circles that are no answer yet. Sealed ones are not kept anywhere."""
        session = self._evening.current
        if session is None or self._ended or self._waiting:
            return
        begun = core.draft(session, text)
        if begun.draft != session.draft:
            self._attempt(lambda: self._evening.keep(begun))

    def reopen(self) -> None:
        """Take one's own last answer back, to give it again.

        Raises:
            Refused: it is not one's own any more, or lies past a reveal or a consent.
        """
        session = self._evening.current
        if session is None or self._over or self._ended:
            raise Refused(_("There is no answer to open again here."))
        back = core.reopen(session)
        self._attempt(lambda: self._evening.keep(back))
        self._watch.restart()

    def pause(self) -> None:
        """Stop the clock. Nothing is recorded, and nobody is named."""
        if self._ended or self._over:
            return
        self._watch.stop()
        self._over = choices.pause(again=self._pauses > 0)
        self._pauses += 1

    def read(self) -> None:
        """Stop the clock, and show what there is to read."""
        if self._ended or self._over:
            return
        self._watch.stop()
        self._guide = Reader(self.library, self._evening.near, can_begin=self._at_the_map)
        self._over = self._guide.choice()

    def agreement(self) -> None:
        """Stop the clock, and show the agreement."""
        if self._ended or self._over:
            return
        self._watch.stop()
        workshop, today = self._workshop, self.clock.today()
        self._guide = AgreementPages(
            workshop, today, lambda: nullcontext(workshop), both=self._at_the_map
        )
        self._over = self._guide.choice()

    @property
    def _at_the_map(self) -> bool:
        return self._evening.current is None and self._evening.half_done is None

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

    def leave(self) -> None:
        """Offer the ways to stop."""
        if self._ended or self._waiting:
            return
        self._watch.stop()
        evening = self._evening
        half_done = evening.in_exercise or evening.half_done is not None
        can_close = evening.tonight and evening.closing is None
        self._over = choices.leave(half_done, can_close, another=evening.in_exercise)

    def stop(self) -> Ended:
        """Stop at once: what is open is saved already. Lets others write."""
        if self._ended is None:
            if self._waiting:
                self._end(_("The last answer could not be saved."), saved=False)
            else:
                self._end(_("It is saved."))
        self.let_go()
        assert self._ended is not None
        return self._ended

    def let_go(self) -> None:
        """Let others write."""
        self._workshop.folder.close()

    def card(self, ask: Ask) -> Card:
        """Return what `ask` says."""
        return card(ask, Setting(self.pair, self.words, self.agreement_path))

    # -- what a face may know -----------------------------------------------------------------

    @property
    def pair(self) -> Pair:
        """The partners, and who is first in what is under way."""
        session = self._evening.current
        workshop = self._workshop.saved
        return session.pair if session else workshop.pair(workshop.coin)

    @property
    def seconds(self) -> int:
        """How long the turn under way has lasted, in whole seconds, without pauses."""
        return self._watch.seconds

    @property
    def words(self) -> EveningWords:
        """What is said at every evening, sealed turn and consent."""
        return self._workshop.words

    @property
    def title(self) -> str:
        """What is under way."""
        session = self._evening.current
        if session is None:
            return _("This evening")
        if isinstance(session.script, Exercise):
            return session.script.title
        if session is self._evening.page:
            return _("The agreement")
        return _("The evening begins") if session.script.id == "opening" else _("The evening ends")

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
            if not isinstance(entry.reply, MoreTime)
        }
        return minutes_left(session.script, progress.step, done)

    @property
    def path(self) -> Path:
        """The workshop's folder."""
        return self._workshop.folder.path

    @property
    def agreement_path(self) -> Path:
        """Where the agreement is."""
        return self._workshop.folder.agreement_path

    # -- inside -------------------------------------------------------------------------------

    def _answer(self, reply: Reply) -> None:
        before = self._evening.current
        assert before is not None
        after = core.record(before, reply, self._watch.seconds, self.clock.today())
        if after.entries == before.entries and after.draft == before.draft:
            self._evening.hold(after)  # a handover, or an answer that waits for the other's
        else:
            self._attempt(lambda: self._evening.keep(after), self._evening.go_on)
        if not isinstance(reply, MoreTime):
            self._watch.restart()

    def _choose(self, choice: Choice, chosen: Chosen) -> None:
        match choice.moment:
            case "unsaved":
                self._mend(chosen)
            case "pictures":
                self._over = None
            case "map" if chosen.key == "others":
                self._over = choices.how_long()
            case "map" if chosen.key == "readings":
                self.read()
            case "map" if chosen.key == "agreement":
                self.agreement()
            case "reading" | "agreement":
                self._go_through(chosen)
            case "others" if chosen.key.startswith("minutes "):
                most = chosen.key.removeprefix("minutes ")
                self._over = self._evening.others(int(most) if most.isdecimal() else None)
            case "others":
                self._over = None
                if chosen.key != "back":
                    self._attempt(lambda: self._begin(chosen))
                    self._watch.restart()
            case "map" if chosen.key == "pictures":
                self._over = choices.pictures(*self._workshop.kept.pictures())
            case "pause" | "leave":
                self._stop_or_go_on(chosen)
            case "answers":
                self._answer_by(chosen)
            case "half done" | "map":
                self._attempt(lambda: self._begin(chosen))
                self._watch.restart()

    def _go_through(self, chosen: Chosen) -> None:
        guide = self._guide
        assert guide is not None
        guide.reply(chosen)
        self._over = None if guide.over else guide.choice()
        if not guide.over:
            return
        self._guide = None
        if isinstance(guide, AgreementPages) and guide.work is not None:
            work = guide.work
            self._attempt(lambda: self._evening.begin_page(work))
            self._watch.restart()
        elif guide.begin is not None:
            begin = Chosen(f"begin {guide.begin}")
            self._attempt(lambda: self._begin(begin))
            self._watch.restart()
        else:
            self._watch.go()

    def _begin(self, chosen: Chosen) -> None:
        evening = self._evening
        match chosen.key.split(maxsplit=1):
            case ["go", "on"]:
                evening.half_done = None
            case ["again"]:
                evening.start_again()
            case ["away"]:
                evening.throw_away()
            case ["begin", exercise]:
                evening.begin(exercise)
            case ["close"]:
                evening.close()
            case ["done"]:
                self._end(_("It is saved."))
                return
        evening.go_on()

    def _stop_or_go_on(self, chosen: Chosen) -> None:
        self._over = None
        match chosen.key:
            case "back":
                self._watch.go()
            case "enough":
                self.leave()
            case "answers":
                self._ask_answers()
            case "done":
                self._end(_("It is saved."))
            case "close":
                self._attempt(self._evening.close)
            case "throw":
                self._attempt(self._evening.throw_away)
                self.leave()  # unless they could not be thrown away: that is asked first
            case "another":
                self._attempt(self._evening.throw_away)  # then the map asks

    def _ask_answers(self) -> None:
        self._over = choices.answers(self.pair, self._workshop.saved.answers)

    def _answer_by(self, chosen: Chosen) -> None:
        self._over = None
        match chosen.key.split():
            case ["left" | "right" as side, "type" | "say" | "paper" as answers]:
                self._attempt(lambda: self._evening.answer_by(side, answers))
                if not self._waiting:
                    self._ask_answers()
            case _:
                self._watch.go()

    def _attempt(self, *actions: Callable[[], None]) -> None:
        """Do what saves, in order; when one fails, ask what to do and keep the rest waiting."""
        self._waiting.extend(actions)
        while self._waiting and self._ended is None:
            try:
                self._waiting[0]()
            except Refused:
                self._waiting.pop(0)
                raise
            except Trouble as trouble:
                self._watch.stop()
                self._over = choices.unsaved(trouble)
                return
            self._waiting.pop(0)

    def _mend(self, chosen: Chosen) -> None:
        folder = self._workshop.folder
        match chosen.key:
            case "stop":
                self._end(_("The last answer could not be saved."), saved=False)
                return
            case "overwrite":
                folder.allow_overwrite()
            case "elsewhere":
                if not chosen.text.strip():
                    raise Refused(_("Name a folder."))
                try:
                    moved = folder.moved_to(Path(chosen.text.strip()).expanduser().absolute())
                except RuntimeError:  # `~somebody`, who is not known here
                    raise Refused(_("There is no such home folder. Name another.")) from None
                except NotSaved as trouble:
                    raise Refused(trouble.sentence) from None
                folder.close()
                self._workshop.move_to(moved)
        self._over = None
        self._attempt()
        self._watch.go()

    def _end(self, line: str, *, saved: bool = True) -> None:
        command = f"workshop resume {quote(self.path.name)}"
        if self.path.parent != self._usual:
            command += f" --data {quote(str(self.path.parent))}"
        where = _("Your files are in {path}").format(path=self.path)
        go_on = _("Next time: {command}").format(command=command)
        again = ""
        if self._evening.over == "closed" and (day := self._evening.next_evening) is not None:
            again = _("You sit down again on {day}.").format(day=with_weekday(day))
        help_ = self.words.closing.help
        lines = (line, again, help_, where, go_on if saved else "")
        self._ended = Ended(tuple(said for said in lines if said), saved=saved)

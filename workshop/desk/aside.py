"""What is chosen beside the turns: what lies over them, what comes next, and what that does."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import assert_never

from workshop.cards import choices, disk_choices, place_told
from workshop.cards.agreement_deeds import AgreementDeed
from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import (
    AnswerBy,
    Back,
    Begin,
    ChangeAnswers,
    CloseEvening,
    DeskDeed,
    Enough,
    GoOnWithThis,
    LookAgain,
    LookAtAgreement,
    LookAtPictures,
    LookAtReadings,
    LookForAnother,
    Overwrite,
    PutAway,
    PutCopyBack,
    ReadCopy,
    ReadThis,
    Retry,
    SaveElsewhere,
    StartAgain,
    Stop,
    StopUnsaved,
    TakeAnother,
    TakeUp,
    ThrowAway,
    Within,
)
from workshop.desk.clock import Clock
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.documents.record import LessThanSeen
from workshop.desk.ending import Ending
from workshop.desk.evening import Evening
from workshop.desk.guides.agreement_pages import AgreementPages
from workshop.desk.guides.missed import MissedPages
from workshop.desk.guides.reader import Reader, ReaderDeed
from workshop.desk.saving import Saving
from workshop.desk.watch import Watch
from workshop.errors import NotFound, Refused, Trouble
from workshop.words import _

AsideChoice = Choice[DeskDeed] | Choice[ReaderDeed] | Choice[AgreementDeed]
"""What may be asked beside the turns."""


class Aside:
    """All that is asked at one sitting and is no turn.

    Attributes:
        ended: what is read last, once the sitting is over.
    """

    def __init__(
        self, workshop: OpenWorkshop, evening: Evening, ending: Ending, watch: Watch, clock: Clock
    ) -> None:
        """Begin with nothing that lies over the evening."""
        self._workshop, self._evening, self._ending = workshop, evening, ending
        self._watch, self._clock = watch, clock
        self._saving = Saving(workshop)
        self._missed = MissedPages(workshop, clock.today())
        self._pauses = 0
        self._over: Choice[DeskDeed] | None = None
        self._then: Choice[DeskDeed] | None = None  # what is told once that was read
        self._warn()
        self._guide: Reader | AgreementPages | None = None
        self.ended: Farewell | None = None

    def _warn(self) -> None:
        """Ask that this be the only window, where the disk cannot see to that."""
        if not self._workshop.folder.guarded:
            self._over = disk_choices.unguarded()

    def notice(self, lines: Sequence[str]) -> None:
        """Tell something that is to be known before the two begin."""
        told = place_told.noticed(lines)
        if self._over is None:
            self._over = told
        else:
            self._then = told

    # -- what is asked ------------------------------------------------------------------------

    @property
    def over(self) -> AsideChoice | None:
        """What lies over what would be asked else."""
        if self._saving.trouble is not None:
            return self._what_to_do(self._saving.trouble)
        return self._guide.choice() if self._guide is not None else self._over

    @property
    def keeps_turn(self) -> bool:
        """Whether the turn goes on below what lies over it, as if nothing had been."""
        return self._saving.trouble is None and (self._over or self._guide) is not None

    @property
    def asks_to_stop(self) -> bool:
        """Whether they are asked how to stop already: asked for again, it means at once."""
        leaves = self._over is not None and self._over.option(Stop()) is not None
        return leaves or self._saving.trouble is not None

    @property
    def waits(self) -> bool:
        """Whether something could not be saved yet."""
        return self._saving.waits

    @property
    def _loses_some(self) -> bool:
        """Whether something would be lost now: not before the evening is open, and asks."""
        begun = self._evening.opening is not None
        return self._saving.waits and (begun or not isinstance(self._saving.trouble, LessThanSeen))

    @property
    def _is_free(self) -> bool:
        return self.ended is None and self.over is None

    @property
    def _at_the_map(self) -> bool:
        return self._evening.current is None and self._evening.half_done is None

    # -- what is laid over it -----------------------------------------------------------------

    def pause(self) -> None:
        """Stop the clock. Nothing is recorded, and nobody is named."""
        if self._is_free:
            self._watch.stop()
            self._over = choices.pause(self._workshop.said, again=self._pauses > 0)
            self._pauses += 1

    def read(self) -> None:
        """Stop the clock, and show what there is to read."""
        if self._is_free:
            self._watch.stop()
            library, near = self._workshop.library, self._evening.near
            self._guide = Reader(library, near, can_begin=self._at_the_map)

    def agreement(self, *, at_the_list: bool = False) -> None:
        """Stop the clock, and show the agreement: the whole page, or the list of its clauses."""
        if self._is_free:
            self._watch.stop()
            workshop, today, here = self._workshop, self._clock.today(), self._at_the_map
            self._guide = AgreementPages(
                workshop,
                today,
                lambda: nullcontext(workshop),
                both=here,
                names=here,
                at_the_list=at_the_list,
            )

    def back_to_the_page(self) -> None:
        """Show the page again, where both have done there what they set out to do."""
        work, self._evening.worked = self._evening.worked, None
        if work is not None:
            self.agreement(at_the_list=work.what != "fresh")

    def leave(self) -> None:
        """Offer the ways to stop, where there are some."""
        if self.ended or self._saving.waits:
            return
        self._watch.stop()
        if not self._ending.asks_how:
            self.stop()
            return
        evening = self._evening
        half_done = evening.in_exercise or evening.half_done is not None
        half_done = half_done and not evening.elsewhere  # nothing is thrown away for that
        can_close = evening.tonight and evening.closing is None
        self._guide = None
        self._over = choices.leave(
            self._workshop.said,
            half_done=half_done,
            can_close=can_close,
            another=evening.in_exercise,
        )

    def _ask_answers(self) -> None:
        workshop, session = self._workshop.saved, self._evening.current
        pair = session.pair if session else workshop.pair(workshop.coin)
        self._over = choices.answers(pair, workshop.answers, guided=workshop.guided)

    def make_way(self) -> None:
        """Take away what lies over the turn, so that a guide's deed is seen.

        Raises:
            Refused: something has to be saved first, or it is over.
        """
        if self.ended is not None or self._saving.waits:
            raise Refused(_("Something is not saved yet: that comes first."))
        self._over = self._guide = None
        self._watch.go()

    # -- what a choice does -------------------------------------------------------------------

    def reply(self, chosen: Chosen) -> None:
        """Do what was chosen.

        Raises:
            Refused: it is not offered now, or cannot be done; the same thing is asked again.
        """
        if self._saving.trouble is not None:
            self._do(self._what_to_do(self._saving.trouble).deed(chosen), chosen.text)
        elif self._guide is not None:
            self._go_through(self._guide, chosen)
        else:
            choice: Choice[DeskDeed] = self._over or self._evening.choice()
            self._do(choice.deed(chosen), chosen.text)

    def _do(self, deed: DeskDeed, text: str) -> None:
        match deed:
            case LookForAnother():
                self._over = choices.how_long(self._workshop.said)
            case Within(minutes=most):
                self._over = self._evening.others(most)
            case LookAtPictures():
                self._over = choices.pictures(*self._workshop.kept.pictures())
            case LookAtReadings():
                self.read()
            case LookAtAgreement():
                self.agreement()
            case Retry() | SaveElsewhere() | Overwrite() | PutCopyBack() | GoOnWithThis():
                self._saving.mend(deed, text)
                self._watch.go()
                if isinstance(deed, SaveElsewhere):
                    self._warn()
                self._look_for_trouble()
            case ReadCopy() | ReadThis():
                self._missed.turn(deed)
            case Back() if self._saving.trouble is not None:
                self._missed.turn(deed)
            case Back() if self._then is not None:
                self._over, self._then = self._then, None
            case Back() | Enough() | ChangeAnswers() | AnswerBy():
                self._over = None
                self._after_a_pause(deed)
            case Stop() | StopUnsaved() | ThrowAway() | TakeAnother():
                self._over = None
                self._leave_by(deed)
            case CloseEvening() if self._over is not None:
                self._over = None
                self._watch.restart()  # the turn that was left is over
                self.attempt(self._evening.close)
            case TakeUp() | StartAgain() | PutAway() | LookAgain() | Begin() | CloseEvening():
                self._over = None
                self._go_on_by(deed)
            case _:
                assert_never(deed)

    def _after_a_pause(self, deed: Back | Enough | ChangeAnswers | AnswerBy) -> None:
        match deed:
            case Back():
                self._watch.go()
            case Enough():
                self.leave()
            case ChangeAnswers():
                self._ask_answers()
            case AnswerBy(side=side, answers=answers):
                self.attempt(lambda: self._evening.answer_by(side, answers))
                if not self._saving.waits:
                    self._ask_answers()
            case _:
                assert_never(deed)

    def _leave_by(self, deed: Stop | StopUnsaved | ThrowAway | TakeAnother) -> None:
        match deed:
            case Stop() | StopUnsaved():
                self.stop()
            case ThrowAway():
                self.attempt(self._evening.throw_away)
                self.leave()  # unless they could not be thrown away: that is asked first
            case TakeAnother():
                self.attempt(self._evening.throw_away)  # then the map asks
            case _:
                assert_never(deed)

    def _go_on_by(
        self, deed: TakeUp | StartAgain | PutAway | LookAgain | Begin | CloseEvening
    ) -> None:
        evening = self._evening

        def go_on() -> None:  # all of it may be done again
            match deed:
                case TakeUp():
                    evening.half_done = None
                case StartAgain():
                    evening.start_again()
                case PutAway():
                    evening.throw_away()
                case LookAgain():
                    evening.look_again()
                case Begin(exercise=exercise):
                    evening.begin(exercise)
                case CloseEvening():
                    evening.close()
                case _:
                    assert_never(deed)
            evening.go_on()

        self._watch.restart()
        self.attempt(go_on)

    def _go_through(self, guide: Reader | AgreementPages, chosen: Chosen) -> None:
        guide.reply(chosen)
        if not guide.over:
            return
        self._guide = None
        if isinstance(guide, AgreementPages) and guide.work is not None:
            work = guide.work
            self._watch.restart()
            self.attempt(lambda: self._evening.begin_page(work))
        elif guide.begin is not None:
            self._go_on_by(Begin(guide.begin))
        else:
            self._watch.go()

    # -- what saves, and what ends ------------------------------------------------------------

    def attempt(self, *actions: Callable[[], None]) -> None:
        """Do what saves, in order; when one fails, ask what to do and keep the rest waiting.

        Raises:
            Refused: one of them cannot be done at all.
        """
        self._saving.attempt(*actions)
        self._look_for_trouble()

    def _look_for_trouble(self) -> None:
        if self._saving.trouble is not None:
            self._watch.stop()
            self._over = self._guide = None

    def tell(self, trouble: Trouble) -> None:
        """Ask what to do where the disk did not answer; nothing more than before waits for it."""
        self._saving.trouble = trouble
        self._look_for_trouble()

    def _what_to_do(self, trouble: Trouble) -> Choice[DeskDeed]:
        if isinstance(trouble, LessThanSeen):
            return self._missed.choice(trouble.missing, unsaved=self._loses_some)
        if isinstance(trouble, NotFound):
            return disk_choices.not_there(trouble)
        return (
            disk_choices.unsaved(trouble)
            if self._saving.waits
            else disk_choices.unreachable(trouble)
        )

    def look_whether_it_is_over(self) -> None:
        """End it where the evening is over by itself, and nothing lies over it."""
        if self._is_free:
            self.ended = self._ending.ended(self._evening)

    def stop(self) -> None:
        """End it, with all that can be saved."""
        if self.ended is None:
            self.ended = self._ending.stopped(self._evening, saved=not self._loses_some)

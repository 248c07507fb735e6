"""What a turn says to people: whose it is, who sees the answer, and what can be answered.

Both faces show cards, so that they say the same. A card decides nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from workshop.cards.card import Answer, Card, Said, Setting, Typing
from workshop.cards.consents import answers_to, before_answering, who_learns, wishing
from workshop.cards.marks import to_write
from workshop.cards.reveals import revealed
from workshop.core.course.session import Ask
from workshop.core.days import with_weekday
from workshop.core.people import BySide, Side, other
from workshop.core.text import fill
from workshop.core.turns import (
    Add,
    BothOnPaper,
    Breathe,
    Check,
    CirclesOpen,
    CirclesSealed,
    Consent,
    Copy,
    Draft,
    Handover,
    Heard,
    Pick,
    PickDay,
    Points,
    Quotation,
    Rank,
    Rate,
    Read,
    Reveal,
    RulesReveal,
    Speak,
    Unseal,
    WishList,
    Write,
    WriteSealed,
)
from workshop.core.turns.reply import (
    Checked,
    Day,
    Done,
    Empty,
    MoreTime,
    Paper,
)
from workshop.words import _, plural

Listed = Rate | Pick | Rank | Points
"""Turns in which a list is marked."""


def card(ask: Ask, setting: Setting) -> Card:
    """Return what `ask` says to the pair who sits here."""
    return _Dealer(ask, setting).card()


class _Dealer:
    """Makes one card."""

    def __init__(self, ask: Ask, setting: Setting) -> None:
        self.ask, self.turn, self.pair = ask, ask.turn, setting.pair
        self.words, self.agreement_path = setting.words, setting.agreement_path

    def card(self) -> Card:
        turn = self.turn
        notes = [_again()] if self.ask.again else []
        match turn:
            case Read() | Copy() | Reveal() | Unseal() | Breathe() | PickDay():
                made = self._for_both(turn)
            case BothOnPaper():
                made = self._paper(turn)
            case Speak() | Check() | Heard():
                made = self._aloud(turn)
            case Write() | Draft() | CirclesOpen():
                made = self._typed(turn)
            case WriteSealed() | CirclesSealed():
                made = self._sealed(turn)
            case WishList():
                made = self._wish_list(turn)
            case Rate() | Pick() | Rank() | Points():
                made = self._sealed(turn) if turn.privacy == "sealed" else self._typed(turn)
            case Consent():
                made = self._consent(turn)
            case Handover():
                made = self._handover(turn)
            case _:
                assert_never(turn)
        goes_on = isinstance(made.answers[0].reply, Done)
        waits = turn.privacy == "sealed" or isinstance(turn, Handover | Unseal)
        return replace(
            made, notes=(*notes, *made.notes), waits=waits, enter=goes_on and not turn.decides
        )

    # -- for both -----------------------------------------------------------------------------

    def _for_both(self, turn: Read | Copy | Reveal | Unseal | Breathe | PickDay) -> Card:
        match turn:
            case Read(text=text, reader=reader, code=code, note=note):
                does = (
                    self._one(reader, _("{name} reads aloud"), _("{name} listens"))
                    if reader
                    else self._all(_("{name} reads"))
                )
                said = (*self._said(turn.quotations), *((_coded(code),) if code else ()))
                on = _("Close the evening") if turn.ends else _("Go on")
                notes = (note,) if note else ()
                return self._both(does, text, said, notes, answers=(Answer(on, Done()),))
            case Breathe(silent=silent):
                does = self._all(_("{name} takes a moment")) if silent else self._together()
                return self._both(does, turn.prompt)
            case Copy():
                does = self._all(_("{name} takes a copy"))
                where = Said(_("The agreement"), str(self.agreement_path))
                return self._both(does, turn.prompt, said=(where, _coded(turn.code)))
            case PickDay():
                ahead = [
                    Answer(_day(turn, weeks), Day(on=turn.today + timedelta(weeks=weeks)))
                    for weeks in (1, 2, 4)
                ]
                answers = (*ahead, Answer(_("Another day")), Answer(_("No day for now"), Empty()))
                return Card(
                    self._all(_("{name} picks the day")),
                    ("left", "right"),
                    turn.prompt,
                    typing="day",
                    answers=answers,
                )
            case Unseal():
                return self._both(
                    self._all(_("{name} looks")),
                    _("Both answers are in. They open together, when you are both ready."),
                    answers=(
                        Answer(_("Open both"), Done()),
                        Answer(_("Leave both closed"), Empty()),
                    ),
                )
            case Reveal():
                return self._reveal(turn)

    def _both(
        self,
        does: BySide[str],
        prompt: str,
        said: tuple[Said, ...] = (),
        notes: tuple[str, ...] = (),
        answers: tuple[Answer, ...] = (),
    ) -> Card:
        return Card(
            does,
            ("left", "right"),
            prompt,
            said,
            notes,
            answers=answers or (Answer(_("Go on"), Done()),),
        )

    def _paper(self, turn: BothOnPaper) -> Card:
        said = []
        for side in (turn.of.first, other(turn.of.first)):
            part = turn.of.part(side)
            asked = [part.prompt]
            if isinstance(part, CirclesSealed):
                asked += [part.inner, part.outer]
            elif not isinstance(part, WriteSealed):
                asked.append(to_write(part))
            said.append(Said(self.pair.name(side), "\n".join(asked), side))
        notes = (
            _("Nobody looks yet. When both are done, turn the sheets over together."),
            _("Write only what you would show tonight. Anything may stay empty."),
        )
        answers = (
            Answer(_("We turn them over together"), Done()),
            Answer(_("We put them away"), Empty()),
        )
        does = self._all(_("{name} writes on paper"))
        return self._both(
            does, _("Both write on paper, both at once."), tuple(said), notes, answers
        )

    def _reveal(self, turn: Reveal) -> Card:
        shown = revealed(turn, self.pair, self.words)
        made = self._both(self._all(_("{name} looks")), shown.prompt, shown.said, shown.notes)
        if isinstance(turn, RulesReveal) and turn.rules:
            keep = Answer(_("We keep to that from now on"), Done())
            made = replace(made, answers=(keep, Answer(_("Not now"), Empty())))
        elif turn.decides:
            made = replace(made, answers=(Answer(_("Leave it for tonight"), Done()),))
        return replace(
            made,
            picture=shown.picture,
            heard=shown.heard,
            sums=shown.sums,
            exactly=shown.exactly,
            times=shown.times,
        )

    # -- for one ------------------------------------------------------------------------------

    def _aloud(self, turn: Speak | Check | Heard) -> Card:
        name, you = self._names(turn.holder)
        passing = Answer(_("Pass"), Empty())
        match turn:
            case Speak():
                roles = {
                    "speaks": _("{name} speaks"),
                    "says it back": _("{name} says it back"),
                    "answers": _("{name}'s turn, aloud"),
                }
                does = self._one(turn.holder, roles[turn.role], _("{name} listens"))
                more = (Answer(_("More time, for both"), MoreTime()),) if self.ask.more else ()
                answers = (Answer(_("{name} is done").format(name=name), Done()), *more, passing)
                notes = (
                    (_("{name}, next: {ask}").format(name=you, ask=turn.next),) if turn.next else ()
                )
            case Check():
                does = self._one(
                    turn.holder, _("{name} says whether that was it"), _("{name} listens")
                )
                answers = (
                    Answer(_("Yes, that is it"), Checked(answer="yes")),
                    Answer(_("Nearly"), Checked(answer="nearly")),
                    Answer(_("Not yet"), Checked(answer="not yet")),
                    passing,
                )
                notes = ()
            case Heard():
                does = self._one(turn.holder, _("{name} says if it was heard"), _("{name} waits"))
                answers = (Answer(_("I heard it"), Done()), passing)
                notes = (_("Hearing it is not agreeing."),)
        return self._single(
            turn.holder, does, turn.prompt, turn.quotations, notes, "nothing", answers
        )

    def _typed(self, turn: Write | Draft | CirclesOpen | Listed) -> Card:
        passing = Answer(_("Pass"), Empty(), surely=_("Pass, and drop what is here"))
        if turn.holder is None:
            does = self._all(_("{name} finds the words too"))
            notes: tuple[str, ...] = (_("Open: you both see this. Either of you types."),)
        else:
            you = self._names(turn.holder)[1]
            does = self._one(turn.holder, _("{name} writes, open"), _("{name} may look"))
            notes = (_("Open: {you} sees this too.").format(you=you),)
        if isinstance(turn, Draft | Add) and turn.note:
            notes = (turn.note, *notes)
        if isinstance(turn, Draft) and turn.clause == "boundary" and turn.holder is not None:
            me, you = self._names(turn.holder)
            notes = (fill(self.words.boundary.draft, me=me, you=you), *notes)
        if isinstance(turn, Rank):
            notes = (*notes, *_below(turn))
        typing = _typing(turn)
        answers = (Answer(_("Done")), passing)
        return self._single(turn.holder, does, turn.prompt, turn.quotations, notes, typing, answers)

    def _sealed(self, turn: WriteSealed | CirclesSealed | Listed) -> Card:
        does = self._one(turn.holder, _("{name} writes, sealed"), _("{name} looks away"))
        notes = self._before(turn)
        typing = _typing(turn)
        throwing = Answer(_("Throw it away"), Empty(), surely=_("Throw it away, really"))
        answers = [Answer(_("Seal it")), throwing]
        if self.ask.paper:
            surely = _("Both on paper, and drop what is here")
            answers.append(Answer(_("Both on paper instead"), Paper(), surely=surely))
        return self._single(
            turn.holder, does, turn.prompt, turn.quotations, notes, typing, tuple(answers)
        )

    def _before(self, turn: WriteSealed | CirclesSealed | Listed) -> tuple[str, ...]:
        """Return what is said before and while anyone answers sealed."""
        if isinstance(turn, WriteSealed | CirclesSealed):
            return tuple(self.words.sealed.before.splitlines())
        notes = tuple(self.words.sealed.marked.splitlines())
        if isinstance(turn, Rank | Points):
            notes = notes[:1]  # all of it has to be filled in
        return (*notes, *_below(turn))

    def _consent(self, turn: Consent) -> Card:
        does = self._one(turn.holder, _("{name} answers, sealed"), _("{name} looks away"))
        quotations = (Quotation(turn.owner, "", turn.words),) if turn.words else ()
        owner = self.pair.name(turn.owner) if turn.owner not in (None, turn.holder) else ""
        notes = before_answering(turn, self.words, self._heard(turn), owner)
        typing: Typing = "other words" if turn.rewording else "nothing"
        return self._single(
            turn.holder, does, turn.prompt, quotations, notes, typing, answers_to(turn)
        )

    def _wish_list(self, turn: WishList) -> Card:
        does = self._one(turn.holder, _("{name} answers, sealed"), _("{name} looks away"))
        notes = (who_learns(self._heard(turn)),)
        return self._single(turn.holder, does, turn.prompt, (), notes, "ticks", wishing(turn.none))

    def _heard(self, turn: Consent | WishList) -> str:
        """Return what is said where the other types for whoever answers; empty elsewhere."""
        if turn.holder is None or self.ask.typist != other(turn.holder):
            return ""
        name, you = self._names(turn.holder)
        heard = _("{you} hears what {name} says. To answer unheard, {name} presses it alone.")
        return heard.format(name=name, you=you)

    def _handover(self, turn: Handover) -> Card:
        name, you = self._names(turn.holder)
        does = self._one(turn.holder, _("{name} takes the keyboard"), _("{name} hands it over"))
        notes = [_("Press Enter when you have the keyboard.")]
        if turn.keeps:
            does = self._one(turn.holder, _("{name} keeps the keyboard"), _("{name} looks away"))
            notes = [_("Press Enter when nobody else can see the screen.")]
        if turn.to.privacy == "sealed":
            sealed = _("Sealed: only {name} sees what comes next. {you}, please look away.")
            notes.insert(0, sealed.format(name=name, you=you))
        has_it = _("Nobody else can see") if turn.keeps else _("I have the keyboard")
        answers = [Answer(has_it, Done())]
        if self.ask.paper:
            answers.append(Answer(_("Both on paper instead"), Paper()))
        if turn.to.holder not in (None, turn.holder):
            notes = [_("{you} says it, and {name} types it.").format(you=you, name=name), notes[-1]]
        prompt = _("{name}'s turn to type.").format(name=name)
        return self._single(turn.holder, does, prompt, (), tuple(notes), "nothing", tuple(answers))

    # -- who ----------------------------------------------------------------------------------

    def _single(
        self,
        holder: Side | None,
        does: BySide[str],
        prompt: str,
        quotations: Sequence[Quotation],
        notes: tuple[str, ...],
        typing: Typing,
        answers: tuple[Answer, ...],
    ) -> Card:
        lit: tuple[Side, ...] = (holder,) if holder else ("left", "right")
        if holder and self.ask.typist == other(holder) and not isinstance(self.turn, Handover):
            does = self._one(holder, _("{name} says it"), _("{name} types it"))
        return Card(does, lit, prompt, self._said(quotations), notes, typing, answers)

    def _names(self, holder: Side | None) -> tuple[str, str]:
        holder = holder or self.pair.first
        return self.pair.name(holder), self.pair.name(other(holder))

    def _all(self, template: str) -> BySide[str]:
        return BySide(template.format(name=self.pair.left), template.format(name=self.pair.right))

    def _together(self) -> BySide[str]:
        """Return that both do it, whether it is to be still or to say something."""
        left, right = self.pair.left, self.pair.right
        together = _("{name}, with {you}")
        return BySide(together.format(name=left, you=right), together.format(name=right, you=left))

    def _one(self, holder: Side | None, mine: str, theirs: str) -> BySide[str]:
        name, you = self._names(holder)
        return BySide.of(holder or self.pair.first, mine.format(name=name), theirs.format(name=you))

    def _said(self, quotations: Sequence[Quotation]) -> tuple[Said, ...]:
        said = []
        for quotation in quotations:
            name = self.pair.name(quotation.who) if quotation.who else ""
            label = ", ".join(part for part in (name, quotation.label) if part)
            said.append(Said(label, quotation.text, quotation.who))
        return tuple(said)


def _coded(code: str) -> Said:
    return Said(_("Agreement code"), code)


def _below(turn: Listed) -> tuple[str, ...]:
    if not isinstance(turn, Rank) or not turn.proposes:
        return ()
    keep = turn.items[-1]
    return (_("What you put after “{keep}” will not be proposed.").format(keep=keep),)


def _again() -> str:
    return _("Sealed answers are never saved before both open: both of you answer again from here.")


def _typing(turn: Write | Draft | CirclesOpen | WriteSealed | CirclesSealed | Listed) -> Typing:
    """Return what has to be typed for it."""
    match turn:
        case Write() | WriteSealed():
            return "text"
        case Draft():
            return "draft"
        case CirclesOpen() | CirclesSealed():
            return "circles"
        case Rate():
            return "rating"
        case Pick():
            return "ticks"
        case Rank():
            return "order"
        case Points():
            return "points"


def _day(turn: PickDay, weeks: int) -> str:
    day = turn.today + timedelta(weeks=weeks)
    return plural("In {count} week: ", "In {count} weeks: ", weeks) + with_weekday(day)

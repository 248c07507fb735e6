"""Turns that are both's: pages, pauses, the copy, the day, the opening, and what it reveals."""

from dataclasses import replace
from datetime import timedelta

from workshop.cards.card import Answer, Card, Said, Setting
from workshop.cards.turns.reveals import revealed
from workshop.cards.turns.who import coded, everybody, for_both, one, quoted, together
from workshop.core.days import with_weekday
from workshop.core.people import Pair
from workshop.core.text import one_line
from workshop.core.turns import Breathe, Copy, PickDay, Read, Reveal, RulesReveal, Tie, Unseal
from workshop.core.turns.reply import Day, Done, Empty
from workshop.words import _, plural


def read(turn: Read, setting: Setting) -> Card:
    """Return a page, read aloud by one or by each for oneself."""
    pair = setting.pair
    does = (
        one(pair, turn.reader, _("{name} reads aloud"), _("{name} listens"))
        if turn.reader
        else everybody(pair, _("{name} reads"))
    )
    said = (*quoted(pair, turn.quotations), *((coded(turn.code),) if turn.code else ()))
    on = setting.said.close if turn.ends else _("Go on")
    notes = (turn.note,) if turn.note else ()
    return for_both(does, turn.text, said, notes, answers=(Answer(on, Done()),))


def breathe(turn: Breathe, pair: Pair) -> Card:
    """Return a shared pause, or a word to each other."""
    if turn.silent:
        return for_both(everybody(pair, _("{name} takes a moment")), turn.prompt)
    return replace(for_both(together(pair), turn.prompt), both=_("Both of you"))


def copy(turn: Copy, setting: Setting) -> Card:
    """Return where the agreement is, and its code."""
    does = everybody(setting.pair, _("{name} takes a copy"))
    where = Said(_("The agreement"), str(setting.agreement_path))
    return for_both(does, turn.prompt, said=(where, coded(turn.code)))


def pick_day(turn: PickDay, pair: Pair) -> Card:
    """Return the choice of the next day."""
    ahead = [
        Answer(_day(turn, weeks), Day(on=turn.today + timedelta(weeks=weeks)))
        for weeks in (1, 2, 4)
    ]
    answers = (*ahead, Answer(_("Another day")), Answer(_("No day for now"), Empty()))
    made = for_both(everybody(pair, _("{name} picks the day")), turn.prompt, answers=answers)
    return replace(made, typing=turn)


def _day(turn: PickDay, weeks: int) -> str:
    day = with_weekday(turn.today + timedelta(weeks=weeks))
    return plural("In {count} week: {day}", "In {count} weeks: {day}", weeks, day=day)


def tie(turn: Tie, pair: Pair) -> Card:
    """Return the question which of what both met at it is: nothing of it is chosen for them."""
    ways = []
    for way in turn.ways:
        first, *others = way.places
        label = _("Both of these") if others else one_line(turn.options[first - 1])
        ways.append(Answer(label, way))
    none = Answer(_("Neither for now"), Empty())
    notes = (_("Talk about it. What both of you want is chosen, and nothing else."),)
    does = everybody(pair, _("{name} says which"))
    return for_both(does, turn.prompt, notes=notes, answers=(*ways, none))


def unseal(turn: Unseal, pair: Pair) -> Card:
    """Return the opening of both sealed answers: a choice, never the next key in a row.

    That there is nothing to open is said before anybody chooses; never by whom, or by how many.
    """
    if turn.closed:
        return for_both(
            everybody(pair, _("{name} looks")),
            _("One of these answers stays closed, so both do. Nobody says whose."),
            answers=(Answer(_("Leave both closed"), Done()),),
        )
    surely = _("Leave both closed, really")
    leave = Answer(_("Leave both closed"), Empty(), surely=surely, ends=True)
    return for_both(
        everybody(pair, _("{name} looks")),
        _("Both answers are in. They open together, when you are both ready."),
        answers=(Answer(_("Open both"), Done()), leave),
    )


def reveal(turn: Reveal, setting: Setting) -> Card:
    """Return what came of what both answered."""
    pair = setting.pair
    shown = revealed(turn, pair, setting.words)
    made = for_both(everybody(pair, _("{name} looks")), shown.prompt, shown.said, shown.notes)
    if isinstance(turn, RulesReveal) and turn.rules:
        keep = Answer(_("We keep to that from now on"), Done())
        surely = _("Not now, really: the list is let go")
        not_now = Answer(_("Not now"), Empty(), surely=surely, ends=True)
        made = replace(made, answers=(keep, not_now))
    elif turn.decides:
        made = replace(made, answers=(Answer(_("Leave it for now"), Done()),))
    return replace(
        made,
        picture=shown.picture,
        heard=shown.heard,
        sums=shown.sums,
        exactly=shown.exactly,
        times=shown.times,
    )

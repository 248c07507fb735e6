"""What the Desk's own choices say. Faces show them as they are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from workshop.cards.choice import Choice, Drawn, Option
from workshop.cards.deeds import (
    AnswerBy,
    AnswersDeed,
    Back,
    Begin,
    ChangeAnswers,
    CloseEvening,
    Enough,
    HalfDoneDeed,
    HowLongDeed,
    LeaveDeed,
    LookAgain,
    LookAtAgreement,
    LookAtPictures,
    LookAtReadings,
    LookForAnother,
    LostDeed,
    MapDeed,
    OthersDeed,
    PauseDeed,
    PutAway,
    StartAgain,
    Stop,
    TakeAnother,
    TakeUp,
    ThrowAway,
    Within,
)
from workshop.cards.exercises import in_a_list
from workshop.cards.offers import ANY_MINUTES, by_theme, minutes_in_words
from workshop.cards.programmes import told_path
from workshop.cards.sitting import Sitting
from workshop.core.course.session import Session
from workshop.core.exercise import CLOSE, Exercise
from workshop.core.people import SIDES, Answers, BySide, Pair, other
from workshop.core.place import Place
from workshop.core.progress import ticked_off
from workshop.core.turns import Compound
from workshop.words import _, plural


def half_done(exercise: Exercise, session: Session, changed: bool) -> Choice[HalfDoneDeed]:
    """Ask how to go on with an exercise that was left in the middle."""
    progress = session.progress
    lines = [
        _("{title}: step {step} of {steps}.").format(
            title=exercise.title, step=progress.step, steps=len(exercise.steps)
        )
    ]
    if changed:
        lines.append(
            _("This exercise was changed by its author since you began.")
            + " "
            + plural(
                "{count} of your answers still fits; you would go on from there.",
                "{count} of your answers still fit; you would go on from there.",
                progress.used,
            )
        )
    if isinstance(progress.turn, Compound):
        lines.append(
            _("The next answers are sealed. Nothing of them was saved, so both of you write again.")
        )
    return Choice(
        _("You stopped in the middle of this. What would you like?"),
        tuple(lines),
        (
            Option(TakeUp(), _("Go on")),
            Option(
                StartAgain(),
                _("Start this exercise again (its notes are thrown away)"),
                surely=_("Start again, really, and throw its notes away"),
            ),
            _put_away(),
        ),
    )


def lost_exercise(sentence: str, *, elsewhere: bool = False) -> Choice[LostDeed]:
    """Tell that the exercise under way cannot be read, and offer to put it away or to stop.

    Args:
        sentence: why.
        elsewhere: whether its folder is not there now: nothing is offered to be deleted for that.
    """
    stop: Option[LostDeed] = Option(Stop(), _("Stop for now (the notes stay)"))
    again: Option[LostDeed] = Option(LookAgain(), _("Look again"))
    if elsewhere:
        mend = _(
            "Your notes are still there, and stay. Bring the folder back, or go on with"
            " `--exercises DIR`, where DIR is the folder in which the exercise is now."
        )
        missed = _("You stopped in the middle of an exercise that is not here now.")
        return Choice(missed, (sentence, mend), (again, stop))
    return Choice(
        _("You stopped in the middle of an exercise that cannot be opened."),
        (sentence, _("Your notes are still there. Mend the file, or put the exercise away.")),
        (again, stop, _put_away()),
    )


def _put_away() -> Option[PutAway]:
    put_away = _("Put it away (its notes are thrown away)")
    return Option(PutAway(), put_away, surely=_("Put it away, really, and throw its notes away"))


PageState = Literal["empty", "written", "edited", "changed by hand"]
"""How the page of the agreement stands."""


def map_of(
    path: Sequence[Exercise],
    done: Iterable[str],
    others: Sequence[Exercise],
    said: Sitting,
    bare: bool = False,
    pictures: bool = False,
    agreement: PageState = "empty",
    rules: Sequence[str] = (),
    place: Place | None = None,
    aside: Sequence[str] = (),
) -> Choice[MapDeed]:
    """Show the path, and ask what comes next.

    Args:
        path: the exercises on it, in order.
        done: the ids of those that were done, once for each time.
        others: every exercise there is.
        said: what a sitting is called.
        bare: whether the agreement holds nothing that could be looked at again.
        pictures: whether pictures were kept.
        agreement: how its page stands.
        rules: the pair's own rules for talking.
        place: where they are in the programme, where the path is one.
        aside: what was put aside is called; chosen, it goes on where it was.
    """
    done = tuple(done)
    ticks = ticked_off([exercise.id for exercise in path], done)
    lines = told_path(path, done, said, place)
    lines += [
        _("Put aside with its notes, it goes on where it was: {title}").format(title=title)
        for title in aside
    ]
    if rules:
        lines.append(_("Your rules for talking: {rules}").format(rules="; ".join(rules)))
    to_do = [exercise for exercise, tick in zip(path, ticks, strict=True) if not tick]
    to_do.sort(key=lambda exercise: bare and exercise.looks_back)  # it can wait
    ordered = {exercise.id: exercise for exercise in (*to_do, *path)}.values()  # done last
    options: list[Option[MapDeed]] = [
        in_a_list(one, Begin(one.id), bare=bare, by_theme=False) for one in ordered
    ]
    if any(exercise not in path for exercise in others):
        another = Option[MapDeed](LookForAnother(), _("Another exercise"))
        options.insert(len(options) if to_do else 0, another)  # else nothing on the path is next
    if pictures:
        options.append(Option(LookAtPictures(), _("Look at the pictures that you kept")))
    pages: Mapping[PageState, str] = {
        "empty": _("The agreement: add something by hand"),
        "written": _("The agreement: look at it, change it, add to it"),
        "edited": _("The agreement: its file was edited by hand"),
        "changed by hand": _("The agreement: something in it was changed by hand"),
    }
    options.append(Option(LookAtAgreement(), pages[agreement]))
    options.append(Option(LookAtReadings(), _("Read something first")))
    close = Option[MapDeed](CloseEvening(), said.close)
    evening_is_done = place is not None and place.next is not None
    options.insert(0 if evening_is_done else len(options), close)
    return Choice(_("What comes next?"), tuple(lines), tuple(options))


def how_long(said: Sitting) -> Choice[HowLongDeed]:
    """Ask how many minutes there are for another exercise."""
    options = [Option(Within(most), minutes_in_words(most)) for most in ANY_MINUTES]
    return Choice(
        _("How long may it take?"),
        (said.close_after,),
        (*options, Option(Back(), _("Back"))),
    )


def others(
    exercises: Iterable[Exercise], most: int | None = None, bare: bool = False
) -> Choice[OthersDeed]:
    """Show every exercise of at most so many minutes by theme, the short ones first.

    Args:
        exercises: every exercise there is.
        most: how many minutes it may take; None when that does not matter.
        bare: whether the agreement holds nothing that could be looked at again.
    """
    found = [one for one in exercises if most is None or one.minutes + CLOSE <= most]
    found.sort(key=by_theme)
    options = [in_a_list(one, Begin(one.id), bare=bare) for one in found]
    prompt = _("Which one would you like?") if found else _("There is none that short.")
    return Choice(
        prompt,
        (_("The one without the keyboard chooses now."),) if found else (),
        (*options, Option(Back(), _("Back"))),
    )


def pictures(drawn: tuple[Drawn, ...], unread: tuple[str, ...]) -> Choice[Back]:
    """Show the pictures that both kept, for each item then and now."""
    return Choice(
        _("The pictures that you kept, from then to now"),
        unread,
        (Option(Back(), _("Back")),),
        drawn,
    )


def leave(said: Sitting, *, half_done: bool, can_close: bool, another: bool) -> Choice[LeaveDeed]:
    """Offer the ways to stop. Everything open is saved already.

    Args:
        said: what a sitting is called.
        half_done: whether an exercise was begun and is not over.
        can_close: whether the evening can be closed.
        another: whether an exercise is under way that another one can take the place of.
    """
    lines = [_("What you have so far is saved.")]
    if half_done:
        lines.append(
            _(
                "While an exercise is half done its notes hold what was entered so far, passes"
                " included. Sealed answers that are not opened yet are not kept."
            )
        )
    options: list[Option[LeaveDeed]] = [Option(Stop(), _stop_here())]
    if can_close:
        options.append(Option(CloseEvening(), said.close))
    if half_done:
        surely = _("Throw them away, really")
        options.append(Option(ThrowAway(), _("Throw these notes away"), surely=surely))
    if another:
        surely = _("Throw these away, really, and take another")
        another_one = _("Another exercise (these notes are thrown away)")
        options.append(Option(TakeAnother(), another_one, surely=surely))
    options.append(Option(Back(), _("Back to where you were")))
    return Choice(_("What would you like?"), tuple(lines), tuple(options))


def _stop_here() -> str:
    """Return what stops at once, and loses nothing."""
    return _("Stop here, keep our place")


def pause(said: Sitting, *, again: bool) -> Choice[PauseDeed]:
    """Ask what a pause needs. Names nobody; the second time the kind ending comes first."""
    options: list[Option[PauseDeed]] = [
        Option(Back(), _("Go on, when both of you are ready")),
        Option(Enough(), _stop_here()),
    ]
    if again:
        options.reverse()
    options.append(Option(ChangeAnswers(), _("Change how each of you answers")))
    return Choice(
        said.rest,
        (_("A pause. Breathe out slowly. The clock has stopped, and nothing is recorded."),),
        tuple(options),
    )


def answers(pair: Pair, now: BySide[Answers], *, guided: bool = False) -> Choice[AnswersDeed]:
    """Ask how each likes to answer. Each chooses for oneself, and can change it at any turn.

    Args:
        pair: the two.
        now: how each answers now.
        guided: whether somebody guides them, who may type too.
    """
    lines: list[str] = []
    options: list[Option[AnswersDeed]] = []
    for side in SIDES:
        name, you = pair.name(side), pair.name(other(side))
        ways: dict[Answers, str] = {
            "type": _("{name} types").format(name=name),
            "say": _("{name} says it, and {you} types it").format(name=name, you=you),
            "paper": _("{name} writes on paper what is sealed").format(name=name),
            "guide types": _("{name} says it, and the guide types it").format(name=name),
        }
        lines.append(_("Now: {way}.").format(way=ways[now[side]]))
        options += [
            Option(AnswerBy(side, way), label)
            for way, label in ways.items()
            if way != now[side] and (guided or way != "guide types")
        ]
    lines.append(
        _(
            "While one of you does not type, sealed answers are on paper for both. The one who"
            " types for the other's consent gives their own first."
        )
    )
    if guided:
        lines.append(_("The guide types only what is open: nothing sealed, and no yes or no."))
    options.append(Option(Back(), _("That is all: go on")))
    return Choice(_("How would each of you like to answer?"), tuple(lines), tuple(options))

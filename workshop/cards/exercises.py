"""What is said of an exercise where it can be chosen: its name, its aim, what it rests on."""

from typing import TypeVar

from workshop.cards.choice import Deed, Option
from workshop.cards.themes import theme_title
from workshop.core.exercise import Exercise
from workshop.words import _

D = TypeVar("D", bound=Deed)


def in_a_list(
    exercise: Exercise,
    does: D,
    *,
    bare: bool = False,
    by_theme: bool = True,
    whole: bool = False,
) -> Option[D]:
    """Return the option that stands for `exercise`.

    Args:
        exercise: which one.
        does: what is done when it is chosen.
        bare: whether the agreement holds nothing that could be looked at again.
        by_theme: whether it stands under its theme.
        whole: whether it is an evening of its own: then its opening and its close count.
    """
    minutes = exercise.evening if whole else exercise.minutes
    waits = bare and exercise.looks_back
    return Option(
        does,
        _("{title} ({minutes} minutes)").format(title=exercise.title, minutes=minutes),
        under=theme_title(exercise.theme) if by_theme else "",
        line=_("Nothing is on your page yet, so it can wait.") if waits else exercise.aim,
        details=details_of(exercise, whole=whole),
    )


def details_of(exercise: Exercise, *, whole: bool = False) -> tuple[str, ...]:
    """Return how long it is, whom it is for, and what it rests on, a paragraph each.

    Args:
        exercise: which one.
        whole: whether it is an evening of its own: then its opening and its close count.
    """
    whom = _("For any two, whatever they did before.")
    if exercise.looks_back:
        whom = _("If something on your page is to be looked at again.")
    return (
        whom,
        how_long_and_sources(exercise, whole=whole),
        *(f"- {source}" for source in exercise.sources),
    )


def how_long_and_sources(exercise: Exercise, *, whole: bool = False) -> str:
    """Return how long it is, with opening and close where it is `whole`, before its sources."""
    if whole:
        return with_opening_and_close(exercise)
    return _("{minutes} minutes, {steps} steps. It rests on:").format(
        minutes=exercise.minutes, steps=len(exercise.steps)
    )


def with_opening_and_close(exercise: Exercise) -> str:
    """Return how long an evening with it alone is, before what it rests on."""
    return _("{minutes} minutes with opening and close, {steps} steps. It rests on:").format(
        minutes=exercise.evening, steps=len(exercise.steps)
    )

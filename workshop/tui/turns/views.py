"""Which view a turn is filled in with: the one place of the screen that lists their kinds."""

from typing import assert_never

from workshop.core.course.session import Ask
from workshop.core.turns import (
    CirclesOpen,
    CirclesSealed,
    Consent,
    Draft,
    Fillable,
    Moving,
    Pick,
    PickDay,
    Points,
    Rank,
    Rate,
    Write,
    WriteSealed,
)
from workshop.tui.turns.circles import CirclesView
from workshop.tui.turns.day import DayView
from workshop.tui.turns.draft import DraftView
from workshop.tui.turns.moves import MovesView
from workshop.tui.turns.order import OrderView
from workshop.tui.turns.other_words import ConsentView
from workshop.tui.turns.points import PointsView
from workshop.tui.turns.rating import RatingView
from workshop.tui.turns.text import TextView
from workshop.tui.turns.ticks import TicksView
from workshop.tui.turns.view import View


def view_of(ask: Ask, typing: Fillable | None) -> View | None:
    """Return the view for what is filled in, if anything is."""
    match typing:
        case None:
            return None
        case Write() | WriteSealed() as turn:
            return TextView(ask, turn)
        case Draft() as turn:
            return DraftView(ask, turn)
        case CirclesSealed() | CirclesOpen() as turn:
            return CirclesView(ask, turn)
        case Rate() as turn:
            return RatingView(turn)
        case Pick() as turn:
            return TicksView(turn)
        case Rank() as turn:
            return OrderView(turn)
        case Points() as turn:
            return PointsView(turn)
        case Moving() as turn:
            return MovesView(ask, turn)
        case Consent() as turn:
            return ConsentView(turn)
        case PickDay() as turn:
            return DayView(turn)
        case _:
            assert_never(typing)

"""Turns: one ask to one partner, or to both. Faces show them; steps make them.

A turn says who holds it, what is asked, who will see the answer, and which replies fit. Each kind
is one file; the replies are handed on by `reply.py`.
"""

from workshop.core.turns.both_tick import BothTick, Doubts, Wishes, WishList
from workshop.core.turns.breathe import Breathe
from workshop.core.turns.check import Check
from workshop.core.turns.circles import CirclesOpen, CirclesSealed
from workshop.core.turns.compound import Compound
from workshop.core.turns.consent import Consent, ConsentTo, Standing
from workshop.core.turns.day import PickDay
from workshop.core.turns.deed import Clausal
from workshop.core.turns.draft import Draft
from workshop.core.turns.handover import Handover
from workshop.core.turns.joint import Joint
from workshop.core.turns.marking import Marking
from workshop.core.turns.moving import Moving, Portion, Split
from workshop.core.turns.openable import Listed, SealedPart
from workshop.core.turns.pick import Pick, PickOpen
from workshop.core.turns.points import Points, PointsOpen
from workshop.core.turns.rank import Rank, RankOpen
from workshop.core.turns.rate import Rate, RateOpen, Scale
from workshop.core.turns.read import Copy, Read
from workshop.core.turns.reveal import AnyCompound, Reveal, RulesReveal, SpeakingTime
from workshop.core.turns.sealed import BothOnPaper, Sealed, Unseal
from workshop.core.turns.speak import Heard, Role, Speak
from workshop.core.turns.tie import Tie
from workshop.core.turns.turn import Privacy, Quotation, Told, Turn, passed
from workshop.core.turns.write import Add, AddAll, Write, WriteSealed

Fillable = SealedPart | Write | CirclesOpen | Draft | Moving | Consent | PickDay
"""Turns that a face has a view for: something is typed in them, marked, or may be."""
Plain = (
    Read | Breathe | Speak | Check | Heard | Tie | Copy | BothOnPaper | Reveal | Handover | Unseal
)
"""Turns of which a face shows the words and the answers alone."""
Shown = Fillable | Plain
"""Every turn a face may have to show."""
AnyTurn = (
    Read
    | Breathe
    | Speak
    | Check
    | Write
    | SealedPart
    | CirclesOpen
    | Draft
    | Moving
    | Heard
    | Tie
    | PickDay
    | Copy
    | Reveal
    | AnyCompound
)
"""Every turn a step may ask for."""

__all__ = [
    "Add",
    "AddAll",
    "AnyCompound",
    "AnyTurn",
    "BothOnPaper",
    "BothTick",
    "Breathe",
    "Check",
    "CirclesOpen",
    "CirclesSealed",
    "Clausal",
    "Compound",
    "Consent",
    "ConsentTo",
    "Copy",
    "Doubts",
    "Draft",
    "Fillable",
    "Handover",
    "Heard",
    "Joint",
    "Listed",
    "Marking",
    "Moving",
    "Pick",
    "PickDay",
    "PickOpen",
    "Plain",
    "Points",
    "PointsOpen",
    "Portion",
    "Privacy",
    "Quotation",
    "Rank",
    "RankOpen",
    "Rate",
    "RateOpen",
    "Read",
    "Reveal",
    "Role",
    "RulesReveal",
    "Scale",
    "Sealed",
    "SealedPart",
    "Shown",
    "Speak",
    "SpeakingTime",
    "Split",
    "Standing",
    "Tie",
    "Told",
    "Turn",
    "Unseal",
    "WishList",
    "Wishes",
    "Write",
    "WriteSealed",
    "passed",
]

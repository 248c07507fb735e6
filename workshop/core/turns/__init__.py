"""Turns: one ask to one partner, or to both. Faces show them; steps make them.

A turn says who holds it, what is asked, who will see the answer, and which replies fit.
"""

from workshop.core.turns.compound import (
    BothOnPaper,
    Clausal,
    Compound,
    Consent,
    ConsentTo,
    Handover,
    Joint,
    Reveal,
    RulesReveal,
    Sealed,
    SealedPart,
    SpeakingTime,
    Standing,
    Unseal,
)
from workshop.core.turns.marking import (
    Marking,
    Pick,
    PickOpen,
    Points,
    PointsOpen,
    Rank,
    RankOpen,
    Rate,
    RateOpen,
    Scale,
)
from workshop.core.turns.single import (
    Add,
    AddAll,
    Breathe,
    Check,
    CirclesOpen,
    CirclesSealed,
    Copy,
    Draft,
    Heard,
    PickDay,
    Privacy,
    Quotation,
    Read,
    Role,
    Speak,
    Turn,
    Write,
    WriteSealed,
    blank_is_pass,
    passed,
)
from workshop.core.turns.wishes import BothTick, Doubts, Wishes, WishList

Shown = (
    Read
    | Breathe
    | Speak
    | Check
    | Write
    | WriteSealed
    | CirclesSealed
    | CirclesOpen
    | Rate
    | Pick
    | Rank
    | Points
    | BothOnPaper
    | Draft
    | Heard
    | PickDay
    | Copy
    | Consent
    | Reveal
    | Handover
    | Unseal
)
"""Every turn a face may have to show."""
AnyTurn = (
    Read
    | Breathe
    | Speak
    | Check
    | Write
    | CirclesOpen
    | Rate
    | Pick
    | Rank
    | Points
    | Draft
    | Heard
    | PickDay
    | Copy
    | Reveal
    | Sealed
    | Joint
    | BothTick
)
"""Every turn a step may ask for."""

__all__ = [
    "Add",
    "AddAll",
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
    "Handover",
    "Heard",
    "Joint",
    "Marking",
    "Pick",
    "PickDay",
    "PickOpen",
    "Points",
    "PointsOpen",
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
    "Standing",
    "Turn",
    "Unseal",
    "WishList",
    "Wishes",
    "Write",
    "WriteSealed",
    "blank_is_pass",
    "passed",
]

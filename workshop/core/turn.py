"""Turns: one ask to one partner, or to both. Faces show them; steps make them.

A turn says who holds it, what is asked, who will see the answer, and which replies fit.
"""

from workshop.core.compound import (
    BothOnPaper,
    Clausal,
    Compound,
    Consent,
    ConsentTo,
    Handover,
    Joint,
    Reveal,
    Sealed,
    Unseal,
)
from workshop.core.single import (
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

Shown = (
    Read
    | Breathe
    | Speak
    | Check
    | Write
    | WriteSealed
    | CirclesSealed
    | CirclesOpen
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
    | Draft
    | Heard
    | PickDay
    | Copy
    | Reveal
    | Sealed
    | Joint
)
"""Every turn a step may ask for."""

__all__ = [
    "AnyTurn",
    "BothOnPaper",
    "Breathe",
    "Check",
    "CirclesOpen",
    "CirclesSealed",
    "Clausal",
    "Compound",
    "Consent",
    "ConsentTo",
    "Copy",
    "Draft",
    "Handover",
    "Heard",
    "Joint",
    "PickDay",
    "Privacy",
    "Quotation",
    "Read",
    "Reveal",
    "Role",
    "Sealed",
    "Shown",
    "Speak",
    "Turn",
    "Unseal",
    "Write",
    "WriteSealed",
    "blank_is_pass",
    "passed",
]

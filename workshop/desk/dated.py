"""What of a workshop goes into a calendar: its agreement, and the days around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.export.dated import Dated

if TYPE_CHECKING:
    from workshop.core.agreement.agreement import Agreement
    from workshop.store.workshop import Workshop


def dated(workshop: Workshop, agreement: Agreement, label: str) -> Dated:
    """Return the days of the workshop that is called `label`."""
    return Dated(
        agreement,
        id=workshop.id,
        label=label,
        begun=workshop.created,
        next_evening=workshop.next_evening,
        guided=workshop.guided,
    )

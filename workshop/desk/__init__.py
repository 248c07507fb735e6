"""The Desk: one open workshop, as both faces see it."""

from workshop.desk.choice import Choice, Chosen, Ended, Option
from workshop.desk.clock import Clock
from workshop.desk.desk import Desk

__all__ = ["Choice", "Chosen", "Clock", "Desk", "Ended", "Option"]

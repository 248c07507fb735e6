"""What screens tell the app: something was answered, or somebody wants to go elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from workshop.desk.guides.caseload import Purpose
from workshop.desk.workshops import Plan


class Answered(Message):
    """The Desk was answered: show what it asks now."""


class HomeWanted(Message):
    """Show the home screen."""


class SetupWanted(Message):
    """Begin a new workshop."""


class HelpLinesWanted(Message):
    """Show the help lines."""


class ReadingsWanted(Message):
    """Show what there is to read."""


class QuitWanted(Message):
    """End the program."""


@dataclass
class ResumeWanted(Message):
    """Take up the workshop in this folder."""

    path: Path


@dataclass
class AllWanted(Message):
    """Show all workshops, to choose one of them for this."""

    purpose: Purpose


class SettingsWanted(Message):
    """Show the settings."""


@dataclass
class AgreementWanted(Message):
    """Show the agreement of the workshop in this folder."""

    path: Path


@dataclass
class RecoveryWanted(Message):
    """See what can be done where a file of the workshop in this folder cannot be read."""

    path: Path


@dataclass
class PathWanted(Message):
    """Ask what to do, for a plan that has the names."""

    plan: Plan


@dataclass
class PlanMade(Message):
    """Begin a workshop like this."""

    plan: Plan

"""Everything that can be done, by the names that people look for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from workshop.words import _

if TYPE_CHECKING:
    from workshop.tui.app import EqualSay


def everything(app: EqualSay) -> Iterable[SystemCommand]:
    """Yield every action by name. No screenshot: a sealed answer would be in it."""
    yield SystemCommand(_("Pause"), _("Stop the clock"), app.action_pause)
    yield SystemCommand(_("Leave (quit)"), _("Stop; everything open is saved"), app.action_leave)
    undo = _("Reopen my last answer (undo)")
    yield SystemCommand(undo, _("Until the other goes on"), app.action_reopen)
    yield SystemCommand(_("Next"), _("Press the first button"), app.action_go_on)
    if app.hour is not None:
        yield SystemCommand(_("Guide"), _("The hour, and what can be done"), app.action_panel)
    yield SystemCommand(_("Agreement"), _("What you both said yes to"), app.action_agreement)
    yield SystemCommand(_("Readings"), _("Pages to read together"), app.action_readings)
    yield SystemCommand(_("Help lines"), _("Directories of services"), app.action_help_lines)
    yield SystemCommand(_("Help"), _("Keys, files, help lines"), app.action_help)
    yield SystemCommand(_("Hide"), _("Clear the screen and end"), app.action_hide)
    yield from about_the_program(app)


def about_the_program(app: EqualSay) -> Iterable[SystemCommand]:
    """Yield what is the same for a pair and for whoever guides many: settings, and questions."""
    for what, label in (
        ("code", _("Copy the agreement code")),
        ("path", _("Copy where your files are")),
    ):
        if text := app.to_copy(what):
            shown = _("To the clipboard of your terminal")
            yield SystemCommand(label, shown, partial(app.copied, text))
    settings = _("Theme, clock, motion, mouse, folders, keys")
    yield SystemCommand(_("Settings"), settings, app.action_settings)
    yield from app.looks()
    for title, help, page in (
        (_("Save"), _("It saves itself: when, and where"), saving(app)),
        (_("Font: larger or smaller letters"), _("How your terminal does it"), font()),
    ):
        yield SystemCommand(title, help, partial(app.tell, title, page))


def saving(app: EqualSay) -> tuple[str, ...]:
    """Return when something is saved, and where."""
    return (
        _("There is nothing to do: every turn is saved before the next one shows."),
        _("Open text is saved as you type it, and is there when you go on."),
        _("What is sealed is saved only once both of you open it."),
        _("Your files: {path}").format(path=app.to_copy("path")),
    )


def font() -> tuple[str, ...]:
    """Return how letters are made larger."""
    return (
        _("Your terminal sets how large its letters are; the program cannot."),
        _(
            "Usually Ctrl and + makes them larger, Ctrl and - smaller; on a Mac it is Command"
            " and + or -."
        ),
        _("Where fewer fit on the screen then, everything is still there: pages scroll."),
    )


def copied(text: str, mouse: bool) -> tuple[str, ...]:
    """Return what is said of a text that was given to the terminal to copy."""
    hand = _("If nothing is there when you paste, select it with the mouse and copy it.")
    if mouse:
        hand = _(
            "If nothing is there when you paste, select it with Shift and the mouse, and copy it."
        )
    return (_("Sent to your terminal's clipboard. Not every terminal takes it."), hand, text)

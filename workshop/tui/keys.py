"""The keys of the room, and what its last line says of them in the language of the reader."""

from collections.abc import Mapping
from dataclasses import replace

from textual.binding import ActiveBinding, Binding

from workshop.words import _

KEYS = [
    Binding("ctrl+t", "pause", id="pause"),
    Binding("ctrl+s", "leave", id="leave"),
    Binding("ctrl+l", "help_lines", id="help-lines"),
    # Before Help, so that it is in sight on a screen of 40 columns too:
    Binding("ctrl+o", "hide", id="hide"),
    Binding("ctrl+f", "panel", id="panel"),
    Binding("ctrl+g,f1", "help", id="help", key_display="^g"),
    Binding("ctrl+p", "command_palette", id="everything", priority=True),
    Binding("ctrl+r", "reopen", id="reopen"),
    Binding("ctrl+n", "go_on", id="next"),
    Binding("ctrl+q", "leave", id="quit", priority=True),
]
"""Without words: those are looked up when they are shown, not when this is imported."""


def in_words(keys: Mapping[str, ActiveBinding], *, back: bool) -> dict[str, ActiveBinding]:
    """Return what can be pressed, with words where the last line shows a key.

    Args:
        keys: what can be pressed.
        back: whether the last answer can be taken back now.
    """
    said = {
        "pause": (_("Pause"), _("Stop the clock")),
        "leave": (_("Leave"), _("Stop; all open is saved")),
        "help-lines": (_("Help lines"), ""),
        "hide": (_("Hide"), _("Clear the screen and end")),
        "panel": (_("Guide"), _("The hour, and what can be done")),
        "help": (_("Help"), ""),
        "everything": (_("Everything"), ""),
        # After all others, so that none of them moves as it comes and goes:
        "reopen": (_("Back"), _("Reopen my last answer")) if back else ("", ""),
    }
    named = {}
    for key, pressed in keys.items():
        name, tooltip = said.get(pressed.binding.id or "", ("", ""))
        binding = replace(pressed.binding, description=name, tooltip=tooltip, show=True)
        named[key] = pressed._replace(binding=binding, tooltip=tooltip) if name else pressed
    places = {id: place for place, id in enumerate(said)}  # also where another key was chosen
    in_order = sorted(named.items(), key=lambda one: places.get(one[1].binding.id or "", -1))
    return dict(in_order)


def shorter(key: str) -> str:
    """Return a shorter name of a key, for a line that has no room for the full one."""
    return {"everything": _("All"), "help-lines": _("Lines")}[key]

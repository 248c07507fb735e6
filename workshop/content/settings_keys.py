"""Which keys the actions of the room may have: none that types, and none that another one has."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from workshop.core.text import shown
from workshop.words import _

USUAL_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "pause": ("ctrl+t",),
    "leave": ("ctrl+s",),
    "help-lines": ("ctrl+l",),
    "hide": ("ctrl+o",),
    "panel": ("ctrl+f",),
    "help": ("ctrl+g", "f1"),
    "everything": ("ctrl+p",),
    "reopen": ("ctrl+r",),
    "next": ("ctrl+n",),
    "quit": ("ctrl+q",),
}
"""What can be done at any time, and the keys that do it unless somebody chose others."""
FREE: Final = (
    *(f"ctrl+{letter}" for letter in "fglnopqrst"),
    *(f"f{number}" for number in (1, 2, 3, 4, 5, 8, 9, 10, 11, 12)),
)
"""The keys that do nothing else where somebody types, and that terminals send."""

_MOVING: Final = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("backspace", "delete", "escape", "insert"),
)


class Refusal(NamedTuple):
    """Why a key cannot be taken, without a stop, and what to do: a sentence."""

    what: str
    mend: str


def keys_now(chosen: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the keys of every action, where some were chosen."""
    return {
        action: (chosen[action],) if action in chosen else usual
        for action, usual in USUAL_KEYS.items()
    }


def refusal(action: str, key: str, chosen: Mapping[str, str]) -> Refusal | None:
    """Return why `action` cannot have `key`; None where it can.

    Args:
        action: what the key is to do.
        key: its name, such as "ctrl+t" or "f5".
        chosen: which actions have other keys than their usual ones; what it says of this one is
            not looked at.
    """
    if action not in USUAL_KEYS:
        known = ", ".join(USUAL_KEYS)
        said = _("there is no action called {action}").format(action=shown(action))
        return Refusal(said, _("Write one of: {known}.").format(known=known))
    mend = _("Write one of: {known}.").format(known=", ".join(FREE))
    if key not in FREE:
        return Refusal(_why_not(key), mend)
    taken = keys_now({other: one for other, one in chosen.items() if other != action})
    for other, keys in taken.items():
        if other != action and key in keys:
            said = _("the key {key} does “{other}” already")
            return Refusal(said.format(key=key, other=other), _("Give that one another key first."))
    return None


def _why_not(key: str) -> str:
    if len(key) == 1 or key in ("space", "enter", "tab"):
        return _("this key is needed to type and to press buttons")
    if key.startswith(("ctrl+", "alt+", "shift+", "f", "super+")) or key in _MOVING:
        return _("this key does something in a text, or not every terminal sends it")
    return _("no key is called so")

"""The pages of the room as paragraphs: help, and the readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workshop.cards.help import help_page
from workshop.cards.sitting import sitting
from workshop.core.text import paragraphs
from workshop.words import _

if TYPE_CHECKING:
    from workshop.desk.desk import Desk
    from workshop.desk.workshops import Workshops


Titled = tuple[str, Sequence[str]]
"""A page to read: its title, and its paragraphs."""


def titled(markdown: str) -> Titled:
    """Return a reading's title, and its paragraphs."""
    title, *rest = paragraphs(markdown)
    return title.removeprefix("# "), rest


def _panel_key(key: str) -> str:
    return _("{key}  for the guide: the hour, and what can be done").format(key=key)


def help_in_the_room(
    workshops: Workshops, desk: Desk | None, key: Callable[[str], str]
) -> tuple[str, ...]:
    """Return the help, a paragraph each: first what the keys do.

    Args:
        workshops: those there are.
        desk: where they sit, if they do.
        key: returns how the key is written that does something.
    """
    guided = desk is not None and desk.guided
    own = (
        _(
            "Tab goes from one thing to the next, Enter presses a button. To choose, arrows, a"
            " number or a first letter go to it; in a long list, type to find it. Beside that,"
            " where ^t is Ctrl and t together:"
        ),
        "\n".join(
            (
                _("{key}  pause: stop the clock for a while; nothing is recorded").format(
                    key=key("pause")
                ),
                _("{key}  leave: stop, or take another exercise; what is open is saved").format(
                    key=key("leave")
                ),
                _(
                    "{key}  open your own last answer again, or a turn passed over too soon, until"
                    " the other goes on"
                ).format(key=key("reopen")),
                _("{key}  next: press the first button, where that decides nothing").format(
                    key=key("next")
                ),
                *([_panel_key(key("panel"))] if guided else []),
                _("{key}  help lines: directories of services").format(key=key("help-lines")),
                _("{key}  hide: clear the screen at once and end, printing nothing").format(
                    key=key("hide")
                ),
                _("{key}  everything there is to do, by name: settings, too").format(
                    key=key("everything")
                ),
            )
        ),
    )
    path = desk.path if desk is not None else workshops.data
    lines, today = workshops.library.help_lines(), workshops.clock.today()
    said = desk.said if desk is not None else sitting(guided=False)
    return help_page((*own, _slow_connection()), said, path, _("Hide"), lines, today)


def _slow_connection() -> str:
    return _(
        "Over a slow connection an arrow key may be taken for Escape and letters. Then leave,"
        " and begin with a longer wait for what belongs to a key, in thousandths of a second:"
        " `ESCDELAY=500 workshop`. In tmux, `set -s escape-time 20` keeps Escape quick."
    )

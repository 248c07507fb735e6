"""Reads what was typed sealed back to whoever typed it: only when asked to, and after a warning.

A line on the screen is a line read out, where a screen reader is: nothing sealed is shown again
unless its writer says so, and the screen is cleared before anything else comes. It is kept nowhere.
"""

from collections.abc import Callable, Sequence

from workshop.cards.turns.consent import other_words_next
from workshop.errors import Refused
from workshop.plain import typing
from workshop.plain.terminal import Terminal
from workshop.words import _


def hear_it() -> str:
    """Return what asks for it."""
    return _("Hear what you have")


def nothing_to_hear() -> str:
    """Return what is said where nothing was typed that could be read back."""
    return _("There is nothing of yours to hear here yet.")


def read_back(terminal: Terminal, lines: Sequence[str], you: str, *, sealed: bool) -> None:
    """Read `lines` back once.

    Args:
        terminal: where they were typed.
        lines: what was typed.
        you: the name of the other, who must not hear what is sealed.
        sealed: whether only its writer may hear it.

    Raises:
        Refused: there is nothing to read back.
    """
    if not any(map(str.strip, lines)):
        raise Refused(nothing_to_hear())
    if sealed and not _is_meant(terminal, you):
        return
    terminal.say(_("This is what you have:"))
    for line in lines:
        terminal.say(line, indent="  | ")
    if sealed and terminal.real:
        terminal.say(_("Press Enter when you have heard it; then it is cleared."))
        try:
            terminal.line()
        finally:
            terminal.clear()


def other_words(
    terminal: Terminal, lines: Callable[[], list[str]], hear: Callable[[str], None]
) -> str:
    """Return other words for a clause, once whoever typed them sends them.

    Args:
        terminal: where they are typed.
        lines: returns those so far, and says so where there are some.
        hear: reads them back.
    """
    labels = [_("Send these"), _("Write them anew"), hear_it()]
    while True:
        how = _("Type the other words. A line with only a dot ends them.")
        terminal.say(f"{how} {other_words_next()}")
        typed = lines()
        words = typing.text(terminal, typed, lambda _lines: None)
        terminal.say(_("Your words are sealed until you send them."))
        while (chosen := typing.number(terminal, labels)) == labels.index(hear_it()):
            hear(words)
        if chosen == 0:
            return words
        typed.clear()


def _is_meant(terminal: Terminal, you: str) -> bool:
    """Warn that it is aloud, and ask whether that is meant."""
    if terminal.real:
        warned = _(
            "A screen reader says it aloud. Are your headphones on, and does {you} look away?"
        )
    else:
        warned = _(
            "A screen reader says it aloud, and it stays above on this screen. Are your headphones"
            " on, and does {you} look away?"
        )
    terminal.say(warned.format(you=you))
    return typing.number(terminal, [_("Yes, read it to me once"), _("Not now")], unseen=True) == 0

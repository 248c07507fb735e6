"""Parts that stay where they are while they come to say something else.

To make a screen takes several times as long as to change what its parts say.
"""

from collections.abc import Sequence

from textual.visual import VisualType
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.widgets.said import Quote
from workshop.tui.widgets.time import Time

Pair = tuple[Widget | None, Widget]
"""A part that is here, if there is one, and what it is to become."""


def alike(here: Sequence[Widget], there: Sequence[Widget]) -> Sequence[Pair] | None:
    """Return which part that is here can become each of those there, in the same order.

    Args:
        here: what stands on a screen.
        there: what is to stand there, and stands nowhere yet.

    Returns:
        None, where some of it cannot be had without making the screen anew.
    """
    if not all(type(part) in (Static, Quote, Time) for part in here):
        return None
    pairs: list[Pair] = []
    begin = 0
    for new in there:
        place = next((n for n in range(begin, len(here)) if _is_like(here[n], new)), None)
        if place is not None:
            pairs.append((here[place], new))
            begin = place + 1
        elif type(new) is Static and all(part.id != new.id for part in here):
            pairs.append((None, new))
        else:
            return None
    return pairs


def _is_like(here: Widget, there: Widget) -> bool:
    if type(here) is not type(there) or (here.id, here.classes) != (there.id, there.classes):
        return False
    if isinstance(here, Quote) and isinstance(there, Quote):
        return here.has_label == there.has_label
    return True


def become(body: Widget, here: Sequence[Widget], pairs: Sequence[Pair]) -> None:
    """Let the parts that are here in `body` become what stands beside them; hide all others."""
    stays = [old for old, _new in pairs]
    for part in here:
        part.display = part in stays
    before: Widget | None = None
    for old, new in pairs:
        match old, new:
            case Quote(), Quote():
                old.say(new)
            case Time(), Time():
                old.begin_again(new)
            case Static(), Static():
                say(old, new.content)
            case _:
                body.mount(new, after=before)
        before = old or new


def say(part: Static, words: VisualType) -> None:
    """Let `part` say something, if it is something else."""
    if part.content != words:
        part.update(words)

"""Fills two circles line by line, and shows both once more before they are sealed."""

from collections.abc import Callable, Sequence

from workshop.cards.marks import blank
from workshop.core.turns import CirclesOpen, CirclesSealed
from workshop.core.turns.reply import Circled
from workshop.plain import typing
from workshop.plain.aloud import hear_it
from workshop.plain.terminal import Terminal
from workshop.words import _


class Circling:
    """Two circles of one partner.

    What was typed for them stays in `lines`, so that it can be gone on with after a command.
    """

    def __init__(
        self,
        terminal: Terminal,
        lines: dict[str, list[str]],
        so_far: Callable[[str], list[str]],
        note: typing.Note,
        aloud: Callable[[Sequence[str]], None] | None = None,
    ) -> None:
        """Begin, or go on.

        Args:
            terminal: where it is typed.
            lines: what was typed so far, by the name of the circle.
            so_far: returns those of one circle, and says so where there are some.
            note: told after each point.
            aloud: reads lines back, where that is asked for; they are always read when None.
        """
        self._terminal, self._lines, self._so_far, self._note = terminal, lines, so_far, note
        self._aloud = aloud

    def circled(self, turn: CirclesSealed | CirclesOpen) -> Circled:
        """Return both circles, once whoever typed them has looked at them again."""
        say = self._terminal.say
        self._ask(turn)
        done = _("Seal it") if turn.privacy == "sealed" else _("Done")
        labels = [done, _("Change the first"), _("Change the second"), _("Write them anew")]
        if self._aloud is not None:
            labels.append(hear_it())
        while True:
            inner, outer = (tuple(self._lines[circle]) for circle in ("inner", "outer"))
            if self._aloud is None:
                say(_("This is what you have, to the first question:"))
                say("\n".join(inner) or blank(), indent="  | ")
                say(_("And to the second:"))
                say("\n".join(outer) or blank(), indent="  | ")
            else:
                say(_("Both questions are done."))
            match typing.number(self._terminal, labels):
                case 0:
                    return Circled(inner=inner, outer=outer)
                case 1:
                    self._change("inner")
                case 2:
                    self._change("outer")
                case 4 if self._aloud is not None:
                    self._aloud((*inner, *outer) or (blank(),))
                case _ if typing.really(self._terminal, _("Write both anew, and drop these?")):
                    self._lines.clear()
                    self._note([])
                    self._ask(turn)
                case _:
                    pass

    def _change(self, circle: str) -> None:
        """Change one point, or add one; all the others stay."""
        unheard = self._aloud is not None
        typing.change_a_point(self._terminal, self._lines[circle], unheard=unheard)
        self._note([])

    def _ask(self, turn: CirclesSealed | CirclesOpen) -> None:
        say = self._terminal.say
        say(_("There are two questions. The first:"))
        say(turn.inner)
        if turn.privacy == "sealed":
            say(_("One on each line; a line with only a dot ends them. `:pass` throws all away."))
        else:
            say(_("One on each line; a line with only a dot ends them. `:pass` passes."))
        typing.points(self._terminal, self._so_far("inner"), self._note)
        say(_("The second:"))
        say(turn.outer)
        say(_("One on each line; a line with only a dot ends them."))
        typing.points(self._terminal, self._so_far("outer"), self._note)

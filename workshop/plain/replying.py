"""Takes the reply to a turn, as it is typed line by line; nothing typed is lost to a command."""

from collections.abc import Sequence
from typing import assert_never

from workshop.cards.card import Card
from workshop.cards.choice import Choice
from workshop.cards.turns.who import names
from workshop.core.course.session import Ask, Openly
from workshop.core.text import is_blank
from workshop.core.turns import (
    CirclesOpen,
    CirclesSealed,
    Consent,
    Draft,
    Handover,
    Listed,
    Moving,
    Pick,
    PickDay,
    Points,
    Rank,
    Rate,
    WishList,
    Write,
    WriteSealed,
)
from workshop.core.turns.reply import (
    Circled,
    Day,
    Drafted,
    Empty,
    Moved,
    OtherWords,
    Reply,
    Words,
)
from workshop.desk.desk import Desk
from workshop.plain import typing
from workshop.plain.aloud import other_words, read_back
from workshop.plain.circles import Circling
from workshop.plain.dropping import Dropping, Drops
from workshop.plain.marks import Marking
from workshop.plain.moves import Moves
from workshop.plain.terminal import Terminal
from workshop.words import _, plural


class NotKept(Exception):
    """What was typed so far could not be saved: what to do about it is asked first."""


class Replying:
    """What is typed for the turn that is asked, in memory only."""

    def __init__(self, desk: Desk, terminal: Terminal) -> None:
        """Begin with nothing typed."""
        self._desk, self._terminal = desk, terminal
        self._turn = ""  # the turn that the lines below belong to
        self._lines: dict[str, list[str]] = {}  # what was typed for it so far
        self._told: set[str] = set()  # what was said once, and is in the help
        self._dropping = Dropping()

    def begin(self, asked: Ask) -> None:
        """Begin with no lines, where another turn is asked than before."""
        if asked.turn.id != self._turn and not isinstance(asked.turn, Handover):
            self._turn, self._lines = asked.turn.id, {}

    def say_all(self) -> None:
        """Leave nothing out of what is said next."""
        self._told = set()

    def let_go(self) -> None:
        """Forget what was typed: it was given, or dropped."""
        self._lines, self._dropping = {}, Dropping()

    def ask_again(self, asked: Ask, command: Drops) -> None:
        """Raise Refused, once, where what was typed would be gone after `command`."""
        self._dropping.ask(asked, self._desk.card(asked), command, self._lines)

    def hear(self, asked: Ask) -> None:
        """Read back what was typed so far.

        Raises:
            Refused: nothing was, or it is a list that is not marked yet.
        """
        typed = [] if isinstance(asked.turn, Listed) else list(self._lines.values())
        self._aloud(asked, [line for lines in typed for line in lines])

    def _aloud(self, asked: Ask, lines: Sequence[str]) -> None:
        you = names(self._desk.pair, asked.turn.holder)[1]
        sealed = asked.turn.privacy == "sealed"
        read_back(self._terminal, lines, you, sealed=sealed)

    def reply(self, asked: Ask, shown: Card) -> Reply:
        """Return the reply that is typed.

        Raises:
            NotKept: open text could not be saved as it was typed.
        """
        reply = self._typed(asked, shown)
        if not isinstance(asked.turn, Handover):  # after a rest one comes in between
            self._lines = {}  # what is refused is typed anew, not after what was refused
        return reply

    def _typed(self, asked: Ask, shown: Card) -> Reply:
        if asked.paper and shown.typing is not None and self._once("paper"):
            self._terminal.say(_("`:paper` is for both on paper instead."))
        match shown.typing:
            case None:
                chosen = self._answer(asked, shown)
                assert chosen is not None
                return chosen
            case Write() | WriteSealed() as turn:
                return Words(text=self._text(asked, turn))
            case Draft() as turn:
                return self._draft(asked, turn)
            case CirclesSealed() | CirclesOpen() as turn:
                return self._circles(asked, turn)
            case Consent():
                return self._answer(asked, shown) or OtherWords(text=self._other_words(asked))
            case Rate() | Pick() | Rank() | Points() as turn:
                return self._marks(asked, turn)
            case Moving() as turn:
                return Moves(self._terminal, turn, asked.moved).moved(self._keep_moved)
            case PickDay() as turn:
                return self._day(asked, shown, turn)
            case _:
                assert_never(shown.typing)

    def _answer(self, asked: Ask, shown: Card) -> Reply | None:
        """Ask for one of the answers. Enter alone only ever means: go on."""
        enter = 0 if shown.enter else None
        labels = [answer.label for answer in shown.answers]
        if shown.exactly:
            labels.append(_("See the sums exactly"))
        unseen = asked.turn.privacy == "sealed"
        while (place := typing.number(self._terminal, labels, enter, unseen=unseen)) == len(
            shown.answers
        ):
            for line in shown.exactly:
                self._terminal.say(line, indent="  ")
        chosen = shown.answers[place]
        if chosen.ends and not typing.surely(self._terminal, chosen.surely, unseen=unseen):
            return self._answer(asked, shown)
        return chosen.reply

    def _day(self, asked: Ask, shown: Card, turn: PickDay) -> Reply:
        while (reply := self._answer(asked, shown)) is None:
            if (on := typing.day(self._terminal, turn)) is not None:
                return Day(on=on)
        return reply

    def _text(self, asked: Ask, turn: Write | WriteSealed) -> str:
        if turn.privacy == "sealed":
            how = _(
                "A line with only a dot seals it, `:hear` reads it back to you before; `:pass`"
                " throws it away, and both stay closed."
            )
        else:
            how = _("A line with only a dot ends it; `:pass` passes.")
        short = turn.lines == 1
        many = not short and self._once("many lines")
        what = _("Type it, over as many lines as you like.") if many else _("Type it.")
        self._terminal.say(f"{what} {how}")
        lines, is_all = self._begun(asked, asked.draft)
        if is_all:
            return "\n".join(lines)
        return typing.text(self._terminal, lines, self._note(asked), short and self._once("dot"))

    def _once(self, what: str) -> bool:
        """Whether something is said for the first time; from now on it is not."""
        first, self._told = what not in self._told, self._told | {what}
        return first

    def _begun(self, asked: Ask, start: str) -> tuple[list[str], bool]:
        """Return the lines that are there already: typed just now, kept from before, or offered.

        And whether that is all of it.
        """
        if lines := self._so_far("text"):
            return lines, False
        if start:
            self._terminal.say(_("There is this already:"))
            self._terminal.say(start, indent="  | ")
            options = [
                _("Take it as it stands"),
                _("Add to it"),
                _("Write it anew"),
                _("Change a line of it"),
            ]
            chosen = typing.number(self._terminal, options)
            if chosen != 2:
                lines.extend(start.split("\n"))
            if chosen == 3:
                typing.change_a_line(self._terminal, lines)
            self._note(asked)(lines)
            if chosen == 0:
                return lines, True
            ends = typing.ends() if chosen == 2 else _("A line with only a dot adds nothing.")
            self._terminal.say(" ".join((_("Type now."), ends)))
        return lines, False

    def _so_far(self, what: str) -> list[str]:
        """Return the lines that were typed before a command came in between, and say so."""
        lines = self._lines.setdefault(what, [])
        if lines:
            self._terminal.say(_("What you typed so far is kept. Type on."))
        return lines

    def _note(self, asked: Ask) -> typing.Note:
        if asked.turn.privacy == "sealed":
            return _kept_nowhere
        return lambda lines: self._keep("\n".join(lines))

    def _keep_moved(self, moved: Moved) -> None:
        self._lines["moved"] = list(moved.whose)
        self._keep(moved)

    def _keep(self, begun: Openly) -> None:
        """Keep what is open as it is typed."""
        self._desk.draft(begun)
        if isinstance(self._desk.ask(), Choice):
            raise NotKept

    def _draft(self, asked: Ask, turn: Draft) -> Reply:
        start = asked.draft or turn.start
        if start:
            self._terminal.say(_("Take up these words, or write your own. `:pass` passes."))
        else:
            self._terminal.say(
                _("Type the words. A line with only a dot ends them; `:pass` passes.")
            )
        lines, is_all = self._begun(asked, start)
        taken_up = bool(lines)
        if is_all:
            words = "\n".join(lines)
        else:
            words = typing.text(self._terminal, lines, self._note(asked))
        while taken_up and words.strip() not in ("", start.strip()):
            self._terminal.say(_("These words:"))
            self._terminal.say(words, indent="  | ")
            if typing.number(self._terminal, [_("Yes, these"), _("Change a line")]) == 0:
                break
            typing.change_a_line(self._terminal, lines)
            self._note(asked)(lines)
            words = "\n".join(lines).strip("\n")
        if is_blank(words):
            return Empty()
        weeks = None
        if turn.weeks:
            self._terminal.say(_("When will you look at it again?"))
            labels = [plural("In {count} week", "In {count} weeks", n) for n in turn.weeks]
            weeks = turn.weeks[typing.number(self._terminal, labels)]
        return Drafted(text=words, weeks=weeks)

    def _marks(self, asked: Ask, turn: Listed) -> Reply:
        if isinstance(turn, WishList):
            done = _("Seal it")
            self._terminal.say(_("`:pass` means: {none}.").format(none=turn.none))
        elif turn.privacy == "sealed":
            done = _("Seal it")
            self._terminal.say(_("`:pass` throws it away, and both stay closed."))
        else:
            done = _("Done")
        lines = self._so_far("marks")
        aloud = (lambda told: self._aloud(asked, told)) if turn.privacy == "sealed" else None
        return Marking(self._terminal, lines, done, aloud).marked(turn)

    def _circles(self, asked: Ask, turn: CirclesSealed | CirclesOpen) -> Circled:
        say = self._terminal.say
        if asked.circled and not self._lines:
            self._lines["inner"] = list(asked.circled.inner)
            self._lines["outer"] = list(asked.circled.outer)
            say(_("There is this already:"))
            for point in (*asked.circled.inner, *asked.circled.outer):
                say(point, indent="  | ")
        aloud = (lambda told: self._aloud(asked, told)) if turn.privacy == "sealed" else None
        note = self._note_circles(asked)
        circling = Circling(self._terminal, self._lines, self._so_far, note, aloud)
        return circling.circled(turn)

    def _note_circles(self, asked: Ask) -> typing.Note:
        """Keep open circles as they are typed."""
        if asked.turn.privacy == "sealed":
            return _kept_nowhere

        def keep(_lines: list[str]) -> None:
            inner, outer = (tuple(self._lines.get(name, ())) for name in ("inner", "outer"))
            self._keep(Circled(inner=inner, outer=outer))

        return keep

    def _other_words(self, asked: Ask) -> str:
        return other_words(
            self._terminal,
            lambda: self._so_far("text"),
            lambda words: self._aloud(asked, [words]),
        )


def _kept_nowhere(lines: list[str]) -> None:
    """Sealed text stays in memory."""

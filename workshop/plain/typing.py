"""Collects what is typed over lines: texts, lists, numbers and days. Nothing is cut or dropped."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from workshop.core.days import day_forms, with_weekday
from workshop.core.text import ANSWER_LIMIT, clean, is_blank
from workshop.core.turns import PickDay
from workshop.core.turns.reply import POINTS_LIMIT
from workshop.errors import Refused
from workshop.plain.commands import COMMANDS, Command
from workshop.plain.terminal import END, Terminal, as_heading
from workshop.words import _

LARGEST = 3
"""How many digits a number of a list may have."""
FEW = 9
"""Of more choices than this, a word that is typed finds some."""
NO_HEADS: Mapping[int, str] = {}
Note = Callable[[list[str]], None]
"""Told the lines so far, whenever there is one more."""


def text(terminal: Terminal, lines: list[str], note: Note, short: bool = False) -> str:
    """Return text typed over lines until a line with only a dot.

    A line that would make it too long is refused on its own; those before it stay. Whoever types
    nothing but "pass" is asked whether that is meant.

    Args:
        terminal: where it is typed.
        lines: the lines so far, added to in place, so that an interruption loses none.
        note: told after each line.
        short: whether one line is thought to be enough; how it ends is then said right after it.

    Raises:
        Command: it was meant as a pass.
    """
    reminded = False
    while not _ends(line := terminal.line()) or _is_a_dot(lines):
        if _ends(line):  # a lone dot is never what somebody wants to say
            lines.clear()
            note(lines)
            line = ""
        line = END if line.strip() == END * 2 else line
        if is_blank(line) and all(map(is_blank, lines)):
            terminal.say(" ".join((_("Nothing is typed yet."), ends())))
            continue
        if not _fits(terminal, [*lines, line]):
            continue
        lines.append(line)
        note(lines)
        if not reminded and (short or not line.strip()):
            terminal.say(ends())
            reminded = True
    words = "\n".join(lines).strip("\n")
    if words.strip().casefold() == _("pass"):
        terminal.say(_("Do you mean to pass?"))
        if number(terminal, [_("Yes, pass"), _("No, that is the answer")]) == 0:
            lines.clear()
            raise Command("pass")
    return words


def change_a_line(terminal: Terminal, lines: list[str]) -> None:
    """Ask for one of `lines` by number, and type it anew, in place; an empty line takes it out."""
    terminal.say(_("Which line?"))
    place = number(terminal, [line or _("(an empty line)") for line in lines])
    terminal.say(_("Type it anew. Enter alone takes it out."))
    while True:
        line = terminal.line()
        stays = line.strip() not in ("", END)
        changed = [*lines[:place], *([line] if stays else []), *lines[place + 1 :]]
        if _fits(terminal, changed):
            lines[:] = changed
            return


def _ends(line: str) -> bool:
    return line.strip() == END


def _is_a_dot(lines: list[str]) -> bool:
    return "\n".join(lines).strip() == END


def _fits(terminal: Terminal, lines: list[str]) -> bool:
    """Whether an answer may be as long as `lines`; if not, it is said."""
    size = len(clean("\n".join(lines)))
    if size > ANSWER_LIMIT:
        terminal.say(
            _(
                "With that line it would have {size:,} characters; {most:,} is the most. The"
                " line was not taken, the others are kept. Type a shorter one."
            ).format(size=size, most=ANSWER_LIMIT)
        )
    return size <= ANSWER_LIMIT


def ends() -> str:
    """Return how a text ends."""
    return _("A line with only a dot ends it.")


def points(terminal: Terminal, lines: list[str], note: Note) -> tuple[str, ...]:
    """Return a list typed one point a line until a line with only a dot; blank lines are left out.

    Args:
        terminal: where it is typed.
        lines: the points so far, added to in place.
        note: told after each point.
    """
    while not _ends(line := terminal.line()):
        if is_blank(line) or line.strip() == END * 2:  # a lone dot is no point
            terminal.say(ends())
            continue
        if len(line) > ANSWER_LIMIT:
            terminal.say(_too_long())
        elif len(lines) == POINTS_LIMIT:
            terminal.say(
                _("A circle holds up to {most} points. It was not taken.").format(most=POINTS_LIMIT)
            )
        else:
            lines.append(line)
            note(lines)
    return tuple(lines)


def _too_long() -> str:
    told = _("A point may have up to {most:,} characters. It was not taken.")
    return told.format(most=ANSWER_LIMIT)


def change_a_point(terminal: Terminal, lines: list[str], *, unheard: bool = False) -> None:
    """Ask for one of a list's points by number, or a new one, and type it; Enter takes it out.

    Args:
        terminal: where it is typed.
        lines: the points, changed in place.
        unheard: whether they are counted, not said: a screen reader says what is shown aloud.
    """
    there = [_("number {n}").format(n=n) for n in range(1, len(lines) + 1)] if unheard else lines
    labels = [*there, *([_("Add one")] if len(lines) < POINTS_LIMIT else [])]
    place = 0
    if lines:
        terminal.say(_("Which one?"))
        place = number(terminal, labels)
    terminal.say(
        _("Type it anew. Enter alone takes it out.") if place < len(lines) else _("Type it.")
    )
    while len(line := terminal.line()) > ANSWER_LIMIT:
        terminal.say(_too_long())
    lines[place : place + 1] = [] if is_blank(line) or line.strip() in (END, END * 2) else [line]


def really(terminal: Terminal, question: str) -> bool:
    """Ask whether something that was typed or marked may be dropped."""
    terminal.say(question)
    return number(terminal, [_("No, keep them"), _("Yes, drop them")]) == 1


def surely(terminal: Terminal, label: str, *, unseen: bool = False) -> bool:
    """Ask once more about what would lose or end something."""
    terminal.say(_("Once more, to be sure:"))
    return number(terminal, [label, _("No, back")], unseen=unseen) == 0


def number(
    terminal: Terminal,
    labels: Sequence[str],
    enter: int | None = None,
    *,
    unseen: bool = False,
    heads: Mapping[int, str] = NO_HEADS,
    early: bool = False,
) -> int:
    """Ask for one of `labels` by number, until one is given. Returns its place, from 0.

    Args:
        terminal: where it is asked.
        labels: what there is to choose.
        enter: the place that Enter alone means, and no number; nothing when None.
        unseen: whether the number is not shown where it could not be cleared.
        heads: headings, each by the place that it stands above.
        early: whether it can be typed before all was said; of many, a word finds those with it.
    """
    places = {str(place): place - 1 for place in range(1, len(labels) + 1) if place - 1 != enter}
    finds = early and len(labels) > FEW
    if finds:
        how = _("{count} choices. At any time type a number, or a word to hear those with it.")
        terminal.say(how.format(count=len(labels)))
    offered: Sequence[int] = range(len(labels))
    while True:
        for place in offered:
            head = heads.get(place, "")
            key = _("Enter") if place == enter else str(place + 1)
            terminal.say(f"  {key}: {labels[place]}", head=as_heading(head) if head else "")
        line = terminal.line(unseen=unseen, early=early).strip()
        if not line and enter is not None:
            return enter
        if line in places:
            return places[line]
        found = _with(line, labels) if finds else []
        if not found:
            terminal.say(_not_a_choice(line, len(labels), enter))
        offered = found if finds else range(len(labels))


def _with(word: str, labels: Sequence[str]) -> list[int]:
    """Return the places of those `labels` in which what was typed stands."""
    sought = word.casefold()
    return [place for place, label in enumerate(labels) if sought and sought in label.casefold()]


def _not_a_choice(line: str, most: int, enter: int | None) -> str:
    """Return what is said to a line that is none of so many choices."""
    word = line.casefold().lstrip(":")
    if f":{word}" in COMMANDS:
        return _("With a colon before it, it is a command: `:{word}`.").format(word=word)
    if word == _("stop"):
        return _("To stop, type `:quit`; for a pause, `:pause`.")
    if enter is None and most == 1:
        return _("Type 1 for that.")
    if enter is None:
        return _("Type a number from 1 to {most}.").format(most=most)
    if most == 1:
        return _("Press Enter to go on.")
    if most == 2:
        return _("Press Enter, or type 2.")
    return _("Press Enter, or type a number from 2 to {most}.").format(most=most)


def numbers(terminal: Terminal, most: int, again: Callable[[], None]) -> list[int]:
    """Ask for numbers of a list until all of them are some; none for Enter alone.

    Args:
        terminal: where it is asked.
        most: how many there are on the list.
        again: says the list again, where what was typed is none of it.
    """
    while True:
        parts = terminal.line().replace(",", " ").split()
        if all(is_number(part) and 1 <= int(part) <= most for part in parts):
            return [int(part) for part in parts]
        many = _("Type numbers from 1 to {most}, with spaces between.").format(most=most)
        terminal.say(many if most > 1 else _("Type 1, or Enter for none."))
        again()


def is_number(text: str) -> bool:
    """Whether `text` is a whole number that a list could have."""
    return text.isascii() and text.isdigit() and len(text) <= LARGEST


def day(terminal: Terminal, turn: PickDay) -> date | None:
    """Ask for a day until one is given, and tell which one it is taken for; None for going back."""
    terminal.say(" ".join((day_forms(turn.today), _("Enter alone goes back."))))
    while True:
        line = terminal.line()
        if not line.strip():
            return None
        try:
            found = turn.read(line)
        except Refused as refused:
            terminal.say(refused.sentence)
            continue
        terminal.say(with_weekday(found))
        if line.strip() == found.isoformat() or number(terminal, _meant()) == 0:
            return found
        terminal.say(day_forms(turn.today))


def _meant() -> tuple[str, str]:
    return _("That day"), _("Another day")

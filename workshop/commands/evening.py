"""Commands that open an evening: home, start, resume. They pick the face."""

import sys
from collections.abc import Callable

from workshop.commands.context import Context
from workshop.core.people import Side
from workshop.desk import Desk
from workshop.errors import Refused, Trouble, WrongUse
from workshop.plain import setup
from workshop.plain.face import Face
from workshop.plain.signals import Signals, Stopped
from workshop.plain.terminal import EndOfInput, Terminal
from workshop.store import folder as store
from workshop.store.documents import Partner, Workshop
from workshop.store.folder import Folder, Saved
from workshop.words import _

PROGRAMME = "essentials"
"""What begins when nobody says what."""


def start(context: Context) -> int:
    """Begin a workshop."""
    options = context.options
    try:
        given = _names_given(options.names)
    except Refused as refused:
        raise WrongUse(refused.sentence) from None
    path = _path_chosen(context)  # before anybody has typed anything
    label = _label(context, options.label)
    return _conversation(context, lambda terminal: _begin(context, terminal, given, path, label))


def resume(context: Context) -> int:
    """Go on with the newest, or the named, workshop."""
    path = store.find(context.data, context.options.label)
    return _conversation(context, lambda terminal: _go_on(context, terminal, Folder(path)))


def home(context: Context) -> int:
    """Show this pair's workshops, and ask what to do next."""
    return _conversation(context, lambda terminal: _home(context, terminal))


def _conversation(context: Context, hold: Callable[[Terminal], int]) -> int:
    """Hold a conversation on the plain face, with signals caught."""
    signals = Signals()
    terminal = Terminal(sys.stdin, sys.stdout, context.environment, signals)
    with signals.caught():
        try:
            return hold(terminal)
        except EndOfInput:
            return 0  # nothing was begun, so nothing is lost
        except Stopped as stopped:
            return stopped.code


def _home(context: Context, terminal: Terminal) -> int:
    saved = [found for found in store.saved_in(context.data) if found.workshop is not None]
    if not saved:
        terminal.say(_("Equal Say: exercises for two, about having an equal say."))
        return _begin(
            context, terminal, None, _programme(context, PROGRAMME), _label(context, None)
        )
    labels = [_("Go on with {workshop}").format(workshop=_told(found)) for found in saved]
    labels += [_("Begin a new workshop"), _("Help lines"), _("Quit")]
    while True:
        place = setup.choose(terminal, _("What do you want to do?"), labels)
        if place < len(saved):
            return _go_on(context, terminal, Folder(saved[place].path))
        match place - len(saved):
            case 0:
                path = _programme(context, PROGRAMME)
                return _begin(context, terminal, None, path, _label(context, None))
            case 1:
                for paragraph in context.library.help_lines().lines(context.clock.today()):
                    terminal.say(paragraph)
                    terminal.say()
            case _:
                return 0


def _told(saved: Saved) -> str:
    assert saved.workshop is not None
    return _("{label}, {left} and {right}").format(
        label=saved.label, left=saved.workshop.left.name, right=saved.workshop.right.name
    )


def _begin(
    context: Context,
    terminal: Terminal,
    given: tuple[str, str] | None,
    path: tuple[str, ...],
    label: str,
) -> int:
    _read_first(context, terminal)
    left, right = given or setup.names(terminal)
    workshop = Workshop(
        id=f"{context.random.getrandbits(64):016x}",
        created=context.clock.today(),
        left=Partner(name=left),
        right=Partner(name=right),
        coin=_coin(context),
        path=path,
    )
    folder = Folder(context.data / label)
    folder.create(workshop)
    return _sit_down(context, terminal, folder)


def _go_on(context: Context, terminal: Terminal, folder: Folder) -> int:
    _read_first(context, terminal)
    folder.open()
    return _sit_down(context, terminal, folder)


def _sit_down(context: Context, terminal: Terminal, folder: Folder) -> int:
    try:
        return Face(Desk(folder, context.library, context.clock), terminal).run()
    finally:
        folder.close()


def _read_first(context: Context, terminal: Terminal) -> None:
    first_time = not any(True for _saved in store.saved_in(context.data))
    name = "before-you-begin" if first_time else "before-you-begin-again"
    setup.before_you_begin(terminal, context.library.reading(name), first_time)


def _names_given(names: list[str] | None) -> tuple[str, str] | None:
    if names is None:
        return None
    left = setup.read_name(names[0])
    return left, setup.read_name(names[1], left)


def _path_chosen(context: Context) -> tuple[str, ...]:
    if context.options.exercise is not None:
        return (context.library.exercise(context.options.exercise).id,)
    return _programme(context, context.options.programme or PROGRAMME)


def _programme(context: Context, id: str) -> tuple[str, ...]:
    path = context.library.programme(id).path
    for exercise in path:
        context.library.exercise(exercise)
    return path


def _label(context: Context, wanted: str | None) -> str:
    """Return a free label: the one wanted, or the day, neutral and with a number if need be."""
    if wanted is None:
        day = context.clock.today().isoformat()
        number = 1
        while (context.data / (label := day if number == 1 else f"{day}-{number}")).exists():
            number += 1
        return label
    if not store.is_label(wanted):
        raise WrongUse(
            _("A label is the name of a folder: letters, numbers, spaces and hyphens, no slashes.")
        )
    if (context.data / wanted).exists():
        raise Trouble(
            _(
                "There is a workshop called {label} already. `workshop resume` goes on with it."
            ).format(label=wanted)
        )
    return wanted


def _coin(context: Context) -> Side:
    """Return who begins the first exercise: as asked for, or by the toss of a coin."""
    begins: str = getattr(context.options, "begins", "coin")
    if begins == "coin":
        return "left" if context.random.getrandbits(1) else "right"
    return "left" if begins == "left" else "right"

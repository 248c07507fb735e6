"""Commands that open an evening: home, start, resume. They pick the face, and import it late."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workshop.commands.context import Context
from workshop.doors import keep_memory_off_disk
from workshop.errors import Refused, Trouble, WrongUse
from workshop.imports import Unsearched
from workshop.words import _

if TYPE_CHECKING:  # a face is imported when it is picked
    from workshop.content.demo import Demo
    from workshop.desk.desk import Desk
    from workshop.plain.terminal import Terminal
    from workshop.tui.app import EqualSay
    from workshop.tui.pages import Titled


def start(context: Context) -> int:
    """Begin a workshop."""
    from workshop.desk.read_name import read_names
    from workshop.desk.workshops import PROGRAMME, Plan

    options, workshops = context.options, context.workshops
    workshops.keep_to_one()
    names = ("", "")
    if options.names is not None:
        try:
            names = read_names(*options.names)
        except Refused as refused:
            raise WrongUse(refused.sentence) from None
    programme = None
    if options.exercise is not None:  # all of it before anybody has typed anything
        path: tuple[str, ...] = (context.library.exercise(options.exercise).id,)
    else:
        programme = options.programme or PROGRAMME
        path = workshops.path_of(programme)
    if options.label is not None:
        workshops.check_label(options.label)
    plan = Plan(
        names,
        path,
        options.begins,
        options.label,
        guided=options.guided,
        programme=programme,
    )

    def plain() -> int:
        from workshop.plain import home

        return _held(context, lambda terminal: home.begin(workshops, terminal, plan))

    def begin(app: EqualSay) -> None:
        if plan.names == ("", ""):
            app.ask_names(plan)
        else:
            app.begin(plan)

    if _is_plain(context):
        return plain()
    return _room(context, begin, workshops.pages_before(guided=plan.guided))


def resume(context: Context) -> int:
    """Go on with the newest, or the named, workshop."""
    workshops = context.workshops
    path = workshops.find(context.options.label)
    workshops.keep_to_one()
    if not _is_plain(context):
        before = workshops.pages_before(guided=workshops.is_guided(path))
        return _room(context, lambda app: app.go_on(path), before)

    from workshop.plain import home

    return _held(context, lambda terminal: home.go_on(workshops, terminal, path))


def home(context: Context) -> int:
    """Show this pair's workshops, and ask what to do next."""
    if not _is_plain(context):
        return _room(context, None, context.workshops.pages_before())

    from workshop.plain import home

    return _held(context, lambda terminal: home.home(context.workshops, terminal))


def caseload(context: Context) -> int:
    """Show the workshops of somebody who guides many couples, and open one at a time."""
    if _is_plain(context):
        from workshop.plain import caseload

        return _held(context, lambda on: caseload.keep(context.workshops, context.door, on))

    keep_memory_off_disk()
    with Unsearched():
        from workshop.tui.caseload import keep

    return keep(context.workshops, context.door)


def hold_preview(context: Context, desk: Desk, title: str) -> int:
    """Walk through an exercise at `desk`, in either face, saving nothing."""
    lines = (
        title,
        _("A preview: Alex and Sam stand for the two. Nothing that is typed is saved."),
        _("`workshop preview` at the same turn takes up what you change in the file meanwhile."),
    )
    if not _is_plain(context):
        page = (_("Preview"), lines)
        exit_code = _on_screen(context, lambda app: app.sit_down(lambda: desk), lambda: [page])
        context.say(*desk.stop().lines)  # the screen is gone, and how to go on with it
        return exit_code

    from workshop.plain.face import Face

    def walk(terminal: Terminal) -> int:
        for line in lines:
            terminal.say(line)
        return Face(desk, terminal).run()

    return _held(context, walk)


def hold_demo(context: Context, desk: Desk, script: Demo, title: str) -> int:
    """Let a script be played at `desk`, on the screen; nothing is saved."""
    if _is_plain(context):
        raise Trouble(
            _(
                "A demo is shown on a screen, and this terminal has none. `workshop handout"
                " small-promises` shows the same exercise on paper."
            )
        )
    keep_memory_off_disk()
    with Unsearched():
        from workshop.tui.demo import DemoApp
        from workshop.tui.run import held
    lines = (
        _("{title}, done by Alex and Sam, who are made up.").format(title=title),
        _("It goes on by itself, at reading speed. What they say stands at the foot."),
        _("Space pauses it, the right arrow steps, Escape leaves. Nothing is saved."),
    )
    code = held(DemoApp(context.workshops, desk, script, [(_("A demo"), lines)]))
    context.say(_("Nothing was saved."))
    return code


def _is_plain(context: Context) -> bool:
    """Whether the plain face is wanted, or is all that this terminal can show."""
    environment = context.environment
    return (
        context.options.plain
        or environment.get("ACCESSIBLE") == "1"
        or environment.get("TERM", "dumb") == "dumb"
        or not (sys.stdin.isatty() and sys.stdout.isatty())
    )


def _held(context: Context, conversation: Callable[[Terminal], int]) -> int:
    keep_memory_off_disk()
    from workshop.plain import home

    return home.hold(conversation, sys.stdin, sys.stdout, context.environment)


def _room(context: Context, begin: Callable[[EqualSay], None] | None, before: Sequence[str]) -> int:
    def pages() -> Sequence[Titled]:
        from workshop.tui.pages import titled

        return [titled(page) for page in before]

    return _on_screen(context, begin, pages)


def _on_screen(
    context: Context,
    begin: Callable[[EqualSay], None] | None,
    pages: Callable[[], Sequence[Titled]],
) -> int:
    keep_memory_off_disk()
    with Unsearched():
        from workshop.tui.run import run

        first = pages()
    return run(context.workshops, begin, first)

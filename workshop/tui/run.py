"""Opens the room and says how it ended."""

from collections.abc import Callable, Sequence

from workshop.desk.reception import Reception
from workshop.tui.app import EqualSay


def run(
    reception: Reception,
    begin: Callable[[EqualSay], None] | None = None,
    first: tuple[str, Sequence[str]] | None = None,
) -> int:
    """Run the room. Returns the exit code; raises a crash of ours once the screen is restored."""
    app = EqualSay(reception, begin, first)
    app.run()
    if app.desk is not None:
        app.desk.let_go()
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0

"""What is imported ahead, while the pair reads: nobody waits for it at the first turn."""

import sys
from collections.abc import Sequence
from importlib import import_module
from threading import Event, Thread

from workshop.imports import Unsearched

PAUSE = 0.01
"""How many seconds the keyboard and the screen have for themselves before each piece."""
CALM = 0.5
"""How many seconds they are left to read before it begins: whoever presses Enter at once, because
they know the page, has the next screen without waiting for what that does not need."""
MOULD = ("pydantic.main",)
"""What models are made with. It fits in the memory that Home may take, and the models themselves
do not: they come with the press that needs them."""
REST = (
    "workshop.core.model",
    "workshop.core.people",
    "workshop.core.turns",
    "workshop.core.exercise",
    "workshop.core.agreement.agreement",
    "workshop.core.evening.evening",
    "workshop.core.course.session",
    "workshop.store.documents",
    "workshop.store.folder",
    "workshop.cards.cards",
    "workshop.desk.desk",
    "workshop.desk.guides.agreement_pages",
    "workshop.desk.guides.picker",
    "workshop.content.help_lines",
    "workshop.content.misfit",
    "workshop.content.authored",
    "workshop.content.shape",
    "workshop.tui.screens.setup",
    "workshop.tui.screens.choice",
    "workshop.tui.screens.turn",
)
"""What it takes to sit down: piece after piece, those first that others need."""


class Ahead:
    """Imports in a thread of its own, piece by piece."""

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._begun: set[str] = set()
        self._in_haste = Event()

    def warm_up(self) -> None:
        """Begin with what little a page has room for."""
        self._begin(MOULD)

    def get_ready(self) -> None:
        """Begin with all: they are about to sit down."""
        self._begin((*MOULD, *REST))

    def _begin(self, names: Sequence[str]) -> None:
        wanted = [name for name in names if name not in self._begun and name not in sys.modules]
        if wanted:
            self._begun.update(wanted)
            before = self._thread
            self._thread = Thread(target=self._import, args=(wanted, before), daemon=True)
            self._thread.start()

    def _import(self, names: Sequence[str], before: Thread | None) -> None:
        if before is not None:
            before.join()
        self._in_haste.wait(CALM)
        for name in names:
            self._in_haste.wait(PAUSE)
            with Unsearched():
                import_module(name)

    def finish(self) -> None:
        """Have all of it, and return once it is there: somebody has pressed what needs it."""
        self._in_haste.set()
        if self._thread is not None:
            self._thread.join()
        missing = [name for name in (*MOULD, *REST) if name not in sys.modules]
        if missing:
            with Unsearched():
                for name in missing:
                    import_module(name)

"""What a workshop's files say was decided: what nobody may come to without meaning it."""

from pathlib import Path

from support.evening import documents
from workshop.core.turns.reply import Entry, Outcome
from workshop.store.documents import EveningNotes, Notes
from workshop.store.workshop import Workshop


def decided(folder: Path) -> dict[str, object]:
    """Return what was agreed, opened, kept and deleted, by file.

    Of notes that is what came of compound turns; texts that were begun may be saved at any time.
    That an exercise is through, since its last page was left, decides nothing.
    """
    found: dict[str, object] = {}
    for name, document in documents(folder).items():
        if isinstance(document, Notes | EveningNotes):
            came = [(one.turn, one.reply) for one in document.entries if _came_of_two(one)]
            if came:
                found[name] = came
        elif isinstance(document, Workshop):
            found[name] = document.model_copy(update={"done": (), "path": ()})
        else:
            found[name] = document
    return found


def _came_of_two(entry: Entry) -> bool:
    return isinstance(entry.reply, Outcome)


class Watched:
    """A workshop's folder, of which nothing may be decided or deleted for a while."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._decided, self._files = decided(folder), set(documents(folder))

    def check(self) -> None:
        """Fail where anything was."""
        assert decided(self._folder) == self._decided
        assert self._files <= set(documents(self._folder))

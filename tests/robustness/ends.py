"""Whatever a kill left is gone on with, and ends as the evening would have ended without it."""

from dataclasses import replace
from pathlib import Path

from support.couple import Couple
from support.evening import SHIPPED, UNSYNCED, StillClock, end_it, resume
from support.locks import vault_of
from tui.couple import at_the_table

from workshop import paths
from workshop.desk.desk import Desk
from workshop.errors import Trouble
from workshop.store.folder import Folder

from .faces import EXERCISE, LABEL, in_lines
from .reading import Files, Reading, in_plain
from .sitting import TEMPORARY, Outcome, below


class Ends:
    """Evenings that are gone on with, each once for all kills that leave the same files."""

    def __init__(
        self, folder: Path, couple: Couple, expected: Files, read: Reading = in_plain
    ) -> None:
        self._folder, self._couple, self._read = folder, couple, read
        self._expected = without_copies(expected)
        self._known: dict[frozenset[tuple[str, bytes]], str] = {}

    def checked(self, outcome: Outcome) -> Outcome:
        """Return `outcome`, of a kill with whether the evening ends as it would have."""
        if outcome.wrong or not outcome.killed:
            return outcome
        left = frozenset(
            (str(Path(name).parent), b"half a save") if name.endswith(TEMPORARY) else (name, held)
            for name, held in without_copies(self._read(outcome.left)).items()
        )
        if left not in self._known:
            self._known[left] = self._end_of(outcome.left)
        return replace(outcome, wrong=self._known[left])

    def _end_of(self, left: Files) -> str:
        """Go on with these files; return what is wrong in the end, nothing where nothing is."""
        data = self._folder / str(len(self._known))
        data.mkdir(parents=True)
        for folder in (LABEL, f"{LABEL}/{paths.NOTES}", f"{LABEL}/{paths.KEPT}"):
            (data / folder).mkdir(0o700)  # one that is open to others is closed, and that is told
        for name, held in left.items():
            (data / name).write_bytes(held)
        try:
            if self._read is not in_plain:
                folder = Folder(data / LABEL, UNSYNCED, vault=vault_of(data / LABEL))
                folder.open()
                end_it(Desk(folder, SHIPPED, StillClock()), self._couple)
            elif f"{LABEL}/{paths.WORKSHOP}" in left:
                end_it(resume(data / LABEL), self._couple)
            else:  # there was nothing yet
                in_lines(data, at_the_table(self._couple))
        except (Trouble, AssertionError) as trouble:
            return f"it cannot be gone on with: {trouble}"
        ended = without_copies(self._read(below(data)))
        return "" if ended == self._expected else f"it does not end as it would have: {EXERCISE}"


def without_copies(files: Files) -> Files:
    """Return these files without the copies of good ones, which an opening makes."""
    return {name: held for name, held in files.items() if paths.BACKUP not in name}

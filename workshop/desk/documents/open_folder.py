"""The folder of the open workshop, and what its `workshop.toml` says: each part needs both."""

from itertools import count

from workshop.core.agreement.origin import OfTurn, origin_of
from workshop.core.people import Answers, BySide
from workshop.core.progress import LAST_RUN
from workshop.store.folder import Folder


class OpenFolder:
    """One workshop's folder, which may be another one by now, and `workshop.toml` as it was saved.

    Attributes:
        folder: where everything is.
        workshop: what `workshop.toml` says.
    """

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.workshop = folder.workshop()

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called, left first."""
        return self.workshop.names

    @property
    def answers(self) -> BySide[Answers]:
        """How each likes to answer."""
        return self.workshop.answers

    @property
    def done_runs(self) -> frozenset[int]:
        """The runs that were finished."""
        return frozenset(finished.run for finished in self.workshop.done)

    def change(self, **news: object) -> None:
        """Save `workshop.toml` with `news` in it. Raises NotSaved; then it is as it was."""
        workshop = self.workshop.model_copy(update=news)
        self.folder.save_workshop(workshop)
        self.workshop = workshop

    def next_run(self) -> int:
        """Return one above every run that left a trace; where a file names the last, a free one."""
        agreement = self.folder.agreement()
        revisions = agreement.revisions if agreement else ()
        origins = (origin_of(revision.origin) for revision in revisions)
        traces = {
            0,
            *self.folder.runs(),
            *self.folder.kept_runs(),
            *self.done_runs,
            *(origin.run for origin in origins if isinstance(origin, OfTurn)),
        }
        newest = max(traces)
        if newest < LAST_RUN:
            return newest + 1
        return next(run for run in count(1) if run not in traces)

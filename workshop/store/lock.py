"""One writer at a time: who writes in a workshop's folder holds its lock; reading needs none."""

import errno
import os
import stat
import warnings
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from workshop import paths
from workshop.core.text import one_line
from workshop.errors import InUse, NotSaved
from workshop.store.atomic import reason
from workshop.words import _


class WriterLock:
    """The right to write in `folder`, held by one program at a time.

    It ends with the program, however that ends. Its empty file stays: whoever removed it could take
    it from under a program that has just opened it, and then two would believe that they hold it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Not per thread: a signal or a worker may have to let go of what another thread took.
        self._lock = FileLock(folder / paths.LOCK, mode=0o600, thread_local=False)

    def acquire(self) -> None:
        """Take the lock, without waiting; to hold it already is fine.

        Raises:
            InUse: another program holds it.
            NotSaved: the folder is gone or cannot be written to.
        """
        if self._lock.is_locked:
            return
        try:
            self._take()
        except Timeout:
            raise InUse(
                _(
                    "This workshop is open in another window. Close it there first, "
                    "or read the agreement with `workshop show`."
                )
            ) from None
        except (OSError, NotImplementedError, ValueError) as error:
            what = _("The workshop in {folder} cannot be written to.")
            mend = _("Then try again, or read the agreement with `workshop show`.")
            where = what.format(folder=one_line(str(self._folder)))
            raise NotSaved(f"{where} {reason(error)} {mend}") from error

    def release(self) -> None:
        """Let go of the lock; not to hold it is fine."""
        with suppress(OSError):  # the disk may be gone by now, and the lock with it
            self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _take(self) -> None:
        # The library would make a missing folder, open to others, where a workshop was deleted.
        if not self._folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such folder")
        self._must_be_plain()
        # On a disk without locks it falls back to a file with our number in it, and warns on the
        # screen; nothing the pair could do about that.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            self._lock.acquire(blocking=False)

    def _must_be_plain(self) -> None:
        """Raise NotSaved if what has the lock's name is a link, a pipe or a device."""
        path = self._folder / paths.LOCK
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # of a folder, the system says so
            raise NotSaved(
                _(
                    "{path} is no plain file, so nobody can hold it. Delete it, then try again."
                ).format(path=one_line(str(path)))
            )

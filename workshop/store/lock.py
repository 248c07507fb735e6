"""One writer at a time: who writes in a workshop's folder holds its lock; reading needs none."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from workshop import paths
from workshop.core.text import one_line
from workshop.errors import InUse, NotSaved
from workshop.places import mode_at
from workshop.store.refusal import not_saved, reason
from workshop.system import SYSTEM, System
from workshop.words import _

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_IS_ANOTHER_KIND = (errno.ELOOP, errno.EMLINK, errno.ENXIO)
"""What the system says of a link (FreeBSD has its own word), and of a socket."""
_REMOVALS = 10
"""How often its file may be removed in the moment in which it is taken."""


def is_guarded(folder: Path, system: System = SYSTEM) -> bool:
    """Whether others can be kept from writing in a folder, as far as can be told just now."""
    lock = WriterLock(folder, system)
    with suppress(InUse, NotSaved):  # whoever writes there is told
        lock.acquire()
        lock.release()
    return lock.guards


class WriterLock:
    """The right to write in `folder`, held by one program at a time.

    It ends with the program, however that ends. Its empty file stays: whoever removed it could take
    it from under a program that has just opened it, and then two would believe that they hold it.
    A file that nobody holds, such as one in a copy of the folder, is nobody's.

    Attributes:
        guards: whether others are kept out; on a disk without locks nobody is.
    """

    def __init__(self, folder: Path, system: System = SYSTEM) -> None:
        self._folder, self._system = folder, system
        self._held: int | None = None  # the descriptor of the lock's file
        self._is_taken = False
        self.guards = True

    def acquire(self) -> None:
        """Take the lock, without waiting; to hold it already is fine.

        Raises:
            InUse: another program holds it.
            NotSaved: the folder is gone or cannot be written to.
        """
        if self._held is not None:
            return
        try:
            self._take()
            self._is_taken = True
        except BlockingIOError:
            raise InUse(
                _(
                    "This workshop is open in another window. Close it there first, "
                    "or read the agreement with `workshop show`."
                )
            ) from None
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno in _IS_ANOTHER_KIND:
                raise self._not_plain() from None
            what = _("The workshop in {folder} cannot be written to.")
            mend = _("Then try again, or read the agreement with `workshop show`.")
            where = what.format(folder=one_line(str(self._folder)))
            raise NotSaved(f"{where} {reason(error)} {mend}") from error

    def renew(self) -> None:
        """Take the lock again if somebody removed its file, and so let another window in.

        Raises:
            InUse: another program has taken it meanwhile.
            NotSaved: nobody can tell.
        """
        if not self._is_taken or not self.guards:
            return
        try:
            if self._held is not None and self._is_that(self._held):
                return
        except OSError as error:
            raise not_saved(self._folder, error) from error
        self._let_go()
        self.acquire()

    def release(self) -> None:
        """Let go of the lock; not to hold it is fine."""
        self._is_taken = False
        self._let_go()

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            with suppress(OSError):  # the disk may be gone by now, and the lock with it
                self._system.close(held)

    def __del__(self) -> None:
        """Let go with whoever held it."""
        self.release()

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
        folder, path = self._folder, self._folder / paths.LOCK
        # Else the file would be made where a workshop was deleted.
        if not stat.S_ISDIR(mode_at(folder, self._system)):
            raise FileNotFoundError(errno.ENOENT, "no such folder")
        for _attempt in range(_REMOVALS):
            descriptor = self._system.open(path, _FLAGS, 0o600)
            try:
                self._must_be_plain(descriptor)
                self._lock(descriptor)
                if not self.guards:
                    return
                if self._is_that(descriptor):
                    self._held = descriptor
                    return
            finally:
                if self._held is None:
                    with suppress(OSError):
                        self._system.close(descriptor)
        raise FileNotFoundError(errno.ENOENT, "no such file")

    def _lock(self, descriptor: int) -> None:
        """Hold an open file. Raises BlockingIOError where another program does."""
        try:
            self._system.lock(descriptor)
        except BlockingIOError:
            raise
        except OSError:
            # Whatever else the disk says (no locks, none left, no such call), it keeps nobody out.
            # The two are told, and go on if this is their only window.
            self.guards = False
        else:
            self.guards = True

    def _is_that(self, descriptor: int) -> bool:
        """Whether an open file is still the one that has the lock's name."""
        try:
            there = self._system.lstat(self._folder / paths.LOCK)
        except FileNotFoundError:
            return False
        held = self._system.fstat(descriptor)
        return (there.st_dev, there.st_ino) == (held.st_dev, held.st_ino)

    def _must_be_plain(self, descriptor: int) -> None:
        if not stat.S_ISREG(self._system.fstat(descriptor).st_mode):
            raise self._not_plain()

    def _not_plain(self) -> NotSaved:
        return NotSaved(
            _(
                "{path} is not a plain file, so nobody can hold it. Delete it, then try again."
            ).format(path=one_line(str(self._folder / paths.LOCK)))
        )

"""What the disk is asked: one method for each call to the operating system, nothing decided here.

Whoever asks the disk anything, be it only whether a file is there, asks here: a disk fails at
questions as it does at writing. Tests pass another `System`, or change this one, to let any call
fail and to see what was asked in which order.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False  # of `typing`: every command reads a file
if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_WINDOWS = os.name == "nt"


class System:
    """The operating system as it is.

    Attributes:
        pauses: seconds between tries while another program holds a file open, 2.6 in all; only
            Windows refuses to replace or remove such a file.
        syncs_folders: whether the names in a folder have to be made safe, too, not only the bytes.
        renames_open: whether a folder can be called otherwise while a file in it is open.
        full_fsync_command: the code of F_FULLFSYNC where there is one: on macOS, `fsync` alone
            leaves the bytes in the memory of the drive.
    """

    pauses: tuple[float, ...] = (0.01, 0.02, 0.05, 0.1, *(0.2,) * 12) if _WINDOWS else ()
    syncs_folders: bool = not _WINDOWS
    renames_open: bool = not _WINDOWS
    full_fsync_command: int | None = None if _WINDOWS else getattr(fcntl, "F_FULLFSYNC", None)

    def real_path(self, path: Path) -> Path:
        """Return where `path` leads once every link is followed."""
        return type(path)(os.path.realpath(path))

    def token(self) -> str:
        """Return sixteen random hexadecimal digits."""
        return os.urandom(8).hex()

    def open(self, path: Path | str, flags: int, mode: int) -> int:
        """Return the descriptor of a file; bytes go in as they are, on Windows too."""
        return os.open(path, flags | getattr(os, "O_BINARY", 0), mode)

    def fstat(self, descriptor: int) -> os.stat_result:
        """Return what an open file is."""
        return os.fstat(descriptor)

    def read(self, descriptor: int, most: int) -> bytes:
        """Return some of what follows in an open file, nothing at its end."""
        return os.read(descriptor, most)

    def fchmod(self, descriptor: int, mode: int) -> None:
        """Set who may read and write an open file; Windows keeps that elsewhere."""
        if sys.platform != "win32":
            os.fchmod(descriptor, mode)

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write some of `data`, and return how many bytes."""
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Wait until what was written is on the disk."""
        os.fsync(descriptor)

    def full_fsync(self, descriptor: int, command: int) -> None:
        """Wait until the drive, too, has put away what was written."""
        if sys.platform != "win32":
            fcntl.fcntl(descriptor, command)

    def close(self, descriptor: int) -> None:
        """Give a descriptor back."""
        os.close(descriptor)

    def lock(self, descriptor: int) -> None:
        """Hold an open file, until it is closed; BlockingIOError if another program holds it."""
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except PermissionError as error:  # the word of Windows for it, and of some network disks
            raise BlockingIOError(error.errno, error.strerror) from None

    def replace(self, source: Path, target: Path) -> None:
        """Let `target` be the file that was `source`, in one step."""
        os.replace(source, target)  # noqa: PTH105  one method, one call, of the same name

    def unlink(self, path: Path) -> None:
        """Take away a file's name."""
        os.unlink(path)  # noqa: PTH108  as above

    def open_folder(self, folder: Path) -> int:
        """Return the descriptor of a folder."""
        return os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))

    def mkdir(self, path: Path, mode: int) -> None:
        """Make one folder."""
        os.mkdir(path, mode)  # noqa: PTH102  as above

    def chmod(self, path: Path, mode: int) -> None:
        """Set who may enter a folder."""
        os.chmod(path, mode)  # noqa: PTH101  as above

    def rmdir(self, path: Path) -> None:
        """Remove an empty folder."""
        os.rmdir(path)  # noqa: PTH106  as above

    def lstat(self, path: Path | str) -> os.stat_result:
        """Return what has that name, be it a link to nothing; FileNotFoundError if nothing has."""
        return os.lstat(path)

    def stat(self, path: Path | str) -> os.stat_result:
        """Return what is there, where a link leads too; FileNotFoundError if nothing is."""
        return os.stat(path)  # noqa: PTH116  as above

    def names(self, folder: Path | str) -> list[str]:
        """Return the name of whatever is in a folder."""
        return os.listdir(folder)  # noqa: PTH208  as above

    def pause(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


SYSTEM = System()

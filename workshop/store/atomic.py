"""The one safe way to write: a file is the old one or the new one, never half of each.

Every call to the operating system goes through a `System`. What is written, and when, is decided
elsewhere.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

from workshop.errors import NotSaved
from workshop.places import mode_at
from workshop.store.refusal import in_a_sentence, not_saved
from workshop.system import SYSTEM, System
from workshop.words import _

P = ParamSpec("P")
T = TypeVar("T")

TEMPORARY = re.compile(r"\.equal-say-[0-9a-f]{16}\.tmp")
"""What a file is called while it is written; one that is left was left by a stop."""
_UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTTY}
_INTERRUPTIONS = 100
"""How often one call may be interrupted before that counts as a failure."""


class _Unconfirmed(Exception):
    """The change was made, or may have been, but the disk did not say that it is safe."""


def save(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Put `data` in the place of the file at `path`, safe from a crash or power cut on return.

    A link in its place is replaced, and what it leads to left alone; so is whatever else has the
    same file under another name. The file is readable by its owner only.

    Raises:
        NotSaved: the old file stands. Only when the last step failed is the new one there, and a
            power cut could bring back the old; the sentence says which. Saving again mends it.
    """
    try:
        target = _itself(path, system)
        # Opened before anything is written, so that after the replace only the fsync can fail.
        with _names_in(target.parent, system) as confirm:
            temporary = target.parent / f".equal-say-{system.token()}.tmp"
            try:
                _write(temporary, data, system)
                _move(temporary, target, system)
            except BaseException:
                _discard(temporary, system)
                raise
            confirm()
    except _Unconfirmed as error:
        # The new file is there to be read, so that nothing changed would be untrue; and putting the
        # old one back would be one more write to a disk that fails. Saving again settles it.
        what = _(
            "It is not certain that {path} was saved: the disk did not confirm it, "
            "and a power cut could bring the old file back."
        )
        mend = _("Then save again, or choose another place.")
        raise NotSaved(in_a_sentence(what, path, error.__cause__, mend)) from error
    except (OSError, ValueError) as error:
        raise not_saved(path, error) from error


def sweep(folder: Path, system: System = SYSTEM) -> None:
    """Remove what a killed `save` left in `folder`, and nothing else; not in folders below.

    Only for whoever holds the folder's writer lock: another's save under way would lose its file.
    What cannot be removed stays for the next time, readable by its owner only.
    """
    with suppress(OSError):
        for name in system.names(folder):
            path = folder / name
            if TEMPORARY.fullmatch(name) and stat.S_ISREG(system.lstat(path).st_mode):
                _discard(path, system)


def make_folder(path: Path, system: System = SYSTEM) -> None:
    """Make the folder `path`, and those above it that are missing, for their owner only.

    Folders that are there already stay as they are.

    Raises:
        NotSaved: it was not made, and neither were those above it.
    """
    made: list[Path] = []
    try:
        target = system.real_path(path)
        missing = _missing(target, system)
        try:
            for folder in missing:
                with _names_in(folder.parent, system) as confirm:
                    _make(folder, made, system)
                    confirm()
        except BaseException:
            # Else a second try would find the folder there and never make its name safe.
            for folder in reversed(made):
                with suppress(OSError):
                    system.rmdir(folder)
            raise
    except (OSError, ValueError, _Unconfirmed) as error:
        what = _("The folder {path} was not made.")
        mend = _("Then try again, or choose another place.")
        raise NotSaved(in_a_sentence(what, path, error.__cause__ or error, mend)) from error
    if not missing:
        # Whoever made it may have been killed before its name was safe. It may also be somebody
        # else's, above which we may not look; then there is nothing to make sure of.
        with suppress(OSError, _Unconfirmed), _names_in(target.parent, system) as confirm:
            confirm()


def remove(path: Path, system: System = SYSTEM) -> None:
    """Remove what is called `path`, if anything is, and make sure that it stays gone.

    Of a link, it alone goes: what it leads to stays as it is.

    Raises:
        NotSaved: it may still be there, or a power cut could bring it back; it says which.
    """
    try:
        with suppress(FileNotFoundError), _names_in(path.parent, system) as confirm:
            with suppress(FileNotFoundError):
                _patiently(system, system.unlink, path)
            confirm()
    except _Unconfirmed as error:
        raise NotSaved(_undone(path, error.__cause__)) from error
    except (OSError, ValueError) as error:
        what = _("{path} could not be removed and may still be there.")
        mend = _("Then try again, or remove it yourself.")
        raise NotSaved(in_a_sentence(what, path, error, mend)) from error


def remove_folder(path: Path, system: System = SYSTEM) -> bool:
    """Remove the folder `path` if nothing is in it, and return whether it is gone.

    Raises:
        NotSaved: it was gone, but a power cut could bring it back.
    """
    try:
        with _names_in(path.parent, system) as confirm:
            _patiently(system, system.rmdir, path)
            confirm()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    except _Unconfirmed as error:
        raise NotSaved(_undone(path, error.__cause__)) from error
    return True


def rename(path: Path, target: Path, system: System = SYSTEM) -> None:
    """Let `path`, a folder or a file, be called `target`, beside it, where nothing is called so.

    Of a link, it alone gets the name.

    Raises:
        NotSaved: it is called as it was; or it may be, after a power cut, and the sentence says so.
    """
    mend = _("Then try again.")
    try:
        with _names_in(path.parent, system) as confirm:
            _move(path, target, system)
            confirm()
    except _Unconfirmed as error:
        what = _("It is not certain that {path} has its new name: the disk did not confirm it.")
        raise NotSaved(in_a_sentence(what, path, error.__cause__, mend)) from error
    except (OSError, ValueError) as error:
        what = _("{path} could not be given another name, and is as it was.")
        raise NotSaved(in_a_sentence(what, path, error, mend)) from error


def _itself(path: Path, system: System) -> Path:
    """Return `path` with every link on the way to it followed, and none of its own."""
    return system.real_path(path.parent) / path.name


def _undone(path: Path, error: BaseException | None) -> str:
    """Return that `path` was removed, but could come back."""
    what = _("{path} was removed, but the disk did not confirm it: a power cut could undo it.")
    mend = _("Then try again, or remove it yourself.")
    return in_a_sentence(what, path, error, mend)


def _write(temporary: Path, data: bytes, system: System) -> None:
    """Make `temporary` with `data` in it, the bytes safe on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = _again(system.open, temporary, flags, 0o600)
    try:
        _protect(descriptor, system)
        rest = memoryview(data)
        while rest:
            count = _again(system.write, descriptor, rest)
            if count == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[count:]
        _sync(descriptor, system)
    except BaseException:
        with suppress(OSError):
            system.close(descriptor)
        raise
    # Never closed a second time: the number may be another file's by then. The bytes are safe.
    with suppress(InterruptedError):
        system.close(descriptor)


def _protect(descriptor: int, system: System) -> None:
    """Let the owner, and nobody else, read and write, whatever the umask took away."""
    try:
        _again(system.fchmod, descriptor, 0o600)
    except OSError as error:
        # A memory stick that knows no rights says so. Opening with 0600 has let nobody else in.
        if error.errno not in _UNSUPPORTED | {errno.EPERM}:
            raise


def _move(temporary: Path, target: Path, system: System) -> None:
    """Let `temporary` be the file `target`, in one step."""
    try:
        _patiently(system, system.replace, temporary, target)
    except OSError as error:
        # A network disk can lose the answer instead of the question: then the file is moved.
        if _is_untouched(temporary, system):
            raise
        raise _Unconfirmed from error


def _is_untouched(temporary: Path, system: System) -> bool:
    """Whether it is certain that `temporary` was not moved; if its folder is gone, it is."""
    try:
        return _is_there(temporary, system) or not _is_there(temporary.parent, system)
    except OSError:
        return False


def _is_there(path: Path, system: System) -> bool:
    try:
        _again(system.lstat, path)
    except FileNotFoundError:
        return False
    return True


def _is_folder(path: Path, system: System) -> bool:
    return stat.S_ISDIR(_again(mode_at, path, system))


def _discard(path: Path, system: System) -> None:
    with suppress(OSError):
        _patiently(system, system.unlink, path)


def _missing(target: Path, system: System) -> list[Path]:
    """Return `target` and the folders above it that are not there, the outermost first."""
    missing: list[Path] = []
    for folder in (target, *target.parents):
        if _is_folder(folder, system):
            break
        missing.insert(0, folder)
    return missing


def _make(folder: Path, made: list[Path], system: System) -> None:
    try:
        _again(system.mkdir, folder, 0o700)
        made.append(folder)
        _again(system.chmod, folder, 0o700)
    except FileExistsError:
        if not _is_folder(folder, system):
            raise


@contextmanager
def _names_in(folder: Path, system: System) -> Iterator[Callable[[], None]]:
    """Open `folder`; yield what makes the names in it safe, or raises `_Unconfirmed`."""
    if not system.syncs_folders:
        yield lambda: None
        return
    descriptor = _again(system.open_folder, folder)

    def confirm() -> None:
        try:
            _sync(descriptor, system)
        except OSError as error:
            # Some network disks cannot be asked at all, which is no reason never to save on them.
            if error.errno not in _UNSUPPORTED:
                raise _Unconfirmed from error

    try:
        yield confirm
    finally:
        # Nothing was written through it, so closing it cannot lose anything.
        with suppress(OSError):
            system.close(descriptor)


def _sync(descriptor: int, system: System) -> None:
    if system.full_fsync_command is not None:
        try:
            _again(system.full_fsync, descriptor, system.full_fsync_command)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        else:
            return
    _again(system.fsync, descriptor)


def _again(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `call` returns, asking again when a signal came in between."""
    for _attempt in range(_INTERRUPTIONS):
        with suppress(InterruptedError):
            return call(*args, **kwargs)
    return call(*args, **kwargs)


def _patiently(system: System, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `call` returns, waiting while another program holds the file open."""
    for seconds in system.pauses:
        with suppress(PermissionError):
            return _again(call, *args, **kwargs)
        system.pause(seconds)
    return _again(call, *args, **kwargs)

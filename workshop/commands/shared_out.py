"""Work that is done on many things apart, shared out among the processors of this machine."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 100
"""For how many things another process pays: to begin one takes about as long as ten files."""


def shared_out(
    work: Callable[[Sequence[T]], list[R]], things: Sequence[T], processors: int | None = None
) -> list[R]:
    """Return what `work` returns for all `things`, in an order that nobody may count on.

    Args:
        work: what is done. It writes nothing, and what it returns can be pickled.
        things: what it is done on, each apart from the others.
        processors: how many to use, this one included; as many as there are when None.

    Raises:
        Exception: whatever `work` raises. What another process did not finish is done here.
    """
    count = min(_processors() if processors is None else processors, len(things) // FEWEST)
    if count < 2:
        return work(things)
    shares = [things[place::count] for place in range(count)]  # large files may stand together
    lent = [(share, _lend(work, share)) for share in shares[1:]]
    done = work(shares[0])
    for share, receiver in lent:
        brought: list[R] | None = _brought(receiver)
        done += work(share) if brought is None else brought
    return done


def _processors() -> int:
    """Return how many processors may be used: 1 where to begin a process takes too long."""
    if sys.platform != "linux":  # elsewhere a process cannot begin as a copy of this one
        return 1
    return len(os.sched_getaffinity(0))


def _lend(work: Callable[[Sequence[T]], list[R]], share: Sequence[T]) -> "Connection | None":
    """Have another process do a share; return where its results come, None if there is none."""
    from multiprocessing import get_context  # takes a while to import, and few need it

    try:
        forked = get_context("fork")
        receiver, sender = forked.Pipe(duplex=False)
        forked.Process(target=_do, args=(work, share, sender), daemon=True).start()
    except (OSError, ValueError):  # no process to be had, or none of this kind on this system
        return None
    sender.close()  # so that the receiver sees the end when the other process is gone
    return receiver


def _do(work: Callable[[Sequence[T]], list[R]], share: Sequence[T], sender: "Connection") -> None:
    """Do a share in a process of its own, which prints nothing whatever happens."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    with suppress(Exception):  # whoever waits does the share again, and meets the same
        sender.send(work(share))
    os._exit(0)


def _brought(receiver: "Connection | None") -> list[R] | None:
    """Return what another process found; None if it could not tell."""
    if receiver is None:
        return None
    with receiver, suppress(EOFError, OSError):
        found: list[R] = receiver.recv()
        return found
    return None

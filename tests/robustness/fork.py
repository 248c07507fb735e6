"""This process twice: one goes on and is killed, or tells how it went; the other waits for it.

So a kill is a kill of a program in the middle of its evening, and costs a few milliseconds: nothing
is begun from its first word again.
"""

import asyncio
import gc
import json
import os
import select
import signal
import warnings
from dataclasses import dataclass
from typing import Any, NoReturn

SECONDS = 120
"""How long such a process may take before a test fails."""
MOST = 8_000
"""How much one has to tell: no more than a pipe holds, as nobody reads before its end."""


@dataclass(frozen=True)
class Ended:
    """How the other one ended.

    Attributes:
        killed: whether kill -9 ended it.
        told: what it had to tell; None where it was killed before.
    """

    killed: bool
    told: Any


class Other:
    """What the other one is given: a way to end, and to tell how it went."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def tell(self, what: Any) -> NoReturn:
        """End, without a word of Python's own."""
        os.write(self._pipe, json.dumps(what).encode()[:MOST])
        os._exit(0)


def forked(after: float | None = None) -> Ended | Other:
    """Return twice: `Other` in the other process, and here how that ended.

    Args:
        after: so many seconds later it is killed, whatever it does.
    """
    loop = asyncio._get_running_loop()
    read, write = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads that are not in the other one: none is needed
        child = os.fork()
    if child == 0:
        os.close(read)
        gc.disable()  # which writes to all that the two share, and so doubles it
        asyncio._set_running_loop(loop)  # which it knows by the number of the process
        return Other(write)
    os.close(write)
    watched = os.pidfd_open(child)
    try:
        end = select.poll()
        end.register(watched, select.POLLIN)
        ended = bool(end.poll((SECONDS if after is None else after) * 1000))
        if not ended:
            signal.pidfd_send_signal(watched, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
        told = os.read(read, MOST)
    finally:
        os.close(watched)
        os.close(read)
    assert ended or after is not None, "it never ends"
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    return Ended(killed, json.loads(told) if told else None)


def die() -> NoReturn:
    """End as by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("kill -9 kills")

"""Every call to the disk in this process, by whomever: told apart by number, and stopped at one."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal, NoReturn

from support.disks import CALLS

from workshop.system import System

from .fork import die

CODES = ("EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "ESTALE")
SILENT = ("close", "real_path")
"""Of what these ask, no system ever says that it failed in a way that could be told."""
SECONDS = 120
"""How long a process may take before a test fails."""

Way = Literal["kill", "kill halfway", "fail once", "fail until it is mended"]


@dataclass(frozen=True)
class Blow:
    """What happens at one call.

    Attributes:
        call: which one, counted from when the process is made; the first is 1.
        way: what happens there.
        code: with which word it fails.
    """

    call: int
    way: Way
    code: str = ""


class Seam:
    """The one way to the disk, with an ear at it.

    Attributes:
        names: what was asked so far, in order.
        heard: is called after each call that was carried out, with what it was.
        struck: what failed, in order.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.heard: Callable[[str, tuple[Any, ...], Any], None] = lambda _name, _args, _result: None
        self.struck: list[str] = []
        self._blow: Blow | None = None
        self._is_wrong = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear all that is asked from now on, until it is left."""
        before = {name: getattr(System, name) for name in CALLS}
        for name in CALLS:
            setattr(System, name, self._asking(name, before[name]))
        try:
            yield
        finally:
            for name in CALLS:
                setattr(System, name, before[name])

    def strike(self, blow: Blow) -> None:
        """Let it happen at a call from now on."""
        self.names.clear()
        self._blow = blow

    @property
    def kills(self) -> bool:
        """Whether a kill is still to come."""
        return self._blow is not None and self._blow.way.startswith("kill")

    def mend(self) -> None:
        """Let nothing fail any more."""
        self._is_wrong = False

    def _asking(self, name: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def asked(disk: System, *args: Any) -> Any:
            self.names.append(name)
            blow = self._blow
            if blow is not None and len(self.names) == blow.call and not self._passes(blow, name):
                self._happen(blow, name, lambda *given: really(disk, *given), args)
            if self._is_wrong and name not in SILENT and blow is not None:
                self._fail(blow, name)
            result = really(disk, *args)
            self.heard(name, args, result)
            return result

        return asked

    def _passes(self, blow: Blow, name: str) -> bool:
        """Whether a call cannot fail; then the next one does."""
        passes = blow.way.startswith("fail") and name in SILENT
        if passes:
            self._blow = replace(blow, call=blow.call + 1)
        return passes

    def _happen(
        self, blow: Blow, name: str, really: Callable[..., Any], args: tuple[Any, ...]
    ) -> None:
        match blow.way:
            case "kill":
                die()
            case "kill halfway":
                if name == "write":
                    really(args[0], args[1][: len(args[1]) // 2])
                die()
            case "fail once":
                self._fail(blow, name)
            case "fail until it is mended":
                self._is_wrong = True

    def _fail(self, blow: Blow, name: str) -> NoReturn:
        self.struck.append(name)
        code = getattr(errno, blow.code)
        raise OSError(code, os.strerror(code))

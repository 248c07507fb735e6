"""A disk as it could be after a power cut, worked out from the calls that were made.

After the idea of SQLite's test6.c: what was written and not synced is lost, kept or torn; names
that were changed and not synced are lost or kept, each by itself.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations
from pathlib import Path

Content = bytes | None
"""What a file holds; None when there is no such file."""


@dataclass(frozen=True)
class Event:
    """One call, or a note of what we were about to do or were told is done."""

    name: str
    args: tuple[object, ...] = ()
    result: object = None


class Inode:
    """A file on a disk: what it held when last synced, and whatever it held since."""

    def __init__(self, content: bytes = b"") -> None:
        self.since: list[bytes] = [content]

    def sync(self) -> None:
        del self.since[:-1]

    def after_power_loss(self) -> Iterator[bytes]:
        yield self.since[0]
        for content in self.since[1:]:
            yield content
            yield content[: len(content) // 2]
            yield bytes(len(content))


@dataclass
class Disk:
    """What the calls make of a disk, and what may be left of that."""

    names: dict[Path, Inode | None] = field(default_factory=dict)
    safe: dict[Path, Inode | None] = field(default_factory=dict)
    unsafe: list[dict[Path, Inode | None]] = field(default_factory=list)
    opened: dict[int, Inode | Path] = field(default_factory=dict)

    def put(self, path: Path, content: bytes) -> None:
        """Let a file be there, long since safe."""
        self.names[path] = self.safe[path] = Inode(content)

    def happen(self, event: Event) -> None:
        match event:
            case Event("open", (Path() as path, int(flags), _), int(descriptor)):
                inode = self.names.get(path)
                if inode is None:
                    inode = Inode()
                    self._rename({path: inode})
                elif flags & os.O_TRUNC:
                    inode.since.append(b"")
                self.opened[descriptor] = inode
            case Event("open_folder", (Path() as path,), int(descriptor)):
                self.opened[descriptor] = path
            case Event("write", (int(descriptor), bytes(data)), int(count)):
                inode = self.opened[descriptor]
                assert isinstance(inode, Inode)
                inode.since.append(inode.since[-1] + data[:count])
            case Event("fsync", (int(descriptor),)):
                self._sync(self.opened[descriptor])
            case Event("replace", (Path() as source, Path() as target)):
                self._rename({source: None, target: self.names[source]})
            case Event("unlink", (Path() as path,)):
                self._rename({path: None})
            case Event("mkdir", (Path() as path, _)):
                self._rename({path: Inode()})

    def _rename(self, change: dict[Path, Inode | None]) -> None:
        self.names |= change
        self.unsafe.append(change)

    def _sync(self, what: Inode | Path) -> None:
        if isinstance(what, Inode):
            what.sync()
            return
        for change in [each for each in self.unsafe if next(iter(each)).parent == what]:
            self.safe |= change
            self.unsafe.remove(change)

    def after_power_loss(self, target: Path) -> Iterator[Content]:
        """Yield everything that could be read at `target` when the power is back."""
        kept = range(len(self.unsafe) + 1)
        for changes in chain.from_iterable(combinations(self.unsafe, count) for count in kept):
            names = dict(self.safe)
            for change in changes:
                names |= change
            lost = any(path in self.names and not names.get(path) for path in target.parents)
            inode = None if lost else names.get(target)
            if inode is None:
                yield None
            else:
                yield from inode.after_power_loss()

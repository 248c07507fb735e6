"""What every command is given: the options, the clock, chance, and where things are."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from workshop import paths
from workshop.content.language import language_set
from workshop.core.text import clean, one_line
from workshop.errors import NotFound, NotPrinted
from workshop.places import is_folder
from workshop.values import dataclass
from workshop.words import _, asked_for, languages

if TYPE_CHECKING:
    from random import Random

    from workshop.content.library import Library
    from workshop.desk.clock import Clock
    from workshop.desk.settings import SetUp
    from workshop.desk.workshops import Workshops
    from workshop.store.keyring import Keyring


@dataclass(frozen=True)
class Context:
    """One call of one command.

    Attributes:
        options: what was on the command line.
        clock: the day, and how time goes by.
        random: chance.
        environment: the environment variables.
    """

    options: SimpleNamespace
    clock: Clock
    random: Random
    environment: Mapping[str, str]

    @cached_property
    def settings(self) -> SetUp:
        """What somebody set, in the data folder that is named, or else the usual one."""
        from workshop.desk.settings import NamedBy, SetUp

        environment = self.environment.get("WORKSHOP_DATA")
        folder = paths.data_folder(self.options.data, environment)
        named: NamedBy | None = "WORKSHOP_DATA" if environment else None
        return SetUp(folder, "--data" if self.options.data else named)

    @cached_property
    def data(self) -> Path:
        """Where workshops are kept.

        Raises:
            NotFound: the settings name a folder that is not there. None is made in its place, and
                no other is taken: it may be on a disk that is locked, and what is there private.
        """
        folder = self.settings.data
        if folder != self.settings.folder and not is_folder(folder):
            raise NotFound(
                _(
                    "There is no folder {folder}, where {settings} says that workshops are kept. Is"
                    " its disk there? `workshop settings data FOLDER` names another one."
                ).format(folder=folder, settings=self.settings.path)
            )
        return folder

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """What people read is looked for in these, in this order; English stands behind them."""
        said = language_set(self.settings.folder)
        return languages(self.environment) if said is None else asked_for(said)

    @cached_property
    def library(self) -> Library:
        """What people read."""
        from workshop.content.library import Library

        own = self._own_named or self._own_by_settings()
        return Library(paths.builtin_content(), own, self.languages)

    @property
    def _own_named(self) -> Path | None:
        """The folder of own exercises that `--exercises` names, wherever it is named from."""
        return paths.whole(self.options.own) if self.options.own else None

    def _own_by_settings(self) -> Path | None:
        settings = self.settings.now
        if settings.trouble:
            self.complain(settings.trouble)
        return settings.exercises

    @cached_property
    def keys(self) -> Keyring:
        """The keys of locked workshops that were opened in this call."""
        from workshop.store.keyring import Keyring

        return Keyring()

    @cached_property
    def workshops(self) -> Workshops:
        """Where a pair comes in."""
        return self._door(self.keys)

    def door(self) -> Workshops:
        """Return another door to the same workshops, through which nobody came yet.

        Nor was any unlocked there: who opens the list of them again has none of their keys.
        """
        return self._door(None)

    def _door(self, keys: Keyring | None) -> Workshops:
        from workshop.desk.workshops import Workshops

        return Workshops(
            self.data,
            self.library,
            self.clock,
            self.random,
            named=bool(self.options.data),
            own=self._own_named,
            keys=keys,
            settings=self.settings,
        )

    def say(self, *lines: str) -> None:
        """Print lines on standard output."""
        with _printing():
            for line in lines:
                sys.stdout.write(clean(line) + "\n")  # a path may hold what acts on a terminal
            sys.stdout.flush()

    def hand_out(self, data: bytes) -> None:
        """Print a file on standard output, byte for byte."""
        with _printing():
            sys.stdout.flush()
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.buffer.write(data)
            else:
                sys.stdout.write(data.decode())
            sys.stdout.flush()

    def say_unguarded(self, folders: Iterable[Path]) -> None:
        """Say on standard error that nobody can be kept from writing in one of these, if so."""
        from workshop.desk.kept_where import unguarded

        told = dict.fromkeys(" ".join(unguarded(folder)) for folder in folders)
        for sentence in filter(None, told):
            self.complain(sentence)

    def say_where_kept(self) -> None:
        """Say on standard error what is to be known of where workshops are kept, once."""
        from workshop.desk.kept_where import notices

        for told in notices(self.data):
            self.complain(told)

    def complain(self, sentence: str) -> None:
        """Print a sentence on standard error; where nothing can be printed, the code says it."""
        self.tell(f"workshop: {sentence}")

    def tell(self, sentence: str) -> None:
        """Print a sentence on standard error that is no part of what was asked for."""
        with suppress(OSError):
            sys.stderr.write(f"{one_line(sentence)}\n")
            sys.stderr.flush()


@contextmanager
def _printing() -> Iterator[None]:
    """Tell of a disk that is full, or of an output that is closed. Raises NotPrinted."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read our lines has gone, and wants no more of them
    except OSError as error:
        raise NotPrinted(error) from None

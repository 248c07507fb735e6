"""Finds and loads what people read: what came with the program, and a pair's or therapist's own.

Each model is imported with the first file of its kind: whoever asks for help lines waits for none
of the exercises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workshop.content.folders import Folders, gone, is_there, must_be_listed
from workshop.content.loading import bytes_of, load, understood
from workshop.core.text import clean, shown
from workshop.errors import NotFound, Trouble, Unreadable
from workshop.plain_file import SIZE_LIMIT
from workshop.words import _

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from workshop.content.demo import Demo
    from workshop.content.help_lines import HelpLines
    from workshop.content.readings import Reading
    from workshop.core.evening.words import EveningWords
    from workshop.core.exercise import Exercise, Programme
    from workshop.core.model import Frozen

C = TypeVar("C", bound="Frozen")

BEFORE = "before-you-begin"
"""How the names of the pages begin that are read before anything else."""


def _named(file: str) -> str:
    from shlex import quote  # few files are named to a command

    return quote(shown(file))


class Library:
    """The exercises, programmes and readings of one folder, beside the built-in ones.

    A file of one's own goes before a built-in one of the same name. Of each, the file in the
    folder of a language, such as `de/money.toml`, goes before the one in English.
    """

    def __init__(
        self, builtin: Traversable, own: Path | None = None, languages: Sequence[str] = ()
    ) -> None:
        """Open a library.

        Args:
            builtin: the folder of what came with the program.
            own: a folder of one's own.
            languages: whose folders are looked in before English, in this order.

        Raises:
            NotFound: there is no such folder of one's own; Unreadable when it cannot be listed.
        """
        self._folders = Folders(builtin, own, languages)
        self._roots = builtin, own, languages
        self._missed: Path | None = None  # a folder of one's own that is gone, and why
        self._why = ""
        self._known: dict[tuple[type[Frozen], str], tuple[bytes, Frozen]] = {}
        if own is not None:
            must_be_listed(own)

    def beside(self, own: Path) -> Library:
        """Return this library with another folder of one's own.

        One that is not there stops nothing: whoever looks for one's own is told.
        """
        builtin, mine, languages = self._roots
        if own == mine:
            return self
        try:
            return Library(builtin, own, languages)
        except Trouble as trouble:
            without = Library(builtin, None, languages)
            without._missed, without._why = own, gone(own, trouble)
            return without

    @property
    def gone(self) -> str:
        """Why the folder of one's own cannot be looked into, if it cannot, or could not before."""
        own = self._roots[1]
        if own is None:
            return self._why
        try:
            must_be_listed(own)
        except Trouble as trouble:
            return gone(own, trouble)
        return ""

    def look_again(self) -> None:
        """Look whether the folder that was gone is there now."""
        if self._missed is None:
            return
        builtin, _none, languages = self._roots
        try:
            must_be_listed(self._missed)
        except Trouble as trouble:
            self._why = gone(self._missed, trouble)
            return
        self._folders = Folders(builtin, self._missed, languages)
        self._roots, self._missed = (builtin, self._missed, languages), None

    def exercise(self, id: str) -> Exercise:
        """Return the exercise called `id`.

        Raises:
            NotFound: there is none.
            Unreadable: its file is not an exercise.
        """
        file = self._folders.find(f"{id}.toml", "")
        if file is None and self.gone:
            raise NotFound(self.gone)
        if file is None:
            from workshop.content.problem import with_nearest  # few are not there

            said = _(
                "There is no exercise called {id}. `workshop exercises` lists them,"
                " `workshop programmes` the programmes."
            )
            raise NotFound(with_nearest(said.format(id=shown(id)), id, self.exercise_ids()))
        from workshop.core.exercise import Exercise

        return self._load(Exercise, file)

    def begun(self, id: str, digest: str) -> Exercise:
        """Return the exercise called `id` that has this digest, in whatever language it is.

        Who begins an exercise in one language ends it in that one, whatever is spoken meanwhile.
        Where none has the digest, its author has changed it: then it is the one of today.

        Raises:
            NotFound: there is none of that name.
            Unreadable: its file is not an exercise.
        """
        from workshop.core.exercise import Exercise

        found: Exercise | Trouble
        try:
            found = self.exercise(id)
        except Trouble as trouble:
            found = trouble
        if isinstance(found, Exercise) and found.digest == digest:
            return found
        for file in self._folders.in_any_language(f"{id}.toml"):
            with suppress(Trouble):
                other = self._load(Exercise, file)
                if other.digest == digest:
                    return other
        if isinstance(found, Trouble):
            raise found
        if self.gone:  # it may be one's own of the same name that was begun
            raise NotFound(self.gone)
        return found

    def programme(self, id: str) -> Programme:
        """Return the programme called `id`.

        Raises:
            NotFound: there is none.
            Unreadable: its file is not a programme.
        """
        file = self._folders.find(f"{id}.toml", "programmes")
        if file is None:
            from workshop.content.problem import with_nearest  # as above

            ids = self.programme_ids()
            said = _("There is no programme called {id}. There are: {ids}.")
            raise NotFound(with_nearest(said.format(id=shown(id), ids=", ".join(ids)), id, ids))
        from workshop.core.exercise import Programme

        return self._load(Programme, file)

    def exercises(self) -> Iterator[Exercise | Trouble]:
        """Yield every exercise by id; for one that cannot be read, what is wrong with it."""
        for id in self._folders.names("", ".toml"):
            try:
                yield self.exercise(id)
            except Trouble as trouble:
                yield trouble

    def replaced(self) -> list[str]:
        """Return the ids of built-in exercises in whose place one's own are used."""
        return self._folders.replaced(".toml")

    def exercise_ids(self) -> list[str]:
        """Return the ids of all exercises, whether they can be read or not."""
        return self._folders.names("", ".toml")

    def exercises_of(self, programme: Programme) -> dict[str, Exercise]:
        """Return the exercises of `programme` by id, each once, in the order in which they come.

        Raises:
            NotFound: one of them is not there.
            Unreadable: one of them cannot be read.
        """
        return {id: self.exercise(id) for id in programme.path}

    def programme_ids(self) -> list[str]:
        """Return the ids of all programmes, whether they can be read or not."""
        return self._folders.names("programmes", ".toml")

    def programme_file(self, id: str) -> str:
        """Return the file of the programme called `id`, as it is named to a command."""
        return _named(str(self._folders.find(f"{id}.toml", "programmes")))

    def programmes(self) -> Iterator[Programme | Trouble]:
        """Yield every programme by id; for one that cannot be read, what is wrong with it."""
        for id in self.programme_ids():
            try:
                yield self.programme(id)
            except Trouble as trouble:
                yield trouble

    def page(self, name: str) -> str:
        """Return the Markdown of a page that is the same for everyone: never one's own.

        Raises:
            NotFound: there is none of that name.
        """
        file = self._folders.shipped("readings", f"{name}.md")
        if not is_there(file):
            raise NotFound(_("There is no reading called {name}.").format(name=shown(name)))
        return clean(bytes_of(file, str(file)).decode())

    def reading_names(self) -> list[str]:
        """Return the names of all readings, and of the pages to read before you begin."""
        return self._folders.names("readings", ".md")

    def reading(self, name: str) -> Reading:
        """Return the reading called `name`.

        Raises:
            NotFound: there is none.
            Unreadable: its file is no reading.
        """
        from workshop.content.readings import parsed

        file = self._folders.find(f"{name}.md", "readings")
        if file is None or name.startswith(BEFORE):
            raise NotFound(_("There is no reading called {name}.").format(name=shown(name)))
        data = bytes_of(file, str(file))
        if len(data) > SIZE_LIMIT:
            raise Unreadable(_("{name} is larger than 1 MB, so it was not read.").format(name=file))
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            said = _("{name} is not UTF-8 text. Save it as plain text, UTF-8.").format(name=file)
            raise Unreadable(said) from None
        return parsed(name, clean(text), _named(str(file)))

    def readings(self) -> Iterator[Reading | Trouble]:
        """Yield every reading by name; for one that cannot be read, what is wrong with it."""
        for name in self.reading_names():
            if not name.startswith(BEFORE):
                try:
                    yield self.reading(name)
                except Trouble as trouble:
                    yield trouble

    def readings_on(self, exercise: str) -> list[Reading]:
        """Return the readings that link to `exercise`, by name."""
        from workshop.content.readings import Link, Reading

        found = (one for one in self.readings() if isinstance(one, Reading))
        return [one for one in found if Link("exercise", exercise) in one.links]

    def help_lines(self) -> HelpLines:
        """Return the directories of services."""
        from workshop.content.help_lines import HelpLines

        return load(HelpLines, self._folders.shipped("help", "lines.toml"))

    def demo(self) -> Demo:
        """Return the script of the demo."""
        from workshop.content.demo import Demo

        return load(Demo, self._folders.shipped("demo", "script.toml"))

    def evening_words(self) -> EveningWords:
        """Return what is said when an evening opens and closes."""
        from workshop.core.evening.words import EveningWords

        return self._load(EveningWords, self._folders.shipped("evening", "words.toml"))

    def _load(self, kind: type[C], file: Traversable) -> C:
        """Return the content in `file`; what is in it is understood anew only once it changed."""
        name = str(file)
        data = bytes_of(file, name)
        known = self._known.get((kind, name))
        if known is not None and known[0] == data and isinstance(known[1], kind):
            return known[1]
        try:
            content = understood(kind, data, name)
        except Trouble:
            raise
        except Exception:  # one file with which we are wrong stops no other
            raise Unreadable(
                _("{name} cannot be read: the program made a mistake with it.").format(name=name)
            ) from None
        self._known[kind, name] = data, content
        return content

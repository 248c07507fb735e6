"""The command check: everything wrong in files that people wrote, or changed by hand."""

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from functools import cache, partial
from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.commands.copies_beside import copies_beside
from workshop.commands.links import links_in
from workshop.commands.shared_out import shared_out
from workshop.content.authored import authored
from workshop.content.check import check
from workshop.content.folders import IN_A_LANGUAGE
from workshop.content.kind import kind_of
from workshop.content.library import Library
from workshop.content.loading import load
from workshop.content.problem import Problem
from workshop.core.exercise import Exercise
from workshop.errors import Trouble
from workshop.places import is_file, is_taken, mode_at
from workshop.plain_file import SIZE_LIMIT, read_plain
from workshop.system import SYSTEM
from workshop.words import _, plural

READINGS = "readings"
"""The folder whose Markdown files are readings."""


def check_all(context: Context) -> int:
    """Say what is wrong in files and folders; 1 if anything is, with `strict` for warnings too."""
    items = dict.fromkeys(_files(context.options.paths))  # a file that is named twice only once
    found = [item for item in items if isinstance(item, Problem)]
    looked_at = [item for item in items if isinstance(item, Path)]
    found += shared_out(partial(_check_some, context.clock.today()), looked_at)
    found.sort(key=lambda problem: (problem.file, problem.line))
    if context.options.json:
        import json

        rows = [asdict(problem) | {"sentence": problem.sentence} for problem in found]
        context.say(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        told = (line for problem in found for line in problem.told())
        context.say(*told, _summary(len(looked_at), found))
    errors = [problem for problem in found if problem.severity == "error"]
    return 1 if errors or (found and context.options.strict) else 0


def _summary(files: int, found: list[Problem]) -> str:
    told = _("nothing is wrong")
    if found:
        errors = sum(problem.severity == "error" for problem in found)
        warnings = len(found) - errors
        told = _("{errors}, {warnings}").format(
            errors=plural("{count} error", "{count} errors", errors),
            warnings=plural("{count} warning", "{count} warnings", warnings),
        )
    looked = plural("{count} file looked at", "{count} files looked at", files)
    return _("{looked}: {told}.").format(looked=looked, told=told)


def _files(named: Iterable[str]) -> Iterator[Path | Problem]:
    """Yield the files that are meant, and a problem for whatever is none."""
    for name in named:
        path = Path(name)
        try:
            mode = mode_at(path)
            there = mode or is_taken(path)
        except OSError as error:
            yield _closed(name, error)
            continue
        if stat.S_ISDIR(mode):
            yield from _inside(path)
        elif not stat.S_ISREG(mode):
            what, mend = _("there is no such file."), _("Look at its name, and at the folder.")
            if there:
                what = _("this is neither a file nor a folder.")
                mend = _("Name a file that ends in .toml or .md, or a folder of them.")
            yield Problem(name, "", what, mend)
        elif path.suffix not in (".toml", ".md"):
            what = _("only files ending in .toml or .md can be checked.")
            yield Problem(name, "", what, _("Save it as plain text, UTF-8, under such a name."))
        else:
            yield path


def _inside(folder: Path) -> Iterator[Path | Problem]:
    """Yield the files of a folder and of those in it; what is hidden and linked folders are not."""
    found = list(_below(folder))
    yield from found
    if not found:
        what = _("this folder holds no file that can be checked.")
        mend = _("Name a folder in which files end in .toml.")
        if folder.suffix == ".toml":
            what = _("this is a folder, and an exercise or a programme is a file.")
            mend = _("Give the folder another name, and put the file in its place.")
        yield Problem(str(folder), "", what, mend)


def _below(folder: Path) -> Iterator[Path | Problem]:
    endings = (".toml", ".md") if paths.absolute(folder).name == READINGS else (".toml",)
    try:
        names = sorted(name for name in SYSTEM.names(folder) if not name.startswith("."))
        found = [(folder / name, SYSTEM.lstat(folder / name).st_mode) for name in names]
        links = [path for path, mode in found if stat.S_ISLNK(mode)]
        linked = {path for path in links if stat.S_ISDIR(mode_at(path))}
    except OSError as error:
        yield _closed(str(folder), error)
        return
    copies = dict(copies_beside(folder, names))
    yield from copies.values()
    for path, mode in found:
        if path.name in copies:
            continue
        if path.name.endswith(endings) and not stat.S_ISDIR(mode) and path not in linked:
            yield from (path,) if stat.S_ISREG(mode) else _files([str(path)])
    yield from links_in(folder)
    for path, mode in found:
        if stat.S_ISDIR(mode) and path.name not in copies:
            yield from _below(path)


def _check_some(today: date, paths: Sequence[Path]) -> list[Problem]:
    libraries = cache(_library)  # to list a folder anew for each of its files takes their square
    return [problem for path in paths for problem in _check(path, today, libraries)]


def _check(path: Path, today: date, libraries: Callable[[Path], Library]) -> Iterator[Problem]:
    name = str(path)
    try:
        data = read_plain(path, SIZE_LIMIT + 1)
    except OSError as error:
        yield _closed(name, error)
        return
    absolute = paths.absolute(path)
    if absolute.name == paths.OUTSIDE:
        from workshop.commands.pair_files import check_outside

        yield from check_outside(absolute.parent, name)
        return
    read = None if absolute.suffix == ".md" else authored(data)
    match kind_of(absolute, frozenset((read and read.table) or ())):
        case (
            "exercise" | "programme" | "help lines" | "evening words" | "reading" | "demo"
        ) as kind:
            library = libraries(absolute.parent)
            yield from check(data, name, kind, library, today, read, _in_english(absolute))
        case "settings":
            from workshop.content.settings_check import settings_problems

            yield from settings_problems(data, name, read or authored(data))
        case kind:
            from workshop.commands.pair_files import check_document  # which takes their models

            yield from check_document(data, name, kind)


def _in_english(path: Path) -> Exercise | None:
    """Return the exercise that the file at `path` says in another language, if it does."""
    original = path.parent.parent / path.name
    if not IN_A_LANGUAGE.fullmatch(path.parent.name) or not is_file(original):
        return None
    with suppress(Trouble):
        return load(Exercise, original)
    return None


def _library(folder: Path) -> Library:
    """Return the exercises in the folder of a file, and the built-in ones."""
    return Library(
        paths.builtin_content(), folder.parent if folder.name == "programmes" else folder
    )


def _closed(name: str, error: OSError | ValueError) -> Problem:
    why = error.strerror if isinstance(error, OSError) else None
    what = _("this cannot be opened: {why}.").format(why=why or _("it is not a name for a file"))
    return Problem(name, "", what, _("Look at its name, and at who may read it."))

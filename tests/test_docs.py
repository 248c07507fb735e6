"""The pages for whoever works on this name what is there, and the change log fits the version."""

import ast
import keyword
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from pkgutil import resolve_name

import pytest
from packaging.version import Version

from workshop import paths
from workshop.version import VERSION

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NAMING = [page for page in PAGES if page.stem in ("architecture", "contributing", "reliability")]
"""The pages that name files, modules, classes and tests."""

LINK = re.compile(r"\]\(([^)#:\s]*)(?:#([\w-]+))?\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(?:workshop|tests|exercises|docs|\.ci)/[\w./-]*|pyproject\.toml")
TEST = re.compile(r"(tests/[\w/]+\.py)::(test_\w+)")
PLACED = re.compile(r"`([A-Za-z_][\w.]*)(?:\(\))?` (?:in `|\(`)\s*([\w/]+\.py)`")
DOTTED = re.compile(r"(?<![\w/.-])(?:workshop|tests)(?:\.\w+)+")
NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*(?:\(\))?")
GERMAN = "/de/"
"""The language that is only an example of one."""
RELEASE = re.compile(r"^## \[([\d.]+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def headings(page: Path) -> set[str]:
    """Return the headings of a page, as links name them."""
    found = re.findall(r"^#+ (.*)$", read(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in found}


def code(page: Path) -> Iterator[str]:
    """Yield what stands between two signs for code, and each line between two fences."""
    for number, part in enumerate(re.split(r"^ *```.*$", read(page), flags=re.MULTILINE)):
        yield from part.splitlines() if number % 2 else CODE.findall(part)


@cache
def names() -> frozenset[str]:
    """Return every name of the program and its tests; a member as `Class.member`."""
    found = {"workshop", "tests", *keyword.softkwlist}
    members: dict[str, set[str]] = {}
    bases: dict[str, set[str]] = {}
    for file in [*(ROOT / "workshop").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        found.add(file.stem)
        for node in ast.walk(ast.parse(read(file))):
            found.update(named(node))
            if isinstance(node, ast.ClassDef):
                mine = members.setdefault(node.name, set())
                mine.update(*(named(part) for part in node.body))
                bases.setdefault(node.name, set()).update(ast.unparse(base) for base in node.bases)
    for name in members:
        above, seen = {name}, set[str]()
        while above:
            seen |= above
            above = set().union(*(bases.get(one, set()) for one in above)) - seen
        found.update(f"{name}.{member}" for one in seen for member in members.get(one, ()))
    return frozenset(found)


def named(node: ast.AST) -> set[str]:
    """Return what a piece of source gives a name to."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
            return {name}
        case ast.Name(id=name, ctx=ast.Store()) | ast.alias(name=name):
            return {name}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case ast.Assign(targets=[ast.Name(id=name)]):
            return {name}
    return set()


def is_there(dotted: str) -> bool:
    """Whether a module of the tests is there, or a name of the program can be imported."""
    if dotted.startswith("tests."):
        path = ROOT / dotted.replace(".", "/")
        return path.is_dir() or path.with_suffix(".py").exists()
    try:
        resolve_name(dotted)
    except (ImportError, AttributeError):
        return False
    return True


def by_name(pages: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", pages, ids=lambda page: page.name)


@by_name(PAGES)
def test_where_a_page_leads_there_is_something(page: Path) -> None:
    for to, heading in LINK.findall(read(page)):
        there = page.parent / to if to else page
        assert there.exists()
        assert not heading or heading in headings(there)


@by_name(NAMING)
def test_every_path_that_is_named_is_there(page: Path) -> None:
    paths = [path for words in code(page) for path in PATH.findall(words)]

    assert paths
    assert [path for path in paths if GERMAN not in path and not (ROOT / path).exists()] == []


@by_name(NAMING)
def test_every_test_that_is_named_is_there(page: Path) -> None:
    tests = [test for words in code(page) for test in TEST.findall(words)]

    assert [name for file, name in tests if f"def {name}(" not in read(ROOT / file)] == []


@by_name(NAMING)
def test_every_name_that_is_placed_is_in_that_file(page: Path) -> None:
    placed = PLACED.findall(" ".join(read(page).split()))

    assert [
        (name, file)
        for name, file in placed
        if not re.search(
            rf"\b(?:class|def) {name.split('.')[0]}\b|^{name}\b", read(ROOT / file), re.M
        )
    ] == []


@by_name(NAMING)
def test_every_name_is_one_of_the_program(page: Path) -> None:
    dotted = [name for words in code(page) for name in DOTTED.findall(words)]
    bare = [words for words in CODE.findall(read(page)) if NAME.fullmatch(words)]

    assert dotted
    assert [name for name in dotted if not is_there(name)] == []
    assert [
        words
        for words in bare
        if not words.endswith((".toml", ".md"))
        and words.removesuffix("()") not in names()
        and not DOTTED.fullmatch(words)
    ] == []


def test_every_file_that_there_can_be_is_in_the_readme() -> None:
    names = {value for name, value in vars(paths).items() if name.isupper() and "." in str(value)}
    beside = {paths.BACKUP, paths.CONFLICT, ".equal-say-"}
    told = (ROOT / "README.md").read_text("utf-8")

    assert {name for name in names | beside if name.format(1) not in told} == set()


def test_every_room_is_on_the_map() -> None:
    page = read(ROOT / "docs/architecture.md")
    rooms = {file.parent.relative_to(ROOT) for file in (ROOT / "workshop").glob("*/**/__init__.py")}

    assert sorted(str(room) for room in rooms if f"{room}/" not in page) == []


def test_the_layers_are_drawn_as_the_contract_has_them() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    contract = project["tool"]["importlinter"]["contracts"][0]["layers"]
    drawing = read(ROOT / "docs/architecture.md").split("```")[1]
    rows = [
        {
            drawing[: drawing.index(layer.strip().replace(".", "/"))].count("\n")
            for layer in layers.split("|")
        }
        for layers in contract
    ]

    assert all(max(above) <= min(below) for above, below in pairwise(rows))


def test_the_newest_version_in_the_change_log_is_this_one_or_the_one_before() -> None:
    text = read(ROOT / "docs/CHANGELOG.md")
    newest = Version(RELEASE.findall(text)[0][0])
    this = Version(VERSION)

    assert ("## [Unreleased]" in text) == this.is_devrelease
    assert newest < this if this.is_devrelease else newest == this


def test_versions_and_days_in_the_change_log_go_back() -> None:
    told = RELEASE.findall(read(ROOT / "docs/CHANGELOG.md"))

    for (version, day), (earlier, day_before) in pairwise(told):
        assert Version(version) > Version(earlier)
        assert date.fromisoformat(day) >= date.fromisoformat(day_before)

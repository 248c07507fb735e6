"""The template that translators begin from."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

import workshop

from .made_up import TEMPLATE, write_template


def test_it_is_what_the_code_says_today(tmp_path: Path) -> None:
    path = tmp_path / "new.pot"

    write_template(path)

    assert path.read_text(encoding="utf-8") == TEMPLATE.read_text(encoding="utf-8"), (
        "make it anew: python docs/template.py"
    )


def said(file: Path) -> Iterator[tuple[ast.Call, bool]]:
    """Yield each sentence that a file says, and whether it is said later than at the import."""

    def inside(node: ast.AST, later: bool) -> Iterator[tuple[ast.Call, bool]]:
        match node:
            case (
                ast.FunctionDef(args=args, decorator_list=decorators)
                | ast.AsyncFunctionDef(args=args, decorator_list=decorators)
            ):
                first = {id(part) for part in (*decorators, *args.defaults, *args.kw_defaults)}
                for part in (*decorators, *args.defaults, *filter(None, args.kw_defaults)):
                    yield from inside(part, later)
                for part in node.body:
                    if id(part) not in first:
                        yield from inside(part, True)
                return
            case ast.Lambda(body=body):
                yield from inside(body, True)
                return
            case ast.Call(func=ast.Name(id="_" | "plural")):
                yield node, later
        for part in ast.iter_child_nodes(node):
            yield from inside(part, later)

    return inside(ast.parse(file.read_text(encoding="utf-8")), False)


def everything_said() -> Iterator[tuple[str, ast.Call, bool]]:
    package = Path(workshop.__file__).parent
    for file in sorted(package.rglob("*.py")):
        for call, later in said(file):
            yield f"{file.relative_to(package)}:{call.lineno}", call, later


def test_no_sentence_is_frozen_in_english_when_it_is_imported() -> None:
    assert [where for where, _call, later in everything_said() if not later] == []


def test_every_sentence_stands_in_the_code_as_it_is_looked_up() -> None:
    def stands(part: ast.expr) -> bool:
        return isinstance(part, ast.Constant) and isinstance(part.value, str)

    spoilt = [
        where
        for where, call, _later in everything_said()
        if not all(map(stands, call.args[: 2 if ast.unparse(call.func) == "plural" else 1]))
    ]

    assert spoilt == []


def test_no_sentence_stands_in_a_string_with_gaps_where_it_is_not_found() -> None:
    """Before Python 3.12 what such a string holds is one word to whoever reads the code."""
    package = Path(workshop.__file__).parent
    hidden = [
        f"{file.relative_to(package)}:{string.lineno}"
        for file in sorted(package.rglob("*.py"))
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "plural")
    ]

    assert hidden == []


def test_no_sentence_is_made_to_be_joined_to_another() -> None:
    with TEMPLATE.open("rb") as file:
        sentences = [message.id for message in read_po(file) if message.id]

    parts = [one for said in sentences for one in ([said] if isinstance(said, str) else said)]

    assert [part for part in parts if part != part.strip()] == []


FOUR_WORDS = re.compile(r"(?:\b[A-Za-z']{2,}[,.:;]? ){3}[A-Za-z']{2}")
SAID_BY_NOBODY = {
    "content/example_lines.py": "lines to copy into such a file",
    "content/new_exercise.py": "a file to begin from, with comments in English",
    "content/new_programme.py": "the same for a programme",
    "content/schema.py": "what editors show, made of docstrings",
    "core/fairness/order.py": "a mistake of ours, not told to people",
    "core/proof/robot.py": "what a robot answers",
    "toml.py": "what the reader of TOML says",
}
"""Where sentences stand that are not looked up, and why."""


def unwrapped(file: Path) -> Iterator[int]:
    """Yield each line with four words in a row that are neither looked up nor a docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    aside: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Assert():
                aside.update(ast.walk(node))
            case ast.Call(func=ast.Name(id="_" | "later" | "plural" | "AssertionError")):
                aside.update(ast.walk(node))
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if node not in aside and FOUR_WORDS.search(text):
                yield node.lineno


def test_no_sentence_is_forgotten() -> None:
    package = Path(workshop.__file__).parent
    names = {file: str(file.relative_to(package)) for file in sorted(package.rglob("*.py"))}

    found = {name: lines for file, name in names.items() if (lines := list(unwrapped(file)))}

    assert set(found) == set(SAID_BY_NOBODY), found


def test_the_check_sees_a_frozen_sentence(tmp_path: Path) -> None:
    file = tmp_path / "frozen.py"
    file.write_text('A = _("a")\ndef f(b=_("b")):\n    return _("c")\nD = lambda: _("d")\n')

    assert [(ast.unparse(call), later) for call, later in said(file)] == [
        ("_('a')", False),
        ("_('b')", False),
        ("_('c')", True),
        ("_('d')", True),
    ]

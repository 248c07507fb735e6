"""What of Textual the screen uses that is private there: known by name, and there in what is tried.

Textual is held at the version that this was tried with. Whoever takes another one sees here what is
gone, and in `test_drafts_and_ends.py` whether every way to end is still calm.
"""

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement

import workshop.tui

ROOM = Path(workshop.tui.__file__).parent
PRIVATE = re.compile(r"_[a-z][a-z0-9_]*")
USED = {
    "App._close_messages_no_wait",
    "App._disable_notifications",
    "App._display",
    "App._driver",
    "App._exit",
    "App._handle_exception",
    "App._mouse_down_widget",
    "App._push_result_callback",
    "App._return_code",
    "Button._start_active_affect",
    "CommandPalette._action_command_list",
    "CommandPalette._list_visible",
    "CommandPalette._no_matches_timer",
    "CommandPalette._start_no_matches_countdown",
    "CommandPalette._stop_no_matches_countdown",
    "CommandPalette._watch__list_visible",
    "CommandPalette._watch__show_busy",
    "Driver._app",
    "Driver._debug",
    "Driver._loop",
    "Driver._mouse",
    "LinuxDriver._app",
    "LinuxDriver._debug",
    "LinuxDriver._disable_mouse_support",
    "LinuxDriver._enable_mouse_support",
    "LinuxDriver._mouse",
    "LinuxDriver._run_input_thread",
    "LinuxDriver._sigcont_application",
    "LinuxDriver._sigtstp_application",
    "MessagePump._close_messages_no_wait",
    "MessagePump._exit",
    "MessagePump._handle_exception",
    "MessagePump._start",
    "OptionList._heights",
    "OptionList._index_to_line",
    "OptionList._update_lines",
    "RadioSet._selected",
    "Screen._refresh_layout",
    "Widget._mouse_down_widget",
    "textual._xterm_parser",
    "textual.document._document",
    "textual.document._edit",
    "textual.drivers._input_reader",
}
"""`Class._name` for what is used of a class; modules that are private as a whole."""


def ours() -> Iterator[tuple[Path, ast.ClassDef, type]]:
    """Yield each class of the screen: its file, its source, and itself."""
    for file in sorted(ROOM.rglob("*.py")):
        inside = file.relative_to(ROOM.parent).with_suffix("").parts
        module = import_module(".".join(("workshop", *inside)).removesuffix(".__init__"))
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield file, node, getattr(module, node.name)


@cache
def names_in(kind: type) -> frozenset[str]:
    """Return the private names that the source of a class of Textual has."""
    return frozenset(
        name for node in ast.walk(ast.parse(inspect.getsource(kind))) for name in _named(node)
    )


def _named(node: ast.AST) -> Iterator[str]:
    match node:
        case (
            ast.Attribute(attr=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name)
        ):
            if PRIVATE.fullmatch(name):
                yield name


def private_in_classes() -> Iterator[str]:
    """Yield `Class._name` for what a class of ours uses, sets or overrides of one of Textual."""
    for _file, node, kind in ours():
        said = {name for inside in ast.walk(node) for name in _named(inside)}
        for base in kind.__mro__:
            if base.__module__.startswith("textual"):
                yield from (f"{base.__name__}.{name}" for name in said & names_in(base))


def private_elsewhere() -> Iterator[str]:
    """Yield what is asked of something else than oneself, and bound nowhere in the screen."""
    asked: set[str] = set()
    bound: set[str] = set()
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.ImportFrom(module=str(module)) if module.startswith("textual"):
                    if any(part.startswith("_") for part in module.split(".")):
                        yield module
                case ast.Attribute(attr=name, ctx=ast.Store()) if PRIVATE.fullmatch(name):
                    bound.add(name)
                case ast.Attribute(attr=name) if PRIVATE.fullmatch(name):
                    asked.add(name)
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    bound.add(name)
                case ast.AnnAssign(target=ast.Name(id=name)):
                    bound.add(name)
    yield from (
        asked - bound - {name.rpartition(".")[2] for name in USED} - {"_replace"}
    )  # a tuple's


def test_what_is_private_there_is_known() -> None:
    assert {*private_in_classes(), *private_elsewhere()} == USED, (
        "The screen uses other private parts of Textual than stand here: is there a public way?"
    )


def test_no_other_version_is_installed_than_was_tried() -> None:
    project = tomllib.loads((ROOM.parents[1] / "pyproject.toml").read_text("utf-8"))
    asked = map(Requirement, project["project"]["dependencies"])
    wanted = next(requirement for requirement in asked if requirement.name == "textual")

    assert str(wanted.specifier) == f"=={version('textual')}"

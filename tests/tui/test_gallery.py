"""The pictures of every screen: no kind of screen, and no view, is forgotten among them."""

import pkgutil
import runpy
import sys
from importlib import import_module
from pathlib import Path

import pytest
from textual.screen import Screen

import workshop.tui
from workshop.tui.screens.lasting import Lasting
from workshop.tui.screens.room import Room
from workshop.tui.screens.sure import Sure
from workshop.tui.turns.rows import RowsView
from workshop.tui.turns.view import View

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
NEVER_SHOWN = {Room, Sure, Lasting, View, RowsView}
"""What others are kinds of."""


def kinds_of(kind: type) -> set[type]:
    """Return what there is of a kind, itself too, in all modules of the screens."""
    below = {kind}.union(*(kinds_of(one) for one in kind.__subclasses__()))
    return {one for one in below if one.__module__.startswith("workshop.")}


def test_every_kind_of_screen_and_every_view_is_in_a_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in pkgutil.walk_packages(workshop.tui.__path__, "workshop.tui."):
        import_module(module.name)
    monkeypatch.setattr(sys, "path", [*sys.path])
    scenes = runpy.run_path(str(GALLERY))["SCENES"]

    shown = {kind for scene in scenes for kind in scene.shows}

    assert shown == (kinds_of(Screen) | kinds_of(View)) - NEVER_SHOWN

"""Takes the pictures: one room in every size and theme, as SVG, and as PNG where it can be."""

import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from workshop.cards.choice import Chosen, Deed
from workshop.tui.app import EqualSay
from workshop.tui.messages import Answered
from workshop.tui.turns.view import View

SIZES = ((80, 24), (120, 40), (40, 12))
THEMES = ("evening", "morning")
SHOWN_AT = SIZES[0]
"""In which size everything is pressed and typed."""
FONT = "DejaVu Sans Mono"
"""In which a PNG is drawn; a browser takes its own."""


class Camera:
    """Where the pictures go.

    Attributes:
        taken: the names, in order.
        seen: the kinds of screens and of views that were in a picture.
    """

    def __init__(
        self, folder: Path, sizes: Sequence[tuple[int, int]], only: str | tuple[str, ...] = ""
    ) -> None:
        """Take pictures into a folder.

        Args:
            folder: where they go; made where it is not there.
            sizes: columns and rows of each.
            only: what the name of a picture must have in it, or one of those that it must end with.
        """
        self.folder, self.sizes, self._only = folder, sizes, only
        self.taken: list[str] = []
        self.seen: set[type[Screen[object] | View]] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def wants(self, name: str) -> bool:
        """Whether a picture of that name is taken."""
        return name.endswith(self._only) if isinstance(self._only, tuple) else self._only in name

    def keep(self, name: str, svg: str) -> None:
        """Write a picture, without the font host that the export names."""
        svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
        (self.folder / f"{name}.svg").write_text(svg, encoding="utf-8")


class Sitter:
    """A room whose pictures are taken."""

    def __init__(self, app: EqualSay, pilot: Pilot[int], camera: Camera) -> None:
        self.app, self._pilot, self._camera = app, pilot, camera

    async def rest(self) -> None:
        """Let everything be done that waits, and be drawn."""
        for _round in range(3):
            await self._pilot.pause()
            working = [worker for worker in self.app.workers if worker.group == "default"]
            if working:
                await self.app.workers.wait_for_complete(working)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self._pilot.press(key)
            await self.rest()

    async def does(self, deed: Deed) -> None:
        """Choose what does `deed`: of what a guide asks, else of what the Desk does."""
        guide = self.app.guides
        if guide.asks:
            guide._open[-1].reply(Chosen(deed))
        else:
            assert self.app.desk is not None
            self.app.desk.reply(Chosen(deed))
        await self.shows_asked()

    async def shows_asked(self) -> None:
        """Show what is asked now: what came before was answered unseen."""
        self.app.post_message(Answered())
        await self.rest()

    async def hears(self, message: Message) -> None:
        """Tell the program what a screen would."""
        self.app.post_message(message)
        await self.rest()

    async def sits_for(self, name: str) -> None:
        """Take a picture in each size and theme, where one of that name is wanted."""
        if not self._camera.wants(name):
            return
        screen = self.app.screen
        self._camera.taken.append(name)
        self._camera.seen |= {type(screen), *(type(view) for view in screen.query(View))}
        for width, height in self._camera.sizes:
            await self._pilot.resize_terminal(width, height)
            await self.rest()
            for theme in THEMES:
                self.app.action_look(theme)
                await self.rest()
                svg = self.app.export_screenshot(title="Equal Say")
                self._camera.keep(f"{name}-{width}x{height}-{theme}", svg)
        self.app.action_look(THEMES[0])
        await self._pilot.resize_terminal(*SHOWN_AT)
        await self.rest()

    def part(self, selector: str) -> Widget:
        """Return a part of the screen."""
        return self.app.screen.query_one(selector)


@asynccontextmanager
async def sitting(app: EqualSay, camera: Camera) -> AsyncIterator[Sitter]:
    """Open a room whose pictures are taken."""
    app.animation_level = "none"
    async with app.run_test(size=SHOWN_AT) as pilot:
        sitter = Sitter(app, pilot, camera)
        await sitter.rest()
        yield sitter
    if app.desk is not None:
        app.desk.let_go()


# -- as PNG ----------------------------------------------------------------------------------------


def converter() -> Callable[[Path], None] | None:
    """Return what makes a PNG beside an SVG; None where nothing here does."""
    with suppress(ImportError):
        from cairosvg import svg2png  # type: ignore[import-not-found, unused-ignore]  # not ours to need

        def drawn(svg: Path) -> None:
            text = svg.read_text(encoding="utf-8").replace("Fira Code, monospace", FONT)
            svg2png(bytestring=text.encode(), write_to=str(svg.with_suffix(".png")))

        return drawn
    tool = shutil.which("rsvg-convert")
    if tool is None:
        return None

    def converted(svg: Path) -> None:
        subprocess.run([tool, str(svg), "-o", str(svg.with_suffix(".png"))], check=True)

    return converted

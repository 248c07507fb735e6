"""Makes a picture of every screen, in each size and theme: `python docs/gallery FOLDER`.

Two made-up partners do everything there is; nothing of theirs is kept. The folder gets an
`index.html`. README's four are some of them: `python docs/gallery --readme` takes those anew.
"""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from html import escape
from pathlib import Path

from beside import SCENES, Place, Scene, StillClock
from camera import SIZES, THEMES, Camera, converter

DOCS = Path(__file__).parents[1]
MANY = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
"""The terminal of the pictures: one of all colours, whatever this one is."""
FEW = {"TERM": "xterm"}
README = {
    "turn": ("beside-1-turn", "evening"),
    "sealed": ("-circles-1", "evening"),
    "picture": ("-picture-reveal", "morning"),
    "consent": ("-trial-consent-1-1", "evening"),
}
"""README's pictures by their files: how the name ends here, and in which theme."""


async def played(scene: Scene, camera: Camera) -> list[str]:
    """Take the pictures of a scene; return what it says it shows and did not."""
    with tempfile.TemporaryDirectory() as folder:
        await scene.play(Place(Path(folder), camera, StillClock()))
    missing = set(scene.shows) - camera.seen
    return [f"{scene.name}: {kind.__name__} is in no picture" for kind in missing]


def index(camera: Camera) -> str:
    """Return the page that shows them all."""
    parts = []
    for name in camera.taken:
        parts.append(f"<h2>{escape(name)}</h2>")
        for width, height in camera.sizes:
            for theme in THEMES:
                file = f"{name}-{width}x{height}-{theme}.svg"
                parts.append(f'<img src="{escape(file)}" alt="{escape(file)}" loading="lazy">')
    style = "body{font-family:sans-serif} img{max-width:48%; margin:0 1% 1% 0; vertical-align:top}"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Every screen</title>'
        f"<style>{style}</style><h1>Every screen</h1>{''.join(parts)}</html>\n"
    )


def for_readme() -> int:
    """Take README's pictures, at 80x24."""
    with tempfile.TemporaryDirectory() as folder:
        endings = tuple(ending for ending, _theme in README.values())
        camera = Camera(Path(folder), SIZES[:1], endings)
        for scene in SCENES[1:3]:
            asyncio.run(played(scene, camera))
        for name, (ending, theme) in README.items():
            (taken,) = camera.folder.glob(f"*{ending}-*-{theme}.svg")
            shutil.copyfile(taken, DOCS / f"{name}.svg")
    return 0


def main() -> int:
    """Take the pictures; return 1 where a kind of screen is in none of them."""
    parser = argparse.ArgumentParser(description="Make a picture of every screen.")
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help="take README's pictures anew")
    parser.add_argument("--scene", choices=[scene.name for scene in SCENES], help="only this one")
    parser.add_argument("--only", default="", help="only pictures with this in their name")
    parser.add_argument("--size", default="", help="only this size, such as 80x24")
    parser.add_argument("--few", action="store_true", help="as on a terminal of 16 colours")
    told = parser.parse_args()
    for name in ("NO_COLOR", "COLORTERM"):
        os.environ.pop(name, None)
    os.environ.update(FEW if told.few else MANY)
    if told.readme:
        return for_readme()
    if told.folder is None:
        parser.error("say where the pictures go, or --readme")
    sizes = [size for size in SIZES if told.size in ("", f"{size[0]}x{size[1]}")]
    camera = Camera(told.folder, sizes, told.only)
    missing: list[str] = []
    for scene in SCENES:
        if told.scene in (None, scene.name):
            missing += asyncio.run(played(scene, camera))
    (told.folder / "index.html").write_text(index(camera), encoding="utf-8")
    convert = converter()
    if convert is not None:
        for svg in sorted(told.folder.glob("*.svg")):
            convert(svg)
    sys.stdout.write(f"{len(camera.taken)} screens: {told.folder / 'index.html'}\n")
    if missing and not told.only:
        sys.stderr.write("\n".join(missing) + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What is scrolled leaves nothing of itself behind on a real terminal, and follows who types."""

from pathlib import Path

from .couple import people
from .support import at, plan
from .window import Window


def test_a_page_that_is_scrolled_to_its_end_shows_no_line_twice(tmp_path: Path) -> None:
    window = Window(tmp_path, [])
    try:
        window.wait("Before you begin")
        window.press("\t\r", "Who this is for")  # the whole page
        for seen in ("Who it is not for", "What stays on this machine", "Help lines"):
            window.wait(seen)
            window.child.send("\x1b[6~")  # Page Down
        window.wait("What to expect")
        window.child.send("\x1b[6~")
        window.wait("Back")

        lines = [line.strip(" ▁▂▃▄▅▆▇█") for line in window.text.splitlines()]
        shown = [line for line in lines if line]
        assert sorted(set(shown)) == sorted(shown)
    finally:
        window.child.close(force=True)


async def test_a_word_that_goes_to_a_new_row_stays_in_sight_while_it_is_typed(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write("word " * 64)

        for typed in range(1, 16):
            await seats.press("Z")
            assert seats.text.count("Z") == typed

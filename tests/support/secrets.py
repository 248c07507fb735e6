"""What was typed sealed, each in letters of its own, and where it may be seen."""

from dataclasses import dataclass, field
from pathlib import Path

from support.evening import documents
from workshop.core.turns.reply import Opened
from workshop.store.documents import Notes

LETTERS = "ᚠᚢᚦᚨᚱᚲᚷᚹᚺᚾᛁᛃᛇᛈᛉᛊᛏᛒᛖᛗᛚᛜᛞᛟ"
"""Letters that nothing but a sealed answer of these tests has."""


@dataclass
class Secrets:
    """What was typed sealed in the workshop in `folder`, and may not be seen yet."""

    folder: Path
    letters: dict[str, str] = field(default_factory=dict)

    def letter(self, turn: str) -> str:
        """Return the letter that is typed at the sealed turn called `turn`."""
        return self.letters.setdefault(turn, LETTERS[len(self.letters) % len(LETTERS)])

    def check(self, screen: str, here: str) -> None:
        """Fail where one is on the disk, or on the screen of anybody but its owner.

        Args:
            screen: what is seen.
            here: the turn that is asked.
        """
        opened = self._opened()
        written = "".join(
            path.read_text("utf-8", "replace") for path in self.folder.rglob("*") if path.is_file()
        )
        for turn, letter in self.letters.items():
            if turn.rpartition("/")[0] in opened:
                continue
            assert letter not in written, f"{turn} is on the disk"
            assert turn == here or letter not in screen, f"{turn} shows at {here}"

    def _opened(self) -> set[str]:
        return {
            entry.turn
            for document in documents(self.folder).values()
            if isinstance(document, Notes)
            for entry in document.entries
            if isinstance(entry.reply, Opened)
        }

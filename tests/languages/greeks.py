"""A couple that types Greek, and answers whatever the line mode asks in the made-up language."""

import re
from collections.abc import Mapping
from random import Random

from plain.support import Asked, Lines, StillClock

NAMES = ("ΑΛΕΞ", "ΣΑΜ")
SOMETHING = "Κάτι δικό μας."
MOST_REPLIES = 300
"""After so many there are no more lines: the evening is saved, and ends."""
GOES_ON = (
    "Tonight",
    "Open both",
    "Go on",
    "Yes",
    "Keep the notes",
    "Add to it",
    "Finish the evening",
)
"""What leads on, where there is much to choose."""
COMMANDS = (
    *(":pass", ":back", ":pause", ":help", ":lines", ":agreement", ":readings", ":paper"),
    *(":quitt", "pass", ".", "stop", "1"),
)
_BRACKETS = str.maketrans("", "", "⟦⟧⟪⟫")


class Greeks:
    """Two who answer by chance.

    Attributes:
        chance: what they do.
        clock: a little later at each reply, so that there is speaking time to tell.
        strays: how often something is done beside what is asked, from 0 to 1.
    """

    def __init__(self, chance: Random, clock: StillClock, strays: float) -> None:
        self.chance, self.clock, self.strays = chance, clock, strays
        self._replies = 0
        self._range: tuple[int, int] | None = None

    def __call__(self, printed: str) -> Lines:
        self._replies += 1
        self.clock.now += 7
        if self._replies > MOST_REPLIES:
            return None
        text = printed.translate(_BRACKETS)
        if self.chance.random() < self.strays / 3 and "Type a name" not in text:
            return self.chance.choice(COMMANDS)
        if asked := Asked(text).options:
            self._range = None
            return self._chosen(asked)
        return self._typed(text)

    def _chosen(self, options: Mapping[str, str]) -> str:
        leads_on = [key for label, key in options.items() if label.startswith(GOES_ON)]
        if leads_on and self.chance.random() > self.strays:
            return self.chance.choice(leads_on)
        return self.chance.choice(list(options.values()))

    def _typed(self, text: str) -> Lines:
        last = text.rstrip("> \n").rsplit("\n", 1)[-1]
        numbers = re.findall(r"^  (\d+): ", text, re.MULTILINE)
        if "best first, with spaces" in text:
            order = [str(one + 1) for one in range(len(set(numbers)))]
            self.chance.shuffle(order)
            return " ".join(order)
        if "numbers that you tick" in text or "Type 1 to tick" in text:
            return self.chance.choice(["1", "", "1 2"])
        if left := re.search(r"\((?:now \d+, up to )?(\d+)(?: left)?\):?$", last):
            return str(self.chance.choice([left[1], int(left[1]) // 2]))
        if found := re.search(r"umber from (\d+) to (\d+)", text):
            self._range = int(found[1]), int(found[2])
        elif "number for each" in text:
            self._range = 1, 2
        if "only a dot" in text or "Type on." in text:
            self._range = None
            return [*self.chance.choice([[SOMETHING], [SOMETHING, "Και άλλο."]]), "."]
        if "Write it like" in text:
            return self.chance.choice(["2026-12-24", "", "xx", "7/8"])
        if self._range is not None:
            return str(self.chance.randint(*self._range))
        return self.chance.choice(["", SOMETHING])

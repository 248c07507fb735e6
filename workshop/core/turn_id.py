"""What a turn is called: its step, the round, what is done, the attempt. Written and read here."""

from functools import reduce


class TurnId(str):
    """The id of a turn, such as "floor/2/mirror/1". Files hold it as it stands."""

    __slots__ = ()

    def __truediv__(self, part: str | int) -> "TurnId":
        """Return the id of something within it."""
        return TurnId(f"{self}/{part}")

    def within(self, *parts: str | int) -> "TurnId":
        """Return the id of something several levels within it."""
        return reduce(TurnId.__truediv__, parts, self)

    @property
    def parts(self) -> tuple[str, ...]:
        """What it is made of."""
        return tuple(self.split("/"))

    @property
    def step(self) -> str:
        """The step that the turn is of; done again, it has a number, such as "floor.2"."""
        return self.parts[0]

    @property
    def authored(self) -> str:
        """The id of its step as its author wrote it, however often it is done."""
        return self.step.partition(".")[0]

    @property
    def last(self) -> str:
        """What tells it apart from the others beside it."""
        return self.parts[-1]

    @property
    def whole(self) -> "TurnId":
        """The id of what it is within; empty for a step's own."""
        return TurnId(self.rpartition("/")[0])

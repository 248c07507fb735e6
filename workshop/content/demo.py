"""The script of the demo: what two made-up partners say and type, turn by turn."""

from typing import Annotated, Literal

from pydantic import Field

from workshop.core.fields import Said
from workshop.core.model import Frozen


class Beat(Frozen):
    """What happens at one turn.

    Attributes:
        turn: its id.
        aloud: what is said meanwhile, or what is to be seen; nothing when None.
        seconds: how long it is read before anything is done.
        typed: what goes into the box; nothing when None.
        press: how the answer that is pressed begins; the first one when empty.
    """

    turn: Annotated[str, Field(min_length=1, max_length=200)]
    aloud: Said | None = None
    seconds: Annotated[int, Field(ge=1, le=30)]
    typed: Said | None = None
    press: str = ""


class Demo(Frozen):
    """`demo/script.toml`."""

    format: Literal[1]
    exercise: Said
    beats: Annotated[tuple[Beat, ...], Field(min_length=1)]

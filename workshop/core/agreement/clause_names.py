"""What a clause is called, and what kind of promise it is: all that it takes to name one."""

from typing import Annotated, Literal

from pydantic import Field

ClauseKind = Literal["agreement", "promise", "responsibility", "decision", "boundary"]
"""What kind of promise a clause is."""
ClauseId = Annotated[str, Field(pattern=r"^c[1-9][0-9]{0,8}$")]
"""c1, c2, c3 ... in the order of their coming; never used again."""

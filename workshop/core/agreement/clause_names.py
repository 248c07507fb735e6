"""What a clause is called."""

from typing import Annotated

from pydantic import Field

from workshop.core.agreement.kinds import CLAUSE_ID

ClauseId = Annotated[str, Field(pattern=f"^{CLAUSE_ID}$")]
"""c1, c2, c3 ... in the order of their coming; never used again."""

"""What a clause can be and what can happen to it, as its file says it; read without any model."""

from typing import Literal

ClauseKind = Literal["agreement", "promise", "responsibility", "decision", "boundary"]
"""What kind of promise a clause is."""
Status = Literal["in force", "paused", "ended"]
"""How a clause stands."""
Event = Literal["agreed", "changed", "paused", "resumed", "ended", "review"]
"""What happened to a clause; `review` is looked at again, and kept."""
RENAMED = "renamed"
"""What happened to a name."""
CLAUSE_ID = r"c[1-9][0-9]{0,8}"
"""How the id of a clause is spelt, a pattern."""
DIGEST = r"[0-9a-f]{64}"
"""How a digest is spelt, a pattern: SHA-256 (FIPS 180-4), 64 hexadecimal digits."""

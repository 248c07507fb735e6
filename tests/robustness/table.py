"""The figures as people read them, and as programs do."""

import json
from collections import Counter
from collections.abc import Sequence

from .figures import Row

FEW = 5
"""So many of the things that are wrong are named, of each kind."""


def as_text(rows: Sequence[Row]) -> str:
    """Return a table, and which calls were struck how often."""
    lines = [f"{'':48} {'tried':>6} {'told':>6} {'wrong':>6}"]
    lines += [f"{row.what:48} {row.tried:6} {row.told:6} {len(row.wrong):6}" for row in rows]
    calls = sum((row.calls for row in rows), Counter[str]())
    lines.append("struck: " + ", ".join(f"{name} {many}" for name, many in calls.most_common()))
    lines += [wrong for row in rows if not row.must_fail for wrong in row.wrong[:FEW]]
    return "\n".join(lines)


def as_json(rows: Sequence[Row], seed: int) -> str:
    """Return the same for programs."""
    told = [
        {
            "what": row.what,
            "tried": row.tried,
            "told": row.told,
            "wrong": row.wrong,
            "calls": dict(row.calls),
            "must_fail": row.must_fail,
        }
        for row in rows
    ]
    return json.dumps({"seed": seed, "rows": told}, indent=2)

"""How a great deal is imported at once: no garbage is looked for in it, now or later."""

from __future__ import annotations

import gc

TYPE_CHECKING = False  # of `typing`, which takes as long to import as all the words to read
if TYPE_CHECKING:
    from types import TracebackType


class Unsearched:
    """Looks for no garbage inside: what is imported stays, and to go through it takes a tenth."""

    def __enter__(self) -> None:
        """Stop to look, unless nobody looks."""
        self._is_on = gc.isenabled()
        gc.disable()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Look again, and never at what there is by now."""
        if self._is_on:
            gc.freeze()
            gc.enable()

"""The terminal's driver: a rest that is asked for in the middle of a write waits for its end."""

from types import SimpleNamespace

import pytest

from workshop.tui.driver import Driver


@pytest.mark.parametrize("told", ["_sigtstp_application", "_sigcont_application"])
def test_a_signal_of_a_rest_touches_nothing_before_what_is_being_done_is_done(told: str) -> None:
    driver = Driver.__new__(Driver)  # as it is in the middle of a write: nothing may be asked of it
    later: list[object] = []
    driver.__dict__["_loop"] = SimpleNamespace(
        call_soon_threadsafe=lambda deed, *_told: later.append(deed)
    )

    getattr(driver, told)(0, None)

    assert len(later) == 1

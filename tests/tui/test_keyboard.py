"""Bytes are not text: what a terminal sends that is no key and no letter is read as nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key

from workshop.tui.driver import pause_told
from workshop.tui.keyboard import ESCAPE, PASTE, PASTED, PAUSE, Keyboard, Wire, is_known

LATER = PAUSE + 1


def read(*parts: bytes, pause: float = 0.0) -> list[str]:
    """Return what a keyboard says to parts that come one after the other, and then no more."""
    keyboard = Keyboard()
    said = [one for n, part in enumerate(parts) for one in keyboard.feed(part, n * pause)]
    return [*said, *keyboard.feed(b"", len(parts) * pause + LATER)]


NOTHING = {
    "a byte that is no UTF-8": b"\xff",
    "half a letter": b"\xc3",
    "a report of the mouse in the old form": b"\x1b[M !!",
    "the same with bytes that are no UTF-8": b"\x1b[M \xff\xfe",
    "half of such a report": b"\x1b[M ",
    "half a sequence": b"\x1b[1;",
    "a sequence nobody knows": b"\x1b[99;99z",
    "a code that is no character": b"\x1b[99999999999u",
    "a title": b"\x1b]0;title\x07",
    "half a title": b"\x1b]0;tit",
    "a device string": b"\x1bPq#0\x1b\\",
    "an answer to a question nobody asked": b"\x1b[?62;22c",
}


@pytest.mark.parametrize("data", NOTHING.values(), ids=NOTHING)
def test_what_is_no_key_and_no_letter_is_read_as_nothing(data: bytes) -> None:
    assert read(data) == []
    assert "".join(read(b"a", data, b"b", pause=LATER)) == "ab"


@pytest.mark.parametrize(
    "data",
    [b"\x1b[A", b"\x1bOA", b"\x1b[3~", b"\x1b[<35;10;5M", b"\x1b[I", b"\x1b[1;5C", b"\x1b[97u"],
)
def test_what_textual_knows_is_handed_on_whole(data: bytes) -> None:
    assert read(data) == [data.decode()]
    assert read(*(data[n : n + 1] for n in range(len(data)))) == [data.decode()]


def test_letters_of_many_bytes_may_come_in_parts() -> None:
    data = "é李🙂".encode()

    assert "".join(read(*(data[n : n + 1] for n in range(len(data))))) == "é李🙂"


def test_escape_alone_is_a_key_once_nothing_follows_it() -> None:
    assert read(b"\x1b") == [ESCAPE]
    assert read(b"\x1b\x1b") == [ESCAPE, ESCAPE]
    assert read(b"\x1bhello") == [ESCAPE, "hello"]


def test_a_paste_that_never_ends_keeps_nobody_waiting() -> None:
    assert read(b"\x1b[200~", b"abc") == [PASTE, "abc", PASTED]
    assert read(b"\x1b[200~", b"abc", b"d", pause=LATER) == [PASTE, PASTED, "abc", "d"]
    assert read(b"\x1b[200~a", b"b", b"c\x1b[201~", pause=PAUSE) == [PASTE, "a", "b", "c", PASTED]


def test_what_is_pasted_stays_together_and_holds_no_keys() -> None:
    assert read(b"\x1b[200~a\x1b[Db\x1bc\x1b[201~") == [PASTE, "a", "b", "c", PASTED]


PARTS = st.sampled_from(
    [*NOTHING.values(), b"\x1b[A", b"\x1b[<0;1;1M", b"\x1b[200~", b"\x1b[201~", b"a", b"\xc3\xa9"]
)


@given(st.lists(st.binary(max_size=8) | PARTS).map(b"".join), st.data())
def test_any_bytes_in_any_parts_are_text_and_known_sequences(
    data: bytes, drawn: st.DataObject
) -> None:
    cuts = sorted(drawn.draw(st.lists(st.integers(0, len(data)), max_size=5)))
    parts = [data[one:two] for one, two in pairwise([0, *cuts, len(data)])]

    said = read(*parts)

    assert "".join(said) == "".join(read(data))
    parser = XTermParser()
    for one in said:
        assert one in (ESCAPE, PASTE, PASTED) or "\x1b" not in one or is_known(one)
        if one != ESCAPE:
            list(parser.feed(one))


def test_the_probe_tells_textual_s_own_keys_from_others() -> None:
    events = list(XTermParser().feed("\x1b[A"))

    assert [event.key for event in events if isinstance(event, Key)] == ["up"]
    assert is_known("\x1b[A")
    assert not is_known("\x1b[M")


@pytest.mark.parametrize(
    ("told", "pause"),
    [("500", 0.5), ("25", PAUSE), ("", PAUSE), ("soon", PAUSE), ("-5", PAUSE), ("9" * 99, 5.0)],
)
def test_the_wait_for_the_rest_of_a_key_is_as_the_terminal_was_told(
    told: str, pause: float
) -> None:
    assert pause_told({"ESCDELAY": told}) == pause


def test_over_a_slow_connection_half_an_arrow_key_is_waited_for() -> None:
    wire = Wire(pause=0.5)
    came = [*wire.events(b"\x1b", 0.0), *wire.events(b"", 0.3), *wire.events(b"[A", 0.4)]

    assert [event.key for event in came if isinstance(event, Key)] == ["up"]

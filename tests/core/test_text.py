"""What people's text may contain: whole escape sequences go, words stay."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.core.text import clean, is_blank, is_name, merged, same_name, shown
from workshop.core.turn_id import TurnId
from workshop.core.turns.circles import Circled
from workshop.core.turns.turn import EMPTY
from workshop.core.turns.write import Words, Write
from workshop.store.shape import said

SEQUENCES = {
    "an arrow": "\x1b[D",
    "an arrow in the other form": "\x1bOA",
    "Delete": "\x1b[3~",
    "a report of the mouse": "\x1b[<35;10;5M",
    "a report of the mouse in the old form": "\x1b[M !!",
    "the same with bytes that are no text": "\x1b[M \udcff\udcfe",
    "the mark of what was pasted": "\x1b[200~",
    "a colour": "\x1b[31;1m",
    "a title": "\x1b]0;title\x07",
    "a title, ended otherwise": "\x1b]0;title\x1b\\",
    "a device string": "\x1bPq#0\x1b\\",
    "eight bits": "\x9b31m",
    "a device string of eight bits": "\x90q\x9c",
}
HALF = {"half an arrow": "\x1b[", "half a report": "\x1b[<35;1", "an Escape": "\x1b"}


@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES)
def test_a_whole_escape_sequence_goes_and_what_stands_around_it_stays(sequence: str) -> None:
    assert clean(f"before{sequence} after") == "before after"


@pytest.mark.parametrize("sequence", HALF.values(), ids=HALF)
def test_half_a_sequence_at_the_end_is_read_as_nothing(sequence: str) -> None:
    assert clean(f"before{sequence}") == "before"


@pytest.mark.parametrize(
    "text",
    ["[D", "[3~ is what I typed", "a [/] b", "^[", "O A", "\\e[0m", "]0;title", "[M !!"],
)
def test_what_only_looks_like_one_is_text(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("words", ["Hello.", "Oh no", "]not ended", "Pity"])
def test_an_escape_before_words_takes_none_of_them(words: str) -> None:
    assert clean(f"\x1b{words}") == words


def test_one_sequence_within_another_leaves_nothing() -> None:
    assert clean("a\x1b\x1b[D[Db") == "ab"


@given(
    st.lists(
        st.text() | st.sampled_from([*SEQUENCES.values(), *HALF.values(), "\r", "\n", "e\u0301"])
    ).map("".join)
)
def test_cleaning_twice_is_cleaning_once_and_nothing_is_left_that_acts(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert unicodedata.normalize("NFC", once) == once
    assert {char for char in once if unicodedata.category(char) in ("Cc", "Cs")} <= {"\n", "\t"}


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z"])))
def test_words_of_any_script_stay(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


UNDRAWN = ["\u3164", "\u2800", "\u115f\u1160", "\uffa0", "\u200b", "\ufe0f", "\u034f", "\U000e0101"]


@pytest.mark.parametrize("name", [*UNDRAWN, "", " ", "\u0301"], ids=ascii)
def test_a_name_that_nobody_sees_is_none(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize("text", [*UNDRAWN, "", " \n\t", "\u3164 \u2800\n\u200b"], ids=ascii)
def test_what_nobody_sees_is_no_text(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["A", " 李", "7", ".", "🙂\ufe0f", "\u3164A", "\u0301"], ids=ascii)
def test_what_somebody_sees_is_text(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize("unseen", UNDRAWN, ids=ascii)
def test_an_answer_or_a_clause_of_what_nobody_sees_is_empty(unseen: str) -> None:
    write = Write(id=TurnId("one"), holder="left", prompt="?")

    assert write.settled(Words(text=unseen)) == EMPTY
    assert merged(["tea", unseen]) == ("tea",)
    assert not said(unseen)
    with pytest.raises(ValidationError, match="this text is empty"):
        Circled(inner=(unseen,))


@pytest.mark.parametrize("name", ["A", "李", "7", "♥", "-", "🙂\ufe0f", "\u3164A"], ids=ascii)
def test_a_name_that_somebody_sees_is_one(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("unseen", UNDRAWN, ids=ascii)
def test_what_nobody_sees_makes_no_other_name(unseen: str) -> None:
    assert same_name("Sam", f"S{unseen}am{unseen}")


@pytest.mark.parametrize(
    "name", ["", " ", "\x1b[31mred", "a\nb", "a\tb", "a\u202eb", "\udcff", "\u3164"], ids=ascii
)
def test_a_name_that_hides_or_acts_is_quoted_in_a_sentence(name: str) -> None:
    assert shown(name) == ascii(name)


@pytest.mark.parametrize(
    "name", ["us", "José", "Jose\u0301", "李", "👨\u200d👩\u200d👧", "a b"], ids=ascii
)
def test_any_other_name_stands_in_a_sentence_as_it_is(name: str) -> None:
    assert shown(name) == name

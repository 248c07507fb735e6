"""What finds a word that no catalogue was asked for can find one."""

from .reading import glued, nested, unspoken
from .whole import is_whole


def test_a_word_in_no_brackets_is_found() -> None:
    assert list(unspoken("⟦All of this⟧ ΑΛΕΞ 12 ⟪and that⟫")) == []
    assert list(unspoken("⟦All of⟧ this")) == ["'this' in: ⟦All of⟧ this"]


def test_a_bracket_that_is_left_open_is_found() -> None:
    assert list(unspoken("⟦All of\nthis")) == ["a bracket on its own: ⟦All of"]
    assert list(unspoken("Α⟧")) == ["a bracket on its own: Α⟧"]


def test_content_that_is_cut_short_ends_there() -> None:
    assert list(unspoken("⟦Promise: ⟪We eat out on Fri…⟧\n⟪We eat…\n12")) == []


def test_a_sentence_that_was_glued_is_found() -> None:
    assert list(glued("⟦You both said⟧ ⟦yes⟧")) == ["You both said + yes"]
    assert list(glued("⟦It is saved.⟧ ⟦Go on?⟧\n⟦Yes⟧\n⟦No⟧")) == []


def test_a_part_of_its_grammar_within_a_sentence_is_found() -> None:
    assert list(nested("⟦In ⟦November⟧, ⟦or so⟧⟧")) == [
        ("In …, …", "November"),
        ("In …, …", "or so"),
    ]
    assert is_whole("November")
    assert is_whole("A sentence of its own.")
    assert not is_whole("or so")
    assert not is_whole("one of the")

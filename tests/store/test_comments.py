"""What somebody wrote into an agreement's file as a comment, told from the text of a clause."""

import pytest
from export.corpus import TEXTS, agreements, holding
from hypothesis import given
from support.effort import examples

from workshop.core.agreement.agreement import Agreement
from workshop.store import formats


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_is_taken_for_a_comment(text: str) -> None:
    agreement = holding(text)

    assert not formats.has_comments(agreement, formats.write(agreement))


@examples(8)
@given(agreements())
def test_a_comment_is_found_whatever_the_text_is(agreement: Agreement) -> None:
    data = formats.write(agreement)

    assert not formats.has_comments(agreement, data)
    assert formats.has_comments(agreement, data + b"# and more\n")
    assert formats.has_comments(agreement, data.replace(b"format = 1", b"format = 1 #ours", 1))

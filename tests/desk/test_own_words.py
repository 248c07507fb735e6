"""What is one's own is worded by its owner alone: in exercises, on the page, in hand edits."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.couple import Couple, answering, by_chance
from support.evening import SHIPPED, asks, begin, documents, resume, workshop_of
from support.page import MINE, THEIRS, page_of
from support.work import a_page, agreement_in, clause_in, drafting, edit, to_the_map, work

from workshop.cards.agreement_deeds import Clauses, OneClause, RenewPage, SetOut
from workshop.cards.deeds import GoTo
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import Unchanged, verify
from workshop.core.course.session import Ask
from workshop.core.people import Pair, Side
from workshop.core.turns import Consent, Draft, Standing
from workshop.core.turns.reply import Drafted, Empty, OtherWords, Reply, Yes
from workshop.desk.desk import Desk
from workshop.errors import Refused

TURNED = "I text every hour when I am out."
OWN = [("c2", "left", MINE), ("c3", "right", THEIRS)]


@pytest.fixture
def us(tmp_path: Path) -> Path:
    return a_page(tmp_path / "us")


@dataclass
class Meddling:
    """Two who say yes to all, but that whoever does not own a clause tries to turn its words.

    Attributes:
        refused: at which turns other words were refused.
        offered: at which turns they were offered.
    """

    couple: Couple
    refused: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)

    def walk(self, desk: Desk, stop: Callable[[Ask], bool] = lambda _asked: False) -> None:
        for asked in asks(desk, self.couple):
            if not isinstance(asked, Ask):
                continue
            if stop(asked):
                return
            turn = asked.turn
            if isinstance(turn, Consent) and turn.owner not in (None, turn.holder):
                if any(answer.reply is None for answer in desk.card(asked).answers):
                    self.offered.append(turn.id)
                try:
                    desk.reply(OtherWords(text=TURNED))
                except Refused:
                    self.refused.append(turn.id)


def test_who_does_not_own_a_promise_cannot_word_it_in_an_exercise(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["small-promises"]))
    meddling = Meddling(answering)

    meddling.walk(desk)

    assert meddling.refused == ["promise/1/consent/1/2", "promise/2/consent/1/1"]
    assert meddling.offered == []
    agreement = documents(tmp_path / "us")["agreement.toml"]
    assert isinstance(agreement, Agreement)
    assert {one.text for one in agreement.clauses} == {
        "[DRAFT ALEX promise/1/draft]",
        "[DRAFT SAM promise/2/draft]",
    }


def test_its_owner_can_and_both_are_asked_about_the_new_words(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["small-promises"]))
    better = "I put the keys in the bowl."

    def couple(asked: Ask, pair: Pair) -> Reply:
        turn = asked.turn
        if isinstance(turn, Consent) and turn.owner == turn.holder == "left" and turn.words:
            return OtherWords(text=better) if turn.words != better else Yes()
        return answering(asked, pair)

    asked_about = [
        (asked.turn.holder, asked.turn.words)
        for asked in asks(desk, couple)
        if isinstance(asked, Ask) and isinstance(asked.turn, Consent) and asked.turn.words
    ]

    assert ("right", better) in asked_about
    assert better in {one.text for one in agreement_in(tmp_path / "us").clauses}


@pytest.mark.parametrize(("id", "owner", "words"), OWN)
def test_on_the_page_the_others_yes_has_no_other_words(
    us: Path, id: str, owner: Side, words: str
) -> None:
    asked = work(
        to_the_map(resume(us)),
        *(GoTo(Clauses()), GoTo(OneClause(id)), SetOut("change", id)),
        couple=drafting("In other words."),
    )

    consents = [one.turn for one in asked if isinstance(one.turn, Consent)]
    assert {turn.holder: turn.rewording for turn in consents} == {
        owner: True,
        "right" if owner == "left" else "left": False,
    }
    assert clause_in(us, id).text == "In other words."


def test_in_the_review_only_the_owner_has_other_words_for_what_is_ones_own(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["agreement-review"]))
    desk._workshop.folder.save_agreement(page_of())

    standing = [
        asked.turn
        for asked in asks(desk, by_chance(3))
        if isinstance(asked, Ask) and isinstance(asked.turn, Standing) and asked.turn.owner
    ]

    assert standing
    assert all(turn.rewording == (turn.owner == turn.holder) for turn in standing)


# -- hand edits ------------------------------------------------------------------------------------

EDITED = "I text every hour."


def changed(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def handed_over(text: str) -> str:
    """Give the left one's promise to the right one, in other words."""
    at = text.index(f'text = "{MINE}"')
    return text[:at] + text[at:].replace(MINE, EDITED, 1).replace('"ALEX"', '"SAM"', 1)


def drafts_of(asked: list[Ask]) -> list[Draft]:
    return [one.turn for one in asked if isinstance(one.turn, Draft)]


def wording(words: str | None) -> Couple:
    """Return a couple whose drafts say `words`; None passes, and "" leaves them as they stand."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, Draft):
            return Drafted(text=words or asked.turn.start) if words is not None else Empty()
        return answering(asked, pair)

    return reply


@pytest.mark.parametrize(("id", "owner", "words"), OWN)
def test_words_of_ones_own_that_were_changed_by_hand_are_its_owners_to_find(
    us: Path, id: str, owner: Side, words: str
) -> None:
    edit(us, changed(words, EDITED))

    asked = work(
        to_the_map(resume(us)),
        GoTo(Clauses()),
        GoTo(OneClause(id)),
        SetOut("by hand", id),
        couple=wording("Mine."),
    )

    (draft,) = drafts_of(asked)
    assert (draft.holder, draft.start) == (owner, EDITED)
    assert clause_in(us, id).text == "Mine."
    assert isinstance(verify(agreement_in(us)), Unchanged)


def test_an_owner_who_has_no_words_for_it_leaves_the_file_as_it_is_and_nobody_is_asked(
    us: Path,
) -> None:
    edited = edit(us, changed(MINE, EDITED))

    asked = work(
        to_the_map(resume(us)),
        GoTo(Clauses()),
        GoTo(OneClause("c2")),
        SetOut("by hand", "c2"),
        couple=wording(None),
    )

    assert not [one for one in asked if isinstance(one.turn, Consent)]
    assert (us / "agreement.toml").read_bytes() == edited


def test_a_clause_that_is_handed_over_in_the_file_stays_its_owners(us: Path) -> None:
    edit(us, handed_over)

    asked = work(
        to_the_map(resume(us)),
        GoTo(Clauses()),
        GoTo(OneClause("c2")),
        SetOut("by hand", "c2"),
        couple=wording(""),
    )

    (draft,) = drafts_of(asked)
    assert draft.holder == "left"
    assert clause_in(us, "c2").owner == "ALEX"


def test_where_only_the_day_was_changed_nobody_words_anything(us: Path) -> None:
    edit(us, lambda text: text.replace("review_on = 2026-11-07", "review_on = 2027-03-01", 2))

    asked = work(
        to_the_map(resume(us)), GoTo(Clauses()), GoTo(OneClause("c2")), SetOut("by hand", "c2")
    )

    assert drafts_of(asked) == []


def test_a_fresh_page_takes_words_of_ones_own_from_their_owner(us: Path) -> None:
    edit(us, changed(MINE, EDITED))

    asked = work(to_the_map(resume(us)), RenewPage(), couple=wording("Mine."))

    (draft,) = drafts_of(asked)
    assert (draft.holder, draft.start) == ("left", EDITED)
    assert "Mine." in [one.text for one in agreement_in(us).clauses]


def test_a_fresh_page_leaves_out_what_its_owner_has_no_words_for(us: Path) -> None:
    edit(us, changed(MINE, EDITED))

    work(to_the_map(resume(us)), RenewPage(), couple=wording(None))

    texts = [one.text for one in agreement_in(us).clauses]
    assert EDITED not in texts
    assert MINE not in texts
    assert THEIRS in texts


def test_a_record_that_was_changed_vouches_for_no_words_so_each_owner_is_asked(us: Path) -> None:
    edit(us, lambda text: text.replace('origin = "900/1"', 'origin = "900/9"', 1))

    asked = work(to_the_map(resume(us)), RenewPage(), couple=wording(""))

    assert [draft.holder for draft in drafts_of(asked)] == ["left", "right", "right"]


def test_the_review_goes_by_what_both_said_yes_to(tmp_path: Path) -> None:
    path = a_page(tmp_path / "us")
    edit(path, handed_over)

    desk = to_the_map(resume(path))
    desk._evening.begin("agreement-review")

    assert desk._evening.exercise is not None
    given = {one.id: one for one in desk._evening.exercise.given.clauses}
    assert (given["c2"].owner, given["c2"].text) == ("left", MINE)
    assert SHIPPED.exercise("agreement-review").looks_back

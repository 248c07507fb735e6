"""The agreement between exercises: one is enough to pause or end a clause, and both hear of it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Literal

import pytest
from support.couple import answering, keeping
from support.evening import (
    A_DAY,
    SHIPPED,
    MadeUp,
    StillClock,
    asks,
    begin,
    documents,
    resume,
    sit_through,
    workshop_of,
)
from support.exercises import exercise_of
from support.page import AGREED, BOUNDARY, MINE, OVER, RESTING, THEIRS, page_of

from workshop.cards.agreement_deeds import (
    Alone,
    Clauses,
    OneClause,
    OneRule,
    ReviewPage,
    Rules,
    TakeRuleOff,
)
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back, Begin, GoTo, LookAtAgreement
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import Altered, Same, SameUpTo, code, verify
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.steps.pick import Pick
from workshop.core.steps.speak import Speak
from workshop.core.turns import Consent, Read
from workshop.core.turns import Pick as Turned
from workshop.core.turns.reply import Done, NotNow, Picked, Reply
from workshop.desk.desk import Desk
from workshop.desk.guides.agreement_pages import AgreementPages
from workshop.desk.workshops import Workshops
from workshop.errors import Refused
from workshop.store.documents import Kept
from workshop.store.workshop import Workshop


@pytest.fixture
def home(tmp_path: Path) -> Workshops:
    """A pair that has an agreement, and has gone home."""
    desk = begin(tmp_path / "us", workshop_of(["appreciation", "compromise"]))
    desk._workshop.folder.save_agreement(page_of())
    desk.let_go()
    return Workshops(tmp_path, SHIPPED, StillClock(A_DAY + timedelta(days=2)), Random(7))


def pages(home: Workshops) -> AgreementPages:
    return home.pages(home.data / "us")


def agreement(home: Workshops) -> Agreement:
    found = documents(home.data / "us")["agreement.toml"]
    assert isinstance(found, Agreement)
    return found


def edit(home: Workshops, change: Callable[[str], str]) -> None:
    """Change the file of the agreement as an editor does."""
    file = home.data / "us" / "agreement.toml"
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def at(home: Workshops, id: str) -> AgreementPages:
    shown = pages(home)
    shown.reply(Chosen(GoTo(Clauses())))
    shown.reply(Chosen(GoTo(OneClause(id))))
    return shown


def deeds(shown: AgreementPages) -> list[Deed]:
    return [option.does for option in shown.choice().options]


@pytest.mark.parametrize(("id", "event"), [("c1", "ended"), ("c2", "paused"), ("c4", "ended")])
def test_one_of_them_ends_or_pauses_a_clause_at_once_and_is_not_named(
    home: Workshops, id: str, event: Literal["paused", "ended"]
) -> None:
    noted = code(agreement(home))

    at(home, id).reply(Chosen(Alone(event, id)))

    after = agreement(home)
    clause = after.clause(id)
    assert clause is not None
    assert clause.status == event
    assert isinstance(verify(after, noted), SameUpTo)
    assert isinstance(verify(after, code(after)), Same)
    newest = after.revisions[-1]
    assert newest.origin == "page/9"
    assert [one for one in after.clauses if one.id != id] == [
        one for one in page_of().clauses if one.id != id
    ]


@pytest.mark.parametrize(
    ("id", "event", "said"),
    [("c1", "ended", "That has ended now."), ("c2", "paused", "That is paused now.")],
)
def test_after_that_they_are_back_in_the_list_which_says_so(
    home: Workshops, id: str, event: Literal["paused", "ended"], said: str
) -> None:
    shown = at(home, id)

    shown.reply(Chosen(Alone(event, id)))

    assert shown.choice().lines == (said,)
    assert shown.choice().option(GoTo(OneClause(id))) is not None
    shown.reply(Chosen(GoTo(OneClause(id))))
    assert shown.choice().lines == ()


def test_what_has_ended_cannot_be_touched_and_what_rests_can_only_be_ended(home: Workshops) -> None:
    assert deeds(at(home, "c6")) == [Back()]
    assert deeds(at(home, "c5")) == [Alone("ended", "c5"), Back()]
    assert deeds(at(home, "c1")) == [Alone("paused", "c1"), Alone("ended", "c1"), Back()]


def test_due_ones_come_first_and_every_clause_is_there(home: Workshops) -> None:
    shown = pages(home)
    whole = " ".join(shown.choice().page)
    assert all(text in whole for text in (AGREED, MINE, THEIRS, BOUNDARY, RESTING, OVER))
    shown.reply(Chosen(GoTo(Clauses())))

    labels = [option.label for option in shown.choice().options][:-1]

    assert labels[0] == f"Agreement, due: {AGREED}"
    assert labels[-1] == f"Agreement, ended: {OVER}"
    assert len(labels) == 6


def test_a_clause_tells_its_history(home: Workshops) -> None:
    at(home, "c2").reply(Chosen(Alone("paused", "c2")))

    lines = [line for line in at(home, "c2").choice().page if line.startswith("- ")]

    assert lines == ["- 24 October 2026: agreed", "- 25 November 2026: paused"]


def test_while_it_is_open_elsewhere_nothing_changes_and_it_says_so(home: Workshops) -> None:
    desk = home.resume(home.data / "us")
    shown = at(home, "c1")

    with pytest.raises(Refused, match="open"):
        shown.reply(Chosen(Alone("ended", "c1")))

    assert agreement(home) == page_of()
    desk.let_go()


def opening(desk: Desk) -> list[str]:
    """Sit through the opening, and return what was told at it."""
    told: list[str] = []
    for asked in asks(desk, answering):
        if isinstance(asked, Choice):
            break
        if isinstance(asked, Ask) and asked.turn.id == "opening/changed":
            assert isinstance(asked.turn, Read)
            told += [said.text for said in asked.turn.quotations]
    return told


def test_both_hear_at_the_next_opening_what_one_of_them_ended_and_only_once(
    home: Workshops,
) -> None:
    at(home, "c1").reply(Chosen(Alone("ended", "c1")))
    at(home, "c2").reply(Chosen(Alone("paused", "c2")))

    first = home.resume(home.data / "us")
    told = opening(first)
    first.let_go()
    later = Workshops(home.data, SHIPPED, StillClock(A_DAY + timedelta(days=9)), Random(7))
    second = later.resume(home.data / "us")

    assert told == [
        f"25 November 2026: ended: “{AGREED}”",
        f"25 November 2026: paused: “{MINE}”",
    ]
    assert opening(second) == []
    second.let_go()


def test_not_tonight_leaves_it_to_be_told_next_time(home: Workshops) -> None:
    at(home, "c1").reply(Chosen(Alone("ended", "c1")))
    desk = home.resume(home.data / "us")

    for asked in asks(
        desk,
        lambda asked, pair: NotNow() if isinstance(asked.turn, Consent) else answering(asked, pair),
    ):
        assert asked
    desk.stop()

    again = home.resume(home.data / "us")
    assert opening(again) == [f"25 November 2026: ended: “{AGREED}”"]
    again.let_go()


def test_from_the_map_it_can_be_looked_at_and_the_review_begun(home: Workshops) -> None:
    desk = home.resume(home.data / "us")
    opening(desk)
    desk.reply(Chosen(LookAtAgreement()))
    desk.reply(Chosen(GoTo(Clauses())))
    desk.reply(Chosen(GoTo(OneClause("c1"))))

    desk.reply(Chosen(ReviewPage()))

    assert desk.title == "Your agreement, looked at again"
    desk.let_go()


def test_over_a_turn_it_can_be_ended_and_the_turn_goes_on(home: Workshops) -> None:
    desk = home.resume(home.data / "us")
    opening(desk)
    desk.reply(Chosen(Begin("compromise")))
    asked = desk.ask()
    desk.agreement()
    for deed in (
        GoTo(Clauses()),
        GoTo(OneClause("c1")),
        Alone("ended", "c1"),
        Back(),
        Back(),
    ):
        desk.reply(Chosen(deed))

    assert desk.ask() == asked
    assert agreement(home).clauses[0].status == "ended"
    assert not isinstance(verify(agreement(home)), Altered)
    desk.let_go()


def test_one_of_them_takes_a_ground_rule_off_at_any_time(home: Workshops) -> None:
    folder = home.resume(home.data / "us")._workshop.folder
    rules = ("Phones on silent", "[/] first", "One at a time")
    folder.save_workshop(folder.workshop().model_copy(update={"ground_rules": rules}))
    folder.close()
    shown = pages(home)

    shown.reply(Chosen(GoTo(Rules())))
    assert [option.label for option in shown.choice().options] == [*rules, "Back"]
    shown.reply(Chosen(GoTo(OneRule("[/] first"))))
    assert "“[/] first”" in shown.choice().page
    shown.reply(Chosen(TakeRuleOff("[/] first")))

    assert [option.label for option in shown.choice().options] == [rules[0], rules[2], "Back"]
    assert folder.workshop().ground_rules == (rules[0], rules[2])
    shown.reply(Chosen(Back()))
    assert not any("[/]" in paragraph for paragraph in shown.choice().page)


RULES = exercise_of(
    [
        Pick(id="rules", prompt="Tick.", options=("A", "B", "C"), count=2, ground_rules=True),
        Speak(id="talk", prompt="Say one thing.", seconds=30),
    ],
    id="rules",
)


def taking_off(rule: str) -> tuple[Deed, ...]:
    """Return the choices that take a rule off, and lead back again."""
    return GoTo(Rules()), GoTo(OneRule(rule)), TakeRuleOff(rule), Back(), Back()


def both_tick(asked: Ask, pair: Pair) -> Reply:
    if isinstance(asked.turn, Turned):
        return Picked(ticks=(1, 2))
    return answering(asked, pair)


def rules_of(path: Path) -> tuple[str, ...]:
    found = documents(path)["workshop.toml"]
    assert isinstance(found, Workshop)
    return found.ground_rules


def test_a_rule_that_was_taken_off_stays_off_while_its_exercise_goes_on(tmp_path: Path) -> None:
    path, library = tmp_path / "us", MadeUp([RULES])
    desk = begin(path, workshop_of(["rules"]), library)
    for asked in asks(desk, both_tick):
        if isinstance(asked, Ask) and asked.turn.id == "talk/1":
            break
    assert rules_of(path) == ("A", "B")
    desk.agreement()
    for deed in taking_off("A"):
        desk.reply(Chosen(deed))
    desk.reply(Done())
    assert rules_of(path) == ("B",)
    desk.stop()

    again = resume(path, library)
    sit_through(again, both_tick)

    assert rules_of(path) == ("B",)


def test_a_rule_taken_off_stays_off_though_the_notes_have_it_in_other_letters(
    tmp_path: Path,
) -> None:
    path, library = tmp_path / "us", MadeUp([RULES])
    desk = begin(path, workshop_of(["rules"]).model_copy(update={"ground_rules": ("a.",)}), library)
    for asked in asks(desk, both_tick):
        if isinstance(asked, Ask) and asked.turn.id == "talk/1":
            break
    assert rules_of(path) == ("a.", "B")
    desk.agreement()
    for deed in taking_off("a."):
        desk.reply(Chosen(deed))
    desk.reply(Done())

    assert rules_of(path) == ("B",)


def test_a_rule_that_both_tick_anew_is_there_again(tmp_path: Path) -> None:
    path, library = tmp_path / "us", MadeUp([RULES])
    desk = begin(path, workshop_of(["rules", "rules"]), library)
    taken_off = False
    for asked in asks(desk, both_tick):
        if isinstance(asked, Ask) and asked.turn.id == "talk/1" and not taken_off:
            desk.agreement()
            for deed in taking_off("A"):
                desk.reply(Chosen(deed))
            taken_off = True

    assert set(rules_of(path)) == {"A", "B"}


def test_of_ticked_rules_only_those_of_both_are_kept_with_the_notes(tmp_path: Path) -> None:
    path, library = tmp_path / "us", MadeUp([RULES])

    def different(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, Turned) and asked.turn.id.startswith("rules/"):
            return Picked(ticks=(1, 2) if asked.turn.holder == "left" else (2, 3))
        return keeping(answering)(asked, pair)

    sit_through(begin(path, workshop_of(["rules"]), library), different)

    kept = [one for one in documents(path).values() if isinstance(one, Kept)]
    texts = [answer.text for one in kept for answer in one.answers]
    assert texts == ["B"]


def test_words_that_look_like_a_heading_stay_as_they_were_said(home: Workshops) -> None:
    said = "# No heading\n- and no point"
    edit(home, lambda text: text.replace(f'"{AGREED}"', '"# No heading\\n- and no point"', 1))

    assert at(home, "c1").choice().page[0] == f"“{said}”"


def test_the_code_to_copy_is_that_of_the_agreement_while_it_vouches_for_the_text(
    home: Workshops,
) -> None:
    desk = home.resume(home.data / "us")
    assert desk.code == pages(home).code == code(agreement(home))
    desk.let_go()

    edit(home, lambda text: text.replace("150", "250"))

    assert agreement(home).revisions
    assert pages(home).code == ""

"""What is proposed once both have opened, told calmly whatever comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.couple import answering
from support.evening import MadeUp, Unsynced, asks, begin, documents, workshop_of
from support.exercises import MARKED, exercise_of

from workshop.cards.card import Card
from workshop.core.course.session import Ask
from workshop.core.people import Pair, Side
from workshop.core.steps import AnyStep
from workshop.core.steps.agree import Agree
from workshop.core.steps.choose import Choose
from workshop.core.steps.divide import Divide
from workshop.core.steps.gather import Gather
from workshop.core.steps.pick import Pick
from workshop.core.steps.rate import Rate, Scale
from workshop.core.steps.speak import Speak
from workshop.core.steps.write import Write
from workshop.core.turns import Add, Draft, Marking, Points, RulesReveal
from workshop.core.turns.reply import Empty, Picked, Pointed, Ranked, Rated, Reply, Words
from workshop.store.workshop import Workshop

WAYS = ("A walk", "A film", "A nap")
Replies = Callable[[Ask, Pair], Reply]


@dataclass(frozen=True)
class Told:
    """What was shown, by turn."""

    cards: dict[str, Card]
    workshop: Workshop

    def words(self, turn: str) -> str:
        """Return all the words of the reveal of `turn`."""
        shown = self.cards[turn]
        said = [part for words in shown.said for part in (words.label, words.text)]
        return " | ".join([shown.prompt, *said, *shown.notes, *shown.sums])


def marks(left: Reply, right: Reply, added: tuple[str, ...] = ()) -> Replies:
    """Return a couple that marks every list like this, and adds these where they gather."""
    waiting = list(added)

    def reply(asked: Ask, pair: Pair) -> Reply:
        match asked.turn:
            case Add():
                text = waiting.pop(0) if waiting else ""
                return Words(text=text) if text else Empty()
            case Marking(holder=holder):
                return left if holder == "left" else right
            case _:
                return answering(asked, pair)

    return reply


def told(path: Path, steps: list[AnyStep], couple: Replies, coin: Side = "left") -> Told:
    exercise = exercise_of(steps)
    workshop = workshop_of([exercise.id]).model_copy(update={"coin": coin})
    desk = begin(path / "us", workshop, MadeUp([exercise]), system=Unsynced())
    cards: dict[str, Card] = {}
    while isinstance(asked := desk.ask(), Ask) and not asked.turn.id.startswith("closing"):
        cards[asked.turn.id] = desk.card(asked)
        desk.reply(couple(asked, desk.pair))
    desk.let_go()
    found = documents(path / "us")["workshop.toml"]
    assert isinstance(found, Workshop)
    return Told(cards, found)


def choose(**more: object) -> Choose:
    return Choose(id="order", prompt="Put them in order.", options=WAYS, **more)


def ranked(*order: int) -> Ranked:
    return Ranked(order=order)


def test_equal_orders_meet_on_top(tmp_path: Path) -> None:
    same = ranked(2, 1, 4, 3)
    words = told(tmp_path, [choose()], marks(same, same)).words("order/reveal")

    assert "You meet here | A film" in words
    assert "A film is the first for both." in words


def test_where_leaving_it_wins_that_is_an_answer_and_nobody_has_to_explain_it(
    tmp_path: Path,
) -> None:
    seen = told(
        tmp_path,
        [choose(keep="Let it be"), Agree(id="clause", prompt="Say it.", **{"from": "order"})],
        marks(ranked(1, 4, 2, 3), ranked(2, 4, 1, 3)),
    )

    words = seen.words("order/reveal")
    assert "There is nothing that both of you put above this | Let it be" in words
    assert "Leaving it is an answer, too. Nobody has to explain an order." in words
    draft = seen.cards["clause/draft"]
    assert "Nothing came of that today." in " ".join(draft.notes)


def test_whoever_hears_two_orders_hears_them_item_by_item(tmp_path: Path) -> None:
    seen = told(tmp_path, [choose()], marks(ranked(2, 1, 4, 3), ranked(1, 2, 3, 4)))

    heard = seen.cards["order/reveal"].heard.splitlines()
    assert heard[0] == "A walk: ALEX second, SAM first."
    assert heard[1] == "A film: ALEX first, SAM second."


def test_whoever_hears_two_lists_of_points_hears_them_item_by_item(tmp_path: Path) -> None:
    divide = Divide(id="goods", prompt="Give points.", of="goods", options=WAYS)
    pointed = Pointed(points=(40, 40, 20)), Pointed(points=(50, 30, 20))

    heard = told(tmp_path, [divide], marks(*pointed)).cards["goods/reveal"].heard

    assert heard.splitlines()[1] == "A film: ALEX 40, SAM 30."


def test_two_that_are_equally_far_down_are_both_proposed(tmp_path: Path) -> None:
    steps: list[AnyStep] = [choose(), Agree(id="clause", prompt="Say it.", **{"from": "order"})]
    seen = told(tmp_path, steps, marks(ranked(1, 2, 3, 4), ranked(2, 1, 3, 4)))

    assert "You meet at two of them | A walk\nA film" in seen.words("order/reveal")


@pytest.mark.parametrize("coin", ["left", "right"])
def test_where_one_can_be_taken_it_is_this_time_who_is_first_s(tmp_path: Path, coin: Side) -> None:
    pick = Pick(id="rules", prompt="Tick one.", options=WAYS, count=1)
    seen = told(tmp_path, [pick], marks(Picked(ticks=(1,)), Picked(ticks=(3,))), coin)

    name, item = ("ALEX", "A walk") if coin == "left" else ("SAM", "A nap")
    words = seen.words("rules/reveal")
    assert f"You ticked different ones. This time it is {name}'s | {item}" in words


def test_ground_rules_are_what_both_ticked_and_are_added_to_those_there_are(
    tmp_path: Path,
) -> None:
    pick = Pick(id="rules", prompt="Tick.", options=WAYS, count=3, ground_rules=True)
    more = Pick(id="more", prompt="Tick.", options=WAYS, count=3, ground_rules=True)
    seen = told(tmp_path, [pick, more], marks(Picked(ticks=(1, 3)), Picked(ticks=(2, 3))))

    assert "Both of you ticked | A nap" in seen.words("rules/reveal")
    assert seen.workshop.ground_rules == ("A nap",)


def test_of_ground_rules_only_what_both_ticked_shows(tmp_path: Path) -> None:
    pick = Pick(id="rules", prompt="Tick.", options=WAYS, count=3, ground_rules=True)
    seen = told(tmp_path, [pick], marks(Picked(ticks=(1, 3)), Picked(ticks=(2, 3))))

    words = seen.words("rules/reveal")
    assert "A nap" in words
    assert "A walk" not in words
    assert "A film" not in words


def test_ground_rules_that_are_not_for_now_are_none(tmp_path: Path) -> None:
    pick = Pick(id="rules", prompt="Tick.", options=WAYS, count=3, ground_rules=True)
    speak = Speak(id="try", about="rules", prompt="Which one first?", seconds=30)
    same = marks(Picked(ticks=(1, 3)), Picked(ticks=(1, 3)))

    def not_now(asked: Ask, pair: Pair) -> Reply:
        return Empty() if isinstance(asked.turn, RulesReveal) else same(asked, pair)

    seen = told(tmp_path, [pick, speak], not_now)

    assert [answer.label for answer in seen.cards["rules/reveal"].answers][-1] == "Not now"
    assert seen.workshop.ground_rules == ()
    assert "A walk" not in seen.words("try/1")


def test_nothing_ticked_by_both_is_fine(tmp_path: Path) -> None:
    pick = Pick(id="rules", prompt="Tick.", options=WAYS, count=2, ground_rules=True)
    seen = told(tmp_path, [pick], marks(Picked(ticks=(1,)), Picked(ticks=())))

    words = seen.words("rules/reveal")
    assert "Nothing this time. That is fine." in words
    assert "A walk" not in words
    assert seen.workshop.ground_rules == ()


def test_equal_points_come_to_half_each_and_one_thing_goes_by_turns(tmp_path: Path) -> None:
    divide = Divide(id="goods", prompt="Give points.", of="goods", options=WAYS)
    same = Pointed(points=(40, 40, 20))
    words = told(tmp_path, [divide], marks(same, same)).words("goods/reveal")

    assert "each has half of them or more" in words
    assert "by turns: three quarters for ALEX, a quarter for SAM." in words
    assert "/" not in words.replace("[/]", "")


def test_exact_fractions_are_there_for_whoever_asks(tmp_path: Path) -> None:
    divide = Divide(id="goods", prompt="Give points.", of="goods", options=WAYS)
    pointed = Pointed(points=(40, 40, 20)), Pointed(points=(50, 30, 20))

    shown = told(tmp_path, [divide], marks(*pointed)).cards["goods/reveal"]

    assert any("turns or weeks" in line for line in shown.exactly)
    assert not any("turns or weeks" in line for line in shown.sums)


HOURS = "How many hours a week does each take?"
CARRIED = ("Cooking", "Bills", "Bins", "Parents")


def carrying(hours: tuple[int, ...] | None, first: Pointed, second: Pointed) -> Replies:
    """Return a couple that names hours together, and weighs what takes some."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        if asked.turn.id == "tasks/hours":
            return Empty() if hours is None else Pointed(points=hours)
        if asked.turn.id in ("tasks/1", "tasks/2"):
            return first if asked.turn.id == "tasks/1" else second
        return answering(asked, pair)

    return reply


def tasks() -> Divide:
    return Divide(id="tasks", prompt="How heavy?", of="burdens", options=CARRIED, hours=HOURS)


def test_hours_are_named_openly_by_both_and_stand_beside_what_is_proposed(tmp_path: Path) -> None:
    weights = Pointed(points=(2, 2, 2))
    shown = told(tmp_path, [tasks()], carrying((7, 0, 7, 14), weights, weights))

    assert shown.cards["tasks/hours"].lit == ("left", "right")
    revealed = shown.words("tasks/reveal")
    assert "Hours a week: 14 for ALEX, 14 for SAM." in revealed
    assert "Bills" not in revealed  # which takes none in this home


def test_where_nobody_names_hours_weights_alone_are_divided(tmp_path: Path) -> None:
    weights = Pointed(points=(2, 1, 1, 2))
    shown = told(tmp_path, [tasks()], carrying(None, weights, weights))

    assert "takes care of" in shown.words("tasks/reveal")
    assert "Hours" not in shown.words("tasks/reveal")


def test_with_hours_each_weighs_something(tmp_path: Path) -> None:
    turn = Points(id="a", items=CARRIED, most=5, least=1)

    assert turn.missing(Pointed(points=(1, 0, 1, 1))) == "“Bills” has 1 at the least."


def test_nothing_is_proposed_that_would_give_one_nearly_everything(tmp_path: Path) -> None:
    weights = Pointed(points=(5, 1, 1, 1))
    agree = Agree(id="plan", prompt="One sentence.", **{"from": "tasks"})

    shown = told(tmp_path, [tasks(), agree], carrying((40, 1, 1, 1), weights, weights))

    assert "takes care of" not in shown.words("tasks/reveal")
    assert "nearly all fall to one of you" in shown.words("tasks/reveal")
    assert "Nothing came of that today." in shown.words("plan/draft")


@pytest.mark.parametrize(
    ("second", "above"), [((2, 1, 3, 4), "A walk\nA film"), ((4, 1, 2, 3), "")]
)
def test_an_order_that_proposes_nothing_shows_what_both_put_above_the_line(
    tmp_path: Path, second: tuple[int, ...], above: str
) -> None:
    order = choose(proposes=False, keep="Enough as it is")

    shown = told(tmp_path, [order], marks(ranked(1, 2, 4, 3), ranked(*second)))

    revealed = shown.cards["order/reveal"]
    assert revealed.said[-1].label == "Both of you put these above “Enough as it is”"
    assert revealed.said[-1].text == (above or "Nothing is above it for both of you. That is fine.")
    assert "propose" not in shown.words("order/1")
    assert "To leave it is an answer" not in shown.words("order/reveal")


@pytest.mark.parametrize("of", ["goods", "burdens"])
def test_a_split_can_be_drafted_by_each_owner(tmp_path: Path, of: str) -> None:
    divide = Divide(id="split", prompt="Points.", of=of, options=WAYS)
    clause = Agree(
        id="own", prompt="Yours.", each=True, clause="responsibility", **{"from": "split"}
    )
    points = (60, 30, 10) if of == "goods" else (5, 1, 1)
    other_points = (10, 30, 60) if of == "goods" else (1, 1, 5)
    steps: list[AnyStep] = [divide, clause]
    starts: dict[str, str] = {}
    couple = marks(Pointed(points=points), Pointed(points=other_points))

    def noting(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, Draft):
            starts[pair.name(asked.turn.holder or "left")] = asked.turn.start
        return couple(asked, pair)

    told(tmp_path, steps, noting)

    verb = "has" if of == "goods" else "takes care of"
    assert starts["ALEX"].startswith(f"ALEX {verb}: ")
    assert starts["SAM"].startswith(f"SAM {verb}: ")
    assert "A nap" in starts["ALEX" if of == "burdens" else "SAM"]


def test_a_share_that_was_met_on_is_the_target(tmp_path: Path) -> None:
    share = Choose(id="share", prompt="What share?", parts=("1/3",))
    tasks = Divide(id="tasks", prompt="Weigh.", of="burdens", options=WAYS, target="share")

    def couple(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, Marking) and asked.turn.id.startswith("share"):
            return ranked(1, 2, 3)
        return marks(Pointed(points=(2, 2, 2)), Pointed(points=(2, 2, 2)))(asked, pair)

    seen = told(tmp_path, [share, tasks], couple)

    assert "You meet here | ALEX 1/3, SAM 2/3" in seen.words("share/reveal")
    assert "The aim was a third of that." in seen.words("tasks/reveal")
    assert "half each" not in seen.words("tasks/reveal")


def test_without_a_share_to_meet_on_it_is_worked_out_for_half_and_says_so(tmp_path: Path) -> None:
    share = Choose(id="share", prompt="What share?", parts=("1/3",))
    tasks = Divide(id="tasks", prompt="Weigh.", of="burdens", options=WAYS, target="share")

    def couple(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, Marking) and asked.turn.id.startswith("share"):
            return ranked(1, 3, 2) if asked.turn.holder == "left" else ranked(2, 3, 1)
        return marks(Pointed(points=(2, 2, 2)), Pointed(points=(2, 2, 2)))(asked, pair)

    seen = told(tmp_path, [share, tasks], couple)

    assert "You met on no share" in seen.words("tasks/reveal")


GATHERED = Gather(id="list", prompt="Add one.", rounds=2)


def test_a_pass_in_the_middle_of_a_list_goes_on_with_the_other(tmp_path: Path) -> None:
    pick = Pick(id="rules", prompt="Tick.", **{"from": "list"})
    seen = told(
        tmp_path,
        [GATHERED, pick],
        marks(Picked(ticks=(1,)), Picked(ticks=(1,)), added=("A walk", "", "a  WALK.", "A nap")),
    )

    assert seen.cards["list/4"].said[-1].text == "A walk"
    assert "Both of you ticked | A walk" in seen.words("rules/reveal")


@pytest.mark.parametrize("added", [(), ("A walk",)])
def test_a_list_that_is_too_short_leaves_the_step_out_for_both(
    tmp_path: Path, added: tuple[str, ...]
) -> None:
    from_list = {"from": "list"}
    steps: list[AnyStep] = [
        GATHERED,
        Pick(id="rules", prompt="Tick.", **from_list),
        Choose(id="order", prompt="Order.", **from_list),
        Divide(id="goods", prompt="Points.", of="goods", **from_list),
        Agree(id="clause", prompt="Say it.", **{"from": "order"}),
    ]
    seen = told(tmp_path, steps, marks(Empty(), Empty(), added))

    for step in ("rules", "order", "goods"):
        shown = seen.cards[f"{step}/left-out"]
        assert "It is left out, for both of you." in shown.prompt
        assert shown.lit == ("left", "right")
        assert f"{step}/1" not in seen.cards
    assert seen.cards["clause/draft"].answers[-1].label == "Pass"


def test_what_stands_on_the_list_twice_stands_there_once(tmp_path: Path) -> None:
    gather = Gather(id="list", prompt="Add one.", rounds=2, seeds=("A walk", "A film"))
    seen = told(
        tmp_path,
        [gather, Pick(id="rules", prompt="Tick.", **{"from": "list"})],
        marks(Picked(ticks=(1,)), Picked(ticks=(1,)), added=("a walk", "A nap\nafter lunch")),
    )

    assert seen.cards["list/4"].said[-1].text == "A walk; A film; A nap after lunch"


def test_no_reveal_counts_or_names_a_winner(tmp_path: Path) -> None:
    seen = told(tmp_path, list(MARKED), answering)

    for name in seen.cards:
        words = seen.words(name).lower()
        for word in ("score", "average", "winner", "wins", "imbalance", "better than"):
            assert word not in words, name


def test_a_task_that_both_gave_nothing_is_in_nobodys_part_and_the_sums_say_so(
    tmp_path: Path,
) -> None:
    divide = Divide(id="split", prompt="Weigh.", of="burdens", options=WAYS)
    points = (3, 0, 3)

    seen = told(tmp_path, [divide], marks(Pointed(points=points), Pointed(points=points)))

    nothing = WAYS[1]
    shown = seen.words("split/reveal")
    assert f"{nothing}: both gave it 0. It is in nobody's part." in shown
    assert "takes care of: " in shown
    parts = [part for part in shown.split(" | ") if "takes care of" in part]
    assert not any(nothing in part for part in parts)


@pytest.mark.parametrize(
    ("typed", "draft"), [("A red cup", "Our sign: A red cup"), ("", "Our sign:")]
)
def test_a_draft_goes_on_from_its_wording_with_what_was_written(
    tmp_path: Path, typed: str, draft: str
) -> None:
    exercise = exercise_of(
        [
            Write(id="sign", prompt="Which sign?", who="one", lines=1),
            Agree(id="plan", prompt="Mend it.", wording="Our sign:", **{"from": "sign"}),
        ]
    )

    def couple(asked: Ask, pair: Pair) -> Reply:
        if asked.turn.id == "sign":
            return Words(text=typed) if typed else Empty()
        return answering(asked, pair)

    desk = begin(tmp_path, workshop_of([exercise.id]), MadeUp([exercise]))
    drafts = [
        one.turn
        for one in asks(desk, couple)
        if isinstance(one, Ask) and isinstance(one.turn, Draft)
    ]

    assert [turn.start for turn in drafts] == [draft]


def test_own_ticks_are_shown_quoted_to_their_owner_and_nothing_comes_of_them(
    tmp_path: Path,
) -> None:
    steps: list[AnyStep] = [
        Pick(id="mine", prompt="Tick.", options=WAYS, own=True),
        Speak(id="one", prompt="Choose one.", about="mine"),
    ]
    seen = told(tmp_path, steps, marks(Picked(ticks=(1,)), Picked(ticks=(1, 2))))

    assert seen.words("mine/reveal") == "Both are open now. | ALEX | A walk | SAM | A walk\nA film"
    assert [said.text for said in seen.cards["one/1"].said] == ["A walk"]
    assert [said.text for said in seen.cards["one/2"].said] == ["A walk\nA film"]


def test_who_ticked_nothing_is_quoted_nothing_and_told_so(tmp_path: Path) -> None:
    steps: list[AnyStep] = [
        Pick(id="mine", prompt="Tick.", options=WAYS, own=True),
        Speak(id="one", prompt="Choose one.", about="mine"),
    ]
    seen = told(tmp_path, steps, marks(Picked(ticks=()), Picked(ticks=(1,))))

    assert seen.cards["one/1"].said == ()
    assert "Nothing is written here from before" in seen.cards["one/1"].prompt
    assert "Nothing is written here from before" not in seen.cards["one/2"].prompt


def test_what_two_place_differently_is_quoted_and_all_of_it_where_they_do_not(
    tmp_path: Path,
) -> None:
    scale = Scale(question="Who", options=("me", "both", "{you}"))
    steps: list[AnyStep] = [
        Rate(id="view", prompt="Mark.", items=("Supper", "Trips"), scales=(scale,)),
        Speak(id="one", prompt="Choose one.", about="view"),
    ]

    apart = told(
        tmp_path / "apart",
        steps,
        marks(Rated(answers=((1,), (2,))), Rated(answers=((1,), (2,)))),
    )
    alike = told(
        tmp_path / "alike",
        steps,
        marks(Rated(answers=((1,), (2,))), Rated(answers=((3,), (2,)))),
    )

    for turn in ("one/1", "one/2"):
        assert [(said.label, said.text) for said in apart.cards[turn].said] == [
            ("You place these differently", "Who: Supper")
        ]
        assert [(said.label, said.text) for said in alike.cards[turn].said] == [
            ("The rows", "Supper; Trips")
        ]

"""Made-up couples: the same turn always gets the same answer, and every text says whose it is.

What is typed sealed holds SEALED, what is typed openly NOTE, and words for a clause DRAFT, so that
a test can look for it in any file.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import assert_never

from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import (
    Add,
    BothOnPaper,
    Breathe,
    Check,
    CirclesOpen,
    CirclesSealed,
    Consent,
    Copy,
    Draft,
    Handover,
    Heard,
    Moving,
    Pick,
    PickDay,
    Points,
    Rank,
    Rate,
    Read,
    Reveal,
    SealedPart,
    Shown,
    Speak,
    Tie,
    Unseal,
    WishList,
    Write,
    WriteSealed,
)
from workshop.core.turns.moving import moved_on
from workshop.core.turns.reply import (
    Checked,
    Circled,
    Day,
    Done,
    Drafted,
    Empty,
    EndIt,
    Held,
    MoreTime,
    Moved,
    No,
    NotNow,
    OtherWords,
    Paper,
    PauseIt,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Reply,
    Words,
    Yes,
)

Couple = Callable[[Ask, Pair], Reply]
"""How two partners answer what they are asked."""

BOTH_THINK_OF_IT = "Words that both think of."
"""What either may write, sealed or not."""


def marked(kind: str, turn: Shown, pair: Pair) -> str:
    """Return text that nobody else writes anywhere else."""
    who = pair.name(turn.holder) if turn.holder else "both"
    return f"[{kind} {who} {turn.id}]"


def answering(asked: Ask, pair: Pair) -> Reply:
    """Answer everything, and say yes to everything."""
    return possible(asked, pair)[0]


def passing(asked: Ask, pair: Pair) -> Reply:
    """Pass whatever can be passed, but the evening itself."""
    match asked.turn:
        case Consent(to="evening"):
            return Yes()
        case Unseal(closed=True):
            return Done()  # there is no other answer
        case turn:
            return Empty() if Empty in turn.takes else Done()


def by_chance(seed: int) -> Couple:
    """Return a couple that answers anything that can be answered; `seed` says what."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        turn = asked.turn
        if isinstance(turn, Handover):  # there may be more or fewer of them after a stop
            # The other may be asked first then: on paper it is for both, whoever is asked.
            on_paper = asked.paper and Random(f"{seed} {turn.to.id.whole}").random() < 0.2
            return Paper() if on_paper else Done()
        replies = [one for one in possible(asked, pair) if not isinstance(one, Paper)]
        return any_of(replies, Random(f"{seed} {turn.id} {turn.seconds}"))

    return reply


def any_of(replies: Sequence[Reply], chance: Random) -> Reply:
    """Return one of `replies`, the usual one as often as all the others, so that walks go deep."""
    return replies[0] if chance.random() < 0.5 else chance.choice(replies)


def deciding(
    sealed: tuple[str, str] = ("write", "write"), consents: tuple[str, str] = ("yes", "yes")
) -> Couple:
    """Return a couple that answers everything, and what is sealed as told: the first, the second.

    Args:
        sealed: "write" or "throw away".
        consents: to clauses: "yes", "other words" for as long as they are taken, or "not now".
    """

    def reply(asked: Ask, pair: Pair) -> Reply:
        turn = asked.turn
        place = 0 if turn.id.endswith("/1") else 1
        match turn:
            case _ if isinstance(turn, SealedPart) and sealed[place] == "throw away":
                return Empty()
            case Consent(to="clause" | "boundary") if consents[place] == "not now":
                return NotNow()
            case Consent(rewording=True) if consents[place] == "other words":
                return OtherWords(text=marked("SEALED", turn, pair))
            case _:
                return answering(asked, pair)

    return reply


def deleting(couple: Couple) -> Couple:
    """Return `couple` as it is, but that it does not keep the notes."""
    return _about_notes(couple, keep=False)


def keeping(couple: Couple) -> Couple:
    """Return `couple` as it is, but that it keeps the notes."""
    return _about_notes(couple, keep=True)


def _about_notes(couple: Couple, *, keep: bool) -> Couple:
    def reply(asked: Ask, pair: Pair) -> Reply:
        match asked.turn:
            case Consent(to="notes"):
                return Yes() if keep else NotNow()
            case WishList():
                given = couple(asked, pair)
                others = given.ticks[given.ticks[:1] == (1,) :] if isinstance(given, Picked) else ()
                return Picked(ticks=(1, *others) if keep else others)
            case _:
                return couple(asked, pair)

    return reply


def possible(asked: Ask, pair: Pair) -> Sequence[Reply]:
    """Return replies of every sort that can be taken now; the usual one comes first."""
    turn = asked.turn
    note, sealed = marked("NOTE", turn, pair), marked("SEALED", turn, pair)
    paper = (Paper(),) if asked.paper else ()
    match turn:
        case Add():
            few = f"[NOTE {turn.id}]"
            return Words(text=few), Words(text=f"{few}\n too"), Words(text="The Same."), Empty()
        case Write():
            return Words(text=note), Words(text=f" {note}\n\n"), Words(text=" \n"), Empty()
        case WriteSealed():
            return Words(text=sealed), Words(text=f"\n{sealed}"), Words(text=""), Empty(), *paper
        case CirclesSealed():
            return *_circled(sealed), Empty(), *paper
        case Rate() | Pick() | Rank() | Points():
            return *_marks(turn), Empty(), *paper
        case CirclesOpen():
            return *_circled(note), Empty()
        case Draft():
            words = marked("DRAFT", turn, pair)
            drafts = [Drafted(text=words, weeks=weeks) for weeks in turn.weeks or (None,)]
            return *drafts, Drafted(text="\t"), Empty()
        case Moving() as turn:
            return turn.example, turn.proposed, *_moves(turn), Empty()
        case Consent():
            return _consents(turn, sealed)
        case Check():
            verdicts = ("yes", "nearly", "not yet")
            return *(Checked(answer=verdict) for verdict in verdicts), Empty()
        case PickDay():
            days = [turn.today + timedelta(days=ahead) for ahead in (7, 1, 366)]
            return *(Day(on=day) for day in days), Empty()
        case Tie():
            return *turn.ways, Empty()
        case Speak():
            return (Done(), Empty(), MoreTime()) if asked.more else (Done(), Empty())
        case Heard():
            return Done(), Empty()
        case BothOnPaper():
            return Done(), Done(), Empty()
        case Read() | Breathe() | Copy() | Reveal() | Handover() | Unseal():
            return (Done(), *paper)
        case _ if isinstance(turn, SealedPart):  # a kind of which nothing more is known here
            return turn.example, Empty(), *paper
        case _:
            assert_never(turn)


def _moves(turn: Moving) -> Sequence[Moved]:
    """Return rows of which all were moved, once and twice."""
    once = tuple(map(moved_on, turn.proposed.whose))
    return Moved(whose=once), Moved(whose=tuple(map(moved_on, once)))


def _marks(turn: Rate | Pick | Rank | Points) -> Sequence[Reply]:
    """Return marks of every sort; some of them follow from whose they are."""
    size = len(turn.items)
    chance = Random(f"{turn.id} {size}")
    match turn:
        case Rate(scales=scales):
            return tuple(
                Rated(
                    answers=tuple(
                        tuple(chance.randint(least, len(scale.options)) for scale in scales)
                        for _item in turn.items
                    )
                )
                for least in (1, 0)
            )
        case Pick(count=count):
            all_of_them = range(1, size + 1)
            few = tuple(sorted(chance.sample(all_of_them, min(count, size))))
            return Picked(ticks=few), Picked(ticks=(1,)), Picked(ticks=())
        case Rank():
            order = list(range(1, size + 1))
            chance.shuffle(order)
            return Ranked(order=tuple(order)), Ranked(order=tuple(range(size, 0, -1)))
        case Points(total=None, most=most, least=least):
            weights = tuple(chance.randint(least, most) for _item in turn.items[1:])
            return Pointed(points=(most, *weights)), Pointed(points=(1,) * size)
        case Points(total=total):
            assert total is not None
            points = [0] * size
            for _point in range(total):
                points[chance.randrange(size)] += 1
            return Pointed(points=tuple(points)), Pointed(points=(total, *(0,) * (size - 1)))


def _circled(text: str) -> Sequence[Circled]:
    inner, outer = f"{text} inner", f"{text} outer"
    return (
        Circled(inner=(inner,), outer=(outer, f"{outer} too")),
        Circled(outer=(outer,)),
        Circled(),
    )


def _consents(turn: Consent, sealed: str) -> Sequence[Reply]:
    match turn.to:
        case "evening":
            return (Yes(),)
        case "notes" | "boundary" | "picture" | "times":
            return Yes(), Yes(), No(), NotNow(), Empty()
        case "standing":
            reworded = [OtherWords(text=sealed)] if turn.rewording else []
            return Yes(), PauseIt(), *reworded, EndIt(), NotNow(), Empty()
        case "paused":
            return Yes(), EndIt(), NotNow(), Empty()
        case "page" | "by hand" | "taken out" | "fresh" | "old page":
            return Yes(), Yes(), NotNow()
        case "clause":
            other = [OtherWords(text=sealed), OtherWords(text=BOTH_THINK_OF_IT)]
            reworded = [words for words in other if turn.rewording and words.text != turn.words]
            return Yes(), Yes(), Yes(), *reworded, No(), NotNow(), Empty()


def texts(reply: Held) -> tuple[str, ...]:
    """Return what was typed in an answer, of which it can be told whose it is.

    A new kind of answer has its case here: its texts, or why there are none to look for.
    """
    match reply:
        case Words(text=text) | OtherWords(text=text):
            return (text.strip(),) if text.strip() else ()
        case Circled(inner=inner, outer=outer):
            return *inner, *outer
        case Pointed(points=points) if len(set(points)) > 3:
            return (", ".join(map(str, points)),)  # nobody else gives these
        case Pointed() | Rated() | Picked() | Ranked():
            return ()  # numbers that stand elsewhere too: no file may change because of them
        case Empty() | Yes() | No() | NotNow() | PauseIt() | EndIt():
            return ()
        case _:
            assert_never(reply)

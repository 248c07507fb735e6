"""Yes takes two, no takes one: how words are asked about until both say yes or it is not today.

What is one's own is worded by its owner alone: the other says yes to having it there, or not.
Small things that are asked at one go stand on one sealed list.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace

from workshop.core.agreement.clause_names import ClauseId
from workshop.core.course.scene import Scene
from workshop.core.people import BySide, Side
from workshop.core.turn_id import TurnId
from workshop.core.turns import (
    AnyTurn,
    Clausal,
    Consent,
    ConsentTo,
    Joint,
    Reveal,
    SpeakingTime,
    Wishes,
    WishList,
)
from workshop.core.turns.deed import Deed, Enact, Reword
from workshop.core.turns.reply import (
    NOT_NOW,
    Agreed,
    Changed,
    Ended,
    Outcome,
    Paused,
    Stored,
    Wish,
    Wished,
)
from workshop.words import _

WORDINGS = 4
"""How many wordings are asked about at the most."""
SECONDS = 30
"""How long one partner's consent is thought to take."""


def consented(
    scene: Scene, id: TurnId, prompt: str, clause: Clausal
) -> Generator[AnyTurn, Stored, str | None]:
    """Ask both about a clause, and about other words for it. Returns the words in force, or None.

    When both offer other words, both are shown, `first`'s are asked about next, then the other's.
    """
    return (yield from _worded(scene, id, prompt, clause, [clause.text]))


def reworded(
    scene: Scene,
    id: TurnId,
    prompt: str,
    clause: Clausal,
    of: ClauseId,
    was: str,
    words: Sequence[str],
    asked: int = 1,
) -> Generator[AnyTurn, Stored, str | None]:
    """Ask both about other `words` for the clause `of`. Returns those in force, or None.

    Args:
        scene: what the step may see.
        id: of the turns.
        prompt: what is asked.
        clause: what it would be; its words are in place of any of `words`.
        of: the clause that is there.
        was: its words until now.
        words: what is asked about, in order.
        asked: how often words were asked for already.
    """
    return (yield from _worded(scene, id, prompt, clause, list(words), of, was, asked))


def _worded(
    scene: Scene,
    id: TurnId,
    prompt: str,
    clause: Clausal,
    waiting: list[str],
    of: ClauseId | None = None,
    was: str = "",
    asked: int = 0,
) -> Generator[AnyTurn, Stored, str | None]:
    while waiting:
        text = waiting.pop(0)
        asked += 1
        # Other words are offered while there is room for those of all who may word it: else
        # `second`'s would be the ones that fall out.
        rewording = asked + len(waiting) + (1 if clause.owner else 2) <= WORDINGS
        is_other = text != clause.text
        worded = replace(clause, text=text) if is_other else clause
        turn = joint(
            scene,
            id / asked,
            _other_words(scene, clause.owner) if is_other else prompt,
            "clause",
            worded,
            Enact(worded) if of is None else Reword(of, worded),
            was=was,
            rewording=rewording,
        )
        result = _outcome((yield turn))
        if isinstance(result, Changed):
            waiting.extend(result.words)
        done = isinstance(result, Agreed)
        yield _reveal(turn, result, more=bool(waiting) and not done)
        if done:
            return text
    return None


def _other_words(scene: Scene, owner: Side | None) -> str:
    if owner is None:
        return _("These are other words for it. Would you put them in your agreement?")
    said = _("{me} has put it in other words. Do these go into your agreement?")
    return scene.say(said, owner)


def yes_or_not_now(
    scene: Scene,
    id: TurnId,
    prompt: str,
    to: ConsentTo,
    clause: Clausal | None = None,
    times: tuple[SpeakingTime, ...] = (),
    *,
    tells_yes: bool = True,
) -> Generator[AnyTurn, Stored, bool]:
    """Ask both for a plain yes. Returns whether both said it.

    Args:
        scene: what the step may see.
        id: of the turn.
        prompt: what is asked.
        to: what a yes would do.
        clause: what it brings into force.
        times: what it shows.
        tells_yes: whether a yes of both has a page: else what comes next tells it.
    """
    turn = joint(scene, id, prompt, to, clause, Enact(clause) if clause else None)
    result = _outcome((yield turn))
    agreed = isinstance(result, Agreed)
    if tells_yes or not agreed:
        yield _reveal(turn, result, times=times if agreed else ())
    return agreed


def joint(
    scene: Scene,
    id: TurnId,
    prompt: str,
    to: ConsentTo,
    clause: Clausal | None = None,
    deed: Deed | None = None,
    was: str = "",
    rewording: bool = False,
    asks: type[Consent] = Consent,
) -> Joint:
    """Return the turn that asks both, `first` first.

    Args:
        scene: what the step may see.
        id: of the turn.
        prompt: what is asked.
        to: what a yes would do, in a word.
        clause: the clause whose words it is about.
        deed: what a yes of both does.
        was: the words that stand until then, where others would take their place.
        rewording: whether other words may be offered: by both; of what is one's own, by its owner.
        asks: how each is asked.
    """
    first, second = scene.order()
    owner = clause.owner if clause else None

    def part(number: int) -> Consent:
        holder = (first, second)[number - 1]
        return asks(
            id=id / number,
            holder=holder,
            prompt=prompt,
            seconds=SECONDS,
            to=to,
            words=clause.text if clause else "",
            was=was,
            owner=owner,
            weeks=clause.weeks if clause else None,
            rewording=rewording and owner in (None, holder),
        )

    return Joint(
        id=id,
        first=first,
        prompt=prompt,
        seconds=2 * SECONDS,
        parts=BySide.of(first, part(1), part(2)),
        deed=deed,
    )


def wished_by_both(
    scene: Scene,
    id: TurnId,
    prompt: str,
    items: Mapping[Wish, str],
    times: tuple[SpeakingTime, ...],
) -> Generator[AnyTurn, Stored, tuple[Wish, ...]]:
    """Let both tick one list, sealed, and show what comes of it. Returns what both ticked.

    Args:
        scene: what the step may see.
        id: of the turn.
        prompt: what is asked.
        items: what each wish is called on the list, in order.
        times: what is shown where both wish for the times.
    """
    turn = Wishes(
        id=id,
        first=scene.pair.first,
        prompt=prompt,
        seconds=2 * SECONDS,
        parts=lists(scene, id, prompt, tuple(items.values()), _("Neither"), SECONDS),
        wishes=tuple(items),
    )
    result = yield turn
    assert isinstance(result, Wished)
    shown = times if "times" in result.both else ()
    yield Reveal(id=id / "result", of=turn, result=result, times=shown, seconds=10)
    return result.both


def lists(
    scene: Scene, id: TurnId, prompt: str, items: tuple[str, ...], none: str, seconds: int
) -> BySide[WishList]:
    """Return the same list for each; `none` is what to tick none is called."""
    first, second = scene.order()

    def part(number: int, holder: Side) -> WishList:
        return WishList(
            id=id / number,
            holder=holder,
            prompt=scene.say(prompt, holder),
            seconds=seconds,
            items=items,
            count=len(items),
            none=none,
        )

    return BySide.of(first, part(1, first), part(2, second))


def _outcome(reply: Stored) -> Outcome:
    return reply if isinstance(reply, Agreed | Changed) else NOT_NOW


def settled(turn: Joint, more: bool = False) -> Generator[AnyTurn, Stored, Outcome]:
    """Ask `turn`, and show what comes of it; `more` if more is asked after other words."""
    reply = yield turn
    result = reply if isinstance(reply, Agreed | Changed | Paused | Ended) else NOT_NOW
    yield _reveal(turn, result, more=more and isinstance(result, Changed))
    return result


def _reveal(
    turn: Joint, result: Outcome, more: bool = False, times: tuple[SpeakingTime, ...] = ()
) -> Reveal:
    return Reveal(id=turn.id / "result", of=turn, result=result, more=more, times=times, seconds=10)

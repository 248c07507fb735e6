"""Both add to one list, in turns, without judging."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.course.leaf import Act, Leaf, Together
from workshop.core.course.scene import Course, Result, Scene
from workshop.core.course.step import Prompt, Seconds, Step
from workshop.core.people import SIDES, Side
from workshop.core.steps.items import Seeds
from workshop.core.text import merge, merged
from workshop.core.turns import Add, AddAll, Quotation
from workshop.core.turns.reply import Words
from workshop.core.turns.room import Listing
from workshop.unfit import Unfit
from workshop.words import _

MOST_IN_TURNS = 6
"""The most rounds in which each adds one thing at a turn."""
ON_PAPER = 6
"""How many lines of a sheet are empty at the most: each is a row of later lists, too."""


class Gather(Step):
    """One list: each adds one thing at a turn, or passes. What says the same stands there once."""

    kind: Literal["gather"] = "gather"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    who: Literal["each", "together"] = "each"
    """"each": in turns, one thing at a time; "together": both at one turn, one on each line."""
    rounds: Annotated[int, Field(ge=1, le=9)] = 2
    """How many things each can add, at one turn each; more than 6 only with who = "together"."""
    seeds: Seeds = ()
    """What stands on the list already."""
    seconds: Seconds = 30
    """How long one turn of it is thought to take, in seconds."""
    about: str | None = None
    """An earlier step that is quoted, all of it."""

    @model_validator(mode="after")
    def _makes_sense(self) -> "Gather":
        if self.who == "together" and ("{me}" in self.prompt or "{you}" in self.prompt):
            raise Unfit(
                _('who = "together" asks both, so the prompt names nobody'),
                _("Take {me} and {you} out of the prompt."),
                ("prompt",),
            )
        if self.who == "each" and self.rounds > MOST_IN_TURNS:
            raise Unfit(
                _("in turns, {most} rounds are the most").format(most=MOST_IN_TURNS),
                _('Write fewer, or who = "together".'),
                ("rounds",),
            )
        return self

    def turns(self, scene: Scene) -> Course:
        """Yield the turns to add, in balanced order, until both have passed a round."""
        listed: dict[str, str] = {}
        for seed in self.seeds:
            merge(listed, seed)
        if self.who == "together":
            return (yield from self._together(scene, listed))
        items = tuple(listed.values())
        before: Side | None = None
        own: dict[Side, str] = {}  # what each added last
        added = False  # whether anything was, in the round under way
        for number, holder in enumerate(scene.turns(2 * self.rounds), start=1):
            label = _("On the list, to begin with") if number == 1 else _("On the list")
            so_far = (Quotation(None, label, "; ".join(items)),) if items else ()
            reply = yield Add(
                id=self.turn_id / number,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds,
                quotations=(*scene.about(self.about, None), *so_far),
                note=self._note(scene, number, holder, before, own.get(holder, "")),
            )
            before = holder
            if isinstance(reply, Words):
                added = True
                own[holder] = reply.text
                merge(listed, reply.text)
                items = tuple(listed.values())
            if number % 2 == 0:
                if not added:
                    break
                added = False
        return _left(items)

    def _together(self, scene: Scene, listed: dict[str, str]) -> Course:
        """Yield the one turn at which both add."""
        items = tuple(listed.values())
        label = _("On the list, to begin with")
        so_far = (Quotation(None, label, "; ".join(items)),) if items else ()
        reply = yield AddAll(
            id=self.turn_id / "both",
            prompt=self.prompt,
            seconds=self.seconds,
            quotations=(*scene.about(self.about, None), *so_far),
            most=2 * self.rounds,
        )
        if isinstance(reply, Words):
            for line in reply.text.split("\n"):
                merge(listed, line)
        return _left(tuple(listed.values()))

    def _note(self, scene: Scene, number: int, holder: Side, before: Side | None, own: str) -> str:
        """Return why whoever was second goes on, beforehand and where that comes.

        Later on, the box is empty again: so it says where what was added is.
        """
        if own:
            added = _("“{item}” is on the list. Another thing, or a pass.").format(item=own)
            begins = scene.say(_("This round {me} begins."), holder) if holder == before else ""
            return f"{added} {begins}".rstrip()
        if holder == before:
            return scene.say(_("A second thing, or a pass: this round {me} begins."), holder)
        if number > 1 or self.rounds == 1:
            return ""
        return self._order(scene)

    def on_paper(self, scene: Scene) -> Leaf:
        """Return the list, with room for what each adds."""
        items = (*merged(self.seeds), *("",) * min(2 * self.rounds, ON_PAPER))
        both = self.who == "together"
        asked = {side: self.prompt if both else scene.say(self.prompt, side) for side in SIDES}
        acts = [
            Act(does="adds", who=side, text=asked[side])
            for side in scene.order()
            if asked["left"] != asked["right"]  # else it is said to both at once, below
        ]
        last = Act(
            does="adds",
            text="" if acts else asked["left"],
            seconds=self.seconds if both else 2 * self.rounds * self.seconds,
            room=Listing(items),
            about=self.refers_to,
        )
        note = "" if both else self._order(scene)
        return Leaf((Together((*acts, last), note),), Result(items=items))

    @staticmethod
    def _order(scene: Scene) -> str:
        said = _("You take turns: {me}, {you}, then {you}, {me}. A pass is for this turn only.")
        return scene.say(said, scene.pair.first)

    @property
    def at_most(self) -> int:
        """As many for each as there are rounds; or one for both."""
        return 1 if self.who == "together" else 2 * self.rounds

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that is quoted, if any."""
        return (self.about,) if self.about else ()


def _left(items: tuple[str, ...]) -> Result:
    """Return what the list leaves."""
    quotations = (Quotation(None, "", "\n".join(items)),) if items else ()
    return Result(quotations, items=items, empty=not items)

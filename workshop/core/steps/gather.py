"""Both add to one list, in turns, without judging."""

from typing import Annotated, Literal

from pydantic import Field

from workshop.core.reply import Words
from workshop.core.scene import Course, Result, Scene
from workshop.core.steps.items import Seeds
from workshop.core.steps.step import Prompt, Seconds, Step
from workshop.core.text import merge
from workshop.core.turn import Add, Quotation
from workshop.words import _


class Gather(Step):
    """One list: each adds one thing at a turn, or passes. What says the same stands there once."""

    kind: Literal["gather"] = "gather"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    rounds: Annotated[int, Field(ge=1, le=6)] = 2
    """How many things each can add."""
    seeds: Seeds = ()
    """What stands on the list already."""
    seconds: Seconds = 30
    """How long one turn of it is thought to take, in seconds."""
    about: str | None = None
    """An earlier step that is quoted, all of it."""

    def turns(self, scene: Scene) -> Course:
        """Yield the turns to add, in balanced order."""
        listed: dict[str, str] = {}
        for seed in self.seeds:
            merge(listed, seed)
        items = tuple(listed.values())
        note = self._order(scene)
        for number, holder in enumerate(scene.turns(2 * self.rounds), start=1):
            so_far = (Quotation(None, _("On the list"), "\n".join(items)),) if items else ()
            reply = yield Add(
                id=f"{self.id}/{number}",
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds,
                quotations=(*scene.about(self.about, None), *so_far),
                note=note if number == 1 else "",
            )
            if isinstance(reply, Words):
                merge(listed, reply.text)
                items = tuple(listed.values())
        quotations = (Quotation(None, "", "\n".join(items)),) if items else ()
        return Result(quotations, items=items, empty=not items)

    def _order(self, scene: Scene) -> str:
        """Return why whoever was second goes on, where that comes."""
        if self.rounds == 1:
            return ""
        return scene.say(
            _("The order is {me}, {you}, then {you}, {me}: so neither of you always goes first."),
            scene.pair.first,
        )

    @property
    def at_most(self) -> int:
        """As many for each as there are rounds."""
        return 2 * self.rounds

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that is quoted, if any."""
        return (self.about,) if self.about else ()

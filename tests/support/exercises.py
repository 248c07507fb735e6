"""Exercises that nobody wrote: one with everything in it, and any that authors could write."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from support.effort import LONG, every
from support.evening import SHIPPED, shipped_exercises
from workshop.core.course.session import TYPING
from workshop.core.exercise import Exercise, Facilitator
from workshop.core.people import Answers, BySide
from workshop.core.steps import AnyStep
from workshop.core.steps.agree import Agree
from workshop.core.steps.boundary import Boundary
from workshop.core.steps.breathe import Breathe
from workshop.core.steps.choose import Choose
from workshop.core.steps.circles import Circles
from workshop.core.steps.divide import Divide
from workshop.core.steps.gather import Gather
from workshop.core.steps.listen import Listen
from workshop.core.steps.move import Move
from workshop.core.steps.pick import Pick
from workshop.core.steps.rate import Rate, Scale
from workshop.core.steps.read import Read
from workshop.core.steps.review import Review
from workshop.core.steps.speak import Speak
from workshop.core.steps.think import Think
from workshop.core.steps.write import Write

ESSENTIALS = SHIPPED.programme("essentials").path
"""The exercises of which all is tried where there is time."""


def exercise_of(steps: Sequence[AnyStep], id: str = "made-up") -> Exercise:
    """Return an exercise of these steps."""
    return Exercise(
        format=1,
        id=id,
        title="Made up",
        theme="overcoming",
        minutes=20,
        aim="Show that the rules hold for any exercise.",
        sources=("Nobody.",),
        facilitator=Facilitator(before="Nothing.", watch=("Nothing.",)),
        steps=tuple(steps),
    )


def _to(id: str, what: str) -> str:
    return f"{{me}}, this is {what} of {id}; {{you}} is here too."


def _boundary(id: str, rehearse: bool, seconds: int = 60) -> Boundary:
    asked = {
        name: _to(id, name)
        for name in ("need", "request", "answer", "prompt", "say", "mirror", "heard", "write_down")
    }
    rehearsed = _to(id, "rehearse") if rehearse else None
    return Boundary(id=id, rehearse=rehearsed, seconds=seconds, draft_seconds=seconds + 5, **asked)


def _listen(id: str, rounds: int, opening: bool, validate: bool, about: str | None) -> Listen:
    optional: dict[str, Any] = {"about": about}
    if opening:
        optional["opening"] = "Breathe."
    if validate:
        optional["validate"] = _to(id, "validate")
    return Listen(
        id=id,
        rounds=rounds,
        seconds=40,
        prompt=_to(id, "prompt"),
        mirror=_to(id, "mirror"),
        check=_to(id, "check"),
        **optional,
    )


def _review(id: str, seconds: int = 60) -> Review:
    asked = {name: _to(id, name) for name in ("prompt", "talk", "answer", "decide")}
    return Review(id=id, page="Read it.", day="When again?", seconds=seconds, **asked)


_PARTNERS = Scale(
    question="How I see it",
    options=("I do", "mostly I", "both alike", "mostly {you}", "{you}"),
)
_AMOUNTS = Scale(
    question="How much it matters to me", options=("little", "some", "a lot"), between="amounts"
)

MARKED: Sequence[AnyStep] = (
    Rate(
        id="balance",
        prompt=_to("balance", "prompt"),
        items=("Plans for a weekend", "Money, day to day"),
        scales=(_PARTNERS, _AMOUNTS),
        picture=True,
    ),
    Gather(
        id="list",
        prompt=_to("list", "prompt"),
        rounds=2,
        seeds=("A walk", "The same"),
        about="balance",
    ),
    Pick(id="rules", prompt=_to("rules", "prompt"), count=2, ground_rules=True, **{"from": "list"}),
    Choose(id="order", prompt=_to("order", "prompt"), **{"from": "list"}),
    Choose(id="share", prompt=_to("share", "prompt"), parts=("1/3", "1/2")),
    Divide(id="goods", prompt=_to("goods", "prompt"), of="goods", **{"from": "list"}),
    Divide(
        id="tasks",
        prompt=_to("tasks", "prompt"),
        of="burdens",
        target="share",
        options=("Dishes", "Bins", "Bills", "Plants"),
    ),
    Agree(id="met", prompt=_to("met", "prompt"), **{"from": "order"}),
    Agree(id="divided", prompt=_to("divided", "prompt"), clause="agreement", **{"from": "goods"}),
    Move(id="swapped", prompt=_to("swapped", "prompt"), **{"from": "goods"}),
    Move(id="moved", prompt=_to("moved", "prompt"), **{"from": "tasks"}),
    Agree(
        id="carried",
        prompt=_to("carried", "prompt"),
        each=True,
        clause="responsibility",
        **{"from": "moved"},
    ),
)
"""The steps in which a list is marked, and what is drafted from them."""

EVERYTHING = exercise_of(
    [
        Think(id="think", prompt=_to("think", "prompt")),
        Read(id="page", text="A page to read aloud."),
        Breathe(id="breath", prompt="Breathe."),
        Write(id="each", prompt=_to("each", "prompt"), about="page"),
        Write(id="sealed", privacy="sealed", prompt=_to("sealed", "prompt"), about="each"),
        Write(id="together", who="together", prompt="One thing you both see.", about="sealed"),
        Speak(
            id="talk", prompt=_to("talk", "prompt"), answer=_to("talk", "answer"), about="sealed"
        ),
        _listen("floor", 2, opening=True, validate=True, about="each"),
        Circles(
            id="circles",
            prompt=_to("circles", "prompt"),
            inner=_to("circles", "inner"),
            outer=_to("circles", "outer"),
            about="together",
        ),
        Write(id="one", who="one", prompt=_to("one", "prompt"), seconds=90, about="circles"),
        Read(id="another-page", text="Another page to read aloud.", seconds=40),
        Agree(
            id="both",
            prompt=_to("both", "prompt"),
            seconds=90,
            weeks=(1, 4),
            clause="decision",
            **{"from": "one"},
        ),
        Agree(id="own", prompt=_to("own", "prompt"), each=True, clause="promise", wording="I will"),
        _boundary("limits", rehearse=True),
        *MARKED,
        _review("again"),
    ],
    id="everything",
)
"""Every step kind, in every shape that matters."""


SHORT = exercise_of(
    [
        Write(id="each", prompt=_to("each", "prompt")),
        Write(id="sealed", privacy="sealed", prompt=_to("sealed", "prompt"), about="each"),
        Write(id="one", who="one", prompt=_to("one", "prompt"), seconds=90, about="sealed"),
        Agree(id="both", prompt=_to("both", "prompt"), seconds=90, **{"from": "one"}),
        Agree(id="own", prompt=_to("own", "prompt"), each=True, clause="promise", weeks=(1, 4)),
    ],
    id="short",
)
"""Something written, something sealed, and three clauses."""


SEALED = exercise_of(
    [
        Write(id="one", privacy="sealed", prompt="What you see."),
        Circles(id="two", prompt="Two circles.", inner="What stays?", outer="What bends?"),
        Write(id="three", privacy="sealed", prompt="What you wish."),
        Agree(id="both", prompt="What holds?", clause="agreement"),
    ],
    id="sealed",
)
"""Much of it is typed sealed."""


def every_exercise() -> list[Exercise]:
    """Return the exercises that come with the program, and the one with everything in it.

    Where there is little time, each third of them: they are made of the same kinds of steps.
    """
    return [*shipped_exercises()[:: every(3)], EVERYTHING]


def ways_for(exercise: Exercise, ways: Sequence[str], few: int) -> list[str]:
    """Return in which of `ways` an exercise is done: in all, or in some others for each exercise.

    All are for the one with everything and for the essentials, where there is time. Where there is
    little, the one with everything is done in the first ways, and any other in one.
    """
    if LONG and (exercise == EVERYTHING or exercise.id in ESSENTIALS):
        return list(ways)
    if exercise == EVERYTHING:
        return list(ways[:few])
    place = SHIPPED.exercise_ids().index(exercise.id) // every(3)
    return [ways[(place + n) % len(ways)] for n in range(min(few if LONG else 1, len(ways)))]


def answered_by(answers: list[BySide[Answers]]) -> list[tuple[Exercise, BySide[Answers]]]:
    """Return each exercise with both typing, and the one with everything in all of these ways."""
    shipped = [(exercise, way) for exercise in shipped_exercises()[:: every(3)] for way in answers]
    few = [
        (exercise, way)
        for exercise, way in shipped
        if way == TYPING or (LONG and exercise.id in ESSENTIALS)
    ]
    return [*few, *((EVERYTHING, way) for way in answers)]


def by_id(named: Exercise | BySide[Answers] | str) -> str:
    """Name an exercise, or how two answer, in the title of a test."""
    match named:
        case Exercise(id=id):
            return id
        case BySide(left=left, right=right):
            return f"{left} and {right}"
        case _:
            return named


_seconds = st.integers(5, 1800)
Made = Callable[[Any, str, str | None, int], AnyStep]


def _any_think(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Think(id=id, prompt=_to(id, "prompt"), seconds=draw(_seconds))


def _any_read(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Read(id=id, text=f"The page of {id}.", seconds=draw(st.none() | _seconds))


def _any_breathe(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Breathe(id=id, prompt=f"The breath of {id}.", seconds=draw(_seconds))


def _any_speak(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Speak(
        id=id,
        prompt=_to(id, "prompt"),
        seconds=draw(_seconds),
        answer=draw(st.sampled_from([None, _to(id, "answer")])),
        answer_seconds=draw(_seconds),
        about=about,
    )


def _any_listen(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return _listen(id, draw(st.integers(1, 4)), draw(st.booleans()), draw(st.booleans()), about)


def _any_write(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    who = draw(st.sampled_from(["each", "sealed", "together", "one"]))
    return Write(
        id=id,
        who="each" if who == "sealed" else who,
        privacy="sealed" if who == "sealed" else "open",
        prompt=f"The prompt of {id}." if who == "together" else _to(id, "prompt"),
        lines=draw(st.integers(1, 12)),
        seconds=alone if who == "one" else draw(_seconds),
        about=about,
    )


def _any_circles(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Circles(
        id=id,
        prompt=_to(id, "prompt"),
        inner=_to(id, "inner"),
        outer=_to(id, "outer"),
        seconds=draw(_seconds),
        about=about,
    )


def _any_agree(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    each = draw(st.booleans())
    kinds = ["promise", "responsibility"] if each else ["agreement", "decision"]
    start = draw(st.sampled_from(["nothing", "from", "wording"]))
    optional: dict[str, Any] = {}
    if start == "from" and about:
        optional["from"] = about
    elif start == "wording":
        optional["wording"] = _to(id, "wording")
    return Agree(
        id=id,
        prompt=_to(id, "prompt"),
        consent=draw(st.sampled_from([None, _to(id, "consent")])),
        seconds=draw(_seconds) if each else alone,
        about=about,
        clause=draw(st.sampled_from(kinds)),
        weeks=tuple(draw(st.lists(st.integers(1, 52), max_size=3, unique=True))),
        each=each,
        **optional,
    )


def _any_boundary(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return _boundary(id, draw(st.booleans()), draw(st.integers(5, 1700)))


_OPTIONS = ("Salt", "Pepper", "The other one", "[/]", "Bread and cheese")


def _any_rate(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    scales = draw(st.lists(st.sampled_from([_PARTNERS, _AMOUNTS]), min_size=1, unique_by=id_of))
    return Rate(
        id=id,
        prompt=_to(id, "prompt"),
        items=_OPTIONS[: draw(st.integers(1, 5))],
        scales=tuple(scales),
        seconds=draw(_seconds),
        picture=draw(st.booleans()),
    )


def id_of(scale: Scale) -> str:
    """Return what tells a scale from the others."""
    return scale.question


def _any_gather(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Gather(
        id=id,
        prompt=_to(id, "prompt"),
        rounds=draw(st.integers(1, 3)),
        seeds=_OPTIONS[: draw(st.integers(0, 3))],
        seconds=draw(_seconds),
        about=about,
    )


def _list(draw: Any, about: str | None) -> dict[str, Any]:
    if about and draw(st.booleans()):
        return {"from": about}
    return {"options": _OPTIONS[: draw(st.integers(2, 5))]}


def _any_pick(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    listed = _list(draw, about)
    return Pick(
        id=id,
        prompt=_to(id, "prompt"),
        count=draw(st.integers(1, min(4, len(listed.get("options", _OPTIONS))))),
        ground_rules=draw(st.booleans()),
        seconds=draw(_seconds),
        **listed,
    )


def _any_choose(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    parts = draw(st.booleans())
    listed = {"parts": ("1/2", "1/3")} if parts else _list(draw, about)
    return Choose(id=id, prompt=_to(id, "prompt"), seconds=draw(_seconds), **listed)


def _any_divide(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Divide(
        id=id,
        prompt=_to(id, "prompt"),
        of=draw(st.sampled_from(["goods", "burdens"])),
        seconds=draw(_seconds),
        **_list(draw, about),
    )


def _any_review(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return _review(id, draw(_seconds))


def _any_move(draw: Any, id: str, about: str | None, alone: int) -> AnyStep:
    return Move(id=id, prompt=_to(id, "prompt"), seconds=alone, **{"from": about})


KINDS: Mapping[type[AnyStep], Made] = {
    Review: _any_review,
    Rate: _any_rate,
    Gather: _any_gather,
    Pick: _any_pick,
    Choose: _any_choose,
    Divide: _any_divide,
    Move: _any_move,
    Think: _any_think,
    Read: _any_read,
    Breathe: _any_breathe,
    Speak: _any_speak,
    Listen: _any_listen,
    Write: _any_write,
    Circles: _any_circles,
    Agree: _any_agree,
    Boundary: _any_boundary,
}
"""How a step of each kind is made up."""


@st.composite
def exercises(draw: Any, most: int = 5) -> Exercise:
    """Any exercise of up to `most` steps (and one more) that gives both the same.

    Turns that only one of the two gets are as long as each other, and their number is even.
    """
    kinds = draw(st.lists(st.sampled_from(list(KINDS.values())), min_size=1, max_size=most))
    alone = draw(_seconds)
    steps: list[AnyStep] = []
    for number, kind in enumerate(kinds, start=1):
        about = draw(st.sampled_from([None, *(step.id for step in steps)]))
        if kind is _any_move:  # of what was shared out right before
            about = f"step-{number}-split"
            steps.append(_any_divide(draw, about, None, alone))
        steps.append(kind(draw, f"step-{number}", about, alone))
    if sum(step.alone for step in steps) % 2:
        steps.append(Write(id="even", who="one", prompt=_to("even", "prompt"), seconds=alone))
    return exercise_of(steps)

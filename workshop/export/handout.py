"""An exercise, a reading or a programme on paper, to do or to read without the screen."""

from collections.abc import Iterator, Mapping, Sequence

from workshop.core.agreement.sheet import Words
from workshop.core.course.leaf import Leaf, OnSlips, Unseen
from workshop.core.course.leaves import leaves
from workshop.core.evening.words import EveningWords
from workshop.core.exercise import Exercise, Programme
from workshop.core.people import Pair, other
from workshop.core.proof.walked import seconds_by_step
from workshop.export.agenda import agenda
from workshop.export.pages.page import Element, Heading, Kept, Page, Points, Says, Sheet, flowing
from workshop.export.sheets import Setting, own, shared, slips, titled
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Around:
    """What stands on every handout, whatever it is of.

    Attributes:
        before: whom it is for and for whom it is not, a paragraph each.
        help: directories of help services: a title, and a paragraph each.
        words: what is said wherever something is sealed, agreed to or a boundary.
    """

    before: tuple[str, ...]
    help: tuple[str, ...]
    words: EveningWords


def handout(exercise: Exercise, pair: Pair, around: Around, *, facilitator: bool = False) -> Page:
    """Return the sheets of one exercise: one between both, one for each, slips to cut out.

    Args:
        exercise: what is done.
        pair: who do it, or what stands for their names; `first` begins.
        around: what stands on every handout.
        facilitator: whether the notes for whoever guides follow, on a sheet of their own.
    """
    sheets = list(leaves(exercise, pair))
    seconds = seconds_by_step(exercise)
    numbers = {step.id: number for number, step in enumerate(exercise.steps, start=1)}
    setting = Setting(pair, around.words, numbers)
    elements: list[Element] = [*_first(sheets, pair, around)]
    for number, leaf in enumerate(sheets, start=1):
        elements.append(titled(number, len(sheets), seconds[number - 1]))
        elements += shared(leaf, number, setting)
    elements += _help(around)
    elements += _own_sheets(sheets, setting)
    elements += _slips(sheets)
    if facilitator:
        elements.append(_notes(exercise))
    minutes = _("about {minutes} min in all").format(minutes=exercise.minutes)
    return Page(exercise.title, (exercise.aim, minutes), tuple(elements))


def handout_of_programme(
    programme: Programme, exercises: Mapping[str, Exercise], around: Around
) -> Page:
    """Return a programme as an agenda with times."""
    elements = (*_safety(around), *agenda(programme, exercises))
    return Page(programme.title, (programme.aim,), elements, around.help)


def handout_of_reading(title: str, paragraphs: Sequence[str], around: Around) -> Page:
    """Return a reading as a page.

    Args:
        title: what it is called.
        paragraphs: as a `Reading` has them: "# " begins a heading, "- " a point of a list.
        around: what stands on every handout.
    """
    elements: list[Element] = []
    points: list[str] = []
    for paragraph in (*paragraphs, ""):
        if paragraph.startswith("- "):
            points.append(paragraph.removeprefix("- "))
            continue
        if points:
            elements.append(Points(tuple(points)))
            points = []
        if paragraph.startswith("# "):
            elements.append(Heading(paragraph.removeprefix("# ")))
        elif paragraph:
            elements.append(Says(paragraph))
    return Page(title, (), tuple(elements), around.help)


def _first(sheets: Sequence[Leaf], pair: Pair, around: Around) -> Iterator[Element]:
    """Yield what is read before the first step."""
    yield from _safety(around)
    yield Heading(_("How it goes"))
    parts = [part for leaf in sheets for part in leaf.parts]
    names = {"first": pair.name(pair.first), "second": pair.name(other(pair.first))}
    how = [
        _("{first} begins; toss a coin for who that is, or take turns from sheet to sheet."),
        _("Where the words name {first} and {second}, that is the two of you."),
        _("Either of you can pass or stop at any time; no reason is needed, and none is asked."),
        _("Where a text says “type”, write; where it names a key or the screen, just go on."),
        _("What the program would work out, you do as this sheet says."),
        _("The times are suggestions, and the same for both. A clock that both see is enough."),
    ]
    if any(isinstance(part, Unseen) for part in parts):
        how.append(
            _("What is sealed is written on a sheet of one's own, at the end: hand them out.")
        )
    if any(isinstance(part, OnSlips) for part in parts):
        how += (
            _("A yes is said on slips, at the end: cut them out, two alike for each question."),
            _("What both say yes to is on this sheet, and in no file of the program."),
        )
    yield Points(tuple(line.format(**names) for line in how))


def _safety(around: Around) -> Iterator[Element]:
    yield Says("\n\n".join(map(flowing, around.before)), "careful")


def _help(around: Around) -> Iterator[Element]:
    """Yield where help is: at the end of what both do, and before any sheet of one of them."""
    title, *paragraphs = around.help
    first, *others = (Says(paragraph, "quiet") for paragraph in paragraphs)
    yield Kept((Heading(title), first))
    yield from others


def _own_sheets(sheets: Sequence[Leaf], setting: Setting) -> Iterator[Element]:
    """Yield a sheet for each, on which they write what the other does not see yet."""
    pair = setting.pair
    for side in (pair.first, other(pair.first)):
        written = [
            element
            for number, leaf in enumerate(sheets, start=1)
            for element in own(leaf, number, side, setting)
        ]
        if written:
            heading = Words(_("The sheet of {name}"), {"name": (pair.name(side),)})
            said = _("Only you see this, unless both of you turn it over. Any line may stay empty.")
            yield Sheet(heading, (Says(said, "careful"), *written))


def _slips(sheets: Sequence[Leaf]) -> Iterator[Element]:
    cut = [
        element for number, leaf in enumerate(sheets, start=1) for element in slips(leaf, number)
    ]
    if cut:
        said = _("Tick one thing, unseen, with pens alike. Fold both slips and mix them.")
        yield Sheet(_("Slips to cut out"), (Says(said), *cut))


def _notes(exercise: Exercise) -> Sheet:
    return Sheet(
        _("For the guide"),
        (
            Says(flowing(exercise.facilitator.before)),
            Heading(_("What to watch for")),
            Points(exercise.facilitator.watch),
            Heading(_("What it rests on")),
            Points(exercise.sources),
        ),
    )

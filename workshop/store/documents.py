"""What each file of a workshop holds. The agreement's own models live in the core."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.course.scene import Given
from workshop.core.course.session import Begun
from workshop.core.evening.closing import Tonight
from workshop.core.evening.hour import Used
from workshop.core.evening.opening import Known
from workshop.core.evening.page_work import PageWork
from workshop.core.fields import Answer
from workshop.core.model import Frozen
from workshop.core.people import Side
from workshop.core.turns.picture import Picture
from workshop.core.turns.reply import Entry


class Notes(Frozen):
    """`notes/N.toml`: the entries of one exercise."""

    format: Literal[1] = 1
    exercise: str
    digest: str
    first: Side
    began: date
    given: Given = Given()
    entries: tuple[Entry, ...] = ()
    draft: Begun | None = None


class EveningNotes(Frozen):
    """`notes/evening.toml`: its presence means that an evening is open.

    Attributes:
        began: the day of its last opening; None when that was a day for not tonight.
        since: how many revisions the agreement had when it began; what follows them is new.
        renewed: whether a fresh page was begun in it; `since` then counts what that began with.
        first: who is asked first at its opening and close.
        opening: what was known when it opened.
        closing: what it brought; there from the moment the close begins.
        page: what both set out to do on the page of the agreement, while they do it.
        entries: of the opening, of the work on the page, then of the close.
        draft: open text that is not an answer yet.
        used: how long what took, where somebody guides the two.
    """

    format: Literal[1] = 1
    began: date | None = None
    since: Annotated[int, Field(ge=0)] = 0
    renewed: bool = False
    first: Side
    opening: Known = Known()
    closing: Tonight | None = None
    page: PageWork | None = None
    entries: tuple[Entry, ...] = ()
    draft: Begun | None = None
    used: tuple[Used, ...] | None = None

    @model_validator(mode="before")
    @classmethod
    def _opened_anew(cls, data: object) -> object:
        """Return what version 0.5 wrote as an evening whose opening is still to come.

        It noted of what was due the words alone, and not whose it is.
        """
        match data:
            case {"opening": {"due": [str(), *_]}, "entries": [*entries], **rest}:
                later = tuple(one for one in entries if not _is_of_the_opening(one))
                return rest | {"began": None, "entries": later}
            case _:
                return data


def _is_of_the_opening(entry: object) -> bool:
    return isinstance(entry, dict) and str(entry.get("turn", "")).startswith("opening/")


class KeptAnswer(Frozen):
    """What somebody wrote, and to which question."""

    prompt: str
    who: str
    text: Answer


class KeptPicture(Frozen):
    """A picture that both kept, and the step that it comes from."""

    step: str
    picture: Picture


class Kept(Frozen):
    """`kept/N.toml`: what both kept of one exercise; no passes, no times.

    Attributes:
        answers: what was written, where both keep the notes; no blanks.
        pictures: the pictures that both chose to keep.
    """

    format: Literal[1] = 1
    exercise: str
    title: str
    on: date
    answers: tuple[KeptAnswer, ...] = ()
    pictures: tuple[KeptPicture, ...] = ()

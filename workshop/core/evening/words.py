"""What is said at every evening, as the content has it."""

from typing import Annotated, Literal

from pydantic import Field

from workshop.core.course.step import Prompt, SharedPrompt
from workshop.core.model import Frozen
from workshop.core.steps.items import Item


class OpeningWords(Frozen):
    """What is said when an evening opens."""

    tonight: SharedPrompt
    not_tonight: SharedPrompt
    changed: SharedPrompt
    homework: Prompt
    due: SharedPrompt
    own: Prompt


class ClosingWords(Frozen):
    """What is said when an evening closes."""

    aloud: SharedPrompt
    promised: SharedPrompt
    rested: SharedPrompt
    small: Prompt
    next: SharedPrompt
    copy_: Annotated[SharedPrompt, Field(alias="copy")]
    keep: SharedPrompt
    picture: SharedPrompt
    times: SharedPrompt
    wishes: SharedPrompt
    wish_notes: Item
    wish_picture: Item
    wish_times: Item
    kept: SharedPrompt
    deleted: SharedPrompt
    thanks: SharedPrompt
    stopped: SharedPrompt
    help: SharedPrompt


class ConsentWords(Frozen):
    """What is said at every consent."""

    yours: SharedPrompt


class SealedWords(Frozen):
    """What is said at every sealed turn."""

    before: SharedPrompt
    marked: SharedPrompt
    closed: SharedPrompt


class BoundaryWords(Frozen):
    """What is said wherever somebody words a boundary."""

    draft: Prompt


class PageWords(Frozen):
    """What is said when both work on the page."""

    add: SharedPrompt
    add_own: Prompt
    add_boundary: Prompt
    change: SharedPrompt
    change_own: Prompt
    change_boundary: Prompt
    consent: SharedPrompt
    write_down: SharedPrompt
    resume: SharedPrompt
    by_hand: SharedPrompt
    by_hand_own: Prompt
    written_in: SharedPrompt
    taken_out: SharedPrompt
    aloud: SharedPrompt
    fresh: SharedPrompt
    fresh_own: Prompt
    old: SharedPrompt


class SessionWords(Frozen):
    """What is said otherwise where somebody guides the two: whether now is good is asked aloud."""

    now: SharedPrompt
    aloud: SharedPrompt
    promised: SharedPrompt
    rested: SharedPrompt
    keep: SharedPrompt
    picture: SharedPrompt
    times: SharedPrompt
    wish_notes: Item
    wish_picture: Item
    wish_times: Item
    deleted: SharedPrompt
    before: SharedPrompt
    marked: SharedPrompt


class EveningWords(Frozen):
    """The words of every evening."""

    format: Literal[1]
    opening: OpeningWords
    closing: ClosingWords
    consent: ConsentWords
    sealed: SealedWords
    boundary: BoundaryWords
    page: PageWords
    session: SessionWords

    @property
    def of_a_session(self) -> "EveningWords":
        """The same where somebody guides the two: an evening is a session then."""
        said = self.session
        opening = self.opening.model_copy(update={"tonight": said.now})
        closing = self.closing.model_copy(
            update={
                "aloud": said.aloud,
                "promised": said.promised,
                "rested": said.rested,
                "keep": said.keep,
                "picture": said.picture,
                "times": said.times,
                "wish_notes": said.wish_notes,
                "wish_picture": said.wish_picture,
                "wish_times": said.wish_times,
                "deleted": said.deleted,
            }
        )
        sealed = self.sealed.model_copy(update={"before": said.before, "marked": said.marked})
        return self.model_copy(update={"opening": opening, "closing": closing, "sealed": sealed})

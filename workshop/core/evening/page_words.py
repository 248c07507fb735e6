"""What is said when both work on the page of the agreement."""

from workshop.core.course.step import Prompt, SharedPrompt
from workshop.core.model import Frozen


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

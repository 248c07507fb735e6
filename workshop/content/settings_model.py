"""What may stand in `settings.toml`, for whoever tells what is wrong there."""

from collections.abc import Mapping
from typing import Literal

from pydantic import model_validator

from workshop.content.settings import Look
from workshop.content.settings_keys import refusal
from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.unfit import Unfit


class SettingsFile(Frozen):
    """The file.

    Attributes:
        format: the format of the file: 1.
        theme: how the screen looks.
        clock: whether a turn shows how much of its time is gone.
        motion: whether anything may move by itself.
        mouse: whether the program listens to the mouse.
        exercises: a folder with exercises of one's own.
        data: another folder in which workshops are kept.
        language: what to speak, such as "de"; whatever is not there is said in English, and what
            is no language stops nothing. Read by `language_set`, as every command asks for it.
        keys: other keys than the usual ones, by what they do.
    """

    format: Literal[1]
    theme: Look = "evening"
    clock: bool = True
    motion: bool = False
    mouse: bool = True
    exercises: Said | None = None
    data: Said | None = None
    language: object = None
    keys: Mapping[str, str] = {}

    @model_validator(mode="after")
    def _keys_can_be_taken(self) -> "SettingsFile":
        for action, key in self.keys.items():
            refused = refusal(action, key, self.keys)
            if refused is not None:
                raise Unfit(refused.what, refused.mend, at=("keys", action))
        return self

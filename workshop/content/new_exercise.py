"""An exercise to begin from: short, commented, right, and one that can be done as it is."""

import re
from pathlib import Path

from workshop.core.storable import is_device
from workshop.errors import WrongUse
from workshop.words import _

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def id_of(path: Path) -> str:
    """Return the id of the exercise, or the programme, in a file of this name.

    Raises:
        WrongUse: none can be called so.
    """
    if path.suffix != ".toml" or not _ID.fullmatch(path.stem) or len(path.stem) > 40:
        raise WrongUse(
            _(
                "The file is called by small letters, digits and hyphens, up to 40, and .toml: such"
                " as a-good-day.toml."
            )
        )
    if is_device(path.stem):
        raise WrongUse(
            _(
                "{name} is what Windows calls a device, so it cannot store such a file. Name it"
                " otherwise."
            ).format(name=path.stem)
        )
    return path.stem


def new_exercise_text(id: str) -> str:
    """Return the text of a new exercise called `id`."""
    return _TEMPLATE.replace("ID", id)


_TEMPLATE = '''\
# An exercise for two. Lines that begin with # are for you alone; people never see them.
# `workshop check FILE` tells what is wrong, and where. `workshop preview FILE` walks through it.
# All step kinds, with an example of each: `workshop guide authors`.
# For an editor that knows JSON Schema: `workshop schema exercise > exercise.json`, and a first
# line `#:schema ./exercise.json` in this file.

format = 1
id = "ID"                       # the same as the name of the file
title = "A good moment"         # what people read
theme = "building"              # understanding, signs, factors, overcoming, building or keeping
minutes = 4                     # about what the steps add up to
aim = "Each of you tells one good moment, and hears one."      # one line
sources = ["Telling each other good news: widely taught"]      # what it rests on, with its year

# What a therapist reads beforehand. The couple may read it too.
[facilitator]
before = "Short and light. Good for a first evening, or the end of a hard one."
watch = [
    "One of them makes it about what is missing. Say: only what was there, this time.",
]

# Steps come in this order. Both partners always get the same turns and the same time.
# In a prompt, {me} becomes the name of the one who is asked, {you} the other's.
# It fits in three lines of 76 characters, and reads well aloud.

[[steps]]
kind = "think"                  # each for oneself; nothing is typed
id = "look-back"
prompt = """
Think of one good moment of the last few days. Small is fine.
A coffee, a joke, a quiet hour."""
seconds = 20

[[steps]]
kind = "speak"                  # each in turn talks; the other answers, if there is an `answer`
id = "tell"
prompt = "Tell {you} about it. What made it good?"
seconds = 60                    # what is suggested; nothing happens when it is over
answer = "Say one thing about it that you liked hearing."
answer_seconds = 20

[[steps]]
kind = "breathe"                # a shared pause, to end with
id = "thanks"
prompt = "Thank each other, in words or without. One slow breath."
seconds = 15
'''

"""A programme to begin from: short, commented, right, and one that can be begun as it is."""


def new_programme_text(id: str) -> str:
    """Return the text of a new programme called `id`."""
    return _TEMPLATE.replace("ID", id)


_TEMPLATE = """\
# A programme: exercises in an order, evening by evening. Lines that begin with # are for you alone.
# `workshop check FILE` tells what is wrong, and where. `workshop exercises` lists what there is
# to put in it; exercises of your own lie in the folder that holds the folder `programmes`.
# For an editor that knows JSON Schema: `workshop schema programme > programme.json`, and a first
# line `#:schema ./programme.json` in this file.

format = 1
id = "ID"                       # the same as the name of the file
title = "Two quiet evenings"    # what people read
aim = "Each of you is heard, and each takes one small thing along."     # one line
guided = false                  # true: for two whom somebody guides; its evenings are sessions

[[evenings]]
exercises = ["appreciation", "active-listening"]        # their ids, in order
line = "Thanks first. Then each of you is heard, all the way."
minutes = 32                    # 6 and 15, 1 between them, 5 to open and 5 to close

# An evening may plan more: to open, which takes up what both took home; for talk; to close.
[[evenings]]
exercises = ["small-promises"]
line = "How it was since then, and one small promise each."
opening = 10
talk = 15
close = 10
minutes = 45                    # 10, and these three; `minutes` may be left out
"""

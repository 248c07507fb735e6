"""Which screens of the evening are looked at where there is no time to look at all of them."""

WALKED = {
    "handover": "topic/1/handover",
    "handover sealed": "opening/tonight/2/handover",
    "tonight": "opening/tonight/1",
    "map": "map",
    "think": "asked-and-waited",
    "read": "how-it-goes",
    "speak": "floor/1/say",
    "say back": "floor/1/mirror/1",
    "check": "floor/1/check/1",
    "write open": "topic/1",
    "boundary words": "own/1/draft",
    "heard": "own/1/heard",
    "consent boundary": "own/1/write-down/1",
    "circles sealed": "circles/2",
    "unseal": "circles/open",
    "circles revealed": "circles/reveal",
    "write after the circles": "overlap",
    "draft": "trial/draft",
    "consent clause": "trial/consent/1/1",
    "other words": "trial/consent/1/result",
    "in force": "trial/consent/2/result",
    "breathe": "thanks",
    "read aloud": "closing/aloud",
    "small thing": "closing/small/1",
    "pick a day": "closing/next",
    "what they wish": "closing/wishes/2",
    "what both wished": "closing/wishes/result",
    "thanks": "closing/thanks",
}
"""Screens of the evening that the fixture walks through, and what is asked there."""
LOOKED_AT = {
    *WALKED.values(),
    "light/1/say",
    "circles/1/handover",
    "circles/1",
    "trial/consent/1/2",
    "own/rehearse/1",
    "closing/notes/1",
    "closing/wishes/1",
}
"""One screen of every kind, and those of which two are compared."""

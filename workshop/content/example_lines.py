"""A line for each key that has to be there: what an author who left it out can begin from.

In English whatever is spoken, as the files are that `workshop new-exercise` writes.
"""

from collections.abc import Mapping

from pydantic import BaseModel

_LINES: Mapping[str, str] = {
    "aim": '"Each of you is heard once, all the way."',
    "answer": '"Say one thing about it that makes sense to you."',
    "before": '"What to know before, and when not to do it."',
    "check": '"Is that it?"',
    "checked": "2026-11-23",
    "countries": "[[countries]]",
    "decide": '"What would you like for this one, from now on?"',
    "day": '"When will you look at it again?"',
    "directories": "[[directories]]",
    "evenings": "[[evenings]]",
    "exercises": '["appreciation", "active-listening"]',
    "facilitator": "[facilitator]",
    "for": '"Anyone."',
    "format": "1",
    "guided": "false",
    "heard": '"Did it reach you?"',
    "how": '"The page was read."',
    "id": '"a-good-day"',
    "inner": '"What can you not give up here?"',
    "items": '["Weekends", "Holidays"]',
    "kind": '"speak"',
    "line": '"Thanks first. Then each of you is heard."',
    "minutes": "10",
    "mirror": '"Say back what you heard. No reply yet."',
    "name": '"The name of the service"',
    "need": '"What do you need more of, or less of?"',
    "of": '"burdens"',
    "options": '["One way", "Another way"]',
    "outer": '"What can bend?"',
    "page": '"This is your page. Read it aloud."',
    "prompt": '"Say how it was for you, {me}."',
    "question": '"How I see it"',
    "request": '"Ask {you} for one thing that would help."',
    "say": '"If something keeps happening: what will you do yourself?"',
    "scales": "[[steps.scales]]",
    "services": "[[countries.services]]",
    "source": '"its own page"',
    "sources": '["Widely taught"]',
    "steps": "[[steps]]",
    "talk": '"How did your own part go, {me}?"',
    "text": '"A page that one of you reads aloud."',
    "theme": '"building"',
    "title": '"A good day"',
    "url": '"https://example.org"',
    "watch": '["What goes wrong. Say: the one sentence that helps."]',
    "write_down": '"Write this down, under {me}\'s name?"',
}


def example_line(model: type[BaseModel], key: str) -> str:
    """Return a line that says `key` in a table of this model, or that begins it as a part."""
    said = _LINES.get(key) or '"..."'
    field = next(
        (one for name, one in model.model_fields.items() if (one.alias or name) == key), None
    )
    if key not in _LINES and field is not None and isinstance(field.annotation, type):
        if issubclass(field.annotation, BaseModel):
            return f"[{key}]"
        if issubclass(field.annotation, int):
            said = "1"
    return (
        said
        if said.startswith("[") and said.endswith("]") and '"' not in said
        else (f"{key} = {said}")
    )

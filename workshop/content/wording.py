"""How prompts read: whether they fit on a screen, and words that an author may want to weigh."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, get_args, get_type_hints

from workshop.content.known_keys import step_kind
from workshop.content.misfit import entry
from workshop.content.problem import Problem, Severity
from workshop.content.reading_grade import (
    FEWEST_WORDS,
    Amount,
    Measured,
    amount,
    measured,
    reading_grade,
    syllables_of,
)
from workshop.core.course.step import Page, Prompt, SharedPrompt, Step
from workshop.core.text import fill
from workshop.words import _

COLUMNS = 76
"""How wide a line of a prompt may be."""
PROMPT_LINES = 3
"""How many such lines a prompt may take."""
PAGE_LINES = 14
"""How many such lines a page to read may take."""
MOST_GRADE = 8
"""The highest grade of reading, in school years of the United States."""
FEW_WORDS = 8
"""Of a prompt of fewer words no grade is told."""
SHORT = 2
"""By how many grades a short prompt may be above it: one long word moves it by one."""
LONG = 3
"""How many syllables a word has that is worth a shorter one."""
NAME = "N" * 10
"""A name to measure prompts with: 10 characters."""

# An exercise that asks about these invites somebody to tell what it may be unsafe to tell side by
# side. Words that mostly mean something harmless ("beat", "push", "control", "hurt") are left out.
FEAR = (
    "afraid|fear(s|ed|ful)?|scared?|frighten(s|ed|ing)?|terrified|violent|violence|abus(e|ed|ive)"
    "|threat(s|en|ens|ened|ening)?|hits?|slap(s|ped)?|force[sd]?|pressure[sd]?|coerc(e|ed|ion)"
    "|punish(es|ed)?"
)
# Words that blame or lecture, where a plain request would do.
BLAME = r"always|never|should(n't)?|you(\s+are|'re)"
# The same sentence fits any two people.
GENDERED = (
    "husbands?|wife|wives|boyfriends?|girlfriends?|he|she|his|hers?|him|himself|herself"
    "|man|men|woman|women|mr|mrs|ms"
)


# Nothing is rated about these: they are not the other's to grade.
UNRATED = (
    "affection|tenderness|sex|sexual|intimacy|kiss(es|ing)?|cuddl(es|ing)"
    "|friends?|friendships?|famil(y|ies)|parents?|relatives?|in-laws"
    "|going out|where (I|you) go|phones?|passwords?|messages|location"
    "|health|bod(y|ies)|weight|doctors?|medicine|sleep"
    "|own money|salar(y|ies)|wages?|pocket money|bank accounts?"
)


At = tuple[str | int, ...]
"""Keys and places in lists that lead to something in a step."""


@cache  # and compiled where they are looked for: most files have none
def _whole_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_ALONE = "are"
"""Means nothing by itself: where each word stands alone, it may be that of "you are"."""
_ANY = f"{FEAR}|{BLAME}|{GENDERED}|{_ALONE}"
_BOTH_ARE = r"(?:both|one|each|two|either) of you\s+are"
"""Says nothing about anybody: "when both of you are ready"."""


def wording(table: Mapping[str, Any], file: str, *, english: bool = True) -> Iterator[Problem]:
    """Yield what is wrong with how the steps of an exercise read.

    Args:
        table: an exercise with tidy text; it need not be right in anything else.
        file: the file, as it was named.
        english: whether it is; else only how long its texts are is looked at.
    """
    steps = table.get("steps")
    read: list[Amount] = []
    hard = False
    for number, step in enumerate(steps if isinstance(steps, list | tuple) else (), start=1):
        kind = step_kind(step)
        if kind is None:
            continue
        found: list[tuple[Severity, At, str, str]] = []
        for key, lines in _texts(kind).items():
            text = step.get(key)
            if isinstance(text, str):
                words = _words(text)
                size = amount(map(_MEASURED, words))
                read += (size,)
                if (count := lines_of(text)) > lines:
                    what = _too_many(key, count, lines)
                    found.append(("error", (key,), what, _("Make it shorter.")))
                if english and lines == PROMPT_LINES:
                    if _may_be_weighed(words):
                        found += (("warning", (key,), *said) for said in _weighed(key, text))
                    grade = reading_grade(size, FEW_WORDS)
                    if grade > MOST_GRADE + (SHORT if size[0] < FEWEST_WORDS else 0):
                        hard = True
                        found.append(("warning", (key,), *_hard(key, text, grade)))
        for key, way, text in _on_lists(step) if english else ():
            if _may_be_weighed(_words(text)):
                found += (("warning", way, *said) for said in _weighed(key, text))
            if kind.rates and key in ("items", "question"):
                found += (("warning", way, *said) for said in _not_to_rate(key, text))
        for severity, at, what, mend in found:
            where = entry("steps", number, step)
            yield Problem(file, where, what, mend, severity, ("steps", number - 1, *at))
    if english and not hard:
        yield from _grade(read, file)


def _too_many(key: str, count: int, lines: int) -> str:
    return _(
        '"{key}" takes {count} lines of {columns} characters, names of 10 included, and the screen'
        " shows {lines}."
    ).format(key=key, count=count, columns=COLUMNS, lines=lines)


def _hard(key: str, text: str, grade: float) -> tuple[str, str]:
    said = _(
        '"{key}" reads like grade {grade:.1f} (Flesch-Kincaid), and a 13-year-old can read {most}'
        " aloud."
    )
    what = said.format(key=key, grade=grade, most=MOST_GRADE)
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", fill(text, me="", you="")))
    long = sorted((word for word in words if syllables_of(word.lower()) >= LONG), key=len)[-3:]
    if not long:
        return what, _("Make shorter sentences of it.")
    named = ", ".join(f'"{word}"' for word in reversed(long))
    return what, _("Use shorter words than {words}, and shorter sentences.").format(words=named)


def _grade(read: Iterable[Amount], file: str) -> Iterator[Problem]:
    words, syllables, sentences = map(sum, zip((0, 0, 0), *read, strict=True))
    grade = reading_grade((words, syllables, sentences))
    if grade > MOST_GRADE:
        said = _(
            "it reads like grade {grade:.1f} (Flesch-Kincaid), and a 13-year-old can read {most}"
            " aloud."
        )
        what = said.format(grade=grade, most=MOST_GRADE)
        mend = _("Use shorter words and sentences.")
        yield Problem(file, "", what, mend, "warning", ("steps",))


def _on_lists(step: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Yield the texts on the lists of a step: the key, the way to it in the step, the text."""
    for key in ("items", "options", "seeds"):
        listed = step.get(key)
        for place, text in enumerate(listed if isinstance(listed, tuple) else ()):
            if isinstance(text, str):
                yield key, (key, place), text
    scales = step.get("scales")
    for number, scale in enumerate(scales if isinstance(scales, tuple) else ()):
        if isinstance(scale, Mapping):
            if isinstance(scale.get("question"), str):
                yield "question", ("scales", number, "question"), scale["question"]
            for _key, at, text in _on_lists({"options": scale.get("options")}):
                yield "options", ("scales", number, *at), text


def _not_to_rate(key: str, text: str) -> Iterator[tuple[str, str]]:
    found = dict.fromkeys(word[0].lower() for word in _whole_words(UNRATED).finditer(text))
    if found:
        said = _(
            '"{key}" rates {words}: affection, sex, friends, family, movement, phone, health and'
            " one's own money are not the other's to grade."
        )
        what = said.format(key=key, words=", ".join(f'"{word}"' for word in found))
        yield what, _("Rate something that is shared.")


def lines_of(text: str) -> int:
    """Return how many lines `text` takes on the screen, with names of 10 characters in it."""
    count = 0
    for line in fill(text.strip(), me=NAME, you=NAME).split("\n"):
        count += 1 if len(line) <= COLUMNS else _wrapped(line)
    return count


def _wrapped(line: str) -> int:
    """Return into how many lines a long one is broken: at spaces, and in words that fill more."""
    count, used = 1, -1  # no space stands before the first word
    for size in map(len, line.split()):
        if used + 1 + size <= COLUMNS:
            used += 1 + size
        else:
            count += (used > 0) + (size - 1) // COLUMNS
            used = (size - 1) % COLUMNS + 1
    return count


def _weighed(key: str, text: str) -> Iterator[tuple[str, str]]:
    text = text.replace("’", "'")
    if all(word[0].lower() == _ALONE for word in _whole_words(_ANY).finditer(text)):
        return
    text = _whole_words(_BOTH_ARE).sub("", text)
    rules = (
        (
            FEAR,
            _(
                '"{key}" asks about fear, violence or pressure ({words}): that may be unsafe to'
                " answer side by side."
            ),
            _("Ask about something else."),
        ),
        (
            BLAME,
            _('"{key}" says {words}: it can sound like blame or a lecture.'),
            _("Say what can be done instead."),
        ),
        (
            GENDERED,
            _('"{key}" says {words}, which does not fit any two people.'),
            _("Use words that do, such as {you}."),
        ),
    )
    for words, what, mend in rules:
        said = _whole_words(words).finditer(text)
        found = dict.fromkeys(" ".join(word[0].lower().split()) for word in said)
        if found:
            yield what.format(key=key, words=", ".join(f'"{word}"' for word in found)), mend


class _Word(NamedTuple):
    """What stands between two spaces.

    Attributes:
        measured: how long it is.
        may_be_weighed: whether it may be, or begin or end, words that are weighed.
    """

    measured: Measured
    may_be_weighed: bool


@lru_cache(maxsize=16_384)  # authors mostly use the same words
def _word(part: str) -> _Word:
    may_be = _whole_words(_ANY).search(part.replace("’", "'")) is not None
    return _Word(measured(fill(part, me="Alex", you="Sam")), may_be)


def _words(text: str) -> list[_Word]:
    return list(map(_word, text.split()))


def _may_be_weighed(words: Sequence[_Word]) -> bool:
    return True in map(_MAY_BE_WEIGHED, words)


_MEASURED, _MAY_BE_WEIGHED = attrgetter("measured"), attrgetter("may_be_weighed")


@cache
def _texts(kind: type[Step]) -> Mapping[str, int]:
    """Return the keys of a step kind that hold what people read, each with its lines at most."""
    hints = get_type_hints(kind, include_extras=True)
    texts: dict[str, int] = {}
    for name, field in kind.model_fields.items():
        if _names(hints[name], Prompt) or _names(hints[name], SharedPrompt):
            texts[field.alias or name] = PROMPT_LINES
        elif _names(hints[name], Page):
            texts[field.alias or name] = PAGE_LINES
    return texts


def _names(hint: object, wanted: object) -> bool:
    return hint == wanted or any(_names(part, wanted) for part in get_args(hint))

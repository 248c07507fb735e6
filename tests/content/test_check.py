"""Everything wrong in a file that authors write is found, told in one line, and never a crash."""

from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop import paths, toml
from workshop.content import balance
from workshop.content.check import check
from workshop.content.kind import ContentKind, kind_of
from workshop.content.library import Library
from workshop.content.problem import Problem
from workshop.core.proof.robot import answering, passing
from workshop.core.turns import Shown
from workshop.core.turns.reply import Reply

TODAY = date(2026, 11, 23)
BUILTIN = Path(str(paths.builtin_content()))
LIBRARY = Library(BUILTIN)
COMPROMISE = (BUILTIN / "compromise.toml").read_bytes()
SPEAK = {"kind": "speak", "id": "talk", "prompt": "Say how it was.", "seconds": 60}
WRITE = {"kind": "write", "id": "note", "prompt": "One line.", "seconds": 60}


def exercise(*steps: dict[str, Any], without: str = "", **changes: Any) -> dict[str, Any]:
    table = {
        "format": 1,
        "id": "mine",
        "title": "Mine",
        "theme": "building",
        "minutes": 2,
        "aim": "Something small.",
        "sources": ["widely taught"],
        "facilitator": {"before": "Sit.", "watch": ["Nothing."]},
        "steps": list(steps) or [SPEAK],
    }
    return {key: value for key, value in (table | changes).items() if key != without}


def told(
    table: dict[str, Any] | bytes,
    file: str = "mine.toml",
    kind: ContentKind = "exercise",
    library: Library = LIBRARY,
) -> list[str]:
    data = table if isinstance(table, bytes) else toml.write_table(table)
    found = check(data, file, kind, library, TODAY)
    return [str(replace(problem, line=0)) for problem in found]


def the_one(table: dict[str, Any] | bytes, **more: Any) -> str:
    (line,) = told(table, **more)
    return line


def test_a_right_exercise_has_nothing_wrong() -> None:
    assert told(exercise()) == []


# -- the shape of an exercise -------------------------------------------------------------------


def test_an_unknown_key_is_named_with_the_nearest_known_one() -> None:
    line = the_one(exercise(SPEAK, {**SPEAK, "id": "floor", "secnds": 5}, minutes=4))

    assert line == 'mine.toml: step 2 "floor": unknown key "secnds". Did you mean "seconds"?'


def test_an_unknown_key_that_is_near_nothing_is_told_with_the_known_ones() -> None:
    line = the_one(exercise(colour="red"))

    assert line.startswith('mine.toml: unknown key "colour". Known here: aim, facilitator, format')


def test_an_unknown_key_in_a_table_below_is_placed() -> None:
    table = exercise(facilitator={"before": "Sit.", "watch": ["Nothing."], "wach": "x"})

    assert the_one(table) == ('mine.toml: facilitator: unknown key "wach". Did you mean "watch"?')


def test_a_key_with_another_name_in_the_code_is_known_by_the_one_that_authors_write() -> None:
    listen = {"kind": "listen", "id": "floor", "prompt": "Say.", "mirror": "Back.", "check": "So?"}

    line = the_one(exercise({**listen, "validat": "What makes sense?"}, minutes=7))

    assert line.endswith('unknown key "validat". Did you mean "validate"?')


def test_a_step_of_no_kind_is_told_with_all_kinds() -> None:
    line = the_one(exercise(SPEAK, {"kind": "lisen", "id": "close"}))

    assert line.startswith(
        'mine.toml: step 2 "close": kind "lisen" is not a step kind. Did you mean "listen"? There'
        " are: agree, boundary,"
    )


@pytest.mark.parametrize("kind", [3, {"a": 1}, ["speak"], "", "x" * 5000])
def test_a_kind_that_is_no_name_is_told(kind: object) -> None:
    said = "is not a step kind" if isinstance(kind, str) else "this kind is not known here"

    assert said in the_one(exercise({**SPEAK, "kind": kind}))


def test_a_step_without_a_kind_is_told() -> None:
    line = the_one(exercise({"id": "talk"}))

    assert line.startswith('mine.toml: step 1 "talk": "kind" is missing. Add a line such as `kind')


@pytest.mark.parametrize("key", [key for key in exercise() if key != "id"])
def test_a_missing_field_is_named(key: str) -> None:
    line = the_one(exercise(without=key))

    assert line.startswith(f'mine.toml: "{key}" is missing. Add a ')
    assert f"{key} = " in line or f"[{key}]" in line


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"minutes": "2"},
            '"minutes" must be a whole number. Write digits alone: no quotes, no comma, no point.',
        ),
        (
            {"minutes": 2.5},
            '"minutes" must be a whole number. Write digits alone: no quotes, no comma, no point.',
        ),
        ({"minutes": 0}, '"minutes" must be at least 1.'),
        ({"minutes": 900}, '"minutes" must be at most 90.'),
        ({"title": 5}, '"title" must be text. Write it in quotes.'),
        ({"title": ""}, '"title" is empty. Fill it, or take the whole part out.'),
        ({"title": "x" * 61}, '"title" has 61 characters and may have 60. Make it shorter.'),
        ({"sources": "a book"}, '"sources" must be a list. Write its entries in square'),
        ({"sources": ["a book", 3]}, '"sources", number 2 must be text. Write it in quotes.'),
        ({"sources": []}, '"sources" is empty. Fill it, or take the whole part out.'),
        ({"steps": []}, '"steps" is empty. Fill it, or take the whole part out.'),
        ({"steps": [3]}, '"steps", number 1 must have keys of its own. Write a line [[steps]],'),
        (
            {"facilitator": "Sit."},
            '"facilitator" must have keys of its own. Write a line [facilitator],',
        ),
        ({"theme": "signs?"}, '"theme" must be "understanding", "signs", "factors", '),
        ({"format": "1"}, '"format" must be 1.'),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(changes: dict[str, Any], said: str) -> None:
    assert the_one(exercise(**changes)).startswith(f"mine.toml: {said}")


def test_an_id_that_cannot_be_one_is_told() -> None:
    lines = told(exercise({**SPEAK, "id": "Say It"}))

    assert lines[0].startswith('mine.toml: step 1 "Say It": "id" may have only small letters')


def test_a_step_that_contradicts_itself_is_told() -> None:
    line = the_one(exercise({**WRITE, "who": "one", "privacy": "sealed"}))

    assert line == (
        'mine.toml: step 1 "note": only who = "each" can be sealed. Write who = "each", or'
        ' privacy = "open".'
    )


@pytest.mark.parametrize("prompt", ["Ask {them}.", "Ask {me", "{you}}", "{}"])
def test_a_wrong_placeholder_is_told(prompt: str) -> None:
    line = the_one(exercise({**SPEAK, "prompt": prompt}))

    assert '"prompt": the placeholder ' in line
    assert "(allowed: {me} and {you})" in line


def test_a_later_format_is_one_sentence() -> None:
    line = the_one(exercise(format=2, colour="red"))

    assert "later version" in line
    assert "colour" not in line


def test_everything_wrong_is_told_at_once() -> None:
    first = {**SPEAK, "seconds": 1, "prompt": "You should talk.", "abuot": "x"}
    second = {**SPEAK, "about": "nothing", "prompt": "A word.\n" * 5}

    lines = told(exercise(first, second, without="aim", minutes="x"), file="other.toml")

    for said in (
        'its id is "mine"',
        '"aim" is missing',
        '"minutes" must be',
        '"seconds" must be at least 5',
        'unknown key "abuot"',
        "step 1 has this id too",
        'names "nothing", which is no step here',
        "takes 5 lines",
        '"should"',
    ):
        assert any(said in line for line in lines), said
    assert len(lines) == 9


# -- how steps hang together --------------------------------------------------------------------


def test_an_id_that_is_there_twice_is_told() -> None:
    line = the_one(exercise(SPEAK, SPEAK, minutes=4))

    assert line == ('mine.toml: step 2 "talk": step 1 has this id too. Give each step its own.')


def test_a_reference_to_no_step_is_told_with_the_nearest_one() -> None:
    line = the_one(exercise(WRITE, {**SPEAK, "about": "notes"}, minutes=4))

    assert line == (
        'mine.toml: step 2 "talk": "about" names "notes", which is no step here.'
        ' Did you mean "note"?'
    )


@pytest.mark.parametrize("about", ["note", "talk"])
def test_a_reference_to_a_later_step_or_itself_is_told(about: str) -> None:
    line = the_one(exercise({**SPEAK, "about": about}, WRITE, minutes=4))

    assert f'"about" names "{about}", which is no earlier step' in line


def test_a_draft_from_no_step_is_told() -> None:
    agree = {"kind": "agree", "id": "trial", "prompt": "One sentence.", "from": "nothing"}

    assert '"from" names "nothing", which is no step here' in the_one(exercise(SPEAK, agree))


def test_the_id_must_be_the_name_of_the_file() -> None:
    line = the_one(exercise(), file="somewhere/other.toml")

    assert line == (
        'somewhere/other.toml: the file is called "other.toml" and its id is "mine". Make them'
        " the same."
    )


# -- the same for both, in the time it says -----------------------------------------------------


def test_one_turn_that_only_one_partner_gets_is_told() -> None:
    line = the_one(exercise(SPEAK, {**WRITE, "who": "one"}, minutes=3))

    assert line == (
        "mine.toml: not the same for both, whatever both answer (turns that only one of the two"
        " gets): one partner is offered 1 (60 seconds) and the other 0 (0 seconds). Such turns"
        ' alternate from one to the next ("note"): add a step below "note", such as kind = "write",'
        ' id = "note-2", seconds = 60. Or let both type: who = "together", or who = "each".'
    )


def test_one_person_turns_of_different_length_are_told() -> None:
    one = {**WRITE, "who": "one"}

    line = the_one(exercise(SPEAK, one, {**one, "id": "more", "seconds": 90}, minutes=5))

    assert "one partner is offered 1 (60 seconds) and the other 1 (90 seconds)" in line
    assert '("note", "more")' in line


def test_an_even_number_of_one_person_turns_is_right() -> None:
    one = {**WRITE, "who": "one"}

    assert told(exercise(SPEAK, one, {**one, "id": "more"}, minutes=4)) == []


def test_kind_and_policy_are_named_where_only_some_answers_show_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def one_sided(turn: Shown) -> Reply:
        return passing(turn) if turn.id.endswith("/1") else answering(turn)

    monkeypatch.setattr(balance, "EVEN_HANDED", {"all pass": one_sided, "all answer": answering})

    line = the_one(exercise({**SPEAK, "answer": "Say back."}, minutes=3))

    assert "not the same for both, when both pass everything (turns to speak):" in line
    assert line.endswith("Give both the same turns and the same seconds.")


def test_an_exercise_that_could_go_on_for_ever_is_told_and_not_walked() -> None:
    floor = {"kind": "listen", "prompt": "Say.", "mirror": "Back.", "check": "So?", "rounds": 4}

    line = the_one(exercise(*({**floor, "id": f"floor-{n}"} for n in range(40))))

    assert "this can take 3520 turns, and an exercise may take 500" in line


@pytest.mark.parametrize(("minutes", "wrong"), [(10, False), (13, False), (14, True), (7, False)])
def test_minutes_may_be_a_little_off(minutes: int, wrong: bool) -> None:
    lines = told(exercise({**SPEAK, "seconds": 300}, minutes=minutes))  # 10 minutes

    assert bool(lines) is wrong


def test_minutes_far_off_are_told_with_the_sum() -> None:
    line = the_one(exercise(minutes=20))

    assert line == (
        'mine.toml: "minutes" says 20, and the steps add up to about 2. Write minutes = 2, or'
        " change their seconds."
    )


# -- what fits on the screen --------------------------------------------------------------------


def test_a_prompt_of_three_lines_fits() -> None:
    assert told(exercise({**SPEAK, "prompt": "\n".join(["wor. " * 15 + "x"] * 3)})) == []


@pytest.mark.parametrize(
    "prompt",
    ["one\ntwo\nthree\nfour", "one\n\n\nfour", "wor. " * 46 + "\n", "wor. " * 44 + "{me} {you}"],
)
def test_a_prompt_of_four_lines_is_too_long(prompt: str) -> None:
    line = the_one(exercise({**SPEAK, "prompt": prompt}))

    assert line == (
        'mine.toml: step 1 "talk": "prompt" takes 4 lines of 76 characters, names of 10 included,'
        " and the screen shows 3. Make it shorter."
    )


def test_every_prompt_of_a_step_is_measured() -> None:
    circles = {"kind": "circles", "id": "circles", "prompt": "Write.", "inner": "x", "outer": "y"}

    lines = told(exercise(SPEAK, {**circles, "outer": "a\nb\nc\nd"}, minutes=8))

    assert any('step 2 "circles": "outer" takes 4 lines' in line for line in lines)


@pytest.mark.parametrize(("lines", "wrong"), [(14, False), (15, True)])
def test_a_page_takes_fourteen_lines(lines: int, wrong: bool) -> None:
    page = {"kind": "read", "id": "page", "text": "Line.\n" * lines}

    found = told(exercise(SPEAK, page))

    assert any('"text" takes 15 lines' in line for line in found) is wrong
    assert len(found) == wrong


# -- warnings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("When were you AFRAID?", "afraid"),
        ("Was there pressure?", "pressure"),
        ("You always do it.", "always"),
        ("What should change?", "should"),
        ("Say what you\nare like.", "you are"),
        ("Say what you’re like.", "you're"),
        ("What does she want?", "she"),
        ("Ask your husband.", "husband"),
    ],
)
def test_words_to_weigh_are_warned_about(prompt: str, word: str) -> None:
    line = the_one(exercise({**SPEAK, "prompt": prompt}))

    assert line.startswith('mine.toml: step 1 "talk": warning: "prompt" ')
    assert f'"{word}"' in line


@pytest.mark.parametrize(
    "prompt",
    ["There it is.", "The other one.", "When both of you are ready.", "A whitewashed shed.", "We."],
)
def test_words_inside_other_words_are_no_matter(prompt: str) -> None:
    assert told(exercise({**SPEAK, "prompt": prompt})) == []


def test_only_prompts_are_weighed() -> None:
    page = {"kind": "read", "id": "page", "text": "A husband and a wife should never hit."}

    assert told(exercise(SPEAK, page, aim="What you should always do.")) == []


def test_more_typed_than_said_is_a_warning() -> None:
    (problem,) = check(toml.write_table(exercise(WRITE)), "mine.toml", "exercise", LIBRARY, TODAY)

    assert problem.severity == "warning"
    assert problem.sentence.startswith("more is typed (2 turns) than said (0)")


def test_a_consent_does_not_count_as_typed() -> None:
    agree = {"kind": "agree", "id": "trial", "prompt": "One sentence.", "seconds": 60}

    lines = told(exercise(SPEAK, agree, {**agree, "id": "second"}, minutes=6))

    assert lines == []


# -- programmes ---------------------------------------------------------------------------------


def programme(*evenings: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "format": 1,
        "id": "mine",
        "title": "Mine",
        "aim": "Something small.",
        "evenings": list(evenings),
        **changes,
    }


@pytest.fixture
def own(tmp_path: Path) -> Library:
    (tmp_path / "mine.toml").write_bytes(toml.write_table(exercise()))
    (tmp_path / "broken.toml").write_bytes(b"format = 1")
    return Library(BUILTIN, tmp_path)


def test_a_right_programme_has_nothing_wrong(own: Library) -> None:
    table = programme(
        {"exercises": ["mine"], "line": "One.", "minutes": 12},
        {"exercises": ["mine", "compromise"], "line": "Two.", "minutes": 2 + 26 + 10 + 1},
        {"exercises": ["compromise"], "line": "Three."},
    )

    assert told(table, kind="programme", library=own) == []


def test_a_programme_names_only_exercises_that_there_are(own: Library) -> None:
    table = programme({"exercises": ["mine", "compromize", "../mine"], "line": "One."})

    unknown = "mine.toml: evening 1: there is no exercise called"
    lines = told(table, kind="programme", library=own)
    assert f'{unknown} "compromize". Did you mean "compromise"?' in lines
    assert f'{unknown} "../mine". Did you mean "mine"?' in lines


def test_a_programme_with_a_broken_exercise_is_told(own: Library) -> None:
    table = programme({"exercises": ["broken"], "line": "One.", "minutes": 5})

    assert the_one(table, kind="programme", library=own) == (
        'mine.toml: evening 1: the exercise "broken" has something wrong in its own file.'
        " `workshop check broken.toml` tells what it is."
    )


def test_a_programme_off_its_sum_is_told(own: Library) -> None:
    table = programme({"exercises": ["mine", "compromise"], "line": "One.", "minutes": 40})

    assert the_one(table, kind="programme", library=own) == (
        'mine.toml: evening 1: "minutes" says 40, and it adds up to 39. Write minutes = 39, or take'
        " the line out."
    )


def test_what_its_author_plans_around_the_exercises_counts(own: Library) -> None:
    hour = {"exercises": ["mine"], "line": "One.", "opening": 5, "talk": 30, "close": 10}

    assert told(programme({**hour, "minutes": 47}), kind="programme", library=own) == []
    assert the_one(programme({**hour, "minutes": 12}), kind="programme", library=own) == (
        'mine.toml: evening 1: "minutes" says 12, and it adds up to 47. Write minutes = 47, or take'
        " the line out."
    )


@pytest.mark.parametrize("key", ["opening", "talk", "close"])
def test_minutes_that_are_none_are_told_once(own: Library, key: str) -> None:
    table = programme({"exercises": ["mine"], "line": "One.", "minutes": 12, key: "five"})

    assert f'evening 1: "{key}" must be a whole number' in the_one(
        table, kind="programme", library=own
    )


def test_the_shape_of_a_programme_is_checked() -> None:
    table = programme({"exercises": [], "lin": "One."}, 3, id="other")

    lines = told(table, kind="programme")

    assert any('its id is "other"' in line for line in lines)
    assert any('evening 1: unknown key "lin". Did you mean "line"?' in line for line in lines)
    assert any('evening 1: "exercises" is empty' in line for line in lines)
    assert any('"evenings", number 2 must have keys of' in line for line in lines)


# -- help lines ---------------------------------------------------------------------------------


def service(**changes: Any) -> dict[str, Any]:
    return {
        "name": "A line",
        "for": "Anyone.",
        "url": "https://example.org",
        "source": "its own page",
        "how": "It was read.",
        "checked": TODAY,
        **changes,
    }


def help_lines(*services: dict[str, Any]) -> list[str]:
    table = {"format": 1, "emergency": "Call.", "note": "Nothing.", "directories": [service()]}
    if services:
        table["countries"] = [{"name": "Nowhere", "services": list(services)}]
    return told(table, file="help/lines.toml", kind="help lines")


def test_right_help_lines_have_nothing_wrong() -> None:
    assert help_lines() == []


@pytest.mark.parametrize(
    ("key", "example"),
    [("source", '"its own page"'), ("checked", "2026-11-23"), ("how", '"The page was read."')],
)
def test_a_help_line_without_source_or_day_is_told(key: str, example: str) -> None:
    incomplete = {name: value for name, value in service().items() if name != key}

    assert help_lines(service(), incomplete) == [
        f'help/lines.toml: country 1 "Nowhere" service 2 "A line": "{key}" is missing. Add a line'
        f" such as `{key} = {example}`."
    ]


def test_a_number_for_danger_needs_its_source_and_is_looked_up_again() -> None:
    called = {"number": "112", "source": "its page", "how": "It was read.", "checked": TODAY}
    country = {"name": "Nowhere", "services": [service()], "emergency": called}
    table = {
        "format": 1,
        "emergency": "Call.",
        "note": "Nothing.",
        "directories": [service()],
        "countries": [country],
    }

    def said() -> list[str]:
        return told(table, file="help/lines.toml", kind="help lines")

    assert said() == []
    called["checked"] = date(2025, 11, 22)
    assert said()[0].startswith('help/lines.toml: country 1 "Nowhere" "emergency": warning: it was')
    del called["source"]
    assert any('"source" is missing' in line for line in said())


def test_a_day_in_quotes_is_told() -> None:
    (line,) = help_lines(service(checked="2026-11-23"))

    assert line.endswith(
        '"checked" must be a day. Write it without quotes and without a time, such as 2026-11-23.'
    )


def test_a_check_in_the_future_is_an_error() -> None:
    (line,) = help_lines(service(checked=date(2026, 11, 24)))

    assert "warning" not in line
    assert '"checked" says 2026-11-24, which is still to come' in line


@pytest.mark.parametrize(("day", "old"), [(date(2025, 11, 23), False), (date(2025, 11, 22), True)])
def test_a_check_over_a_year_ago_is_a_warning(day: date, old: bool) -> None:
    lines = help_lines(service(checked=day))

    assert len(lines) == old
    assert all(": warning: it was checked on 2025-11-22, over a year ago" in line for line in lines)


# -- readings and evening words -----------------------------------------------------------------


def reading(text: str | bytes, file: str = "readings/signs.md") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return told(data, file=file, kind="reading")


def test_a_right_reading_has_nothing_wrong() -> None:
    assert reading("# Signs\r\n<!-- theme: signs -->\r\n\r\n" + "word " * 350) == []


@pytest.mark.parametrize("theme", ["", "<!-- theme: sings -->", "theme: signs"])
def test_a_reading_says_its_theme(theme: str) -> None:
    (line,) = reading(f"# Signs\n{theme}\n\n" + "word " * 350)

    assert line.startswith("readings/signs.md: it says no theme. Write <!-- theme: understand")


@pytest.mark.parametrize("text", ["", "Signs", "## Signs", "#Signs", "# \nSigns"])
def test_a_reading_begins_with_a_heading(text: str) -> None:
    lines = reading(text, "readings/before-you-begin.md")

    assert lines == [
        "readings/before-you-begin.md: it does not begin with a heading. Begin its first line"
        ' with "# " and a title.'
    ]


@pytest.mark.parametrize(("words", "mend"), [(10, "Write more."), (501, "Make it shorter.")])
def test_a_reading_of_another_length_is_a_warning(words: int, mend: str) -> None:
    (line,) = reading("# Signs\n<!-- theme: signs -->\n" + "word " * (words - 2))

    assert line == (
        f"readings/signs.md: warning: it has {words} words; a reading has 300 to 500. {mend}"
    )


@pytest.mark.parametrize("name", ["before-you-begin.md", "before-you-begin-in-short.md"])
def test_the_page_before_you_begin_has_its_own_length(name: str) -> None:
    assert reading("# Before\n\nShort.", f"readings/{name}") == []


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\x07", "\u202e", "a\rb"])
def test_a_reading_holds_nothing_that_works_unseen(hidden: str) -> None:
    lines = reading(f"# Signs\n\nA {hidden} b.", "readings/before-you-begin.md")

    assert lines == [
        "readings/before-you-begin.md: this line holds a character that works unseen. Take it out."
    ]


def test_a_reading_that_is_not_text_or_too_large_is_told() -> None:
    assert "not UTF-8" in reading(b"\xff\xfe")[0]
    assert "larger than 1 MB" in reading(b"x" * 5_000_000)[0]
    assert "byte order mark" in reading("\ufeff# Signs\n" + "word " * 350)[0]


def test_evening_words_are_checked() -> None:
    right = (BUILTIN / "evening" / "words.toml").read_bytes()

    assert told(right, kind="evening words") == []
    assert told(right.replace(b"thanks =", b"thank ="), kind="evening words") == [
        'mine.toml: closing: "thanks" is missing. Add a line such as `thanks = "..."`.',
        'mine.toml: closing: unknown key "thank". Did you mean "thanks"?',
    ]


# -- whatever the bytes -------------------------------------------------------------------------

KINDS: tuple[ContentKind, ...] = (
    "exercise", "programme", "help lines", "evening words", "reading",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff" * 500,
        b"x" * 5_000_000,
        b"a = " + b"[" * 5000,
        b"a = " + b"[" * 300 + b"]" * 300,
        b"a" + b".a" * 1000 + b" = 1",
        b"format = 1\nsteps = " + b"[" * 150 + b"]" * 150,
        b"steps = 3\nevenings = 3\ndirectories = 3\ncountries = 3",
        b"[[steps]]\n[[evenings]]\n[[directories]]\n[[countries]]\n[[countries.services]]",
        b'"\\u001b[31m" = 1',
        b"format = " + b"9" * 5000,
        b"format = nan\nminutes = inf",
        b"id = 1979-05-27T07:32:00Z",
    ],
)
def test_broken_bytes_are_told_in_lines_that_do_nothing(kind: ContentKind, data: bytes) -> None:
    lines = told(data, kind=kind)

    assert lines
    assert all(line.isprintable() for line in lines)


def test_an_exercise_cut_off_anywhere_is_never_a_crash() -> None:
    for end in range(0, len(COMPROMISE) - 1, 13):
        lines = told(COMPROMISE[:end], file="compromise.toml")

        assert all(line.startswith("compromise.toml: ") for line in lines)


@given(st.binary(max_size=300), st.sampled_from(KINDS))
def test_random_bytes_are_never_a_crash(data: bytes, kind: ContentKind) -> None:
    assert told(data, kind=kind)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "id", "about", "prompt", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
).filter(lambda value: "None" not in repr(value))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.sampled_from([*exercise(), "evenings", "directories"]), VALUES)
def test_any_value_anywhere_is_never_a_crash(key: str, value: object) -> None:
    table = exercise(**{key: value})
    for kind in KINDS:
        told(table, kind=kind)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.sampled_from(["kind", "id", "about", "prompt", "seconds", "from", "{"]), VALUES)
def test_any_value_in_a_step_is_never_a_crash(key: str, value: object) -> None:
    told(exercise({**SPEAK, key: value}, WRITE))


# -- lines and kinds ----------------------------------------------------------------------------


def test_a_problem_is_one_line_whatever_the_file_is_called() -> None:
    problem = Problem("a\x1b[31m\nb.toml", 'step 1 "x"', "two\nlines.", "Mend it.", "warning")

    assert str(problem) == "'a\\x1b[31m\\nb.toml': step 1 \"x\": warning: two lines. Mend it."


@pytest.mark.parametrize(
    ("file", "keys", "kind"),
    [
        ("programmes/x.toml", "", "programme"),
        ("help/lines.toml", "", "help lines"),
        ("evening/words.toml", "", "evening words"),
        ("readings/x.md", "", "reading"),
        ("x/workshop.toml", "", "workshop"),
        ("x/agreement.toml", "", "agreement"),
        ("x/notes/1.toml", "", "notes"),
        ("x/notes/evening.toml", "", "evening notes"),
        ("x/kept/1.toml", "", "kept"),
        ("x.toml", "evenings", "programme"),
        ("x.toml", "directories", "help lines"),
        ("x.toml", "opening closing consent", "evening words"),
        ("x.toml", "partners clauses", "agreement"),
        ("x.toml", "coin path", "workshop"),
        ("x.toml", "exercise digest entries", "notes"),
        ("x.toml", "first entries", "evening notes"),
        ("x.toml", "exercise answers", "kept"),
        ("x.toml", "steps", "exercise"),
        ("x.toml", "", "exercise"),
        ("settings.toml", "language", "settings"),
        ("settings.toml", "steps", "exercise"),
        ("evening.toml", "steps", "exercise"),
    ],
)
def test_the_kind_is_told_by_folder_or_name_else_by_keys(file: str, keys: str, kind: str) -> None:
    assert kind_of(PurePath(file), frozenset(keys.split())) == kind


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("before-you-begin.md", None),
        ("before-you-begin.md#part", None),
        ("../compromise.toml", None),
        ("https://example.org/a", None),
        ("before-you-bgin.md", 'leads to no reading. Did you mean "before-you-begin"?'),
        ("../compromize.toml", 'leads to no exercise. Did you mean "compromise"?'),
        ("../../secret.md", "leads nowhere here"),
        ("", "leads nowhere here"),
    ],
)
def test_a_link_of_a_reading_leads_somewhere(link: str, said: str | None) -> None:
    text = f"# Signs\n<!-- theme: signs -->\nSee [this]({link})."
    found = check(text.encode(), "readings/before-x.md", "reading", LIBRARY, TODAY)
    wrong = [problem for problem in found if problem.severity == "error"]

    assert len(wrong) == (1 if said else 0)
    for problem in wrong:
        assert said is not None
        assert said in problem.sentence
        assert problem.line == 3


def test_a_text_that_is_hard_to_read_is_warned_about_with_its_grade() -> None:
    hard = "Regarding domestic matters, every couple habitually establishes arrangements."
    steps = [{**SPEAK, "id": f"talk-{n}", "prompt": hard} for n in range(3)]
    right = {**SPEAK, "id": "more", "prompt": "Say how it was."}

    lines = told(exercise(*steps, right, minutes=8))

    assert len(lines) == 3
    assert lines[0].startswith('mine.toml: step 1 "talk-0": warning: "prompt" reads like grade ')
    assert lines[0].endswith(
        'Use shorter words than "arrangements", "establishes", "habitually", and shorter sentences.'
    )


def test_short_prompts_that_are_hard_together_are_warned_about_as_a_whole() -> None:
    hard = ("Consider arrangements.", "Ordinary considerations.", "Possible responsibilities.")
    steps = [{**SPEAK, "id": f"talk-{n}", "prompt": hard[n % 3]} for n in range(16)]

    (line,) = told(exercise(*steps, minutes=32))

    assert line.startswith("mine.toml: warning: it reads like grade ")


def test_a_prompt_of_long_sentences_is_to_be_parted() -> None:
    said = "Say what you would like to do with me on a day like that and what we can leave out of"
    text = f"{said} it and who of us could do what we do not like to do so that it is done by noon."

    (line,) = told(exercise({**SPEAK, "prompt": text}))

    assert line.endswith("Make shorter sentences of it.")


def test_minutes_that_are_off_are_shown_step_by_step() -> None:
    table = exercise(WRITE, {**SPEAK, "seconds": 100}, minutes=30)

    (problem,) = check(toml.write_table(table), "mine.toml", "exercise", LIBRARY, TODAY)

    assert problem.rows == (
        'step 1 "note" (write)    2:00',
        'step 2 "talk" (speak)    3:20',
        "together                 5:20",
    )


def test_so_are_the_minutes_of_an_evening(own: Library) -> None:
    hour = {"exercises": ["mine", "mine"], "line": "One.", "opening": 5, "talk": 30, "close": 10}
    table = programme({**hour, "minutes": 40})

    (problem,) = check(toml.write_table(table), "mine.toml", "programme", own, TODAY)

    assert [row.split() for row in problem.rows] == [
        ["to", "open", "5"],
        ["mine", "2"],
        ["mine", "2"],
        ["between", "two", "exercises", "1"],
        ["to", "talk", "30"],
        ["to", "close", "10"],
        ["together", "50"],
    ]


@pytest.mark.parametrize("subject", ["Phone", "Our family", "Sex", "Her weight", "Own money"])
def test_what_is_not_the_other_s_to_grade_is_warned_about(subject: str) -> None:
    rate = {
        "kind": "rate",
        "id": "say",
        "prompt": "Who has the say?",
        "items": ["Weekends", subject],
        "scales": [{"question": "Now", "options": ["I", "{you}"]}],
    }
    found = check(
        toml.write_table(exercise(rate, SPEAK, minutes=9)), "mine.toml", "exercise", LIBRARY, TODAY
    )

    told_of = [problem for problem in found if "not the other's to grade" in problem.sentence]
    assert [problem.at for problem in told_of] == [("steps", 0, "items", 1)]
    assert told_of[0].severity == "warning"


def test_words_on_lists_are_weighed_too() -> None:
    gather = {"kind": "gather", "id": "list", "prompt": "Add one.", "seeds": ["Always be on time"]}

    lines = told(exercise(SPEAK, SPEAK | {"id": "more"}, gather, minutes=6))

    assert any('"seeds" says "always"' in line for line in lines)

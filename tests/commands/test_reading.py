"""`workshop exercises`, `before`, `help-lines`, `show` and `verify`."""

import json
import re
from pathlib import Path

import pytest
import tomli_w
from plain.support import Program, acting, script
from support.evening import SHIPPED
from support.exercises import MARKED, exercise_of

from workshop.content.countries import find

pytestmark = pytest.mark.every(5)

CODE = re.compile(r"\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b")


def test_exercises_are_listed_by_theme(program: Program) -> None:
    ran = program("exercises")

    assert (ran.code, ran.err) == (0, "")
    assert "overcoming:\n" in ran.out
    assert "  compromise: What I need, what can bend, 36 minutes\n" in ran.out
    assert ran.out.endswith("Opening and close are in the minutes.\n")


def test_exercises_as_json(program: Program) -> None:
    rows = json.loads(program("exercises", "--json").out)

    assert all(set(row) == {"id", "title", "theme", "minutes", "evening", "aim"} for row in rows)
    assert {row["evening"] - row["minutes"] for row in rows} == {10}
    assert "compromise" in {row["id"] for row in rows}


def test_every_exercise_is_shown_step_by_step(program: Program) -> None:
    for row in json.loads(program("exercises", "--json").out):
        ran = program("exercises", row["id"])

        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"{row['title']} ({row['id']})\n")
        assert "Step 1 of " in ran.out
        assert "{" not in ran.out


def test_one_exercise_says_who_sees_what_and_how_long(program: Program) -> None:
    ran = program("exercises", "compromise")

    assert "sealed until both open; about 210 seconds" in ran.out
    assert "Step 10 of 10" in ran.out


def test_what_each_is_asked_alike_is_told_once(program: Program) -> None:
    ran = program("exercises", "boundaries")

    for ask in (
        "Did it reach you",
        "Shall this be written down",
        "One of your own, ",
        "Would you like that on your page",
    ):
        assert ran.out.count(ask) == 1
    assert "each of you; sealed: only what comes of it shows" in ran.out


def test_lists_that_are_marked_are_told_with_what_is_on_them(
    program: Program, tmp_path: Path
) -> None:
    exercise = exercise_of(MARKED, id="marks")
    own = tmp_path / "own"
    own.mkdir()
    document = exercise.model_dump(mode="json", by_alias=True, exclude_none=True)
    (own / "marks.toml").write_text(tomli_w.dumps(document))

    ran = program("exercises", "marks", "--exercises", str(own))

    assert ran.err == ""
    for line in (
        "- How I see it: 1 I do, 2 mostly I, 3 both alike, 4 mostly Sam, 5 Sam",
        "- (what you add, 1)",
        "- Tick 2 at the most.",
        "- Give out 100 points.",
        "Both orders are shown, and where they meet.",
    ):
        assert line in ran.out


def test_one_exercise_as_json_is_what_its_author_wrote(program: Program) -> None:
    told = json.loads(program("exercises", "compromise", "--json").out)

    assert (told["id"], len(told["steps"])) == ("compromise", 10)


@pytest.mark.parametrize(
    ("argv", "near"),
    [
        (("exercises", "Money"), "money"),
        (("start", "--names", "A", "B", "--exercise", "mony"), "money"),
        (("start", "--names", "A", "B", "--programme", "Essential"), "essentials"),
        (("handout", "Sign"), "signs"),
        (("prepare", "compromis"), "compromise"),
    ],
    ids=lambda part: part if isinstance(part, str) else " ".join(part),
)
def test_of_an_id_that_is_mistyped_the_nearest_is_told(
    program: Program, argv: tuple[str, ...], near: str
) -> None:
    ran = program(*argv, reply="")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(f'Did you mean "{near}"?\n')


@pytest.mark.parametrize("id", ["gone", "../compromise", "compromise.toml", "", "\x1b[31m", "/"])
def test_an_unknown_exercise_is_told(program: Program, id: str) -> None:
    ran = program("exercises", id)
    begun = program("start", "--names", "ALEX", "SAM", "--exercise", id, reply="")

    assert ran.code == begun.code == 1
    assert ran.err.startswith("workshop: ")
    assert ran.out == begun.out == ""
    assert acting(ran.err + begun.err) == set()


def test_an_unknown_programme_is_told(program: Program) -> None:
    ran = program("start", "--names", "ALEX", "SAM", "--programme", "gone")

    assert (ran.code, ran.out) == (1, "")
    assert not program.data.exists()


def test_own_exercises_stand_beside_the_others_and_bad_ones_are_told(
    program: Program, tmp_path: Path
) -> None:
    good = json.loads(program("exercises", "--json").out)
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.toml").write_text("Dear diary,")

    ran = program("exercises", "--exercises", str(own), "--json")

    assert ran.code == 1
    assert str(own / "mine.toml") in ran.err
    assert ran.err.count("\n") == 1
    assert json.loads(ran.out) == good


def test_before_prints_the_page_and_nothing_else(program: Program) -> None:
    ran = program("before")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Before you begin\n")
    assert "this is\nnot the right tool, and that is not a failure" in ran.out
    assert not program.data.exists()


def test_help_lines_name_directories_and_record_nothing(program: Program) -> None:
    ran = program("help-lines")

    assert (ran.code, ran.err) == (0, "")
    assert "112" in ran.out
    assert "https://findahelpline.com" in ran.out
    assert not program.data.exists()


@pytest.mark.parametrize(
    ("called", "country"),
    [
        *(
            (one, "Germany")
            for one in ("Germany", "germany", " deutschland", "DE", "DEU", "Allemagne")
        ),
        *((one, "Austria") for one in ("Österreich", "Osterreich", "AUSTRIA")),
        *((one, "United Kingdom") for one in ("UK", "U.K.", "gb", "United Kingdom", "Scotland")),
        *((one, "United States") for one in ("USA", "US", "united states of america", "EE. UU.")),
        *((one, "Switzerland") for one in ("Suisse", "Svizzera", "ch")),
        ("The Netherlands", "Netherlands"),
        ("日本", "Japan"),
        ("भारत", "India"),
    ],
)
def test_help_lines_of_a_country_are_found_by_whatever_it_is_called(
    program: Program, called: str, country: str
) -> None:
    as_words, as_one = program("help-lines", *called.split()), program("help-lines", called)

    assert as_words == as_one
    assert as_one.out.startswith(f"Help lines: {country}\n")
    assert "No service is listed" not in as_one.out


def test_every_country_that_is_listed_is_found_by_its_code_as_well() -> None:
    lines = SHIPPED.help_lines()

    for listed in lines.countries:
        (code,) = find(listed.name).codes
        assert lines.country(code) == (listed.name, listed)


@pytest.mark.parametrize(
    ("country", "number"),
    [("UK", "999 or 112"), ("Germany", "112"), ("Japan", "110"), ("US", "911")],
)
def test_help_lines_of_a_country_begin_with_what_is_called_in_danger(
    program: Program, country: str, number: str
) -> None:
    ran = program("help-lines", country)

    first = ran.out.split("\n\n")[1]
    assert first.startswith("In danger now, in ")
    assert first.endswith(f": call {number}.")


@pytest.mark.parametrize(("country", "name"), [("Iceland", "Iceland"), ("ελλάδα", "Greece")])
def test_help_lines_of_a_country_without_services_say_so_and_name_the_directories(
    program: Program, country: str, name: str
) -> None:
    ran = program("help-lines", country)

    assert (ran.code, ran.err) == (0, "")
    assert f"No service is listed here for {name} with" in " ".join(ran.out.split())
    assert "https://findahelpline.com" in ran.out


@pytest.mark.parametrize(
    ("country", "nearest"),
    [
        ("Germny", "Germany"),
        ("deutchland", "Germany"),
        ("korea", "North Korea, South Korea"),
        ("Atlantis", ""),
        ("\x1b[31mx", ""),
        ("{name}", ""),
        ("x" * 9999, ""),
    ],
)
def test_a_country_that_is_not_known_is_told_with_the_nearest_and_a_list(
    program: Program, country: str, nearest: str
) -> None:
    ran = program("help-lines", country)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("workshop: No country is known here as “")
    assert ("The nearest: " in ran.err) == bool(nearest)
    assert nearest in ran.err
    assert "Services are listed for Australia, Austria, " in ran.err
    assert acting(ran.err) == set()
    assert len(ran.err) < 1000


def test_no_country_at_all_is_the_directories(program: Program) -> None:
    assert program("help-lines", "") == program("help-lines")


def test_show_prints_the_agreement_of_the_newest_of_a_label_and_of_a_file(
    program: Program, us: Path
) -> None:
    newest, label, file = (
        program("show", *words) for words in ((), ("us",), (str(us / "agreement.toml"),))
    )

    assert newest.code == 0
    assert newest.out.startswith("The agreement of ALEX and SAM\n")
    assert "We eat out on Fridays." in newest.out
    assert CODE.search(newest.out)
    assert newest == label == file


def test_show_of_a_workshop_without_an_agreement_says_so(program: Program) -> None:
    program.start("\n")

    ran = program("show")

    assert (ran.code, ran.err) == (0, "")
    assert "Nothing is written here yet." in ran.out
    assert "us/agreement.toml" not in program.files()


def test_show_without_any_workshop_is_told(program: Program) -> None:
    ran = program("show")

    assert (ran.code, ran.out) == (1, "")
    assert "`workshop start` begins one." in ran.err


def test_show_of_a_file_that_is_no_agreement_is_told(program: Program, us: Path) -> None:
    ran = program("show", str(us / "workshop.toml"))

    assert (ran.code, ran.out) == (1, "")
    assert "It is left as it is." in ran.err


def the_code(program: Program) -> str:
    found = CODE.search(program("show").out)
    assert found is not None
    return found[0]


def test_verify_says_the_same_with_the_code_however_it_is_typed(program: Program, us: Path) -> None:
    code = the_code(program)
    file = str(us / "agreement.toml")
    ways = (
        (code,),
        tuple(code.split("-")),
        (code.lower(),),
        (code.replace("-", " "),),
        (code.replace("0", "o").replace("1", "l"),),
    )

    for words in ways:
        ran = program("verify", file, *words)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == "The same: this is the text that the code was noted for.\n"


def test_verify_without_a_code_says_what_it_cannot_see(program: Program, us: Path) -> None:
    ran = program("verify", str(us / "agreement.toml"))

    assert (ran.code, ran.out) == (0, "Nothing changed that can be seen without a code.\n")


def test_verify_knows_the_code_of_an_earlier_revision(program: Program, us: Path) -> None:
    program.start("\n", label="new")
    code = the_code(program)
    empty_one = program("verify", str(us / "agreement.toml"), code)

    assert empty_one.code == 0
    assert empty_one.out.startswith("The same agreement, then still without a clause. Since: ")


def test_verify_takes_a_label_as_it_takes_a_file(program: Program, us: Path) -> None:
    file, noted = us / "agreement.toml", the_code(program)

    for words in ((), (noted,), ("0000-0000-0000-0000-0000-0000",), ("nonsense",)):
        assert program("verify", "US", *words) == program("verify", str(file), *words)


def test_verify_of_a_label_without_an_agreement_is_told(program: Program, us: Path) -> None:
    program.start("\n", label="new")
    ran = program("verify", "new")

    assert (ran.code, ran.out) == (3, "")
    assert "Nothing was agreed in new yet" in ran.err


def test_a_file_goes_before_a_label_and_what_is_neither_is_told(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(us)
    (us / "us").write_text("Dear diary,")

    assert (program("verify", "agreement.toml").code, program("verify", "us").code) == (0, 3)
    assert program("verify", "gone.toml").err == "workshop: There is no file gone.toml.\n"
    assert program("verify", "gone").err.startswith("workshop: There is no workshop called gone in")


def test_verify_of_another_code_is_exit_1(program: Program, us: Path) -> None:
    ran = program("verify", str(us / "agreement.toml"), "0000-0000-0000-0000-0000-0000")

    assert ran.code == 1
    assert "This code is not in this file: an older copy, or another agreement." in ran.out


def test_verify_of_a_changed_text_names_the_clause(program: Program, us: Path) -> None:
    file, noted = us / "agreement.toml", the_code(program)
    file.write_text(file.read_text().replace("on Fridays", "on Mondays", 1))

    assert CODE.search(program("show").out) is None  # no code vouches for it now
    for words in ((), (noted,)):
        ran = program("verify", str(file), *words)
        assert ran.code == 1
        assert "c1 does not say what was agreed: changed outside the program" in ran.out


@pytest.mark.parametrize(
    "comment",
    ["\n# SAM cooks every day: both agreed.\n", " # and SAM cooks\n", "\n#format = 1\n"],
    ids=["a line", "behind a value", "what looks like a value"],
)
def test_verify_says_of_a_comment_that_nobody_said_yes_to_it(
    program: Program, us: Path, comment: str
) -> None:
    file = us / "agreement.toml"
    before = program("verify", str(file))
    file.write_text(file.read_text("utf-8").rstrip("\n") + comment, encoding="utf-8")

    ran = program("verify", str(file))

    assert "comments" not in before.out
    assert (ran.code, ran.err) == (0, "")
    assert "what stands behind a # in it, nobody said yes to" in ran.out


@pytest.mark.parametrize("code", ["", "nonsense", "0000", "U" * 24, "\x1b[31m", "李" * 24])
def test_verify_of_what_is_no_code_is_told(program: Program, us: Path, code: str) -> None:
    ran = program("verify", str(us / "agreement.toml"), code)

    assert ran.code == 2
    assert acting(ran.err) == set()


@pytest.mark.parametrize("file", ["gone.toml", ".", "", "/dev/null", "x" * 300])
def test_verify_of_no_file_is_told(program: Program, file: str) -> None:
    ran = program("verify", file)

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("workshop: ")


def test_verify_of_a_script_is_told_and_quotes_none_of_it(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "agreement.toml"
    file.write_text(script("evening.txt"))

    ran = program("verify", str(file))

    assert ran.code == 3
    assert "Who cooks" not in ran.err

"""`workshop check`: which files it looks at, what it prints, and with which code it ends."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop import paths, toml
from workshop.cli import main
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.settling import settle
from workshop.core.turns.reply import Entry, Words
from workshop.store import formats
from workshop.store.documents import EveningNotes, Kept, Notes
from workshop.store.workshop import Partner, Workshop
from workshop.system import System

TODAY = date(2026, 11, 30)
BUILTIN = Path(str(paths.builtin_content()))
COMPROMISE = (BUILTIN / "compromise.toml").read_bytes()
SECRET = "what-nobody-else-may-read"


class Clock:
    def today(self) -> date:
        return TODAY

    def seconds(self) -> float:
        return 0.0


Checked = tuple[int, list[str]]
Check = Callable[..., Checked]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def run(*words: str | Path) -> Checked:
        exit_code = main(["check", *map(str, words)], clock=Clock())
        out, err = capsys.readouterr()
        assert err == ""
        return exit_code, out.splitlines()

    return run


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """Give the files of one pair, nothing wrong in any of them."""
    folder = tmp_path / "2026-11-25"
    agreed = ClauseAgreed(
        origin="1/trial", kind="agreement", text=SECRET, exercise="x", on=TODAY, weeks=2
    )
    files = {
        "workshop.toml": Workshop(
            id="x",
            created=TODAY,
            left=Partner(name="Alex"),
            right=Partner(name="Sam"),
            coin="left",
            path=("compromise",),
        ),
        "agreement.toml": settle(Agreement(partners=("Alex", "Sam")), [agreed], TODAY),
        "notes/1.toml": Notes(
            exercise="compromise",
            digest="x",
            first="left",
            began=TODAY,
            entries=(Entry(turn="issue", reply=Words(text=SECRET)),),
        ),
        "notes/evening.toml": EveningNotes(first="left"),
        "kept/1.toml": Kept(exercise="compromise", title="What I need, what can bend", on=TODAY),
    }
    for name, document in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(formats.write(document))
    return folder


# -- what is shipped, and what is printed -------------------------------------------------------


def test_everything_shipped_passes_strictly(check: Check) -> None:
    exit_code, lines = check("--strict", BUILTIN)

    assert lines[:-1] == []
    assert lines[-1].endswith(" files looked at: nothing is wrong.")
    assert exit_code == 0


def test_every_kind_of_shipped_file_is_looked_at(check: Check) -> None:
    here = {path for path in BUILTIN.rglob("*") if path.suffix in (".toml", ".md")}

    assert check(BUILTIN)[1][-1] == f"{len(here)} files looked at: nothing is wrong."


def test_one_right_file_is_said_to_be_right(check: Check) -> None:
    assert check(BUILTIN / "compromise.toml") == (0, ["1 file looked at: nothing is wrong."])


def test_what_is_wrong_is_printed_by_file(check: Check, tmp_path: Path) -> None:
    b, a = tmp_path / "b.toml", tmp_path / "a.toml"
    b.write_bytes(COMPROMISE.replace(b'"compromise"', b'"b"').replace(b"lines = 1", b"line = 1"))
    a.write_bytes(COMPROMISE)

    exit_code, lines = check(b, a)

    assert exit_code == 1
    assert lines == [
        f'{a}:3: the file is called "a.toml" and its id is "compromise". Make them the same.',
        f'{b}:{line_of(b, "line = 1")}: step 4 "issue": unknown key "line". Did you mean "lines"?',
        "2 files looked at: 2 errors, 0 warnings.",
    ]


def line_of(file: Path, text: str) -> int:
    """Return the line of a file in which `text` stands first, from 1."""
    rows = file.read_text(encoding="utf-8").split("\n")
    return next(number for number, row in enumerate(rows, start=1) if text in row)


def test_a_file_that_is_named_twice_is_looked_at_once(check: Check) -> None:
    file = BUILTIN / "compromise.toml"

    assert check(file, file)[1] == ["1 file looked at: nothing is wrong."]


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """Give an exercise that has nothing but a warning."""
    file = tmp_path / "compromise.toml"
    file.write_bytes(COMPROMISE.replace(b"Small is fine.", b"Small is always fine."))
    return file


def test_a_warning_alone_is_not_wrong(check: Check, doubtful: Path) -> None:
    exit_code, lines = check(doubtful)

    assert exit_code == 0
    assert ': step 2 "a-time-it-worked": warning: "prompt" says "always"' in lines[0]
    assert lines[1] == "1 file looked at: 0 errors, 1 warning."


def test_a_warning_counts_when_strict(check: Check, doubtful: Path) -> None:
    assert check("--strict", doubtful)[0] == 1


def test_json_is_a_list_and_nothing_else(check: Check, doubtful: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(
        COMPROMISE.replace(b'"compromise"', b'"bad"').replace(b"lines = 1", b"line = 1")
    )

    exit_code, lines = check("--json", bad, doubtful)

    assert exit_code == 1
    first, second = json.loads("\n".join(lines))
    assert first == {
        "file": str(bad),
        "where": 'step 4 "issue"',
        "what": 'unknown key "line".',
        "mend": 'Did you mean "lines"?',
        "sentence": 'unknown key "line". Did you mean "lines"?',
        "severity": "error",
        "at": ["steps", 3, "line"],
        "line": line_of(bad, "line = 1"),
        "rows": [],
    }
    assert second["severity"] == "warning"


def test_json_of_right_files_is_an_empty_list(check: Check) -> None:
    assert check("--json", BUILTIN / "compromise.toml") == (0, ["[]"])


# -- which files --------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_told(check: Check, tmp_path: Path) -> None:
    exit_code, lines = check(tmp_path / "nothing.toml")

    assert exit_code == 1
    assert lines == [
        f"{tmp_path / 'nothing.toml'}: there is no such file. Look at its name, and at the folder.",
        "0 files looked at: 1 error, 0 warnings.",
    ]


@pytest.mark.parametrize("name", ["x" * 5000 + ".toml", "a\x00b.toml"])
def test_a_name_that_can_be_no_file_is_told(check: Check, name: str) -> None:
    exit_code, lines = check(name)

    assert exit_code == 1
    assert all(line.isprintable() for line in lines)


def test_another_ending_is_told(check: Check, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(COMPROMISE)

    exit_code, lines = check(tmp_path / "mine.txt")

    assert exit_code == 1
    assert "only files ending in .toml or .md can be checked." in lines[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_told_and_not_waited_for(check: Check, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    exit_code, lines = check(tmp_path)

    assert exit_code == 1
    assert lines[0].startswith(f"{tmp_path / 'pipe.toml'}: this is neither a file nor a folder.")


def test_a_link_to_nothing_is_told(check: Check, tmp_path: Path) -> None:
    (tmp_path / "link.toml").symlink_to(tmp_path / "nothing.toml")

    assert check(tmp_path)[0] == 1


def test_a_folder_called_like_a_file_is_walked(check: Check, tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "folder.toml" / "compromise.toml").write_bytes(COMPROMISE)

    assert check(tmp_path / "folder.toml") == (0, ["1 file looked at: nothing is wrong."])


def test_an_empty_folder_is_told(check: Check, tmp_path: Path) -> None:
    exit_code, lines = check(tmp_path)

    assert exit_code == 1
    assert lines[0].startswith(f"{tmp_path}: this folder holds no file that can be checked.")


def test_a_folder_is_walked_for_what_can_be_checked(check: Check, tmp_path: Path) -> None:
    (tmp_path / "compromise.toml").write_bytes(COMPROMISE)
    for name in ("README.md", "notes.txt", ".hidden.toml", ".git/x.toml", "x.toml.bak"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"not ours")

    assert check(tmp_path) == (0, ["1 file looked at: nothing is wrong."])


def test_readings_are_found_in_their_folder(check: Check, tmp_path: Path) -> None:
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / "signs.md").write_bytes(b"Signs")

    lines = check(tmp_path)[1]

    assert "does not begin with a heading" in lines[0]
    assert "2 errors, 1 warning" in lines[-1]


def test_a_file_that_cannot_be_opened_is_told(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "mine.toml").write_bytes(COMPROMISE)
    monkeypatch.setattr(System, "open", refuse)

    exit_code, lines = check(tmp_path / "mine.toml")

    assert exit_code == 1
    assert "mine.toml: this cannot be opened: Permission denied." in lines[0]


def test_a_folder_that_cannot_be_opened_is_told(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    names = System.names

    def refuse(disk: System, path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return names(disk, path)

    monkeypatch.setattr(System, "names", refuse)

    exit_code, lines = check(tmp_path)

    assert exit_code == 1
    assert lines[0].startswith(f"{tmp_path / 'closed'}: this cannot be opened: Permission denied.")


# -- programmes beside exercises of one's own ---------------------------------------------------


@pytest.mark.parametrize("place", ["programmes", "."])
def test_a_programme_may_name_the_exercises_beside_it(
    check: Check, tmp_path: Path, place: str
) -> None:
    own = COMPROMISE.replace(b'"compromise"', b'"own"')
    (tmp_path / "own.toml").write_bytes(own)
    evening = {"exercises": ["own", "compromise"], "line": "One.", "minutes": 63}
    other = {"exercises": ["nothing"], "line": "Two."}
    table = {"format": 1, "id": "p", "title": "P", "aim": "x", "evenings": [evening, other]}
    (tmp_path / place).mkdir(exist_ok=True)
    (tmp_path / place / "p.toml").write_bytes(toml.write_table(table))

    exit_code, lines = check(tmp_path)

    assert exit_code == 1
    (wrong,) = lines[:-1]
    assert 'p.toml:16: evening 2: there is no exercise called "nothing".' in wrong


# -- the files of a pair ------------------------------------------------------------------------


def test_the_files_of_a_pair_are_right_as_they_were_written(check: Check, pair: Path) -> None:
    assert check("--strict", pair) == (0, ["5 files looked at: nothing is wrong."])


def test_the_files_of_a_pair_are_known_by_their_keys_too(check: Check, pair: Path) -> None:
    for number, path in enumerate(sorted(pair.rglob("*.toml"))):
        path.rename(pair.parent / f"copy-{number}.toml")

    assert check(pair.parent) == (0, ["5 files looked at: nothing is wrong."])


@pytest.mark.parametrize(
    "name",
    ["workshop.toml", "agreement.toml", "notes/1.toml", "notes/evening.toml", "kept/1.toml"],
)
def test_a_broken_file_of_a_pair_is_told_with_nothing_that_was_typed(
    check: Check, pair: Path, name: str
) -> None:
    path = pair / name
    broken = path.read_text().replace("format = 1", f'format = 1\nunknown = "{SECRET}"')
    path.write_text(broken)

    exit_code, lines = check(path)

    assert exit_code == 1
    number = line_of(path, "unknown = ")
    assert lines[0] == f"{path}:{number}: unknown is not known here. Take it out."
    assert not any(SECRET in line for line in lines)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f'text = "{SECRET}"', f'txt = "{SECRET}"'),
        (f'text = "{SECRET}"', f'text = ["{SECRET}"]'),
        (f'text = "{SECRET}"', f'text = "{SECRET}'),
        (f'text = "{SECRET}"', f"text = {SECRET}"),
        (f'text = "{SECRET}"', f'text = "{SECRET * 500}"'),
        ('kind = "words"', f'kind = "{SECRET}"'),
        ('first = "left"', f'first = "{SECRET}"'),
        ("began = 2026-11-30", f'began = "{SECRET}"'),
    ],
)
def test_no_mistake_in_notes_prints_what_was_typed(
    check: Check, pair: Path, old: str, new: str
) -> None:
    path = pair / "notes" / "1.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))

    exit_code, lines = check(path)

    assert exit_code == 1
    assert not any(SECRET in line for line in lines)


def test_an_agreement_that_was_changed_outside_is_an_error(check: Check, pair: Path) -> None:
    path = pair / "agreement.toml"
    path.write_text(path.read_text().replace(SECRET, "Something else.", 1))

    assert check(path) == (
        1,
        [
            f"{path}: Clause c1 does not say what was agreed: changed outside the program."
            " A copy from before, if there is one, says what both agreed.",
            "1 file looked at: 1 error, 0 warnings.",
        ],
    )


def test_a_pair_s_file_of_a_later_format_is_told(check: Check, pair: Path) -> None:
    path = pair / "workshop.toml"
    path.write_text(path.read_text().replace("format = 1", "format = 9"))

    exit_code, lines = check(path)

    assert exit_code == 1
    assert "later version" in lines[0]


# -- whatever the bytes -------------------------------------------------------------------------

NAMES = [
    "mine.toml",
    "programmes/mine.toml",
    "help/lines.toml",
    "evening/words.toml",
    "readings/mine.md",
    "workshop.toml",
    "agreement.toml",
    "notes/1.toml",
    "notes/evening.toml",
    "kept/1.toml",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\xff" * 99,
        b"x" * 5_000_000,
        b"a = " + b"[" * 5000,
        b"format = 1\na" + b".a" * 1000 + b" = 1",
        b"format = 1\n[[entries]]\n[[clauses]]\n[[revisions]]\n[[steps]]\n[[evenings]]",
    ],
)
def test_a_broken_file_is_told_and_left_as_it_is(
    check: Check, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)

    exit_code, lines = check(path)

    assert exit_code == 1
    assert all(line.isprintable() for line in lines)
    assert path.read_bytes() == data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=200), st.sampled_from(NAMES))
def test_random_bytes_are_never_a_crash(
    check: Check, tmp_path: Path, data: bytes, name: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)

    assert check(path)[0] == 1


def test_nothing_is_written_anywhere(check: Check, pair: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in pair.rglob("*")}

    check(pair)

    assert {path: path.stat().st_mtime_ns for path in pair.rglob("*")} == before


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('language = "de"\n', ':1: "format" is missing. Add a line such as `format = 1`.'),
        ('format = 1\nlanguge = "de"\n', ':2: unknown key "languge". Did you mean "language"?'),
        ("format = 1\nexercises = “x”\n", ":2: these quotes are curly"),
        ('format = 1\n\nexercises = "/nowhere/x"\n', ":3: there is no folder /nowhere/x."),
        ("format = 9\n", ":1: this file is for a later version"),
        ("", '"format" is missing'),
    ],
)
def test_settings_are_told_as_settings(
    check: Check, tmp_path: Path, settings: str, said: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(settings, "utf-8")

    code, (line, *_rest) = check(file)

    assert code == 1
    assert said in line
    assert "facilitator" not in line


def test_settings_that_can_be_followed_have_nothing_wrong(check: Check, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'format = 1\nlanguage = "de"\nexercises = "{tmp_path}"\n', "utf-8")

    assert check(file) == (0, ["1 file looked at: nothing is wrong."])

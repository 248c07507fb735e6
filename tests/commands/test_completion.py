"""`workshop completion`: what a shell makes of words that are typed in part."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from plain.support import Program

from workshop.command_words import commands

BASH = """
source "$1"
workshop() { printf '%s|' "$@"; echo; printf '%s\\n' "it's" "Anna & Ben"; }
while IFS= read -r line; do
  read -ra COMP_WORDS <<< "$line"
  [[ $line == *" " ]] && COMP_WORDS+=("")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
  _shtab_workshop
  (IFS=$'\\t'; echo "${COMPREPLY[*]}")
done
"""
"""Completes each line that it reads, with a program that tells what it is asked, and two labels."""
COMPLETED: Mapping[str, list[str]] = {
    "workshop ver": ["verify"],
    "workshop list --s": ["--sort"],
    "workshop list --sort ": ["next", "last", "label"],
    "workshop --plain export us --to ": ["md", "html", "ics"],
    "workshop schema ": ["exercise", "programme", "agreement"],
    "workshop completion ": ["bash", "zsh", "fish"],
    "workshop completion --w": [],
    "workshop forget --o": ["--older-than"],
}
ASKED: Mapping[str, str] = {
    "workshop resume An": "labels",
    "workshop rename An": "labels",
    "workshop verify An": "labels",
    "workshop start --exercise An": "exercises",
    "workshop start --programme An": "programmes",
    "workshop exercises An": "exercises,programmes",
    "workshop prepare An": "exercises,programmes",
    "workshop handout An": "exercises,readings,programmes",
}


@pytest.fixture(params=["bash", "zsh", "fish"])
def shell(request: pytest.FixtureRequest) -> str:
    shell: str = request.param
    return shell


def completed(program: Program, folder: Path, lines: Mapping[str, object]) -> list[list[str]]:
    """Return what bash makes of each line."""
    script = folder / "completion.bash"
    script.write_text(program("completion", "bash").out, encoding="utf-8")
    ran = subprocess.run(
        ["bash", "-c", BASH, "bash", str(script)],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return [line.split("\t") if line else [] for line in ran.stdout.splitlines()]


def test_each_shell_has_a_script_that_knows_every_command(program: Program, shell: str) -> None:
    ran = program("completion", shell)

    assert (ran.code, ran.err) == (0, "")
    assert [name for name in commands() if name not in ran.out] == []
    for option in ("older-than", "with-label", "facilitator"):
        assert option in ran.out
    assert "--begun=BEGUN" not in ran.out


def test_bash_completes_commands_options_and_choices(program: Program, tmp_path: Path) -> None:
    assert completed(program, tmp_path, COMPLETED) == list(COMPLETED.values())


def test_bash_asks_for_what_is_not_known_beforehand_and_quotes_it(
    program: Program, tmp_path: Path
) -> None:
    for kinds, (asked, *found) in zip(
        ASKED.values(), completed(program, tmp_path, ASKED), strict=True
    ):
        assert asked.replace("\\", "") == f"completion|--words={kinds}|--begun=An|"
        assert found == ["it\\'s", "Anna\\ \\&\\ Ben"]


def test_files_are_completed_where_a_file_can_stand(program: Program, tmp_path: Path) -> None:
    (tmp_path / "one.toml").touch()
    lines = [f"workshop {words} {tmp_path}/on" for words in ("check", "preview", "show", "--data")]

    found = completed(program, tmp_path, dict.fromkeys(lines))

    assert [f"{tmp_path}/one.toml" in words for words in found] == [True, True, True, False]


def test_what_begins_so_is_told_with_ones_own(program: Program, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "money-ours.toml").touch()

    asked = ("completion", "--words=exercises,programmes,readings", "--begun=mon")
    ran = program(*asked, "--exercises", str(own))

    assert (ran.code, ran.out.split()) == (0, ["money", "money-ours"])
    assert program(*asked[:-1], "--begun=ess").out == "essentials\n"


@pytest.mark.parametrize(
    ("begun", "told"),
    [("", []), ("anna", []), ("Anna ", ["Anna & Ben"]), ("ANNAB", ["Annabel"]), ("zq", [])],
)
def test_a_label_is_told_once_no_other_begins_so(
    program: Program, us: Path, begun: str, told: list[str]
) -> None:
    for label in ("Anna & Ben", "Annabel"):
        shutil.copytree(us, us.with_name(label))

    ran = program("completion", "--words=labels", f"--begun={begun}")

    assert (ran.code, ran.out.splitlines(), ran.err) == (0, told, "")


def test_the_only_label_there_is_needs_no_letter(program: Program, us: Path) -> None:
    assert program("completion", "--words=labels").out == "us\n"


def test_without_a_shell_it_says_which_there_are(program: Program) -> None:
    ran = program("completion")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "workshop: Say for which shell: bash, zsh or fish.\n"

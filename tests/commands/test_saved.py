"""`workshop list`, `where` and `forget`."""

import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from plain.support import TODAY, Couple, Program, acting


def test_an_empty_list_says_how_to_begin(program: Program) -> None:
    ran = program("list")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"There is no workshop in {program.data} yet.\n`workshop start` begins one.\n"
    )


def test_an_empty_list_is_empty_json(program: Program) -> None:
    ran = program("list", "--json")

    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_the_list_tells_names_progress_and_days(program: Program, us: Path) -> None:
    ran = program("list")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "us  ALEX and SAM, 1 of 1 done, last 2026-11-23, next evening 2026-12-07,"
        " look at the agreement again 2026-11-30\n"
    )


def test_the_list_as_json_tells_the_same(program: Program, us: Path) -> None:
    (row,) = json.loads(program("list", "--json").out)

    assert row == {
        "label": "us",
        "names": ["ALEX", "SAM"],
        "done": 1,
        "of": 1,
        "half_done": False,
        "last_day": "2026-11-23",
        "next_evening": "2026-12-07",
        "next_review": "2026-11-30",
        "clauses_due": 0,
        "archived": False,
        "agreement": "as seen",
        "names_in_agreement": None,
        "copies": [],
        "copy_of": None,
    }


def test_a_workshop_under_way_says_so(program: Program) -> None:
    program.start(Couple(once={"What is most important to you here": None}))

    assert "one under way" in program("list").out


def test_one_that_is_done_but_not_closed_says_that_alone(program: Program) -> None:
    program.start(Couple(once={"One small thing": None}))

    assert "1 of 1 done, evening not closed" in program("list").out


def test_the_workshop_of_the_last_evening_comes_first_and_is_the_one_resumed(
    program: Program,
) -> None:
    for label in ("a", "c", "b"):
        program.start("\n", label=label)
        program.clock.day += timedelta(days=1)

    listed = [line.split()[0] for line in program("list").out.splitlines()]

    assert listed == ["b", "c", "a"]
    assert program("resume").out.endswith("Next time: workshop resume b --plain\n")


def test_the_order_follows_what_the_files_say_and_no_time_of_a_file(program: Program) -> None:
    for label in ("new", "old"):
        program.start("\n", label=label)
        program.clock.day -= timedelta(days=1)
    for label, at in (("new", 1), ("old", 2**31)):
        for path in (program.data / label, *(program.data / label).rglob("*")):
            os.utime(path, (at, at))

    assert [line.split()[0] for line in program("list").out.splitlines()] == ["new", "old"]
    assert program("resume").out.endswith("Next time: workshop resume new --plain\n")


def test_where_nothing_tells_which_was_in_use_last_it_is_asked(program: Program) -> None:
    for label in ("a", "b"):
        program.start("\n", label=label)

    ran = program("resume")

    assert ran.code == 1
    assert "More than one workshop was in use on 2026-11-23" in ran.err


def also(us: Path, label: str, **said: str) -> None:
    """Have another workshop like this one, of which these keys say something else."""
    shutil.copytree(us, us.with_name(label))
    file = us.with_name(label) / "workshop.toml"
    lines = [
        line for line in file.read_text("utf-8").splitlines() if line.split(" = ")[0] not in said
    ]
    more = [f"{key} = {value}" for key, value in said.items()]
    file.write_text("\n".join([lines[0], *more, *lines[1:]]) + "\n", "utf-8")


def listed(program: Program, *words: str) -> list[str]:
    """Return the labels that are listed, in order."""
    return [row["label"] for row in json.loads(program("list", "--json", *words).out)]


def test_the_list_is_sorted_by_what_is_asked_for(program: Program, us: Path) -> None:
    also(us, "couple 10", next_evening="2026-11-24")
    also(us, "couple 9", next_evening="2026-11-25", last_evening="2026-11-24")

    assert listed(program) == ["couple 9", "us", "couple 10"]
    assert listed(program, "--sort", "next") == ["couple 10", "couple 9", "us"]
    assert listed(program, "--sort", "label") == ["couple 9", "couple 10", "us"]


def test_the_list_tells_what_is_due(program: Program, us: Path) -> None:
    also(us, "soon", next_evening="2026-11-25")
    (us.with_name("soon") / "agreement.toml").unlink()
    also(us, "later")
    program.clock.day = TODAY - timedelta(days=1)

    assert listed(program, "--due", "week") == ["soon"]
    assert listed(program, "--due", "month", "--sort", "label") == ["later", "soon", "us"]
    program.clock.day = TODAY + timedelta(weeks=1)
    assert ", 1 clause due" in program("list").out


def test_the_list_finds_words_in_labels_and_names(program: Program, us: Path) -> None:
    also(us, "the José [x]")

    assert listed(program, "--find", "jose [x]") == ["the José [x]"]
    assert "the José [x]  ALEX and SAM" in program("list", "--find", "JOSÉ").out


def test_what_is_archived_is_listed_where_that_is_asked_for(program: Program, us: Path) -> None:
    also(us, "old", archived="true")

    assert listed(program) == ["us"]
    assert listed(program, "--archived") == ["us", "old"]
    assert program("list", "--archived").out.endswith(", archived\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--find", "nobody [/]"], "No label and no name has “nobody [/]” in it."),
        (["--due", "week"], "Nothing is due."),
        (["--due", "week", "--find", "us"], "Nothing that is due is called “us”."),
    ],
)
def test_where_nothing_is_found_that_is_said(
    program: Program, us: Path, words: list[str], told: str
) -> None:
    program.clock.day = TODAY - timedelta(days=1)

    ran = program("list", *words)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(told)
    assert listed(program, *words) == []


def test_where_all_are_archived_the_list_says_how_they_are_seen(program: Program, us: Path) -> None:
    also(us, "old", archived="true")
    shutil.rmtree(us)

    assert program("list").out == (
        "All workshops are archived.\n"
        "`workshop list --archived` lists those that are archived, too.\n"
    )


def test_an_unreadable_workshop_is_told_in_the_list_and_in_json(program: Program, us: Path) -> None:
    shutil.copytree(us, program.data / "them")
    (program.data / "them" / "workshop.toml").write_text("Dear diary,")

    plain, as_json = program("list"), program("list", "--json")

    assert plain.code == as_json.code == 1
    assert "us  ALEX and SAM" in plain.out
    assert str(program.data / "them" / "workshop.toml") in plain.err
    assert {row["label"] for row in json.loads(as_json.out)} == {"us", "them"}
    assert plain.err == as_json.err


def test_other_things_in_the_data_folder_are_left_out(program: Program, us: Path) -> None:
    (program.data / "notes.txt").write_text("shopping")
    (program.data / "empty").mkdir()

    assert program("list").out.count("\n") == 1


def test_where_tells_every_file(program: Program, us: Path) -> None:
    program.resume("")
    files = {str(path) for path in us.rglob("*") if path.is_file()}

    ran = program("where", "us")

    assert (ran.code, ran.err) == (0, "")
    assert set(ran.out.splitlines()) == files


def test_where_without_a_label_tells_all_and_the_place(program: Program, us: Path) -> None:
    shutil.copytree(us, program.data / "them")
    (program.data / "crash.log").write_text("x")

    ran = program("where")

    assert ran.code == 0
    assert ran.out.startswith(f"Workshops are kept in {program.data}\n")
    assert str(program.data / "them" / "agreement.toml") in ran.out
    assert str(program.data / "crash.log") in ran.out


def test_forget_deletes_every_generation_once_the_label_is_typed(
    program: Program, us: Path
) -> None:
    program.resume(Couple(once={"Do you want to sit down tonight?": None}))
    (us / "notes" / "1.toml.conflict").write_text("theirs")
    (us / "kept").mkdir(exist_ok=True)
    (us / "kept" / "1.toml").write_text("kept")
    shutil.copytree(us, program.data / "them")

    ran = program("forget", "us", reply="us\n")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("Deleted.\n")
    assert not us.exists()
    assert (program.data / "them" / "agreement.toml").exists()
    assert program("list").out.startswith("them")


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "y\n", "us.\n", "them\n", "u\n"])
def test_forget_deletes_nothing_unless_the_label_is_typed(
    program: Program, us: Path, typed: str
) -> None:
    before = program.files()

    ran = program("forget", "us", reply=typed)

    assert ran.code == 1
    assert ran.out.endswith("Nothing was deleted.\n")
    assert program.files() == before


@pytest.mark.parametrize("typed", ["us", " us \r\n", "US\n"])
def test_spaces_around_the_typed_label_and_its_case_do_not_matter(
    program: Program, us: Path, typed: str
) -> None:
    assert program("forget", "us", reply=typed).code == 0
    assert not us.exists()


@pytest.mark.parametrize(
    ("label", "typed"), [("José", "Jose\u0301\n"), ("Jose\u0301", "JOSÉ\n"), ("a  b", "a  b\n")]
)
def test_the_label_is_typed_in_any_form(program: Program, us: Path, label: str, typed: str) -> None:
    us.rename(us.with_name(label))

    assert program("forget", label, reply=typed).code == 0
    assert not us.with_name(label).exists()


@pytest.mark.parametrize(
    "label",
    [
        "../us",
        "../data/us",
        "us/",
        "us/.",
        "./us",
        "us/notes",
        ".",
        "..",
        "",
        " us",
        "us ",
        "*",
        "~",
        "US2",
        "\x1b[31mus",
        "us\x00",
        "us\n",
        "\u202eus",
        "x" * 300,
        "\udcff",
    ],
)
@pytest.mark.parametrize("command", ["forget", "where", "resume", "show"])
def test_a_label_is_a_name_and_no_way_to_anywhere_else(
    program: Program, us: Path, command: str, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(program.data)
    before = program.files()

    ran = program(command, label, reply=f"{label}\nus\n")

    assert ran.code == 1
    what = "file" if command == "show" and "/" in label else "workshop called"
    assert ran.err.startswith(f"workshop: There is no {what}")
    assert acting(ran.err) == set()
    assert program.files() == before


def test_forget_says_what_it_cannot_reach_and_lists_the_copies(program: Program, us: Path) -> None:
    saved = us / "workshop.toml"
    saved.write_text(saved.read_text().replace("copies = []", 'copies = ["/elsewhere/copy.md"]'))

    ran = program("forget", "us", reply="no\n")

    assert "These copies are left alone:\n  /elsewhere/copy.md\n" in ran.out
    assert "It cannot reach backups" in ran.out
    assert "/elsewhere/copy.md (a copy, outside the workshop)" in program("where", "us").out


def test_forget_of_a_link_deletes_what_it_points_to_as_well(program: Program, us: Path) -> None:
    real = program.data.parent / "real"
    us.rename(real)
    us.symlink_to(real, target_is_directory=True)

    ran = program("forget", "us", reply="us\n")

    assert ran.code == 0
    assert not us.is_symlink()
    assert not real.exists()


def test_forget_leaves_what_is_not_the_programs_and_names_three(program: Program, us: Path) -> None:
    for name in ("a.txt", "b\x1b[31m.txt", "c.txt", "d.txt", "notes/e.txt"):
        (us / name).write_text("mine")

    ran = program("forget", "us", reply="us\n")

    assert ran.code == 0
    assert "Not of this program, and left alone: a.txt, b.txt, c.txt and 2 more\n" in ran.out
    assert ran.out.endswith(f"Deleted.\nThe folder {us} stays, with what else is in it.\n")
    assert len([file for file in us.rglob("*") if file.is_file()]) == 5


def test_forget_says_where_a_link_leads_since_that_stays(program: Program, us: Path) -> None:
    real = program.data.parent / "ours.toml"
    (us / "agreement.toml").rename(real)
    (us / "agreement.toml").symlink_to(real)

    ran = program("forget", "us", reply="us\n")

    assert f"Where a link leads is left alone: {real}\n" in ran.out
    assert real.exists()
    assert not us.exists()


def test_after_a_week_the_list_still_reads(program: Program, us: Path) -> None:
    program.clock.day = TODAY + timedelta(weeks=1)

    assert program("list").code == 0


def test_of_an_agreement_in_another_place_the_link_alone_is_taken_away(
    program: Program, us: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ours.toml"
    (us / "agreement.toml").rename(elsewhere)
    (us / "agreement.toml").symlink_to(elsewhere)

    ran = program("forget", "us", reply="us\n")

    assert f"{us / 'agreement.toml'} (a link: it alone is taken away)" in ran.out
    assert f"Where a link leads is left alone: {elsewhere}" in ran.out
    assert ran.code == 0
    assert not us.exists()
    assert elsewhere.exists()


def test_what_a_stop_left_of_a_beginning_is_named_by_each_command_and_forgotten(
    program: Program,
) -> None:
    left = program.data / "us" / ".equal-say-0123456789abcdef.tmp"
    left.parent.mkdir(parents=True)
    left.write_text("ALEX and SAM")

    assert "`workshop start --label us` begins it" in program("resume", "us").err
    assert program("list").code == 0
    assert str(left) in program("where", "us").out
    assert program("forget", "us", reply="us\n").code == 0
    assert not left.parent.exists()


def test_a_workshop_whose_own_file_is_gone_is_named_with_its_good_copy_and_not_left_out(
    program: Program, us: Path
) -> None:
    program.resume("")  # opens it, finds it good, and so takes the copy
    (us / "workshop.toml").unlink()
    before = program.files()

    for words in (("list",), ("show", "us"), ("resume", "us", "--plain")):
        ran = program(*words)
        assert ran.code == 1
        said = " ".join(ran.err.split())
        assert f"There is no workshop in {us}: workshop.toml is missing." in said
        assert (
            f"The last good copy is {us / 'workshop.toml.bak'}: `workshop recover us` puts" in said
        )
    home = program("--plain", reply=":quit\n")
    assert "workshop.toml is missing" in " ".join(home.out.split())
    assert program.files() == before


def test_a_script_is_told_of_two_names_for_one_too(program: Program, us: Path) -> None:
    agreement = us / "agreement.toml"
    agreement.write_text(agreement.read_text("utf-8").replace('"SAM"', '"KIM"', 1), "utf-8")

    (row,) = json.loads(program("list", "--json").out)

    assert row["names"] == ["ALEX", "SAM"]
    assert row["names_in_agreement"] == ["ALEX", "KIM"]

"""The caseload line by line: one of many by its number, nobody else in what it then says."""

import shutil

import pytest

from workshop.store.folder import Folder

from .support import Program


@pytest.fixture
def couples(program: Program) -> Program:
    """A program with three couples."""
    for label, names in (("seven", ("ANNA", "BO")), ("[x] eight", ("José", "李"))):
        program.start("\n", label=label, names=names)
    shutil.copytree(program.data / "seven", program.data / "nine")
    return program


def test_one_is_found_opened_and_its_session_names_nobody_else(couples: Program) -> None:
    find = "4\njose\n"

    ran = couples("caseload", "--plain", reply=f"{find}1\n1\n:quit\n1\n")

    assert "1 of 3 workshops, by last day" in ran.out
    opened = ran.out.split("1: Open it")[1]
    assert "Before you begin" in opened
    assert not any(name in opened for name in ("seven", "ANNA", "nine"))
    assert opened.rstrip("\n> ").endswith("2: To the list of workshops")
    assert ran.code == 0


def test_back_in_the_list_another_can_be_chosen(couples: Program) -> None:
    ran = couples("caseload", "--plain", reply="1\n1\n:quit\n2\n8\n")

    assert ran.out.count("3 workshops, by last day") == 2
    assert ran.code == 0


def test_after_a_session_what_was_found_is_found_still(couples: Program) -> None:
    ran = couples("caseload", "--plain", reply="4\njose\n1\n1\n:quit\n2\n:quit\n")

    assert ran.out.count("1 of 3 workshops, by last day") == 2


def test_one_is_archived_and_that_is_taken_back(couples: Program) -> None:
    ran = couples("caseload", "--plain", reply="1\n2\n7\n")

    assert "is archived." in ran.out
    assert "is not archived any more." in ran.out


def test_after_hide_nothing_is_printed(couples: Program) -> None:
    ran = couples("caseload", "--plain", reply="1\n1\n:hide\n2\n")

    assert "To the list of workshops" not in ran.out
    assert ran.code == 0


def test_a_session_that_cannot_be_opened_leads_back_to_the_list(couples: Program) -> None:
    folder = Folder(couples.data / "[x] eight")
    folder.open()

    ran = couples("caseload", "--plain", reply="3\n1\n")

    folder.close()
    assert ran.out.count("3 workshops, by last day") == 2
    assert "open in another window" in " ".join(ran.out.split())

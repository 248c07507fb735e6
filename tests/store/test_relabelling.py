"""A workshop is called otherwise: all of it goes along, or nothing has happened."""

import re
import unicodedata
from pathlib import Path

import pytest
from support.disks import Deadly, Killed
from support.evening import UNSYNCED, Unsynced, files, workshop_of

from workshop.errors import InUse, NotFound, NotSaved, Refused, Trouble, WrongUse
from workshop.store.folder import Folder
from workshop.store.forgetting import found
from workshop.store.listing import find
from workshop.store.relabelling import relabel

JOSE = unicodedata.normalize("NFC", "José")
APART = unicodedata.normalize("NFD", JOSE)


def made(path: Path) -> Path:
    folder = Folder(path, UNSYNCED)
    folder.create(workshop_of(["talk"]))
    folder.close()
    return path


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop that nobody has open."""
    return made(tmp_path / "data" / "us")


@pytest.mark.parametrize("label", ["them", "US", "[", "李", "2026-11-23 b", "x" * 100])
def test_all_of_it_goes_along(us: Path, label: str) -> None:
    before = files(us, copies=True)

    found = relabel(us, label)

    assert (found, us.exists()) == (us.with_name(label), False)
    assert files(found, copies=True) == before
    Folder(found, UNSYNCED).open()


def test_it_gets_its_accents_in_one_form_and_is_found_by_either(us: Path) -> None:
    assert relabel(us, APART).name == JOSE

    assert find(us.parent, APART) == find(us.parent, JOSE) == us.with_name(JOSE)


@pytest.mark.parametrize("typed", [JOSE.upper(), APART.casefold(), JOSE.swapcase()])
def test_it_is_found_without_case(us: Path, typed: str) -> None:
    relabel(us, JOSE)

    assert find(us.parent, typed) == found(us.parent, typed) == us.with_name(JOSE)


def test_of_two_that_differ_in_case_alone_the_one_that_is_written_out_is_meant(us: Path) -> None:
    made(us.with_name("US"))

    assert [find(us.parent, one).name for one in ("us", "US")] == ["us", "US"]
    with pytest.raises(NotFound, match="Us could be US, us: write the one you mean"):
        find(us.parent, "Us")


@pytest.mark.parametrize("label", ["CON", "us.", "a:b", ".us", " us", "x" * 200, "a\nb", "-us"])
def test_one_that_was_called_so_before_that_was_refused_is_found(us: Path, label: str) -> None:
    made(us.with_name(label))

    assert find(us.parent, label) == found(us.parent, label) == us.with_name(label)


@pytest.mark.parametrize("label", ["..", ".", "", "../data/us", "us/", "us/notes"])
def test_no_label_leads_out_of_the_data_folder(us: Path, label: str) -> None:
    for look in (find, found):
        with pytest.raises(NotFound):
            look(us.parent, label)


@pytest.mark.parametrize("there", ["them", "THEM", JOSE, APART, JOSE.upper()])
def test_no_two_labels_differ_in_case_or_accents_apart_alone(us: Path, there: str) -> None:
    made(us.with_name(there))

    with pytest.raises(Trouble, match="is not free"):
        relabel(us, JOSE if "J" in there else "them")

    assert sorted(one.name for one in us.parent.iterdir()) == sorted(["us", there])


REFUSED = {
    "needs something that can be seen": ["", " ", "\u200b", "\u3164"],
    "is one line of what can be seen": ["a\nb", "a\u00a0b", "a\u200b"],
    "too long: it takes 101 bytes, of 100": ["x" * 101],
    "too long: it takes 102 bytes": ["é" * 51],
    "begin with a full stop": ["..", ".x"],
    "begin with a hyphen": ["-x"],
    "begin or end with a space": [" us", "us "],
    "end with a full stop: Windows": ["us.", "a.b.."],
    "store such a one": ["a/b", "a\\b", "a:b", "a*", "a?", 'a"b', "<a", "a>", "a|b"],
    "what Windows calls a device": ["CON", "nul", "Aux.txt", "com1", "LPT¹", "conin$", "nul .x"],
    "what a file of the program's own is called": ["Settings.toml", "crash.log"],
}
"""What a label is refused for, and such labels."""


@pytest.mark.parametrize(
    ("why", "label"), [(why, label) for why, labels in REFUSED.items() for label in labels]
)
def test_what_can_be_no_label_is_refused_and_the_reason_named(
    us: Path, why: str, label: str
) -> None:
    with pytest.raises(WrongUse, match=re.escape(why)):
        relabel(us, label)

    assert [one.name for one in us.parent.iterdir()] == ["us"]


@pytest.mark.parametrize("label", ["Conny", "com", "nulla", "printer", "aux-2", "com10", "a.con"])
def test_what_only_looks_like_a_device_is_a_label(us: Path, label: str) -> None:
    assert relabel(us, label).name == label


def test_what_it_is_called_already_is_said(us: Path) -> None:
    with pytest.raises(Refused, match="called us already"):
        relabel(us, "us")


def test_its_own_label_may_change_in_case_alone(us: Path) -> None:
    assert relabel(us, "Us").name == "Us"


def test_it_keeps_its_label_while_another_window_has_it_open(us: Path) -> None:
    folder = Folder(us, UNSYNCED)
    folder.open()

    with pytest.raises(InUse):
        relabel(us, "them")

    assert [one.name for one in us.parent.iterdir()] == ["us"]
    folder.close()


def test_what_is_gone_is_said_to_be(us: Path) -> None:
    with pytest.raises(NotFound):
        relabel(us.with_name("none"), "them")


def test_a_link_to_a_folder_in_another_place_gets_the_name(us: Path, tmp_path: Path) -> None:
    there = us.rename(tmp_path / "elsewhere")
    us.symlink_to(there)

    found = relabel(us, "them")

    assert found.is_symlink()
    assert found.resolve() == there


def test_killed_at_any_call_it_is_the_old_one_or_the_new(us: Path) -> None:
    before = files(us)
    for calls in range(100):
        disk = Deadly()
        disk.calls_left = calls
        try:
            relabel(us, "them", disk)
        except Killed:
            (found,) = us.parent.iterdir()
            assert found.name in ("us", "them")
            assert files(found) == before
            if found.name == "them":
                found.rename(us)
            continue
        break
    assert 5 < calls < 99
    assert us.with_name("them").is_dir()


class Refusing(Unsynced):
    """A disk that gives no folder another name."""

    def replace(self, source: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(source), None, str(target))


def test_a_disk_that_refuses_is_told_and_it_can_be_opened(us: Path) -> None:
    with pytest.raises(NotSaved, match="as it was"):
        relabel(us, "them", Refusing())

    Folder(us, UNSYNCED).open()

"""The versions that were tried: all that a test run installs, each with its hashes, no address."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
TRIED = (ROOT / ".ci/constraints.txt").read_text(encoding="utf-8")
RELEASE = re.compile(
    r"""^(?P<name>[a-z0-9-]+)==(?P<version>[a-z0-9.]+)(?:\ ;\ [a-z_]+\ [!=]=\ '\w+')?\ \\\n
    (?:\ {4}--hash=sha256:[0-9a-f]{64}\ \\\n)*\ {4}--hash=sha256:[0-9a-f]{64}\n""",
    re.MULTILINE | re.VERBOSE,
)


def asked_for() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    yield from project["build-system"]["requires"]
    yield from project["project"]["dependencies"]
    yield from project["project"]["optional-dependencies"]["test"]


@pytest.mark.parametrize("asked", list(asked_for()))
def test_what_is_asked_for_was_tried_in_a_version_that_fits(asked: str) -> None:
    requirement = Requirement(asked)
    tried = {release["name"]: release["version"] for release in RELEASE.finditer(TRIED)}

    assert tried[canonicalize_name(requirement.name)] in requirement.specifier


def test_there_is_nothing_but_names_versions_and_hashes() -> None:
    comment, _, releases = TRIED.partition("\n")

    assert comment.startswith("# ")
    assert RELEASE.sub("", releases) == ""

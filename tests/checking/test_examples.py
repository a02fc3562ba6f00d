"""Templates in files: sound ones give nothing; each faulty one has what is expected beside it."""

from pathlib import Path

import pytest

from checking.oracle import breaks, cases_of, environment
from checking.schemas import CASES, SCHEMA
from sgdocs.checking import check_files

_CLEAN = sorted((CASES / "clean").glob("*.md"))
_FAULTS = sorted((CASES / "faults").glob("*.md"))


@pytest.mark.parametrize("path", _CLEAN, ids=lambda p: p.stem)
def test_a_sound_template_gives_nothing(path: Path) -> None:
    assert check_files(SCHEMA, [path]) == []


@pytest.mark.parametrize("path", _CLEAN, ids=lambda p: p.stem)
def test_a_sound_template_never_breaks(path: Path) -> None:
    cases = list(cases_of(60))
    assert len(cases) == 60
    assert breaks(path.read_text(), cases, environment()) == ""


@pytest.mark.parametrize("path", _FAULTS, ids=lambda p: p.stem)
def test_a_fault_is_found_at_its_place(path: Path) -> None:
    line, rule, *more = path.with_suffix(".expected.txt").read_text().split()
    found = check_files(SCHEMA, [path])
    assert {(f.line, f.rule) for f in found} == {(int(line), rule)}
    for wanted, got in zip(more, (found[0].path, found[0].suggestion), strict=False):
        assert got == wanted


def test_every_fault_has_its_expectation_and_the_other_way_round() -> None:
    written = {p.name.removesuffix(".expected.txt") for p in _FAULTS[0].parent.glob("*.txt")}
    assert written == {p.stem for p in _FAULTS}

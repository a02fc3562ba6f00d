"""Faults of every kind put into sound templates: what breaks when rendered must be found."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from checking.mutating import Mutant, mutants
from checking.oracle import cases_of, environment, outcomes
from checking.schemas import CASES, SCHEMA
from sgdocs.checking import Finding, check_template, library, own_world
from sgdocs.checking.places.plain import plain_page
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas

pytestmark = pytest.mark.slow

_EVERY = 37  # each mutant takes some 20 ms; a few of them are enough for a daily test
_CLEAN = sorted((CASES / "clean").glob("*.md"))


@lru_cache
def _data() -> list[Any]:
    return list(cases_of(40))


def _found(mutant: Mutant, path: Path) -> list[Finding]:
    root = SchemaTypes(Schemas()).read(SCHEMA)
    return check_template([plain_page(mutant.text, "t.md")], root, own_world(), library([path]))


@pytest.mark.parametrize("path", _CLEAN, ids=lambda p: p.stem)
def test_what_breaks_is_found_and_what_changes_nothing_hardly_ever(path: Path) -> None:
    text, made = path.read_text(encoding="utf-8"), environment()
    before = outcomes(text, _data(), made)
    missed, debatable, broken = [], [], 0
    every = list(mutants(text))[::_EVERY]
    for mutant in every:
        after, found = outcomes(mutant.text, _data(), made), _found(mutant, path)
        broken += None in after
        if None in after and not found:
            missed.append(f"{mutant.kind}: {mutant.change}")
        if after == before and found:
            debatable.append(f"{mutant.kind}: {mutant.change}")
    assert broken > 5
    assert not missed
    assert len(debatable) <= len(every) // 25, debatable

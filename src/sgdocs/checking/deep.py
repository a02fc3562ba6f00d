"""The check held against templates really rendered, with cases made from the schema."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sgdocs.checking.findings import Finding
from sgdocs.checking.language.world import World
from sgdocs.checking.oracle.cases import cases_of
from sgdocs.checking.oracle.environments import environment_of
from sgdocs.checking.oracle.trials import Trial, plain_printers, try_out
from sgdocs.checking.oracle.verdicts import disagreements
from sgdocs.checking.oracle.wholes import whole_schema
from sgdocs.checking.oracle.wordfiles import word_printers
from sgdocs.checking.types.schemas import Schemas

__all__ = ["spoken_in", "try_files"]

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_NAME = re.compile(r"[A-Za-z_]\w*")


def try_files(
    schema: Path, templates: Sequence[Path], world: World, findings: Sequence[Finding], count: int
) -> list[Finding]:
    """Say where rendering so many cases shows something else than the check found."""
    schemas = Schemas()
    whole = whole_schema(schemas.open(schema), schemas)
    return [f for path in templates for f in _tried(path, whole, world, findings, count)]


def _tried(
    path: Path, whole: dict[str, Any], world: World, findings: Sequence[Finding], count: int
) -> Iterator[Finding]:
    trial, word = Trial(), path.suffix.lower() in _WORD
    made = environment_of(world, [path.parent], trial.raw.add, xml=word)
    printers = word_printers(path, made) if word else plain_printers(path, made)
    own = [f for f in findings if f.file == str(path) and f.severity != "note"]
    words = spoken_in(path.read_bytes().decode(errors="ignore")) if not word else frozenset()
    cases = (case for case in cases_of(whole, count, words) if isinstance(case, dict))
    try_out(printers, cases, trial)
    yield from disagreements(str(path), own, trial, claims=world.undefined != "lenient")


def spoken_in(text: str) -> frozenset[str]:
    """Give the names a text speaks of, so that what they stand for is varied first."""
    return frozenset(_NAME.findall(text))

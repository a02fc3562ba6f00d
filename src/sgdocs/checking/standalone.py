"""Anybody’s templates checked against anybody’s schema."""

from collections.abc import Sequence
from pathlib import Path

from sgdocs.checking.checker import check_template, library, pages_of
from sgdocs.checking.findings import Finding
from sgdocs.checking.language.world import own_world, read_world
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas

__all__ = ["check_files"]


def check_files(schema: Path, templates: Sequence[Path], env: Path | None = None) -> list[Finding]:
    """Check templates against a schema, in the world that a file declares."""
    root = SchemaTypes(Schemas()).read(schema)
    world = own_world() if env is None else read_world(env)
    known = library(templates)
    found: list[Finding] = []
    for template in templates:
        found += check_template(pages_of(template, str(template)), root, world, known)
    return found

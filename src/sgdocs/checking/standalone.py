"""Anybody’s templates checked against anybody’s schema."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sgdocs.checking.checker import check_template, library, pages_of
from sgdocs.checking.coverage import unprinted
from sgdocs.checking.findings import Finding
from sgdocs.checking.language.world import World, own_world, read_world
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas

__all__ = ["Wish", "check_drift", "check_files"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a check beside its templates."""

    env: Path | None = None
    coverage: bool = False
    deep: int = 0  # render each template with so many valid cases


def check_files(schema: Path, templates: Sequence[Path], wish: Wish = Wish()) -> list[Finding]:
    """Check templates against a schema, in the world that a file declares."""
    world = own_world() if wish.env is None else read_world(wish.env)
    found = _checked(schema, templates, world, coverage=wish.coverage)
    if not wish.deep:
        return found
    from sgdocs.checking.deep import try_files  # noqa: PLC0415 - rendering brings much along

    return [*found, *try_files(schema, templates, world, found, wish.deep)]


def check_drift(
    schema: Path, old: Path, templates: Sequence[Path], wish: Wish = Wish()
) -> list[Finding]:
    """Give what a changed schema breaks that the old one did not."""
    before = {finding.key for finding in check_files(old, templates, wish)}
    return [f for f in check_files(schema, templates, wish) if f.key not in before]


def _checked(
    schema: Path, templates: Sequence[Path], world: World, *, coverage: bool
) -> list[Finding]:
    root = SchemaTypes(Schemas()).read(schema)
    known = library(templates)
    found: list[Finding] = []
    for template in templates:
        pages = pages_of(template, str(template), own=world.own)
        found += check_template(pages, root, world, known)
    return found + (unprinted(root, known.seen, str(schema)) if coverage else [])

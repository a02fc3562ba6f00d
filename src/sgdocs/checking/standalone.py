"""Anybody’s templates checked against anybody’s schema."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sgdocs.checking.checker import check_template, library, pages_of
from sgdocs.checking.coverage import unprinted
from sgdocs.checking.findings import Finding
from sgdocs.checking.language.world import World, own_world, read_world
from sgdocs.checking.types.alternatives import Type
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas
from sgdocs.reading import read_file

__all__ = ["Wish", "check_drift", "check_files"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a check beside its templates."""

    env: Path | None = None
    coverage: bool = False
    deep: int = 0  # render each template with so many valid cases
    data: tuple[Path, ...] = ()  # files that follow the schema


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was found, and which fields each template looks at."""

    root: Type
    findings: list[Finding]
    seen: dict[str, set[str]]


def check_files(schema: Path, templates: Sequence[Path], wish: Wish = Wish()) -> list[Finding]:
    """Check templates against a schema, in the world that a file declares."""
    world = _world(wish)
    checked = _checked(schema, templates, world)
    found = list(checked.findings)
    if wish.coverage:
        found += unprinted(checked.root, set().union(*checked.seen.values()), str(schema))
    if not wish.deep:
        return found
    from sgdocs.checking.deep import try_files  # noqa: PLC0415 - rendering brings much along

    return [*found, *try_files(schema, templates, world, found, wish.deep)]


def check_drift(
    schema: Path, old: Path, templates: Sequence[Path], wish: Wish = Wish()
) -> list[Finding]:
    """Give what a changed schema breaks that the old one did not, and what it leaves behind."""
    from sgdocs.checking.drift import broken, outdated, vanished  # noqa: PLC0415 - rarely asked

    before, after = (_checked(s, templates, _world(wish)) for s in (old, schema))
    files = {str(path): read_file(path, name=path.name).data for path in wish.data}
    olds, news = Schemas(), Schemas()
    late = outdated(files, (olds.open(old), olds), (news.open(schema), news)) if files else ()
    gone = vanished(before.seen, before.root, after.root)
    return [*broken(before.findings, after.findings), *gone, *late]


def _world(wish: Wish) -> World:
    return own_world() if wish.env is None else read_world(wish.env)


def _checked(schema: Path, templates: Sequence[Path], world: World) -> _Checked:
    checked = _Checked(SchemaTypes(Schemas()).read(schema), [], {})
    known = library(templates)
    for template in templates:
        pages = pages_of(template, str(template), own=world.own)
        mine = replace(known, seen=set())
        checked.findings.extend(check_template(pages, checked.root, world, mine))
        checked.seen[str(template)] = mine.seen
    return checked

"""The filters, tests and globals that templates may use, and how missing values behave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sgdocs.checking.language.jinja import (
    KNOWN_FILTERS,
    KNOWN_GLOBALS,
    KNOWN_TESTS,
    Known,
)
from sgdocs.checking.types.alternatives import ANY, Function, Type
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas
from sgdocs.errors import InputRefused
from sgdocs.expressions.registry import FILTERS, TESTS
from sgdocs.reading import Document, read_file, require_mapping

__all__ = ["World", "jinja_world", "own_world", "paper_world", "read_world"]


@dataclass(frozen=True, slots=True)
class World:
    """What templates find beside the data."""

    filters: Mapping[str, Known] = field(default_factory=lambda: KNOWN_FILTERS)
    tests: Mapping[str, Known] = field(default_factory=lambda: KNOWN_TESTS)
    globals: Mapping[str, Type] = field(default_factory=dict)
    undefined: str = "guardable"
    extensions: frozenset[str] = frozenset()  # Jinja’s own: do, loopcontrols
    own: bool = False  # our own renderer: a field wins over a method, a lifted tag may hold braces


def jinja_world() -> World:
    """Give the world of plain docxtpl."""
    functions = {name: Type((Function(name),)) for name in KNOWN_GLOBALS}
    return World(globals=functions)


def own_world() -> World:
    """Give the world of plain docxtpl with the filters and tests of sgdocs."""
    plain = jinja_world()
    filters = {
        name: Known((f.takes,), f.gives, len(f.arguments), len(f.arguments), guards=f.guards)
        for name, f in FILTERS.items()
    }
    tests = {
        name: Known((t.takes,), least=len(t.arguments), most=len(t.arguments), guards=t.guards)
        for name, t in TESTS.items()
    }
    # Jinja's own come second, so that what exists in both is judged by the wider of the two.
    return replace(plain, filters={**filters, **plain.filters}, tests={**tests, **plain.tests})


def paper_world() -> World:
    """Give the world of our own papers: what is missing stops a paper, by design."""
    return replace(own_world(), undefined="stops", own=True)


def read_world(path: Path) -> World:
    """Read a file that declares the world of somebody else’s templates."""
    document = read_file(path)
    entries = require_mapping(document)
    wrong = sorted(entries.keys() - {"filters", "tests", "globals", "undefined", "extensions"})
    policy = entries.get("undefined", "guardable")
    extensions = _extensions(entries.get("extensions"))
    if wrong or policy not in ("guardable", "strict", "lenient") or not extensions <= EXTENSIONS:
        raise InputRefused(
            "this file may hold filters, tests, globals, undefined (guardable, strict or lenient) "
            "and extensions (do, loopcontrols).",
            where=document.name,
            remedy=f"“{wrong[0]}” is none of these." if wrong else "Correct what it says.",
        )
    types = SchemaTypes(Schemas())
    plain = jinja_world()
    filters, tests, variables = (_listed(document, n) for n in ("filters", "tests", "globals"))
    return World(
        {**plain.filters, **dict(_declared(filters, types, path))},
        {**plain.tests, **dict(_declared(tests, types, path))},
        {**plain.globals, **_globals(variables, types, path)},
        policy,
        extensions,
    )


EXTENSIONS = frozenset({"do", "loopcontrols"})


def _listed(document: Document, name: str) -> Mapping[str, Any]:
    """Give what is declared under a name, each with its description; names alone will do."""
    entries = document.data.get(name)
    if isinstance(entries, list):
        return dict.fromkeys(map(str, entries))
    if entries is not None and not isinstance(entries, dict):
        raise InputRefused(
            f"“{name}” must be a list of names, or names with what each takes and gives.",
            where=f"{document.name}:{document.place((name,)).line}",
            remedy="Compare it with docs/check.md.",
        )
    return entries or {}


def _extensions(entries: Any) -> frozenset[str]:
    """Read which of Jinja’s extensions are loaded, by their short names or as Jinja has them."""
    listed = [entries] if isinstance(entries, str) else entries or []
    return frozenset(str(name).removeprefix("jinja2.ext.") for name in listed)


def _declared(
    entries: Mapping[str, Any], types: SchemaTypes, near: Path
) -> Iterable[tuple[str, Known]]:
    """Read what filters or tests take and give."""
    for name, whole in entries.items():
        said = whole if isinstance(whole, dict) else {}
        takes = said.get("takes", "any")
        gives = said.get("gives", "any")
        result = types.of(gives, near) if isinstance(gives, dict) else None
        arguments = said.get("arguments")
        count = len(arguments) if isinstance(arguments, list) else None
        yield (
            name,
            Known(_kinds(takes), str(gives), 0, count, result, bool(said.get("guards"))),
        )


_SYNONYMS = {
    "string": "text",
    "str": "text",
    "array": "list",
    "integer": "number",
    "int": "number",
    "float": "number",
    "bool": "boolean",
    "dict": "object",
    "mapping": "object",
    "datetime": "moment",
    "date-time": "moment",
    "time": "moment",
}


def _kinds(takes: Any) -> tuple[str, ...]:
    if isinstance(takes, dict):
        named = takes.get("type", "any")
        form = takes.get("format")
        takes = form if form in ("date", "date-time", "time") else named
    listed = takes if isinstance(takes, list) else str(takes).replace("|", " ").split()
    return tuple(_SYNONYMS.get(str(kind), str(kind)) for kind in listed) or ("any",)


def _globals(entries: Mapping[str, Any], types: SchemaTypes, near: Path) -> dict[str, Type]:
    return {
        name: types.of(schema, near) if isinstance(schema, (dict, bool)) else ANY
        for name, schema in entries.items()
    }

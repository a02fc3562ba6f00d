"""The filters, tests and globals that templates may use, and how missing values behave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from inspect import signature
from pathlib import Path
from typing import Any

from jinja2.filters import FILTERS as JINJA_FILTERS

from sgdocs.checking.types.alternatives import ANY, Function, Type
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas
from sgdocs.errors import InputRefused
from sgdocs.expressions.registry import FILTERS, TESTS
from sgdocs.reading import read_file, require_mapping

__all__ = ["Known", "World", "jinja_world", "named_arguments", "own_world", "read_world"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a filter or test takes and gives; `most` is None where any number may be given."""

    takes: tuple[str, ...] = ("any",)
    gives: str = "any"
    least: int = 0
    most: int | None = 0
    result: Type | None = None
    guards: bool = False


_TEXT = ("text", "number", "boolean")
_SIZED = ("text", "list", "object")
_LISTS = ("list", "object")


def _texts(names: str, least: int = 0, most: int = 0) -> dict[str, Known]:
    return {name: Known(_TEXT, "text", least, most) for name in names.split()}


_JINJA_FILTERS: dict[str, Known] = {
    **_texts("capitalize e escape forceescape lower safe striptags title upper urlencode"),
    **_texts("string", 0, 0),
    **_texts("center", 0, 1),
    **_texts("trim", 0, 1),
    **_texts("indent wordwrap", 0, 4),
    **_texts("truncate", 0, 4),
    **_texts("replace", 2, 3),
    **_texts("urlize", 0, 5),
    "wordcount": Known(_TEXT, "number"),
    "format": Known(("text",), "text", 0, None),
    "abs": Known(("number",), "number"),
    "round": Known(("number",), "number", 0, 2),
    "int": Known(_TEXT, "number", 0, 2),
    "float": Known(_TEXT, "number", 0, 1),
    "filesizeformat": Known(_TEXT, "text", 0, 1),
    "length": Known(_SIZED, "number"),
    "count": Known(_SIZED, "number"),
    "join": Known(_LISTS, "text", 0, 2),
    "first": Known(("list", "text"), "any"),
    "last": Known(("list", "text"), "any"),
    "random": Known(("list", "text"), "any"),
    "list": Known(_SIZED, "list"),
    "reverse": Known(("list", "text"), "list"),
    "sort": Known(_LISTS, "list", 0, 3),
    "unique": Known(_LISTS, "list", 0, 2),
    "min": Known(_LISTS, "any", 0, 2),
    "max": Known(_LISTS, "any", 0, 2),
    "sum": Known(_LISTS, "number", 0, 2),
    "map": Known(_LISTS, "list", 0, None),
    "select": Known(_LISTS, "list", 0, None),
    "reject": Known(_LISTS, "list", 0, None),
    "selectattr": Known(_LISTS, "list", 1, None),
    "rejectattr": Known(_LISTS, "list", 1, None),
    "groupby": Known(("list",), "list", 1, 3),
    "batch": Known(_LISTS, "list", 1, 2),
    "slice": Known(_LISTS, "list", 1, 2),
    "dictsort": Known(("object",), "list", 0, 3),
    "items": Known(("object",), "list"),
    "attr": Known(("any",), "any", 1, 1),
    "default": Known(("any",), "any", 0, 2, guards=True),
    "d": Known(("any",), "any", 0, 2, guards=True),
    "tojson": Known(("any",), "text", 0, 1),
    "pprint": Known(("any",), "text"),
    "xmlattr": Known(("object",), "text", 0, 1),
}

_JINJA_TESTS: dict[str, Known] = {
    **{
        name: Known(guards=True)
        for name in [
            "defined",
            "undefined",
            "none",
            "boolean",
            "false",
            "true",
            "integer",
            "float",
            "number",
            "string",
            "mapping",
            "sequence",
            "iterable",
            "callable",
            "escaped",
            "filter",
            "test",
        ]
    },
    **{name: Known(least=1, most=1, guards=True) for name in ("sameas", "in")},
    **{name: Known(least=1, most=1, guards=True) for name in ("eq", "equalto", "==", "ne", "!=")},
    **{
        name: Known(("any",), least=1, most=1)
        for name in ("lt", "lessthan", "<", "le", "<=", "gt", "greaterthan", ">", "ge", ">=")
    },
    "lower": Known(_TEXT),
    "upper": Known(_TEXT),
    "odd": Known(("number",)),
    "even": Known(("number",)),
    "divisibleby": Known(("number",), least=1, most=1),
}

_JINJA_GLOBALS = ("range", "dict", "lipsum", "cycler", "joiner", "namespace")


@dataclass(frozen=True, slots=True)
class World:
    """What templates find beside the data."""

    filters: Mapping[str, Known] = field(default_factory=lambda: _JINJA_FILTERS)
    tests: Mapping[str, Known] = field(default_factory=lambda: _JINJA_TESTS)
    globals: Mapping[str, Type] = field(default_factory=dict)
    undefined: str = "guardable"


def named_arguments(name: str) -> tuple[str, ...] | None:
    """Give the names by which arguments of one of Jinja’s filters may be given."""
    if name == "map":
        return ("attribute", "default")
    function = JINJA_FILTERS.get(name)
    if function is None or name in ("select", "reject", "selectattr", "rejectattr", "format"):
        return None
    try:
        return tuple(signature(function).parameters)
    except (TypeError, ValueError):  # written in C
        return None


def jinja_world() -> World:
    """Give the world of plain docxtpl."""
    functions = {name: Type((Function(name),)) for name in _JINJA_GLOBALS}
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


def read_world(path: Path) -> World:
    """Read a file that declares the world of somebody else’s templates."""
    document = read_file(path)
    entries = require_mapping(document)
    wrong = sorted(entries.keys() - {"filters", "tests", "globals", "undefined"})
    policy = entries.get("undefined", "guardable")
    if wrong or policy not in ("guardable", "strict", "lenient"):
        raise InputRefused(
            "this file may hold filters, tests, globals, and undefined: "
            "guardable, strict or lenient.",
            where=document.name,
            remedy=f"“{wrong[0]}” is none of these." if wrong else "Correct “undefined”.",
        )
    types = SchemaTypes(Schemas())
    plain = jinja_world()
    return World(
        {**plain.filters, **dict(_declared(entries.get("filters"), types, path))},
        {**plain.tests, **dict(_declared(entries.get("tests"), types, path))},
        {**plain.globals, **_globals(entries.get("globals"), types, path)},
        policy,
    )


def _declared(entries: Any, types: SchemaTypes, near: Path) -> Iterable[tuple[str, Known]]:
    """Read what filters or tests take and give; names alone will do."""
    if isinstance(entries, list):
        entries = dict.fromkeys(str(name) for name in entries)
    for name, whole in (entries or {}).items():
        said = whole if isinstance(whole, dict) else {}
        takes = said.get("takes", "any")
        gives = said.get("gives", "any")
        result = types.of(gives, near) if isinstance(gives, dict) else None
        arguments = said.get("arguments")
        count = len(arguments) if isinstance(arguments, list) else None
        yield (
            str(name),
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


def _globals(entries: Any, types: SchemaTypes, near: Path) -> dict[str, Type]:
    if isinstance(entries, list):
        return {str(name): ANY for name in entries}
    return {
        str(name): types.of(schema, near) if isinstance(schema, (dict, bool)) else ANY
        for name, schema in (entries or {}).items()
    }

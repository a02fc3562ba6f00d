"""What Jinja itself has: filters, tests and globals, with what each takes and gives."""

from dataclasses import dataclass
from inspect import signature

from jinja2.filters import FILTERS as JINJA_FILTERS

from sgdocs.checking.types.alternatives import Type

__all__ = ["KNOWN_FILTERS", "KNOWN_GLOBALS", "KNOWN_TESTS", "Known", "named_arguments"]


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


KNOWN_FILTERS: dict[str, Known] = {
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


KNOWN_TESTS: dict[str, Known] = {
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


KNOWN_GLOBALS = ("range", "dict", "lipsum", "cycler", "joiner", "namespace")


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

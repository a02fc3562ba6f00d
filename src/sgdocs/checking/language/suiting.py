"""Whether a value is of the kind that a filter or test takes."""

from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.words import kind_words
from sgdocs.checking.types.alternatives import (
    ANY,
    Alternative,
    Anything,
    Boolean,
    Function,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.sets import fits

__all__ = ["given", "is_time", "mind_kinds"]

_DATES = ("date", "date-time", "moment")
_MOMENTS = (*_DATES, "time")
_DAYS = ("2026-01-31", "2026-01-31T14:30", "2026-01-31T14:30:00Z", "2026-01-31 14:30")
_CLASSES: dict[str, tuple[type, ...]] = {
    "text": (Text,),
    "number": (Number, Boolean),
    "boolean": (Boolean,),
    "list": (Listing,),
    "object": (Record,),
    "null": (Null,),
}
_WORDS = {"date": "a date", "moment": "a date or time", "object": "an object", "list": "a list"}


def mind_kinds(run: Run, name: str, value: Value, takes: tuple[str, ...], line: int) -> None:
    """Say so where a value is not of a kind that is taken."""
    plain = value.type.without(Missing)
    if "any" in takes or not plain.alternatives:
        return
    called = f"`{value.where.removeprefix('$.')}`" if value.where else "this"
    if plain.has(Null) and "null" not in takes:
        message = f"{called} may be null, and `{name}` cannot use that"
        run.say("null-unguarded", line, message, value.where)
    wrong: list[Alternative] = [
        a
        for a in plain.without(Null)
        if not any(_suits(a, kind) for kind in takes) or (name in _ENTRIES and _is_one_thing(a))
    ]
    if wrong:
        kinds = [kind for kind in takes if kind != "object" or name not in _ENTRIES]
        wanted = " or ".join(_WORDS.get(kind, kind) for kind in kinds)
        held = kind_words(Type(tuple(wrong)))
        message = f"`{name}` takes {wanted}, and {called} is {held}{_form(wrong)}"
        run.say("filter-misuse", line, message, value.where)


# Of an object these take the names of its fields, which is never meant where they are declared.
_ENTRIES = frozenset(
    [
        "join",
        "map",
        "select",
        "reject",
        "selectattr",
        "rejectattr",
        "sort",
        "unique",
        "min",
        "max",
        "sum",
        "batch",
        "slice",
    ]
)


def _is_one_thing(one: Alternative) -> bool:
    return isinstance(one, Record) and bool(one.fields) and not one.written


def _form(wrong: list[Alternative]) -> str:
    forms = {a.format for a in wrong if isinstance(a, Text) and a.format}
    return f" (a {' or '.join(sorted(forms))})" if forms else ""


def _suits(one: Alternative, kind: str) -> bool:
    if isinstance(one, (Anything, Function)):
        return True
    if kind in ("date", "moment"):
        return isinstance(one, Text) and is_time(one, kind)
    classes = _CLASSES.get(kind)
    return classes is None or isinstance(one, classes)


def is_time(text: Text, kind: str) -> bool:
    """Say whether a text may be a date, or a time of day."""
    if text.format:
        return text.format in (_DATES if kind == "date" else _MOMENTS)
    if text.values is not None:
        return all(value[:4].isdecimal() or ":" in value for value in text.values)
    samples = _DAYS if kind == "date" else (*_DAYS, "14:30")
    return bool(text.pattern) and any(fits(sample, text) for sample in samples)


def given(kind: str) -> Type:
    """Give the type of what a filter or function is said to give."""
    simple: dict[str, Alternative] = {
        "text": Text(),
        "string": Text(),
        "number": Number(),
        "integer": Number(),
    }
    if kind in simple:
        return Type((simple[kind],))
    if kind == "boolean":
        return Type((Boolean(),))
    return Type((Listing(settled(ANY)),)) if kind in ("list", "array") else ANY

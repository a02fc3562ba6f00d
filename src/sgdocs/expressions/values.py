"""What the language knows of values: their kinds, what is missing, what counts as yes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import NoneType

from sgdocs.dates import Moment
from sgdocs.expressions.refusals import Fault, Gap

__all__ = [
    "NOUNS",
    "Literal",
    "Missing",
    "is_blank",
    "item",
    "kind_of",
    "listed",
    "present",
    "text_of",
    "truth",
]

Literal = str | int | float | bool | None

NOUNS: Mapping[str, str] = {
    "text": "text",
    "date": "a date",
    "moment": "a time of day",
    "when": "a date, with or without a time",
    "number": "a number",
    "boolean": "a yes or no",
    "list": "a list",
    "object": "a group of fields",
    "nothing": "empty (null)",
    "unknown": "not plain data",
}
_KINDS: Mapping[type, str] = {
    str: "text",
    bool: "boolean",
    int: "number",
    float: "number",
    list: "list",
    tuple: "list",
    dict: "object",
    datetime: "moment",
    time: "moment",
    Moment: "moment",
    date: "date",
    NoneType: "nothing",
}
_ANCESTRY: tuple[tuple[type, str], ...] = ((str, "text"), (Mapping, "object"), (list, "list"))
_LARGEST_NUMBER = 10**15


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that is not there: false in an `if`, an error when anything else is done with it."""

    path: str


def kind_of(value: object) -> str:
    """Name the kind of a value with the registry's words."""
    return _KINDS.get(type(value)) or _kind_by_ancestry(value)


def _kind_by_ancestry(value: object) -> str:
    return next((kind for parent, kind in _ANCESTRY if isinstance(value, parent)), "unknown")


def present(value: object, doing: str) -> object:
    """Insist that a value is there before something is done with it."""
    if isinstance(value, Missing):
        raise Gap(
            f"`{value.path}` is missing, and {doing}.",
            remedy=f"Give it, or ask first with `if {value.path}` or `default`.",
            path=value.path,
        )
    return value


def truth(value: object, path: str) -> bool:
    """Say whether a value counts as yes; a number does not say, because 0 is a fact too."""
    if isinstance(value, bool):
        return value
    if value is None or isinstance(value, Missing):
        return False
    kind = kind_of(value)
    if kind in ("number", "unknown"):
        raise Fault(
            f"`{path}` is {NOUNS[kind]}, not a yes or no.",
            remedy="Compare it, for example with `> 0`.",
            path=path,
        )
    return kind in ("date", "moment") or not is_blank(value)


def is_blank(value: object) -> bool:
    """Say whether there is nothing in a value: missing, null, no text, no entries."""
    return (
        value is None
        or isinstance(value, Missing)
        or (isinstance(value, str | list | tuple | Mapping) and not value)
    )


def item(holder: object, key: object, path: str) -> object:
    """Take a field of a group or an entry of a list; what is not there is missing."""
    present(holder, f"`{path}` is read from it")
    kind = kind_of(holder)
    if isinstance(holder, Mapping) and isinstance(key, str):
        return holder[key] if key in holder else Missing(path)
    if isinstance(holder, list | tuple) and type(key) is int:
        return holder[key] if -len(holder) <= key < len(holder) else Missing(path)
    raise Fault(
        f"`{path}` cannot be read: what it is read from is {NOUNS[kind]}.",
        remedy="Only a group has named fields and only a list has numbered entries.",
        path=path,
    )


def listed(value: object, path: str, instead: str = "") -> list[object] | tuple[object, ...]:
    """Insist on a list to loop over; in a draft, one that is missing has no entries."""
    if instead and (value is None or isinstance(value, Missing)):
        return ()
    present(value, "it is looped over")
    if isinstance(value, list | tuple):
        return value
    raise Fault(
        f"`{path}` is {NOUNS[kind_of(value)]}, and only a list can be looped over.", path=path
    )


def text_of(value: object, path: str, instead: str = "") -> str:
    """Turn a value into what is printed: text and numbers only, never a blank or a guess.

    In a draft, `instead` is what is printed for a fact that is missing.
    """
    if type(value) is str:
        return value
    if instead and (value is None or isinstance(value, Missing)):
        return instead
    present(value, "it is printed")
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _digits(value, path)
    kind = kind_of(value)
    raise (Gap if value is None else Fault)(
        f"`{path}` is {NOUNS[kind]}, which cannot be printed as it is.",
        remedy=_PRINT_INSTEAD[kind],
        path=path,
    )


_PRINT_INSTEAD: Mapping[str, str] = {
    "nothing": "Ask first with `if`, or say what to print with `default`.",
    "boolean": "Use the filter `yes_no`, or an `if`.",
    "list": "Loop over it, or use a filter such as `and_list` or `count`.",
    "object": "Print one of its fields.",
    "date": "Use a filter such as `long_date`.",
    "moment": "Use a filter such as `clock` or `long_date`.",
    "unknown": "Give text, a number, a date, a list or a group of fields.",
}


def _digits(value: float, path: str) -> str:
    if not -_LARGEST_NUMBER < value < _LARGEST_NUMBER:
        raise Fault(f"`{path}` is not a number that can be printed.", path=path)
    return str(int(value)) if value == int(value) else repr(value)

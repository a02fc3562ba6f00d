"""Compare values as the language does: like with like, dates in either form."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from operator import ge, gt, le, lt

from sgdocs.dates import Moment
from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.values import NOUNS, kind_of, present

__all__ = ["as_written", "contains", "equal", "in_order"]

_ORDERS: Mapping[str, Callable[..., bool]] = {"lt": lt, "lteq": le, "gt": gt, "gteq": ge}


def equal(left: object, right: object, path: str) -> bool:
    """Say whether two single values are the same; a number never equals text or a yes."""
    if type(left) is str and type(right) is str:
        return left == right
    kind, plain = _plain(left, path)
    other_kind, other = _plain(right, path)
    return kind == other_kind and plain == other


def in_order(sign: str, left: object, right: object, path: str) -> bool:
    """Say which of two numbers is larger, or which of two dates or texts comes first."""
    kind, plain = _plain(left, path)
    other_kind, other = _plain(right, path)
    if kind != other_kind or kind not in ("number", "text"):
        raise Fault(
            f"`{path}` puts {NOUNS[kind]} and {NOUNS[other_kind]} in order.",
            remedy="Only two numbers, two dates or two texts have an order.",
            path=path,
        )
    return _ORDERS[sign](plain, other)


def contains(holder: object, value: object, path: str) -> bool:
    """Say whether a list has an entry, a group a field, or a text a part."""
    present(holder, "something is looked for in it")
    kind, plain = _plain(value, path)
    if isinstance(holder, list | tuple):
        return any(equal(entry, value, path) for entry in holder)
    if kind == "text" and isinstance(holder, str | Mapping):
        return plain in holder
    raise Fault(
        f"`{path}` looks for {NOUNS[kind]} in {NOUNS[kind_of(holder)]}.",
        remedy="Look for an entry in a list, or for text in text.",
        path=path,
    )


def as_written(value: date | time | Moment) -> str:
    """Write a date or time as a case file does, which also puts it in order."""
    if isinstance(value, Moment):
        return f"{value.day}T{as_written(value.clock)}" if value.clock else value.day.isoformat()
    if isinstance(value, datetime | time):
        return value.isoformat(timespec="minutes")
    return value.isoformat()


def _plain(value: object, path: str) -> tuple[str, object]:
    """Give the kind and the value to compare; a date stands as its text, as in a case file."""
    kind = kind_of(present(value, "it is compared"))
    if isinstance(value, date | time | Moment):
        return "text", as_written(value)
    if kind in ("list", "object", "unknown"):
        raise Fault(
            f"`{path}` compares {NOUNS[kind]}.",
            remedy="Compare one of its fields, or a `count`.",
            path=path,
        )
    return kind, value

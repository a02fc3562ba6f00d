"""Fields to fill in, held against the schema: their path, their kind, their choices."""

import re
from collections.abc import Iterator

from sgdocs.checking.language.naming import elsewhere
from sgdocs.checking.language.suiting import is_time
from sgdocs.checking.language.words import kind_words, listed, meant
from sgdocs.checking.places.pages import Control
from sgdocs.checking.types.alternatives import (
    Alternative,
    Anything,
    Boolean,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
    Type,
)
from sgdocs.checking.types.records import field_of, names_of
from sgdocs.checking.types.sets import union

__all__ = ["control_faults"]

_STEP = re.compile(r"([A-Za-z_]\w*)|\[(\d*)\]")
_PATH = re.compile(r"\$?\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d*\])*(?:=.*)?")
_SURE = 80  # a word alone is taken for a slip only if it is as near as this

Fault = tuple[str, str, str, str]  # rule, path, message, suggestion


def control_faults(control: Control, root: Type) -> Iterator[Fault]:
    """Say what is wrong with a field."""
    tag = control.tag.removeprefix("$").removeprefix(".")
    if not _PATH.fullmatch(control.tag):
        return
    path, _, value = tag.partition("=")
    steps = [name or int(index or 0) for name, index in _STEP.findall(path)]
    if not _speaks_of(root, steps):
        return
    known, unknown = _followed(root, steps)
    if unknown is not None:
        yield unknown
    elif known is not None:
        yield from _kind_faults(control, known, path, value)


def _speaks_of(root: Type, steps: list[str | int]) -> bool:
    """Say whether a tag is meant as a path here; other programs tag fields too."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - few templates hold fields

    names = _names(root)
    first = str(steps[0])
    near = any(fuzz.ratio(first, name) >= _SURE for name in names)
    return first in names or (near if len(steps) == 1 else True)


def _names(known: Type) -> list[str]:
    return [name for a in known if isinstance(a, Record) for name in names_of(a)]


def _followed(root: Type, steps: list[str | int]) -> tuple[Type | None, Fault | None]:
    known, path = root, "$"
    for step in steps:
        if known.has(Anything):
            return None, None
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
        found = [t for a in known if (t := _step(a, step)) is not None]
        if not found:
            message = f"the field’s tag leads nowhere: there is no `{path.removeprefix('$.')}`"
            suggestion = meant(str(step), _names(known)) or elsewhere(root, str(step))
            return None, ("control-path", path, message, suggestion)
        known = union(found).without(Missing, Null)
    return known, None


def _step(one: Alternative, step: str | int) -> Type | None:
    if isinstance(one, Record) and isinstance(step, str):
        return field_of(one, step)
    if isinstance(one, Listing) and isinstance(step, int):
        return one.item.get()
    return None


def _kind_faults(control: Control, known: Type, path: str, value: str) -> Iterator[Fault]:
    where = f"$.{path}"
    if known.has(Anything) or not known.alternatives:
        return
    if not _fits(control.kind, known):
        message = f"this field is for {_KINDS[control.kind]}, but `{path}` is {kind_words(known)}"
        yield "control-kind", where, message, ""
    words = sorted(_words(known))
    chosen = [value] if value else list(control.choices)
    for choice in chosen if words else ():
        if choice not in words:
            message = f"`{path}` is never “{choice}”: it is {listed(words)}"
            yield "control-choice", where, message, meant(choice, words)


_KINDS = {
    "text": "words",
    "date": "a date",
    "tick": "a tick",
    "choice": "a choice",
    "rows": "rows",
}


def _fits(kind: str, known: Type) -> bool:
    if kind == "rows":
        return known.has(Listing)
    if kind == "date":
        return any(isinstance(a, Text) and _dated(a) for a in known)
    if kind == "tick":
        return known.has(Boolean, Listing) or bool(list(_words(known)))
    if kind == "choice":
        return known.has(Text, Number, Boolean)
    return known.has(Text, Number, Boolean) or _plain_list(known)


def _dated(text: Text) -> bool:
    return text.format == "known-day" or is_time(text, "moment")


def _plain_list(known: Type) -> bool:
    lists = [a for a in known if isinstance(a, Listing)]
    return bool(lists) and not any(a.item.get().has(Record, Listing) for a in lists)


def _words(known: Type) -> Iterator[str]:
    for one in known:
        if isinstance(one, Text):
            yield from one.values or ()
        elif isinstance(one, Listing):
            yield from _words(one.item.get())

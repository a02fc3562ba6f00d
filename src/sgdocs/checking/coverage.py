"""Fields of a schema that no template prints or asks for."""

import re
from collections.abc import Iterator

from sgdocs.checking.findings import Finding
from sgdocs.checking.types.alternatives import Later, Listing, Missing, Record, Type
from sgdocs.checking.types.sets import union

__all__ = ["plain", "unprinted"]

_DEEPEST = 7
_INDEX = re.compile(r"\[-?\d+\]")


def unprinted(root: Type, seen: set[str], schema: str) -> list[Finding]:
    """Note each field that is used nowhere; one that is always there is worth a warning."""
    used = {plain(path) for path in seen}
    return [
        Finding(
            "required-unprinted" if needed else "never-printed",
            "note",
            schema,
            *("schema", "", "", 0, ""),
            path,
            f"`{path.removeprefix('$.')}` is used in no template",
        )
        for path, needed in dict(_leaves(root, "$", 0)).items()
        if path not in used
    ]


def plain(path: str) -> str:
    """Give a path with whatever entry of a list it leads to left open."""
    return _INDEX.sub("[]", path)


def _leaves(known: Type, path: str, depth: int) -> Iterator[tuple[str, bool]]:
    """Give the fields that hold plain values, and whether each is always there."""
    if depth > _DEEPEST:
        return
    for one in known:
        if isinstance(one, Record):
            for name, later in one.fields.items():
                yield from _field(later, f"{path}.{name}", depth)
        elif isinstance(one, Listing):
            yield from _leaves(one.item.get(), f"{path}[]", depth + 1)


def _field(later: Later, path: str, depth: int) -> Iterator[tuple[str, bool]]:
    known = later.get()
    inner = list(_leaves(known, path, depth + 1)) if _holds_more(known) else []
    if inner:
        yield from inner
    else:
        yield path, not known.has(Missing)


def _holds_more(known: Type) -> bool:
    items = union(a.item.get() for a in known if isinstance(a, Listing))
    return known.has(Record) or items.has(Record)

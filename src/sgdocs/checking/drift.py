"""What a change of a schema does: to templates, to what they print, to files written before."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import jsonschema_rs

from sgdocs.checking.coverage import plain
from sgdocs.checking.findings import Finding
from sgdocs.checking.oracle.wholes import whole_schema
from sgdocs.checking.types.alternatives import Listing, Record, Type
from sgdocs.checking.types.records import field_of
from sgdocs.checking.types.schemas import Place, Schemas
from sgdocs.checking.types.sets import union

__all__ = ["broken", "outdated", "vanished"]


def broken(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """Give what is wrong now and was not before."""
    known = {finding.key for finding in before}
    return [finding for finding in after if finding.key not in known]


def vanished(seen: Mapping[str, Collection[str]], old: Type, new: Type) -> Iterator[Finding]:
    """Give the fields that templates print and that the new schema does not have.

    `seen` says which paths each template looks at.
    """
    for file, paths in seen.items():
        for path in sorted({plain(path) for path in paths}):
            if _declares(old, path) and not _declares(new, path):
                message = (
                    f"`{path.removeprefix('$.')}` was printed here, and is gone from the schema"
                )
                yield Finding("vanished", "warning", file, "body", "", "", 0, "", path, message)


def _declares(root: Type, path: str) -> bool:
    known = root
    for step in path.removeprefix("$.").split("."):
        name = step.rstrip("[]")
        found = [f for a in known if isinstance(a, Record) and (f := field_of(a, name)) is not None]
        if not found:
            return False
        known = union(found)
        for _ in range(step.count("[]")):
            known = union(a.item.get() for a in known if isinstance(a, Listing))
    return True


def outdated(
    files: Mapping[str, Any], old: tuple[Place, Schemas], new: tuple[Place, Schemas]
) -> Iterator[Finding]:
    """Give the files, by name with their data, that fit the old schema and not the new one."""
    before, after = (jsonschema_rs.Draft202012Validator(whole_schema(*s)) for s in (old, new))
    for name, data in files.items():
        if before.is_valid(data) and not after.is_valid(data):
            path = _first_place(after, data)
            message = f"this file fits the old schema and not the new one: see `{path}`"
            yield Finding("outdated", "error", name, "body", "", "", 0, "", path, message)


def _first_place(validator: Any, data: Any) -> str:
    """Say where it no longer fits; a name the schema lacks may be somebody’s, so it is left out."""
    error = min(validator.iter_errors(data), key=lambda e: [str(s) for s in e.instance_path])
    steps = (f"[{s}]" if isinstance(s, int) else f".{s}" for s in error.instance_path)
    return "$" + "".join(steps)

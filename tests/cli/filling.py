"""A case file with a mark in every field the schema knows, to see whether any leaks."""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from sgdocs.schema import Schema

__all__ = ["filled", "leaks", "places", "swept"]

_MARKS = (
    "qzcanary",
    "900123",
    "zz9 9qz",
    "2016-07-14",
    "jul 2016",
    "july 2016",
    "999 123",
    "99912345",
)
_SHORT_NAMES = "qzshort"

_DAY = "2026-11-10"
_WORDS = (
    "Qzcanary Personsdottir",
    "Qzcanary",
    "qzcanary-one",
    "qzcanary_one",
    "QZCANARY-1",
    "07700 900123",
    "ZZ9 9QZ",
    "999 123 4578",
    "enclosures/qzcanary.pdf",
    "10:30",
    "a" * 64,
)
_FORMATS = {
    "date": _DAY,
    "known-day": _DAY,
    "moment": f"{_DAY}T10:00",
    "email": "qzcanary@example.org",
}
# What a rule or the procedure ties to something else.
_TIED: Mapping[str, Any] = {
    "schema_version": "1.0",
    "reference": "SCI-2026-014",
    "procedure": "nel",
    "agency": "qzshort-agencies",
    "about": "qzshort-children",
    "person": "qzshort-children",
    "people": ["qzshort-children"],
    "carers": ["qzshort-family"],
    "involved_with": ["qzshort-children"],
    "to_children": ["qzshort-children"],
    "place_id": "qzshort-places",
    "date_of_birth": "2016-07-14",
    "new_deadline": "2026-11-30",
    "chosen_options": [{"menu": "outcomes", "choice": "local_review"}],
    "identifiers": [
        {"kind": "other", "value": "QZCANARY-1", "about": "qzshort-children", "note": "Qzcanary"}
    ],
    "events": [
        {"event": "incident_occurred", "actual": _DAY, "recorded_by": "Qzcanary"},
        {"event": "notification_received", "actual": _DAY, "note": "Qzcanary was told."},
        {"event": "lcspr_decision", "actual": _DAY},
        {"event": "report_signed_off", "actual": _DAY, "for": "qzshort-children"},
    ],
    "steps_done": [
        {"step": "consult-safeguarding-lead", "on": _DAY, "note": "Qzcanary", "recorded_by": "Q"}
    ],
    "dispatches": [
        {"artefact": "SCSI-5", "to": ["qzshort-agencies"], "sent": _DAY, "by": "Qzcanary"},
        {"artefact": "SCSI-2", "to": ["safeguarding_partners"], "sent": _DAY,
         "late_reason": "Qzcanary's father was in the office."},
    ],
}  # fmt: skip
_TIED_HERE: Mapping[tuple[str, ...], Any] = {
    ("returns", "form"): "SCSI-5",
    ("agencies", "name"): "Haven Point Hospital",
    ("actions", "recommendation"): "qzshort-report",
    ("case", "procedure_choices"): [],
}


def filled(schema: Schema) -> Any:
    """Fill in every field of the case schema."""
    return _filled(schema, schema.root, "", ())


def _filled(schema: Schema, node: Mapping[str, Any], base: str, path: tuple[str, ...]) -> Any:
    node, base = schema.resolve(node, base)
    name = path[-1] if path else ""
    if name == "id":
        return f"qzshort-{path[0].replace('_', '-')}"
    if path in _TIED_HERE:
        return _TIED_HERE[path]
    if name in _TIED and "chronology" not in path:
        return deepcopy(_TIED[name])
    if node.get("type") == "object":
        found = node["properties"].items()
        return {key: _filled(schema, below, base, (*path, key)) for key, below in found}
    if node.get("type") == "array":
        one = _filled(schema, node["items"], base, path)
        return [one] * node.get("minItems", 1)
    return _value(node)


def _value(node: Mapping[str, Any]) -> Any:
    if "const" in node:
        return node["const"]
    if "enum" in node:
        return node["enum"][0]
    if node.get("type") == "integer":
        return node.get("minimum", 1)
    if "format" in node:
        return _FORMATS[node["format"]]
    pattern = re.compile(node.get("pattern", ""))
    longest = node.get("maxLength", 100)
    return next(word for word in _WORDS if pattern.match(word) and len(word) <= longest)


def places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """List every place that holds a single value."""
    inside: Any = ()
    if isinstance(node, dict):
        inside = node.items()
    elif isinstance(node, list):
        inside = enumerate(node)
    else:
        yield path
    for step, below in inside:
        yield from places(below, (*path, step))


def swept(data: Any, change: Callable[[tuple[str | int, ...], Any], Any]) -> Any:
    """Give a copy with every single value changed."""
    copy = deepcopy(data)
    for path in list(places(copy)):
        holder = copy
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = change(path, holder[path[-1]])
    return copy


def leaks(text: str, *, short_names: bool = True) -> list[str]:
    """Give the marks that can be seen in a text."""
    marks = (*_MARKS, _SHORT_NAMES) if short_names else _MARKS
    return [mark for mark in marks if mark in text.casefold()]

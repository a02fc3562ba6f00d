"""The fields of forms, as a template finds them: every group is there, filled or blank."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

__all__ = ["as_form"]

_CONDITIONS = ("if", "then", "else", "allOf", "anyOf", "oneOf", "dependentRequired")
_PREFIX = "form-"

Data = dict[str, Any]


def as_form(schema: Mapping[str, Any], name: str, defs: Mapping[str, Any]) -> Data:
    """Give a schema whose groups, and lists of groups, are always there; the rest may be.

    `defs` are the groups that the schemas refer to by name.
    """
    form = deepcopy(dict(schema))
    form["$id"] = _PREFIX + name
    for node in list(_nodes(form)):
        _to_forms(node)
        if isinstance(node.get("properties"), dict):
            _with_groups(node, defs)
    return form


def _nodes(node: Any) -> Iterator[Data]:
    if isinstance(node, dict):
        yield node
        for part in node.values():
            yield from _nodes(part)
    elif isinstance(node, list):
        for part in node:
            yield from _nodes(part)


def _to_forms(node: Data) -> None:
    """Let a reference to another file lead to the form that is made of it."""
    reference = node.get("$ref")
    if isinstance(reference, str) and "#" in reference[1:]:
        node["$ref"] = _PREFIX + reference


def _with_groups(node: Data, defs: Mapping[str, Any]) -> None:
    for key in _CONDITIONS:
        node.pop(key, None)
    fields = node["properties"]
    listed = [name for name, part in fields.items() if _holds_groups(part, defs)]
    for name in listed:
        fields[name]["minItems"] = 1  # rows to write in are added
        fields[name].pop("maxItems", None)
    groups = [name for name, part in fields.items() if "properties" in _meant(part, defs)]
    node["required"] = [*listed, *groups]


def _holds_groups(part: Mapping[str, Any], defs: Mapping[str, Any]) -> bool:
    return "properties" in _meant(_meant(part, defs).get("items", {}), defs)


def _meant(part: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in part:
        part = defs.get(str(part["$ref"]).rpartition("/")[2], {})
    return part

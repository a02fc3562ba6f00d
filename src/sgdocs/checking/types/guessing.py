"""The kind of value a schema means that does not name one."""

from typing import Any

__all__ = ["guessed"]

_OBJECT = (
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "unevaluatedProperties",
    "dependentRequired",
    "dependentSchemas",
)


_ARRAY = ("items", "prefixItems", "minItems", "maxItems", "contains")


def guessed(schema: dict[str, Any]) -> str:
    """Guess the kind from the other keywords, as authors mean it."""
    if any(key in schema for key in _OBJECT):
        return "object"
    return "array" if any(key in schema for key in _ARRAY) else "any"

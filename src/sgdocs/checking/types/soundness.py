"""Whether a schema's keywords hold what JSON Schema lets them hold, as far as types need it."""

from collections.abc import Callable, Mapping
from typing import Any

from sgdocs.checking.types.schemas import Place
from sgdocs.errors import InputRefused

__all__ = ["require_sound"]


def require_sound(place: Place) -> None:
    """Refuse a schema one of whose keywords holds what it cannot; its parts are looked at later."""
    for keyword, value in place.schema.items():
        if keyword in _HOLDS and not _HOLDS[keyword][0](value):
            raise InputRefused(
                f"this is not a JSON Schema: “{keyword}” must be {_HOLDS[keyword][1]}.",
                where=place.file.name,
                remedy="Correct it.",
            )


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float))


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_Hold = tuple[Callable[[Any], bool], str]

_TEXT: _Hold = (_is_text, "text")
_NUMBER: _Hold = (_is_number, "a number")
_TEXTS: _Hold = (_are_texts, "a list of names")
_OBJECT: _Hold = (lambda value: isinstance(value, dict), "an object")
_LIST: _Hold = (lambda value: isinstance(value, list), "a list")
_KINDS: _Hold = (lambda value: _is_text(value) or _are_texts(value), "a type or a list of types")
_NAMED: _Hold = (
    lambda value: isinstance(value, dict) and all(map(_are_texts, value.values())),
    "an object of lists of names",
)

_HOLDS: Mapping[str, _Hold] = {
    "type": _KINDS,
    "required": _TEXTS,
    "dependentRequired": _NAMED,
    **dict.fromkeys(("format", "pattern"), _TEXT),
    **dict.fromkeys(("properties", "patternProperties", "dependentSchemas"), _OBJECT),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _LIST),
    **dict.fromkeys(("minLength", "minItems", "maxItems", "minContains"), _NUMBER),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _NUMBER),
}

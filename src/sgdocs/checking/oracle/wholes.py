"""A schema with all its references brought into one piece, so that it stands alone."""

from typing import Any

from sgdocs.checking.types.schemas import Place, Schemas

__all__ = ["whole_schema"]

_NAMED = ("properties", "patternProperties", "dependentSchemas")
_VERBATIM = ("const", "enum", "default", "examples", "required", "dependentRequired")
_LEFT_OUT = ("$defs", "definitions", "$id", "$anchor", "$dynamicAnchor", "$schema", "nullable")


def whole_schema(place: Place, schemas: Schemas) -> dict[str, Any]:
    """Give a schema in which every reference leads to one of its own definitions."""
    gathering = _Gathering(schemas)
    whole = gathering.copy(place)
    return {**whole, "$defs": gathering.definitions}


class _Gathering:
    """The definitions met so far."""

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self.definitions: dict[str, Any] = {}
        self._names: dict[int, str] = {}

    def copy(self, place: Place) -> Any:
        """Copy a schema with what it refers to."""
        if not isinstance(place.schema, dict):
            return place.schema
        made = {
            key: self._value(key, value, place)
            for key, value in place.schema.items()
            if key not in _LEFT_OUT
        }
        if place.schema.get("nullable") is True:
            return {"anyOf": [{"type": "null"}, made]}
        return made

    def _value(self, key: str, value: Any, place: Place) -> Any:
        if key in ("$ref", "$dynamicRef"):
            return self._referred(str(value), place)
        if key in _VERBATIM:
            return value
        if key in _NAMED:
            return {name: self.copy(Place(part, place.file)) for name, part in value.items()}
        if isinstance(value, list):
            return [self.copy(Place(part, place.file)) for part in value]
        return self.copy(Place(value, place.file))

    def _referred(self, reference: str, place: Place) -> str:
        target = self.schemas.follow(reference, place.file)
        if id(target.schema) not in self._names:
            name = f"part{len(self._names)}"
            self._names[id(target.schema)] = name
            self.definitions[name] = self.copy(target)
        return f"#/$defs/{self._names[id(target.schema)]}"

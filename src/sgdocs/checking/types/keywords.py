"""JSON Schema 2020-12 read as types."""

from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any

from sgdocs.checking.types.alternatives import (
    ANY,
    MISSING,
    NEVER,
    Alternative,
    Anything,
    Boolean,
    Later,
    Listing,
    Null,
    Number,
    Record,
    Rule,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.guessing import guessed
from sgdocs.checking.types.schemas import Place, Schemas
from sgdocs.checking.types.sets import meet, union
from sgdocs.checking.types.soundness import require_sound
from sgdocs.checking.types.written import less, listed

__all__ = ["SchemaTypes"]


class SchemaTypes:
    """Turn schemas into types, each part once."""

    __slots__ = ("_known", "_schemas")

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._known: dict[int, tuple[Any, Later]] = {}

    def read(self, path: Path) -> Type:
        """Give the type of what a schema file describes."""
        return self._later(self._schemas.open(path)).get()

    def of(self, schema: Any, near: Path) -> Type:
        """Give the type of a schema that stands by itself."""
        return self._later(self._schemas.hold(schema, near)).get()

    def _later(self, place: Place) -> Later:
        key = id(place.schema)
        if isinstance(place.schema, bool) or key not in self._known:
            later = Later(lambda: self._type(place))
            if isinstance(place.schema, bool):
                return later
            self._known[key] = (place.schema, later)
        return self._known[key][1]

    def _part(self, schema: Any, place: Place) -> Later:
        return self._later(Place(schema, place.file))

    def _type(self, place: Place) -> Type:
        schema = place.schema
        if not isinstance(schema, dict):
            return NEVER if schema is False else ANY
        require_sound(place)
        parts = [self._own(place), *self._referred(place), *self._combined(place)]
        whole = reduce(meet, parts)
        whole = self._with_rules(whole, place)
        if schema.get("nullable") is True:
            whole = union((whole, Type((Null(),))))
        return less(whole, schema.get("not"))

    def _referred(self, place: Place) -> Iterator[Type]:
        for key in ("$ref", "$dynamicRef"):
            if isinstance(reference := place.schema.get(key), str):
                yield self._later(self._schemas.follow(reference, place.file)).get()

    def _combined(self, place: Place) -> Iterator[Type]:
        for part in place.schema.get("allOf", ()):
            yield self._part(part, place).get()
        for key in ("anyOf", "oneOf"):
            if parts := place.schema.get(key):
                yield union(self._part(part, place).get() for part in parts)

    def _own(self, place: Place) -> Type:
        """Give what the schema says by itself, without references and combinations."""
        schema = place.schema
        if "const" in schema:
            return listed([schema["const"]])
        if isinstance(schema.get("enum"), list):
            words = listed(schema["enum"])
            return meet(words, self._kinds(place)) if "type" in schema else words
        return self._kinds(place)

    def _kinds(self, place: Place) -> Type:
        schema = place.schema
        named = schema.get("type")
        if named is None:
            named = guessed(schema)
        kinds = [named] if isinstance(named, str) else named
        makers = self._makers()
        return union(Type((makers[kind](place),)) for kind in kinds if kind in makers) or ANY

    def _makers(self) -> dict[str, Callable[[Place], Alternative]]:
        return {
            "string": _text,
            "number": _number,
            "integer": _number,
            "boolean": lambda _: Boolean(),
            "null": lambda _: Null(),
            "object": self._record,
            "array": self._listing,
            "any": lambda _: Anything(),
        }

    def _record(self, place: Place) -> Record:
        schema = place.schema
        required = set(schema.get("required", ()))
        properties = schema.get("properties", {})
        fields = {
            name: self._field(part, place, needed=name in required)
            for name, part in properties.items()
        }
        fields |= {name: settled(ANY) for name in required if name not in properties}
        patterns = tuple(
            (pattern, self._part(part, place))
            for pattern, part in schema.get("patternProperties", {}).items()
        )
        more = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
        rest = None if more in (None, False) else self._part(more, place)
        return Record(fields, rest, more is False, patterns, self._dependent(place))

    def _field(self, part: Any, place: Place, *, needed: bool) -> Later:
        whole = self._part(part, place)
        return whole if needed else Later(lambda: union((whole.get(), MISSING)))

    def _dependent(self, place: Place) -> tuple[Rule, ...]:
        needs = place.schema.get("dependentRequired", {}).items()
        shapes = place.schema.get("dependentSchemas", {}).items()
        wanted = [(name, {"required": names}) for name, names in needs] + list(shapes)
        return tuple(
            Rule(_given(name), self._part(part, place), settled(ANY)) for name, part in wanted
        )

    def _with_rules(self, whole: Type, place: Place) -> Type:
        schema = place.schema
        if schema.get("if") is None or not ("then" in schema or "else" in schema):
            return whole
        condition, then, otherwise = (
            self._part(schema.get(key, True), place) for key in ("if", "then", "else")
        )
        if not whole.has(Record, Anything):
            return union((meet(meet(whole, condition.get()), then.get()), whole))
        rule = Type((Record({}, rules=(Rule(condition, then, otherwise),)),))
        objects = meet(whole.only(Record) if whole.has(Record) else whole, rule)
        return union((whole.without(Record, Anything), objects))

    def _listing(self, place: Place) -> Listing:
        schema = place.schema
        first = tuple(self._part(part, place) for part in schema.get("prefixItems", ()))
        items = schema.get("items", True)
        most = schema.get("maxItems", len(first) if items is False else None)
        least = max(schema.get("minItems", 0), 1 if _must_contain(schema) else 0)
        return Listing(self._part(items, place), first, least, most)


def _must_contain(schema: dict[str, Any]) -> bool:
    return "contains" in schema and schema.get("minContains", 1) > 0


def _given(name: str) -> Later:
    return settled(Type((Record({name: settled(ANY)}),)))


def _text(place: Place) -> Text:
    schema = place.schema
    form, pattern = schema.get("format", ""), schema.get("pattern", "")
    filled = schema.get("minLength", 0) > 0 or bool(form)
    return Text(None, form, pattern, filled)


def _number(place: Place) -> Number:
    schema = place.schema
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    return Number(None, schema.get("type") == "integer", low, high)

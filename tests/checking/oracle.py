"""A second opinion: random data that fit a schema, and templates rendered with them."""

import random
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, Undefined
from jsonschema import Draft202012Validator

from sgdocs.expressions.registry import FILTERS

__all__ = ["breaks", "cases_of", "environment", "outcomes"]


class _Guardable(StrictUndefined):
    """False in an if, and an error when printed, gone through or looked into."""

    __bool__ = Undefined.__bool__
    __eq__ = Undefined.__eq__
    __ne__ = Undefined.__ne__
    __hash__ = Undefined.__hash__


def environment(loader: Any = None) -> Environment:
    """Give Jinja as templates find it, with the filters of sgdocs."""
    made = Environment(undefined=_Guardable, loader=loader)  # noqa: S701 - as docxtpl has it
    for name, known in FILTERS.items():
        if name not in made.filters:
            made.filters[name] = known.function
    made.filters["long_date"] = _long_date
    return made


def _long_date(value: Any) -> str:
    if not isinstance(value, str) or len(value) != 10:
        raise TypeError("not a date")
    return f"the {value}"


def cases_of(schema: dict[str, Any], count: int, seed: int = 1) -> Iterator[Any]:
    """Give data that fit a schema: the least, the most, and many between."""
    chance = random.Random(seed)  # noqa: S311 - examples, not secrets
    validator = Draft202012Validator(schema)
    made = 0
    for attempt in range(count * 40):
        fill = {0: 0.0, 1: 1.0}.get(attempt, chance.choice((0.0, 0.15, 0.5, 0.85, 1.0)))
        value = _Maker(schema, chance, fill).make(schema, 0)
        if validator.is_valid(value):
            made += 1
            yield value
            if made == count:
                return


class _Maker:
    """Make one value; `fill` is how likely an optional field is there."""

    def __init__(self, root: dict[str, Any], chance: random.Random, fill: float) -> None:
        self.root, self.chance, self.fill = root, chance, fill

    def make(self, schema: Any, depth: int) -> Any:
        schema = self._whole(schema)
        for key in ("const",):
            if key in schema:
                return schema[key]
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        kind = schema.get("type", "object" if "properties" in schema else "string")
        kind = self.chance.choice(kind) if isinstance(kind, list) else kind
        return getattr(self, f"_{kind}")(schema, depth)

    def _whole(self, schema: Any) -> dict[str, Any]:
        if schema is True:
            return {"type": "string"}
        whole = {k: v for k, v in schema.items() if k not in ("$ref", "allOf", "oneOf", "anyOf")}
        parts = list(schema.get("allOf", []))
        if "$ref" in schema:
            target = self.root
            for step in schema["$ref"].split("/")[1:]:
                target = target[step]
            parts.append(target)
        for key in ("oneOf", "anyOf"):
            if key in schema:
                parts.append(self.chance.choice(schema[key]))
        for part in parts:
            whole = _merged(whole, self._whole(part))
        if "if" in whole:
            branch = self.chance.choice(
                [[whole["if"], whole.get("then", {})], [whole.get("else", {})]]
            )
            rest = {k: v for k, v in whole.items() if k not in ("if", "then", "else")}
            for part in branch:
                rest = _merged(rest, self._whole(part))
            whole = rest
        return whole

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        made = {}
        for name, part in schema.get("properties", {}).items():
            wanted = name in schema.get("required", ())
            chosen = wanted or (depth < 7 and self.chance.random() < self.fill)
            if chosen and part is not False:
                made[name] = self.make(part, depth + 1)
        if isinstance(schema.get("additionalProperties"), dict):
            for name in ("alpha", "total")[: self.chance.choice((0, 1, 2))]:
                made[name] = self.make(schema["additionalProperties"], depth + 1)
        return made

    def _array(self, schema: dict[str, Any], depth: int) -> list[Any]:
        first = [self.make(part, depth + 1) for part in schema.get("prefixItems", [])]
        if schema.get("items") is False:
            return first
        least = schema.get("minItems", 0)
        count = self.chance.choice((least, least, least + 1, least + 3)) if depth < 6 else least
        return first + [self.make(schema.get("items", True), depth + 1) for _ in range(count)]

    def _string(self, schema: dict[str, Any], _depth: int) -> str:
        if schema.get("format") == "date":
            return f"20{self.chance.randint(10, 40)}-0{self.chance.randint(1, 9)}-15"
        if "pattern" in schema:
            return "14:30"
        if not schema.get("minLength") and self.chance.random() < 0.2:
            return ""
        return self.chance.choice(("Aspen", "Birch tree", "Cedar/x", "Dogwood"))

    def _integer(self, schema: dict[str, Any], _depth: int) -> int:
        return schema.get("minimum", 0) + self.chance.choice((0, 1, 7))

    def _number(self, schema: dict[str, Any], _depth: int) -> float:
        return float(self._integer(schema, 0)) + 0.5

    def _boolean(self, _schema: dict[str, Any], _depth: int) -> bool:
        return self.chance.random() < 0.5

    def _null(self, _schema: dict[str, Any], _depth: int) -> None:
        return None


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    whole = {**one, **other}
    whole["properties"] = dict(one.get("properties", {}))
    for name, part in other.get("properties", {}).items():
        old = whole["properties"].get(name)
        both = isinstance(old, dict) and isinstance(part, dict)
        whole["properties"][name] = {"allOf": [old, part]} if both else part
    whole["required"] = [*one.get("required", []), *other.get("required", [])]
    return whole if whole["properties"] or whole["required"] else {**one, **other}


def breaks(text: str, cases: list[Any], made: Environment) -> str:
    """Say how rendering a template breaks with any of the cases; nothing if it never does."""
    try:
        template = made.from_string(text)
    except Exception as wrong:  # noqa: BLE001 - any failure is what is looked for
        return type(wrong).__name__
    for case in cases:
        try:
            template.render(**case)
        except Exception as wrong:  # noqa: BLE001 - any failure is what is looked for
            return f"{type(wrong).__name__}: {wrong}"
    return ""


def outcomes(text: str, cases: list[Any], made: Environment) -> list[str | None]:
    """Render a template with each case; None where it breaks."""
    try:
        template = made.from_string(text)
    except Exception:  # noqa: BLE001 - any failure is what is looked for
        return [None]
    return [_outcome(template, case) for case in cases]


def _outcome(template: Template, case: Any) -> str | None:
    try:
        return template.render(**case)
    except Exception:  # noqa: BLE001 - any failure is what is looked for
        return None

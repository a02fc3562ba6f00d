"""One value made as a schema wants it, by a plan."""

import re
from typing import Any

from sgdocs.checking.oracle.fitting import Fitting
from sgdocs.checking.oracle.merging import RULES, both
from sgdocs.checking.oracle.patterns import word_for
from sgdocs.checking.oracle.plans import Plan
from sgdocs.checking.oracle.texts import LANGUAGE, texts_for
from sgdocs.checking.types.guessing import guessed

__all__ = ["Maker"]

Data = dict[str, Any]
_DEEPEST = 9
_ROUNDS = 3
_FREE = 6  # so many names the template speaks of are tried where any name may be
_LONG = 2  # so many entries more than the least make a long list
_COMBINED = ("$ref", "allOf", "anyOf", "oneOf", "if", "then", "else", "const")


class Maker:
    """Makes values for one whole schema."""

    def __init__(self, fitting: Fitting, plan: Plan, words: frozenset[str] = frozenset()) -> None:
        self._fitting = fitting
        self._words = sorted(words - LANGUAGE)
        self._definitions = fitting.definitions
        self._plan = plan

    def make(self, schema: Any, place: str = "$", depth: int = 0) -> Any:
        """Make a value; where nothing is declared, a plain word."""
        known = self._settled(schema, place, depth)
        if "enum" in known:
            return self._chosen(known, place)
        kinds = known.get("type") or guessed(known)
        kind = kinds
        if isinstance(kinds, list):
            kind = kinds[self._plan.choose(place, "kind", len(kinds))] if kinds else "null"
        return _MAKERS.get(str(kind), Maker._any)(self, known, place, depth)

    def _chosen(self, known: Data, place: str) -> Any:
        values = known["enum"]
        return values[self._plan.choose(place, "value", len(values))] if values else None

    def _settled(self, schema: Any, place: str, depth: int) -> Data:
        """Bring together all that must hold here, with one of each set of alternatives."""
        if not isinstance(schema, dict):
            return {}
        whole = {k: v for k, v in schema.items() if k not in _COMBINED}
        if "const" in schema:
            whole = both(whole, {"enum": [schema["const"]]})
        if "if" in schema and ("then" in schema or "else" in schema):
            whole = both(whole, {RULES: [schema]})
        for part in self._parts(schema, place):
            whole = both(whole, self._settled(part, place, depth))
        return whole

    def _parts(self, schema: Data, place: str) -> list[Any]:
        parts = list(schema.get("allOf", ()))
        if "$ref" in schema:
            parts.append(self._definitions.get(schema["$ref"].rpartition("/")[2], True))
        for key in ("anyOf", "oneOf"):
            if options := schema.get(key):
                parts.append(options[self._plan.choose(place, key, len(options))])
        return parts

    def _object(self, known: Data, place: str, depth: int) -> Data:
        made: Data = {}
        for name, part in known.get("properties", {}).items():
            if part is not False and self._wanted(name, known, place, depth):
                made[name] = self.make(part, f"{place}.{name}", depth + 1)
        self._add_others(known, made, place, depth)
        for _ in range(_ROUNDS):
            self._follow(known, made, place, depth)
        return made

    def _wanted(self, name: str, known: Data, place: str, depth: int) -> bool:
        if name in known.get("required", ()):
            return True
        there = self._plan.choose(f"{place}.{name}", "there", 2)
        return bool(there) and depth < _DEEPEST

    def _add_others(self, known: Data, made: Data, place: str, depth: int) -> None:
        """Add fields whose names the schema does not list."""
        extra = known.get("additionalProperties", known.get("unevaluatedProperties"))
        patterns: Data = {}
        for pattern, part in known.get("patternProperties", {}).items():
            patterns |= dict.fromkeys(self._names(pattern), part)
        if isinstance(extra, dict) and depth < _DEEPEST:
            patterns |= dict.fromkeys(("alpha", "beta", *self._words[:_FREE]), extra)
        for name in known.get("required", ()):
            patterns.setdefault(name, extra if isinstance(extra, dict) else True)
        for name, part in patterns.items():
            needed = name in known.get("required", ())
            if name not in made and (needed or self._plan.choose(f"{place}.{name}", "there", 2)):
                made[name] = self.make(part, f"{place}.{name}", depth + 1)

    def _names(self, pattern: str) -> list[str]:
        """Give names of a form: those the template speaks of, and one made up."""
        spoken = [word for word in self._words if re.search(pattern, word)]
        return [*spoken[:_LONG], word_for(pattern)]

    def _follow(self, known: Data, made: Data, place: str, depth: int) -> None:
        """Add what depends on what is there already."""
        for name, names in known.get("dependentRequired", {}).items():
            if name in made:
                self._bring_in(both(known, {"required": names}), made, place, depth)
        branches = [p for n, p in known.get("dependentSchemas", {}).items() if n in made]
        for rule in known.get(RULES, ()):
            holds = self._fitting.fits(rule["if"], made)
            branches.append(rule.get("then" if holds else "else", True))
        for branch in branches:
            settled = self._settled(branch, place, depth)
            self._bring_in(both(known, settled), made, place, depth)

    def _bring_in(self, known: Data, made: Data, place: str, depth: int) -> None:
        for name, part in known.get("properties", {}).items():
            needed = name in known.get("required", ())
            if part is False:
                made.pop(name, None)
            elif (name in made and not self._fitting.fits(part, made[name])) or (
                needed and name not in made
            ):
                made[name] = self.make(part, f"{place}.{name}", depth + 1)
        for name in known.get("required", ()):
            made.setdefault(name, "Aspen wood")

    def _array(self, known: Data, place: str, depth: int) -> list[Any]:
        first = known.get("prefixItems", [])
        items, least = known.get("items", True), known.get("minItems", 0)
        least = max(least, 1 if "contains" in known else 0)
        most = known.get("maxItems", len(first) if items is False else least + _LONG)
        counts = sorted({n for n in (least, least + 1, least + _LONG) if n <= most} | {least})
        deep = depth >= _DEEPEST
        count = counts[0] if deep else counts[self._plan.choose(place, "count", len(counts))]
        made = [
            self.make(first[n] if n < len(first) else items, f"{place}[]", depth + 1)
            for n in range(count)
        ]
        if made and "contains" in known:
            made[0] = self.make(known["contains"], f"{place}[]", depth + 1)
        return _distinct(made) if known.get("uniqueItems") else made

    def _string(self, known: Data, place: str, _depth: int) -> str:
        options = texts_for(known)
        return options[self._plan.choose(place, "value", len(options))]

    def _number(self, known: Data, place: str, _depth: int) -> float:
        low: Any = known.get("minimum", known.get("exclusiveMinimum", 0))
        low += 1 if "minimum" not in known and "exclusiveMinimum" in known else 0
        high = known.get("maximum", known.get("exclusiveMaximum", low + 12))
        options: list[float] = sorted({low, *(n for n in (1, 2, 7, high) if low <= n <= high)})
        return options[self._plan.choose(place, "value", len(options))]

    def _boolean(self, _known: Data, place: str, _depth: int) -> bool:
        return self._plan.choose(place, "value", 2) == 0

    def _null(self, _known: Data, _place: str, _depth: int) -> None:
        return None

    def _any(self, _known: Data, _place: str, _depth: int) -> str:
        return "Aspen wood"


def _distinct(made: list[Any]) -> list[Any]:
    kept: list[Any] = []
    for one in made:
        if one not in kept:
            kept.append(one)
    return kept


_MAKERS = {
    "object": Maker._object,
    "array": Maker._array,
    "string": Maker._string,
    "number": Maker._number,
    "integer": Maker._number,
    "boolean": Maker._boolean,
    "null": Maker._null,
}

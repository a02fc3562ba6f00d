"""One JSON Schema error, put into words a clerk knows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.schema.formats import FORMATS
from sgdocs.schema.loading import Schema
from sgdocs.schema.words import Field, field_at
from sgdocs.spelling import nearest

__all__ = ["Fault", "explain"]

_KINDS = {
    "object": "a group of fields",
    "array": "a list, each entry beginning with a dash",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "empty",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place."""

    rule: str
    steps: tuple[str | int, ...]
    message: str
    remedy: str = ""
    suggestion: str = ""
    missing: str = ""
    unknown_key: bool = False

    @property
    def shown(self) -> tuple[str | int, ...]:
        """Give the path to print: with a missing field's name, without an unknown one's."""
        if self.unknown_key:
            return self.steps[:-1]  # somebody may have typed a child's name as a field
        return (*self.steps, self.missing) if self.missing else self.steps


def explain(schema: Schema, error: Any) -> Iterator[Fault]:
    """Put one error of the JSON Schema library into words."""
    steps = tuple(error.absolute_path)
    field = field_at(schema, steps)
    about_names = "propertyNames" in error.absolute_schema_path
    kind = "propertyNames" if about_names else error.validator
    yield from _EXPLAINERS.get(kind, _other)(schema, error, steps, field)


_Steps = tuple[str | int, ...]


def _required(schema: Schema, error: Any, steps: _Steps, _field: Field) -> Iterator[Fault]:
    for name in error.validator_value:
        if name in error.instance:
            continue
        missing = field_at(schema, (*steps, name))
        yield Fault(
            "missing", steps, f"“{missing.title}” is missing.", missing.description, missing=name
        )


def _unknown(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    known = sorted(error.schema.get("properties", {}))
    for name in error.instance:
        if name not in known:
            meant = nearest(str(name), [k for k in known if k not in error.instance])
            message = f"there is a field here that “{field.title}” does not have."
            remedy = "" if meant else f"It may have: {', '.join(known)}."
            if " " in str(name).strip():  # {note: one thing, another} makes a field of “another”
                remedy = (
                    "If it is part of a sentence with a comma or colon, put all of it in quotes."
                )
            yield Fault("unknown-field", (*steps, name), message, remedy, meant, unknown_key=True)


def _enum(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    allowed = [str(v) for v in error.validator_value]
    meant = nearest(str(error.instance), allowed)
    yield Fault(
        "not-a-choice",
        steps,
        f"“{field.title}” is not one of the choices.",
        f"Choose one of: {', '.join(allowed)}.",
        meant,
    )


def _const(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    wanted = error.validator_value
    quotes = " Put it in quotes." if isinstance(wanted, str) else ""
    yield Fault("not-a-choice", steps, f"“{field.title}” must be {wanted}.", quotes.strip())


def _type(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    words = " or ".join(_KINDS[k] for k in kinds)
    if error.instance is None:
        remedy = "Fill it in, or take the whole line out."
        yield Fault("empty", steps, f"“{field.title}” is empty.", remedy)
        return
    remedy = "Put it in quotes." if "string" in kinds and _is_scalar(error.instance) else ""
    yield Fault("wrong-kind", steps, f"“{field.title}” must be {words}.", remedy)


def _format(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    what, remedy = FORMATS[error.validator_value].problem(str(error.instance))
    yield Fault(str(error.validator_value), steps, f"“{field.title}” {what}.", remedy)


def _pattern(_schema: Schema, _error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    yield Fault(
        "wrong-form", steps, f"“{field.title}” is not written as it should be.", field.description
    )


def _length(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    if error.validator == "minLength":
        empty = not error.instance
        message = "is empty." if empty else f"is shorter than {error.validator_value} characters."
        remedy = "Fill it in, or take the line out." if empty else field.description
    else:
        message, remedy = f"is longer than {error.validator_value} characters.", "Shorten it."
    yield Fault("wrong-length", steps, f"“{field.title}” {message}", remedy)


def _count(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    few = error.validator == "minItems"
    words = f"at least {error.validator_value}" if few else f"at most {error.validator_value}"
    yield Fault("wrong-count", steps, f"“{field.title}” must have {words} in the list.")


def _unique(_schema: Schema, _error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    yield Fault("repeated", steps, f"“{field.title}” has the same entry twice.", "Take one out.")


def _any_of(schema: Schema, error: Any, steps: _Steps, _field: Field) -> Iterator[Fault]:
    names = [n for choice in error.validator_value for n in choice.get("required", ())]
    titles = " or ".join(f"“{field_at(schema, (*steps, n)).title}”" for n in names)
    yield Fault("missing", steps, f"{titles} is needed here.", "Fill in one of them, or both.")


def _number(_schema: Schema, error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    bound = "least" if error.validator == "minimum" else "most"
    said = f"“{field.title}” must be at {bound} {error.validator_value}."
    yield Fault("wrong-number", steps, said)


def _names(_schema: Schema, _error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    yield Fault(
        "wrong-name",
        steps,
        f"a name in “{field.title}” is not written as it should be.",
        "Use small letters, digits, and the joining mark the others use.",
    )


def _other(_schema: Schema, _error: Any, steps: _Steps, field: Field) -> Iterator[Fault]:
    yield Fault("wrong-form", steps, f"“{field.title}” is not right.", field.description)


_EXPLAINERS: Mapping[str, Callable[[Schema, Any, _Steps, Field], Iterator[Fault]]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "enum": _enum,
    "const": _const,
    "type": _type,
    "format": _format,
    "pattern": _pattern,
    "minLength": _length,
    "maxLength": _length,
    "minItems": _count,
    "maxItems": _count,
    "uniqueItems": _unique,
    "anyOf": _any_of,
    "minimum": _number,
    "maximum": _number,
    "propertyNames": _names,
}


def _is_scalar(value: object) -> bool:
    return isinstance(value, int | float | bool)

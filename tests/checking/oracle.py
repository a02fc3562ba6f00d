"""The second opinion for plain texts: rendered with cases made from a schema."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, Template

from checking.schemas import SCHEMA
from sgdocs.checking import own_world, whole_schema
from sgdocs.checking.oracle import cases_of as made_of
from sgdocs.checking.oracle import environment_of
from sgdocs.checking.types.schemas import Schemas

__all__ = ["breaks", "cases_of", "environment", "outcomes"]


def environment(*, xml: bool = False) -> Environment:
    """Give Jinja as templates find it, with stand-ins for the filters of sgdocs."""
    return environment_of(own_world(), [SCHEMA.parent], lambda _raw: None, xml=xml)


def cases_of(count: int, words: frozenset[str] = frozenset()) -> Iterator[Any]:
    """Give data that fit the schema of the examples."""
    schemas = Schemas()
    return made_of(whole_schema(schemas.open(SCHEMA), schemas), count, words)


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

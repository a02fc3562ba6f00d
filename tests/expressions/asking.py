"""Short ways for these tests to ask a condition and print a template."""

from collections.abc import Mapping

from sgdocs.expressions import compile_condition, compile_template

__all__ = ["holds", "printed"]


def holds(source: str, facts: Mapping[str, object] | None = None) -> bool:
    """Ask one condition of some facts."""
    return compile_condition(source, name="the condition").holds(facts or {})


def printed(source: str, facts: Mapping[str, object] | None = None) -> str:
    """Print one plain-text template with some facts."""
    return compile_template(source, name="the template").render(facts or {})

"""The one expression language: conditions, file names, recipients, letters and Word templates."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.expressions.conditions import (
        Condition,
        compile_condition,
        condition_from,
        literals_compared,
    )
    from sgdocs.expressions.limits import LIMITS, Limits
    from sgdocs.expressions.refusals import ExpressionFailed, ExpressionRefused
    from sgdocs.expressions.registry import FILTERS, TESTS, Argument, Filter, Kind, Test
    from sgdocs.expressions.templates import Template, compile_template
    from sgdocs.expressions.tree import Node

__all__ = [
    "FILTERS",
    "LIMITS",
    "TESTS",
    "Argument",
    "Condition",
    "ExpressionFailed",
    "ExpressionRefused",
    "Filter",
    "Kind",
    "Limits",
    "Node",
    "Template",
    "Test",
    "compile_condition",
    "compile_template",
    "condition_from",
    "literals_compared",
]

__getattr__ = lazily(
    __name__,
    {
        "FILTERS": "registry",
        "LIMITS": "limits",
        "TESTS": "registry",
        "Argument": "registry",
        "Condition": "conditions",
        "ExpressionFailed": "refusals",
        "ExpressionRefused": "refusals",
        "Filter": "registry",
        "Kind": "registry",
        "Limits": "limits",
        "Node": "tree",
        "Template": "templates",
        "Test": "registry",
        "compile_condition": "conditions",
        "compile_template": "templates",
        "condition_from": "conditions",
        "literals_compared": "conditions",
    },
)

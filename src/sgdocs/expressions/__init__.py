"""The one expression language: conditions, file names, recipients, letters and Word templates."""

from sgdocs.expressions.conditions import Condition, compile_condition, literals_compared
from sgdocs.expressions.limits import LIMITS, Limits
from sgdocs.expressions.refusals import ExpressionFailed, ExpressionRefused
from sgdocs.expressions.registry import FILTERS, TESTS, Argument, Filter, Kind, Test
from sgdocs.expressions.templates import Template, compile_template

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
    "Template",
    "Test",
    "compile_condition",
    "compile_template",
    "literals_compared",
]

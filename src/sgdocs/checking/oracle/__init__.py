"""A second opinion: valid cases made from a schema, templates rendered with them for real."""

from sgdocs.checking.oracle.cases import cases_of
from sgdocs.checking.oracle.environments import environment_of
from sgdocs.checking.oracle.trials import Break, Printer, Trial, plain_printers, try_out
from sgdocs.checking.oracle.verdicts import disagreements
from sgdocs.checking.oracle.wholes import whole_schema

__all__ = [
    "Break",
    "Printer",
    "Trial",
    "cases_of",
    "disagreements",
    "environment_of",
    "plain_printers",
    "try_out",
    "whole_schema",
]

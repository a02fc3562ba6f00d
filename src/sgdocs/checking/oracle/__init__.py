"""A second opinion: valid cases made from a schema, templates rendered with them for real."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
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

__getattr__ = lazily(
    __name__,
    {
        "cases_of": "cases",
        "disagreements": "verdicts",
        "environment_of": "environments",
        "whole_schema": "wholes",
        **dict.fromkeys(("Break", "Printer", "Trial", "plain_printers", "try_out"), "trials"),
    },
)

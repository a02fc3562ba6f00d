"""`sgdocs schedule`: when everything is due, and why."""

from pathlib import Path

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import MOMENT, as_json, as_of, content_for, output, today
from sgdocs.cli.printing import (
    colour_wanted,
    deliver,
    print_findings,
    print_json,
    width,
)
from sgdocs.dates import DateProblem, Moment, parse_date
from sgdocs.errors import UsageRefused

__all__ = ["command"]

_FORMATS = ("table", "json", "csv", "xlsx", "ics", "svg", "pdf")

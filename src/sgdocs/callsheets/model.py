"""A call to make, and what a filled sheet says of those that were made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.findings import Finding

__all__ = ["Call", "Filled", "Reading"]


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make."""

    kind: str
    """What it is for, as the case file names it."""
    about: str
    """The short name of the agency or person in the case file."""
    whom: str
    ask_for: str
    phone: str
    why: str
    due: date | None
    standing: str
    """How the agency's answer stands, in words."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One row of a filled sheet: its number in the file, and its cells by their columns."""

    number: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a filled sheet means: the calls to record by their rows, and what is to put right."""

    entries: tuple[tuple[int, Mapping[str, Any]], ...]
    findings: tuple[Finding, ...]
    blank: int
    """Rows of calls that have not been made."""
    already: int
    """Rows of calls that the case has already, or that stand in the sheet twice."""

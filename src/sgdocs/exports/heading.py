"""What stands above a schedule: whose it is, by which procedure, on which day; never a child."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sgdocs.dates import words

__all__ = ["Heading", "Names"]

# The office's words for roles, by the id a procedure gives them.
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a schedule; `trail` says how it was made, for the foot of the page."""

    reference: str
    procedure: str
    as_of: date
    marking: str
    office: str
    trail: str = ""
    names: Names = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Name the schedule."""
        return f"Schedule of case {self.reference}"

    @property
    def stands(self) -> str:
        """Say which day it was made for."""
        return f"As it stands on {words(self.as_of)}"

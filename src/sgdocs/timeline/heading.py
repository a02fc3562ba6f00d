"""What stands above a timetable: whose it is, by which procedure, on which day; never a child."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Heading"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a timetable.

    `as_of` is the day, or the day and the time, in the words to be printed; `names` are the
    office's words for roles and papers, by the id a procedure gives them.
    """

    reference: str
    procedure_name: str
    as_of: str
    marking: str
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Name the timetable."""
        return f"Timetable of case {self.reference}"

    @property
    def stands(self) -> str:
        """Say which day it was made for, and by which procedure."""
        return f"As it stands on {self.as_of} · {self.procedure_name}"

    def role(self, name: str) -> str:
        """Give the words for a role, its id read aloud where it has none."""
        spoken = name.replace("_", " ")
        return self.names.get(name) or spoken[:1].upper() + spoken[1:]

    def paper(self, name: str) -> str:
        """Give the words for a paper, its number where it has none."""
        return self.names.get(name) or name

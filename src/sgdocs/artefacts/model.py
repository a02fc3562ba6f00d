"""What is asked for, and what is wanted: a paper of a step with everybody it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sgdocs.artefacts.addressing import Addressee
from sgdocs.procedure import Artefact
from sgdocs.schedule import Row

__all__ = ["SENT", "Asked", "Wanted"]

SENT = "It has been sent."
"""Why what has gone out is not made."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for: a paper or a step by name, or what the day calls for."""

    only: str = ""
    step: str = ""
    until: date | None = None
    """The last day whose papers are made ahead."""
    again: bool = False
    """True where what has been sent is to be made once more, as the next version."""
    editions: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Versions that were made again, by paper and whom it is about, and may be made anew until
    they are sent."""

    @property
    def by_name(self) -> bool:
        """Say whether something was asked for by name, whether due or not."""
        return bool(self.only or self.step)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One paper of one step, with everybody it is for, or the reason it is not made."""

    artefact: Artefact
    row: Row | None
    to: tuple[Addressee, ...]
    reason: str
    day: date
    """The day it bears: today, or the day it is to go where it is made ahead."""
    version: int = 1
    replaces: date | None = None
    """The day the version before was sent."""
    pressing: bool = False
    """True where somebody must do something so that it can be made."""

    @property
    def frozen(self) -> bool:
        """Say whether it is not made because it has been sent."""
        return self.reason == SENT

    @property
    def about(self) -> str:
        """Say in words what it is made for, without any child's name."""
        if self.row is None:
            return self.artefact.title
        what = self.row.title
        return f"{what} ({self.row.instance.label})" if self.row.instance else what

    @property
    def about_id(self) -> str:
        """Give the short name of the agency, action or person it is for, if it is for one."""
        return self.row.instance.id if self.row and self.row.instance else ""

    @property
    def instance(self) -> str:
        """Name the agency, action or person it is for, if it is for one."""
        return self.row.instance.key if self.row and self.row.instance else ""

"""What is bound: the papers, and the sheet that lies over them."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Cover", "Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """One paper to bind: its title, its PDF, and what it is called in the office."""

    title: str
    pdf: bytes
    document_id: str = ""
    foreign: bool = False
    """Some of its pages came from elsewhere, and no standard is claimed for them."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says: from which office, for whom, about which case, how it is marked."""

    title: str
    recipient: tuple[str, ...]
    reference: str
    marking: str
    made_on: date
    office: str
    contact: tuple[str, ...]
    language: str = "en-GB"
    draft: bool = False

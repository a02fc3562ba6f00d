"""A letter as the wording editor wrote it, and what stands around it when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sgdocs.expressions import Template
from sgdocs.papers import Letterhead

__all__ = ["Frame", "Labels", "Letter"]

_Day = date  # a field of the same name hides the type


@dataclass(frozen=True, slots=True)
class Labels:
    """The words on every letter, from letters/labels.yaml."""

    reference: str
    date: str
    enclosed: str
    replaces: Template
    """Says that this version takes the place of one sent before."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, checked and ready to be composed with facts."""

    file: str
    artefact: str
    title: Template
    to: tuple[str, ...]
    sender: str
    """The role it comes from, where that is not the office."""
    subject: Template
    encloses: tuple[str, ...]
    source: tuple[str, str]
    sign_off: tuple[Template, ...]
    body: Template
    labels: Labels


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the words: from whom, to whom, when, and under which reference."""

    letterhead: Letterhead
    addressee: tuple[str, ...]
    date: date
    reference: str
    document_id: str
    version: str
    marking: str
    artefact_titles: Mapping[str, str] = field(default_factory=dict)
    draft: bool = False
    replaces: _Day | None = None
    """The day the version before was sent."""

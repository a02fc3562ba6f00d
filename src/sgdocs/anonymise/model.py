"""What the masker speaks of: somebody known, a mask, a flag."""

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Flag", "Group", "Known", "KnownDay", "Mask", "Masked", "Person", "Place", "Value"]


class Group(StrEnum):
    """How somebody stands to the case."""

    CHILD = "child"
    FAMILY = "family"
    OTHER = "other"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the case file names, with every form of the name it holds."""

    key: str
    group: Group
    role: str
    full: str
    given: str = ""
    family: str = ""
    known_as: str = ""
    title: str = ""
    aliases: tuple[str, ...] = ()
    sex: str = ""
    numbered: bool = False
    chosen: str = ""
    """The label a person chose for published papers, if any."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place the case file names: a school, a street, a town."""

    key: str
    kind: str
    name: str
    owner: str = ""
    """Who lives or works there, where it is known from an address."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number, reference, postcode, address on the net or online name, as the case file has it."""

    key: str
    kind: str
    text: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A date the case file holds, and what it is of."""

    iso: str
    label: str
    owner: str = ""
    loose: bool = False
    """Whether the label is a person's own words."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything in a case file that says who is meant, and what may stay."""

    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    values: tuple[Value, ...] = ()
    days: tuple[KnownDay, ...] = ()
    kept: tuple[str, ...] = ()
    """Names that may stay: agencies, councils, the reviewer, whoever may be published."""
    doubtful: tuple[str, ...] = ()
    """Names of agencies that tell a place, such as a hospital: a person decides."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch of the text that is replaced."""

    start: int
    end: int
    label: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A stretch of the text that a person has to decide about."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Masked:
    """What was found in a text: offsets are code points of the text as given."""

    masks: tuple[Mask, ...] = field(default=())
    flags: tuple[Flag, ...] = field(default=())

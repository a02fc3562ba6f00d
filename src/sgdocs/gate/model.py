"""What the gate looks at, and what it says of it: where, and never what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Atom", "Code", "Examined", "Found", "Manner", "Passage", "Picture"]


class Code(StrEnum):
    """Why a file is refused."""

    IDENTIFIES = "identifies"
    UNOPENABLE = "unopenable"
    UNDECODABLE = "undecodable"
    UNKNOWN = "unknown"
    PICTURE = "picture"
    ENCRYPTED = "encrypted"
    REVISIONS = "revisions"
    STRAY_BYTES = "stray-bytes"
    PROGRAM = "program"
    ELSEWHERE = "elsewhere"
    TOO_LARGE = "too-large"


REASONS: Mapping[Code, str] = {
    Code.IDENTIFIES: "something the case file identifies stands here",
    Code.UNOPENABLE: "this cannot be opened",
    Code.UNDECODABLE: "this cannot be read as text",
    Code.UNKNOWN: "the gate does not know this kind of content",
    Code.PICTURE: "nobody has signed for this picture",
    Code.ENCRYPTED: "this is locked",
    Code.REVISIONS: "the file holds older versions of itself",
    Code.STRAY_BYTES: "there is something outside the file's own order",
    Code.PROGRAM: "this is a program",
    Code.ELSEWHERE: "this is fetched from elsewhere",
    Code.TOO_LARGE: "this is larger than the gate looks at",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One reason not to release a file: its code, the channel and the place."""

    code: Code
    channel: str
    place: str = ""
    fact: str = ""
    """The path of the fact in the case file; never its value."""

    @property
    def reason(self) -> str:
        """Say it in words."""
        return REASONS[self.code]

    def line(self) -> str:
        """Put it on one line for a person."""
        place = f" ({self.place})" if self.place else ""
        fact = f" [{self.fact}]" if self.fact else ""
        return f"{self.channel}{place}: {self.reason}{fact}"

    def as_json(self) -> dict[str, str]:
        """Give it as plain data."""
        return {
            "code": str(self.code),
            "channel": self.channel,
            "place": self.place,
            "fact": self.fact,
            "reason": self.reason,
        }


class Manner(StrEnum):
    """How words stand in a place."""

    PROSE = "prose"
    LABEL = "label"
    """A name somebody gave: a bookmark, a file's name, a property."""
    CODE = "code"
    """A closed vocabulary of the format, in which ordinary words mean nothing."""
    JOINED = "joined"
    """Text whose lines and cells were put together without a gap."""
    GLUED = "glued"
    """Text from which the gaps between all words may be missing."""


Atom = tuple[str, str]
"""A channel, and text in it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text in reading order, each piece with the channel it came by."""

    place: str
    atoms: tuple[Atom, ...]
    manner: Manner = Manner.PROSE


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, which a person must look at."""

    sha256: str
    place: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What the gate found in one file."""

    file: str
    kind: str
    sha256: str
    found: tuple[Found, ...]
    pictures: tuple[Picture, ...] = field(default=())

    @property
    def clean(self) -> bool:
        """Say whether nothing at all was found."""
        return not self.found

    def as_json(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "file": self.file,
            "kind": self.kind,
            "sha256": self.sha256,
            "clean": self.clean,
            "found": [f.as_json() for f in self.found],
            "pictures": [{"sha256": p.sha256, "place": p.place} for p in self.pictures],
        }

"""What a reader of one kind of file hands on: text, refusals, pictures and files within."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sgdocs.gate.model import Atom, Code, Found, Manner, Passage, Picture

__all__ = ["Evidence", "Inner"]


@dataclass(frozen=True, slots=True)
class Inner:
    """A file inside a file: what it is called there, its bytes, and by which channel it came."""

    name: str
    data: bytes
    channel: str


@dataclass(slots=True)
class Evidence:
    """Everything that was read in one file."""

    passages: list[Passage] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    inner: list[Inner] = field(default_factory=list)

    def say(self, channel: str, place: str, text: str, manner: Manner = Manner.PROSE) -> None:
        """Hand on one text."""
        if text:
            self.passages.append(Passage(place, ((channel, text),), manner))

    def read(self, place: str, atoms: Iterable[Atom], manner: Manner = Manner.PROSE) -> None:
        """Hand on text in pieces, in reading order."""
        kept = tuple(a for a in atoms if a[1])
        if kept:
            self.passages.append(Passage(place, kept, manner))

    def refuse(self, code: Code, channel: str, place: str = "") -> None:
        """Hand on a reason to refuse, once."""
        found = Found(code, channel, place)
        if found not in self.found:
            self.found.append(found)

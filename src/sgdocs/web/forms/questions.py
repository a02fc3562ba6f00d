"""What a page may ask: questions, alone and in groups, and lists with pages of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Choice", "Group", "Kind", "Many", "Page", "Question", "Steps"]

Steps = tuple[str | int, ...]

_DATE_PARTS = ("day", "month", "year")


class Kind(StrEnum):
    """How a question is answered."""

    LINE = "line"
    LONG = "long"
    LINES = "lines"
    TEXTS = "texts"
    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"
    ONE = "one"
    SELECT = "select"
    SEVERAL = "several"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed list, and how it is said."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question; the name leads to its answer from the page's own place."""

    name: str
    steps: Steps
    kind: Kind
    label: str
    hint: str
    required: bool
    choices: tuple[Choice, ...] = ()

    @property
    def id(self) -> str:
        """Name it on the page."""
        return "f-" + self.name.replace(".", "-")

    @property
    def boxes(self) -> tuple[str, ...]:
        """Name the boxes it is answered in."""
        parts = {Kind.DATE: _DATE_PARTS, Kind.MOMENT: (*_DATE_PARTS, "time")}.get(self.kind)
        return tuple(f"{self.name}-{part}" for part in parts) if parts else (self.name,)


@dataclass(frozen=True, slots=True)
class Many:
    """A list of entries that each have a page of their own; where it is beneath its page."""

    steps: Steps
    label: str
    hint: str
    entry: str
    """What one entry is called."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together, under a heading of their own where they have one."""

    label: str
    hint: str
    questions: tuple[Question, ...]
    inner: tuple["Group", ...] = ()
    """Groups within it, each under a heading of its own."""
    needed: bool = True
    """False where it can be left out, so that it is folded away while it is empty."""

    @property
    def every(self) -> tuple[Question, ...]:
        """Give its questions and those of the groups within it."""
        return (*self.questions, *(q for group in self.inner for q in group.every))

    def is_open(self, boxes: Mapping[str, tuple[str, ...]], wrong: Mapping[str, str]) -> bool:
        """Say whether something in it is filled in, or to be put right."""
        words = (text for q in self.every for box in q.boxes for text in boxes.get(box, ()))
        return any(words) or any(q.id in wrong for q in self.every)


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked at one place of a case."""

    steps: Steps
    title: str
    hint: str
    groups: tuple[Group, ...]
    lists: tuple[Many, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Give every question, in the order of the page."""
        return tuple(q for group in self.groups for q in group.every)

"""A form that came back, as far as it can be read without knowing which form it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Answer", "FileKind", "Reading", "Unread"]

FileKind = Literal["word", "pdf", ""]


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in one field, by the field's name in the file; a tick is `yes` or nothing."""

    name: str
    text: str
    exact: str = ""
    """The day that a date picker keeps beside the words, year first."""
    remarks: tuple[str, ...] = ()
    """What a person should know of it, such as that changes were tracked in it."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file could not be read, and what to do."""

    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One form as it was read.

    `nameless` counts the fields whose names are lost; `rows` is what stands in the tables of a
    form that has lost its fields.
    """

    file: str
    sha256: str = ""
    kind: FileKind = ""
    data: bytes = field(default=b"", repr=False)
    came: str = ""
    carried: bool = False
    identity: str = ""
    answers: tuple[Answer, ...] = ()
    nameless: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    mended: bool = False
    """The file was damaged, and was put together again as far as it went."""
    unread: Unread | None = None

    def as_data(self) -> Mapping[str, Any]:
        """Give it as plain data, but for the bytes."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "kind": self.kind,
            "came": self.came,
            "carried": self.carried,
            "identity": self.identity,
            "answers": [[a.name, a.text, a.exact, list(a.remarks)] for a in self.answers],
            "nameless": self.nameless,
            "rows": [list(row) for row in self.rows],
            "mended": self.mended,
            "unread": [self.unread.what, self.unread.remedy] if self.unread else None,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any], content: bytes) -> "Reading":
        """Take it from plain data again."""
        plain = ("file", "sha256", "kind", "came", "carried", "identity", "nameless", "mended")
        return cls(
            **{name: data[name] for name in plain},
            data=content,
            answers=tuple(_answer(each) for each in data["answers"]),
            rows=tuple(tuple(row) for row in data["rows"]),
            unread=Unread(*data["unread"]) if data["unread"] else None,
        )


def _answer(data: Sequence[Any]) -> Answer:
    name, text, exact, remarks = data
    return Answer(name, text, exact, tuple(remarks))

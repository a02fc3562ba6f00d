"""The questions somebody answers by name before a report is published."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.reading import read_file, require_mapping

__all__ = ["Checklist", "Question", "load_checklist"]

_FILE = "release-checklist.yaml"


@dataclass(frozen=True, slots=True)
class Question:
    """One question."""

    id: str
    group: str
    ask: str
    why: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """All questions, the steps of signing off, and the words of the certificate."""

    questions: tuple[Question, ...]
    sign_off: Mapping[str, str]
    certificate: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the questions' short names, in order."""
        return tuple(q.id for q in self.questions)


def load_checklist(content: Content) -> Checklist:
    """Load the checklist, the workspace's own where it has one."""
    name = f"templates/{_FILE}"
    data = require_mapping(read_file(content.path("templates", _FILE), name=name))
    try:
        return _built(data)
    except (KeyError, TypeError, AttributeError):
        raise InputRefused(
            "the checklist does not have the form it must have.",
            where=name,
            remedy="Compare it with the file that came with the program.",
        ) from None


def _built(data: Mapping[str, Any]) -> Checklist:
    questions = tuple(
        Question(*(str(entry[part]) for part in ("id", "group", "ask", "why")))
        for entry in data["questions"]
    )
    words = {str(k): str(v) for k, v in data["certificate"].items()}
    words = {part: words[part] for part in ("title", "statement", "marking")}
    signed = {str(k): str(v) for k, v in data["sign_off"].items()}
    if not questions or len({q.id for q in questions}) != len(questions):
        raise KeyError
    return Checklist(questions, signed, words)

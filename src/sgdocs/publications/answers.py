"""What people answered and signed, as it is kept beside the case file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs import schema
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.publications.checklist import Checklist, Question
from sgdocs.reading import parse, read_file, require_mapping

__all__ = ["Answers", "answers_file", "read_answers"]

_NONE = "format: 1\n"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, the pictures somebody looked at, and the signatures."""

    given: Mapping[str, Mapping[str, Any]]
    """The last answer to each question, by its short name."""
    pictures: Mapping[str, Mapping[str, Any]]
    signatures: tuple[Mapping[str, Any], ...]

    def holds(self, question: Question) -> str:
        """Say why a question still keeps the report back; nothing where it does not."""
        answer = self.given.get(question.id)
        if answer is None:
            return "not answered"
        if answer["answer"] == "no":
            return "answered no"
        if answer["answer"] == "not_applicable" and not answer.get("note"):
            return "said not to apply, without a note that says why"
        return ""

    def signed(self, contents: str) -> Mapping[str, Any] | None:
        """Give the last signature for these very files."""
        return next((s for s in reversed(self.signatures) if s["contents"] == contents), None)


def answers_file(case: Path) -> Path:
    """Name the file in which a case's answers are kept."""
    return case.parent / "anonymise" / "checklist.yaml"


def read_answers(case: Path, checklist: Checklist, content: Content) -> Answers:
    """Read the answers of a case; none where nobody has answered anything."""
    path = answers_file(case)
    document = read_file(path) if path.is_file() else parse(_NONE, name=str(path), kind="yaml")
    data = require_mapping(document)
    for finding in schema.check(document, schema.load_schema(content, "release")):
        raise InputRefused(finding.message, where=finding.place, remedy=finding.remedy)
    answers = data.get("answers", ())
    for number, answer in enumerate(answers):
        if answer["question"] not in checklist.names:
            where = f"{document.place(('answers', number)).line}"
            raise InputRefused("there is no such question.", where=f"{path}:{where}")
    return Answers(
        {a["question"]: a for a in answers},
        {p["sha256"]: p for p in data.get("pictures", ())},
        tuple(data.get("signatures", ())),
    )

"""Make a published paper: Word, PDF and web page with the same masked words."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs import briefing
from sgdocs.content import Content
from sgdocs.papers import Letterhead, Paper, as_html, as_pdf
from sgdocs.wordreading import read_word
from sgdocs.wordtemplates import load_template

__all__ = ["Printer", "Publication", "papers_for"]

_FULL = ("final-report", "exec-summary", "easy-read", "practitioner-brief", "briefing")
_IMPROVEMENTS = ("improvements-only", "briefing")

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Publication:
    """One published paper in its three forms, each by the name of its file."""

    name: str
    title: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Printer:
    """Makes published papers on the office's own paper."""

    content: Content
    letterhead: Letterhead
    marking: str
    day: date

    def make(self, name: str, facts: Facts) -> Publication:
        """Make one paper. Raises ExpressionFailed where a fact is missing."""
        return self._briefing(facts) if name == "briefing" else self._paper(name, facts)

    def _paper(self, name: str, facts: Facts) -> Publication:
        template = load_template(self.content, f"{name}.docx")
        title = template.title(facts)
        word = template.fill(facts, self._around(title))
        paper = Paper(
            title=title,
            reference="",
            document_id=title,
            version="1",
            date=self.day,
            marking=self.marking,
            letterhead=self.letterhead,
            blocks=read_word(word, template.file),
            kind="record",
            landscape=template.landscape,
        )
        page = as_html(paper).encode()
        return Publication(name, title, _files(name, word, as_pdf(paper, self.content), page))

    def _briefing(self, facts: Facts) -> Publication:
        issue = briefing.Issue(self.letterhead.office, "1", self.day)
        made = briefing.Briefing.from_case(facts["case"], issue)
        word, pdf = briefing.as_docx(made, self.content), briefing.as_pdf(made, self.content)
        page = briefing.as_html(made, self.content).encode()
        return Publication("briefing", made.title, _files("briefing", word, pdf, page))

    def _around(self, title: str) -> dict[str, object]:
        """Give what stands around the words: nothing in it names the case."""
        head = self.letterhead
        return {
            "office": head.office,
            "address": list(head.address),
            "email": head.email,
            "phone": head.phone,
            "marking": self.marking,
            "document_id": title,
            "reference": title,
            "version": "1",
            "title": title,
            "language": "en-GB",
            "draft": False,
            "date": self.day,
        }


def papers_for(form: str, report: Facts) -> tuple[str, ...]:
    """Name the papers that are published, by the form the partners decided on."""
    return tuple(_papers(form, report))


def _papers(form: str, report: Facts) -> Iterator[str]:
    for name in _FULL if form == "full" else _IMPROVEMENTS:
        if name == "easy-read" and "easy_read" not in report:
            continue
        if name == "briefing" and "approved_on" not in report.get("briefing", {}):
            continue
        yield name


def _files(name: str, word: bytes, pdf: bytes, page: bytes) -> dict[str, bytes]:
    return {f"{name}.docx": word, f"{name}.html": page, f"{name}.pdf": pdf}


def as_json(value: Any) -> bytes:
    """Write plain data as JSON for people and programs."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()

"""The review's own words: from its folder beside the case file, else from the case."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sgdocs import schema
from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.letters import Source, read_blocks
from sgdocs.opening.limits import FILE_BYTES
from sgdocs.papers import Block
from sgdocs.pipeline.reviewtexts import FOLDER, read_text
from sgdocs.publications import load_headings, report_of
from sgdocs.reading import dump, parse
from sgdocs.wordreading import read_word

__all__ = ["review_text", "sources"]

_ENDINGS = (".md", ".docx")


def review_text(case: Case, path: Path, content: Content) -> Mapping[str, Any]:
    """Give the report's words: what the review's folder has, over what the case file has."""
    report: dict[str, Any] = dict(case.get("report", {}))
    asked = case.get("review.terms_of_reference")
    if asked:
        report.setdefault("terms_of_reference", asked)
    headings = load_headings(content)
    for file in sources(path):
        report |= report_of(_blocks(file), headings, str(file))
    _require_shape(case, report, content)
    return report


def sources(path: Path) -> tuple[Path, ...]:
    """List the files of a case's review, in order; what Word keeps beside an open one is none."""
    folder = path.parent / FOLDER
    found = folder.iterdir() if folder.is_dir() else ()
    kept = (p for p in found if p.suffix.lower() in _ENDINGS and not p.name.startswith((".", "~$")))
    return tuple(sorted(kept))


def _blocks(file: Path) -> tuple[Block, ...]:
    if file.suffix.lower() == ".md":
        return read_blocks(Source(read_text(file), str(file), str))
    try:
        if file.stat().st_size > FILE_BYTES:
            raise InputRefused("this Word file is too large.", where=str(file))
        return read_word(file.read_bytes(), str(file))
    except OSError:
        raise InputRefused(
            "this file could not be read.", where=str(file), remedy="Close it in Word."
        ) from None


def _require_shape(case: Case, report: Mapping[str, Any], content: Content) -> None:
    """Refuse a report that no case file could hold; the place is named, never the words."""
    whole = parse(dump({**case.data, "report": report}), name="the review's words", kind="yaml")
    for finding in _faults(whole, content):
        raise InputRefused(finding, where="review")


def _faults(whole: Any, content: Content) -> Iterator[str]:
    for finding in schema.check(whole, schema.load_schema(content, "case")):
        if finding.path.startswith("$.report"):
            yield f"{finding.path} {finding.message}"

"""What it costs to make a form fillable, against setting and filling the same form as it was."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from sgdocs.content import Content
from sgdocs.forms import FormIdentity, fields_of, fillable_pdf, fillable_word
from sgdocs.papers import Paper, as_docx, as_pdf
from sgdocs.pipeline.blankforms import Blank, blank_form

_FORM = Blank("nel", "SCSI-5", date(2026, 3, 10), {"chronology": 40})
_IDENTITY = FormIdentity("NEL-2026-001", "SCSI-5", "police", 1)
_TIMES = 9


def run() -> dict[str, float]:
    """Set a form of 40 rows with its fields, with boxes to print, and lock its Word file."""
    content = Content()
    paper = blank_form(content, _FORM).paper
    assert paper is not None
    to_fill = replace(paper, filling="to_fill")
    fields, boxes = _medians(lambda: _fillable(to_fill, content), lambda: as_pdf(paper, content))
    word = as_docx(paper, content)
    locked, written = _medians(
        lambda: fillable_word(word, _IDENTITY, "form"), lambda: as_docx(paper, content)
    )
    return {
        "fields of the form": float(len(fields_of(paper.blocks))),
        "its PDF with fields, ms": fields * 1000,
        "its PDF with fields, times the same with boxes to print": fields / boxes,
        "its Word file locked, marked and named, ms": locked * 1000,
        "the same, times writing the file": locked / written,
    }


def _fillable(paper: Paper, content: Content) -> bytes:
    return fillable_pdf(as_pdf(paper, content), paper, _IDENTITY)


def _medians(one: Callable[[], Any], other: Callable[[], Any]) -> tuple[float, float]:
    """Time two jobs by turns, so that a slow moment slows both."""
    one(), other()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(_TIMES):
        for job, times in zip((one, other), taken, strict=True):
            start = time.perf_counter()
            job()
            times.append(time.perf_counter() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])

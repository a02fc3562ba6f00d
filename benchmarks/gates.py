"""How long the gate takes over fifty pages, against readers that only take out the text."""

import io
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from pypdf import PdfReader

from sgdocs.content import Content
from sgdocs.gate import examine, needles, public_of
from sgdocs.papers import Letterhead
from sgdocs.publications import Printer
from sgdocs.reading import read_file

_EXAMPLE = Path(__file__).parents[1] / "examples" / "nel" / "case.yaml"
_ROUNDS = 3
_WORDS = (
    "The practitioners who knew the family wrote down what they noticed and nobody was asked to "
    "read the records side by side until the review began."
)
_EPISODES = 84


def run() -> dict[str, float]:
    """Examine a long report, clean, as Word and as PDF."""
    case = read_file(_EXAMPLE).data
    wanted = needles(case, public_of(case))
    files = _report(case)
    pdf, word = files["exec-summary.pdf"], files["exec-summary.docx"]
    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    readers: dict[str, Callable[[], Any]] = {
        "pdf": lambda: [p.extract_text() for p in PdfReader(io.BytesIO(pdf)).pages],
        "docx": lambda: [p.text for p in Document(io.BytesIO(word)).paragraphs],
    }
    assert examine("a.pdf", pdf, wanted).clean
    assert examine("a.docx", word, wanted).clean
    gate = {
        "pdf": _median(lambda: examine("a.pdf", pdf, wanted)),
        "docx": _median(lambda: examine("a.docx", word, wanted)),
    }
    return {
        f"PDF of {pages} pages examined, s (at most 1)": gate["pdf"],
        "the same, as part of pypdf taking out its text": gate["pdf"] / _median(readers["pdf"]),
        "the Word file, s (at most 1)": gate["docx"],
        "the same, times python-docx's paragraphs": gate["docx"] / _median(readers["docx"]),
    }


def _report(case: dict[str, Any]) -> dict[str, bytes]:
    """Make a long summary, without names, of the example's own words again and again."""
    words = "\n\n".join(_WORDS.replace("family", f"family {n}") * 9 for n in range(_EPISODES))
    report = {k: v for k, v in case["report"].items() if k not in ("sign_off", "publication")}
    facts = {
        "case": {
            "report": {**report, "summary": words, "systemic_reasons": words},
            "review": {"reviewer": {"name": case["review"]["reviewer"]["name"]}},
        },
        "partnership": {"name": "Example Partnership", "terms": {}},
    }
    head = Letterhead("Example office", ("1 Example Street",), "office@example.org", "01632 960000")
    printer = Printer(Content(), head, "FOR PUBLICATION", date(2026, 7, 9))
    return dict(printer.make("exec-summary", facts).files)


def _median(work: Callable[[], Any]) -> float:
    """Time it in the processor's own seconds: other programs do not count."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)

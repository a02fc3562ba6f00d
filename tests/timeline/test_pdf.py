"""The PDF: every date in words, for print and for a screen reader."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.schedule import Row
from sgdocs.timeline import typeset_pdf
from timeline.rows import AGENCIES, BEFORE, CALENDAR, MIDDLE, agency, case, heading, on

TESTS = Path(__file__).parents[1]
AGAIN = """
import hashlib, sys
from timeline.rows import CALENDAR, MIDDLE, case, heading
from sgdocs.content import Content
from sgdocs.timeline import typeset_pdf
made = typeset_pdf(case(MIDDLE), heading(MIDDLE), CALENDAR, MIDDLE, Content())
sys.stdout.write(hashlib.sha256(made).hexdigest())
"""


def typeset(rows: tuple[Row, ...] | None = None, content: Content | None = None) -> bytes:
    shown = case(MIDDLE) if rows is None else rows
    return typeset_pdf(shown, heading(MIDDLE), CALENDAR, MIDDLE, content or Content())


@pytest.fixture(scope="module")
def made() -> PdfReader:
    return PdfReader(BytesIO(typeset()))


@pytest.fixture(scope="module")
def pages(made: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in made.pages]


def test_it_is_tagged_titled_and_in_english(made: PdfReader) -> None:
    root: Any = made.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata is not None
    assert made.metadata.title == "Timetable of case EXM-2025-014"


def test_it_claims_both_standards(made: PdfReader) -> None:
    root: Any = made.trailer["/Root"]
    claims = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims
    assert "<pdfaid:part>2</pdfaid:part>" in claims
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in claims


def test_the_tables_have_header_cells_and_the_picture_has_words(made: PdfReader) -> None:
    elements = list(_elements(made.trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]
    tags = Counter(str(e["/S"]) for e in elements)
    assert tags["/Table"] == 2
    assert tags["/TH"] == 5 + 4
    assert tags["/H1"] == 1
    first, *_ = (e["/Alt"] for e in elements if e["/S"] == "/Figure")
    assert "Overdue: Return the form, or a nil return: Saltings Homes" in first
    assert "The tables after the picture give every date in words." in first


def test_every_page_has_reference_marking_and_number(pages: list[str]) -> None:
    for number, text in enumerate(pages, 1):
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert "Case EXM-2025-014" in text
        assert f"Page {number} of {len(pages)}" in text


def test_every_date_of_the_picture_is_in_the_table_too(pages: list[str]) -> None:
    table = " ".join(pages).split("Every date", 1)[1]
    for said in (
        "Mon 22 Dec 2025 Tell the group Partnership team SCSI-3 Done on Mon 22 Dec 2025",
        "Tue 23 Dec 2025 Tell the group Partnership team none Other reading: Flowchart 2, day two",
        "Mon 22 Dec 2025 Arrange the conference Partnership team none Done late on Wed 24 Dec 2025",
        "Saltings Homes Agency SCSI-5 Overdue by 2 working days",
        "Tue 6 Jan 2026 to Wed 7 Jan 2026 Read the report",
        "Due soon, a target, not a limit",
        "Mon 13 Jul 2026 Complete the review Safeguarding partners none To come",
        "Tue 13 Jul 2027 Keep the report public Partnership team none To come, at least until",
        "Devise the action plan Partnership team none Not dated yet",
    ):
        assert said in table
    assert all(name in table for name in AGENCIES)


def test_many_lines_go_on_over_several_pages() -> None:
    rows = tuple(
        on(MIDDLE, MIDDLE, step=f"step-{n}", title=f"Do thing number {n}") for n in range(70)
    )
    text = [page.extract_text() for page in PdfReader(BytesIO(typeset(rows))).pages]
    drawn = [t for t in text if "Today, Tue 6 Jan 2026" in t]
    assert len(drawn) >= 2
    assert all("Partnership team" in t and "due today" in t for t in drawn)
    assert "Timetable of case EXM-2025-014, continued" in drawn[1]
    assert sum("Where it stands" in t for t in text) >= 2


def test_a_name_that_looks_like_markup_is_printed_as_it_is() -> None:
    odd = '#panic("x") = $a$ *b* <c> & \\d'
    text = "".join(
        p.extract_text()
        for p in PdfReader(BytesIO(typeset((on(BEFORE, MIDDLE, title=odd),)))).pages
    )
    assert text.count(odd) == 2


def test_the_same_schedule_gives_the_same_bytes_elsewhere_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path))
    env = {**os.environ, **temporary, "PYTHONHASHSEED": "7", "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", AGAIN]
    again = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    assert again.stdout == sha256(typeset()).hexdigest()
    assert list(tmp_path.iterdir()) == []


def test_a_template_with_a_fault_is_refused_without_quoting_the_case(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "timeline.typ").write_text(
        "#let data = json(bytes(sys.inputs.data))\n#panic(data.dated)\n", encoding="utf-8"
    )
    rows = (on(BEFORE, MIDDLE, instance=agency(0)),)
    with pytest.raises(InputRefused) as refused:
        typeset(rows, Content(workspace=tmp_path))
    assert "timeline.typ" in str(refused.value)
    assert AGENCIES[0] not in str(refused.value)


def _elements(node: Any) -> Iterator[Any]:
    here = node.get_object()
    for kid in here if isinstance(here, list) else [here]:
        found = kid.get_object()
        if isinstance(found, dict):
            if "/S" in found:
                yield found
            if "/K" in found:
                yield from _elements(found["/K"])

"""How quickly Word templates are filled, against docxtpl and against the least it could take."""

import io
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from sgdocs.content import Content
from sgdocs.papers import pack
from sgdocs.wordtemplates import WordTemplate, load_template

_ROUNDS = 15
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FRAME = {"language": "en-GB", "date": date(2026, 11, 20), "draft": False}
_WORDS = "The agency’s records were searched for everybody named in the request. " * 4
_NAMES = tuple(f"{name} & Sons" for name in ("Harbour", "Quay", "Mill", "Abbey", "Castle"))


def run() -> dict[str, float]:
    """Fill a letter, a form and a report each way; give ratios of the best times."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for kind, (made, data) in _SPECIMENS.items():
            times = _times(Path(name), kind, made(), data)
            ours = times["ours"]
            figures[f"{kind}, ms"] = ours * 1000
            figures[f"{kind}: docxtpl takes times as long (at least 50)"] = times["docxtpl"] / ours
            figures[f"{kind}: part of the bound (at least 0.75)"] = times["bound"] / ours
            if "mailmerge" in times:
                figures[f"{kind}: docx-mailmerge takes times as long"] = times["mailmerge"] / ours
    if find_spec("mailmerge") is None:
        print("  (docx-mailmerge is not compared, because it is not installed)")
    return figures


def _times(
    folder: Path, kind: str, document: Document, data: Mapping[str, object]
) -> dict[str, float]:
    """Time each way in turn, after they agree on every word."""
    place = folder / "templates" / f"{kind}.docx"
    place.parent.mkdir(exist_ok=True)
    document.core_properties.title, document.core_properties.subject = kind, "report"
    document.core_properties.comments = "the document | its section"
    document.save(str(place))
    template = load_template(Content(folder), place.name)
    ways: dict[str, Callable[[], object]] = {
        "docxtpl": lambda: _with_docxtpl(place, data),
        "bound": _bound(template, data),
        "ours": lambda: template.fill(data, _FRAME),
    }
    if kind == "letter" and find_spec("mailmerge"):
        ways["mailmerge"] = _merge(folder, data)
    assert _text(template.fill(data, _FRAME)) == _text(_with_docxtpl(place, data))
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(_ROUNDS):
        for name, way in ways.items():
            times[name].append(_timed(way, 1 if name == "docxtpl" else 10))
    return {name: min(measured) for name, measured in times.items()}


def _timed(way: Callable[[], object], turns: int) -> float:
    start = time.perf_counter()
    for _ in range(turns):
        way()
    return (time.perf_counter() - start) / turns


def _with_docxtpl(place: Path, data: Mapping[str, object]) -> bytes:
    template = DocxTemplate(place)
    template.render(dict(data), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _bound(template: WordTemplate, data: Mapping[str, object]) -> Callable[[], object]:
    """Give what Jinja's own compiled templates of the same parts take, and their deflating."""
    environment = Environment(autoescape=True)
    facts = {**data, **_FRAME}
    parts = {n: environment.from_string(p.template.source) for n, p in template.parts.items()}
    return lambda: [pack(n, part.render(facts).encode()) for n, part in parts.items()]


def _merge(folder: Path, data: Mapping[str, object]) -> Callable[[], object]:
    """Merge the plain values of a letter: loops and conditions it has none."""
    from mailmerge import MailMerge  # noqa: PLC0415 - not everybody has it

    names = [name for name, value in data.items() if isinstance(value, str)]
    document = docx.Document()
    for name in names * 4:
        field = docx.oxml.OxmlElement("w:fldSimple")
        field.set(docx.oxml.ns.qn("w:instr"), f" MERGEFIELD {name} ")
        document.add_paragraph()._p.append(field)
    place = folder / "merge.docx"
    document.save(str(place))

    def merge() -> None:
        with MailMerge(str(place)) as merged:
            merged.merge(**{name: str(data[name]) for name in names})
            merged.write(io.BytesIO())

    return merge


def _text(data: bytes) -> list[str]:
    """Give the words of each paragraph."""
    with ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p")]


def _letter() -> Document:
    document = docx.Document()
    for line in ("{{ name }}", "{{ job }}", "{{ organisation }}", "{{ reference }}", "{{ day }}"):
        document.add_paragraph(line)
    document.add_heading("About {{ subject }}", 1)
    for _ in range(6):
        document.add_paragraph(f"Dear {{{{ name }}}}, {_WORDS} {{{{ reference }}}} {{{{ day }}}}.")
    document.add_paragraph("{%p for line in enclosed %}")
    document.add_paragraph("{{ line }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    return document


def _form() -> Document:
    document = docx.Document()
    document.add_heading("{{ subject }}", 1)
    table = document.add_table(rows=0, cols=2)
    for number in range(30):
        label, value = table.add_row().cells
        label.text, value.text = f"Question {number + 1}", f"{{{{ form.field_{number} }}}}"
    for name in ("agencies", "chronology"):
        _rows(document, name, ("name", "kind", "day", "note"))
    return document


def _report() -> Document:
    document = docx.Document()
    document.add_heading("{{ subject }}", 1)
    for number in range(12):
        document.add_heading(f"Part {number + 1}", 2)
        for _ in range(4):
            document.add_paragraph(f"{_WORDS} {{{{ name }}}} {_WORDS} {{{{ organisation }}}}.")
        document.add_paragraph("{% if name %}{{ name }}{% else %}Nobody{% endif %} decided.")
    _rows(document, "chronology", ("name", "kind", "day", "note"))
    return document


def _rows(document: Document, name: str, fields: tuple[str, ...]) -> None:
    """Add a table with a row for each entry."""
    table = document.add_table(rows=4, cols=len(fields))
    for cell, field in zip(table.rows[0].cells, fields, strict=True):
        cell.text = field.capitalize()
    table.rows[1].cells[0].text = f"{{%tr for row in {name} %}}"
    for cell, field in zip(table.rows[2].cells, fields, strict=True):
        cell.text = f"{{{{ row.{field} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"


def _entries(count: int) -> list[dict[str, str]]:
    return [
        {
            "name": _NAMES[number % 5],
            "kind": "school",
            "day": f"{1 + number % 28} June 2026",
            "note": f"Entry {number}: {_WORDS[:90]}",
        }
        for number in range(count)
    ]


_DATA: dict[str, object] = {
    "name": "Philippa Ashgrove",
    "job": "Director",
    "organisation": "Example & Partners <North>",
    "reference": "EXM-2026-004",
    "day": "Friday 20 November 2026",
    "subject": "the rapid review",
    "enclosed": ["The form", "The leaflet", "The timetable"],
    "form": {f"field_{number}": f"Answer {number}, “as given”" for number in range(30)},
    "agencies": _entries(8),
    "chronology": _entries(25),
}
_SPECIMENS: dict[str, tuple[Callable[[], Document], dict[str, object]]] = {
    "letter": (_letter, _DATA),
    "form": (_form, _DATA),
    "report": (_report, {**_DATA, "chronology": _entries(60)}),
}


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.3g}")

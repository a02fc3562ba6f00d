"""How long 200 returned forms take, half Word and half PDF, against python-docx and pypdf."""

import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pikepdf
from lxml import etree
from pypdf import PdfReader

from sgdocs.content import Content
from sgdocs.forms import IDENTITY_PROPERTY, FormIdentity
from sgdocs.opening import Archive
from sgdocs.pipeline.blankforms import Blank, blank_form
from sgdocs.returns import reader

FORMS, CASES, ROWS = 200, 20, 40
_EVERY = 20
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_BODY, _PROPERTIES = "word/document.xml", "docProps/custom.xml"
_COMMAND = (sys.executable, "-c", "from sgdocs.cli.main import main; main()")
_NOW = "2026-11-20T10:00"
_WORDS = re.findall(
    r"\w+",
    "was seen at home with the health visitor who spoke about sleep and feeding and school then "
    "telephoned the duty worker and agreed to visit again on the next working day",
)
_READ = "read alone, ms a form"
Answers = Mapping[str, str]


def run() -> dict[str, float]:
    """Fill in the forms, receive them in one command, and open the same ones naively."""
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office"
        forms = list(_office(office))
        word, pdf = forms[0], forms[1]
        figures = {"fields in a form": float(len(_names(word)))}
        figures |= _memory(office, forms)
        began = time.perf_counter()
        _sgdocs(office, "receive", "--inbox", "--accept", "--as-of", _NOW)
        figures["received, checked and accepted, s"] = time.perf_counter() - began
        each = figures["received, checked and accepted, s"] / len(forms) * 1000
        figures["the same, ms a form"] = each
        figures[_READ] = _read_alone(forms)
        for name, took in _peers(word, pdf):
            figures[f"{name}, times our reading alone"] = took / figures[_READ]
            figures[f"{name}, times our whole receiving"] = took / each
        return figures


def _peers(word: Path, pdf: Path) -> Iterator[tuple[str, float]]:
    """Give how many milliseconds each peer takes over one form."""
    yield "python-docx, opened once a form", _took(lambda: _docx_once(word), 3)
    yield "python-docx, opened for each field", _took(lambda: _docx_for_each(word), 1)
    yield "pypdf, opened once a form", _took(lambda: _pypdf_once(pdf), 3)
    yield "pypdf, opened for each field", _EVERY * _took(lambda: _pypdf_for_each(pdf), 1)


def _took(job: Callable[[], object], times: int) -> float:
    """Give the median of milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        job()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def _read_alone(forms: list[Path]) -> float:
    with reader() as reading:
        reading.read(forms[0])
        return _took(lambda: [reading.read(f) for f in forms[:40]], 1) / 40


def _memory(office: Path, forms: list[Path]) -> dict[str, float]:
    """Look at all of them without accepting, then at a quarter; a peak is never forgotten."""
    peaks = {}
    for number in (len(forms) // 4, len(forms)):
        for form in forms[number:]:
            form.rename(form.with_suffix(form.suffix + ".later"))
        aside = [f for f in (office / "inbox").iterdir() if f.suffix == ".later"]
        for form in aside:
            form.rename(office / form.name)
        _sgdocs(office, "receive", "--inbox", "--as-of", _NOW)
        peaks[number] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        for form in aside:
            (office / form.name).rename(office / "inbox" / form.stem)
    few, all_of_them = peaks.values()
    return {"peak with a quarter of them, MB": few, "peak with all of them, MB": all_of_them}


def _office(office: Path) -> Iterator[Path]:
    """Make a workspace with cases and, in its inbox, ten filled-in forms of each."""
    _sgdocs(office.parent, "init", str(office), "--procedure", "nel")
    asked = Blank("nel", "SCSI-5", date(2026, 11, 16), {"chronology": ROWS})
    form = blank_form(Content(), asked)
    rnd = random.Random(7)  # noqa: S311 - invented words, the same each time
    for number in range(CASES):
        reference = f"SCI-2026-{number + 1:03}"
        agencies = [f"agency-{n}" for n in range(1, FORMS // CASES + 1)]
        path = office / "cases" / reference / "case.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(_case(reference, agencies), encoding="utf-8")
        for place, agency in enumerate(agencies):
            identity = str(FormIdentity(reference, "SCSI-5", agency, 1))
            fill, data, suffix = (
                (_word, form.word, "docx")
                if place % 2 == 0
                else (
                    _pdf,
                    form.pdf,
                    "pdf",
                )
            )
            out = office / "inbox" / f"{reference}_{agency}.{suffix}"
            out.write_bytes(fill(data, _answers(rnd), identity))
            yield out


def _case(reference: str, agencies: list[str]) -> str:
    listed = "".join(f"  - {{id: {a}, name: Invented {a}}}\n" for a in agencies)
    return (
        f'schema_version: "1.0"\ncase: {{reference: {reference}, procedure: nel}}\n'
        "referral: {pathway: serious_incident}\nchildren:\n"
        "  - {id: child-1, name: {full: Ottilie Penhaligon}, harm: seriously_harmed}\n"
        f"agencies:\n{listed}events:\n"
        "  - {event: notification_received, actual: 2026-11-12T09:30}\n"
        f"dispatches:\n  - {{artefact: SCSI-5, to: [{', '.join(agencies)}], sent: 2026-11-16}}\n"
    )


def _answers(rnd: random.Random) -> Answers:
    said = {
        "completed_by.name.full": "Roderick Blyth",
        "completed_by.job_title": "Head of Safeguarding",
        "completed_by.email": "r.blyth@haven-point.example.org",
        "completed_by.phone": "01632 960602",
        "nature": _prose(rnd, 200),
        "facts": _prose(rnd, 120),
        "sign_off.name": "Roderick Blyth",
        "sign_off.role": "Head of Safeguarding",
        "sign_off.signed_on": "18/11/2026",
    }
    for row in range(ROWS):
        said[f"chronology[{row}].date"] = f"{1 + row % 28:02}/{1 + row % 12:02}/2025"
        said[f"chronology[{row}].event"] = _prose(rnd, 25)
        said[f"chronology[{row}].source"] = "Record"
        said[f"chronology[{row}].outcome"] = _prose(rnd, 8)
    return said


def _prose(rnd: random.Random, words: int) -> str:
    return " ".join(rnd.choices(_WORDS, k=words)).capitalize() + "."


def _rewritten(data: bytes, change: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    old, out = Archive(data, "form", "Word file"), BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.names:
            new.writestr(name, change.get(name, bytes)(old.read(name)))
    return out.getvalue()


def _word(data: bytes, said: Answers, identity: str) -> bytes:
    def filled(text: bytes) -> bytes:
        root = etree.fromstring(text)
        for control in root.iter(f"{_W}sdt"):
            tag = control.find(f"{_W}sdtPr/{_W}tag")
            if tag is not None and tag.get(f"{_W}val") in said:
                _write(control, said[tag.get(f"{_W}val")])
        return etree.tostring(root)

    def known(text: bytes) -> bytes:
        return re.sub(rb'\{"case".*?\}', identity.encode(), text)

    return _rewritten(data, {_BODY: filled, _PROPERTIES: known})


def _write(control: etree._Element, said: str) -> None:
    about = control.find(f"{_W}sdtPr")
    for prompt in about.findall(f"{_W}showingPlcHdr"):
        about.remove(prompt)
    next(control.iter(f"{_W}t")).text = said


def _pdf(data: bytes, said: Answers, identity: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for name, field in _fields(pdf.Root.AcroForm.Fields, ""):
            if name in said or name == "sgdocs.identity":
                field.V = pikepdf.String(said.get(name, identity))
        pdf.docinfo[f"/{IDENTITY_PROPERTY}"] = identity
        pdf.save(out)
    return out.getvalue()


def _fields(fields: pikepdf.Object, before: str) -> Iterator[tuple[str, pikepdf.Object]]:
    for field in fields:
        name = f"{before}.{field.T}".strip(".") if "/T" in field else before
        kids = [kid for kid in field.get("/Kids", []) if "/T" in kid]
        yield from _fields(kids, name) if kids else [(name, field)]


def _names(word: Path) -> list[str]:
    body = docx.Document(str(word)).element.body
    return [tag.get(f"{_W}val") for tag in body.iter(f"{_W}tag")]


def _docx_once(form: Path) -> dict[str, str]:
    body = docx.Document(str(form)).element.body
    return {name: _found(body, name) for name in _names(form)}


def _docx_for_each(form: Path) -> dict[str, str]:
    return {n: _found(docx.Document(str(form)).element.body, n) for n in _names(form)}


def _found(body: etree._Element, name: str) -> str:
    control = body.xpath(f".//w:sdt[w:sdtPr/w:tag[@w:val='{name}']]")[0]
    return "".join(text.text or "" for text in control.iter(f"{_W}t"))


def _pypdf_once(form: Path) -> dict[str, object]:
    return {name: field.get("/V") for name, field in (PdfReader(form).get_fields() or {}).items()}


def _pypdf_for_each(form: Path) -> list[object]:
    """Open the file for each of every twentieth field; `_EVERY` makes up for the rest."""
    names = list(PdfReader(form).get_fields() or {})[::_EVERY]
    return [(PdfReader(form).get_fields() or {})[name].get("/V") for name in names]


def _sgdocs(here: Path, *arguments: str) -> None:
    done = subprocess.run(
        [*_COMMAND, *arguments], cwd=here, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr[-2000:]


if __name__ == "__main__":
    for figure, value in run().items():
        print(f"{figure}: {value:.3g}")

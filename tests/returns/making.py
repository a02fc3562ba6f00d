"""Forms filled in by program, and the data they must come to, worked out apart from our reader."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from forms.blanks import FORMS, blank, fields
from forms.filling import answers_to
from sgdocs.content import Content
from sgdocs.findings import Finding
from sgdocs.forms import IDENTITY_FIELD, Field, FormIdentity
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.matching import Form, form_of
from sgdocs.returns import Answer, Reading, content_of, findings_on, placed, read_forms

__all__ = [
    "CASE_FORMS",
    "RETURNS",
    "answer",
    "answers_of",
    "blank",
    "expected",
    "form",
    "pdf_form",
    "read",
    "said",
    "told",
    "with_parts",
]

CASE_FORMS = ("SCSI-1", "LLR-1", "TEES-FORM", "DAR-SIF")
RETURNS = ("SCSI-5", "DAR-APP4", "DAR-IMR", "BCP-APPB", "NY-FORM2", "TEES-INFO-REQUEST")
_SUITING = {
    "email": "a.b@example.org",
    "phone": "01632 960001",
    "postcode": "ZZ1 1AA",
    "nhs_number": "999 000 2126",
}
_PART = re.compile(r"([a-z]\w*)|\[(\w+)\]")
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


def answers_of(name: str, long: int = 300) -> dict[str, str]:
    """Answer every field of a form sensibly: one tick where one is asked for, no nil return."""
    answers: dict[str, str] = {}
    for field, said in answers_to(fields(name), long).items():
        last = field.rpartition(".")[2]
        path = field.partition("=")[0]
        one_only = field.count("=") and path.rpartition(".")[2] not in _SEVERAL
        if field.startswith("nil_return") or (one_only and path in answers):
            continue
        answers[field] = _SUITING.get(last, said)
        if one_only:
            answers[path] = ""
    return {field: said for field, said in answers.items() if said}


_SEVERAL = frozenset({"status_at_incident", "proceedings", "abuse_types", "involved_with"})


def expected(name: str, answers: Mapping[str, str]) -> dict[str, Any]:
    """Work out what the answers mean as data."""
    kinds: dict[str, Field] = {field.name: field for field in fields(name)}
    data: dict[Any, Any] = {}
    for field, text in answers.items():
        path, _, value = field.removesuffix("#time").partition("=")
        steps = [int(n) if n.isdigit() else w or f"={n}" for w, n in _PART.findall(path)]
        several = value and str(steps[-1]) in _SEVERAL
        said: Any = value or (_iso(text) if kinds[field].kind == "date" else text)
        if steps[-1] == "lines":
            said = [line for line in re.split(r"\s*[,\n]\s*", text) if line]
        holder = data
        for step in steps[:-1]:
            holder = holder.setdefault(step, {})
        before = holder.get(steps[-1])
        if several:
            said = [*(before or ()), value]
        elif field.endswith("#time") and before:
            said = f"{before}T{text}"
        holder[steps[-1]] = said
    return dict(_listed(data))


def _iso(text: str) -> str:
    return _DAY.sub(r"\3-\2-\1", text)


def _listed(data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    if all(isinstance(key, int) or key.startswith("=") for key in data):
        numbered = [data[k] for k in sorted(k for k in data if isinstance(k, int))]
        named = [{"event": k[1:], **v} for k, v in data.items() if isinstance(k, str)]
        return [*map(_listed, numbered), *named]
    return {key: _listed(value) for key, value in data.items()}


@cache
def form(name: str) -> Form:
    """Give a form as its procedure has it."""
    content = Content()
    return form_of(name, ground(content, FORMS[name]), content)


def read(data: bytes, name: str = "form.docx") -> Reading:
    """Read the one form a file is or carries."""
    (reading,) = read_forms(name, data)
    return reading


def told(name: str, reading: Reading) -> tuple[dict[str, Any], list[str]]:
    """Give the data and what is to put right."""
    assert reading.unread is None, reading.unread
    answers = content_of(placed(reading.answers), form(name).sheet, form(name).schema)
    found = findings_on(answers, form(name).sheet, form(name).schema, reading.file)
    return dict(answers.data), said(found)


def said(findings: Iterable[Finding]) -> list[str]:
    """Give the findings' messages."""
    return [finding.message for finding in findings]


def with_parts(data: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """Write other parts, or further ones, into a Word file."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def pdf_form(name: str, answers: Mapping[str, str], identity: FormIdentity | None = None) -> bytes:
    """Make a bare PDF with a form's fields filled in, as a form library writes them."""
    pdf = Pdf.new()
    page = pdf.add_blank_page()
    made = [_field(pdf, field, answers.get(field.name, "")) for field in fields(name)]
    if identity:
        hidden = Dictionary(FT=Name.Tx, T=String(IDENTITY_FIELD), V=String(str(identity)), F=2)
        made.append(pdf.make_indirect(_widget(hidden)))
    page.Annots = Array(made)
    pdf.Root.AcroForm = Dictionary(Fields=Array(made))
    out = BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _widget(field: Dictionary) -> Dictionary:
    field.Type, field.Subtype, field.Rect = Name.Annot, Name.Widget, Array([0, 0, 9, 9])
    return field


def _field(pdf: Pdf, field: Field, said: str) -> pikepdf.Object:
    made = Dictionary(T=String(field.name))
    if field.kind == "tick":
        made.FT, made.AS = Name.Btn, Name.Yes if said else Name.Off
        made.V = made.AS
    elif field.kind == "choice":
        made.FT, made.Ff = Name.Ch, 1 << 17
        made.Opt = Array([Array([String(v), String(w)]) for v, w in field.choices])
        if said:
            made.V = String(said)
    else:
        made.FT = Name.Tx
        if said:
            made.V = String(said)
    return pdf.make_indirect(_widget(made))


def answer(name: str, text: str) -> Answer:
    """Make one answer."""
    return Answer(name, text)

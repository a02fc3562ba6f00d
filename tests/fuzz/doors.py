"""Every door by which a file from outside comes in: files that are right, and what reads them."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache, partial
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from pikepdf import ObjectStreamMode, Pdf

from callsheets.filling import KNOWN, filled, filled_csv, filled_xlsx
from forms.blanks import blank
from forms.filling import fill_pdf_pikepdf, fill_word
from fuzz.mutating import Mutation, bytes_changed, members_changed, values_changed
from gate.leaks import wanted
from gate.sheets import blank as blank_pdf
from gate.sheets import saved, shown
from ledger.making import kept
from letters.specimen import FRAME, facts
from returns.making import answers_of, form
from sgdocs.binding.taking import take
from sgdocs.callsheets import read_sheet, understood
from sgdocs.checking import check_files, read_world
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.exports.previous import earlier_entries
from sgdocs.expressions import compile_condition
from sgdocs.gate import examine
from sgdocs.ledger import ledger_file, verify
from sgdocs.letters import compose, load_letter
from sgdocs.packs import MANIFEST, read_pack
from sgdocs.partnership import load_partnership
from sgdocs.pipeline.anonymising import case_masker
from sgdocs.pipeline.reviewtexts import read_text
from sgdocs.pipeline.scheduling import schedule
from sgdocs.publications import load_checklist
from sgdocs.publications.answers import answers_file, read_answers
from sgdocs.reading import Kind, parse
from sgdocs.returns import content_of, findings_on, placed, read_forms
from sgdocs.wordtemplates import load_template, prove_template

__all__ = ["DOORS", "Door"]

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
CONTENT = Content()
DAY = parse_moment("2027-06-01")  # after all that the examples tell
FORM = "SCSI-5"
YAML_WORDS = (
    *(b": ", b"- ", b"? ", b"&a ", b"*a", b"<<: ", b"!!str ", b"!!binary ", b"|\n", b">-\n"),
    *(b"---\n", b"...\n", b"%YAML 1.1\n", b"\t", b"'", b'"', b"[", b"]", b"{", b"}", b"#", b"~"),
    *(
        b"2026-02-30",
        b"2026-11-16T25:00",
        b"unknown",
        b"yes",
        b"\\u0000",
        b"\\ud800",
        b"\xe2\x80\xa8",
    ),
)
TAGS = (
    *(b"{{ ", b" }}", b"{% ", b" %}", b"{%p ", b"{%tr ", b"{#", b"#}", b"for x in case", b"endfor"),
    *(b"if ", b"endif", b"else", b"|", b"| join", b"facts.x", b"[0]", b"==", b" and ", b" not "),
    *(
        b"set a = 1",
        b"macro a()",
        b"(" * 90,
        b"loop.index",
        b"''",
        b"today",
        b"- ",
        b"# ",
        b"| a |",
    ),
)
XML_WORDS = (
    *(
        b"<",
        b">",
        b"&amp;",
        b"&#0;",
        b"&#xD800;",
        b"<!DOCTYPE x>",
        b"<![CDATA[",
        b"<w:sdt>",
        b"</w:p>",
    ),
    *(b'w:val=""', b'xml:space="preserve"', b"<w:p/>", b"<w:r>", b"<w:tag w:val=", b"mc:Choice"),
    *(b"TargetMode", b"encoding='utf-16'", b'r:id="rId999"', b"<w:tbl/>", b"<w:tc>", b"xmlns:w="),
)
PDF_WORDS = (
    *(
        b"<<",
        b">>",
        b"[",
        b"]",
        b"/Kids",
        b"/Parent",
        b"/T (a)",
        b"/V",
        b"/FT /Tx",
        b"1 0 R",
        b"obj",
    ),
    *(b"/Length 99", b"/Prev 0", b"/Filter /ASCIIHexDecode", b"/JS (a)", b"/Opt", b"null", b"true"),
    *(
        b"/Type /ObjStm",
        b"stream\n",
        b"endstream",
        b"trailer",
        b"%%EOF",
        b"<feff>",
        b"(\\377\\376a)",
    ),
)
MAIL_WORDS = (
    *(b"Content-Type: multipart/mixed; boundary=x\n", b"--x\n", b"--x--\n", b"=?utf-8?b?", b"?="),
    *(
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Type: message/rfc822\n",
        b"filename*0*=",
        b";",
    ),
    *(b"charset=utf-7", b"charset=unknown-8bit", b"quoted-printable", b"=\n", b"begin 644 a\n"),
)
SHEET_WORDS = (
    b",",
    b";",
    b'"',
    b"\t",
    b"=1+1",
    b"30/02/2026",
    b"24:00",
    b"police",
    b"confirmation",
)
ICS_WORDS = (
    *(
        b"BEGIN:VEVENT\r\n",
        b"END:VEVENT\r\n",
        b"DTSTART:20261116T100000Z\r\n",
        b"UID:\r\n",
        b"\r\n ",
    ),
    *(
        b"SEQUENCE:x\r\n",
        b"DTSTART;VALUE=DATE:00000000\r\n",
        b"TZID=",
        b"RRULE:FREQ=YEARLY\r\n",
        b";",
    ),
    *(b"DTSTART;TZID=Nowhere/At_All:20261116T100000\r\n", b"BEGIN:VTIMEZONE\r\n", b"DTSTART:PT1H"),
)


@dataclass(frozen=True)
class Door:
    """One door: files that are right, how they are changed, and what takes them in."""

    seeds: Callable[[], list[bytes]]
    enter: Callable[[bytes], object]
    mutation: Mutation = bytes_changed
    words: tuple[bytes, ...] = ()
    too_large: bool = False
    """It is read in a process of its own, where running out of memory is an answer."""


@cache
def _desk() -> Path:
    """Give a folder of this process's own."""
    return Path(_KEPT.name)


_KEPT = TemporaryDirectory(prefix="fuzz-")
_NUMBERS = count()


@contextmanager
def _written(data: bytes, suffix: str) -> Iterator[Path]:
    """Lay the bytes down under a name nobody has seen before: nothing remembered fits it."""
    path = _desk() / f"{next(_NUMBERS)}{suffix}"
    path.write_bytes(data)
    try:
        yield path
    finally:
        path.unlink()


def _files(*patterns: str) -> list[bytes]:
    found = [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    assert found, patterns
    return found


def _case(kind: Kind, data: bytes) -> object:
    return schedule(parse(data, name=f"case.{kind}", kind=kind), CONTENT, DAY, DAY)


def _cases_as_json() -> list[bytes]:
    examples = _files("examples/*/case.yaml")
    trees = [parse(text, name="case", kind="yaml").data for text in examples]
    return [json.dumps(tree, indent=1).encode() for tree in trees]


def _procedure(data: bytes) -> object:
    with _written(data, ".yaml") as path:
        content = CONTENT.trying("procedures", "nel.yaml", path)
        case = (ROOT / "examples" / "nel" / "case.yaml").read_bytes()
        return schedule(parse(case, name="case", kind="yaml"), content, DAY, DAY)


def _partnership(data: bytes) -> object:
    with _written(data, ".yaml") as path:
        return load_partnership(CONTENT.trying("partnerships", "nel.yaml", path), "nel")


def _letter(data: bytes) -> object:
    with _written(data, ".md") as path:
        content = CONTENT.trying("letters", "nel/scsi-2.md", path)
        letter = load_letter(content, "nel", "SCSI-2")
        return compose(letter, facts(), FRAME, missing="____")


def _letters() -> list[bytes]:
    own = (text for text in _files("letters/nel/*.md") if text.startswith(b"---"))
    return [re.sub(rb"(?m)^artefact: .*$", b"artefact: SCSI-2", text) for text in own]


def _template(data: bytes) -> object:
    with _written(data, ".docx") as path:
        content = CONTENT.trying("templates", "tried.docx", path)
        prove_template(content, "tried.docx", set())
        template = load_template(content, "tried.docx")
        around = {**dict.fromkeys(("office", "email", "phone", "title"), ""), "address": []}
        frame = {"language": "en-GB", "draft": False, "date": DAY.day, **around}
        return template.fill(facts(), frame, missing="____")


def _returned(name: str, data: bytes) -> object:
    for reading in read_forms(name, data):
        if reading.unread is None:
            asked = form(FORM)
            answers = content_of(placed(reading.answers), asked.sheet, asked.schema)
            findings_on(answers, asked.sheet, asked.schema, reading.file)
    return None


@cache
def _filled_word() -> bytes:
    return fill_word(blank(FORM).word, answers_of(FORM))


@cache
def _filled_pdf() -> bytes:
    return fill_pdf_pikepdf(blank(FORM).pdf, answers_of(FORM))


def _plain_pdf(data: bytes) -> bytes:
    """Unpack a PDF's streams, so that changes fall into what they say."""
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        pdf.save(out, qdf=True, deterministic_id=True, object_stream_mode=ObjectStreamMode.disable)
    return out.getvalue()


def _returned_pdfs() -> list[bytes]:
    return [_plain_pdf(_filled_pdf()), _filled_pdf(), _plain_pdf(blank("DAR-APP4").pdf)]


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "b@example.org"
    message["Subject"], message["Date"] = "Zażółć", "Fri, 20 Nov 2026 10:00:00 +0000"
    message.set_content("Here it is.")
    message.add_alternative("<p>Here it is.</p>", subtype="html")
    kind = {"maintype": "application", "subtype": "octet-stream"}
    message.add_attachment(_filled_word(), filename="Rückmeldung.docx", **kind)
    message.set_boundary("between")
    return message.as_bytes()


def _mails() -> list[bytes]:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "c@example.org", "b@example.org", "Fwd"
    outer.set_content("See below.")
    inner = EmailMessage()
    inner["From"], inner["Date"] = "d@example.org", "Thu, 19 Nov 2026 09:00:00 +0000"
    inner.set_content("Attached.")
    inner.add_attachment(
        b"%PDF-1.4 nothing", maintype="application", subtype="pdf", filename="a.pdf"
    )
    outer.add_attachment(inner)
    outer.set_boundary("around")
    inner.set_boundary("within")
    return [_mail(), outer.as_bytes()]


def _zips() -> list[bytes]:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a/form.docx", _filled_word())
        archive.writestr("mail.eml", _mails()[1])
        archive.writestr("note.txt", "words")
    return [out.getvalue()]


def _sheet(data: bytes) -> object:
    return understood(read_sheet(data, "calls.xlsx"), KNOWN, "calls.xlsx")


def _rows() -> list[Mapping[str, object]]:
    return [
        filled(),
        filled(Kind_of_call="chase", Short_name="school", Time="9.15", Caller='"A", B'),
    ]


def _answers(data: bytes) -> object:
    case = _desk() / "case.yaml"
    path = answers_file(case)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return read_answers(case, load_checklist(CONTENT), CONTENT)


def _answer_files() -> list[bytes]:
    names = load_checklist(CONTENT).names
    given = "".join(
        f"  - {{question: {name}, answer: yes, by: A Reader, on: 2026-07-14, note: Seen.}}\n"
        for name in names
    )
    signed = f"signatures:\n  - {{contents: {'a' * 64}, by: P A, role: Director, on: 2026-07-14}}\n"
    return [f"format: 1\nanswers:\n{given}{signed}".encode()]


def _ledger(data: bytes) -> object:
    folder = _desk() / "cases" / "ledger"
    ledger_file(folder).write_bytes(data)
    return verify(folder)


def _ledgers() -> list[bytes]:
    folder = _desk() / "cases" / "ledger"
    if not folder.exists():
        folder.parent.mkdir()
        kept(_desk()).rename(folder)
    return [ledger_file(folder).read_bytes()]


def _pack(data: bytes) -> object:
    folder = _desk() / "pack"
    folder.mkdir(exist_ok=True)
    (folder / MANIFEST).write_bytes(data)
    pack = read_pack(folder)
    return pack and (pack.papers, list(pack.lacks()), [pack.read(name) for name in pack.files])


def _packs() -> list[bytes]:
    paper = {"artefact": "SCSI-2", "recipient": "police", "day": "2026-11-16", "wording": "a"}
    about = {
        **dict.fromkeys(("case", "as_of", "procedure", "program"), "2026-11-16"),
        **{name: {"a/b.pdf": "c" * 64} for name in ("files", "inputs", "wording")},
        "papers": [{**paper, "files": ["a/b.pdf"]}],
    }
    return [json.dumps(about).encode()]


def _calendar(data: bytes) -> object:
    return earlier_entries(data, "NEL-2025-014")


def _calendars() -> list[bytes]:
    from sgdocs.pipeline.rendering import rendered  # noqa: PLC0415 - it brings every export along

    found = schedule(
        parse(_files("examples/nel/case.yaml")[0], name="case", kind="yaml"), CONTENT, DAY, DAY
    )
    made = rendered(found, "ics", (100, False, False), None)
    return [made if isinstance(made, bytes) else made.encode()]


def _review(data: bytes) -> object:
    with _written(data, ".docx") as path:
        return read_text(path)


def _examined(name: str, data: bytes) -> object:
    return examine(name, data, wanted()).as_json()


def _checked_template(data: bytes) -> object:
    with _written(data, ".docx") as path:
        return check_files(ROOT / "schemas" / "case.schema.json", [path])


def _checked_schema(data: bytes) -> object:
    with _written(data, ".schema.json") as path, _written(b"# {{ a.b | upper }}\n", ".md") as page:
        return check_files(path, [page])


def _world(data: bytes) -> object:
    with _written(data, ".yaml") as path:
        return read_world(path)


def _worlds() -> list[bytes]:
    return [
        b"filters:\n  shout: {takes: string, gives: string}\ntests:\n  small: {takes: number}\n"
        b"globals:\n  now: {type: string}\n  office: {type: object, properties: {name: {type: "
        b"string}}}\nundefined: strict\n"
    ]


@cache
def _masker() -> Callable[[str], object]:
    return case_masker(ROOT / "tests" / "anonymise" / "case.yaml", CONTENT).mask


def _masked(data: bytes) -> object:
    return _masker()(data.decode(errors="surrogateescape"))


def _condition(data: bytes) -> object:
    return compile_condition(data.decode(errors="replace"), name="a condition").tree


def _conditions() -> list[bytes]:
    books = [parse(each, name="book", kind="yaml").data for each in _files("procedures/nel.yaml")]
    return [each["test"].encode() for book in books for each in book["conditions"].values()]


_yaml = {"mutation": values_changed, "words": YAML_WORDS}
_zip = {"mutation": members_changed, "words": XML_WORDS}

DOORS: Mapping[str, Door] = {
    "case as YAML": Door(
        lambda: _files("examples/*/case.yaml", "tests/cases/valid/*.y*ml"),
        partial(_case, "yaml"),
        **_yaml,
    ),
    "case as JSON": Door(_cases_as_json, partial(_case, "json"), **_yaml),
    "procedure": Door(lambda: _files("procedures/nel.yaml"), _procedure, **_yaml),
    "partnership": Door(lambda: _files("partnerships/*.yaml"), _partnership, **_yaml),
    "letter": Door(_letters, _letter, words=TAGS),
    "Word template": Door(
        lambda: _files("templates/*.docx", "templates/nel/*.docx"),
        _template,
        mutation=members_changed,
        words=XML_WORDS + TAGS,
    ),
    "returned Word form": Door(
        lambda: [_filled_word(), *_files("examples/nel-open/returned/*.docx")],
        partial(_returned, "form.docx"),
        too_large=True,
        **_zip,
    ),
    "returned PDF form": Door(
        _returned_pdfs, partial(_returned, "form.pdf"), words=PDF_WORDS, too_large=True
    ),
    "mail": Door(_mails, partial(_returned, "mail.eml"), words=MAIL_WORDS, too_large=True),
    "zip": Door(_zips, partial(_returned, "forms.zip"), mutation=members_changed, too_large=True),
    "call sheet, XLSX": Door(lambda: [filled_xlsx(_rows())], _sheet, **_zip),
    "call sheet, CSV": Door(lambda: [filled_csv(_rows())], _sheet, words=SHEET_WORDS),
    "answers before a release": Door(_answer_files, _answers, **_yaml),
    "earlier calendar": Door(_calendars, _calendar, words=ICS_WORDS),
    "earlier pack": Door(_packs, _pack, mutation=values_changed),
    "ledger": Door(_ledgers, _ledger, mutation=values_changed),
    "enclosed PDF": Door(_returned_pdfs, take, words=PDF_WORDS, too_large=True),
    "review in Word": Door(lambda: [_filled_word()], _review, **_zip),
    "gate, Word": Door(lambda: [_filled_word()], partial(_examined, "a.docx"), **_zip),
    "gate, PDF": Door(
        lambda: [saved(blank_pdf(shown("Words and more words")))],
        partial(_examined, "a.pdf"),
        words=PDF_WORDS,
    ),
    "gate, web page": Door(
        lambda: [b"<!doctype html><html lang=en><title>A</title><p class=x>Words <b>and</b> more"],
        partial(_examined, "a.html"),
        words=XML_WORDS,
    ),
    "template to check": Door(
        lambda: _files("templates/*.docx"),
        _checked_template,
        mutation=members_changed,
        words=XML_WORDS + TAGS,
    ),
    "schema to check by": Door(
        lambda: _files("schemas/*.json"), _checked_schema, mutation=values_changed
    ),
    "declared world": Door(_worlds, _world, **_yaml),
    "text to mask": Door(lambda: _files("tests/anonymise/passages/*"), _masked),
    "condition": Door(_conditions, _condition, words=TAGS),
}

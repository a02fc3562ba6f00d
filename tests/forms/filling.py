"""Fill forms in as other programs do: Word's controls and a PDF's fields, each by its name."""

import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pikepdf
from lxml import etree
from pypdf import PdfWriter

from sgdocs.forms import Field

__all__ = [
    "POLYGLOT",
    "Filler",
    "W",
    "answers_in",
    "answers_to",
    "fill_pdf",
    "fill_pdf_pikepdf",
    "fill_word",
    "fill_word_docx",
    "saved_by_libreoffice",
    "terminal_fields",
    "typed_in_libreoffice",
]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W, W14 = f"{{{_W}}}", "{http://schemas.microsoft.com/office/word/2010/wordml}"
_BODY = "word/document.xml"
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_SOFFICE = "docx:MS Word 2007 XML"

Answers = Mapping[str, str]
"""What is written in each field, by its name. A tick and a choice have their value in the schema, a
day is dd/mm/yyyy, a time hh:mm; an empty answer leaves the field as it is."""

Filler = Callable[[bytes, Answers], bytes]

POLYGLOT = "Zażółć gęślą jaźń; Ngữ văn Việt; Tŷ ŵyn; Ελένη; Юлія; O’Brien & “Sons” <5"


def answers_to(fields: Iterable[Field], long: int = 300) -> dict[str, str]:
    """Make an answer of its own for every field; a long one has lines and as many characters."""
    return {field.name: _answer(field, long) for field in fields}


def _answer(field: Field, long: int) -> str:
    number = field.number
    if field.kind in ("tick", "choice"):
        return field.choices[number % len(field.choices)][0]
    if field.kind == "date":
        return f"{1 + number % 28:02}/{1 + number % 12:02}/2025"
    if field.kind == "time":
        return f"{number % 24:02}:{number % 60:02}"
    if field.kind == "text":
        return f"Answer {number}"
    said = f"Answer {number}: {POLYGLOT}\nsecond line\n\nafter an empty one. "
    return (said + "Then much more was said. " * (long // 24 + 1))[:long].strip() or said


def fill_word(data: bytes, answers: Answers) -> bytes:
    """Fill controls in with nothing but an XML reader."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[_BODY])
    _answer_controls(root, answers)
    parts[_BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def fill_word_docx(data: bytes, answers: Answers) -> bytes:
    """Fill controls in, and let python-docx write the file."""
    document = docx.Document(BytesIO(data))
    _answer_controls(document.element, answers)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _answer_controls(root: etree._Element, answers: Answers) -> None:
    for control in root.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        said = answers.get(tag.get(f"{W}val"), "") if tag is not None else ""
        if said:
            _answer_control(control, said)


def _answer_control(control: etree._Element, said: str) -> None:
    about = control.find(f"{W}sdtPr")
    for prompt in about.findall(f"{W}showingPlcHdr"):
        about.remove(prompt)
    checked = about.find(f"{W14}checkbox/{W14}checked")
    chosen = about.find(f"{W}dropDownList")
    day = about.find(f"{W}date")
    if checked is not None:
        checked.set(f"{W14}val", "1")
        said = "☑"
    elif chosen is not None:
        chosen.set(f"{W}lastValue", said)
        said = next(i.get(f"{W}displayText") for i in chosen if i.get(f"{W}value") == said)
    elif day is not None and (found := _DAY.fullmatch(said)):
        day.set(f"{W}fullDate", f"{found[3]}-{found[2]}-{found[1]}T00:00:00Z")
    _write(control, said)


def _write(control: etree._Element, said: str) -> None:
    first, *others = list(control.find(f"{W}sdtContent").iter(f"{W}r"))
    for run in others:
        run.getparent().remove(run)
    for part in list(first):
        first.remove(part)
    for number, line in enumerate(said.split("\n")):
        if number:
            etree.SubElement(first, f"{W}br")
        text = etree.SubElement(first, f"{W}t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def fill_pdf(data: bytes, answers: Answers) -> bytes:
    """Fill fields in with pypdf, which draws what it writes."""
    writer = PdfWriter(clone_from=BytesIO(data))
    ticks = {name: "/Yes" for name in answers if "=" in name}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, {**answers, **ticks}, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def fill_pdf_pikepdf(data: bytes, answers: Answers) -> bytes:
    """Fill fields in with pikepdf, field by field; nothing is drawn."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for name, field in terminal_fields(pdf).items():
            said = answers.get(name, "")
            if said and field.FT == "/Btn":
                field.V = field.AS = pikepdf.Name.Yes
            elif said and field.FT in ("/Tx", "/Ch"):
                field.V = pikepdf.String(said)
                del field.AP
        pdf.save(out)
    return out.getvalue()


def terminal_fields(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Give each field of a PDF by its whole name."""

    def walk(fields: Iterable[pikepdf.Object], before: str) -> Iterator[tuple[str, pikepdf.Object]]:
        for field in fields:
            name = f"{before}{field.T}"
            if "/FT" in field:
                yield name, field
            else:
                yield from walk(field.Kids, f"{name}.")

    return dict(walk(pdf.Root.AcroForm.Fields, ""))


def answers_in(data: bytes) -> dict[str, str]:
    """Read what was written in a PDF's fields, ticks by their value."""
    with pikepdf.open(BytesIO(data)) as pdf:
        read = {name: str(f.get("/V", "")) for name, f in terminal_fields(pdf).items()}
    ticked = {name: name.partition("=")[2] for name, said in read.items() if said == "/Yes"}
    read.pop("sgdocs.identity", None)
    return {name: said for name, said in (read | ticked).items() if said not in ("", "/Off")}


def saved_by_libreoffice(data: bytes, folder: Path) -> bytes:
    """Let LibreOffice open a Word file and save it again."""
    (folder / "form.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", _SOFFICE]
    subprocess.run(
        [*command, "--outdir", "saved", "form.docx"], cwd=folder, check=True, capture_output=True
    )
    return (folder / "saved" / "form.docx").read_bytes()


def typed_in_libreoffice(data: bytes, mark: str, lines: tuple[str, str], folder: Path) -> bytes:
    """Let LibreOffice type two lines where a bookmark begins, as a person would, and save."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    start = ["soffice", profile, "--headless", "--norestore"]
    # At its first start it writes a library of its own over any that is there.
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=90)
    basic = folder / "profile" / "user" / "basic" / "Standard"
    for name, text in _LIBRARY.items():
        (basic / name).write_text(text, encoding="utf-8")
    (folder / "form.docx").write_bytes(data)
    paths = ",".join((folder / name).as_uri() for name in ("form.docx", "typed.docx"))
    call = f"macro:///Standard.Module1.TypeAt({paths},{mark},{lines[0]},{lines[1]})"
    subprocess.run([*start, call], check=True, capture_output=True, timeout=90)
    return (folder / "typed.docx").read_bytes()


_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://openoffice.org/2000"
# It types by way of the window's own command, which obeys whatever is locked.
_TYPING = """
Sub TypeAt(source As String, target As String, mark As String, first As String, second As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim typed(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = False
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  place = opened.CurrentController.ViewCursor
  place.gotoRange(opened.Bookmarks.getByName(mark).Anchor.Start, False)
  place.goRight(1, False)
  typed(0).Name = "Text"
  typed(0).Value = first
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(opened.CurrentController.Frame, ".uno:InsertText", "", 0, typed())
  helper.executeDispatch(opened.CurrentController.Frame, ".uno:InsertPara", "", 0, typed())
  typed(0).Value = second
  helper.executeDispatch(opened.CurrentController.Frame, ".uno:InsertText", "", 0, typed())
  saved(0).Name = "FilterName"
  saved(0).Value = "MS Word 2007 XML"
  opened.storeToURL(target, saved())
  opened.close(True)
End Sub
"""
_LIBRARY = {
    "../script.xlc": (
        f'{_OPEN}<library:libraries xmlns:library="{_SPACE}/library" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
        'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" '
        'library:link="false"/></library:libraries>'
    ),
    "script.xlb": (
        f'{_OPEN}<library:library xmlns:library="{_SPACE}/library" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false">'
        '<library:element library:name="Module1"/></library:library>'
    ),
    "Module1.xba": (
        f'{_OPEN}<script:module xmlns:script="{_SPACE}/script" script:name="Module1" '
        f'script:language="StarBasic">{escape(_TYPING)}</script:module>'
    ),
}

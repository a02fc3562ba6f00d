"""A PDF form: accessible, every field there with what it takes, and answers shown and kept."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from pypdf import PdfReader

from binding.specimen import COVER
from forms.blanks import FORMS, blank, fields
from forms.filling import (
    Filler,
    answers_in,
    answers_to,
    fill_pdf,
    fill_pdf_pikepdf,
    terminal_fields,
)
from papers.specimen import ANSWERED, CONTENT, paper
from sgdocs.binding import Part, bind
from sgdocs.errors import InputRefused
from sgdocs.forms import FormIdentity, fillable_pdf, read_identity
from sgdocs.papers import Fields, Input, Paragraph, Run, SignatureBox, Table, as_pdf
from validation.pdfcheck import faults
from validation.verapdf import faults_of_all, needs_verapdf

READ_ONLY, REQUIRED, LINES, COMBO = 1, 2, 1 << 12, 1 << 17


def form(*blocks: object, filling: str = "to_fill") -> bytes:
    """Set blocks as a form."""
    made = replace(paper(*blocks), filling=filling)  # type: ignore[arg-type]
    return fillable_pdf(as_pdf(made, CONTENT), made)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_accessible_and_not_shut_for_good(name: str) -> None:
    assert faults(blank(name).pdf, "ua1") == []
    with opened(blank(name).pdf) as pdf:
        about = pdf.Root.Metadata.read_bytes()
    assert b"pdfuaid:part>1" in about
    assert b"pdfaid" not in about


@pytest.mark.parametrize("name", FORMS)
def test_every_field_is_there_with_what_it_takes(name: str) -> None:
    with opened(blank(name).pdf) as pdf:
        there = terminal_fields(pdf)
        identity = there.pop("sgdocs.identity")
        assert list(there) != []
        assert set(there) == {field.name for field in fields(name)}
        for field in fields(name):
            one = there[field.name]
            assert str(one.TU) == field.tooltip
            flags = int(one.get("/Ff", 0))
            assert bool(flags & REQUIRED) == field.asks.required
            kind = {"tick": "/Btn", "choice": "/Ch"}.get(field.kind, "/Tx")
            assert kind == one.FT
            assert not flags & READ_ONLY
            assert "/V" not in one or one.V == "/Off"
            assert field.kind != "long" or flags & LINES
            assert field.kind not in ("date", "time") or int(one.MaxLen) in (10, 5)
            if field.kind == "choice":
                assert flags & COMBO
                offered = [tuple(map(str, each)) for each in one.Opt]
                assert offered == [("", " "), *field.choices]
        assert int(identity.F) & 2
        assert int(identity.Ff) & READ_ONLY
        assert read_identity(str(identity.V)) == FormIdentity("", name, "", 1)
        assert read_identity(str(pdf.docinfo["/sgdocs-form"])) == FormIdentity("", name, "", 1)
    assert f"{name}, version 1" in PdfReader(BytesIO(blank(name).pdf)).pages[-1].extract_text()


@pytest.mark.parametrize("name", FORMS)
def test_fields_lie_on_the_page_apart_and_are_tagged_in_their_order(name: str) -> None:
    with opened(blank(name).pdf) as pdf:
        tags = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for page in pdf.pages:
            assert page.obj.Tabs == "/S"
            boxes = [box for box in page.obj.get("/Annots", []) if not int(box.F) & 2]
            areas = [tuple(map(float, box.Rect)) for box in boxes]
            for left, low, right, high in areas:
                assert 0 < left < right < float(page.mediabox[2])
                assert 0 < low < high < float(page.mediabox[3])
                assert right - left >= 9
                assert high - low >= 9
            for number, one in enumerate(areas):
                assert not [other for other in areas[number + 1 :] if overlap(one, other)]
            keys = [int(box.StructParent) for box in boxes]
            assert all(a < b for a, b in pairwise(keys))
            for box in boxes:
                tag = tags[int(box.StructParent)]
                assert (box.Subtype, tag.S) == ("/Widget", "/Form")
                assert tag.K.Obj.objgen == box.objgen


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart


@pytest.mark.parametrize(
    ("name", "fill", "long"),
    [("TEES-FORM", fill_pdf, 400), ("SCSI-5", fill_pdf_pikepdf, 5_000)],
)
def test_answers_are_kept_and_the_form_stays_accessible(name: str, fill: Filler, long: int) -> None:
    answers = answers_to(fields(name), long)
    filled = fill(blank(name).pdf, answers)
    assert answers_in(filled) == answers
    assert faults(filled, "ua1") == []


@pytest.mark.parametrize("name", FORMS)
def test_a_form_holds_no_program_and_asks_no_reader_to_draw_it_anew(name: str) -> None:
    with opened(blank(name).pdf) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert "/XFA" not in pdf.Root.AcroForm
        assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary):
                assert each.get("/S") != "/JavaScript"
                assert "/AA" not in each


def test_the_same_form_has_the_same_bytes() -> None:
    assert form(*ANSWERED) == form(*ANSWERED)


def test_what_is_known_is_shown_in_its_field() -> None:
    data = form(*ANSWERED)
    assert faults(data, "ua1") == []
    with opened(data) as pdf:
        there = terminal_fields(pdf)
        boxes = {name: field.get("/Kids", [field])[0] for name, field in there.items()}
        assert {name for name, box in boxes.items() if "/AP" not in box} == set()
        assert boxes["answers.tick=yes"].AS == "/Yes"
        assert b"Tj" in boxes["answers.long"].AP.N.read_bytes()
        assert there["answers.choice"].V == "yes"


@pytest.mark.parametrize("words", ["Zażółć gęślą jaźń", "Ngữ văn Việt", "Tŷ ŵyn", "Юлія", "Ελένη"])
def test_names_of_many_languages_are_shown_and_read_aloud(words: str) -> None:
    data = form(Fields((("Name", (Input("name", "text", "Name", words),)),)))
    assert faults(data, "ua1") == []
    with opened(data) as pdf:
        field = terminal_fields(pdf)["name"]
        assert str(field.V) == words
        drawn = field.AP.N.read_bytes()
        letters = {int(glyph, 16): chr(int(letter, 16)) for glyph, letter in mapped(field)}
    codes = drawn[drawn.index(b"<") + 1 : drawn.index(b">")]
    said = "".join(letters[int(codes[i : i + 4], 16)] for i in range(0, len(codes), 4))
    assert said == words


def mapped(field: pikepdf.Object) -> list[tuple[str, str]]:
    """Read the map by which a reader knows the letters of glyphs."""
    font = field.AP.N.Resources.Font.Writing
    lines = font.ToUnicode.read_bytes().decode().splitlines()
    pairs = [line.strip("<>").split("> <") for line in lines if line.startswith("<")]
    return [(a, b) for a, b in pairs if (a, b) != ("0000", "FFFF")]


def test_an_answer_that_no_field_can_show_is_refused_without_quoting_it() -> None:
    with pytest.raises(InputRefused) as stopped:
        form(Fields((("Name", (Input("name", "text", "Name", "محمد"),)),)))
    assert "name" in stopped.value.where
    assert "محمد" not in str(stopped.value)


def test_a_long_line_becomes_smaller_and_long_words_wrap() -> None:
    narrow = Input("a", "text", "A", "a-very-long-address-indeed@an-organisation.example.org")
    long = Input("b", "long", "B", "word " * 300)
    data = form(Table(((Run("A"),), (Run("B"),)), (((narrow,), (long,)),), "", (1, 6)))
    with opened(data) as pdf:
        for name, field in terminal_fields(pdf).items():
            drawn, height = field.AP.N.read_bytes(), float(field.AP.N.BBox[3])
            size = float(drawn.split(b" Tf")[0].split()[-1])
            assert 5 <= size < 10, name
            assert 2 < drawn.count(b"T*") <= height / size, name


def test_one_field_in_two_places_is_one_field_with_two_boxes() -> None:
    one = Input("a.b", "text", "Name")
    data = form(Fields((("Name", (one,)), ("Name again", (one,)), ("And again", (one,)))))
    assert faults(data, "ua1") == []
    with opened(data) as pdf:
        (field,) = terminal_fields(pdf).values()
        assert len(field.Kids) == 3
        assert all(kid.Parent.objgen == field.objgen for kid in field.Kids)
    reader = PdfReader(BytesIO(data))
    assert list(reader.get_form_text_fields(full_qualified_name=True)) == ["a.b"]


def test_a_record_has_a_field_for_each_signature_that_is_missing() -> None:
    signed = SignatureBox("The chair", (("Name", "Jo Bell"), ("Signature", ""), ("Date", "1 May")))
    missing = SignatureBox("The police", (("Name", ""), ("Signature", ""), ("Date", "")))
    boxes = (Paragraph((Run("Agreed."),)), signed, missing, missing)
    data = form(*boxes, filling="to_sign")
    assert faults(data, "ua1") == faults(data, "2a") == []
    with opened(data) as pdf:
        there = terminal_fields(pdf)
        assert list(there) == ["signature[1]", "signature[2]"]
        for field in there.values():
            assert (field.FT, str(field.TU)) == ("/Sig", "The police")
            assert "/V" not in field
        assert int(pdf.Root.AcroForm.SigFlags) == 1
        assert "/DR" not in pdf.Root.AcroForm


def test_a_paper_without_fields_is_left_as_it_is() -> None:
    plain = paper(Paragraph((Run("Nothing to fill in."),)))
    made = as_pdf(plain, CONTENT)
    assert fillable_pdf(made, replace(plain, filling="to_sign")) == made


@needs_verapdf
@pytest.mark.timeout(300)
def test_verapdf_finds_no_fault_in_forms_blank_or_filled(tmp_path: object) -> None:
    blanks = {f"{name}.pdf": blank(name).pdf for name in FORMS}
    filled = {
        f"{name}-filled.pdf": fill_pdf_pikepdf(blank(name).pdf, answers_to(fields(name)))
        for name in ("SCSI-1", "SCSI-5")
    }
    found = faults_of_all(blanks | filled, "ua1", tmp_path)  # type: ignore[arg-type]
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_bound_forms_keep_their_fields_each_under_a_name_of_its_own() -> None:
    sheets = [blank(name).pdf for name in ("DAR-APP4", "DAR-APP4")]
    bound = bind([Part("A form", sheet) for sheet in sheets], COVER, CONTENT)
    assert faults(bound, "ua1") == []
    names = [field.name for field in fields("DAR-APP4")]
    with opened(bound) as pdf:
        there = terminal_fields(pdf)
        assert b"<pdfaid:part>" not in pdf.Root.Metadata.read_bytes()
    for copy in ("1-", "2-"):
        assert {f"{copy}{name}" for name in (*names, "sgdocs.identity")} <= set(there)
    answers = {f"2-{names[0]}": "Jo Bell"}
    assert answers_in(fill_pdf_pikepdf(bound, answers)).items() >= answers.items()


def test_a_bound_record_can_still_be_signed() -> None:
    box = SignatureBox("The police", (("Name", ""), ("Signature", ""), ("Date", "")))
    record = form(Paragraph((Run("Agreed."),)), box, filling="to_sign")
    bound = bind([Part("One", record), Part("Two", record)], COVER, CONTENT)
    assert faults(bound, "ua1") == faults(bound, "2a") == []
    with opened(bound) as pdf:
        assert set(terminal_fields(pdf)) == {"1-signature[0]", "2-signature[0]"}
        assert int(pdf.Root.AcroForm.SigFlags) == 1

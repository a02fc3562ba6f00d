"""What other programs leave in a PDF form: each is read, or said."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from forms.filling import fill_pdf_pikepdf, terminal_fields
from returns.making import answers_of, blank, expected, pdf_form, read, told
from sgdocs.binding import encrypt
from sgdocs.forms import FormIdentity

SHORT = answers_of("SCSI-5", 60)
Edit = Callable[[Pdf], None]


def filled(edit: Edit | None = None, **saved: object) -> bytes:
    """Fill in the form, let a program do something to it, and save it."""
    data = fill_pdf_pikepdf(blank("SCSI-5").pdf, SHORT)
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        if edit:
            edit(pdf)
        pdf.save(out, **saved)  # type: ignore[arg-type]
    return out.getvalue()


def value(name: str, written: object) -> Edit:
    def edit(pdf: Pdf) -> None:
        terminal_fields(pdf)[name].V = written

    return edit


@pytest.mark.parametrize(
    "saved",
    [
        {"object_stream_mode": ObjectStreamMode.generate},
        {"object_stream_mode": ObjectStreamMode.disable},
        {"linearize": True},
        {"qdf": True},
        {"recompress_flate": True, "min_version": "2.0"},
    ],
    ids=str,
)
def test_a_form_rewritten_by_qpdf_says_the_same(saved: dict[str, object]) -> None:
    assert told("SCSI-5", read(filled(**saved)))[0] == expected("SCSI-5", SHORT)


def test_a_form_changed_a_second_time_says_what_was_said_last() -> None:
    """Many readers write what changed behind the file as it was."""
    data = filled()
    with Pdf.open(BytesIO(data)) as pdf:
        field = terminal_fields(pdf)["facts"]
        number, generation = field.objgen
        field.V = String("Said last.")
        written = field.unparse(resolved=True)
        size, root = int(pdf.trailer.Size), pdf.Root.objgen
    start = data.rindex(b"startxref") + len(b"startxref")
    before = int(data[start:].split()[0])
    place = len(data)
    entry = f"{number} {generation} obj\n".encode() + written + b"\nendobj\n"
    table = f"xref\n{number} 1\n{place:010} {generation:05} n \n".encode()
    trailer = f"trailer\n<</Size {size}/Root {root[0]} {root[1]} R/Prev {before}>>\n".encode()
    end = f"startxref\n{place + len(entry)}\n%%EOF\n".encode()
    content = told("SCSI-5", read(data + entry + table + trailer + end))[0]
    assert content["facts"] == "Said last."


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (String("Łódź — 漢字"), "Łódź — 漢字"),
        (String(b"caf\xe9 \x84 \x90 \x80"), "café — ’ •"),
        (String(b"\xfe\xff\x00a\x00\xe9"), "aé"),
        (String(b"\xff\xfea\x00\xe9\x00"), "aé"),
        (String(b"\xef\xbb\xbf\xc5\x81"), "Ł"),
        (String(b"\xfe\xff\x00\x1b\x00e\x00n\x00\x1b\x00a"), "a"),
        (String("a\r\nb\rc\nd"), "a\nb\nc\nd"),
        (String("a\u00a0b  c"), "a\u00a0b  c"),
    ],
    ids=range(8),
)
def test_words_are_read_in_every_way_they_are_written(written: String, meant: str) -> None:
    assert told("SCSI-5", read(filled(value("facts", written))))[0]["facts"] == meant


def test_long_words_may_be_kept_apart() -> None:
    def edit(pdf: Pdf) -> None:
        terminal_fields(pdf)["facts"].V = Stream(pdf, "Ł".encode("utf-16"))

    assert told("SCSI-5", read(filled(edit)))[0]["facts"] == "Ł"


def test_names_may_be_in_one_piece_or_in_parts() -> None:
    whole = told("SCSI-5", read(pdf_form("SCSI-5", SHORT)))[0]
    assert whole == told("SCSI-5", read(filled()))[0] == expected("SCSI-5", SHORT)


@pytest.mark.parametrize("state", ["value", "appearance"])
def test_a_tick_is_known_by_its_value_or_by_what_is_seen(state: str) -> None:
    def edit(pdf: Pdf) -> None:
        box = terminal_fields(pdf)["nil_return=yes"]
        if state == "value":
            box.V = Name("/1")
        else:
            if "/V" in box:
                del box.V
            box.AS = Name.On

    assert told("SCSI-5", read(filled(edit)))[0]["nil_return"] == "yes"


def test_a_choice_is_known_by_its_value_or_its_words() -> None:
    for written in (String("Not known"), String("not_known"), Array([String("Not known")])):
        content, messages = told("SCSI-5", read(filled(value("chronology[0].child_seen", written))))
        assert content["chronology"][0]["child_seen"] == "not_known"
        assert messages == []


def test_what_is_seen_on_the_page_does_not_count() -> None:
    """pdf.js keeps what it drew, pikepdf draws nothing: the value alone is what was said."""

    def edit(pdf: Pdf) -> None:
        for field in terminal_fields(pdf).values():
            field.AP = Dictionary(N=Stream(pdf, b"BT (Something else) Tj ET"))

    assert told("SCSI-5", read(filled(edit)))[0] == expected("SCSI-5", SHORT)


def test_a_form_in_a_bound_file_is_read_without_the_number_of_its_paper() -> None:
    identity = FormIdentity("SCI-2026-014", "SCSI-5", "hospital", 1)
    data = pdf_form("SCSI-5", SHORT, identity)
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            field.T = String(f"2-{field.T}")
        pdf.save(out)
    reading = read(out.getvalue())
    assert told("SCSI-5", reading)[0] == expected("SCSI-5", SHORT)
    assert reading.identity == str(identity)


def test_an_answer_written_over_the_hidden_name_does_not_hide_it() -> None:
    """pypdf fills every field whose last part has the name: `identity` is one of ours too."""
    reading = read(filled(value("sgdocs.identity", String("White British"))))
    assert reading.identity.startswith('{"case":"","form":"SCSI-5"')


def flat(*, picture: bool) -> bytes:
    """Make a PDF as a printer or a scanner does."""
    out = BytesIO()
    with Pdf.new() as pdf:
        page = pdf.add_blank_page()
        if picture:
            scan = Stream(pdf, b"\x00" * 64, Type=Name.XObject, Subtype=Name.Image)
            page.Resources = Dictionary(XObject=Dictionary(Im0=scan))
        else:
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            page.Resources = Dictionary(Font=Dictionary(F1=font))
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (flat(picture=False), "flattened"),
        (flat(picture=True), "printed and scanned"),
        (encrypt(flat(picture=False), "a long password here"), "password"),
        (b"%PDF-1.7\nnothing", "not a whole PDF"),
        (b"%PDF-1.7\n" + bytes(5000), "not a whole PDF"),
    ],
    ids=range(5),
)
def test_what_has_no_answers_says_why(data: bytes, said: str) -> None:
    reading = read(data, "x.pdf")
    assert reading.unread is not None
    assert said in reading.unread.what
    assert reading.unread.remedy


def test_a_torn_file_is_put_together_and_said_to_have_been() -> None:
    whole = pdf_form("SCSI-5", SHORT)
    assert not read(whole).mended
    reading = read(whole[: whole.rindex(b"xref\n")])
    assert reading.mended
    assert told("SCSI-5", reading)[0] == expected("SCSI-5", SHORT)


def test_a_password_that_only_forbids_is_no_hindrance() -> None:
    lock = pikepdf.Encryption(owner="owner", user="", R=6)
    assert told("SCSI-5", read(filled(encryption=lock)))[0] == expected("SCSI-5", SHORT)

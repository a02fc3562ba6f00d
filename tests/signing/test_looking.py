"""A signature is believed only where it fits the file, and it is said what was done to it since."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from sgdocs.errors import InputRefused
from sgdocs.signing import Look, look_at
from sgdocs.signing.guarding import require_signable
from sgdocs.signing.judging import judge
from signing.conftest import Signer
from signing.people import AT, Person, authority, person

# What the tests change files with; without it they are skipped, and say so.
pytest.importorskip("pyhanko.pdf_utils", reason="needs pyHanko: pip install .[sign]")
from pyhanko.pdf_utils.generic import (
    DictionaryObject,
    StreamObject,
    TextStringObject,
    pdf_name,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

POLICE, COUNCIL = person("Łukasz Bell"), person("Ngozi Frost", "Example Council")


def look(data: bytes, *trusted: Person, at: datetime = AT) -> Look:
    """Look as the process does that is started for it, without starting one each time."""
    require_signable(data, "record.pdf")
    return judge(data, [each.der for each in trusted], at)


def test_a_changed_byte_is_noticed(record: bytes, signed: Signer) -> None:
    made = bytearray(signed(record, "signature[0]", POLICE))
    at = made.index(b"%%EOF") - 400  # within packed content, whose words it changes
    made[at] ^= 1
    try:
        found = look(bytes(made))
    except InputRefused:  # where the byte was one that holds the file together
        return
    assert found.altered


def test_another_word_in_the_signed_part_is_noticed(record: bytes, signed: Signer) -> None:
    made = signed(record, "signature[0]", POLICE)
    changed = made.replace(b"/Lang (en-GB)", b"/Lang (en-US)").replace(
        b"(The police)", b"(The polite)"
    )
    changed = changed if changed != made else made.replace(b"/SigFlags 1", b"/SigFlags 3")
    changed = changed if changed != made else made.replace(b"%PDF-1.7\n%", b"%PDF-1.7\n#", 1)
    assert changed != made
    found = look(changed).signatures[0]
    assert (found.signed, found.intact, found.altered) == (True, False, True)


def test_a_signature_put_in_from_another_file_is_noticed(
    form: bytes, record: bytes, signed: Signer
) -> None:
    ours, theirs = signed(record, "signature[0]", POLICE), signed(form, "signature[0]", POLICE)
    start, end = contents(ours)
    other = theirs[slice(*contents(theirs))].rstrip(b"0").ljust(end - start, b"0")
    assert len(other) == end - start
    assert look(ours[:start] + other + ours[end:]).signatures[0].intact is False


def contents(data: bytes) -> tuple[int, int]:
    start = data.index(b"/Contents <") + len(b"/Contents <")
    return start, data.index(b">", start)


def later(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Add to a file what changes it."""
    writer, out = IncrementalPdfFileWriter(BytesIO(data)), BytesIO()
    change(writer)
    writer.write(out)
    return out.getvalue()


def another_page_drawn(writer: IncrementalPdfFileWriter) -> None:
    writer.add_stream_to_page(0, writer.add_object(StreamObject(stream_data=b"0 0 99 99 re f")))


def another_title(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = TextStringObject("pl")
    writer.update_root()


def the_look_of_a_signature(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    drawn = StreamObject(
        DictionaryObject(
            {pdf_name("/Type"): pdf_name("/XObject"), pdf_name("/Subtype"): pdf_name("/Form")}
        ),
        stream_data=b"0 0 9 9 re f",
    )
    field["/AP"] = DictionaryObject({pdf_name("/N"): writer.add_object(drawn)})
    writer.update_container(field)


@pytest.mark.parametrize("change", [another_page_drawn, another_title, the_look_of_a_signature])
def test_what_is_added_behind_a_signature_is_noticed(
    record: bytes, signed: Signer, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    made = later(signed(record, "signature[0]", POLICE), change)
    found = look(made, authority())
    assert found.signatures[0].intact
    assert found.signatures[0].later == "other"
    assert found.altered


def test_the_look_of_an_open_field_is_not_taken_for_a_signature(
    record: bytes, signed: Signer
) -> None:
    made = signed(record, "signature[1]", POLICE)
    found = look(later(made, the_look_of_a_signature))
    assert [one.signed for one in found.signatures] == [False, True, False]
    assert found.altered


def test_an_answer_changed_after_signing_is_told_from_a_signature(
    form: bytes, signed: Signer
) -> None:
    made = signed(form, "signature[0]", POLICE)

    def answer(writer: IncrementalPdfFileWriter) -> None:
        fields = writer.root["/AcroForm"]["/Fields"]
        there = [fields[number] for number in range(len(fields))]
        field = next(one for one in there if one["/T"] == "reason")
        field["/V"] = TextStringObject("Another reason")
        writer.update_container(field)

    found = look(later(made, answer)).signatures[0]
    assert (found.intact, found.later, found.altered) == (True, "answers", True)


def test_whom_nobody_vouches_for_is_not_trusted(record: bytes, signed: Signer) -> None:
    stranger = person("Łukasz Bell", by="Somebody Else")
    made = signed(signed(record, "signature[0]", POLICE), "signature[1]", stranger)
    found = look(made, authority()).signatures
    assert [(one.trusted, one.doubt) for one in found[:2]] == [
        (True, ""),
        (False, "none of the certificates that were given vouches for it"),
    ]
    assert [one.trusted for one in look(made).signatures[:2]] == [None, None]
    assert [one.trusted for one in look(made, stranger).signatures[:2]] == [False, True]
    assert look(made, authority()).wanting
    assert not look(made, authority()).altered


def test_a_certificate_is_judged_as_of_a_day(record: bytes, signed: Signer) -> None:
    short = person("Short Term", until=datetime(2027, 6, 1, tzinfo=UTC))
    made = signed(record, "signature[0]", short)
    then = datetime(2030, 1, 1, tzinfo=UTC)
    for trusted in (authority(), short):
        assert look(made, trusted).signatures[0].trusted is True
        late = look(made, trusted, at=then).signatures[0]
        assert (late.trusted, late.doubt) == (False, "the certificate was not valid on that day")


def test_a_file_written_anew_has_lost_its_signatures(record: bytes, signed: Signer) -> None:
    made = signed(record, "signature[0]", POLICE)
    with pikepdf.open(BytesIO(made)) as pdf:
        out = BytesIO()
        pdf.save(out)
    assert look(out.getvalue()).altered
    writer, out = PdfWriter(clone_from=PdfReader(BytesIO(made))), BytesIO()
    writer.write(out)
    assert look(out.getvalue()).altered


def test_names_in_certificates_play_no_tricks_on_the_screen(record: bytes, signed: Signer) -> None:
    tricky = person("Jo\x1b[2J\u202eBell" + "x" * 40)
    (first, *_) = look(signed(record, "signature[0]", tricky)).signatures
    assert first.by.isprintable()
    assert first.by.startswith("Jo [2J Bell")


def test_a_file_without_fields_for_signatures_is_refused(record: bytes) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = BytesIO()
    writer.write(out)
    with pytest.raises(InputRefused) as stopped:
        look_at(out.getvalue(), "record.pdf", AT)
    assert "no fields" in stopped.value.what


def hostile(change: Callable[[pikepdf.Pdf], None], record: bytes, **how: object) -> bytes:
    with pikepdf.open(BytesIO(record)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def test_programs_and_locks_in_a_file_are_refused(record: bytes) -> None:
    def program(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")

    lock = pikepdf.Encryption(owner="owner", user="", R=6)
    for data in (hostile(program, record), hostile(lambda _: None, record, encryption=lock)):
        with pytest.raises(InputRefused):
            look_at(data, "record.pdf", AT)


def test_a_file_cut_off_or_swollen_is_refused_in_time(record: bytes, signed: Signer) -> None:
    made = signed(record, "signature[0]", POLICE)
    for data in (made[: len(made) // 2], b"%PDF-1.7\n" + b"9 0 obj <<" * 50_000, b"\0" * 1000):
        with pytest.raises(InputRefused):
            look_at(data, "record.pdf", AT)

"""A signature is added to the file and to nothing else, and the paper stays what it was."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from papers.specimen import CONTENT
from sgdocs.errors import InputRefused, SafetyRefused, UsageRefused
from sgdocs.signing import available, look_at, read_key, sign, version
from signing.conftest import Signer
from signing.people import AT, PASSWORD, authority, person
from validation.pdfcheck import faults
from validation.verapdf import faults_of_all, needs_verapdf

POLICE, COUNCIL = person("Łukasz Bell"), person("Ngozi Frost", "Example Council", plain_rsa=True)
# ISO 19005-2, 6.4.3 asks that a signature covers the file as it then was. page-validation asks it
# of the file as it is now, which only the last of several can do; veraPDF reads it our way.
ONLY_THE_LAST = "PDFA2A-SIGNATURE-BYTERANGE-001"


def test_it_is_the_version_that_is_installed() -> None:
    assert available()
    assert version().startswith("0.38")


def test_one_after_another_signs_and_each_signature_holds(record: bytes, signed: Signer) -> None:
    first = signed(record, "signature[0]", POLICE)
    second = signed(first, "signature[1]", COUNCIL)
    assert first.startswith(record)
    assert second.startswith(first)
    look = look_at(second, "record.pdf", AT, [authority().der])
    told = [(o.role, o.signed, o.by, o.intact, o.later, o.trusted) for o in look.signatures]
    assert told == [
        ("The police", True, "Łukasz Bell, Example Police", True, "signatures", True),
        ("The council", True, "Ngozi Frost, Example Council", True, "none", True),
        ("The integrated care board", False, "", None, "none", None),
    ]
    assert not look.altered
    assert look.signatures[0].claimed_at.startswith("2026-11-30T14:05")
    assert look.signatures[0].issuer == "Example Certificates"


def test_a_signed_record_stays_accessible_and_lasting(record: bytes, signed: Signer) -> None:
    once = signed(record, "signature[0]", POLICE)
    assert faults(once, "ua1") == faults(once, "2a") == []
    twice = signed(once, "signature[2]", COUNCIL)
    assert faults(twice, "ua1") == []
    assert [f for f in faults(twice, "2a") if not f.startswith(ONLY_THE_LAST)] == []


def test_a_signed_form_stays_accessible(form: bytes, signed: Signer) -> None:
    assert faults(signed(form, "signature[0]", POLICE), "ua1") == []


@needs_verapdf
@pytest.mark.timeout(300)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_verapdf_finds_no_fault_in_signed_records(
    record: bytes, signed: Signer, profile: str, tmp_path: Path
) -> None:
    once = signed(record, "signature[0]", POLICE)
    files = {"once.pdf": once, "twice.pdf": signed(once, "signature[1]", COUNCIL)}
    assert faults_of_all(files, profile, tmp_path) == {"once.pdf": [], "twice.pdf": []}  # type: ignore[arg-type]


def test_who_signed_and_when_is_seen_on_the_page(record: bytes, signed: Signer) -> None:
    made = signed(record, "signature[1]", COUNCIL)
    with pikepdf.open(BytesIO(made)) as pdf:
        there = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        drawn = there["signature[1]"].AP.N
        page = pikepdf.Pdf.new()
        page.add_blank_page(page_size=tuple(float(side) for side in drawn.BBox[2:]))
        shown = page.copy_foreign(drawn)
        page.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Shown=shown))
        page.pages[0].Contents = pikepdf.Stream(page, b"/Shown Do")
        out = BytesIO()
        page.save(out)
        assert not there["signature[0]"].AP.N.get("/Resources")
    words = PdfReader(out).pages[0].extract_text()
    assert "Signed electronically by Ngozi Frost, Example Council" in words
    assert "30 November 2026" in words
    assert "14:05" in words


def test_the_file_says_of_itself_what_it_said(record: bytes, signed: Signer) -> None:
    made = signed(record, "signature[0]", POLICE)
    with pikepdf.open(BytesIO(record)) as old, pikepdf.open(BytesIO(made)) as new:
        assert new.Root.Metadata.read_bytes() == old.Root.Metadata.read_bytes()
        assert dict(new.docinfo.items()) == dict(old.docinfo.items())


def test_a_field_that_is_not_there_or_signed_already_is_not_signed(
    record: bytes, signed: Signer
) -> None:
    with pytest.raises(UsageRefused) as missing:
        signed(record, "signature[7]", POLICE)
    assert "signature[0], signature[1], signature[2]" in missing.value.remedy
    once = signed(record, "signature[0]", POLICE)
    with pytest.raises(SafetyRefused):
        signed(once, "signature[0]", COUNCIL)


def test_a_certificate_that_has_run_out_signs_nothing(record: bytes, signed: Signer) -> None:
    with pytest.raises(InputRefused) as stopped:
        signed(record, "signature[0]", person("Old Key", until=datetime(2026, 1, 1, tzinfo=UTC)))
    assert "run out" in stopped.value.what


@pytest.mark.parametrize("password", ["wrong", "", None])
def test_a_key_opens_with_its_password_alone_and_is_never_quoted(
    tmp_path: Path, password: str | None
) -> None:
    file = tmp_path / "key.p12"
    file.write_bytes(POLICE.p12)
    with pytest.raises(InputRefused) as stopped:
        read_key(file, password)
    assert PASSWORD not in str(stopped.value)
    assert stopped.value.__cause__ is None
    assert PASSWORD not in repr(read_key(file, PASSWORD))
    file.write_bytes(POLICE.file())
    assert read_key(file, None).name == "Łukasz Bell, Example Police"


def test_a_key_in_a_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "partnership.yaml").write_text("")
    file = tmp_path / "key.p12"
    file.write_bytes(POLICE.p12)
    with pytest.raises(SafetyRefused):
        read_key(file, PASSWORD)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"no PDF at all"])
def test_what_is_no_pdf_is_not_signed(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "key.p12"
    file.write_bytes(POLICE.p12)
    with pytest.raises(InputRefused):
        sign(data, "signature[0]", read_key(file, PASSWORD), AT, CONTENT)

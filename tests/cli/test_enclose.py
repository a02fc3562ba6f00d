"""`sgdocs enclose`: an agency's own PDF kept, and whole behind the report."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from binding import foreign
from cli.asking import Office, Said
from sgdocs.ledger import Kind, entries
from sgdocs.reading import read_file

_EXAMPLE = Path(__file__).parents[2] / "examples" / "nel" / "case.yaml"


@pytest.fixture
def case(office: Office) -> Path:
    return office.case(_EXAMPLE.read_text(encoding="utf-8"), "NEL-2025-014")


def enclosed(office: Office, data: bytes, agency: str = "police") -> Said:
    file = office.folder / "from-the-police.pdf"
    file.write_bytes(data)
    return office.run("enclose", "NEL-2025-014", agency, file, "--title", "Review of its own")


def report(office: Office) -> Said:
    return office.run(
        *("build", "NEL-2025-014", "--only", "SCSI-7", "--again", "--as-of", "2026-01-07"),
        *("--contents", "papers", "-o", office.folder / "out", "--json"),
    )


def pages(office: Office) -> str:
    file = next((office.folder / "out").rglob("*SCSI-7*.pdf"))
    return "\n".join(p.extract_text() for p in pypdf.PdfReader(BytesIO(file.read_bytes())).pages)


def test_a_file_is_kept_with_the_case_and_stands_behind_the_report(
    office: Office, case: Path
) -> None:
    assert enclosed(office, foreign.sent("What the police found")).code == 0
    (kept,) = (case.parent / "enclosures").iterdir()
    assert kept.read_bytes() == foreign.sent("What the police found")
    backs = {back["agency"]: back for back in read_file(case).data["returns"]}
    assert backs["police"]["attachments"][0]["include"] == "whole"
    assert [e for e in entries(case.parent) if e.entry.kind is Kind.RECEIVED]
    report(office)
    said = pages(office)
    assert "What the police found" in said
    assert "Page 1 of 1" in said
    assert "Enclosed in full behind this report" in said


def test_the_same_file_is_kept_once(office: Office, case: Path) -> None:
    enclosed(office, foreign.sent("Words"))
    before = case.read_bytes()
    assert "already" in enclosed(office, foreign.sent("Words")).out
    assert case.read_bytes() == before


@pytest.mark.parametrize("data", [foreign.locked(), foreign.broken(), b"words"])
def test_what_cannot_be_included_is_refused_and_nothing_is_written(
    office: Office, case: Path, data: bytes
) -> None:
    before = case.read_bytes()
    assert enclosed(office, data).code == 3
    assert case.read_bytes() == before
    assert not (case.parent / "enclosures").exists()


def test_an_agency_without_a_return_has_nothing_enclosed(office: Office, case: Path) -> None:
    said = enclosed(office, foreign.sent("Words"), "probation")
    assert said.code == 3
    assert "sgdocs receive" in said.err


def test_a_changed_file_is_left_out_and_the_pack_says_so(office: Office, case: Path) -> None:
    enclosed(office, foreign.sent("What the police found"))
    (kept,) = (case.parent / "enclosures").iterdir()
    kept.write_bytes(foreign.sent("Something else"))
    said = report(office)
    assert "fingerprint differs" in said.out + said.err
    assert "Something else" not in pages(office)

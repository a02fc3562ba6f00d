"""`sgdocs calls`: what is to be called, a filled sheet read back, follow-up mails."""

import email
import json
import re
from email import policy
from pathlib import Path

import pytest

from callsheets.filling import cells_of, filled, filled_csv
from cli.asking import Said, sgdocs
from sgdocs.ledger import Kind, entries
from sgdocs.reading import read_file

_EXAMPLE = Path(__file__).parents[2] / "examples" / "nel" / "case.yaml"
_REFERENCE = "NEL-2025-014"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Make a workspace with an example case in which nobody has telephoned yet."""
    sgdocs("init", str(tmp_path), "--procedure", "nel")
    file = tmp_path / "cases" / _REFERENCE / "case.yaml"
    file.parent.mkdir()
    text = _EXAMPLE.read_text(encoding="utf-8")
    file.write_text(re.sub(r"\ncalls:\n(.|\n)*?\nreturns:", "\nreturns:", text), encoding="utf-8")
    return file


def calls(case: Path, *more: str) -> Said:
    return sgdocs("calls", str(case), *more)


def sheet(case: Path, *rows: dict[str, object]) -> str:
    file = case.parent / "sheet.csv"
    file.write_bytes(filled_csv(rows))
    return str(file)


def recorded(case: Path) -> list[dict[str, str]]:
    data = read_file(case).data
    return [dict(call) for call in data.get("calls", ())]


def test_every_agency_is_called_when_the_request_has_gone(case: Path) -> None:
    ran = calls(case, "--as-of", "2025-12-23", "--json")
    made = json.loads(ran.out)
    assert len(made) == 9
    assert {call["kind"] for call in made} == {"confirmation"}


def test_only_those_that_have_not_answered_are_chased(case: Path) -> None:
    made = json.loads(calls(case, "--as-of", "2026-01-02", "--json").out)
    chased = [call["about"] for call in made if call["kind"] == "chase"]
    assert chased == ["ambulance-service"]


def test_the_sheet_comes_in_every_form(case: Path) -> None:
    starts = {"xlsx": b"PK", "csv": b"\xef\xbb\xbf", "docx": b"PK", "pdf": b"%PDF"}
    for form, start in starts.items():
        out = case.parent / f"calls.{form}"
        assert calls(case, "--as-of", "2025-12-23", "-o", str(out)).code == 0
        assert out.read_bytes().startswith(start)
    rows = cells_of((case.parent / "calls.xlsx").read_bytes())
    assert len(rows) >= 12
    assert "Haven Point Hospital, ask for" in calls(case, "--as-of", "2025-12-23").out


def test_a_filled_sheet_is_shown_then_recorded_and_never_twice(case: Path) -> None:
    before = case.read_bytes()
    file = sheet(case, filled(), filled(Short_name="haven-road-school", Time="13.46"))
    shown = calls(case, "--read", file)
    assert (shown.code, case.read_bytes()) == (0, before)
    assert "2 new call(s), 0 recorded already, 0 row(s) not filled in." in shown.out
    done = calls(case, "--read", file, "--accept", "--json")
    assert json.loads(done.out)["recorded"]
    assert [call["at"] for call in recorded(case)] == ["2025-12-23T13:05", "2025-12-23T13:46"]
    after = case.read_bytes()
    again = calls(case, "--read", file, "--accept")
    assert "0 new call(s), 2 recorded already" in again.out
    assert case.read_bytes() == after


def test_each_call_stands_in_the_ledger(case: Path) -> None:
    calls(case, "--read", sheet(case, filled()), "--accept")
    (line,) = [e for e in entries(case.parent) if e.entry.kind is Kind.CALLED]
    assert line.entry.by == "Perpetua Oakes"
    assert line.entry.about["agency"] == "police"
    assert len(line.entry.about["sheet"]) == 64


def test_one_wrong_row_keeps_all_from_being_recorded(case: Path) -> None:
    before = case.read_bytes()
    file = sheet(case, filled(), filled(Short_name="police", Date_of_call="soon"))
    ran = calls(case, "--read", file, "--accept")
    assert (ran.code, case.read_bytes()) == (1, before)
    assert "row 3, Date of call" in ran.err


def test_a_call_in_the_future_is_refused_as_the_case_file_would(case: Path) -> None:
    before = case.read_bytes()
    ran = calls(case, "--read", sheet(case, filled(Date_of_call="23/12/2098")), "--accept")
    assert (ran.code, case.read_bytes()) == (1, before)


def test_a_late_agency_is_written_to_by_itself(case: Path, tmp_path: Path) -> None:
    ran = calls(case, "--as-of", "2026-01-05", "--drafts", str(tmp_path / "drafts"), "--json")
    folder = Path(json.loads(ran.out)["folder"])
    (mail,) = folder.glob("*.eml")
    message = email.message_from_bytes(mail.read_bytes(), policy=policy.default)
    assert message["To"].addresses[0].addr_spec == "n.hanbury@estuary-ambulance.example.org"
    assert message["X-Unsent"] == "1"
    said = message.get_body(("plain",)).get_content()
    assert "Tuesday 23 December 2025" in said
    assert "Friday 2 January 2026" in said
    assert "Caoimhe" not in message["Subject"]
    assert "Haven" not in said
    names = {part.get_filename() for part in message.iter_attachments()}
    assert f"{_REFERENCE}_SCSI-5_ambulance-service.docx" in names


def test_nobody_is_written_to_before_the_day(case: Path, tmp_path: Path) -> None:
    ran = calls(case, "--as-of", "2025-12-30", "--drafts", str(tmp_path / "drafts"))
    assert (ran.code, ran.out) == (0, "No agency that was asked is late.\n")
    assert not (tmp_path / "drafts").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--accept",),
        ("--read", "SHEET", "--format", "csv"),
        ("--drafts", "x", "--format", "csv"),
        ("--read", "nowhere.csv"),
    ],
)
def test_options_that_do_not_go_together_are_refused(case: Path, options: tuple[str, ...]) -> None:
    file = sheet(case, filled())
    assert calls(case, *(file if option == "SHEET" else option for option in options)).code == 2


def test_a_file_that_is_no_sheet_is_refused(case: Path) -> None:
    file = case.parent / "picture.png"
    file.write_bytes(b"\x89PNG\0\0")
    assert calls(case, "--read", str(file)).code == 3

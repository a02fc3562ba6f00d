"""`sgdocs certificate`: each duty, met or late, and what that is known from."""

import io
import shutil
from pathlib import Path

import pypdf
import pytest
from docx import Document

from cli.asking import Office, sgdocs
from docs.pages import ROOT
from sgdocs.ledger import ledger_file
from validation.pdfcheck import PROFILES, faults

AS_OF = ("--as-of", "2025-06-01")


@pytest.fixture
def darlington(tmp_path: Path) -> Office:
    """The example of a case in Darlington, whose three answers do not hang on the reading."""
    folder = tmp_path / "office"
    assert sgdocs("init", folder, "--procedure", "darlington").code == 0
    shutil.copytree(ROOT / "examples" / "darlington", folder / "cases" / "dar")
    return Office(folder)


def moved(office: Office, event: str, old: str, new: str) -> None:
    rewritten(office, f"{event}, actual: {old}", f"{event}, actual: {new}")


def rewritten(office: Office, old: str, new: str) -> None:
    case = office.folder / "cases" / "dar" / "case.yaml"
    text = case.read_text(encoding="utf-8")
    assert old in text
    case.write_text(text.replace(old, new), encoding="utf-8")


def made(office: Office, *words: str) -> Path:
    said = office.run("certificate", "dar", *(words or AS_OF), "--json")
    assert said.code == 0, said.err
    return Path(said.json["folder"])


def text_of(folder: Path) -> str:
    (pdf,) = folder.glob("*.pdf")
    pages = pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_each_duty_has_its_source_its_days_and_its_result(darlington: Office) -> None:
    folder = made(darlington)
    text = text_of(folder)
    assert "Notify the Panel of the serious incident" in text
    assert "Section 7.2" in text
    assert "Tue 18 Feb 2025 Fri 14 Feb 2025 In time The case file alone" in text
    (word,) = folder.glob("*.docx")
    cells = [c.text for t in Document(str(word)).tables for r in t.rows for c in r.cells]
    assert "Notify the Panel of the serious incident" in cells
    assert "In time" in cells


def test_the_pdf_is_one_that_screen_readers_follow_and_archives_keep(darlington: Office) -> None:
    (pdf,) = made(darlington).glob("*.pdf")
    assert [fault for profile in PROFILES for fault in faults(pdf.read_bytes(), profile)] == []


def test_a_late_duty_says_by_how_much_and_the_reason_recorded(darlington: Office) -> None:
    rewritten(
        darlington, "rr_submitted, actual: 2025-03-07T15:00", "rr_submitted, actual: 2025-03-12"
    )
    assert "Late, by 2 working days. No reason is recorded." in text_of(made(darlington))
    said = darlington.run(
        "record", "dispatch", "dar", "DAR-DECISION-TO-PANEL", "--to", "panel", "--step",
        "decision-to-panel", "--sent", "2025-03-12", "--late-reason", "The minutes were late",
    )  # fmt: skip
    assert said.code == 0, said.err
    assert "Late, by 2 working days: The minutes were late" in text_of(made(darlington))


def test_three_questions_with_one_answer_where_every_reading_agrees(darlington: Office) -> None:
    text = text_of(made(darlington))
    assert "Was the Panel notified in time? Yes, by every reading of the date." in text
    assert "Appendix 5, quality questions" in text


def test_where_readings_differ_both_are_printed_and_neither_is_ticked(darlington: Office) -> None:
    rewritten(darlington, "rapid_review_held, planned: 2025-02-27, actual: 2025-02-27T10:00",
              "rapid_review_held, actual: 2025-03-05T10:00")  # fmt: skip
    moved(darlington, "recommendation_made", "2025-02-28", "2025-03-05")
    moved(darlington, "rapid_review_decision", "2025-03-04", "2025-03-06")
    text = text_of(made(darlington))
    question = text.partition("Was the rapid review held in time?")[2].partition("Was the")[0]
    assert "Neither is ticked here: a person decides" in question
    assert "Mon 3 Mar 2025 Wed 5 Mar 2025 No" in question
    assert "Fri 7 Mar 2025 Wed 5 Mar 2025 Yes" in question


def test_what_the_ledger_knows_is_said_with_its_line_and_the_head_is_printed(
    darlington: Office,
) -> None:
    darlington.run("record", "event", "dar", "authority_told", "2025-05-01")
    call = ("record", "step", "dar", "decision-to-panel", "--on", "2025-03-07")
    assert darlington.run(*call).code == 0
    folder = made(darlington)
    text = text_of(folder)
    assert "Ledger, line 1" in text
    said = darlington.run("certificate", "dar", *AS_OF, "--json").json
    assert said["ledger"]["number"] == 1
    assert f"1:{said['ledger']['hash']}" in text
    assert darlington.run("verify", "dar", "--head", f"1:{said['ledger']['hash']}").code == 0


def test_the_certificate_beside_the_packs_shows_an_end_cut_off(darlington: Office) -> None:
    for day in ("2025-03-07", "2025-03-08"):
        assert darlington.run("record", "step", "dar", "decision-to-panel", "--on", day).code == 0
    made(darlington)
    file = ledger_file(darlington.folder / "cases" / "dar")
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[0])
    next((darlington.folder / "build").glob("*/current.json")).unlink()
    said = darlington.run("verify", "dar")
    assert said.code == 4
    assert "ledger-head.json knows number 2" in said.out


def test_nothing_is_certified_by_an_altered_ledger(darlington: Office) -> None:
    darlington.run("record", "step", "dar", "decision-to-panel", "--on", "2025-03-07")
    file = ledger_file(darlington.folder / "cases" / "dar")
    file.write_text(file.read_text().replace("2025-03-07", "2025-03-06"))
    said = darlington.run("certificate", "dar", *AS_OF)
    assert (said.code, said.out) == (4, "")
    assert "nothing can be certified" in said.err
    assert list((darlington.folder / "build").glob("*/*certificate")) == []


def test_the_same_again_is_the_same_folder_and_the_same_bytes(darlington: Office) -> None:
    first = made(darlington)
    files = {p.name: p.read_bytes() for p in first.iterdir()}
    assert made(darlington) == first
    assert {p.name: p.read_bytes() for p in first.iterdir()} == files


def test_a_loose_case_file_rests_on_itself_and_says_so(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "darlington" / "case.yaml", tmp_path / "case.yaml")
    said = sgdocs(
        "certificate", tmp_path / "case.yaml", *AS_OF, "-o", tmp_path / "out", at=tmp_path
    )
    assert said.code == 0, said.err
    assert "No ledger is kept for this case file." in text_of(tmp_path / "out")


@pytest.mark.parametrize("example", ["nel", "tees-two-children", "bcp", "north-yorkshire"])
def test_every_procedure_can_be_certified(tmp_path: Path, example: str) -> None:
    case = ROOT / "examples" / example / "case.yaml"
    said = sgdocs("certificate", case, "-o", tmp_path / "out", "--json", at=tmp_path)
    assert said.code == 0, said.err
    assert said.json["counts"]["met"] > 0
    assert sorted(p.suffix for p in (tmp_path / "out").iterdir()) == [".docx", ".pdf"]

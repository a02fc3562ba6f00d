"""The board, the dates, records and papers: what the commands say, in a browser."""

import csv
import io
import re
from pathlib import Path

import pytest

from cli.asking import CASE
from reading.asking import read
from web.visiting import REFERENCE, window, workspace

CASES = f"/cases/{REFERENCE}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return workspace(tmp_path)


@pytest.fixture
def visitor(path: Path):
    return window(path.parents[2]).come_in()


def test_the_board_says_what_is_overdue_in_words_and_shapes(visitor) -> None:
    page = visitor.open("/").text
    assert REFERENCE in page
    assert "▲" in page
    assert "Overdue" in page
    assert "Penhaligon" not in page


def test_the_board_names_what_is_encrypted(visitor, path: Path) -> None:
    (path.parent.parent / "SCI-2026-099.age").write_bytes(b"age-encryption.org/v1\n")
    board = visitor.open("/").text
    assert "1 encrypted case" in board
    assert "SCI-2026-099" in board
    assert "not looked at" in board


def test_the_board_marks_a_case_with_a_second_version(visitor, path: Path) -> None:
    assert "Second version" not in visitor.open("/").text
    rival = path.with_name("case (conflicted copy 2026-11-17).yaml")
    rival.write_bytes(path.read_bytes())
    board = visitor.open("/").text
    assert "<strong>Second version</strong> of a file" in board
    assert "sgdocs validate" in board


def test_the_board_is_filtered(visitor) -> None:
    assert f'href="{CASES}"' in visitor.open("/?standing=red").text
    assert "There are no cases here of this kind" in visitor.open("/?standing=green").text
    assert visitor.open("/?page=99999999999").status == 200


def test_the_morning_sheet_lists_what_presses(visitor) -> None:
    assert REFERENCE in visitor.open("/morning").text


def test_an_empty_workspace_leads_to_a_first_case(visitor, path: Path) -> None:
    path.unlink()
    assert "Begin a case" in visitor.open("/").text


def test_a_case_is_begun(visitor, path: Path) -> None:
    visitor.open("/new")
    visitor.send("/new", {"procedure": "nel", "pathway": "serious_incident"})
    assert visitor.status == 422
    assert "Say what happened." in visitor.text
    begun = {
        "reference": "SCI-2026-015",
        "procedure": "nel",
        "pathway": "serious_incident",
        "children": "2",
        "harm": "died",
        "received-day": "17",
        "received-month": "11",
        "received-year": "2026",
        "received-time": "9.30",
    }
    visitor.send("/new", begun)
    assert "The case is begun" in visitor.text
    data = read((path.parents[1] / "SCI-2026-015" / "case.yaml").read_text())
    assert [child["harm"] for child in data["children"]] == ["died", "died"]
    assert data["events"][0]["actual"] == "2026-11-17T09:30"
    visitor.open("/new")
    assert "already" in visitor.send("/new", begun).text


@pytest.mark.parametrize("reference", ["../x", "Ottilie", "con", "SCI 1", "-x", "x" * 60])
def test_a_reference_that_cannot_be_is_told(visitor, reference: str) -> None:
    visitor.open("/new")
    fields = {
        "reference": reference,
        "procedure": "nel",
        "pathway": "serious_incident",
        "children": "1",
        "harm": "died",
    }
    assert visitor.send("/new", fields).status == 422


def test_every_date_has_its_reason(visitor) -> None:
    page = visitor.open(f"{CASES}/dates").text
    assert "Collate returns and nil returns" in page
    why = visitor.open(f"{CASES}/dates/scsi-7-to-group").text
    assert "8 working days after Monday 9 November 2026" in why
    assert "Flowchart 2, working day eight" in why
    assert visitor.open(f"{CASES}/dates/nothing").status == 404


def test_the_dates_are_had_as_files(visitor) -> None:
    for form, start in (("pdf", b"%PDF"), ("ics", b"BEGIN"), ("xlsx", b"PK")):
        answer = visitor.client.get(f"{CASES}/dates/file.{form}")
        assert answer.content.startswith(start)
        assert "attachment" in answer.headers["content-disposition"]
    picture = visitor.client.get(f"{CASES}/dates/picture.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert visitor.open(f"{CASES}/dates/file.exe").status == 404


def test_an_event_is_recorded_and_what_moves_is_said(visitor, path: Path) -> None:
    page = f"{CASES}/record/event"
    assert "Panel" in visitor.open(page).text
    visitor.send(
        page,
        {
            "event": "rapid_review_held",
            "actual-day": "18",
            "actual-month": "11",
            "actual-year": "2026",
            "actual-time": "9:45",
        },
    )
    assert "Recorded." in visitor.text
    assert read(path.read_text())["events"][-1] == {
        "event": "rapid_review_held",
        "actual": "2026-11-18T09:45",
    }


def test_a_record_that_cannot_be_is_told(visitor, path: Path) -> None:
    page = f"{CASES}/record/event"
    visitor.open(page)
    visitor.send(
        page,
        {
            "event": "rapid_review_held",
            "actual-day": "30",
            "actual-month": "11",
            "actual-year": "2026",
        },
    )
    assert visitor.status == 422
    assert path.read_text() == CASE
    assert visitor.open(f"{CASES}/record/nothing").status == 404


def test_a_case_with_errors_says_where_they_are_put_right(visitor, path: Path) -> None:
    path.write_text(CASE.replace("harm: seriously_harmed", "harm: perhaps"))
    page = visitor.open(CASES)
    assert page.status == 200
    assert f'href="{CASES}/details/children/0"' in page.text
    assert "perhaps" not in page.text
    assert visitor.open(f"{CASES}/dates").status == 409


def test_papers_are_looked_at_made_taken_and_marked_as_sent(visitor, path: Path) -> None:
    page = visitor.open(f"{CASES}/papers").text
    assert "Prepare today’s outbox" in page
    visitor.send(f"{CASES}/papers/outbox")
    assert "papers were made" in visitor.text
    assert "PHONE-LOG" in visitor.text
    zipped = visitor.client.get(str(visitor.client.base_url) + _first(visitor.text, "all.zip"))
    assert zipped.content.startswith(b"PK")
    taken = visitor.client.get(_first(visitor.text, ".docx"))
    assert taken.content.startswith(b"PK")
    pack = _first(visitor.text, "all.zip").rpartition("/")[0]
    assert visitor.open(f"{pack}/files/../../../case.yaml").status == 404
    assert visitor.open(f"{pack}/files/..%2f..%2f..%2fpartnership.yaml").status == 404


def _first(text: str, ending: str) -> str:
    return re.findall(rf'href="([^"]*{re.escape(ending)})"', text)[0]


def test_a_letter_is_looked_at(visitor) -> None:
    visitor.open(f"{CASES}/papers")
    link = _first_link(visitor.text, "paper=SCSI-2")
    page = visitor.open(link)
    assert page.status == 200
    assert 'class="paper"' in page.text


def _first_link(text: str, part: str) -> str:
    return re.findall(rf'href="([^"]*{re.escape(part)}[^"]*)"', text)[0]


def test_today_says_what_to_send_and_whom_to_call(visitor) -> None:
    page = visitor.open("/today").text
    assert "RR-INVITE" in page
    assert "Record the call" in page
    assert visitor.open("/today?page=9").status == 200


def test_answers_stand_in_words_and_calls_are_read_back(visitor, path: Path) -> None:
    page = visitor.open(f"{CASES}/answers").text
    assert "Haven Point Hospital" in page
    assert "Not received" in page
    sheet = visitor.client.get(f"{CASES}/answers/calls.csv").content.decode("utf-8-sig")
    sent = _with_a_call(sheet)
    looked = _send_sheet(visitor, sent, "look")
    assert "1 call would be recorded" in looked.text
    assert path.read_text() == CASE
    assert "Recorded from the sheet: 1 calls." in _send_sheet(visitor, sent, "keep").text
    assert len(read(path.read_text())["calls"]) == 1
    assert not list((path.parents[2] / ".sgdocs" / "trials").iterdir())


def _with_a_call(sheet: str) -> str:
    """Fill in the first row: when somebody called, as people type it in a spreadsheet."""
    head, first, *others = csv.reader(io.StringIO(sheet))
    told = {"Date of call": "18/11/2026", "Time": "09:40"}
    filled = [told.get(name, cell) for name, cell in zip(head, first, strict=True)]
    out = io.StringIO()
    csv.writer(out).writerows([head, filled, *others])
    return out.getvalue()


def _send_sheet(visitor, sheet: str, button: str):
    answer = visitor.client.post(
        f"{CASES}/answers",
        data={"token": visitor.token, "do": button},
        files={"sheet": ("calls.csv", sheet.encode(), "text/csv")},
        headers={"origin": "http://127.0.0.1:8420"},
    )
    return visitor.saw(answer)


def test_the_ledger_is_shown_with_what_the_window_changed(visitor) -> None:
    page = f"{CASES}/details/incident"
    visitor.open(page)
    visitor.send(page, {"place": "At home", "do": "save"})
    shown = visitor.open(f"{CASES}/ledger").text
    assert "Everything is as it was written" in shown
    assert "Incident ($.incident)" in shown
    assert "At home" not in shown

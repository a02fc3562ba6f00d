"""`sgdocs schedule` in every form, to a file and to another program."""

import csv
import io
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree
from pypdf import PdfReader

from cli.asking import CASE, Office

AS_OF = ("--as-of", "2026-11-17")
STARTS = {
    "table": b"OFFICIAL-SENSITIVE\n",
    "json": b"[\n",
    "csv": b"\xef\xbb\xbf",
    "xlsx": b"PK\x03\x04",
    "ics": b"BEGIN:VCALENDAR\r\n",
    "svg": b"<",
    "pdf": b"%PDF-",
}
ENDS = {"table": "txt"}
posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")


def made(office: Office, form: str, *options: str | Path) -> bytes:
    """Give the schedule in a form, as it reaches another program."""
    said = office.run("schedule", "SCI-2026-014", *AS_OF, "--format", form, *options)
    assert said.code == 0, said.err
    return said.data


def entries(data: bytes) -> dict[str, tuple[date, int, str]]:
    """Give a calendar's entries by their lasting names: the day, the number, the status."""
    return {
        str(event["uid"]): (event["dtstart"].dt, int(event["sequence"]), str(event["status"]))
        for event in Calendar.from_ical(data).walk("VEVENT")
    }


@pytest.mark.parametrize("form", STARTS)
def test_every_form_reaches_a_file_as_it_reaches_a_program(office: Office, form: str) -> None:
    office.case()
    target = office.folder / "build" / f"schedule.{ENDS.get(form, form)}"
    printed = made(office, form)
    assert printed.startswith(STARTS[form])
    said = office.run("schedule", "SCI-2026-014", *AS_OF, "--format", form, "-o", target)
    assert (said.code, said.data, said.err) == (0, b"", f"Written: {target}\n")
    assert target.read_bytes() == printed


@posix
@pytest.mark.parametrize("form", STARTS)
def test_a_file_is_for_its_owners_eyes(office: Office, form: str) -> None:
    office.case()
    target = office.folder / "build" / f"schedule.{ENDS.get(form, form)}"
    made(office, form, "-o", target)
    target.chmod(0o644)
    made(office, form, "-o", target)
    assert target.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("form", STARTS)
def test_a_failed_write_leaves_the_older_file(office: Office, form: str) -> None:
    office.case(CASE.replace("harm: seriously_harmed", "harm: seriously_harmd"))
    target = office.folder / "build" / f"schedule.{ENDS.get(form, form)}"
    target.write_text("the older one\n")
    said = office.run("schedule", "SCI-2026-014", "--format", form, "-o", target)
    assert said.code == 1
    assert target.read_text() == "the older one\n"


@pytest.mark.parametrize("form", STARTS)
def test_no_form_names_the_child(office: Office, form: str) -> None:
    office.case()
    data = made(office, form)
    if form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = b"".join(book.read(name) for name in book.namelist())
    if form == "pdf":
        data = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).encode()
    assert b"Haven Point" in data or form == "svg"
    assert b"Ottilie" not in data
    assert b"Penhaligon" not in data


def test_the_list_opens_in_a_spreadsheet(office: Office) -> None:
    office.case()
    data = made(office, "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert any("SCSI-2" in cell for row in rows for cell in row)


def test_the_picture_is_well_formed(office: Office) -> None:
    office.case()
    root = etree.fromstring(made(office, "svg"))
    assert etree.QName(root).localname == "svg"


def test_the_timetable_to_print_has_pages_and_a_title(office: Office) -> None:
    office.case()
    reader = PdfReader(io.BytesIO(made(office, "pdf")))
    assert reader.metadata is not None
    assert "SCI-2026-014" in str(reader.metadata.title)
    assert "SCSI-7" in "".join(page.extract_text() for page in reader.pages)


def test_a_calendar_entry_that_moved_gets_the_next_number(office: Office) -> None:
    office.case()
    target = office.folder / "build" / "dates.ics"
    made(office, "ics", "-o", target)
    first = entries(target.read_bytes())
    assert {number for _, number, _ in first.values()} == {0}

    office.case(CASE.replace("2026-11-09T09:30", "2026-11-10T09:30"))
    made(office, "ics", "-o", target)
    second = entries(target.read_bytes())
    meeting = "rapid-review-meeting-none-sci-2026-014@sgdocs"
    assert first[meeting] == (date(2026, 11, 24), 0, "CONFIRMED")
    assert second[meeting] == (date(2026, 11, 25), 1, "CONFIRMED")
    stayed = [uid for uid in first if uid in second and first[uid][0] == second[uid][0]]
    assert stayed
    assert {second[uid][1] for uid in stayed} == {0}

    made(office, "ics", "-o", target)
    assert entries(target.read_bytes()) == second


def test_a_calendar_entry_that_is_done_with_is_cancelled(office: Office) -> None:
    office.case()
    target = office.folder / "build" / "dates.ics"
    made(office, "ics", "-o", target)
    office.run(
        "record", "dispatch", "SCI-2026-014", "SCSI-2", "--to", "safeguarding_partners",
        "--sent", "2026-11-17",
    )  # fmt: skip
    made(office, "ics", "-o", target)
    sent = "scsi-2-to-partners-none-sci-2026-014@sgdocs"
    assert entries(target.read_bytes())[sent] == (date(2026, 11, 10), 1, "CANCELLED")


@pytest.mark.parametrize("earlier", [b"", b"not a calendar", b"BEGIN:VCALENDAR\r\n", b"\xff\xfe"])
def test_an_earlier_calendar_that_cannot_be_read_is_not_written_over(
    office: Office, earlier: bytes
) -> None:
    office.case()
    target = office.folder / "build" / "dates.ics"
    target.write_bytes(earlier)
    said = office.run("schedule", "SCI-2026-014", "--format", "ics", "-o", target)
    assert (said.code, said.out) == (3, "")
    assert target.read_bytes() == earlier


def test_another_cases_calendar_is_not_written_over(office: Office) -> None:
    office.case()
    office.case(CASE, "SCI-2026-015")
    target = office.folder / "build" / "dates.ics"
    made(office, "ics", "-o", target)
    before = target.read_bytes()
    said = office.run("schedule", "SCI-2026-015", *AS_OF, "--format", "ics", "-o", target)
    assert said.code == 3
    assert target.read_bytes() == before


@pytest.mark.parametrize("form", [f for f in STARTS if f != "ics"])
@pytest.mark.parametrize("name", ["cases/SCI-2026-014/case.yaml", "partnership.yaml"])
def test_what_a_schedule_is_made_from_is_never_written_over(
    office: Office, form: str, name: str
) -> None:
    """A slip of the hand after --output must not cost the case."""
    office.case()
    target = office.folder / name
    before = target.read_bytes()
    said = office.run("schedule", "SCI-2026-014", *AS_OF, "--format", form, "-o", target)
    assert (said.code, said.out) == (4, "")
    assert target.read_bytes() == before

"""What was worked out before saves time and never decides anything."""

import os

import pytest

from cli.asking import CASE, Office, forget

SCHEDULE = ("schedule", "SCI-2026-014", "--as-of", "2026-11-17", "--json")


@pytest.mark.parametrize("rubbish", ["", "null", "[]", "{}", "7", '"x"', "rubbish", '{"a": {}}'])
def test_a_damaged_cache_is_worked_out_anew(office: Office, rubbish: str) -> None:
    office.case()
    before = office.run(*SCHEDULE)
    kept = [p for p in (office.folder / ".sgdocs" / "cache").rglob("*") if p.is_file()]
    assert kept
    for path in kept:
        path.write_text(rubbish)
    for _ in range(2):
        forget()
        assert office.run(*SCHEDULE) == before


def test_a_cache_that_cannot_be_kept_stops_nobody(office: Office) -> None:
    office.case()
    (office.folder / ".sgdocs").write_text("a file is in the way\n")
    forget()
    assert office.run(*SCHEDULE).code == 0


def test_a_wrong_case_stays_wrong_however_often_it_is_asked(office: Office) -> None:
    office.case(CASE.replace("harm: seriously_harmed", "harm: seriously_harmd"))
    said = [office.run("validate", "SCI-2026-014") for _ in range(3)]
    assert {s.code for s in said} == {1}
    office.case()
    assert office.run("validate", "SCI-2026-014").code == 0
    office.case(CASE.replace("harm: seriously_harmed", "harm: seriously_harmd"))
    assert office.run("validate", "SCI-2026-014") == said[0]


def test_a_changed_file_counts_though_its_time_does_not_say_so(office: Office) -> None:
    path = office.case()
    office.run(*SCHEDULE)
    status = path.stat()
    path.write_text(CASE.replace("2026-11-09T09:30", "2026-11-10T09:30"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    rows = office.run(*SCHEDULE).json
    assert next(r["due"] for r in rows if r["step"] == "scsi-2-to-partners") == "2026-11-11"


def test_nothing_in_the_cache_can_be_run(office: Office) -> None:
    office.case()
    office.run(*SCHEDULE)
    kept = [p for p in (office.folder / ".sgdocs" / "cache").rglob("*") if p.is_file()]
    assert {p.suffix for p in kept} == {".json"}

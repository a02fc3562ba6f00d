"""A sixth partnership, and a unit's own changes to its procedure, with files alone and no code."""

import re
from pathlib import Path

import pytest

from journeys.asking import Desk
from sgdocs.content import Content

NEL = Content().path("procedures", "nel.yaml").read_text(encoding="utf-8")
CONTACTS = Content().path("partnerships", "nel.yaml").read_text(encoding="utf-8")
DAY_ONE = "timing: {anchor: notification_received, offset: 1, unit: working_days, limit: within"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def sixth(text: str) -> str:
    """Turn a file of North East Lincolnshire into the sixth partnership's."""
    text = re.sub(r"(?m)^id: nel$", "id: sixth", text)
    text = re.sub(r"(?m)^procedure: nel$", "procedure: sixth", text)
    return text.replace("North East Lincolnshire", "Sixthshire")


@pytest.fixture(params=["its own workspace", "beside another"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """A workspace with the sixth partnership's two files in it."""
    desk = Desk(tmp_path)
    desk.does("init --procedure nel")
    write(tmp_path / "procedures" / "sixth.yaml", sixth(NEL))
    own = "partnership.yaml" if request.param == "its own workspace" else "partnerships/sixth.yaml"
    write(tmp_path / own, sixth(CONTACTS))
    return desk


def test_a_case_of_the_sixth_is_begun_checked_and_dated(desk: Desk) -> None:
    desk.does("new CASE --procedure sixth --received 2026-11-09")
    assert "nothing to put right" in desk.does("validate CASE")
    assert desk.dates("2026-11-10")["scsi-2-to-partners"] == "2026-11-10"
    table = desk.does("schedule CASE --as-of 2026-11-10")
    assert "Sixthshire Safeguarding Children Partnership" in table
    assert "sixth flowcharts 1 to 4" in table
    desk.does("record dispatch CASE SCSI-2 --to safeguarding_partners --sent 2026-11-10")
    assert desk.standing("2026-11-10")["scsi-2-to-partners"] == "done_on_time"
    assert "SCI-2026-014" in desk.does("status --as-of 2026-11-10")
    letter = Content().path("letters", "nel/scsi-3.md").read_text(encoding="utf-8")
    write(desk.folder / "letters" / "sixth" / "scsi-3.md", letter)
    assert "SCSI-3" in desk.does("build CASE --as-of 2026-11-10", ends=1)  # no meeting is planned


def test_the_doctor_looks_at_the_sixth_too(desk: Desk) -> None:
    assert "well  procedure sixth:" in desk.does("doctor", ends=1)


def test_a_slip_in_the_sixths_file_is_told_with_its_place(desk: Desk) -> None:
    write(
        desk.folder / "procedures" / "sixth.yaml", sixth(NEL).replace("unit: months", "unit: moons")
    )
    said = desk.does("new CASE --procedure sixth", ends=3)
    assert "sixth.yaml:" in said
    assert "Did you mean “months”?" in said


def test_the_sixth_has_dates_of_its_own(desk: Desk) -> None:
    own = sixth(NEL).replace(DAY_ONE, DAY_ONE.replace("offset: 1", "offset: 3"))
    write(desk.folder / "procedures" / "sixth.yaml", own)
    desk.does("new CASE --procedure sixth --received 2026-11-09")
    assert desk.dates("2026-11-10")["scsi-2-to-partners"] == "2026-11-12"


def test_a_changed_procedure_moves_the_dates_of_an_open_case(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.does("init --procedure nel")
    desk.does("new CASE --received 2026-11-09")
    desk.does("schedule CASE --as-of 2026-11-10 --json --output before.json")
    write(
        tmp_path / "procedures" / "nel.yaml", NEL.replace(DAY_ONE, DAY_ONE.replace("1,", "2,", 1))
    )
    moved = desk.does("schedule CASE --as-of 2026-11-10 --compare before.json")
    assert "Tue 10 Nov 2026 -> Wed 11 Nov 2026" in moved


def test_an_amendment_leaves_what_was_begun_before_it_alone(tmp_path: Path) -> None:
    desk, later = Desk(tmp_path), Desk(tmp_path, "SCI-2026-015")
    desk.does("init --procedure nel")
    amended = f"""{NEL}
amendments:
  - version: flowcharts 1 to 4, amended
    in_force_from: 2026-11-12
    title: The partners asked for more time.
    steps:
      scsi-2-to-partners:
        timing: {{offset: 3}}
"""
    write(tmp_path / "procedures" / "nel.yaml", amended)
    desk.does("new CASE --received 2026-11-09")
    later.does("new CASE --received 2026-11-16")
    assert desk.dates("2026-11-20")["scsi-2-to-partners"] == "2026-11-10"
    assert later.dates("2026-11-20")["scsi-2-to-partners"] == "2026-11-19"
    assert "amended" in later.does("schedule CASE --as-of 2026-11-20")

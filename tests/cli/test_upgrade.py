"""`sgdocs upgrade`: an older case file brought to the present form, and the old one kept."""

import json
import os
from pathlib import Path

import pytest

from cli.asking import CASE, Office
from sgdocs.reading import read_file

OLD = """\
# Written in the first months.
schema_version: "0.9"
case: {reference: SCI-2026-014, procedure: nel}
referral: {pathway: serious_incident}
child: {name: Ottilie Penhaligon, harm: died, date_of_birth: 2016-07-14}
family:
  - {name: Rosalind Penhaligon, relationship: mother}
events:
  incident_occurred: 2026-11-08
  notification_received: 2026-11-09T09:30
"""


def seen(folder: Path) -> list[str]:
    """List what a clerk sees in a folder: locks and the like are hidden."""
    return [p.name for p in folder.iterdir() if not p.name.startswith(".")]


def test_the_new_file_is_right_and_the_old_one_is_kept(office: Office) -> None:
    path = office.case(OLD)
    kept = path.with_name("case.v0.9.yaml")
    said = office.run("upgrade", "SCI-2026-014")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Upgraded: {path}. The old file is kept as {kept}.\n"
    assert kept.read_text() == OLD
    assert office.run("validate", path).out == "1 case(s): nothing to put right.\n"
    data = read_file(path).data
    assert data["children"][0]["name"] == {"full": "Ottilie Penhaligon"}
    assert data["family"][0]["relationship"] == "mother"
    rows = office.run("schedule", path, "--as-of", "2026-11-10", "--json").json
    due = {row["step"]: row["due"] for row in rows if row["role"] == "binding"}
    assert due["scsi-2-to-partners"] == "2026-11-10"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")
def test_both_files_are_for_their_owners_eyes(office: Office) -> None:
    path = office.case(OLD)
    office.run("upgrade", "SCI-2026-014")
    modes = {p.name: p.stat().st_mode & 0o777 for p in path.parent.glob("*.yaml")}
    assert modes == {"case.yaml": 0o600, "case.v0.9.yaml": 0o600}


def test_a_json_case_stays_json(office: Office) -> None:
    data = read_file(office.case(OLD, "SCI-2026-015")).data
    path = office.case(json.dumps(data), name="case.json")
    assert office.run("upgrade", path).code == 0
    assert json.loads(path.with_name("case.v0.9.json").read_text()) == data
    assert json.loads(path.read_text())["schema_version"] == "1.0"


def test_a_file_in_the_present_form_is_left_alone(office: Office) -> None:
    path = office.case()
    said = office.run("upgrade", "SCI-2026-014")
    assert (said.code, said.out) == (2, "")
    assert "in the present form already" in said.err
    assert path.read_text() == CASE
    assert seen(path.parent) == ["case.yaml"]


@pytest.mark.parametrize("version", ['"1.1"', '"0.8"', '"../x"', "~", "[]", "{}", '""', "9"])
def test_a_form_nobody_knows_is_refused(office: Office, version: str) -> None:
    text = OLD.replace('"0.9"', version)
    path = office.case(text)
    said = office.run("upgrade", "SCI-2026-014")
    assert (said.code, said.out) == (3, "")
    assert path.read_text() == text
    assert seen(path.parent) == ["case.yaml"]


def test_what_is_still_wrong_afterwards_is_shown(office: Office) -> None:
    path = office.case(OLD.replace("harm: died", "harm: hurt"))
    said = office.run("upgrade", "SCI-2026-014")
    assert said.code == 1
    assert f"{path}:" in said.out
    assert "$.children[0].harm" in said.out
    assert path.with_name("case.v0.9.yaml").exists()


@pytest.mark.parametrize("part", ["family", "children", "professionals", "other_people", "events"])
@pytest.mark.parametrize("value", ["", " some words", " {a: {name: b}}", " 7", " [1, ~, x]"])
def test_a_part_not_filled_in_as_it_should_be_is_carried_over(
    office: Office, part: str, value: str
) -> None:
    lines = OLD.partition("family:")[0]
    path = office.case(f"{lines}{part}:{value}\n")
    said = office.run("upgrade", "SCI-2026-014")
    assert said.code in (0, 1), said.err
    assert path.with_name("case.v0.9.yaml").exists()


def test_there_is_no_way_back_by_accident(office: Office) -> None:
    office.case(OLD)
    office.run("upgrade", "SCI-2026-014")
    assert office.run("upgrade", "SCI-2026-014").code == 2

"""Second versions of a file are pointed out, and no name is one that Windows refuses."""

from pathlib import Path

import pytest

from cli.asking import Office, sgdocs

REF = "SCI-2026-014"
COPIES = (
    "case (conflicted copy).yaml",
    "case (S Winter's conflicted copy 2026-11-12).yaml",
    "case-DESKTOP-123.yaml",
    "case 2.yaml",
    "case (1).yaml",
    "case - Copy.yaml",
    "case.sync-conflict-20261112-100000-ABCDEF.yaml",
    "Case-LAPTOP.YAML",
    "ledger-DESKTOP-123.jsonl",
    "pseudonyms (conflicted copy).enc",
)
OURS = ("case.v0.9.yaml", "notes.txt", "cases.yaml", "staircase 2.yaml", "case.yaml.bak")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    Office(folder).case()
    return Office(folder)


@pytest.mark.parametrize("name", COPIES)
def test_a_second_version_is_named_with_what_to_do(office: Office, name: str) -> None:
    copy = office.folder / "cases" / REF / name
    copy.write_text("x")
    said = office.run("validate", REF)
    assert name in said.out
    assert "Compare the two" in said.out
    assert said.code == 0, "the case itself is as good as before"
    advice = [line for line in office.run("doctor").out.splitlines() if "second version" in line]
    assert len(advice) == 1
    assert advice[0].startswith("MEND")
    assert name in advice[0]
    assert f"second versions of files of {REF}" in office.run("status").out


def test_what_is_no_second_version_is_left_alone(office: Office) -> None:
    for name in OURS:
        (office.folder / "cases" / REF / name).write_text("x")
    assert "second version" not in office.run("validate", REF).out
    assert "no second versions" in office.run("doctor").out
    assert "second version" not in office.run("status").out


@pytest.mark.parametrize(
    "name", ["CON", "nul", "Aux.1", "COM1", "lpt9.x", "A.", "A ", "a:b", "a/b", "a\\b", "A" * 121]
)
def test_a_case_whose_folder_windows_could_not_hold_is_not_begun(office: Office, name: str) -> None:
    before = sorted(office.folder.rglob("*"))
    said = office.run("new", name)
    assert said.code in (1, 2, 3)
    assert said.err.startswith("sgdocs:") or "Error" in said.err
    assert sorted(office.folder.rglob("*")) == before


@pytest.mark.parametrize("agency", ["con", "nul", "aux"])
def test_an_agency_called_like_a_device_is_refused_before_anything_is_made(
    office: Office, agency: str
) -> None:
    path = office.folder / "cases" / REF / "case.yaml"
    path.write_text(path.read_text().replace("hospital", agency))
    said = office.run("build", REF, "--as-of", "2026-11-11", "--json")
    assert said.code == 1
    assert "$.agencies[0].id" in {finding["path"] for finding in said.json["findings"]}
    assert not list((office.folder / "build").iterdir())

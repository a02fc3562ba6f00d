"""`sgdocs init`: a workspace, for its owner's eyes, that the other commands find."""

import os
from pathlib import Path

import pytest

from cli.asking import Office, sgdocs
from sgdocs.content import Content
from sgdocs.procedure import procedure_names

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")


@pytest.mark.parametrize("procedure", procedure_names(Content()))
def test_a_workspace_of_every_procedure_can_be_worked_in(tmp_path: Path, procedure: str) -> None:
    office = Office(tmp_path / "office")
    said = sgdocs("init", office.folder, "--procedure", procedure)
    assert (said.code, said.err) == (0, "")
    assert office.run("new", "SCI-2026-014").code == 0
    assert office.run("validate", "SCI-2026-014").out == "1 case(s): nothing to put right.\n"


def test_the_folder_may_be_the_one_one_stands_in(tmp_path: Path) -> None:
    assert sgdocs("init", "--procedure", "nel", at=tmp_path).code == 0
    assert (tmp_path / "partnership.yaml").is_file()


def test_it_lists_what_it_made(tmp_path: Path) -> None:
    said = sgdocs("init", tmp_path / "office", "--procedure", "nel")
    named = [Path(line.strip()) for line in said.out.splitlines() if line.startswith("  ")]
    assert named
    assert all(path.exists() for path in named)
    assert named[0].name == "partnership.yaml"


def test_a_workspace_that_is_there_is_left_alone(office: Office) -> None:
    contacts = office.folder / "partnership.yaml"
    contacts.write_text("ours\n")
    said = office.run("init", ".", "--procedure", "nel")
    assert (said.code, said.out) == (2, "")
    assert "there is a workspace here already" in said.err
    assert contacts.read_text() == "ours\n"


def test_a_slip_in_the_procedure_is_guessed_and_makes_nothing(tmp_path: Path) -> None:
    said = sgdocs("init", tmp_path / "office", "--procedure", "north-yorksire")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean north-yorkshire?" in said.err
    assert not (tmp_path / "office").exists()


@pytest.mark.parametrize("name", ["national", "artefacts", "../nel", "", "nel.yaml", "NEL\n"])
def test_what_is_no_partnerships_procedure_is_refused(tmp_path: Path, name: str) -> None:
    said = sgdocs("init", tmp_path / "office", "--procedure", name)
    assert (said.code, said.out) == (2, "")
    assert not (tmp_path / "office").exists()


def test_other_things_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("ours\n")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "thanks.md").write_text("ours\n")
    assert sgdocs("init", tmp_path, "--procedure", "nel").code == 0
    assert (tmp_path / ".gitignore").read_text() == "ours\n"
    assert (tmp_path / "letters" / "thanks.md").read_text() == "ours\n"


@posix
def test_only_the_owner_can_look_inside(office: Office) -> None:
    office.run("new", "SCI-2026-014")
    office.run("record", "event", "SCI-2026-014", "incident_occurred", "2026-11-08")
    office.run("schedule", "SCI-2026-014", "--format", "csv", "-o", "build/dates.csv")
    office.run("status")
    places = [office.folder, *office.folder.rglob("*")]
    modes = {p: p.stat().st_mode & 0o777 for p in places}
    assert modes == {p: 0o700 if p.is_dir() else 0o600 for p in places}
    assert {p.name for p in places} >= {"case.yaml", "dates.csv", "index.sqlite"}

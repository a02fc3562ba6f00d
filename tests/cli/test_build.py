"""`sgdocs build`: the letters a day calls for, in a folder of their own, harming no other."""

import os
from pathlib import Path

import pytest

from cli.asking import CASE, Office

AS_OF = ("--as-of", "2026-11-12")
FULL = CASE.replace(
    "children:\n",
    "incident:\n  summary_for_letters: A child was seriously harmed.\nchildren:\n",
)
ONE = ("build", "SCI-2026-014", *AS_OF, "--only", "SCSI-2")


@pytest.fixture
def due(office: Office) -> Office:
    """A workspace with a case that calls for letters."""
    office.case(FULL)
    return office


def test_each_recipient_gets_a_letter_in_every_form(due: Office) -> None:
    said = due.run(*ONE)
    assert (said.code, said.err) == (0, "")
    made = [Path(line) for line in said.out.splitlines()]
    assert {path.parent for path in made} == {
        due.folder / "build" / "SCI-2026-014" / "2026-11-12-SCSI-2"
    }
    stems = {path.stem for path in made}
    assert stems == {f"SCI-2026-014_SCSI-2_partner_{who}" for who in ("la", "police", "health")}
    assert {path.suffix for path in made} == {".docx", ".pdf", ".eml"}
    assert all(path.stat().st_size > 500 for path in made)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")
def test_letters_are_for_their_owners_eyes(due: Office) -> None:
    due.run(*ONE)
    places = list((due.folder / "build").rglob("*"))
    assert {p.stat().st_mode & 0o777 for p in places if p.is_dir()} == {0o700}
    assert {p.stat().st_mode & 0o777 for p in places if p.is_file()} == {0o600}


def test_no_file_is_named_after_the_child(due: Office) -> None:
    due.run("build", "SCI-2026-014", *AS_OF)
    names = [p.name.casefold() for p in (due.folder / "build").rglob("*")]
    assert len(names) > 10
    assert not any("ottilie" in name or "penhaligon" in name for name in names)


def test_what_has_been_sent_is_not_made_again(due: Office) -> None:
    said = due.run("build", "SCI-2026-014", *AS_OF, "--only", "SCSI-6")
    assert "It has been sent." in said.err
    assert list((due.folder / "build").iterdir()) == []


def test_the_list_makes_nothing(due: Office) -> None:
    said = due.run("build", "SCI-2026-014", *AS_OF, "--list")
    assert (said.code, said.err) == (0, "")
    assert any(line.startswith("SCSI-2 ") for line in said.out.splitlines())
    listed = due.run("build", "SCI-2026-014", *AS_OF, "--list", "--json").json
    assert len(listed) == len(said.out.splitlines())
    assert list((due.folder / "build").iterdir()) == []


def test_other_programs_get_one_json_value(due: Office) -> None:
    said = due.run(*ONE, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json.keys() == {"folder", "files", "left"}
    assert all((Path(said.json["folder"]) / name).is_file() for name in said.json["files"])


def test_a_case_with_findings_is_one_json_value_for_other_programs(due: Office) -> None:
    due.case(FULL.replace("harm: seriously_harmed", "harm: seriously_harmd"))
    said = due.run("build", "SCI-2026-014", *AS_OF, "--json")
    assert (said.code, said.err) == (1, "")
    assert [f["path"] for f in said.json["findings"]] == ["$.children[0].harm"]


@pytest.mark.parametrize(
    ("option", "meant"),
    [(("--only", "SCSI2"), "SCSI-2"), (("--step", "scsi-2-to-partner"), "scsi-2-to-partners")],
)
def test_a_slip_is_guessed(due: Office, option: tuple[str, ...], meant: str) -> None:
    said = due.run("build", "SCI-2026-014", *AS_OF, *option)
    assert (said.code, said.out) == (2, "")
    assert meant in said.err


@pytest.mark.parametrize("option", [("--only", "../../SCSI-2"), ("--step", "../x"), ("--only", "")])
def test_no_option_leads_out_of_the_workspace(due: Office, option: tuple[str, ...]) -> None:
    before = sorted(due.folder.parent.rglob("*.docx"))
    said = due.run("build", "SCI-2026-014", *AS_OF, *option)
    assert said.code in (0, 2)
    assert sorted(due.folder.parent.rglob("*.docx")) == before


def test_what_lies_in_the_folder_asked_for_is_not_lost(due: Office) -> None:
    folder = due.folder / "my documents"
    (folder / "photographs").mkdir(parents=True)
    (folder / "notes.txt").write_text("years of work\n")
    (folder / "photographs" / "one.jpg").write_bytes(b"one")
    said = due.run(*ONE, "-o", folder)
    assert said.code in (0, 4)
    assert (folder / "notes.txt").read_text() == "years of work\n"
    assert (folder / "photographs" / "one.jpg").read_bytes() == b"one"


def test_a_letter_put_right_by_hand_is_not_lost(due: Office) -> None:
    """The Word file is there to be edited; making the letters again must not undo that."""
    said = due.run(*ONE)
    edited = next(Path(line) for line in said.out.splitlines() if line.endswith(".docx"))
    edited.write_bytes(b"with a sentence added by hand")
    again = due.run(*ONE)
    assert again.code in (0, 4)
    kept = [p.read_bytes() for p in (due.folder / "build").rglob("*") if p.is_file()]
    assert b"with a sentence added by hand" in kept


def test_the_same_letters_again_change_nothing(due: Office) -> None:
    first = due.run(*ONE)
    files = {Path(line): Path(line).read_bytes() for line in first.out.splitlines()}
    assert due.run(*ONE) == first
    assert {path: path.read_bytes() for path in files} == files


def test_a_fact_that_is_missing_is_told_to_a_clerk(due: Office) -> None:
    due.case(CASE)
    said = due.run(*ONE)
    assert "case.incident is not filled in" in said.err
    assert not any(word in said.err for word in ("`if ", "default`", "is read from it"))

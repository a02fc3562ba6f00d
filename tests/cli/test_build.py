"""`sgdocs build`: the letters a day calls for, in a folder of their own, harming no other."""

import json
import os
from email import message_from_bytes
from email.policy import default
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
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


def _made(due: Office, *arguments: object) -> list[Path]:
    """Give the files that a command says it made."""
    said = due.run(*arguments, "--json")
    assert (said.code, said.err) == (0, "")
    return [Path(said.json["folder"]) / name for name in said.json["files"]]


def test_each_recipient_gets_a_letter_in_every_form(due: Office) -> None:
    made = _made(due, *ONE)
    pack = due.folder / "build" / "SCI-2026-014" / "2026-11-12-SCSI-2"
    partners = [f"partner_{who}" for who in ("la", "police", "health")]
    for partner in partners:
        stem = f"SCI-2026-014_SCSI-2_{partner}"
        own = {path.name for path in made if path.parent == pack / "2026-11-12" / partner}
        assert own == {f"{stem}.docx", f"{stem}.pdf", f"{stem}.body.txt"}
        assert pack / "2026-11-12" / "outbox" / f"{stem}.eml" in made
    assert {path.name for path in made if path.parent == pack} == {
        "SCI-2026-014_call-sheet.docx",
        "SCI-2026-014_call-sheet.pdf",
        "SCI-2026-014_timetable.ics",
        "SCI-2026-014_timetable.pdf",
        "manifest.json",
    }
    assert all(path.stat().st_size > 500 for path in made)


def test_a_person_is_told_what_was_made_for_whom(due: Office) -> None:
    said = due.run(*ONE)
    assert said.out.splitlines()[:-1] == [
        f"2026-11-12  partner_{who}: SCSI-2" for who in ("health", "la", "police")
    ]
    assert said.out.splitlines()[-1].startswith("3 papers and 3 mail drafts are in ")


def test_folders_can_be_cut_by_recipient(due: Office) -> None:
    made = _made(due, *ONE, "--by", "recipient")
    folders = {path.parent.relative_to(due.folder / "build").parts[2:] for path in made}
    assert folders >= {("partner_la", "2026-11-12"), ("outbox",)}


def test_the_list_in_the_pack_names_every_file_by_its_hash(due: Office) -> None:
    made = _made(due, *ONE)
    (listed,) = [path for path in made if path.name == "manifest.json"]
    about = json.loads(listed.read_text())
    others = {p.relative_to(listed.parent).as_posix(): p for p in made if p != listed}
    assert about["files"] == {n: sha256(p.read_bytes()).hexdigest() for n, p in others.items()}
    assert about["procedure_version"]
    assert about["calendar_edition"]
    assert about["inputs"].keys() >= {"case", "partnership.yaml", "procedures/nel.yaml"}
    assert about["wording"].keys() >= {"letters/nel/scsi-2.md", "templates/letter.typ"}
    assert {(p["recipient"], p["state"], p["version"]) for p in about["papers"]} == {
        (f"partner_{who}", "final", 1) for who in ("la", "police", "health")
    }


def test_what_lacks_a_fact_is_a_marked_draft_when_asked_for(due: Office) -> None:
    due.case(CASE)
    assert due.run(*ONE).code == 1
    said = due.run(*ONE, "--drafts")
    assert said.code == 0
    assert "partner_la: SCSI-2 (draft)" in said.out
    word = next((due.folder / "build").rglob("*partner_la.docx"))
    assert "[to be completed]" in ZipFile(word).read("word/document.xml").decode()
    assert "DRAFT" in ZipFile(word).read("word/header1.xml").decode()


def test_a_password_locks_what_travels(due: Office) -> None:
    secret = due.folder.parent / "word.txt"
    secret.write_text("correct horse battery staple\n")
    made = _made(due, *ONE, "--password-file", secret)
    (bound,) = [p for p in made if p.name == "SCI-2026-014_all-papers_partner_la.pdf"]
    assert _opens(bound.read_bytes(), "correct horse battery staple")
    (mail,) = [p for p in made if p.name == "SCI-2026-014_SCSI-2_partner_la.eml"]
    message = message_from_bytes(mail.read_bytes(), policy=default)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "SCI-2026-014_SCSI-2_partner_la_locked.pdf"
    assert _opens(attached.get_content(), "correct horse battery staple")
    assert "seriously harmed" not in message.get_body().get_content()
    assert not any(b"correct horse" in path.read_bytes() for path in made)


def _opens(data: bytes, password: str) -> bool:
    """Say whether a PDF opens with the password and not without."""
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password=password) as opened:
        return len(opened.pages) > 1 and opened.encryption.R == 6


@pytest.mark.parametrize("form", ["SCSI-1", "scsi-1"])
def test_a_blank_form_belongs_to_no_case(due: Office, form: str) -> None:
    said = due.run("build", "--blank", form)
    if form.islower():
        assert said.code == 2
        assert "SCSI-1" in said.err
        return
    assert [Path(line).name for line in said.out.splitlines()] == [
        "SCSI-1_blank.docx",
        "SCSI-1_blank.pdf",
    ]


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
    assert said.code == 4
    assert "It has been sent." in said.err
    assert "--again" in said.err
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
    assert said.json.keys() == {"folder", "files", "left", "cautions"}
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
    edited = next(path for path in _made(due, *ONE) if path.suffix == ".docx")
    edited.write_bytes(b"with a sentence added by hand")
    again = due.run(*ONE)
    assert again.code in (0, 4)
    kept = [p.read_bytes() for p in (due.folder / "build").rglob("*") if p.is_file()]
    assert b"with a sentence added by hand" in kept


def test_the_same_letters_again_change_nothing(due: Office) -> None:
    files = {path: path.read_bytes() for path in _made(due, *ONE)}
    assert set(_made(due, *ONE)) == files.keys()
    assert {path: path.read_bytes() for path in files} == files


def test_a_fact_that_is_missing_is_told_to_a_clerk(due: Office) -> None:
    due.case(CASE)
    said = due.run(*ONE)
    assert "case.incident is not filled in" in said.err
    assert not any(word in said.err for word in ("`if ", "default`", "is read from it"))


def test_two_papers_are_asked_for_one_after_the_other(due: Office) -> None:
    said = due.run(*ONE, "--only", "SCSI-3")
    assert said.code == 2
    assert "more than once" in said.err
    assert not any(due.folder.glob("build/SCI*"))

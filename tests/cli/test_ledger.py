"""What a case's ledger holds after builds and records, and that it holds nobody's name."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from cli.asking import CASE, Office, sgdocs
from sgdocs.ledger import entries, ledger_file, verify

REF = "SCI-2026-014"
AS_OF = ("--as-of", "2026-11-10")
FULL = CASE.replace(
    "referral: {pathway: serious_incident}",
    "referral: {pathway: serious_incident, form: SCSI-1}\n"
    "incident:\n  abuse_or_neglect: suspected\n  summary_for_letters: A child was harmed.\n",
)
SENT = ("record", "dispatch", REF, "SCSI-2", "--to", "safeguarding_partners",
        "--sent", "2026-11-10T10:00", "--how", "secure_email", "--by", "Sam Winter")  # fmt: skip


@pytest.fixture
def full(office: Office) -> Office:
    office.case(FULL)
    return office


def folder(office: Office) -> Path:
    return office.folder / "cases" / REF


def lines(office: Office) -> list[tuple[str, dict]]:
    return [(str(e.entry.kind), dict(e.entry.about)) for e in entries(folder(office))]


def test_a_pack_and_a_dispatch_are_in_the_ledger_with_the_very_files(full: Office) -> None:
    made = full.run("build", REF, *AS_OF, "--only", "SCSI-2", "--json")
    assert made.code == 0, made.err
    assert full.run(*SENT).code == 0
    (built, pack), (sent, about) = lines(full)
    assert (built, sent) == ("built", "sent")
    assert (full.folder / pack["pack"] / "manifest.json").is_file()
    assert about["to"] == ["safeguarding_partners"]
    assert (about["artefact"], about["sent"]) == ("SCSI-2", "2026-11-10T10:00")
    assert len(about["files"]) == 3
    for file in about["files"]:
        kept, made_there = full.folder / file["kept"], full.folder / file["from"]
        assert kept.read_bytes() == made_there.read_bytes()
        assert sha256(kept.read_bytes()).hexdigest() == file["sha256"]
        assert os.name == "nt" or kept.stat().st_mode & 0o777 == 0o600
    assert [e.entry.by for e in entries(folder(full))] == ["", "Sam Winter"]


def test_a_later_version_takes_the_place_of_the_one_sent(full: Office) -> None:
    full.run("build", REF, *AS_OF, "--only", "SCSI-2")
    full.run(*SENT)
    again = full.run("build", REF, "--as-of", "2026-11-11", "--only", "SCSI-2", "--again")
    assert again.code == 0, again.err
    later = [a.replace("2026-11-10T10:00", "2026-11-11T09:00") for a in SENT]
    assert full.run(*later).code == 0
    kinds = [kind for kind, _ in lines(full)]
    assert kinds == ["built", "sent", "built", "sent", "superseded"]
    gone = lines(full)[-1][1]
    assert (gone["version"], gone["by_version"], gone["line"]) == (1, 2, 2)
    assert "version: 2" in (folder(full) / "case.yaml").read_text()


def test_a_paper_put_right_by_hand_is_kept_as_it_went(full: Office) -> None:
    made = full.run("build", REF, *AS_OF, "--only", "SCSI-2", "--json").json
    paper = next(Path(made["folder"]) / n for n in made["files"] if n.endswith("police.pdf"))
    paper.write_bytes(b"%PDF put right")
    full.run(*SENT)
    files = lines(full)[-1][1]["files"]
    (own,) = [f for f in files if f.get("edited")]
    assert (full.folder / own["kept"]).read_bytes() == b"%PDF put right"


def test_a_file_that_somebody_names_is_kept_under_the_papers_number(full: Office) -> None:
    letter = full.folder / "Letter about Ottilie.PDF"
    letter.write_bytes(b"%PDF")
    said = full.run(*SENT, "--file", letter)
    assert said.code == 0, said.err
    (file,) = lines(full)[-1][1]["files"]
    assert file["kept"].endswith("-SCSI-2.pdf")
    assert file["sha256"] in (folder(full) / "case.yaml").read_text()
    assert "Ottilie" not in ledger_file(folder(full)).read_text()


RECORDS = {
    "event": ("event", REF, "referral_to_cdop", "2026-11-12", "--for", "child-1", "--by",
              "Sam Winter", "--note", "Ottilie Penhaligon"),
    "call": ("call", REF, "family", "--person", "child-1", "--at", "2026-11-11", "--spoke-to",
             "Ottilie Penhaligon", "--outcome", "Ottilie Penhaligon", "--caller", "Sam Winter"),
    "return": ("return", REF, "hospital", "--form", "SCSI-5", "--received", "2026-11-16"),
    "step": ("step", REF, "consult-safeguarding-lead", "--on", "2026-11-09", "--note", "Ottilie"),
    "decision": ("decision", REF, "--step", "agency-return", "--version", "flowcharts 1 to 4",
                 "--by", "Sam Winter", "--reason", "Ottilie Penhaligon's return was out"),
}  # fmt: skip
KINDS = {"event": "recorded", "call": "called", "return": "received", "step": "recorded"}


@pytest.mark.parametrize("record", RECORDS)
def test_each_record_is_a_line_without_names_or_free_text(full: Office, record: str) -> None:
    said = full.run("record", *RECORDS[record])
    assert said.code == 0, said.err
    ((kind, about),) = lines(full)
    assert kind == KINDS.get(record, "decided")
    assert len(about["entry_sha256"]) == 64
    text = ledger_file(folder(full)).read_text()
    assert not any(word in text for word in ("Ottilie", "Penhaligon", "child-1"))


def test_a_decision_is_in_the_case_with_its_reason_and_moves_what_it_governs(full: Office) -> None:
    full.run("record", *RECORDS["decision"])
    text = (folder(full) / "case.yaml").read_text()
    assert "return was out" in text
    assert "decided_by: Sam Winter" in text
    unknown = [a.replace("flowcharts 1 to 4", "flowcharts 1 to 9") for a in RECORDS["decision"]]
    refused = full.run("record", *unknown)
    assert refused.code == 1
    assert len(lines(full)) == 1


def test_a_record_that_is_refused_leaves_no_line(full: Office) -> None:
    assert full.run("record", "event", REF, "panel_notifid", "2026-11-12").code == 1
    assert lines(full) == []


def test_a_record_stopped_before_the_ledger_is_completed_by_the_same_record(full: Office) -> None:
    full.run("record", *RECORDS["return"])
    ledger_file(folder(full)).unlink()
    (full.folder / "build" / REF / "current.json").unlink()
    before = (folder(full) / "case.yaml").read_text()
    assert full.run("record", *RECORDS["return"]).code == 0
    assert (folder(full) / "case.yaml").read_text() == before
    assert [kind for kind, _ in lines(full)] == ["received"]


def test_the_same_again_is_a_second_entry_and_a_second_line(full: Office) -> None:
    call = ("record", "call", REF, "chase", "--agency", "hospital", "--at", "2026-11-12")
    full.run(*call)
    full.run(*call)
    assert (folder(full) / "case.yaml").read_text().count("kind: chase") == 2
    assert len(lines(full)) == 2


def test_nothing_is_recorded_beside_an_altered_ledger(full: Office) -> None:
    full.run("record", *RECORDS["return"])
    file = ledger_file(folder(full))
    file.write_text(file.read_text().replace("hospital", "hospitel"))
    before = (folder(full) / "case.yaml").read_text()
    said = full.run("record", *RECORDS["step"])
    assert said.code == 4
    assert "ledger.jsonl:1" in said.err
    assert (folder(full) / "case.yaml").read_text() == before


def test_a_loose_case_file_keeps_no_ledger_and_says_so_once(tmp_path: Path) -> None:
    case = tmp_path / "loose" / "case.yaml"
    case.parent.mkdir()
    case.write_text(FULL)
    out = tmp_path / "out"
    said = sgdocs("build", case, *AS_OF, "--only", "SCSI-2", "-o", out, at=tmp_path)
    assert said.code == 0, said.err
    assert said.err.count("No ledger is kept") == 1
    assert sgdocs("record", "return", case, "hospital", at=tmp_path).code == 0
    assert [p.name for p in case.parent.iterdir() if p.suffix == ".jsonl"] == []


def test_the_pointer_and_the_ledger_agree_after_everything(full: Office) -> None:
    full.run("build", REF, *AS_OF, "--only", "SCSI-2")
    full.run(*SENT)
    full.run("record", *RECORDS["return"])
    pointer = json.loads((full.folder / "build" / REF / "current.json").read_text())
    assert pointer["ledger"]["number"] == 3
    assert verify(folder(full)) == ()

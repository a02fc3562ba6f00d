"""`sgdocs receive`: forms that came back, each outcome as a clerk meets it."""

import json
import shutil
from email.message import EmailMessage
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from cli.asking import Office
from forms.blanks import blank
from forms.filling import fill_word
from returns.making import answers_of, pdf_form, with_parts
from sgdocs.forms import FormIdentity
from sgdocs.ledger import entries
from sgdocs.pipeline import entering
from sgdocs.reading import read_file

CASE = "SCI-2026-014"
AGENCY = "hospital"
NOW = ("--as-of", "2026-11-13T10:00")
ME = FormIdentity(CASE, "SCSI-5", AGENCY, 1)


def filled(
    changed: dict[str, str] | None = None, identity: FormIdentity = ME, long: int = 60
) -> bytes:
    """Fill in the form that was sent to the hospital."""
    answers = answers_of("SCSI-5", long) | (changed or {})
    answers = {name: said for name, said in answers.items() if said}
    return fill_word(with_identity(blank("SCSI-5").word, identity), answers)


def with_identity(data: bytes, identity: FormIdentity) -> bytes:
    """Let a blank form say that it is another."""
    out = BytesIO()
    old_said = FormIdentity("", "SCSI-5", "", 1)
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/custom.xml":
                assert str(old_said).encode() in content
                content = content.replace(str(old_said).encode(), str(identity).encode())
            new.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def case(office: Office) -> Path:
    """A case whose hospital was sent its form on Wednesday 11 November 2026."""
    return office.case()


def received(office: Office, data: bytes, *more: str, name: str = "form.docx") -> dict[str, Any]:
    """Receive one file, and give what became of it."""
    (office.folder / name).write_bytes(data)
    said = office.run("receive", CASE, name, *NOW, "--json", *more)
    (form,) = said.json["forms"]
    return {**form, "code": said.code}


def content_in(path: Path) -> dict[str, Any]:
    (entry,) = read_file(path).data["returns"]
    return entry


def test_without_a_word_nothing_is_written(office: Office, case: Path) -> None:
    before = case.read_bytes()
    form = received(office, filled())
    assert (form["state"], form["code"]) == ("ready", 0)
    assert (form["agency"], form["form"], form["version"]) == (AGENCY, "SCSI-5", 1)
    assert case.read_bytes() == before
    assert sorted(p.name for p in case.parent.iterdir()) == ["case.yaml"]


def test_accepted_it_is_kept_written_and_noted(office: Office, case: Path) -> None:
    before, data = case.read_text(encoding="utf-8"), filled()
    form = received(office, data, "--accept")
    assert (form["state"], form["code"]) == ("accepted", 0)
    entry = content_in(case)
    assert entry["state"] == "returned"
    assert entry["received"] == "2026-11-13T10:00"
    assert entry["file_sha256"] == sha256(data).hexdigest()
    assert entry["content"]["facts"].startswith("Answer")
    kept = case.parent / str(form["kept"])
    assert kept.read_bytes() == data
    assert kept.name == f"{sha256(data).hexdigest()[:16]}-{AGENCY}-SCSI-5.docx"
    (line,) = entries(case.parent)
    assert line.entry.about["sha256"] == entry["file_sha256"]
    assert line.entry.about["file"] == f"cases/{CASE}/{form['kept']}"
    for note in ("# The unit's own notes", "# ours", "# the night before", "# The last line"):
        assert note in case.read_text(encoding="utf-8")
    assert case.read_text(encoding="utf-8").startswith(before.split("# The last")[0])


def test_the_step_is_done_and_lateness_is_seen(office: Office, case: Path) -> None:
    received(
        office, filled(), "--accept", "--received", "2026-11-19T12:00", "--as-of", "2026-11-20"
    )
    rows = office.run("schedule", CASE, "--json", "--as-of", "2026-11-20").json
    (row,) = [r for r in rows if r["step"] == "agency-return"]
    assert (row["actual"], row["status"]) == ("2026-11-19", "done_late")


def test_a_nil_return_is_one(office: Office, case: Path) -> None:
    nil = dict.fromkeys(answers_of("SCSI-5"), "") | {
        name: said
        for name, said in answers_of("SCSI-5").items()
        if name.startswith(("completed_by", "sign_off"))
    }
    form = received(office, filled(nil | {"nil_return=yes": "yes"}), "--accept")
    assert (form["state"], form["kind"]) == ("accepted", "nil_return")
    assert content_in(case)["state"] == "nil_return"


def test_a_nil_return_with_answers_contradicts_itself(office: Office, case: Path) -> None:
    form = received(office, filled({"nil_return=yes": "yes"}), "--accept", "--incomplete")
    assert (form["state"], form["code"]) == ("contradictory", 1)
    assert "returns" not in read_file(case).data


def test_half_filled_is_taken_only_on_a_word(office: Office, case: Path) -> None:
    half = filled({"completed_by.email": "", "chronology[1].date": "31/02/2026"})
    form = received(office, half, "--accept")
    assert (form["state"], form["code"]) == ("incomplete", 1)
    assert {f["message"] for f in form["findings"]} == {
        "Section 2, “E-mail” is missing.",
        "Section 8 (Chronology of significant events), second row, “Date” is a day that is not in "
        "the calendar.",
    }
    assert "returns" not in read_file(case).data
    form = received(office, half, "--accept", "--incomplete")
    assert (form["state"], form["code"]) == ("accepted", 0)
    rows = content_in(case)["content"]["chronology"]
    assert rows[1]["date"] == "unknown"


def test_an_empty_form_is_none(office: Office, case: Path) -> None:
    data = with_identity(blank("SCSI-5").word, ME)
    form = received(office, data, "--accept", "--incomplete")
    assert (form["state"], form["code"]) == ("empty", 1)


def test_received_twice_it_is_taken_once(office: Office, case: Path) -> None:
    data = filled()
    received(office, data, "--accept")
    after = case.read_bytes()
    form = received(office, data, "--accept", name="again.docx")
    assert (form["state"], form["code"]) == ("duplicate", 0)
    assert case.read_bytes() == after
    assert len(entries(case.parent)) == 1


def test_the_same_answers_in_another_file_are_not_taken_again(office: Office, case: Path) -> None:
    received(office, filled(), "--accept")
    after = case.read_bytes()
    other = pdf_form("SCSI-5", answers_of("SCSI-5", 60), ME)
    form = received(office, other, "--accept", name="form.pdf")
    assert (form["state"], form["code"]) == ("unchanged", 0)
    assert case.read_bytes() == after


def test_a_second_return_is_kept_beside_the_first(office: Office, case: Path) -> None:
    received(office, filled(), "--accept")
    form = received(office, filled({"facts": "Something else.", "identity": ""}), "--accept")
    assert form["compared_with"] == "2026-11-13T10:00"
    assert [(c["place"], c["how"], c["words_now"]) for c in form["changes"]] == [
        ("Section 6, “Facts known about the incident”", "changed", 2),
        ("Section 11, “Identity and context”", "removed", 0),
    ]
    assert len(read_file(case).data["returns"]) == 2
    assert "Something else" not in json.dumps(form)
    (office.folder / "form.docx").write_bytes(filled({"facts": "A third thing."}))
    said = office.run("receive", CASE, "form.docx", *NOW, "--show")
    assert "A third thing." in said.out
    assert "A third thing." not in office.run("receive", CASE, "form.docx", *NOW).out


def test_a_return_that_was_only_noted_is_completed(office: Office, case: Path) -> None:
    office.run("record", "return", CASE, AGENCY, "--received", "2026-11-12T09:00")
    received(office, filled(), "--accept")
    entry = content_in(case)
    assert entry["received"] == "2026-11-12T09:00"
    assert entry["form"] == "SCSI-5"
    assert "content" in entry


def test_the_notes_beside_what_was_noted_stay(office: Office, case: Path) -> None:
    noted = "returns:\n  - agency: hospital   # rang first\n    received: 2026-11-12\n"
    text = case.read_text(encoding="utf-8")
    case.write_text(f"{text}{noted}    state: returned   # ours\n", encoding="utf-8")
    assert received(office, filled(), "--accept")["state"] == "accepted"
    assert content_in(case)["received"] == "2026-11-12"
    assert "# rang first" in case.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        (FormIdentity("SCI-2026-099", "SCSI-5", AGENCY, 1), "another case, SCI-2026-099"),
        (FormIdentity(CASE, "SCSI-5", "nobody", 1), "no agency of this short name"),
        (FormIdentity(CASE, "NO-SUCH", AGENCY, 1), "no such form"),
        (FormIdentity(CASE, "SCSI-1", AGENCY, 1), "begins a case"),
    ],
)
def test_a_form_that_is_not_ours_is_refused(
    office: Office, case: Path, identity: FormIdentity, said: str
) -> None:
    before = case.read_bytes()
    form = received(office, filled(identity=identity), "--accept")
    assert (form["state"], form["code"]) == ("refused", 3)
    assert said in str(form["why"])
    assert case.read_bytes() == before


def test_another_agencys_form_is_refused(office: Office, case: Path) -> None:
    form = received(office, filled(), "--agency", "police")
    assert (form["state"], form["code"]) == ("refused", 3)
    assert "another agency, hospital" in str(form["why"])


def test_an_older_version_is_noted(office: Office, case: Path) -> None:
    later = "  - {artefact: SCSI-5, to: [hospital], sent: 2026-11-12, version: 2}\n# The last"
    text = case.read_text(encoding="utf-8").replace("# The last", later)
    case.write_text(text, encoding="utf-8")
    form = received(office, filled())
    assert form["state"] == "ready"
    (finding,) = form["findings"]
    assert (finding["rule"], finding["severity"]) == ("older-version", "warning")


def test_a_form_without_identity_has_to_be_named(office: Office, case: Path) -> None:
    data = filled(identity=FormIdentity("", "", "", 1))
    bare = with_parts(data, {"docProps/custom.xml": "<Properties/>"})
    form = received(office, bare, "--accept")
    assert (form["state"], form["code"]) == ("unidentified", 3)
    assert "--agency" in str(form["remedy"])
    form = received(office, bare, "--accept", "--agency", AGENCY, "--form", "scsi-5")
    assert (form["state"], form["code"]) == ("accepted", 0)


def test_a_case_that_would_be_worse_is_left_alone(office: Office, case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    case.write_text(text[: text.index("dispatches:")], encoding="utf-8")
    before = case.read_bytes()
    form = received(office, filled(), "--accept")
    assert (form["state"], form["code"]) == ("kept_out", 1)
    assert case.read_bytes() == before
    assert not (case.parent / "returns").exists()


def test_the_mail_that_carries_it_says_when_it_came(office: Office, case: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "a@example.org", "b@example.org"
    mail["Received"] = "from a by b; Thu, 12 Nov 2026 16:30:00 +0000"
    mail.set_content("Attached.")
    mail.add_attachment(filled(), maintype="application", subtype="x", filename="../../x.docx")
    form = received(office, mail.as_bytes(), "--accept", name="mail.eml")
    assert (form["state"], form["file"]) == ("accepted", "mail.eml, file 1")
    assert form["received"] == "2026-11-12T16:30"
    (kept,) = (case.parent / "returns").iterdir()
    assert kept.name.endswith(f"-{AGENCY}-SCSI-5.docx")


def test_the_inbox_is_matched_by_what_each_form_says(office: Office, case: Path) -> None:
    office.case(reference="SCI-2026-015")
    inbox = office.folder / "inbox"
    second = FormIdentity("SCI-2026-015", "SCSI-5", AGENCY, 1)
    (inbox / "a.docx").write_bytes(filled())
    (inbox / "b.pdf").write_bytes(pdf_form("SCSI-5", answers_of("SCSI-5", 60), second))
    (inbox / "c.docx").write_bytes(filled(identity=FormIdentity("SCI-2030-001", "SCSI-5", "x", 1)))
    (inbox / "note.txt").write_text("Not a form.", encoding="utf-8")
    (inbox / "~$a.docx").write_bytes(b"x")
    said = office.run("receive", "--inbox", "--accept", "--json", *NOW)
    states = {form["file"]: form["state"] for form in said.json["forms"]}
    assert states == {
        "a.docx": "accepted",
        "b.pdf": "accepted",
        "c.docx": "refused",
        "note.txt": "refused",
    }
    assert said.code == 3
    for reference in (CASE, "SCI-2026-015"):
        assert content_in(office.folder / "cases" / reference / "case.yaml")["agency"] == AGENCY


def test_stopped_after_the_original_it_goes_on(
    office: Office, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    before, data = case.read_bytes(), filled()
    (office.folder / "form.docx").write_bytes(data)
    for act in ("provisionally", "append"):
        with monkeypatch.context() as broken:
            broken.setattr(entering, act, stopped)
            assert office.run("receive", CASE, "form.docx", "--accept", *NOW).code == 130
        assert case.read_bytes() == before
        assert entries(case.parent) == ()
    assert received(office, data, "--accept")["state"] == "accepted"
    assert len(read_file(case).data["returns"]) == 1
    assert len(entries(case.parent)) == 1
    assert len(list((case.parent / "returns").iterdir())) == 1


def test_a_missing_file_and_no_case_are_said(office: Office, case: Path) -> None:
    assert office.run("receive", CASE, "nothing.docx").code == 3
    assert office.run("receive", CASE).code == 2
    assert office.run("receive", "--inbox", CASE).code == 2
    assert office.run("receive", "SCI-2030-001", "x.docx").code == 3


NOTIFICATION = Path(__file__).parents[2] / "examples/nel-open/returned/notification.docx"


def test_a_notification_begins_a_case_that_is_valid_as_it_stands(office: Office) -> None:
    shutil.copy(NOTIFICATION, office.folder / "scsi-1.docx")
    said = office.run("receive", "--new", "scsi-1.docx", "--json", "--as-of", "2026-11-20T10:15")
    assert (said.code, said.json["case"], said.json["form"]) == (0, "CASE-2026-001", "SCSI-1")
    path = Path(said.json["file"])
    case = read_file(path).data
    assert case["children"][0]["name"] == {"full": "Idris Fairweather", "known_as": "Iddy"}
    assert case["children"][0]["harm"] == "seriously_harmed"
    assert case["family"][0]["id"] == "mother"
    assert [a["id"] for a in case["agencies"]] == [
        "haven-point-hospital",
        "health-visiting-freshney",
    ]
    assert case["events"] == [
        {"event": "incident_occurred", "actual": "2026-11-19T18:30"},
        {"event": "la_aware", "actual": "2026-11-19"},
        {"event": "notification_received", "actual": "2026-11-20T10:15"},
    ]
    assert case["incident"]["details"].count("\n") == 1
    assert "# media_interest:" in path.read_text(encoding="utf-8").replace("#   ", "# ")
    assert office.run("validate", "CASE-2026-001", "--as-of", "2026-11-20").code == 0
    assert (path.parent / said.json["kept"]).read_bytes() == NOTIFICATION.read_bytes()
    again = office.run("receive", "--new", "scsi-1.docx", "--as-of", "2026-11-20T11:00")
    assert (again.code, "before: CASE-2026-001" in again.err) == (3, True)


def test_the_next_reference_counts_on(office: Office) -> None:
    office.case(reference="SCI-2026-014")
    shutil.copy(NOTIFICATION, office.folder / "scsi-1.docx")
    said = office.run("receive", "--new", "scsi-1.docx", "--json", "--as-of", "2026-11-20T10:15")
    assert said.json["case"] == "SCI-2026-015"


def test_what_does_not_fit_is_left_out_and_said(office: Office) -> None:
    answers = answers_of("SCSI-1", 60) | {"children[0].nhs_number": "999 000 2127"}
    data = fill_word(blank("SCSI-1").word, answers)
    (office.folder / "form.docx").write_bytes(data)
    said = office.run("receive", "--new", "form.docx", "--json", "--as-of", "2026-11-20T10:15")
    assert said.code == 1
    left = [f["message"] for f in said.json["findings"] if f["rule"] == "left-out"]
    assert any("“NHS number” does not fit" in message for message in left)
    assert "2127" not in str(said.json)
    reference = said.json["case"]
    assert office.run("validate", reference, "--as-of", "2026-11-20").code == 0
    assert "nhs_number" not in read_file(Path(said.json["file"])).data["children"][0]


def test_a_return_begins_no_case(office: Office) -> None:
    (office.folder / "form.docx").write_bytes(filled())
    said = office.run("receive", "--new", "form.docx")
    assert said.code == 3
    assert "does not begin a case" in said.err

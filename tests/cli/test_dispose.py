"""`sgdocs dispose`: nothing goes unsigned, open or held; what goes leaves its certificate alone."""

import errno
import hashlib
import io
import json
import re
import shutil
import sqlite3
from pathlib import Path

import pypdf
import pytest

from cli.asking import Office, sgdocs
from docs.pages import ROOT
from faults.injecting import Plan, armed
from sgdocs.ledger import entries, ledger_file
from validation.pdfcheck import PROFILES, faults

REF = "NEL-LLR-2021-03"
RULE = "  retention: {years: 1, closed_by: [action_plan_complete], source: Retention schedule 12}\n"


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a closed case and all that a case can leave on the disk, and an open one."""
    folder = tmp_path_factory.mktemp("worked") / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    rules = folder / "partnership.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("settings:\n", f"settings:\n{RULE}"), encoding="utf-8")
    office = Office(folder)
    shutil.copytree(ROOT / "examples" / "nel", folder / "cases" / "NEL-2025-014")
    example = ROOT / "examples" / "nel-learning-request" / "case.yaml"
    # Four years earlier, so that its time has passed whenever this is run.
    earlier = re.sub(r"\b20[0-9]{2}\b", lambda y: str(int(y[0]) - 4), example.read_text("utf-8"))
    office.case(earlier, REF)
    for words in (
        ("build", REF, "--only", "SCHEDULE"),
        ("build", REF, "--only", "SCHEDULE", "--as-of", "2022-06-06", "-o", "other packs/one"),
        ("record", "call", REF, "other", "--at", "2022-06-06", "--caller", "Sam Winter"),
        ("certificate", REF),
    ):
        said = office.run(*words)
        assert said.code == 0, said.err
    assert office.run("status").code in (0, 1)
    case = folder / "cases" / REF
    for place, data in {
        "case.v0.9.yaml": b"old", "returns/0123-hospital-SCSI-5.docx": b"PK returned",
        "review/text.md": b"Lena", "anonymise/decisions.yaml": b"a: b", "pseudonyms.enc": b"x",
        "notes.txt": b"notes", ".sgdocs-tmp-0-1-1": b"half",
    }.items():  # fmt: skip
        (case / place).parent.mkdir(exist_ok=True)
        (case / place).write_bytes(data)
    (folder / "inbox" / "form.docx").write_bytes(b"PK returned")
    (folder / "inbox" / "another.docx").write_bytes(b"PK another case's")
    return folder


@pytest.fixture
def office(worked: Path, tmp_path: Path) -> Office:
    shutil.copytree(worked, tmp_path / "office")
    return Office(tmp_path / "office")


def listed(office: Office) -> Path:
    said = office.run("dispose", "--list", "-o", "going.yaml")
    assert said.code == 0, said.err
    return office.folder / "going.yaml"


def sign(path: Path, **fields: str) -> Path:
    text = path.read_text(encoding="utf-8")
    made_on = text.partition("made_on: ")[2].split("\n")[0]
    signed = {"signed_by": "Perpetua Oakes", "signed_role": "Business manager",
              "signed_on": made_on, **fields}  # fmt: skip
    for name, value in signed.items():
        text = text.replace(f'{name}: ""', f"{name}: {value}")
    path.write_text(text, encoding="utf-8")
    return path


def everything(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_the_list_says_of_every_case_why_it_stays_or_goes(office: Office) -> None:
    before = everything(office.folder)
    said = office.run("dispose", "--list")
    assert f"{REF}: Its time has passed" in said.out
    assert "NEL-2025-014: It is not closed" in said.out
    assert {k for k in everything(office.folder) if not k.startswith(".sgdocs/")} == {
        k for k in before if not k.startswith(".sgdocs/")
    }
    rows = {row["reference"]: row for row in office.run("dispose", "--list", "--json").json}
    assert rows[REF]["against"] == []
    closed, until = rows[REF]["closed_on"], rows[REF]["keep_until"]
    assert int(until[:4]) - int(closed[:4]) == 1
    assert until[4:] == closed[4:]


def test_what_goes_leaves_its_certificate_and_one_line(office: Office) -> None:
    case = office.folder / "cases" / REF
    secrets = [case / "case.yaml", ledger_file(case), case / "returns/0123-hospital-SCSI-5.docx"]
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in secrets}
    lines = entries(case)
    said = office.run("dispose", sign(listed(office)))
    assert said.code == 0, said.out + said.err
    assert f"{REF}: disposed of" in said.out
    assert sorted(everything(case)) == [
        f"disposal/{REF}_disposal-certificate.docx",
        f"disposal/{REF}_disposal-certificate.pdf",
        "disposal/certificate.json",
        "ledger.jsonl",
    ]
    (last,) = entries(case)
    certificate = (case / "disposal" / "certificate.json").read_bytes()
    about = last.entry.about
    assert about["certificate_sha256"] == hashlib.sha256(certificate).hexdigest()
    assert (about["lines"], about["head"]) == (len(lines), lines[-1].hash)
    assert last.entry.by == "Perpetua Oakes"
    kept = {h for hashed in json.loads(certificate)["hashes"].values() for h in hashed}
    assert hashes <= kept


def test_nothing_of_the_case_is_left_anywhere_in_the_workspace(office: Office) -> None:
    text = (office.folder / "cases" / REF / "case.yaml").read_text(encoding="utf-8")
    names = {line.split("full:")[1].strip(" {}\"'").split(",")[0].rstrip("}") for line in
             text.splitlines() if "full:" in line} - {"unknown"}  # fmt: skip
    assert len(names) > 3
    assert office.run("dispose", sign(listed(office))).code == 0
    assert not (office.folder / "build" / REF).exists()
    assert not (office.folder / "other packs" / "one").exists()
    left = everything(office.folder)
    assert "inbox/another.docx" in left
    assert "inbox/form.docx" not in left
    assert "cases/NEL-2025-014/case.yaml" in left
    for name, data in left.items():
        if name.startswith("cases/NEL-2025-014") or name == "partnership.yaml":
            continue
        assert not [n for n in names if n.encode() in data and n != "Perpetua Oakes"], name
    for name in (n for n in left if n.endswith(".sqlite")):
        rows = sqlite3.connect(office.folder / name).execute("SELECT path FROM cases").fetchall()
        assert not [row for row in rows if REF in row[0]]


def test_the_certificate_names_the_rule_the_decision_and_no_one_of_the_family(
    office: Office,
) -> None:
    assert office.run("dispose", sign(listed(office))).code == 0
    (pdf,) = (office.folder / "cases" / REF / "disposal").glob("*.pdf")
    data = pdf.read_bytes()
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    for said in ("1 year after it was closed", "Retention schedule 12", "Perpetua Oakes",
                 "Business manager", "Forms that came back", "does not reach backups"):  # fmt: skip
        assert said in text
    assert [fault for profile in PROFILES for fault in faults(data, profile)] == []


def test_afterwards_the_case_is_known_as_disposed_of_and_no_other_takes_its_name(
    office: Office,
) -> None:
    going = sign(listed(office))
    assert office.run("dispose", going).code == 0
    again = office.run("dispose", going)
    assert (again.code, again.out) == (0, f"{REF}: was disposed of before.\n")
    said = office.run("verify")
    assert f"{REF}: disposed of" in said.out
    assert REF not in office.run("status").out
    new = office.run("new", REF)
    assert new.code == 2, new.out
    assert "disposed of" in new.err


@pytest.mark.parametrize("missing", ["signed_by", "signed_role", "signed_on"])
def test_nothing_goes_unsigned(office: Office, missing: str) -> None:
    going = sign(listed(office), **{missing: '""'})
    before = everything(office.folder / "cases")
    said = office.run("dispose", going)
    assert (said.code, said.out) == (4, "")
    assert "nobody has signed" in said.err
    assert everything(office.folder / "cases") == before


@pytest.mark.parametrize("day", ["2020-01-01", "2099-01-01"])
def test_a_signature_before_the_list_or_still_to_come_is_none(office: Office, day: str) -> None:
    assert office.run("dispose", sign(listed(office), signed_on=day)).code == 4
    assert (office.folder / "cases" / REF / "case.yaml").exists()


HELD = "  hold: {placed_by: Perpetua Oakes, placed_on: 2026-01-02, reason: An inquiry}\n"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("case:\n", f"case:\n{HELD}", 1), "changed after the list"),
        (lambda text: text + "\n# one more line\n", "changed after the list"),
    ],
)
def test_a_case_that_was_changed_since_stays(office: Office, change, says: str) -> None:
    going = sign(listed(office))
    case = office.folder / "cases" / REF / "case.yaml"
    case.write_text(change(case.read_text(encoding="utf-8")), encoding="utf-8")
    before = everything(case.parent)
    said = office.run("dispose", going)
    assert said.code == 4
    assert says in said.out
    assert {k: v for k, v in everything(case.parent).items() if "lock" not in k} == {
        k: v for k, v in before.items() if "lock" not in k
    }


def forged(office: Office, ref: str) -> Path:
    """A signed list of a case that has no business on it."""
    going = sign(listed(office))
    case = office.folder / "cases" / ref / "case.yaml"
    text = going.read_text(encoding="utf-8")
    old = text.partition("case_sha256: ")[2].split("\n")[0]
    new = hashlib.sha256(case.read_bytes()).hexdigest()
    going.write_text(text.replace(REF, ref).replace(old, new), encoding="utf-8")
    return going


def test_an_open_case_stays_whoever_signs(office: Office) -> None:
    said = office.run("dispose", forged(office, "NEL-2025-014"))
    assert said.code == 4
    assert "It is not closed" in said.out
    assert (office.folder / "cases" / "NEL-2025-014" / "case.yaml").exists()


def test_a_case_on_hold_stays_whoever_signs_until_it_is_lifted(office: Office) -> None:
    case = office.folder / "cases" / REF / "case.yaml"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("case:\n", f"case:\n{HELD}", 1), encoding="utf-8")
    assert "There is a hold on it." in office.run("dispose", "--list").out
    lifted = HELD.replace("inquiry}", "inquiry, lifted_on: 2026-02-02}")
    case.write_text(text.replace("case:\n", f"case:\n{lifted}", 1), encoding="utf-8")
    assert f"{REF}: Its time has passed" in office.run("dispose", "--list").out


def test_without_a_rule_nothing_is_ever_listed(office: Office) -> None:
    rules = office.folder / "partnership.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace(RULE, ""), encoding="utf-8")
    said = office.run("dispose", "--list", "-o", "going.yaml")
    assert said.out.count("settled no rule") == 2
    assert "cases: []" in (office.folder / "going.yaml").read_text()


def test_a_case_whose_ledger_was_altered_stays(office: Office) -> None:
    going = sign(listed(office))
    file = ledger_file(office.folder / "cases" / REF)
    file.write_text(file.read_text().replace("Sam", "Tom"))
    said = office.run("dispose", going)
    assert said.code == 4
    assert (office.folder / "cases" / REF / "case.yaml").exists()


@pytest.mark.parametrize("folder", ["../NEL-2025-014", "..", ".", "a/b", "nowhere"])
def test_a_list_leads_nowhere_but_to_a_case(office: Office, folder: str) -> None:
    going = sign(listed(office))
    text = going.read_text(encoding="utf-8")
    going.write_text(text.replace(f"folder: {REF}", f'folder: "{folder}"'), encoding="utf-8")
    before = everything(office.folder / "cases")
    assert office.run("dispose", going).code == 4
    assert everything(office.folder / "cases") == before


def test_another_file_is_no_list(office: Office) -> None:
    for text in ("a: b\n", "format: 1\ncases: [\n", "[]\n"):
        (office.folder / "wrong.yaml").write_text(text)
        assert office.run("dispose", "wrong.yaml").code == 3
    assert office.run("dispose").code == 2


@pytest.mark.parametrize("part", [f"cases/{REF}/returns", f"build/{REF}", "other packs", "inbox"])
def test_a_case_stays_where_a_part_of_it_cannot_be_looked_into(office: Office, part: str) -> None:
    """A certificate that does not name all there was would be a false one."""
    path = sign(listed(office))
    before = everything(office.folder)
    with armed(Plan((str(office.folder / part),), 0, errno.EACCES, lasting=True)):
        said = office.run("dispose", path)
    assert said.code != 0
    assert before.items() <= everything(office.folder).items()
    assert office.run("dispose", path).code == 0

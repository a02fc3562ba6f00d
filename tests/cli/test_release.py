"""`sgdocs release`: everything is answered, signed and clean, or nothing is written at all."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from cli.asking import Said, sgdocs
from sgdocs.content import Content
from sgdocs.ledger import entries
from sgdocs.publications import load_checklist
from validation.pdfcheck import PROFILES
from validation.verapdf import faults_of_all, needs_verapdf

pytestmark = pytest.mark.slow

_EXAMPLE = Path(__file__).parents[2] / "examples" / "nel" / "case.yaml"
_CASE = "NEL-2025-014"
_DAY = "2026-07-14"
_QUESTIONS = load_checklist(Content()).names
_NAMES = ("Caoimhe", "Adébáyò", "Lowri", "Macsen", "Darren", "Sandpiper", "Malhotra")
_MISSED = "A missed visit for a baby losing weight is tried"
_SENT = "  - {step: improvements-to-statutory-bodies, on: 2026-06-29}\n"
_ONE_PAPER = (
    ("    form: full\n", "    form: improvements_only\n"),
    ("    approved_on: 2026-06-30\n", ""),
    ("steps_done:\n", f"steps_done:\n{_SENT}"),
)


class Office:
    """A workspace with one review that is ready but for its questions."""

    def __init__(self, folder: Path, *changes: tuple[str, str]) -> None:
        self.folder = folder
        sgdocs("init", ".", "--procedure", "nel", at=folder)
        self.case = folder / "cases" / _CASE / "case.yaml"
        self.case.parent.mkdir(parents=True)
        self.case.write_text(_EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
        self.change(*changes)

    def change(self, *changes: tuple[str, str]) -> None:
        """Change the case file."""
        text = self.case.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after, 1)
        self.case.write_text(text, encoding="utf-8")

    def release(self, *more: str) -> Said:
        """Run the command."""
        return sgdocs("release", _CASE, "--as-of", _DAY, *more, at=self.folder)

    def answer_all(self) -> None:
        """Answer every question."""
        asked = [part for name in _QUESTIONS for part in ("--answer", name)]
        assert self.release(*asked, "--by", "A Reader").code == 0

    def sign(self) -> int:
        """Sign for the files."""
        return self.release("--sign", "--by", "P Ashgrove", "--role", "Director").code

    @property
    def asked(self) -> Any:
        """Give what the command says as JSON."""
        said = self.release("--json")
        assert said.code in (0, 4), said.err
        return said.json

    @property
    def kinds(self) -> set[str]:
        """Give what kinds of things keep the release back."""
        return {held["kind"] for held in self.asked["held"]}

    @property
    def written(self) -> list[Path]:
        """Give every file that was made."""
        return [p for p in (self.folder / "build").rglob("*") if p.is_file()]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give an office whose review publishes the improvements alone."""
    return Office(tmp_path, *_ONE_PAPER)


def test_a_release_from_the_first_question_to_the_certificate(tmp_path: Path) -> None:
    office = Office(tmp_path)
    asked = office.asked
    assert {held["kind"] for held in asked["held"]} == {"question", "gate", "signature"}
    assert [p["file"] for p in asked["pictures"]] == ["briefing.docx"]
    office.answer_all()
    seen = ("--picture", asked["pictures"][0]["sha256"])
    assert office.release(*seen, "--by", "A Reader").code == 0
    assert office.sign() == 0
    assert office.written == []
    said = office.release()
    assert said.code == 0, said.err
    folder = tmp_path / "build" / _CASE / "released" / _DAY
    _look_at_files(folder)
    _look_at_ledger(office)


@needs_verapdf
@pytest.mark.timeout(600)
def test_verapdf_finds_no_fault_in_what_is_released(tmp_path: Path) -> None:
    office = Office(tmp_path)
    seen = ("--picture", office.asked["pictures"][0]["sha256"])
    office.answer_all()
    assert office.release(*seen, "--by", "A Reader").code == 0
    assert office.sign() == 0
    assert office.release().code == 0
    pdfs = {p.name: p.read_bytes() for p in office.written if p.suffix == ".pdf"}
    assert "final-report.pdf" in pdfs
    for profile in PROFILES:
        folder = tmp_path / profile
        folder.mkdir()
        found = faults_of_all(pdfs, profile, folder)
        assert {name: wrong for name, wrong in found.items() if wrong} == {}


def _look_at_files(folder: Path) -> None:
    published = {p.name: sha256(p.read_bytes()).hexdigest() for p in (folder / "publish").iterdir()}
    assert {name.rpartition(".")[2] for name in published} == {"docx", "pdf", "html"}
    assert {"final-report.pdf", "briefing.docx", "practitioner-brief.html"} <= published.keys()
    certificate = json.loads((folder / "keep" / "certificate.json").read_text(encoding="utf-8"))
    assert certificate["files"] == published
    assert certificate["signature"]["by"] == "P Ashgrove"
    assert len(certificate["answers"]) == len(_QUESTIONS)
    assert (folder / "keep" / "certificate.pdf").read_bytes().startswith(b"%PDF")
    page = (folder / "publish" / "final-report.html").read_text(encoding="utf-8")
    for words in ("Robin", "Dr Marguerite Olabode-Finn", "July 2026", "Half-sibling"):
        assert words in page
    for heading in ("Summary of recommended improvements", "Systemic and underlying reasons"):
        assert heading in page
    assert not any(name in page for name in (*_NAMES, _CASE))


def _look_at_ledger(office: Office) -> None:
    lines = entries(office.case.parent)
    released = [line.entry for line in lines if line.entry.kind == "released"]
    assert [entry.by for entry in released] == ["P Ashgrove"]
    assert released[0].about["folder"] == f"build/{_CASE}/released/{_DAY}"


def test_a_signature_is_for_those_very_files(office: Office) -> None:
    assert office.sign() == 4  # nothing is answered yet
    office.answer_all()
    assert office.kinds == {"signature"}
    assert office.sign() == 0
    office.change((_MISSED, "A visit missed for a baby losing weight is tried"))
    assert office.kinds == {"signature"}
    assert office.written == []


def test_the_same_release_again_is_the_same_folder(office: Office) -> None:
    office.answer_all()
    assert office.sign() == 0
    assert [office.release().code for _ in range(2)] == [0, 0]
    released = office.folder / "build" / _CASE / "released"
    assert [p.name for p in released.iterdir()] == [_DAY]


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("flag", _MISSED, "Kayleigh is tried"),
        ("words", "form: improvements_only", "form: undecided"),
        ("sign-off", "Children's Services, signed_on: 2026-06-23", "Children's Services"),
        ("sign-off", "Children's Services, signed_on: 2026-06-23",
         "Children's Services, signed_on: 2026-08-01"),
        ("schedule", _SENT, ""),
    ],
)  # fmt: skip
def test_what_is_open_keeps_it_back(office: Office, kind: str, before: str, after: str) -> None:
    office.answer_all()
    if kind == "schedule":
        office.change(("  - {event: report_submitted, actual: 2026-06-29}\n", ""))
    office.change((before, after))
    said = office.release()
    assert said.code == 4
    assert f"  {kind}: " in said.err
    assert office.written == []


def test_what_the_masker_lets_through_the_gate_does_not(office: Office) -> None:
    # The reviewer may be named; a child of the same name may not, and only the gate is told of one.
    office.change(
        ("may_be_published: [Dr Marguerite Olabode-Finn]", "may_be_published: [Humberside Police]"),
        ("identifiers:\n  - {kind: police_reference",
         "identifiers:\n  - {kind: other, value: Marguerite Olabode}\n  - {kind: police_reference"),
    )  # fmt: skip
    held = [h for h in office.asked["held"] if h["kind"] == "gate"]
    assert held
    assert "$.identifiers" in held[0]["why"]
    assert office.written == []


def test_nothing_that_is_said_names_anybody(office: Office) -> None:
    office.change((_MISSED, "Kayleigh is tried"))
    said = office.release()
    assert said.code == 4
    assert not any(name in said.err + said.out for name in (*_NAMES, "Kayleigh"))


def test_a_question_needs_a_name_and_a_known_one(office: Office) -> None:
    assert office.release("--answer", _QUESTIONS[0]).code == 2
    wrong = office.release("--answer", "ages-under-too", "--by", "A")
    assert wrong.code == 2
    assert "ages-under-two" in wrong.err
    assert office.release("--sign", "--by", "A").code == 2


def test_the_words_of_the_reviews_folder_come_first(office: Office) -> None:
    folder = office.case.parent / "review"
    folder.mkdir()
    text = "# Improvements\n\n## Improvements\n\n- Caoimhe's mother, Lowri Price, is asked first.\n"
    (folder / "report.md").write_text(text, encoding="utf-8")
    office.answer_all()
    assert office.sign() == 0
    assert office.release().code == 0
    (page,) = (p for p in office.written if p.name == "improvements-only.html")
    words = page.read_text(encoding="utf-8")
    assert "mother" in words
    assert "is asked first" in words
    assert "Caoimhe" not in words


def test_a_flag_decided_in_the_reviews_folder_counts_for_the_release(office: Office) -> None:
    folder = office.case.parent / "review"
    folder.mkdir()
    text = (
        "# Improvements\n\n## Improvements\n\n- Staff of the Zephyrine team are asked first.\n"
        "- The notes of the **Quillon** group are read.\n\n## Recommendations\n\n"
        "| Recommendation | For | By when | How we shall know |\n| --- | --- | --- | --- |\n"
        "| The Wexcombe circle meets monthly. | Police | March 2027 | It meets. |\n"
    )
    (folder / "report.md").write_text(text, encoding="utf-8")
    office.answer_all()
    assert "flag" in office.kinds
    said = sgdocs("anonymise", _CASE, "--review", at=office.folder).out
    asked = re.findall(r"\b[0-9a-f]{12}\b", said)
    assert len(asked) >= 3
    for flag in asked:
        decide = ("--decide", flag, "keep", "--by", "A Reader")
        assert sgdocs("anonymise", _CASE, *decide, at=office.folder).code in (0, 1)
    assert office.kinds == {"signature"}
    (folder / "report.md").write_text(text.replace("asked first", "asked last"), encoding="utf-8")
    assert "flag" in office.kinds


def test_the_publication_is_recorded_once_its_day_has_come(office: Office) -> None:
    office.change(("planned: 2026-07-09, actual: 2026-07-09T10:00", "planned: 2026-07-09"))
    office.answer_all()
    assert office.sign() == 0
    said = office.release("--json")
    assert said.code == 0, said.err
    assert said.json["recorded"]
    lines = office.case.read_text(encoding="utf-8").splitlines()
    recorded = next(line for line in lines if "event: publication" in line)
    assert _DAY in recorded
    assert "P Ashgrove" in recorded

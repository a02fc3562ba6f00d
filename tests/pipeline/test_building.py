"""A pack: nothing in it is lost, nothing says what was not known, and a fault is told."""

from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

from artefacts.asking import Edit, nothing_sent, standing
from sgdocs.artefacts import Asked
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.pipeline.building import Built, build
from sgdocs.pipeline.how import How
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.pipeline.workspaces import init_workspace
from sgdocs.standing import Scheduled

ESCALATIONS = Asked(only="DAR-ESC-6M", again=True)


def made(found: Scheduled, asked: Asked, out: Path, how: How | None = None) -> Built:
    return build(found, wanted_papers(found, asked), how or How(), out / "pack")


def words(path: Path) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(path).pages).split())


def test_two_actions_of_one_agency_have_each_their_letter(tmp_path: Path) -> None:
    def renamed(text: str) -> str:
        # one-letter names, both of which the agency's own name contains
        return nothing_sent(text).replace("act-1", "a").replace("act-2", "h")

    found = standing("darlington-improvements-only", "2026-11-20", renamed)
    built = made(found, ESCALATIONS, tmp_path)
    assert built.folder
    letters = list(built.folder.rglob("*DAR-ESC-6M*.docx"))
    assert len(letters) == len(built.papers)
    assert len(built.papers) > 1


def test_two_people_in_one_role_get_each_their_letter(tmp_path: Path) -> None:
    both = (
        "\nsafeguarding_partners:\n"
        "  - {role: partner_la, contact: {name: {full: One Person}, email: one@example.org}}\n"
        "  - {role: partner_la, contact: {name: {full: Other Person}, email: other@example.org}}\n"
    )
    found = standing("nel-open", "2026-11-13", lambda text: nothing_sent(text) + both)
    built = made(found, Asked(only="SCSI-2"), tmp_path)
    assert built.folder
    pdfs = built.folder.rglob("*SCSI-2*.pdf")
    said = " ".join(words(path) for path in pdfs if "all-papers" not in path.name)
    assert "Dear One Person" in said
    assert "Dear Other Person" in said


def test_an_earlier_day_does_not_know_what_was_sent_later() -> None:
    found = standing("nel-open", "2026-11-12")
    (wanted,) = wanted_papers(found, Asked(only="SCSI-2"))
    assert (wanted.version, wanted.replaces, wanted.reason) == (1, None, "")


@pytest.mark.parametrize(
    ("example", "day", "paper", "later"),
    [
        ("nel-learning-request", "2025-03-13", "LLR-1", "learning_request"),
        ("darlington", "2025-02-10", "DAR-SIF", "threshold"),
    ],
)
def test_a_form_of_an_earlier_day_holds_nothing_decided_later(
    tmp_path: Path, example: str, day: str, paper: str, later: str
) -> None:
    found = standing(example, day, nothing_sent)
    reason = found.case.get(f"{later}.rationale")
    built = made(found, Asked(only=paper), tmp_path)
    assert reason
    assert built.folder
    said = " ".join(words(path) for path in built.folder.rglob(f"*{paper}*.pdf"))
    assert " ".join(reason.split())[:40] not in said


def test_a_version_made_again_says_what_it_replaces(tmp_path: Path) -> None:
    found = standing("nel-open", "2026-11-16")
    built = made(found, Asked(only="SCSI-2", again=True), tmp_path)
    assert built.folder
    letter = next(built.folder.rglob("*SCSI-2_partner_la.pdf"))
    assert "version 1, which was sent on Friday 13 November 2026" in words(letter)
    assert "SCSI-2, version 2" in words(letter)


@pytest.mark.slow
def test_the_days_ahead_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    found = standing("nel-open", "2026-11-13", nothing_sent)
    until = Asked(until=found.ground.calendar.add(found.as_of.day, 1))
    built = made(found, until, tmp_path)
    days = {paper["day"] for paper in built.papers}
    assert days == {"2026-11-13", "2026-11-16"}
    assert built.folder
    letter = next(built.folder.rglob("*SCSI-4_partner_la.pdf"))
    assert "Monday 16 November 2026" in words(letter)


def test_a_draft_says_so_on_every_page_and_on_the_cover(tmp_path: Path) -> None:
    found = standing("nel-open", "2026-11-16", _without("summary_for_letters"))
    built = made(found, Asked(), tmp_path, How(drafts=True))
    assert built.folder
    drafts = [paper for paper in built.papers if paper["state"] == "draft"]
    assert drafts
    for name in drafts[0]["files"]:
        if name.endswith(".pdf"):
            for page in PdfReader(built.folder / name).pages:
                assert "DRAFT" in page.extract_text()
    cover = next(built.folder.rglob("*all-papers_partner_la.pdf"))
    assert "DRAFT" in PdfReader(cover).pages[0].extract_text()
    stems = {Path(name).stem for paper in drafts for name in paper["files"]}
    assert not {path.stem for path in built.folder.rglob("*.eml")} & stems


def _without(field: str) -> Edit:
    """Leave a field of several lines out of a case."""

    def edit(text: str) -> str:
        kept, skipping = [], False
        for line in nothing_sent(text).split("\n"):
            if line.startswith(f"  {field}:"):
                skipping = True
            elif skipping and not line.startswith("    "):
                skipping = False
            if not skipping:
                kept.append(line)
        return "\n".join(kept)

    return edit


@pytest.mark.slow
@pytest.mark.parametrize("name", ["phone-log.docx", "call-sheet.docx", "nel/scsi-7.docx"])
def test_a_broken_template_stops_the_pack(tmp_path: Path, name: str) -> None:
    office = tmp_path / "office"
    init_workspace(office, "nel", Content())
    broken = office / "templates" / name
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_bytes(b"PK no Word file")
    found = standing("nel-open", "2026-11-25", nothing_sent, Content(office))
    with pytest.raises(InputRefused, match=name.rpartition("/")[2]):
        made(found, Asked(), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_letter_names_the_very_file_it_goes_with(tmp_path: Path) -> None:
    found = standing("nel", "2026-07-20", nothing_sent)
    built = made(found, Asked(step="final-report-to-bodies", again=True), tmp_path)
    assert built.folder
    report = next(built.folder.rglob("*FINAL-REPORT_panel.pdf"))
    letter = next(built.folder.rglob("*SUBMISSION-LETTER_panel.pdf"))
    said = "".join(words(letter).split())
    assert sha256(report.read_bytes()).hexdigest() in said

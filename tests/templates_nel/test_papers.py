"""Every paper of these sources, made from an example case: its fields, its words, its pages."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest

from forms.filling import terminal_fields
from sgdocs.papers import Figure, Heading
from sgdocs.pipeline.blankforms import Blank, make_blank
from templates_nel.fields import FIELDS, MADE_FOR
from templates_nel.making import CONTENT, document, kept, paper, person_names, text

PAPERS = sorted(MADE_FOR)


@pytest.mark.parametrize("artefact", PAPERS)
def test_each_paper_has_its_fields_in_their_order(artefact: str) -> None:
    said, at = text(*_made_for(artefact)), 0
    for label in FIELDS[artefact]:
        at = said.find(label, at)
        assert at >= 0, f"{label} is missing, or stands before what should come before it"
        at += 1


@pytest.mark.parametrize("artefact", PAPERS)
def test_each_paper_is_a_word_file_and_a_pdf(artefact: str) -> None:
    made = document(*_made_for(artefact))
    assert made.pdf.startswith(b"%PDF")
    assert docx.Document(BytesIO(made.word)).core_properties.title == made.title


@pytest.mark.parametrize("artefact", PAPERS)
def test_no_tag_and_no_gap_is_left(artefact: str) -> None:
    said = text(*_made_for(artefact))
    assert not [tag for tag in ("{{", "{%", "[[", "]]", "to be completed") if tag in said]


@pytest.mark.parametrize("artefact", PAPERS)
def test_no_child_is_named_in_a_title_or_main_heading(artefact: str) -> None:
    example, day, name, about = _made_for(artefact)
    made = paper(example, day, name, about)
    headings = [block for block in made.blocks if isinstance(block, Heading) and block.level == 1]
    said = " ".join(run.text for heading in headings for run in heading.runs)
    names = person_names(example, day, "children")
    assert said
    assert not [name for name in names if name in made.title or name in said]


def test_the_recommendation_goes_to_the_partners_with_room_for_their_decision() -> None:
    said = text("nel", "2026-01-09", "SRG-8")
    assert "Leopold Quayle" in said
    assert said.count("☐ Agree") == 3
    assert "Tuesday 13 January 2026" not in said


def test_the_signed_record_carries_the_decision_of_all_three() -> None:
    said = text("nel", "2026-01-14", "SRG-8")
    assert "☐" not in said
    assert said.count("Tuesday 13 January 2026") >= 3
    for partner in ("Philippa Ashgrove", "Gethin Warboys", "Nandini Thackray"):
        assert partner in said


def test_the_report_tells_who_has_not_answered_and_who_was_rung() -> None:
    said = text("nel", "2026-01-07", "SCSI-7")
    missing = said[said.index("5. Not received") : said.index("6. Combined chronology")]
    assert "Estuary Ambulance Service" in missing
    assert "The manager is on leave" in missing
    assert "Haven Point Hospital" not in missing
    nil = said[said.index("4. Nil returns") : said.index("5. Not received")]
    assert "Lantern Domestic Abuse Service" in nil


def test_the_combined_chronology_is_in_order_of_date() -> None:
    said = text("nel", "2026-01-07", "SCSI-7")
    combined = said[said.index("6. Combined chronology") :]
    days = ("14/01/2025", "17/06/2025", "26/11/2025", "10/12/2025", "17/12/2025")
    at = [combined.index(day) for day in days]
    assert at == sorted(at)


def test_the_request_form_tells_no_agency_who_else_is_asked() -> None:
    said = text("nel-open", "2026-11-21", "SCSI-5", "agency/swim-club")
    assert "Immingham Swimming Club" in said
    assert "Zofia Wiśniewska" in said
    for other in ("Dockside Eye Clinic", "Star of the Sea", "Humberside Police"):
        assert other not in said


def test_a_return_is_kept_as_the_form_with_its_answers() -> None:
    said = kept("nel", "2026-01-07", "SCSI-5", "agency/freshney-community-health")
    for answer in ("Aoife Dunkerley", "Universal health visiting", "New birth visit", "26/11/2025"):
        assert answer in said


def test_the_telephone_log_says_what_to_ask_and_what_was_said() -> None:
    said = text("nel", "2026-01-06", "PHONE-LOG", "agency/ambulance-service")
    assert "Noor Hanbury" in said
    assert "Deputy Safeguarding Manager" in said
    assert "Director of Quality" in said
    assert "Joseph Mbeki-Hall" in said


def test_a_log_without_calls_has_the_questions_and_no_empty_table() -> None:
    said = text("nel-open", "2026-11-18", "PHONE-LOG", "agency/swim-club")
    assert "No call has been recorded yet." in said
    assert "What to ask" in said


@pytest.mark.parametrize("artefact", ["FINAL-REPORT", "EXEC-SUMMARY", "IMPROVEMENTS-ONLY"])
@pytest.mark.parametrize(("example", "day"), [("nel", "2026-11-21"), ("tees", "2024-06-01")])
def test_what_is_published_names_nobody_of_the_family(
    artefact: str, example: str, day: str
) -> None:
    if artefact == "IMPROVEMENTS-ONLY":
        example = "darlington-improvements-only"
    said = text(example, day, artefact)
    for group in ("children", "family", "other_people", "professionals"):
        named = person_names(example, day, group)
        assert not [name for name in named if name in said], group


def test_the_tees_report_says_why_no_review_follows() -> None:
    said = text("tees-two-children", "2026-11-21", "TEES-RR-REPORT")
    assert ("5. Why the criteria" in said) == ("no review" in said)


@pytest.mark.parametrize(
    ("procedure", "form"), [("nel", "SCSI-1"), ("nel", "LLR-1"), ("tees", "TEES-FORM")]
)
def test_a_form_that_begins_a_case_is_there_blank(
    tmp_path: Path, procedure: str, form: str
) -> None:
    word, pdf = make_blank(CONTENT, Blank(procedure, form, date(2026, 11, 21)), tmp_path / "blank")
    with pikepdf.open(pdf) as opened:
        names = terminal_fields(opened)
        boxes = [a for page in opened.pages for a in page.Annots if a.Subtype == "/Widget"]
    said = "\n".join(p.text for p in docx.Document(BytesIO(word.read_bytes())).paragraphs)
    assert "{" not in said
    assert "None" not in said
    assert len(boxes) == len(names) > 50  # each box is a field of its own name


def test_terms_are_drawn_up_for_a_learning_event_too() -> None:
    said = text("bcp-panel-disagrees", "2026-11-21", "TOR")
    assert "Domestic abuse and children under five" in said


def _made_for(artefact: str) -> tuple[str, str, str, str]:
    example, day, about = MADE_FOR[artefact]
    return example, day, artefact, about


def test_the_report_shows_the_family_where_a_picture_stays_clear() -> None:
    (shown,) = [b for b in paper("nel", "2026-01-07", "SCSI-7").blocks if isinstance(b, Figure)]
    assert "Lowri Price, Olúwaṣeun Adébáyò → Caoimhe Adébáyò-Price." in shown.alt


def test_the_decision_record_is_begun_from_what_the_agencies_sent() -> None:
    said = text("nel-open", "2026-11-20", "SRG-8", draft=True)
    assert said.count("From the agencies’ returns, for the group to weigh:") == 3
    assert "Star of the Sea" in said
    done = text("nel", "2026-01-14", "SRG-8")
    assert "for the group to weigh" not in done
    assert "Estuary Ambulance Service" in done[done.index("Told us in another way") :]

"""Each letter of the two procedures, made for a case of the examples, as its reader sees it."""

import pytest

from letters_darlington_bcp.specimen import CONTENT, Asked, entry, made
from sgdocs.papers import Heading, as_docx, as_pdf, as_text

DARLINGTON, BCP, LATE = "darlington", "bcp", "darlington-improvements-only"
CHILDREN = ("Ayesha", "Brannigan", "Osagie", "Fitzgerald", "Gruffydd", "Anjali")


EVERY = [
    Asked("DAR-SSP-NOTICE", DARLINGTON, "2025-02-12", "partner_la"),
    Asked("DAR-REFERRER-OUTCOME", DARLINGTON, "2025-02-17", "referrer"),
    Asked("DAR-REFERRER-OUTCOME", "darlington-below-threshold", "2026-07-08", "referrer"),
    Asked("DAR-APP4", DARLINGTON, "2025-02-14", "agency", "police"),
    Asked("DAR-APP5", DARLINGTON, "2025-02-28", "partner_police"),
    Asked("DAR-APP5", DARLINGTON, "2025-02-28", "scrutineer"),
    Asked("DAR-DECISION-TO-PANEL", DARLINGTON, "2025-03-07", "panel"),
    Asked("DAR-IMR-LETTER", DARLINGTON, "2025-04-07", "chief_officer", "police"),
    Asked("DAR-APP6", DARLINGTON, "2025-04-07", "agency", "police"),
    Asked("DAR-ESC-3M", LATE, "2026-11-13", "head_of_service", "act-2"),
    Asked("DAR-ESC-6M", LATE, "2026-11-13", "chief_officer", "act-1"),
    Asked("BCP-BU-NOTICE", BCP, "2024-05-07", "business_unit"),
    Asked("BCP-SCP-NOTICE", BCP, "2024-05-07", "business_manager"),
    Asked("BCP-SCP-NOTICE", BCP, "2024-05-07", "other_area_partners"),
    Asked("BCP-APPC-LETTERS", BCP, "2024-05-03", "service_manager"),
    Asked("BCP-APPC-LETTERS", BCP, "2024-05-03", "legal_service"),
    Asked("BCP-APPC-LETTERS", BCP, "2024-05-07", "insurance_section"),
    Asked("SECURE-FILES-NOTICE", BCP, "2024-05-07", "agency", "police"),
    Asked("BCP-APPB", BCP, "2024-05-08", "agency", "police"),
    Asked("BCP-RR-REPORT", BCP, "2024-05-24", "executive_team"),
    Asked("BCP-RR-REPORT", BCP, "2024-05-29", "panel"),
    Asked("FAMILY-LETTER", DARLINGTON, "2025-04-03", "family", "father"),
    Asked("FAMILY-LETTER", BCP, "2024-06-24", "family", "mother"),
]
TO_AGENCIES = [a for a in EVERY if a.role == "agency" or a.artefact == "DAR-IMR-LETTER"]


def named(asked: Asked) -> str:
    return f"{asked.artefact}-{asked.example}-{asked.role}"


@pytest.mark.parametrize("asked", EVERY, ids=named)
def test_it_becomes_word_pdf_and_mail(asked: Asked) -> None:
    paper = made(asked)
    assert as_pdf(paper, CONTENT).startswith(b"%PDF")
    assert as_docx(paper, CONTENT).startswith(b"PK")
    assert "\n\nYours sincerely,\n\n" in as_text(paper)


@pytest.mark.parametrize("asked", EVERY, ids=named)
def test_no_name_of_a_child_stands_in_a_subject_title_or_heading(asked: Asked) -> None:
    paper = made(asked)
    headings = [run.text for b in paper.blocks if isinstance(b, Heading) for run in b.runs]
    shown = " ".join((paper.subject, paper.title, *headings))
    assert paper.subject.startswith(paper.reference)
    assert not [name for name in CHILDREN if name in shown]


@pytest.mark.parametrize("asked", TO_AGENCIES, ids=named)
def test_a_letter_to_an_agency_names_no_other_agency(asked: Asked) -> None:
    text = as_text(made(asked))
    others = (
        ("Skerne Valley", "Turning Tide", "Little Acorns", "Dales Community", "Ambulance")
        if asked.example == DARLINGTON
        else ("Heather House", "Example Vale", "Links Centre", "Chine Road", "Chalk Stream")
    )
    assert entry(asked.example, "agencies", asked.about)["name"] in text
    assert not [name for name in others if name in text]

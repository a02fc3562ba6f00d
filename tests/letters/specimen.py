"""An invented case as a letter sees it, and letters written for a test."""

from datetime import date, timedelta
from pathlib import Path

from sgdocs.content import Content
from sgdocs.letters import Frame
from sgdocs.papers import Letterhead

RECEIVED = date(2026, 3, 2)  # a Monday, with no bank holiday in the three weeks that follow
NAME = "Ivy *Rose* #Marlow"
WORDS = {
    "local_review": "a local child safeguarding practice review",
    "national_review": "a national child safeguarding practice review",
    "learning_review": "a multi-agency learning review",
    "no_review": "no review",
    "audit": "a multi-agency audit",
}
STEPS = {
    "scsi_2_to_partners": 1,
    "scsi_3_to_group": 1,
    "scsi_4_to_partners": 2,
    "la_notifies_panel": 5,
    "agency_return": 7,
    "scsi_7_to_group": 8,
    "group_reads": 10,
    "rapid_review_meeting": 11,
    "srg_8_to_partners": 12,
    "partners_read_record": 13,
    "partners_conference": 14,
    "srg_8_to_panel": 15,
}
FRAME = Frame(
    letterhead=Letterhead("Example Team", ("1 Sample Street",), "team@example.org", "01632 960001"),
    addressee=("Philippa Ashgrove", "Director", "Exampleshire Council"),
    date=date(2026, 3, 3),
    reference="EXM-2026-004",
    document_id="EXM-2026-004/SCSI-2",
    version="1",
    marking="OFFICIAL-SENSITIVE",
    artefact_titles={"SCSI-5": "Agency information"},
)


def working_day(number: int) -> date:
    """Count working days by hand: five a week."""
    weeks, days = divmod(number, 5)
    return RECEIVED + timedelta(days=7 * weeks + days)


def facts(**changed: object) -> dict[str, object]:
    """Give everything a letter may print."""
    made: dict[str, object] = {
        "case": {
            "case": {"reference": "EXM-2026-004", "procedure": "nel", "panel_reference": "P-77"},
            "children": [{"id": "ivy", "name": {"full": NAME}, "harm": "seriously_harmed"}],
            "incident": {"summary_for_letters": "A child of eleven weeks was badly hurt."},
            "rapid_review": {
                "recommendation": {"outcome": "local_review", "rationale": "It is important here."}
            },
            "decision": {"outcome": "local_review", "rationale": "There is much to learn."},
            "agencies": [{"id": "quay", "name": "Quay Surgery"}, {"id": "hope", "name": "Hope"}],
        },
        "child_label": "I.R.M.",
        "facts": {"reviewer_named": False, "reviewer_to_be_confirmed": False},
        "words": WORDS,
        "step": {"id": "srg-8-to-panel", "title": "Send the Panel the record", "source": "here"},
        "enclosed": ["Decision record"],
        "partners": [
            {"role": "Local authority", "response": "agree", "signed_on": working_day(14)},
            {"role": "Police", "response": "agree", "signed_on": working_day(14)},
            {"role": "Integrated care board", "response": "vary", "rationale": "It is national."},
        ],
        "agency": {"name": "Quay Surgery", "return_by": working_day(7)},
        "dates": {
            step: {
                "due": working_day(day),
                "send_by": working_day(day),
                "time_of_day": "afternoon" if day == 11 else "",
            }
            for step, day in STEPS.items()
        },
        "events": {"notification_received": RECEIVED},
        "office": {"name": "Example Team", "email": "team@example.org", "phone": "01632 960001"},
        "partnership": {
            "name": "Exampleshire Partnership",
            "terms": {"review_group": "Review Group"},
        },
        "recipient": {
            "name": "Philippa Ashgrove",
            "job_title": "Director",
            "organisation": "Exampleshire Council",
            "role": "partner_la",
        },
        "today": date(2026, 3, 3),
    }
    return {**made, **changed}


FRONT = """\
---
artefact: SCSI-2
title: A letter
to: [safeguarding_partners]
subject: "{{ reference }}"
source: {document: d, section: s}
sign_off: [Manager]
---
"""


def workspace(folder: Path, body: str, front: str = FRONT) -> Content:
    """Put a letter into a workspace of its own."""
    place = folder / "letters" / "nel"
    place.mkdir(parents=True)
    (place / "scsi-2.md").write_text(front + body, encoding="utf-8", newline="\n")
    return Content(workspace=folder)

"""The letters of the North East Lincolnshire procedure, read as their recipients read them."""

from datetime import timedelta

import pytest

from letters.specimen import FRAME, NAME, facts, working_day
from sgdocs.content import Content
from sgdocs.dates import words
from sgdocs.expressions import ExpressionFailed
from sgdocs.letters import compose, load_letter
from sgdocs.papers import Paper, Run, Table, as_docx, as_pdf, as_text

CONTENT = Content()
LETTERS = ("SCSI-2", "SCSI-3", "SCSI-4", "SCSI-6", "SRG-8-COVER", "LETTER-9", "RR-INVITE")


def made(artefact: str, **changed: object) -> Paper:
    return compose(load_letter(CONTENT, "nel", artefact), facts(**changed), FRAME)


def tables(paper: Paper) -> list[list[list[str]]]:
    return [
        [
            ["".join(run.text for run in cell if isinstance(run, Run)) for cell in row]
            for row in block.rows
        ]
        for block in paper.blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize("artefact", LETTERS)
def test_each_letter_becomes_word_pdf_and_mail(artefact: str) -> None:
    paper = made(artefact)
    assert as_pdf(paper, CONTENT).startswith(b"%PDF")
    assert as_docx(paper, CONTENT).startswith(b"PK")
    assert "Yours sincerely,\n\nPartnership Manager\nExampleshire Partnership" in as_text(paper)


@pytest.mark.parametrize("artefact", LETTERS)
def test_no_name_of_a_child_stands_in_a_subject_title_or_heading(artefact: str) -> None:
    paper = made(artefact)
    assert paper.subject.startswith("EXM-2026-004 I.R.M.: ")
    assert NAME not in as_text(paper)
    assert NAME not in paper.title


@pytest.mark.parametrize(
    ("artefact", "days"),
    [
        ("SCSI-2", (0, 5, 11, 14, 15)),
        ("SCSI-3", (0, 8, 10, 11)),
        ("SCSI-4", (0, 1, 2, 5, 7, 8, 10, 11, 12, 13, 14, 15)),
        ("SCSI-6", (7, 11)),
        ("SRG-8-COVER", (13, 14, 15)),
        ("RR-INVITE", (8, 11)),
    ],
)
def test_each_letter_gives_its_dates(artefact: str, days: tuple[int, ...]) -> None:
    text = as_text(made(artefact))
    assert all(words(working_day(day)) in text for day in days)


def test_scsi_2_tells_the_partner_what_the_flowchart_asks() -> None:
    paper = made("SCSI-2")
    dates, answers, signature = tables(paper)
    assert dates == [
        ["The Panel is notified, if the criteria are met", "Local authority",
         "By Monday 9 March 2026"],
        ["Rapid review meeting", "Review Group", "Tuesday 17 March 2026, afternoon"],
        ["Telephone conference to agree your decision", "Safeguarding partners",
         "Friday 20 March 2026"],
        ["Signed decision record goes to the Panel", "Partnership team",
         "By Monday 23 March 2026"],
    ]  # fmt: skip
    text = as_text(paper)
    assert "A child of eleven weeks was badly hurt." in text
    assert [row[1].strip().partition(":")[0] for row in answers] == [
        "I agree that they are met",
        "I do not agree, for this reason",
        "I cannot say yet, and need to know",
    ]
    assert [row[0] for row in signature] == ["Signature", "Date"]
    assert "1. Please complete the response below" in text
    assert "2. Please keep Friday 20 March 2026 free" in text


def test_scsi_2_stands_without_the_dates_of_a_review_not_yet_certain() -> None:
    only = {"la_notifies_panel": facts()["dates"]["la_notifies_panel"]}  # type: ignore[index]
    paper = made("SCSI-2", dates=only)
    assert len(tables(paper)[0]) == 1
    assert "conference" not in as_text(paper)


def test_scsi_4_has_the_whole_timetable_in_order() -> None:
    (table,) = tables(made("SCSI-4"))
    assert len(table) == 13
    assert table[0][0] == "Monday 2 March 2026"
    assert table[-1] == [
        "By Monday 23 March 2026",
        "The signed record goes to the Panel with Letter-9",
        "Partnership team",
    ]


def test_scsi_6_names_no_other_agency_and_asks_for_a_nil_return() -> None:
    paper = made("SCSI-6")
    text = as_text(paper)
    assert "Quay" not in text
    assert "Hope" not in text
    for words_wanted in ("nil return", "section 16H", "Secure your records today", "telephone you"):
        assert words_wanted in text
    assert text.endswith("Enclosed\n\n- SCSI-5: Agency information\n\n"
                         "EXM-2026-004/SCSI-2, version 1\n")  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "wording"),
    [
        ("local_review", "decided on a local child safeguarding practice review"),
        ("national_review", "a national review is appropriate"),
        ("no_review", "no review is to be undertaken"),
        ("learning_review", "multi-agency local learning review"),
        ("audit", "set out in the decision record"),
    ],
)
def test_letter_9_gives_the_decision(outcome: str, wording: str) -> None:
    case = {**facts()["case"], "decision": {"outcome": outcome, "rationale": "One.\n\nTwo."}}  # type: ignore[dict-item]
    text = as_text(made("LETTER-9", case=case))
    assert wording in text
    assert "recommended a local child safeguarding practice review." in text
    assert ("The decision differs from the recommendation" in text) == (outcome != "local_review")
    assert "\n\nIt is important here.\n\n" in text
    assert "\n\nOne.\n\nTwo.\n\n" in text
    assert ("to be confirmed" in text) == (outcome == "local_review")
    assert "I am sorry" not in text


def test_letter_9_names_the_reviewer_once_chosen() -> None:
    case = {**facts()["case"], "review": {"reviewer": {"name": "Morwenna Sayle"}}}  # type: ignore[dict-item]
    assert "chosen Morwenna Sayle" in as_text(
        made(
            "LETTER-9", case=case, facts={"reviewer_named": True, "reviewer_to_be_confirmed": False}
        )
    )


def test_letter_9_does_not_name_the_reviewer_who_came_later() -> None:
    case = {**facts()["case"], "review": {"reviewer": {"name": "Morwenna Sayle"}}}  # type: ignore[dict-item]
    known = {"reviewer_named": True, "reviewer_to_be_confirmed": True}
    text = as_text(made("LETTER-9", case=case, facts=known))
    assert "Morwenna" not in text
    assert "to be confirmed" in text


def test_letter_9_gives_each_partners_response() -> None:
    (table,) = tables(made("LETTER-9"))
    assert table == [
        ["Local authority", "Agrees", "Friday 20 March 2026"],
        ["Police", "Agrees", "Friday 20 March 2026"],
        ["Integrated care board", "Would vary it: It is national.", "See the record"],
    ]


def test_letter_9_follows_up_with_the_reviewers_details() -> None:
    reviewer = {
        "name": "Morwenna Sayle",
        "background": "Nine reviews",
        "independence": "No link with the area",
        "contact": {"organisation": "Sayle Reviews"},
    }
    case = {**facts()["case"], "review": {"reviewer": reviewer}}  # type: ignore[dict-item]
    step = {"id": "reviewer-details-to-panel"}
    paper = made("LETTER-9", case=case, step=step, enclosed=[])
    text = as_text(paper)
    assert paper.subject.endswith("details of the reviewer (Panel reference P-77)")
    for told in ("Morwenna Sayle", "Sayle Reviews", "Nine reviews", "No link with the area"):
        assert told in text
    assert "recommended" not in text
    assert "enclosed" not in text


def test_letter_9_to_other_bodies_encloses_nothing_it_does_not_bring() -> None:
    assert "is enclosed" in as_text(made("LETTER-9"))
    assert "is enclosed" not in as_text(made("LETTER-9", enclosed=[]))


def test_letter_9_cannot_be_made_before_the_decision() -> None:
    case = {k: v for k, v in facts()["case"].items() if k != "decision"}  # type: ignore[attr-defined]
    with pytest.raises(ExpressionFailed) as stopped:
        made("LETTER-9", case=case)
    assert stopped.value.path.startswith("case.decision")


def test_letter_9_is_sorry_when_it_is_late() -> None:
    sent = [{"artefact": "LETTER-9", "late_reason": "The police asked for two days."}]
    text = as_text(
        made(
            "LETTER-9",
            case={**facts()["case"], "dispatches": sent},  # type: ignore[dict-item]
            today=working_day(15) + timedelta(days=1),
        )
    )
    assert "I am sorry that it comes later. The police asked for two days." in text


def test_rr_invite_is_two_invitations() -> None:
    meetings = [
        {"kind": "rapid_review", "planned": "2026-03-17T14:30", "place": "Room 2"},
        {"kind": "partners_conference", "planned": "2026-03-20"},
    ]
    case = {**facts()["case"], "meetings": meetings}  # type: ignore[dict-item]
    group = as_text(made("RR-INVITE", case=case))
    assert "Details: 2.30pm" in group
    assert "Details: Room 2" in group
    assert "Telephone conference" not in group
    secretary = {**facts()["recipient"], "role": "partner_secretaries"}  # type: ignore[dict-item]
    conference = as_text(made("RR-INVITE", case=case, recipient=secretary))
    assert "Details: Friday 20 March 2026" in conference
    assert "Details: To be agreed with you" in conference
    assert "I.R.M." not in conference

"""The letters that all procedures share, read as their recipients read them."""

from typing import Any

import pytest

from letters.occasion import Occasion, case_of, made, told, without
from sgdocs.expressions import ExpressionFailed
from sgdocs.papers import Paper, as_text

NOTICE = Occasion(
    "LAC-DEATH-NOTICE", "north-yorkshire-looked-after-child", "looked-after-death-notice", "ofsted"
)


def text_of(*on: Any, **more: Any) -> str:
    return told(Occasion(*on, **more))


def paper_of(*on: Any, **more: Any) -> Paper:
    return made(Occasion(*on, **more))


def test_the_death_of_a_looked_after_child_is_told_with_care_status_and_dates() -> None:
    paper = made(NOTICE)
    text = told(NOTICE)
    for wording in (
        "Date of death: Friday 6 February 2026",
        "Care status: Accommodated with her father's agreement",
        "Placement: Foster care",
        "Abuse or neglect: Neither known nor suspected",
        "Reported on the online system: Thursday 12 February 2026",
        "notice to Ofsted",
    ):
        assert wording in text
    assert paper.subject == "NYSCP-2026-01 D.A-S.: notice of the death of a looked-after child"


def test_the_notice_is_about_the_looked_after_child_who_died_and_no_other() -> None:
    case = case_of(NOTICE.example)
    sister = {"id": "child-2", "name": {"full": "Mabyn Sesay"}, "harm": "seriously_harmed"}
    paper = paper_of(
        NOTICE.artefact, NOTICE.example, NOTICE.step, "secretary_of_state",
        changed={"children": [*case["children"], sister]},
    )  # fmt: skip
    assert "Mabyn" not in as_text(paper)
    assert "M.S." not in paper.subject


def test_the_notice_says_when_the_online_system_is_still_to_be_told() -> None:
    text = text_of(
        NOTICE.artefact, NOTICE.example, NOTICE.step, "ofsted", changed={"dispatches": []}
    )
    assert "Reported on the online system: Not yet; due by Friday 13 February 2026" in text


def test_bcp_speaks_of_a_child_in_care() -> None:
    paper = paper_of("LAC-DEATH-NOTICE", "bcp", "child-in-care-death-notice", "ofsted")
    assert paper.subject.endswith("notice of the death of a child in care")


@pytest.mark.parametrize("missing", ["legal_status", "placement"])
def test_the_notice_needs_care_status_and_placement(missing: str) -> None:
    (child,) = case_of(NOTICE.example)["children"]
    changed = {"children": [{**child, "care": without(child["care"], missing)}]}
    with pytest.raises(ExpressionFailed) as stopped:
        paper_of(NOTICE.artefact, NOTICE.example, NOTICE.step, "ofsted", changed=changed)
    assert stopped.value.path.endswith(missing)


def test_the_death_of_a_care_leaver_is_notified_with_the_age() -> None:
    young = {
        "id": "y", "name": {"full": "Corin Vale"}, "initials": "C.V.", "harm": "died",
        "age": "22 years", "date_of_death": "2026-02-06", "status_at_incident": ["care_leaver"],
    }  # fmt: skip
    text = text_of(
        "CARE-LEAVER-DEATH", NOTICE.example, NOTICE.step, "panel", extra={"children": [young]}
    )
    assert "Age: 22 years" in text
    assert "up to and including the age of 24" in text


@pytest.mark.parametrize(
    ("example", "step", "day"),
    [
        ("nel", "commission-reviewer", "Monday 13 July 2026"),
        ("tees", "commission-reviewer", "Friday 3 November 2023"),
        ("bcp", "commission-reviewer", "Thursday 28 November 2024"),
        ("darlington", "reviewer-appointed", "Thursday 4 September 2025"),
        ("north-yorkshire", "commission-reviewer", "Thursday 8 January 2026"),
    ],
)
def test_the_commission_says_what_by_when_and_on_what_terms(
    example: str, step: str, day: str
) -> None:
    review = case_of(example)["review"]
    text = text_of("REVIEWER-COMMISSION", example, step, "reviewer")
    for wording in (
        review["scope"],
        review["methodology"],
        *review["terms_of_reference"],
        day,
        review["reviewer"]["fee"],
        review["reviewer"]["independence"],
        "It must be anonymised",
        "conflict of interest",
        "Confidentiality and data",
        "section 16F of the Children Act 2004",
    ):
        assert wording in text
    assert case_of(example)["incident"]["summary_for_letters"] not in text


def test_the_commission_cannot_be_made_without_terms_of_reference() -> None:
    review = without(case_of("nel")["review"], "terms_of_reference")
    with pytest.raises(ExpressionFailed) as stopped:
        text_of(
            "REVIEWER-COMMISSION", "nel", "commission-reviewer", "reviewer",
            changed={"review": review},
        )  # fmt: skip
    assert stopped.value.path == "case.review.terms_of_reference"


@pytest.mark.parametrize(
    ("example", "step", "day"),
    [
        ("nel", "reviewer-progress", "Friday 29 May 2026"),
        ("darlington", "reviewer-asked-in-writing", "Friday 13 June 2025"),
    ],
)
def test_the_request_to_the_reviewer_says_what_is_asked_and_by_when(
    example: str, step: str, day: str
) -> None:
    paper = paper_of("REVIEWER-REQUEST", example, step, "reviewer")
    asked = case_of(example)["review"]["progress_requests"][-1]["asked"]
    assert f"Please reply by {day}" in as_text(paper)
    assert asked in as_text(paper)
    assert paper.subject.endswith(day)


@pytest.mark.parametrize(
    ("example", "step", "role", "when"),
    [
        ("tees", "panel-members-invited", "review_group", "Tuesday 2 May 2023"),
        ("bcp", "rapid-review-invitations", "review_group", "Wednesday 22 May 2024"),
        ("darlington", "rapid-review-invitations", "specialist_adviser", "Thursday 27 February"),
        ("north-yorkshire", "meeting-invitation", "review_group", "Friday 4 July 2025"),
    ],
)
def test_an_invitation_gives_day_time_place_and_how_to_join(
    example: str, step: str, role: str, when: str
) -> None:
    text = text_of("RR-INVITE", example, step, role)
    meeting = next(m for m in case_of(example)["meetings"] if m["kind"] == "rapid_review")
    assert f"Date: {when}" in text
    assert meeting["place"] in text
    assert "How to join" in text
    assert "We will confirm the time" not in text


def test_an_agencys_invitation_says_nothing_of_other_agencies() -> None:
    text = text_of(
        "RR-INVITE", "tees", "agency-representative-invited", "agency", agency="headland-surgery"
    )
    others = [a["name"] for a in case_of("tees")["agencies"] if a["id"] != "headland-surgery"]
    assert others
    assert not [name for name in others if name in text]
    assert "Tuesday 2 May 2023" in text


def test_the_request_is_the_last_that_was_sent_and_not_one_not_yet_sent() -> None:
    text = text_of("REVIEWER-REQUEST", "nel", "reviewer-progress", "reviewer", day="2026-03-09")
    assert "Please reply by Monday 16 March 2026" in text
    assert "29 May" not in text
    not_yet_sent = text_of(
        "REVIEWER-REQUEST", "nel", "reviewer-progress", "reviewer", day="2026-02-20"
    )
    assert "Please reply by Monday 16 March 2026" in not_yet_sent


def test_the_notice_says_whose_child_it_was_and_where_the_death_happened() -> None:
    text = text_of("LAC-DEATH-NOTICE", "bcp", "child-in-care-death-notice", "ofsted")
    assert "The death happened in the area of BCP Council." in text
    assert "The child in care was looked after by Example Vale Council" in text

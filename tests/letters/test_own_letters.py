"""The letters that only one procedure has, read as their recipients read them."""

import pytest

from letters.occasion import Occasion, case_of, made, told, without
from sgdocs.expressions import ExpressionFailed
from sgdocs.papers import as_text

FLAG = {"found_on": "2026-03-30", "information": "The same product is sold elsewhere."}
LEARNING = Occasion("LLR-2", "nel-learning-request", "llr-2-to-partners", "partner_health")
RESPONSE = Occasion("NY-RESPONSE-CIRC", "north-yorkshire", "response-circulated", "scrutineer")
SUBMISSION = Occasion("NY-SUBMISSION", "north-yorkshire", "rr-report-to-panel", "panel")


def test_tees_tells_the_partnership_of_the_notification_and_its_reference() -> None:
    on = Occasion(
        "TEES-PARTNERSHIP-NOTICE", "tees", "partnership-told", "business_unit", "2023-04-17"
    )
    text = told(on)
    for wording in ("The Panel was notified: Friday 14 April 2023", "Panel reference: SIN-",
                 "by Tuesday 9 May 2023", "Stockton-on-Tees"):  # fmt: skip
        assert wording in text
    case = case_of("tees")["case"]
    early = Occasion(
        on.artefact,
        "tees",
        on.step,
        on.role,
        on.day,
        changed={"case": without(case, "panel_reference")},
    )
    assert "Panel reference: Not given yet" in told(early)


@pytest.mark.parametrize(
    ("artefact", "example", "step", "agency"),
    [
        ("TEES-INFO-REQUEST", "tees", "agency-requests-out", "headland-surgery"),
        ("NY-FORM2", "north-yorkshire", "form-2-out", "bluebell-nursery"),
        ("SCSI-6", "nel", "agency-requests-out", "wellow-lane-surgery"),
    ],
)
def test_a_request_asks_one_agency_and_names_no_other(
    artefact: str, example: str, step: str, agency: str
) -> None:
    due = {"return_by": "2026-12-04"}
    agencies = case_of(example)["agencies"]
    changed = {"agencies": [{**due, **a} for a in agencies]}
    paper = made(Occasion(artefact, example, step, "agency", agency=agency, changed=changed))
    text = as_text(paper)
    assert not [a["name"] for a in agencies if a["id"] != agency and a["name"] in text]
    for wording in (
        "section 16H of the Children Act 2004",
        "Secure your records today",
        "nil return",
    ):
        assert wording in text
    assert ", by " in paper.subject


def test_tees_prints_no_return_date_that_nobody_set() -> None:
    agencies = [without(a, "return_by") for a in case_of("tees")["agencies"]]
    changed = {
        "agencies": agencies,
        "rapid_review": without(case_of("tees")["rapid_review"], "return_by"),
    }
    paper = made(
        Occasion(
            "TEES-INFO-REQUEST",
            "tees",
            "agency-requests-out",
            "agency",
            agency="headland-surgery",
            changed=changed,
        )
    )
    assert "as soon as you can" in as_text(paper)
    assert paper.subject.endswith("summary of involvement")


def test_form_2_goes_with_the_key_lines_of_enquiry() -> None:
    on = Occasion(
        *("NY-FORM2", "north-yorkshire", "form-2-out", "agency", "2025-06-24"),
        agency="bluebell-nursery",
    )
    text = told(on)
    for question in case_of("north-yorkshire")["rapid_review"]["key_lines_of_enquiry"]:
        assert question in text
    assert "by Monday 30 June 2025" in text


@pytest.mark.parametrize(
    ("role", "wording"),
    [
        ("partner_police", "All three executive leads agree before it is sent"),
        ("partnership_chair", "as Chair of the partnership"),
        ("scrutineer", "as Independent Scrutineer"),
    ],
)
def test_north_yorkshire_tells_its_executive_chair_and_scrutineer(role: str, wording: str) -> None:
    asked = ("NY-EXEC-NOTICE", "north-yorkshire", "executive-notified", role, "2025-06-24")
    text = as_text(made(Occasion(*asked)))
    assert wording in text
    assert "by Wednesday 9 July 2025" in text


def test_the_submission_carries_recommendation_decision_and_agreement() -> None:
    text = told(SUBMISSION)
    for wording in (
        "recommended a local child safeguarding practice review",
        "decided on a local child safeguarding practice review",
        "Asks that speech therapy takes part.",
        "practice review is required: yes",
        "may be appropriate: no",
    ):
        assert wording in text
    assert "Iheanacho" not in text


def test_the_submission_says_why_the_decision_differs() -> None:
    changed = {"decision": {"outcome": "no_review", "rationale": "The work is already done."}}
    on = Occasion(
        SUBMISSION.artefact, SUBMISSION.example, SUBMISSION.step, "panel", changed=changed
    )
    text = told(on)
    assert "The decision differs from the recommendation" in text
    assert "The work is already done." in text


@pytest.mark.parametrize(
    ("outcome", "wording"),
    [
        ("agrees", "The Panel agrees with the outcomes"),
        ("more_information", "The Panel needs more information"),
        ("national_review", "considers that a national review is appropriate"),
        ("disagrees", "The Panel does not agree"),
    ],
)
def test_the_panels_response_is_shared(outcome: str, wording: str) -> None:
    on = Occasion(
        "NY-RESPONSE-CIRC", "north-yorkshire", "response-circulated", "review_group",
        changed={"panel_response": {"outcome": outcome}},
    )  # fmt: skip
    text = told(on)
    assert wording in text
    assert "received its response on Friday 1 August 2025" in text


@pytest.mark.parametrize(
    ("on", "part"),
    [
        (SUBMISSION, "decision"),
        (RESPONSE, "panel_response"),
        (LEARNING, "learning_request"),
    ],
)
def test_what_announces_a_decision_cannot_be_made_before_it(on: Occasion, part: str) -> None:
    before = Occasion(on.artefact, on.example, on.step, on.role, changed={part: {}})
    with pytest.raises(ExpressionFailed) as stopped:
        made(before)
    assert stopped.value.path.startswith(f"case.{part}.")


def test_new_information_is_put_before_the_panel() -> None:
    review = {**case_of("nel")["review"], "national_flag": FLAG}
    on = Occasion(
        "NATIONAL-FLAG", "nel", "reviewer-details-to-panel", "panel", changed={"review": review}
    )
    text = told(on)
    assert FLAG["information"] in text
    assert "on Monday 30 March 2026" in text


def test_a_learning_review_is_proposed_with_a_slip_to_return() -> None:
    on = LEARNING
    review = case_of(on.example)["review"]
    text = told(on)
    for wording in (review["scope"], review["methodology"], "Reviewer: Maud Kessler",
                 *review["terms_of_reference"], "I agree that it is held, with these changes",
                 "I do not agree", "Signature"):  # fmt: skip
        assert wording in text
    unnamed = Occasion(
        on.artefact, on.example, on.step, on.role, changed={"review": without(review, "reviewer")}
    )
    assert "To be confirmed" in told(unnamed)


def test_scrutiny_is_asked_for_with_its_scope_and_the_actions() -> None:
    text = as_text(made(Occasion("SCRUTINY-REQUEST", "nel", "scrutiny-audit", "scrutineer")))
    case = case_of("nel")
    assert case["review"]["scrutiny"]["scope"] in text
    assert case["actions"][0]["action"] in text

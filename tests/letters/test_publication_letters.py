"""The letters about publishing a review's report, delaying it, or not publishing it."""

from datetime import date

import pytest

from letters.occasion import Occasion, case_of, made, told
from sgdocs.dates import words as in_words
from sgdocs.expressions import ExpressionFailed

DELAYED = "darlington-improvements-only"


@pytest.mark.parametrize(
    ("example", "step"),
    [
        ("nel", "final-report-to-bodies"),
        ("tees", "report-to-statutory-bodies"),
        ("bcp", "final-report-to-bodies"),
        ("darlington", "full-report-to-statutory-bodies"),
        ("north-yorkshire", "report-to-statutory-bodies"),
    ],
)
def test_the_final_report_goes_with_its_publication_date_and_reviewer(
    example: str, step: str
) -> None:
    case = case_of(example)
    day = next(e["actual"] for e in case["events"] if e["event"] == "publication")
    text = told(Occasion("SUBMISSION-LETTER", example, step, "panel"))
    assert f"Date of publication: {in_words(date.fromisoformat(day[:10]))}" in text
    assert f"Reviewer: {case['review']['reviewer']['name']}" in text
    assert "What will be published: The full report" in text
    assert "- Final report of the local review" in text
    assert "SHA-256" not in text


def test_the_reports_fingerprint_is_given_once_known() -> None:
    known = {"report_sha256": "ab" * 32}
    on = Occasion("SUBMISSION-LETTER", "nel", "final-report-to-bodies", "panel", extra=known)
    assert "ab" * 32 in told(on)


def test_improvements_alone_go_with_the_reason() -> None:
    on = Occasion("SUBMISSION-LETTER", DELAYED, "learning-to-statutory-bodies", "ofsted")
    text = told(on)
    assert "What will be published: The improvements only, and not the report" in text
    assert case_of(DELAYED)["report"]["publication"]["reason"] in text
    assert "- Improvements to be published" in text
    assert ": improvements of a local review" in made(on).subject


def test_a_delay_is_explained_with_its_new_date() -> None:
    text = told(Occasion("DELAY-NOTICE", DELAYED, "delay-reason-given", "panel"))
    for wording in (
        "by a criminal trial",
        "The prosecutor asked that nothing be published before.",
        "We now expect to publish on Wednesday 15 October 2025",
        "by Wednesday 11 December 2024",
    ):
        assert wording in text


def test_a_delay_may_have_no_new_date_yet_but_never_no_reason() -> None:
    case = case_of(DELAYED)
    for delay, wording in (
        ({"reason": "inquest"}, "cannot yet give a new date"),
        ({"new_date": "2027-01-04"}, ""),
    ):
        report = {**case["report"], "publication": {"form": "full", "delay": delay}}
        on = Occasion(
            "DELAY-NOTICE", DELAYED, "delay-reason-given", "panel", changed={"report": report}
        )
        if wording:
            assert wording in told(on)
        else:
            with pytest.raises(ExpressionFailed):
                made(on)


@pytest.mark.parametrize(
    ("form", "wording"),
    [
        ("improvements_only", "will not publish the full report"),
        ("not_published", "neither the report nor information on improvements"),
    ],
)
def test_a_decision_not_to_publish_is_justified(form: str, wording: str) -> None:
    report = case_of(DELAYED)["report"]
    changed = {"report": {**report, "publication": {**report["publication"], "form": form}}}
    on = Occasion(
        "NON-PUBLICATION-NOTICE", DELAYED, "withholding-justified", "panel", changed=changed
    )
    assert wording in told(on)
    assert report["publication"]["reason"] in told(on)

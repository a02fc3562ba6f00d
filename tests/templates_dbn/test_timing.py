"""What a paper may say: no decision before its time, and each thing where it belongs."""

import re

import pytest

from sgdocs.expressions import ExpressionFailed
from templates_dbn.making import Asking, make, words_of

_RECORD = ("DAR-APP5", "darlington/dar-app5", "darlington")
_REFERRAL = ("DAR-APP1", "darlington/dar-app1")
_NOTES = ("FAMILY-NOTES", "bcp/family-notes", "bcp")


def test_the_panels_record_begins_without_facts_or_decision() -> None:
    text = words_of(make(Asking(*_RECORD, "2025-02-27", "rapid-review-panel-meets")).word)
    assert "The decision of the Statutory Safeguarding Partners" not in text
    assert "within 5 working days of the incident?" in text
    assert "within 15 working days of the notification" in text
    assert (
        "forwarded to the Child Safeguarding Practice Review Panel within 15 working days?" in text
    )


def test_the_record_goes_to_the_panel_only_with_the_decision() -> None:
    text = words_of(make(Asking(*_RECORD, "2025-03-07", "decision-to-panel")).word)
    assert "The decision of the Statutory Safeguarding Partners" in text
    assert "internal use" not in text
    with pytest.raises(ExpressionFailed) as failed:
        make(Asking(*_RECORD, "2025-02-28", "decision-to-panel"))
    assert "case.decision" in failed.value.path


def test_the_partners_are_sent_no_record_without_a_recommendation() -> None:
    asked = Asking(*_RECORD, "2025-02-28", "recommendation-to-partners", "scrutineer")
    assert "Decision recommended" in words_of(make(asked).word)
    with pytest.raises(ExpressionFailed) as failed:
        make(asked, _without_recommendation)
    assert "recommendation" in failed.value.path


def _without_recommendation(case: str) -> str:
    return re.sub(r"^  recommendation:\n(?:    .*\n)+", "", case, flags=re.MULTILINE)


def test_the_referral_asks_the_sub_group_only_below_the_threshold() -> None:
    below = Asking(
        *_REFERRAL, "darlington-below-threshold", "2026-07-08", "partners-consider-threshold"
    )
    met = Asking(*_REFERRAL, "darlington", "2025-02-18", "decision-shared-with-learning-chair")
    assert "Part B" in words_of(make(below).word)
    assert "Part B" not in words_of(make(met).word)


def test_a_report_reaches_the_panel_only_with_the_executives_agreement() -> None:
    report = ("NY-RR-REPORT", "north-yorkshire/ny-rr-report", "north-yorkshire")
    asked = Asking(*report, "2025-07-07", "outcomes-to-executive")
    assert "The agreement of the Executive" not in words_of(make(asked).word)
    with pytest.raises(ExpressionFailed):
        make(Asking(*report, "2025-07-07", "rr-report-to-panel"))


def test_a_relative_sees_no_other_conversation() -> None:
    theirs = words_of(make(Asking(*_NOTES, "2024-07-31", "family-notes-checked", "family")).word)
    assert "Thursday 18 July 2024" in theirs  # the mother's
    assert "Thursday 25 July 2024" not in theirs  # the father's
    ours = words_of(make(Asking(*_NOTES, "2024-07-31", "family-notes-to-disclosure-officer")).word)
    assert "Thursday 25 July 2024" in ours


def test_the_checklist_leaves_out_what_is_not_done_yet() -> None:
    checklist = ("BCP-APPC-CHECKLIST", "bcp/bcp-appc-checklist", "bcp")
    first = words_of(make(Asking(*checklist, "2024-05-03", "appc-checklist")).word)
    later = words_of(make(Asking(*checklist, "2024-05-13", "appc-checklist")).word)
    assert "Not held; the local review covers it" not in first
    assert "Not held; the local review covers it" in later


def test_a_child_not_in_care_brings_no_tasks_for_children_in_care() -> None:
    checklist = ("BCP-APPC-CHECKLIST", "bcp/bcp-appc-checklist", "bcp-panel-disagrees")
    text = words_of(make(Asking(*checklist, "2026-01-23", "appc-checklist")).word)
    assert "Further tasks where the child was in care" not in text
    assert "Legal service" not in text


def test_answers_stand_under_their_own_question() -> None:
    asked = Asking(
        "NY-COLLATED",
        "north-yorkshire/ny-collated",
        "north-yorkshire",
        "2025-07-02",
        "information-shared",
    )
    by_question = words_of(make(asked).word).partition("Part B. By organisation")[0]
    first, second, third = (by_question.index(f"{n}. ") for n in (1, 2, 3))
    assert "We had not been told." in by_question[first:second]
    assert "Home safety is talked through indoors" in by_question[second:third]
    assert "He was on a waiting list" in by_question[third:]
    assert "He was on a waiting list" not in by_question[first:third]

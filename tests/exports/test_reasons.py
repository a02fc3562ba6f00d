"""The whole reasoning of a step, for the person who asks why."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from exports.rows import (
    HEADING,
    LATE_LETTER,
    PUBLISH,
    REPORT,
    REPORT_OTHERWISE,
    REQUESTS,
    SCRUTINY,
    WHY,
    row,
)
from sgdocs.exports import why_text


def test_both_readings_of_a_step_are_explained_in_full() -> None:
    expected = (Path(__file__).parent / "why-80.txt").read_text(encoding="utf-8")
    assert why_text((REPORT, REPORT_OTHERWISE), 80, HEADING.names) == expected


def test_agencies_with_the_same_reasons_are_explained_once() -> None:
    text = why_text(REQUESTS, 100)
    assert text.count("Counted from") == 1
    assert "Northholme Hospital, Eastmere Police, Marsh Lane School" in text


def test_agencies_with_reasons_of_their_own_are_explained_one_by_one() -> None:
    found_later = replace(REQUESTS[2].why, anchor_date=date(2025, 12, 18))
    text = why_text((*REQUESTS[:2], replace(REQUESTS[2], why=found_later)), 100)
    assert text.count("Counted from") == 2
    assert "Thursday 18 December 2025: the notification was received (recorded)." in text


def test_a_planned_anchor_is_told_from_a_recorded_one() -> None:
    text = why_text((row(why=replace(WHY, anchor_planned=True)),), 120)
    assert "the notification was received (planned, not yet recorded)." in text


def test_a_step_that_waits_says_what_for() -> None:
    text = why_text((PUBLISH,), 100)
    assert "Counted from     No date yet: a local review was agreed." in text
    assert "! Warning        Applies only if a local review is held" in text


def test_a_step_that_does_not_apply_says_only_why_not() -> None:
    text = why_text((SCRUTINY,), 100)
    assert "Only if the partners ask for an audit." in text
    assert "Counted from" not in text


def test_a_late_act_says_when_it_was_due() -> None:
    assert "Standing         done late on Thu 18 Dec 2025, due Tue 16 Dec 2025" in why_text(
        (LATE_LETTER,), 100
    )


def test_every_line_fits() -> None:
    for width in (60, 80, 200):
        lines = why_text((REPORT, REPORT_OTHERWISE, *REQUESTS), width).splitlines()
        assert max(map(len, lines)) <= width

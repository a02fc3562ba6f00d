"""Where the documents contradict themselves about time, both clauses are shown and one binds."""

from datetime import date

import pytest

from sgdocs.content import Content
from sgdocs.procedure import Reading, Step, Timing, load_procedure

DAY = date(2025, 12, 19)

# Issue, procedure, step, how many and what of the reading, and the two clauses its warning names.
CARRIED = [
    (
        "C1",
        "nel",
        "scsi-3-to-group",
        "2 working_days notification_received",
        ("Flowchart 1", "flowchart 2"),
    ),
    (
        "C2",
        "nel",
        "la-notifies-panel",
        "5 working_days la_aware",
        ("Flowchart 1", "Working Together"),
    ),
    (
        "C2",
        "nel",
        "srg-8-to-panel",
        "15 working_days panel_notified",
        ("flowcharts", "national guidance"),
    ),
    (
        "C3",
        "nel",
        "rapid-review-meeting",
        "11 working_days notification_received",
        ("Flowchart 1", "flowchart 2"),
    ),
    (
        "C7",
        "darlington",
        "authority-notifies-panel",
        "5 working_days notification_received",
        ("7.2", "1.5"),
    ),
    (
        "C7",
        "darlington",
        "authority-notifies-panel",
        "5 working_days incident_occurred",
        ("7.2", "Appendix 5"),
    ),
    (
        "C8",
        "darlington",
        "referrer-told-of-outcome",
        "5 working_days criteria_agreed",
        ("process map", "6.3"),
    ),
    # “Fifteen days” of 1.5, beside fifteen working days for the same duty, are working days.
    (
        "C9",
        "darlington",
        "rapid-review-panel-meets",
        "15 working_days panel_notified",
        ("8.2", "1.5"),
    ),
    (
        "C9",
        "darlington",
        "rapid-review-panel-meets",
        "15 working_days panel_notified",
        ("8.2", "Appendix 5"),
    ),
    (
        "C10",
        "darlington",
        "decision-to-panel",
        "15 working_days panel_notified",
        ("8.9", "national guidance"),
    ),
    (
        "C11",
        "bcp",
        "child-in-care-death-to-panel",
        "5 calendar_days incident_occurred",
        ("Section 5", "Appendix C"),
    ),
    (
        "C11",
        "bcp",
        "child-in-care-death-to-panel",
        "5 working_days la_aware",
        ("Section 5", "Working Together"),
    ),
    (
        "C12",
        "bcp",
        "agency-return",
        "13 calendar_days panel_notified",
        ("13 days", "15 working days"),
    ),
    (
        "C13",
        "bcp",
        "final-report-to-bodies",
        "5 working_days publication",
        ("Section 12", "Working Together"),
    ),
    (
        "C13",
        "bcp",
        "improvements-to-bodies",
        "5 working_days publication",
        ("Section 12", "Working Together"),
    ),
    (
        "C16",
        "north-yorkshire",
        "rr-report-to-panel",
        "15 calendar_days panel_notified",
        ("15 day", "15 working days"),
    ),
]

# What binds in each: the step's own timing, before the readings are weighed.
BINDING = [
    ("nel", "scsi-3-to-group", "1 working_days notification_received"),
    ("nel", "la-notifies-panel", "5 working_days notification_received"),
    ("nel", "srg-8-to-panel", "15 working_days notification_received"),
    ("nel", "rapid-review-meeting", "11 working_days notification_received"),
    ("darlington", "authority-notifies-panel", "5 working_days la_aware"),
    ("darlington", "referrer-told-of-outcome", "5 working_days notification_received"),
    ("darlington", "rapid-review-panel-meets", "10 working_days panel_acknowledged"),
    ("darlington", "decision-to-panel", "15 working_days panel_acknowledged"),
    ("bcp", "child-in-care-death-to-panel", "5 working_days incident_occurred"),
    ("bcp", "agency-return", "13 working_days panel_notified"),
    ("bcp", "rapid-review-meeting", "15 working_days panel_notified"),
    ("bcp", "final-report-to-bodies", "7 working_days publication"),
    ("bcp", "improvements-to-bodies", "7 working_days publication"),
    ("north-yorkshire", "rr-report-to-panel", "15 working_days panel_notified"),
]
# “Whichever is earlier” only where two clauses of one duty run from different days.
EARLIEST = {
    ("nel", "la-notifies-panel"),
    ("nel", "srg-8-to-panel"),
    ("darlington", "referrer-told-of-outcome"),
}


def step(procedure: str, name: str) -> Step:
    return load_procedure(Content(), procedure).in_force(DAY).steps[name]


def counted(timing: Timing) -> str:
    return f"{timing.offset} {timing.unit} {timing.anchor}"


def readings(procedure: str, name: str, issue: str) -> list[Reading]:
    return [r for r in step(procedure, name).readings if r.issue == issue]


@pytest.mark.parametrize(("issue", "procedure", "name", "timing", "clauses"), CARRIED)
def test_the_other_clause_is_a_reading_with_a_warning_that_names_both(
    issue, procedure, name, timing, clauses
):
    found = [r for r in readings(procedure, name, issue) if counted(r.timing) == timing]
    assert any(all(clause in r.says for clause in clauses) for r in found)
    assert all("binds" in r.says or "bind;" in r.says or "same last day" in r.says for r in found)


@pytest.mark.parametrize(("procedure", "name", "timing"), BINDING)
def test_the_clause_that_binds_is_the_steps_own(procedure, name, timing):
    assert counted(step(procedure, name).timing) == timing


def test_only_these_take_whichever_is_earlier():
    found = {
        (procedure, name)
        for procedure in ("nel", "tees", "darlington", "bcp", "north-yorkshire")
        for name, one in load_procedure(Content(), procedure).in_force(DAY).steps.items()
        if one.binds_earliest
    }
    assert found == EARLIEST


@pytest.mark.parametrize(
    ("procedure", "name", "issue"),
    [
        ("nel", "learning-case-to-notification", "C5"),  # it would skip two flowcharts
        ("bcp", "rapid-review-meeting", "C12"),  # fifteen days leave none for sign-off and sending
        ("bcp", "rapid-review-to-panel", "C12"),
        ("bcp", "final-report-to-bodies", "C14"),  # Ofsted is not among the recipients
    ],
)
def test_a_contradiction_without_a_second_date_is_a_warning(procedure, name, issue):
    assert any(w.startswith(issue) for w in step(procedure, name).warns)


@pytest.mark.parametrize(
    ("procedure", "period", "unit"),
    [
        ("nel", 12, "months"),
        ("darlington", 3, "years"),
        ("tees", None, "none"),
        ("bcp", None, "none"),
        ("north-yorkshire", None, "chosen"),
    ],
)
def test_c19_each_looks_back_as_far_as_its_own_document_says(procedure, period, unit):
    rules = load_procedure(Content(), procedure).in_force(DAY).look_back
    assert set(rules) == {"child_and_family", "suspected_perpetrator"}
    assert {(r.period, r.unit) for r in rules.values()} == {(period, unit)}


def test_c15_bcp_has_two_papers_and_not_one():
    brief, synopsis = step("bcp", "option-practitioner-brief"), step("bcp", "synopsis-to-group")
    assert (brief.responsible, synopsis.responsible) == ("coordinator", "business_manager")
    assert counted(brief.timing) == "1 months option_chosen"
    assert synopsis.timing.offset is None

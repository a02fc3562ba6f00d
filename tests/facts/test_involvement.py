"""Which agencies are asked, by each reading of where the look-back starts."""

import pytest

from facts.asking import derived, involved

# SCSI-1 received on Friday 19 December 2025, after an incident on the 18th; the requests go out on
# working day two, the 23rd. Twelve months before are 18, 19 and 23 December 2024.
NEL = """
events:
  - {event: incident_occurred, actual: 2025-12-18}
  - {event: notification_received, actual: 2025-12-19}
agencies: [{id: school, name: Invented School, involvement: [{with: PERSON, to: ENDED}]}]
"""


@pytest.mark.parametrize("person", ["child", "family", "suspected_perpetrator"])
@pytest.mark.parametrize(
    ("ended", "asked"),
    [
        ("2024-12-17", "no"),  # before all three readings
        ("2024-12-18", "ask"),  # within twelve months of the incident alone
        ("2024-12-19", "ask"),  # of the incident and of the receipt
        ("2024-12-22", "ask"),
        ("2024-12-23", "yes"),  # of the request too: every reading agrees
        ("2025-11-30", "yes"),
    ],
)
def test_north_east_lincolnshire_looks_back_twelve_months(person, ended, asked):
    body = NEL.replace("PERSON", person).replace("ENDED", ended)
    assert involved(derived("nel", body, as_of="2025-12-19")) == {"school": asked}


def test_the_day_the_request_really_went_out_counts_once_it_is_known():
    # Sent on 29 December: twelve months before is 29 December 2024.
    body = (
        NEL.replace("PERSON", "child").replace("ENDED", "2024-12-23")
        + """
dispatches:
  - {artefact: SCSI-5, to: [school], sent: 2025-12-29}
  - {artefact: SCSI-6, to: [school], sent: 2025-12-29}
"""
    )
    assert involved(derived("nel", body, as_of="2025-12-19")) == {"school": "yes"}
    assert involved(derived("nel", body, as_of="2025-12-29")) == {"school": "ask"}


def test_working_with_somebody_now_counts_however_long_ago_it_began():
    body = NEL.replace("with: PERSON, to: ENDED", "with: child, from: 2015-01-01")
    assert involved(derived("nel", body, as_of="2025-12-19")) == {"school": "yes"}


@pytest.mark.parametrize(
    ("entries", "asked"),
    [
        ("[{with: child, to: 2020-01-01}, {with: suspected_perpetrator}]", "yes"),
        ("[{with: child, to: 2020-01-01}, {with: family, to: 2024-12-20}]", "ask"),
        ("[{with: child, to: 2020-01-01}, {with: family, to: 2019-12-20}]", "no"),
        ("[]", "ask"),
    ],
)
def test_one_involvement_that_counts_is_enough(entries, asked):
    body = NEL.replace("[{with: PERSON, to: ENDED}]", entries)
    assert involved(derived("nel", body, as_of="2025-12-19")) == {"school": asked}


@pytest.mark.parametrize("include", ["yes", "no"])
def test_a_persons_decision_stands(include):
    body = NEL.replace("PERSON", "child").replace("ENDED", "2024-12-20")
    body = body.replace("name: Invented School", f"name: Invented School, include: {include}")
    assert involved(derived("nel", body, as_of="2025-12-19")) == {"school": include}


@pytest.mark.parametrize(
    ("ended", "asked"),
    [
        # Incident on 3 January 2026, form received on 6 January: three years before each.
        ("2023-01-02", "no"),
        ("2023-01-03", "ask"),
        ("2023-01-05", "ask"),
        ("2023-01-06", "yes"),
    ],
)
def test_darlington_looks_back_three_years(ended, asked):
    body = f"""
    events:
      - {{event: incident_occurred, actual: 2026-01-03}}
      - {{event: notification_received, actual: 2026-01-06}}
    agencies: [{{id: school, name: Invented School, involvement: [{{with: child, to: {ended}}}]}}]
    """
    assert involved(derived("darlington", body, as_of="2026-01-06")) == {"school": asked}


def test_three_years_back_from_the_last_of_february():
    body = """
    events: [{event: incident_occurred, actual: 2024-02-29}]
    agencies:
      - {id: inside, name: Invented School, involvement: [{with: child, to: 2021-02-28}]}
      - {id: before, name: Invented Trust, involvement: [{with: child, to: 2021-02-27}]}
    """
    facts = derived("darlington", body, as_of="2024-03-01")
    assert involved(facts) == {"inside": "yes", "before": "no"}


@pytest.mark.parametrize("procedure", ["tees", "bcp"])
def test_no_look_back_asks_every_agency_that_was_involved(procedure):
    body = """
    events: [{event: la_aware, actual: 2026-01-05}]
    agencies:
      - {id: school, name: Invented School, involvement: [{with: child, to: 2012-07-20}]}
      - {id: trust, name: Invented Trust}
    """
    facts = derived(procedure, body, as_of="2026-01-06")
    assert involved(facts) == {"school": "yes", "trust": "ask"}


NORTH_YORKSHIRE = """
events: [{event: la_aware, actual: 2026-01-05}]
agencies:
  - {id: school, name: Invented School, involvement: [{with: child, to: 2022-07-20}]}
  - {id: trust, name: Invented Trust, involvement: [{with: child, to: 2024-07-20}]}
  - {id: police, name: Invented Police, involvement: [{with: family}]}
"""


def test_north_yorkshire_looks_back_as_far_as_its_meeting_chose():
    body = NORTH_YORKSHIRE + "rapid_review: {look_back_from: 2023-01-01}\n"
    facts = derived("north-yorkshire", body, as_of="2026-01-12")
    assert involved(facts) == {"school": "no", "trust": "yes", "police": "yes"}


def test_before_its_meeting_chose_what_has_ended_is_asked_about():
    # The meeting decides whom to ask and how far back; nothing is settled before it.
    facts = derived("north-yorkshire", NORTH_YORKSHIRE, as_of="2026-01-06")
    assert involved(facts) == {"school": "ask", "trust": "ask", "police": "yes"}


def test_with_whom_an_agency_worked_is_told_apart():
    body = NEL.replace("[{with: PERSON, to: ENDED}]", "[{with: suspected_perpetrator}]")
    [(_, about)] = derived("nel", body, as_of="2025-12-19").instance_values["agency"]
    assert (about["with_child"], about["with_perpetrator"]) == (False, True)


def test_no_name_is_in_what_steps_are_repeated_for():
    body = (
        NEL
        + """
family: [{id: parent, name: {full: Keverne Tregear}, relationship: step_parent}]
actions: [{id: training, action: Train the team., original_deadline: 2026-03-31}]
"""
    )
    body = body.replace("PERSON", "child").replace("ENDED", "2025-12-01")
    labels = {
        plan.instance.label
        for plans in derived("nel", body, as_of="2025-12-19").instances.values()
        for plan in plans
    }
    assert {"Child 1", "Step parent", "Action 1", "Invented School"} <= labels
    assert not any("Tregear" in label for label in labels)

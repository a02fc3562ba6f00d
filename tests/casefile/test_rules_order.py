"""Dates in order: where exactly each rule begins to speak, and where it holds its tongue."""

import pytest

from casefile.asking import spoken


def events(*dated: str) -> str:
    """Write events, each as `name day` or `name planned day`."""
    lines = [entry.split() for entry in dated]
    return "events:\n" + "".join(
        f"- {{event: {name}, {(kind or ['actual'])[0]}: {day}}}\n" for name, *kind, day in lines
    )


ORDER = "order $.events[1].actual"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("notification_received 2026-11-10", "rapid_review_held 2026-11-10", []),
        ("notification_received 2026-11-10", "rapid_review_held 2026-11-09", [ORDER]),
        ("notification_received 2026-11-10T10:00", "rapid_review_held 2026-11-10T10:00", []),
        ("notification_received 2026-11-10T10:00", "rapid_review_held 2026-11-10T09:59", [ORDER]),
        ("notification_received 2026-11-10T10:00", "rapid_review_held 2026-11-10", []),
        ("notification_received 2026-11-10", "rapid_review_held 2026-11-10T00:01", []),
        # One hour later in Paris is the same moment.
        ("notification_received 2026-11-10T10:00", "rapid_review_held 2026-11-10T11:00+01:00", []),
        ("notification_received planned 2026-11-10", "rapid_review_held 2026-11-09", []),
        ("notification_received 2026-11-10", "rapid_review_held planned 2026-11-09", []),
        # In summer a time in UTC is an hour later in London.
        ("notification_received 2026-07-10T10:00", "rapid_review_held 2026-07-10T09:30Z", []),
    ],
)
def test_what_follows_may_not_come_first(first: str, second: str, said: list[str]) -> None:
    assert spoken(events(first, second)) == said


def child(**fields: str) -> str:
    written = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"- {{id: child-1, name: {{full: unknown}}, harm: died, {written}}}"


INCIDENT = events("incident_occurred 2026-11-10T12:00")
BORN, DIED = "$.children[0].date_of_birth", "$.children[0].date_of_death"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date_of_birth": "2026-11-10"}, []),
        ({"date_of_birth": "2026-11-11"}, [f"order {BORN}"]),
        ({"date_of_death": "2026-11-10"}, []),
        ({"date_of_death": "2026-11-09"}, [f"order {DIED}"]),
        ({"date_of_birth": "2026-11-10", "date_of_death": "2026-11-10"}, []),
        (
            {"date_of_birth": "2020-05-02", "date_of_death": "2020-05-01"},
            [f"order {DIED}", f"order {DIED}"],
        ),
    ],
)
def test_a_life_has_its_order(fields: dict[str, str], said: list[str]) -> None:
    assert spoken(INCIDENT, children=child(**fields)) == said


@pytest.mark.parametrize(
    ("born", "status", "said"),
    [
        ("2008-11-11", "child_in_need", []),
        ("2008-11-10", "child_in_need", [f"age {BORN}"]),
        ("2008-11-10", "care_leaver", []),
        ("2001-11-11", "care_leaver", []),
        ("2001-11-10", "care_leaver", [f"age {BORN}"]),
    ],
)
def test_the_duty_ends_with_the_eighteenth_birthday(
    born: str, status: str, said: list[str]
) -> None:
    children = child(date_of_birth=born, status_at_incident=f"[{status}]")
    assert spoken(INCIDENT, children=children) == said


def test_one_born_on_a_leap_day_is_eighteen_on_the_first_of_march() -> None:
    young = child(date_of_birth="2008-02-29")
    assert spoken(events("incident_occurred 2026-02-28"), children=young) == []
    assert spoken(events("incident_occurred 2026-03-01"), children=young) == [f"age {BORN}"]


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2026-11-09", ["future $.events[0].actual"]),
        ("2026-11-10", []),
        ("2026-11-10T11:59", ["future $.events[0].actual"]),
        ("2026-11-10T12:00", []),
        ("2026-11-11", []),
    ],
)
def test_what_has_happened_is_not_ahead(as_of: str, said: list[str]) -> None:
    assert spoken(INCIDENT, as_of=as_of) == said


@pytest.mark.parametrize(
    "ahead",
    [
        "calls: [{kind: other, at: 2026-11-22}]",
        "steps_done: [{step: consult-safeguarding-lead, on: 2026-11-22}]",
        "dispatches: [{artefact: SCSI-2, to: [panel], sent: 2026-11-22}]",
        "meetings: [{kind: rapid_review, held: 2026-11-22}]",
        "family: [{id: m, name: {full: unknown}, relationship: mother, date_of_birth: 2026-11-22}]",
    ],
)
def test_no_record_is_ahead(ahead: str) -> None:
    (said,) = spoken(ahead)
    assert said.startswith("future $.")


@pytest.mark.parametrize(
    "planned",
    [
        "meetings: [{kind: rapid_review, planned: 2099-01-01T10:00}]",
        "steps_done: [{step: consult-safeguarding-lead, planned: 2099-01-01}]",
        "agencies: [{id: gp, name: A surgery, return_by: 2099-01-01}]",
    ],
)
def test_what_is_planned_may_be_ahead(planned: str) -> None:
    assert spoken(planned) == []


@pytest.mark.parametrize(
    ("last", "said"),
    [("2026-11-01", []), ("2026-10-31", ["order $.agencies[0].involvement[0].to"])],
)
def test_what_begins_ends_later(last: str, said: list[str]) -> None:
    involved = f"[{{with: child, from: 2026-11-01, to: {last}}}]"
    body = f"agencies: [{{id: gp, name: A surgery, involvement: {involved}}}]"
    assert spoken(body) == said

"""Short names that point elsewhere, and the procedure's own names."""

from pathlib import Path

import pytest

from casefile.asking import CHILD, spoken
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline import validate
from sgdocs.reading import read_file

EVENT = "events: [{event: incident_occurred, actual: 2026-11-10}]\n"
AGENCIES = "agencies:\n- {id: gp, name: A surgery}\n- {id: ward, name: A hospital}\n"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("calls: [{kind: other, at: 2026-11-10, agency: gp}]", []),
        ("calls: [{kind: other, at: 2026-11-10, person: child-1}]", []),
        (
            "calls: [{kind: other, at: 2026-11-10, agency: child-1}]",
            ["unknown-reference $.calls[0].agency"],
        ),
        (
            "calls: [{kind: other, at: 2026-11-10, agency: surgery}]",
            ["unknown-reference $.calls[0].agency"],
        ),
        (
            "calls: [{kind: other, at: 2026-11-10, person: nobody}]",
            ["unknown-reference $.calls[0].person"],
        ),
        # A professional of an organisation the case has no dealings with names it in words.
        (
            "professionals: [{id: n, name: {full: unknown}, job_title: Nurse, organisation: X}]",
            [],
        ),
        (
            "family: [{id: mum, name: {full: unknown}, relationship: mother, to_children: [mum]}]",
            ["unknown-reference $.family[0].to_children[0]"],
        ),
        (
            "incident: {place_id: home}",
            ["unknown-reference $.incident.place_id"],
        ),
        ("incident: {place_id: home}\nplaces: [{id: home, kind: home, name: Home}]", []),
    ],
)
def test_a_short_name_points_at_an_entry(body: str, said: list[str]) -> None:
    assert spoken(AGENCIES + body) == said


def test_whoever_names_a_version_there_is_none_of_is_told_which_there_are() -> None:
    path = Path(__file__).parents[1] / "cases" / "invalid" / "unknown-procedure-version.yaml"
    (finding,) = validate(read_file(path), Content(), parse_moment("2026-11-21")).findings
    assert "“flowcharts 1 to 4”" in finding.remedy


def test_a_return_keeps_the_agencys_own_words() -> None:
    body = """\
        dispatches: [{artefact: SCSI-5, to: [gp], sent: 2026-11-09}]
        returns:
        - agency: gp
          received: 2026-11-10
          state: returned
          content: {involved_with: [somebody-else]}
        agencies: [{id: gp, name: A surgery}]
        """
    assert spoken(body) == []


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("family", "professionals", ["duplicate $.professionals[0].id"]),
        ("professionals", "family", ["duplicate $.professionals[0].id"]),
        ("places", "family", ["duplicate $.places[0].id"]),
    ],
)
def test_a_short_name_is_one_entrys_alone(first: str, second: str, said: list[str]) -> None:
    entries = {
        "family": "[{id: same, name: {full: unknown}, relationship: mother}]",
        "professionals": "[{id: same, name: {full: unknown}, job_title: Nurse}]",
        "places": "[{id: same, kind: home, name: Home}]",
    }
    assert spoken(f"{first}: {entries[first]}\n{second}: {entries[second]}") == said


def test_the_third_of_a_name_is_told_as_the_second_is() -> None:
    children = "\n".join([CHILD] * 3)
    assert spoken("", children=children) == [
        "duplicate $.children[1].id",
        "duplicate $.children[2].id",
    ]


TWO = "- {id: child-1, name: {full: unknown}, harm: died}\n" + CHILD.replace("child-1", "child-2")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("for: child-1, actual: 2026-11-10", "for: child-2, actual: 2026-11-11", []),
        (
            "for: child-1, actual: 2026-11-10",
            "for: child-1, actual: 2026-11-11",
            ["duplicate-event $.events[1].event"],
        ),
        (
            "actual: 2026-11-10",
            "actual: 2026-11-10",
            ["duplicate-event $.events[1].event"],
        ),
        (
            "for: child-1, actual: 2026-11-10",
            "for: child-3, actual: 2026-11-10",
            ["unknown-reference $.events[1].for"],
        ),
        # What was planned and then happened is one event, told twice.
        ("planned: 2026-11-10", "actual: 2026-11-11", []),
    ],
)
def test_an_event_happens_once_for_each_child(one: str, other: str, said: list[str]) -> None:
    body = f"events:\n- {{event: referral_to_cdop, {one}}}\n- {{event: referral_to_cdop, {other}}}"
    assert spoken(body, children=TWO) == said


@pytest.mark.parametrize(
    ("procedure", "event", "said"),
    [
        ("nel", "conference_held", []),
        ("tees", "conference_held", ["unknown-name $.events[0].event"]),
        ("tees", "form_received_by_notifier", []),
        ("nel", "form_received_by_notifier", ["unknown-name $.events[0].event"]),
    ],
)
def test_events_are_the_procedures_own(procedure: str, event: str, said: list[str]) -> None:
    body = f"events: [{{event: {event}, actual: 2026-11-10}}]"
    assert spoken(body, procedure=procedure) == said


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("[safeguarding_partners]", []),
        ("[gp, child-1]", []),
        ("[gp, gpp]", ["unknown-reference $.dispatches[0].to[1]"]),
        ("[]", ["wrong-count $.dispatches[0].to"]),
    ],
)
def test_a_recipient_is_a_role_or_an_entry(to: str, said: list[str]) -> None:
    body = f"dispatches: [{{artefact: SCSI-2, to: {to}, sent: 2026-11-10}}]"
    assert spoken(AGENCIES + body) == said


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("artefact: RR-INVITE", ["dispatch-to $.dispatches[0]"]),
        ("artefact: RR-INVITE, step: schedule-meeting", []),
        ("artefact: RR-INVITE, to: [review_group]", []),
        ("artefact: SCSI-2", []),
        ("artefact: RR-INVIT", ["unknown-name $.dispatches[0].artefact"]),
        ("artefact: SCSI-2, step: nothing", ["unknown-name $.dispatches[0].step"]),
    ],
)
def test_a_dispatch_says_what_and_for_which_step(entry: str, said: list[str]) -> None:
    assert spoken(f"dispatches: [{{{entry}, sent: 2026-11-10}}]") == said


@pytest.mark.parametrize(
    ("menu", "choice", "said"),
    [
        ("outcomes", "local_review", []),
        ("outcomes", "local_reviw", ["unknown-name $.chosen_options[0].choice"]),
        ("outcome", "local_review", ["unknown-name $.chosen_options[0].menu"]),
    ],
)
def test_a_choice_is_on_a_menu(menu: str, choice: str, said: list[str]) -> None:
    assert spoken(f"chosen_options: [{{menu: {menu}, choice: {choice}}}]") == said

"""The same short journey in every partnership: begin, receive, see dates, do the first thing."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from journeys.asking import Desk
from sgdocs.content import Content
from sgdocs.procedure import load_procedure, procedure_names

PROCEDURES = procedure_names(Content())


def receipts(name: str) -> list[str]:
    """Name the events of a procedure that something is received by."""
    book = load_procedure(Content(), name)
    procedure = book.in_force(book.starts[-1])
    return [event for event, about in procedure.events.items() if about.receipt]


@pytest.fixture(params=PROCEDURES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.does(f"init --procedure {request.param}")
    return desk


def test_a_serious_incident_has_dates_as_soon_as_it_is_received(desk: Desk) -> None:
    desk.does("new CASE --harm died")
    assert "nothing to put right" in desk.does("validate CASE")
    waiting = desk.dates("2026-11-20")
    for event in ("incident_occurred", "la_aware", "notification_received", "panel_notified"):
        desk.does(f"record event CASE {event} 2026-11-16")
    dated = desk.dates("2026-11-20")
    assert len(dated) > len(waiting)
    assert min(dated.values()) >= "2026-11-16"
    assert not desk.does("status --as-of 2026-11-16").startswith("!!")
    assert desk.does("status --as-of 2027-06-01", ends=1).startswith("!!")


def test_a_dispatch_does_the_first_step_that_sends_a_paper(desk: Desk) -> None:
    desk.does("new CASE --harm died")
    for event in ("incident_occurred", "la_aware", "notification_received", "panel_notified"):
        desk.does(f"record event CASE {event} 2026-11-16")
    sends = next(
        row
        for row in desk.rows("2026-11-20")
        if row["role"] in ("binding", "expectation")
        and row["due"]
        and not row["actual"]
        and row["artefacts"]
        and row["recipients"]
        and row["instance"] is None
    )
    for paper in sends["artefacts"]:
        desk.does(
            f"record dispatch CASE {paper} --sent 2026-11-17 --step {sends['step']} "
            + " ".join(f"--to {role}" for role in sends["recipients"])
        )
    assert desk.standing("2026-11-20")[sends["step"]] in ("done_on_time", "done_late")


def test_every_date_says_why(desk: Desk) -> None:
    desk.does("new CASE --received 2026-11-16")
    for number, row in enumerate(desk.rows("2026-11-20")):
        assert row["why"]["source"]["document"]
        assert row["why"]["source"]["section"]
        assert row["why"]["counted"]
        if number % 5:  # each in full would take most of the time
            continue
        text = desk.does(f"schedule CASE --as-of 2026-11-20 --why {row['step']}")
        assert row["title"].split()[0] in text


def test_every_event_of_the_procedure_can_stand_in_one_case(desk: Desk) -> None:
    desk.does("new CASE --harm died")
    name = desk.case.read_text(encoding="utf-8").partition("  procedure: ")[2].split()[0]
    book = load_procedure(Content(), name)
    events = book.in_force(book.starts[-1]).events
    # The last of them is recorded by the command; the others are typed in, in their order.
    *typed, last = in_order({event: events[event].after for event in events})
    lines = "".join(f"  - {{event: {event}, actual: 2026-11-16}}\n" for event in typed)
    text = desk.case.read_text(encoding="utf-8").replace("\nevents: []\n", "\n")
    desk.case.write_text(f"{text}\nevents:\n{lines}", encoding="utf-8")
    desk.does(f"record event CASE {last} 2026-11-16")
    assert "error" not in desk.does("validate CASE")
    assert desk.rows("2026-11-20")


def in_order(follows: Mapping[str, Sequence[str]]) -> list[str]:
    """Put events in an order in which each comes after those it follows."""
    done: list[str] = []
    while left := [event for event in follows if event not in done]:
        ready = [event for event in left if set(follows[event]) & set(follows) <= set(done)]
        assert ready, f"these wait for each other: {left}"
        done += ready
    return done


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_procedure_says_what_receipt_is(name: str) -> None:
    assert "notification_received" in receipts(name)

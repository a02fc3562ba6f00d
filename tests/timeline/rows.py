"""An invented case to draw: a rapid review over Christmas, as a table one can check by eye."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from sgdocs.dates import Edition, WorkingCalendar, words
from sgdocs.procedure import Source
from sgdocs.schedule import Instance, Role, Row, Status, Why
from sgdocs.timeline import Heading

_FILE = Path(__file__).parents[2] / "calendars" / "england-and-wales.yaml"
_DATA = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
CALENDAR = WorkingCalendar(Edition.from_data(_DATA))

BEFORE = date(2025, 12, 22)  # a Monday, working day one
MIDDLE = date(2026, 1, 6)  # a Tuesday; one return is overdue
AFTER = date(2026, 5, 20)  # a Wednesday, long after the rapid review

AGENCIES = (
    "Brackley Shore Council",
    "Humber Reach Police",
    "Eastmarsh Integrated Care Board",
    "Harbour Road Primary School",
    "Saltings Homes",
)

WHY = Why(
    anchor="notification_received",
    anchor_title="the notification was received",
    anchor_date=date(2025, 12, 19),
    anchor_planned=False,
    counted="Not dated yet: the partners decided on the review is not recorded.",
    skipped=(),
    source=Source("flowcharts", "Flowcharts", "Flowchart 2"),
    procedure_version="edition 2",
    calendar_edition="england-and-wales 2026.1",
)

PLAIN = Row(
    step="plain",
    title="Send the report",
    responsible="business_unit",
    artefacts=(),
    recipients=(),
    instance=None,
    role=Role.BINDING,
    earliest=None,
    due=None,
    send_by=None,
    time_of_day="",
    planned=None,
    actual=None,
    status=Status.WAITING,
    working_days_left=None,
    why=WHY,
)

NAMES = {
    "business_unit": "Partnership team",
    "review_group": "Review group members",
    "panel": "Child Safeguarding Practice Review Panel",
    "LETTER-9": "Letter-9",
    "PHONE-LOG": "Telephone log",
}


def heading(as_of: date) -> Heading:
    """Give the heading of the invented case."""
    return Heading(
        reference="EXM-2025-014",
        procedure_name="Exampleshire, flowcharts 1 to 4",
        as_of=words(as_of),
        marking="OFFICIAL-SENSITIVE",
        names=NAMES,
    )


def row(**changes: object) -> Row:
    """Give the plain row with something else about it."""
    return replace(PLAIN, **changes)  # type: ignore[arg-type]


def on(as_of: date, due: date, **changes: object) -> Row:
    """Give a row due on a day, standing as it does on another."""
    whole = row(due=due, send_by=CALENDAR.on_or_before(due), **changes)
    if whole.actual and whole.actual > as_of:
        whole = replace(whole, actual=None)
    left = None if whole.actual else CALENDAR.between(as_of, whole.send_by)
    planned = whole.planned or (None if whole.actual else whole.send_by)
    return replace(
        whole, planned=planned, working_days_left=left, status=_status(whole, as_of, left or 0)
    )


def _status(whole: Row, as_of: date, left: int) -> Status:
    if whole.actual:
        late = whole.role is Role.BINDING and whole.actual > whole.due
        return Status.DONE_LATE if late else Status.DONE
    if as_of > whole.due:
        return Status.OVERDUE if whole.role is Role.BINDING else Status.NO_DEADLINE
    if as_of >= whole.send_by:
        return Status.DUE_TODAY
    return Status.DUE_SOON if left <= 2 else Status.FUTURE


def agency(number: int) -> Instance:
    """Give one of the agencies."""
    return Instance("agency", f"agency-{number}", AGENCIES[number])


def case(as_of: date) -> tuple[Row, ...]:
    """Give the case as it stands on a day."""
    week = {n: date(2025, 12, n) for n in range(19, 32)}
    new = {n: date(2026, 1, n) for n in range(1, 31)}
    group, partners = "review_group", "safeguarding_partners"
    request = {"step": "request", "title": "Send the agency the form with its letter"}
    returned = {"step": "return", "title": "Return the form, or a nil return"}
    return (
        on(
            as_of,
            week[22],
            step="SCSI-2",
            title="Tell the partners",
            artefacts=("SCSI-2",),
            actual=week[22],
        ),
        on(
            as_of,
            week[22],
            step="SCSI-3",
            title="Tell the group",
            artefacts=("SCSI-3",),
            actual=week[22],
        ),
        on(
            as_of,
            week[23],
            step="SCSI-3",
            title="Tell the group",
            role=Role.ALTERNATIVE,
            reading="Flowchart 2, day two",
            actual=week[22],
        ),
        on(as_of, week[22], step="arrange", title="Arrange the conference", actual=week[24]),
        *(
            on(
                as_of,
                week[23],
                **request,
                artefacts=("SCSI-5", "SCSI-6"),
                instance=agency(n),
                actual=week[23],
            )
            for n in range(5)
        ),
        *(
            on(
                as_of,
                new[2],
                **returned,
                responsible="agency",
                artefacts=("SCSI-5",),
                instance=agency(n),
                actual=None if n == 4 else new[2],
            )
            for n in range(5)
        ),
        on(
            as_of,
            week[30],
            step="panel",
            title="Notify the Panel",
            responsible="local_authority",
            actual=week[29],
        ),
        on(
            as_of,
            new[5],
            step="SCSI-7",
            title="Send the rapid review report",
            artefacts=("SCSI-7",),
            actual=new[5],
        ),
        on(
            as_of,
            new[7],
            step="read",
            title="Read the report",
            responsible=group,
            role=Role.ADVISORY,
            earliest=new[6],
        ),
        on(
            as_of,
            new[8],
            step="meet",
            title="Hold the meeting",
            responsible=group,
            artefacts=("SRG-8",),
            time_of_day="afternoon",
            actual=new[8],
        ),
        on(
            as_of,
            new[13],
            step="confer",
            title="Hold the conference",
            responsible=partners,
            actual=new[13],
        ),
        on(
            as_of,
            new[14],
            step="decide",
            title="Send the Panel the signed record",
            artefacts=("SRG-8", "LETTER-9"),
            actual=new[14],
        ),
        on(
            as_of,
            date(2026, 2, 4),
            step="answer",
            title="The Panel’s reply is expected",
            responsible="panel",
            role=Role.EXPECTATION,
            actual=date(2026, 2, 2),
        ),
        on(
            as_of,
            date(2026, 7, 13),
            step="complete",
            title="Complete the review",
            responsible=partners,
        ),
        on(
            as_of,
            date(2027, 7, 13),
            step="keep",
            title="Keep the report public",
            role=Role.MINIMUM,
        ),
        row(step="plan", title="Devise the action plan", status=Status.WAITING),
        row(
            step="agree",
            title="Agree on the criteria",
            role=Role.NO_LIMIT,
            status=Status.NO_DEADLINE,
        ),
        row(step="unneeded", title="Answer the coroner", status=Status.NOT_APPLICABLE),
    )

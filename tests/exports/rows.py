"""Invented schedule rows to export: one for each way a row can stand."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from sgdocs.dates import Skipped
from sgdocs.exports import Heading
from sgdocs.procedure import Source
from sgdocs.schedule import Instance, Role, Row, Status, Why

TODAY = date(2025, 12, 23)  # a Tuesday
GUIDE = Source("guide", "Guide to serious incidents", "Section 3, the first week")
CHRISTMAS = Skipped(date(2025, 12, 25), "Christmas Day")
BOXING = Skipped(date(2025, 12, 26), "Boxing Day")

HEADING = Heading(
    reference="EXM-2025-004",
    procedure="Exampleshire, edition 2",
    as_of=TODAY,
    marking="OFFICIAL-SENSITIVE",
    office="Exampleshire Business Unit",
    trail="Counted with england-and-wales 2026.1; procedure edition 2.",
    names={
        "business_unit": "Exampleshire Business Unit",
        "agency": "Each agency's manager",
        "panel": "The national Panel",
        "partners": "Safeguarding partners",
        "local_authority": "Local authority",
        "review_group": "Review group",
    },
)

WHY = Why(
    anchor="notification_received",
    anchor_title="the notification was received",
    anchor_date=date(2025, 12, 15),
    anchor_planned=False,
    counted="5 working days after Monday 15 December 2025, which is day 0.",
    skipped=(),
    source=GUIDE,
    procedure_version="edition 2",
    calendar_edition="england-and-wales 2026.1",
)

PLAIN = Row(
    step="form-out",
    title="Send the form",
    responsible="business_unit",
    artefacts=("FORM-1",),
    recipients=("panel",),
    instance=None,
    role=Role.BINDING,
    earliest=None,
    due=date(2025, 12, 29),
    send_by=date(2025, 12, 29),
    time_of_day="",
    planned=date(2025, 12, 29),
    actual=None,
    status=Status.DUE_SOON,
    working_days_left=2,
    why=WHY,
)


def row(**changes: object) -> Row:
    """Give the plain row with something else about it."""
    return replace(PLAIN, **changes)  # type: ignore[arg-type]


def due(day: date, status: Status, left: int, **changes: object) -> Row:
    """Give a row due on a day."""
    dates = {"due": day, "send_by": day, "planned": day}
    return row(**{**dates, "status": status, "working_days_left": left, **changes})


def undated(status: Status, **changes: object) -> Row:
    """Give a row without a date."""
    nothing = {"due": None, "send_by": None, "planned": None, "working_days_left": None}
    return row(**{**nothing, "status": status, **changes})


def agency(name: str) -> Instance:
    """Give an agency by its name."""
    return Instance("agency", name.lower().replace(" ", "-"), name)


AGENCIES = tuple(map(agency, ("Northholme Hospital", "Eastmere Police", "Marsh Lane School")))

_REVIEW = {"anchor": "review_agreed", "anchor_title": "a local review was agreed"}
WAITING_WHY = replace(
    WHY,
    **_REVIEW,
    anchor_date=None,
    anchor_planned=True,
    counted="Not dated yet: a local review was agreed is not recorded.",
)

NOTIFY = due(
    date(2025, 12, 22),
    Status.OVERDUE,
    -1,
    step="notify-panel",
    title="Notify the Panel of the serious incident",
    responsible="local_authority",
    artefacts=("PANEL-SIN",),
    recipients=("panel",),
    reading="Section 3, the first week",
)
REQUESTS = tuple(
    due(
        date(2025, 12, 17),
        Status.OVERDUE,
        -4,
        step="requests-out",
        title="Send the agency the information form",
        artefacts=("FORM-5", "FORM-6"),
        recipients=("agency",),
        instance=one,
    )
    for one in AGENCIES
)
TELEPHONE = due(
    TODAY,
    Status.DUE_TODAY,
    0,
    step="telephone-police",
    title="Telephone the agency for its return",
    artefacts=(),
    recipients=("agency",),
    instance=AGENCIES[1],
    time_of_day="before the end of the day",
)
REPORT = due(
    date(2026, 1, 8),
    Status.FUTURE,
    9,
    step="record-to-panel",
    title="Send the Panel the signed decision record",
    artefacts=("SRG-8", "LETTER-9"),
    reading="Section 3, the first week",
    why=replace(
        WHY,
        counted="15 working days after Monday 15 December 2025, which is day 0.",
        skipped=(CHRISTMAS, BOXING),
        notes=("The record has several names in the guide.",),
    ),
    warnings=("The office is closed (Christmas); the date does not move.",),
)
REPORT_OTHERWISE = replace(
    REPORT,
    role=Role.ALTERNATIVE,
    due=date(2026, 1, 15),
    send_by=date(2026, 1, 15),
    planned=date(2026, 1, 15),
    working_days_left=14,
    reading="Fifteen working days from the notification",
    warnings=("C2: another clause counts from the notification to the Panel. The earlier binds.",),
)
MEETING = due(
    date(2026, 1, 3),
    Status.FUTURE,
    7,
    step="meeting",
    title="Hold the rapid review meeting",
    responsible="review_group",
    artefacts=("SRG-8",),
    recipients=(),
    earliest=date(2025, 12, 31),
    send_by=date(2026, 1, 2),
    planned=date(2025, 12, 31),
    time_of_day="afternoon",
    warnings=(
        "The office is closed (Christmas); the date does not move.",
        "Saturday 3 January 2026 is not a working day: send by Friday 2 January 2026.",
    ),
)
ANSWER = due(
    date(2026, 1, 29),
    Status.FUTURE,
    24,
    step="panel-answers",
    title="The Panel's response is expected",
    responsible="panel",
    artefacts=("PANEL-RESPONSE",),
    recipients=(),
    role=Role.EXPECTATION,
)
WAITING = tuple(
    undated(
        Status.WAITING,
        step="invite-practitioners",
        title="Invite the agency's practitioners",
        artefacts=("INVITE",),
        recipients=("agency",),
        instance=one,
        role=Role.NO_LIMIT,
        why=WAITING_WHY,
    )
    for one in (*AGENCIES, agency("Tidewater Housing"))
)
PUBLISH = undated(
    Status.WAITING,
    step="publish",
    title="Publish the report",
    responsible="partners",
    artefacts=("FINAL-REPORT",),
    why=WAITING_WHY,
    warnings=("Applies only if a local review is held: not decided yet.",),
)
CRITERIA = undated(
    Status.NO_DEADLINE,
    step="agree-criteria",
    title="Agree whether the criteria are met",
    responsible="partners",
    artefacts=(),
    recipients=(),
    role=Role.NO_LIMIT,
)
LETTER = due(
    date(2025, 12, 16),
    Status.DONE,
    0,
    step="partners-told",
    title="Tell the safeguarding partners",
    artefacts=("LETTER-2",),
    recipients=("partners",),
    actual=date(2025, 12, 16),
    working_days_left=None,
)
LATE_LETTER = replace(
    LETTER,
    step="group-told",
    title="Tell the review group",
    actual=date(2025, 12, 18),
    status=Status.DONE_LATE,
)
SCRUTINY = undated(
    Status.NOT_APPLICABLE,
    step="scrutiny",
    title="Ask for an audit",
    why=replace(WAITING_WHY, counted="Only if the partners ask for an audit."),
)

SCHEDULE = (
    LETTER,
    LATE_LETTER,
    NOTIFY,
    CRITERIA,
    *REQUESTS,
    TELEPHONE,
    PLAIN,
    MEETING,
    REPORT,
    REPORT_OTHERWISE,
    ANSWER,
    PUBLISH,
    *WAITING,
    SCRUTINY,
)

# Text as hostile as a name could be: controls, signs of formulas, direction marks, long words.
ANY_TEXT = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="=+-@＝＋－＠\t\r\n\x00\x0b\x1b\u202e\ufeff\ud800;,:\"'& ab", max_size=20),
)
_DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@st.composite
def any_row(draw: st.DrawFn) -> Row:
    """Give a row with any text and any dates."""
    day = draw(st.none() | _DAYS)
    return row(
        step=draw(st.sampled_from(("one", "two", "three"))),
        title=draw(ANY_TEXT),
        instance=draw(st.none() | st.builds(Instance, st.just("agency"), ANY_TEXT, ANY_TEXT)),
        role=draw(st.sampled_from(Role)),
        status=draw(st.sampled_from(Status)),
        due=day,
        send_by=day,
        earliest=draw(st.none() | _DAYS),
        planned=draw(st.none() | _DAYS),
        actual=draw(st.none() | _DAYS),
        working_days_left=draw(st.none() | st.integers(-400, 400)),
        reading=draw(ANY_TEXT),
        time_of_day=draw(ANY_TEXT),
        warnings=tuple(draw(st.lists(ANY_TEXT, max_size=2))),
        why=replace(WHY, counted=draw(ANY_TEXT), notes=tuple(draw(st.lists(ANY_TEXT, max_size=2)))),
    )

"""The office's words for what a row says: standing, kind of date, people, papers, reasons."""

from collections.abc import Iterator

from sgdocs.dates import short_words, words
from sgdocs.exports.characters import one_line
from sgdocs.exports.heading import Names
from sgdocs.schedule import Role, Row, Status, Why

__all__ = [
    "ROLE_WORDS",
    "SHAPES",
    "STATUS_WORDS",
    "anchored",
    "days_away",
    "doer",
    "people",
    "receivers",
    "remarks",
    "skipped_words",
]

# Plain letters and marks only: a Windows console may have no others.
SHAPES = {
    Status.OVERDUE: "[!]",
    Status.DUE_TODAY: "[*]",
    Status.DUE_SOON: "[>]",
    Status.FUTURE: "[ ]",
    Status.WAITING: "[?]",
    Status.NO_DEADLINE: "[-]",
    Status.DONE: "[x]",
    Status.DONE_LATE: "[x]",
    Status.DONE_NO_LIMIT: "[x]",
    Status.NOT_APPLICABLE: "[/]",
}
STATUS_WORDS = {
    Status.OVERDUE: "overdue",
    Status.DUE_TODAY: "due today",
    Status.DUE_SOON: "due soon",
    Status.FUTURE: "to come",
    Status.WAITING: "waiting",
    Status.NO_DEADLINE: "no deadline",
    Status.DONE: "done on time",
    Status.DONE_LATE: "done late",
    Status.DONE_NO_LIMIT: "done",
    Status.NOT_APPLICABLE: "not applicable",
}
ROLE_WORDS = {
    Role.BINDING: "binding",
    Role.ALTERNATIVE: "other reading",
    Role.ADVISORY: "target",
    Role.EXPECTATION: "expected of another body",
    Role.WINDOW_START: "first day of a period",
    Role.MINIMUM: "minimum period",
    Role.WHAT_IF: "what if",
    Role.NO_LIMIT: "no time limit",
}
_BESIDE_A_DATE = {
    Role.ADVISORY: "a target, not a limit",
    Role.EXPECTATION: "expected of another body",
    Role.WINDOW_START: "a period starts on this day",
    Role.MINIMUM: "at least until this day",
}
_WITHOUT_A_DATE = {
    Role.ADVISORY: "the target was",
    Role.WINDOW_START: "from",
    Role.MINIMUM: "at least until",
}


def people(row: Row, names: Names) -> str:
    """Say who does it, and to whom: by the office, to the Panel."""
    by, to = doer(row, names), receivers(row, names)
    return ", ".join(filter(None, (f"by {by}" if by else "", f"to {to}" if to else "")))


def doer(row: Row, names: Names) -> str:
    """Name who does it."""
    return _named(row.responsible, names) if row.responsible else ""


def receivers(row: Row, names: Names) -> str:
    """Name whom it goes to."""
    return ", ".join(_named(role, names) for role in row.recipients)


def _named(role: str, names: Names) -> str:
    name = one_line(names.get(role) or role.replace("_", " "))
    first, _, others = name.partition(" ")
    return f"{first.lower()} {others}" if first in ("Each", "The") else name


def days_away(left: int | None) -> str:
    """Say how far a date is: in 3 working days, 1 working day late."""
    if not left:
        return ""
    amount = f"{abs(left)} working {'day' if abs(left) == 1 else 'days'}"
    return f"in {amount}" if left > 0 else f"{amount} late"


def remarks(row: Row) -> Iterator[str]:
    """Give what must be known beside the title and the date, a few words each."""
    yield from _done(row)
    yield from _kind_of_date(row)
    if row.actual is None:
        yield from _beside(row)


def _done(row: Row) -> Iterator[str]:
    if row.actual is None:
        return
    day = short_words(row.actual)
    if row.status is Status.DONE_LATE and row.due:
        yield f"done late on {day}, due {short_words(row.due)}"
    else:
        yield f"done {day}"


def _kind_of_date(row: Row) -> Iterator[str]:
    if row.due is None or row.actual is not None:
        return
    if row.status is Status.NO_DEADLINE and row.role in _WITHOUT_A_DATE:
        yield f"{_WITHOUT_A_DATE[row.role]} {short_words(row.due)}"
    elif row.role in _BESIDE_A_DATE:
        yield _BESIDE_A_DATE[row.role]


def _beside(row: Row) -> Iterator[str]:
    if row.time_of_day:
        yield one_line(row.time_of_day)
    if row.earliest:
        yield f"not before {short_words(row.earliest)}"
    if row.due and row.send_by and row.due != row.send_by:
        yield f"due {short_words(row.due)}"
    if row.planned and row.planned not in (row.send_by, row.due):
        yield f"planned for {short_words(row.planned)}"


def anchored(why: Why) -> str:
    """Say what a date is counted from, and whether that day is recorded or only planned."""
    title = one_line(why.anchor_title)
    if why.anchor_date is None:
        return f"No date yet: {title}."
    recorded = "planned, not yet recorded" if why.anchor_planned else "recorded"
    return f"{words(why.anchor_date)}: {title} ({recorded})."


def skipped_words(why: Why) -> str:
    """List the bank holidays that were not counted."""
    return "; ".join(f"{short_words(day.date)} {one_line(day.name)}" for day in why.skipped)

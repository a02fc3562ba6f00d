"""Count the cases of a year: stages, outcomes, duties met, themes, actions; no names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError, UsageRefused
from sgdocs.exports.sheets import Sheet, Sheets
from sgdocs.paperfacts import OUTCOMES, duties, outcome_of, vocabulary
from sgdocs.pipeline.finding import case_files
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.summarising import stage_of
from sgdocs.standing import Scheduled

__all__ = ["Counted", "Period", "count_year", "period_of"]

_YEAR = re.compile(r"([0-9]{4})(?:[-/]([0-9]{2}|[0-9]{4}))?")
_SMALL = 5
_RECEIPT = "notification_received"
_WITHHELD = "(a theme that names somebody)"
_CAUTION = (
    f"Numbers below {_SMALL} can show who somebody is: take care before they leave the office."
)
_HEADS = ("In time", "Late", "Overdue", "Not due yet")


@dataclass(frozen=True, slots=True)
class Period:
    """The days a year has, and its name; without days, all time."""

    title: str
    first: date = date.min
    last: date = date.max

    def holds(self, day: date | None) -> bool:
        """Say whether a case received on a day belongs to it."""
        every = self.first == date.min
        return every if day is None else self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Counted:
    """The tables of a year, and the cases that could not be counted."""

    sheets: Sheets
    left_out: tuple[tuple[Path, str], ...]


def period_of(year: str | None) -> Period:
    """Read 2025 as a calendar year, and 2025-26 as the year from April to March."""
    if year is None:
        return Period("All years")
    given = _YEAR.fullmatch(year)
    first = int(given[1]) if given else 0
    follows = given is not None and given[2] in (None, f"{(first + 1) % 100:02d}", str(first + 1))
    if given is None or not 1990 <= first <= 2099 or not follows:
        raise UsageRefused(
            "this is no year.", remedy="Write 2025, or 2025-26 for the year from April to March."
        )
    if given[2] is None:
        return Period(str(first), date(first, 1, 1), date(first, 12, 31))
    end = date(first + 1, 4, 1) - timedelta(days=1)
    return Period(f"{first}-{(first + 1) % 100:02d}", date(first, 4, 1), end)


def count_year(
    folder: Path, content: Content, period: Period, as_of: Moment, today: Moment
) -> Counted:
    """Count the cases that were received in a period, as they stand on a day."""
    found: list[Scheduled] = []
    left: list[tuple[Path, str]] = []
    for path in case_files(folder):
        try:
            one = schedule_case(path, content, as_of, today)
        except SgdocsError as refused:
            left.append((path, refused.what))
            continue
        if period.holds(_received(one)):
            found.append(one)
    sheets = (_cases(found), _timeliness(found), _themes(found), _actions(found, as_of.day))
    title = f"Child safeguarding cases, {period.title}"
    return Counted(Sheets(title, as_of.day, _notes(sheets, left), sheets), tuple(left))


def _received(one: Scheduled) -> date | None:
    """Give the day a case began: the receipt of whatever it began with."""
    receipts = {*one.ground.book.receipts.values(), _RECEIPT}
    days = [e.actual for name, e in one.facts.events.items() if name in receipts and e.actual]
    return min(days, default=None)


def _notes(sheets: Iterable[Sheet], left: list[tuple[Path, str]]) -> tuple[str, ...]:
    cells = (cell for sheet in sheets for row in sheet.rows for cell in row)
    small = any(isinstance(cell, int) and 0 < cell < _SMALL for cell in cells)
    missing = f"{len(left)} case(s) could not be read and are not counted." if left else ""
    return tuple(filter(None, (_CAUTION if small else "", missing)))


def _cases(found: list[Scheduled]) -> Sheet:
    counts: Counter[tuple[str, str]] = Counter()
    for one in found:
        words = vocabulary(one.content, one.procedure)
        outcome = one.case.get("decision.outcome")
        pathway = one.case.get("referral.pathway", "")
        counts["All cases", ""] += 1
        counts["Kind of referral", words.get(pathway, pathway) or "not recorded"] += 1
        counts["Latest stage", stage_of(one) or "nothing has happened yet"] += 1
        counts["Outcome", words.get(outcome, outcome) if outcome else "not decided yet"] += 1
    rows = tuple((group, what, number) for (group, what), number in sorted(counts.items()))
    return Sheet("Cases", ("Group", "What", "Cases"), rows)


def _timeliness(found: list[Scheduled]) -> Sheet:
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for one in found:
        for row, step in duties(one):
            key = (row.title, str(step.source), str(step.duty))
            counts.setdefault(key, Counter())[outcome_of(row)] += 1
    statutory_first = sorted(counts, key=lambda key: (key[2] != "statutory", key))
    rows: list[tuple[str | int, ...]] = [
        (*key, *(counts[key][name] for name in OUTCOMES)) for key in statutory_first
    ]
    return Sheet("Timeliness", ("Duty", "Source", "Kind", *_HEADS), tuple(rows))


def _themes(found: list[Scheduled]) -> Sheet:
    counts = Counter(theme for one in found for theme in set(_themes_of(one)))
    rows = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return Sheet("Themes", ("Theme", "Cases"), rows)


def _themes_of(one: Scheduled) -> Iterator[str]:
    names = _names(one)
    for theme in one.case.get("rapid_review.themes", ()):
        words = set(re.findall(r"\w+", theme.casefold()))
        yield _WITHHELD if words & names else " ".join(theme.split())


def _names(one: Scheduled) -> frozenset[str]:
    """Give every word of the name of anybody in the family, so that none gets into a count."""
    people = (*one.case.each("children"), *one.case.each("family"), *one.case.each("other_people"))
    full = (str(person.get("name", {}).get("full", "")) for person in people)
    return frozenset(word for name in full if name != "unknown" for word in _words(name))


def _words(name: str) -> Iterator[str]:
    return (word for word in re.findall(r"\w+", name.casefold()) if len(word) > 1)


def _actions(found: list[Scheduled], today: date) -> Sheet:
    counts: Counter[str] = Counter()
    for one in found:
        words = vocabulary(one.content, one.procedure)
        for action in one.case.each("actions"):
            status = action.get("status", "not_started")
            counts[words.get(status, status)] += 1
            counts["overdue"] += _overdue(action, today)
    rows = tuple(sorted(counts.items()))
    return Sheet("Actions", ("Status", "Actions"), rows)


def _overdue(action: Mapping[str, Any], today: date) -> bool:
    extension = action.get("extension")
    later = extension["new_deadline"] if extension and "new_deadline" in extension else None
    deadline = later or action.get("original_deadline")
    done = action.get("status") in ("complete", "withdrawn")
    return bool(deadline and not done and date.fromisoformat(str(deadline)) < today)

"""Short ways for these tests to write a case with dates in words, and to read its schedule."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from textwrap import dedent

from sgdocs.content import Content
from sgdocs.dates import Moment, parse_moment, words
from sgdocs.pipeline import schedule
from sgdocs.reading import Document, parse
from sgdocs.schedule import Role, Row, Status
from sgdocs.standing import Scheduled

__all__ = ["FRIDAY", "Plan", "case", "content_with", "dated", "day", "lines", "planned"]

FRIDAY = "Friday 19 December 2025"
"""The day of receipt that the seeds' own worked dates start from."""

_IN_WORDS = re.compile(r"<(\w+ \d{1,2} \w+ \d{4})(?: (\d\d:\d\d))?>")
_ROOT = Path(__file__).parents[2]


def day(text: str) -> date:
    """Read a day in words, and insist that its weekday is the right one."""
    found = datetime.strptime(text.split(" ", 1)[1], "%d %B %Y").date()
    assert words(found) == text, "the weekday in the table is wrong"
    return found


def case(
    procedure: str,
    body: str,
    *,
    pathway: str = "serious_incident",
    children: str = "[{id: child-a, name: {full: unknown}, harm: seriously_harmed}]",
    choices: str = "[]",
) -> Document:
    """Write a small case, its days in words: <Friday 19 December 2025 18:30>."""
    text = (
        'schema_version: "1.0"\n'
        f"case: {{reference: TEST-1, procedure: {procedure}, procedure_choices: {choices}}}\n"
        f"referral: {{pathway: {pathway}}}\n"
        f"children: {children}\n"
        f"{dedent(body)}"
    )
    return parse(_IN_WORDS.sub(_figures, text), name="case.yaml", kind="yaml")


def _figures(found: re.Match[str]) -> str:
    clock = f"T{found[2]}" if found[2] else ""
    return f'"{day(found[1]).isoformat()}{clock}"'


@dataclass(frozen=True)
class Plan:
    """A schedule, with the rows of a step found by name."""

    made: Scheduled

    @property
    def rows(self) -> tuple[Row, ...]:
        """Give every row."""
        return self.made.rows

    def all(self, step: str, who: str = "") -> list[Row]:
        """Give the rows of a step, of one agency, action or other where that is named."""
        return [r for r in self.rows if r.step == step and who in ("", _who(r))]

    def one(self, step: str, who: str = "") -> Row:
        """Give the row that stands for the step: not another reading and not a trial."""
        beside = (Role.ALTERNATIVE, Role.WHAT_IF)
        found = [r for r in self.all(step, who) if r.role not in beside]
        assert len(found) == 1, f"{step} has {len(found)} rows of its own"
        return found[0]

    def beside(self, step: str, who: str = "") -> dict[str, str]:
        """Give the other readings of a step, each with its date in words."""
        return {
            r.reading: in_words(r.due) for r in self.all(step, who) if r.role is Role.ALTERNATIVE
        }

    def due(self, step: str, who: str = "") -> str:
        """Give the day a step is due in words."""
        return in_words(self.one(step, who).due)

    def status(self, step: str, who: str = "") -> Status:
        """Give where a step stands."""
        return self.one(step, who).status

    def applies(self, *steps: str) -> set[str]:
        """Give those of the steps that apply, decided or not."""
        rows = [r for r in self.rows if r.step in steps]
        return {r.step for r in rows if r.status is not Status.NOT_APPLICABLE}


def planned(
    document: Document,
    as_of: str = FRIDAY,
    *,
    today: str = "",
    content: Content | None = None,
    trial: Mapping[str, str] | None = None,
) -> Plan:
    """Plan a case as things stood on a day; today is that day unless it is given."""
    trials = {event: day(text) for event, text in (trial or {}).items()}
    then, now = (_moment(text) for text in (as_of, today or as_of))
    return Plan(schedule(document, content or Content(), then, now, trials))


def _moment(text: str) -> Moment:
    found = _IN_WORDS.fullmatch(f"<{text}>")
    assert found, "write a day as Friday 19 December 2025, with a time after it if there is one"
    return parse_moment(_figures(found).strip('"'))


def in_words(found: date | None) -> str:
    """Write a day in words, or a dash where there is none."""
    return words(found) if found else "-"


def _who(row: Row) -> str:
    return row.instance.id if row.instance else ""


def dated(plan: Plan) -> list[str]:
    """Give every row that has a date, as a line of the tables in these tests."""
    return [
        " | ".join([f"{r.step} {_who(r)}".strip(), str(r.role), in_words(r.due)])
        for r in plan.rows
        if r.due
    ]


def lines(table: str) -> list[str]:
    """Read a table: step and whom it is for, role, date; comments after a hash are for people."""
    rows = (line.partition("#")[0] for line in table.splitlines())
    return [" | ".join(c.strip() for c in row.split("|")) for row in rows if row.strip()]


def content_with(
    folder: Path, procedure: str, *, settings: str = "", draft: str = "", holiday: str = ""
) -> Content:
    """Make a workspace with other settings, another draft of the procedure, or one more holiday."""
    text = (_ROOT / "partnerships" / f"{procedure}.yaml").read_text(encoding="utf-8")
    for line in filter(None, dedent(settings).splitlines()):
        name = line.partition(":")[0].strip()
        text, found = re.subn(rf"(?m)^  {name}:.*$", f"  {line.strip()}", text)
        assert found == 1, f"the partnership file has no one line for {name}"
    _write(folder / "partnership.yaml", text)
    if draft:
        _write(folder / "procedures" / f"{procedure}.yaml", draft)
    if holiday:
        calendar = _ROOT / "calendars" / "england-and-wales.yaml"
        more = f"  - {{date: {day(holiday).isoformat()}, title: Proclaimed bank holiday}}\n"
        shut = calendar.read_text(encoding="utf-8").rstrip() + "\n" + more
        _write(folder / "calendars" / calendar.name, shut)
    return Content(workspace=folder)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")

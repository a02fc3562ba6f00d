"""What was known on a day: records dated later have not happened yet."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from sgdocs.casefile import Case
from sgdocs.dates import Moment, parse_moment

__all__ = ["Horizon", "last_record"]


# A decision has no date of its own: it is known once its event has happened.
_DECIDED_AT = {
    "criteria_agreed": "threshold",
    "rapid_review_decision": "decision",
    "panel_response_received": "panel_response",
    "learning_decision": "learning_request",
}


class Horizon:
    """The moment a schedule is asked about; later records are not known yet."""

    __slots__ = ("as_of",)

    def __init__(self, as_of: Moment) -> None:
        self.as_of = as_of

    def moment(self, text: str | None) -> Moment | None:
        """Read a recorded moment, or nothing where it lies after the horizon."""
        if not text:
            return None
        moment = parse_moment(text)
        return moment if self._reached(moment) else None

    def day(self, text: str | None) -> date | None:
        """Read the day of a recorded moment, or nothing where it lies after the horizon."""
        moment = self.moment(text)
        return moment.day if moment else None

    def found(self, agency: Mapping[str, Any]) -> bool:
        """Say whether an agency was known of by then."""
        return "identified_on" not in agency or self.day(agency["identified_on"]) is not None

    def seen(self, case: Case) -> Case:
        """Leave out what was decided at something recorded only later."""
        ahead = {
            e["event"]
            for e in case.each("events")
            if "actual" in e and self.moment(e["actual"]) is None
        }
        unknown = {part for event, part in _DECIDED_AT.items() if event in ahead}
        kept = {k: v for k, v in case.data.items() if k not in unknown}
        return Case(kept, case.document) if unknown else case

    def _reached(self, moment: Moment) -> bool:
        if moment.day != self.as_of.day or self.as_of.clock is None:
            return moment.day <= self.as_of.day
        return (moment.clock or time.min) <= self.as_of.clock


# The fields that say when something happened, in any of the case's lists.
_HAPPENED = frozenset(
    {"actual", "sent", "at", "received", "on", "held", "completed_on", "identified_on"}
)


def last_record(case: Case) -> Moment | None:
    """Give the latest moment recorded in a case."""
    moments = [
        parse_moment(value)
        for part in case.data.values()
        if isinstance(part, list)
        for entry in part
        if isinstance(entry, Mapping)
        for field, value in entry.items()
        if field in _HAPPENED and isinstance(value, str)
    ]
    return max(moments, key=lambda m: (m.day, m.clock or time.min), default=None)

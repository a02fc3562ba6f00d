"""The schedule: every step of a procedure, dated, with its reason."""

from sgdocs.schedule.changes import Moved, differences
from sgdocs.schedule.planning import day_of, plan, what_if
from sgdocs.schedule.request import Done, EventDates, InstancePlan, PlanRequest, Verdict
from sgdocs.schedule.rows import Instance, Role, Row, Status, Why

__all__ = [
    "Done",
    "EventDates",
    "Instance",
    "InstancePlan",
    "Moved",
    "PlanRequest",
    "Role",
    "Row",
    "Status",
    "Verdict",
    "Why",
    "day_of",
    "differences",
    "plan",
    "what_if",
]

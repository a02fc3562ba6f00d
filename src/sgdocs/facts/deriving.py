"""Derive everything that follows from a case and its procedure on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sgdocs.casefile import Case
from sgdocs.dates import Moment, WorkingCalendar, deemed_day
from sgdocs.expressions import Condition as Compiled
from sgdocs.facts.acts import Record, acts, begun
from sgdocs.facts.instances import InstanceFacts, instances
from sgdocs.facts.involvement import Involvement, involvement
from sgdocs.facts.known import Horizon
from sgdocs.facts.values import values
from sgdocs.partnership import Settings
from sgdocs.procedure import Event, Procedure
from sgdocs.schedule import Done, EventDates, InstancePlan, Verdict

__all__ = ["Facts", "FactsRequest", "derive"]


@dataclass(frozen=True, slots=True)
class FactsRequest:
    """What facts are derived from; `step_days` are the days of steps a look-back starts from."""

    case: Case
    procedure: Procedure
    settings: Settings
    calendar: WorkingCalendar
    as_of: Moment
    step_days: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known: values for conditions, dates of events, instances, and what is done."""

    values: Mapping[str, object]
    events: Mapping[str, EventDates]
    instances: Mapping[str, tuple[InstancePlan, ...]]
    instance_values: InstanceFacts
    verdicts: Mapping[tuple[str, str], Verdict]
    done: Mapping[tuple[str, str], Done]


def derive(request: FactsRequest) -> Facts:
    """Derive the facts of a case."""
    case, procedure = request.case, request.procedure
    horizon = Horizon(request.as_of)
    events = _events(request, horizon)
    own = instances(case, procedure, _involved(request, events), horizon)
    plans = {kind: tuple(plan for plan, _ in found) for kind, found in own.items()}
    done = acts(Record(case, procedure, events, horizon), procedure, plans)
    every = _with_marks(events, procedure, done)
    done = begun(done, procedure, every)
    happened = {name: e.actual for name, e in every.items() if e.actual}
    general = values(horizon.seen(case), happened, horizon)
    return Facts(
        values=general,
        events=every,
        instances=plans,
        instance_values=own,
        verdicts=dict(_verdicts(procedure, general, own)),
        done=done,
    )


def _events(request: FactsRequest, horizon: Horizon) -> dict[str, EventDates]:
    found: dict[str, EventDates] = {}
    for entry in request.case.each("events"):
        name = entry["event"]
        dates = _event_dates(entry, request.procedure.events.get(name), request, horizon)
        found[name] = _earlier(found.get(name), dates)
    if new := request.case.get("report.publication.delay.new_date"):
        known = found.get("publication", EventDates())
        if known.actual is None:
            found["publication"] = replace(known, planned=date.fromisoformat(new))
    return found


def _event_dates(
    entry: Mapping[str, str], event: Event | None, request: FactsRequest, horizon: Horizon
) -> EventDates:
    planned = date.fromisoformat(entry["planned"][:10]) if "planned" in entry else None
    moment = horizon.moment(entry.get("actual"))
    if moment is None:
        return EventDates(planned)
    if event is None or not event.receipt:
        return EventDates(planned, moment.day, moment.day)
    deemed = deemed_day(moment, request.calendar, settings=request.settings.receipt)
    return EventDates(planned, moment.day, deemed.day, deemed.reason)


def _earlier(one: EventDates | None, other: EventDates) -> EventDates:
    """Keep the first of several receipts: one incident has one clock. The latest plan counts."""
    if one is None:
        return other
    first = min(one, other, key=lambda d: d.counts_from or date.max)
    return replace(first, planned=other.planned or one.planned)


def _with_marks(
    events: dict[str, EventDates], procedure: Procedure, done: Mapping[tuple[str, str], Done]
) -> dict[str, EventDates]:
    """Let a recorded dispatch or step stand for the event it marks."""
    found = dict(events)
    for step in procedure.steps.values():
        on = done.get((step.id, ""), Done()).on
        known = found.get(step.marks, EventDates())
        if step.marks and on and known.actual is None:
            found[step.marks] = replace(known, actual=on, counts_from=on)
    return found


def _involved(request: FactsRequest, events: Mapping[str, EventDates]) -> dict[str, Involvement]:
    starts = {n: e.counts_from for n, e in events.items() if e.counts_from}
    starts |= {f"step:{name}": day for name, day in request.step_days.items()}
    chosen = request.case.get("rapid_review.look_back_from")
    since = date.fromisoformat(chosen) if chosen else None
    return {
        a["id"]: involvement(a, request.procedure.look_back, starts, since)
        for a in request.case.each("agencies")
    }


def _verdicts(
    procedure: Procedure, general: Mapping[str, object], own: InstanceFacts
) -> Iterator[tuple[tuple[str, str], Verdict]]:
    for condition in procedure.conditions.values():
        test, undecided = condition.ready_test, condition.ready_undecided
        kinds = (test.names | undecided.names) & own.keys()
        if not kinds:
            yield (condition.name, ""), _verdict(test, undecided, general)
        for kind in kinds:
            for plan, about in own[kind]:
                key = plan.instance.key
                facts = {**general, kind: about}
                yield (condition.name, key), _verdict(test, undecided, facts)


def _verdict(test: Compiled, undecided: Compiled, facts: Mapping[str, object]) -> Verdict:
    if undecided.holds(facts):
        return Verdict.UNDECIDED
    return Verdict.YES if test.holds(facts) else Verdict.NO

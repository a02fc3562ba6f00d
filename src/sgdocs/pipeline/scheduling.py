"""Validate a case, and date every step of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from sgdocs.casefile import Case, CaseRefused, Checked, Context, check_rules, check_shape
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.facts import Facts, FactsRequest, derive
from sgdocs.findings import Finding
from sgdocs.pipeline.grounding import ground
from sgdocs.procedure import Procedure, procedure_names
from sgdocs.reading import Document, read_file, require_mapping
from sgdocs.schedule import Done, PlanRequest, Row, day_of, plan, what_if
from sgdocs.spelling import nearest
from sgdocs.standing import Ground, Scheduled

__all__ = [
    "Validated",
    "check_against",
    "date_again",
    "dated",
    "dated_as_sent",
    "schedule",
    "schedule_case",
    "validate",
    "validate_case",
]


@dataclass(frozen=True, slots=True)
class Validated:
    """A case file's findings, and the case where it can be used."""

    case: Case | None
    findings: tuple[Finding, ...]


def validate_case(path: Path, content: Content, as_of: Moment) -> Validated:
    """Give every finding of a case file."""
    return validate(read_file(path), content, as_of)


def validate(document: Document, content: Content, as_of: Moment) -> Validated:
    """Give every finding of a case that has been read: shape, then rules."""
    require_mapping(document)
    shaped = check_shape(document, content)
    if shaped.case is None:
        return Validated(None, shaped.findings)
    if shaped.case.procedure not in procedure_names(content):
        return Validated(None, (_no_such_procedure(shaped.case, content),))
    checked = check_against(shaped.case, content, as_of)
    return Validated(checked.case, checked.findings)


def check_against(case: Case, content: Content, as_of: Moment) -> Checked:
    """Check a case by the rules, against its procedure in all its versions."""
    base = ground(content, case.procedure)
    whole, versions = base.book.whole(as_of.day), base.book.version_names
    return check_rules(Context(case, whole, frozenset(base.artefacts), versions, as_of))


def schedule_case(
    path: Path,
    content: Content,
    as_of: Moment,
    today: Moment,
    trial: Mapping[str, date] | None = None,
) -> Scheduled:
    """Date every step of the case in a file; a case with errors is refused."""
    return schedule(read_file(path), content, as_of, today, trial)


def schedule(
    document: Document,
    content: Content,
    as_of: Moment,
    today: Moment,
    trial: Mapping[str, date] | None = None,
) -> Scheduled:
    """Date every step of a case that has been read."""
    validated = validate(document, content, max(as_of, today, key=_end_of))
    if validated.case is None:
        raise CaseRefused(document.name, validated.findings)
    return dated(validated.case, validated.findings, content, as_of, trial)


def dated(
    case: Case,
    findings: tuple[Finding, ...],
    content: Content,
    as_of: Moment,
    trial: Mapping[str, date] | None = None,
) -> Scheduled:
    """Date every step of a case that has been checked."""
    base = ground(content, case.procedure)
    request, facts = _request(case, base, as_of)
    if trial and trial.keys() - base.book.in_force(as_of.day).events.keys():
        raise UsageRefused("the procedure has no such event to try another date for.")
    rows = what_if(request, trial) if trial else plan(request)
    return Scheduled(case, base, facts, rows, findings, as_of, content, request.routing)


def date_again(found: Scheduled) -> tuple[Row, ...]:
    """Date a case that has been checked before."""
    request, _ = _request(found.case, found.ground, found.as_of)
    return plan(request)


def dated_as_sent(found: Scheduled, step: str) -> tuple[Row, ...]:
    """Date the case as if a step's late papers went today: what they ask for counts from then."""
    request, _ = _request(found.case, found.ground, found.as_of)
    today = found.as_of.day
    gone = {
        (row.step, row.instance.key if row.instance else ""): Done(today)
        for row in found.rows
        if row.step == step and row.due and row.due < today and not row.is_reading
    }
    return plan(replace(request, done={**request.done, **gone}))


def _end_of(moment: Moment) -> tuple[date, time]:
    """Put moments in order; a day without a time reaches to its end."""
    return moment.day, moment.clock or time.max


def _request(case: Case, base: Ground, as_of: Moment) -> tuple[PlanRequest, Facts]:
    """Derive the facts and, where a look-back starts from a step, again with that step's day."""
    procedure = base.book.whole(as_of.day)
    asked = FactsRequest(case, procedure, base.partnership.settings, base.calendar, as_of, {})
    facts = derive(asked)
    request = _plan_request(case, base, as_of, facts)
    days = {s: d for s in _look_back_steps(procedure) if (d := day_of(request, s))}
    if days:
        facts = derive(replace(asked, step_days=days))
        request = _plan_request(case, base, as_of, facts)
    return request, facts


def _plan_request(case: Case, base: Ground, as_of: Moment, facts: Facts) -> PlanRequest:
    return PlanRequest(
        book=base.book,
        calendar=base.calendar,
        as_of=as_of.day,
        events=facts.events,
        instances=facts.instances,
        verdicts=facts.verdicts,
        done=facts.done,
        versions_chosen={c["step"]: c["version"] for c in case.get("case.procedure_choices", ())},
        routing=base.partnership.routing(
            case.get("authorities.incident", ""),
            (case.get("authorities.residence", ""), case.get("authorities.placing", "")),
        ),
    )


def _look_back_steps(procedure: Procedure) -> set[str]:
    starts = {s for rule in procedure.look_back.values() for s in rule.starts}
    return {s.removeprefix("step:") for s in starts if s.startswith("step:")}


def _no_such_procedure(case: Case, content: Content) -> Finding:
    place = case.document.place(("case", "procedure"))
    names = procedure_names(content)
    return Finding(
        "unknown-name",
        "there is no such procedure.",
        file=case.document.name,
        path="$.case.procedure",
        line=place.line,
        column=place.column,
        remedy=f"There are: {', '.join(names)}.",
        suggestion=nearest(case.procedure, names),
    )

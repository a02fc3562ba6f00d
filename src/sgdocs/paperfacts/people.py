"""Children, relatives and partners as papers name them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.dates import age_on
from sgdocs.expressions import FILTERS
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.standing import Scheduled

__all__ = ["as_of_age", "child_label", "children", "names", "partners", "with_organisations"]

_PARTNERS = "safeguarding_partners"
_UNNAMED = "unknown"
_IN_YEARS = 2
_OF_AGE = 18
_initials = FILTERS["initials"].function
_and_list = FILTERS["and_list"].function
_number = FILTERS["number_words"].function

Facts = dict[str, Any]
Words = Mapping[str, str]


def children(case: Case, words: Words) -> list[Facts]:
    """Give the children with their initials, their age at the incident and their label."""
    return [_child(case, child, words) for child in case.each("children")]


def child_label(case: Case, words: Words) -> str:
    """Say how the children are called where a name must not stand: in subjects and headings."""
    every = [child["name"]["full"] for child in case.each("children")]
    known = [_initials(name) for name in every if name != _UNNAMED]
    unnamed = len(every) - len(known)
    if not known:
        return words["the_child" if unnamed == 1 else "the_children"]
    return str(_and_list([*known, *([words["another_child"]] * unnamed)]))


def as_of_age(person: Mapping[str, Any], day: date) -> Facts:
    """Give a relative with whether they are a child on a day, where that is known."""
    born = person.get("date_of_birth")
    if not born:
        return dict(person)
    return {**person, "under_18": age_on(date.fromisoformat(born), day) < _OF_AGE}


def with_organisations(case: Case) -> Facts:
    """Give the case with each worker's organisation, where it names only the agency."""
    agencies = {a["id"]: a["name"] for a in case.each("agencies")}
    known = [
        {"organisation": agencies.get(worker.get("agency", ""), ""), **worker}
        for worker in case.each("professionals")
    ]
    return {**case.data, "professionals": known}


def names(case: Case) -> dict[str, str]:
    """Give the full name of each person of the case, by the id that lists refer to."""
    groups = ("children", "family", "other_people", "professionals")
    return {p["id"]: p["name"]["full"] for g in groups for p in case.each(g)}


def partners(found: Scheduled, case: Case) -> list[Facts]:
    """Give the safeguarding partners, with what each answered; a procedure may name none."""
    if _PARTNERS not in found.procedure.roles:
        return []
    responses = {p["partner"]: p for p in case.get("decision.partners", ())}
    return [
        _partner(found, role, responses.get(role, {}))
        for role in found.procedure.members(_PARTNERS)
    ]


def _partner(found: Scheduled, role: str, response: Mapping[str, Any]) -> Facts:
    signed = response.get("signature", {})
    own = [p["contact"] for p in found.case.each(_PARTNERS) if p["role"] == role]
    authority = found.case.get("authorities.incident", "")
    held = found.ground.partnership.contacts_for(role, found.as_of.day, authority)
    if own:
        who = {
            "name": own[0]["name"]["full"],
            "job_title": own[0].get("job_title", ""),
            "organisation": own[0].get("organisation", ""),
        }
    elif held:
        first = held[0]
        who = {
            "name": first.name,
            "job_title": first.job_title,
            "organisation": first.organisation,
        }
    else:
        who = {}
    answers = {
        "response": response.get("response"),
        "rationale": response.get("rationale"),
        "signed_on": signed.get("signed_on"),
        "signed_name": signed.get("name"),
    }
    given = {key: value for key, value in answers.items() if value}
    return {"role": vocabulary(found.content, found.procedure)[role], **who, **given}


def _child(case: Case, child: Mapping[str, Any], words: Words) -> Facts:
    name = child["name"]["full"]
    facts = {**child, "label": child.get("labels", {}).get("label", "")}
    if name != _UNNAMED:
        facts["initials"] = _initials(name)
    if age := _age(case, child, words):
        facts["age"] = age
    return {key: value for key, value in facts.items() if value != ""}


def _age(case: Case, child: Mapping[str, Any], words: Words) -> str:
    """Give a child's age at the incident, in months while that says more."""
    born, happened = child.get("date_of_birth"), _incident(case)
    if not born or not happened or happened < date.fromisoformat(born):
        return ""
    years = age_on(date.fromisoformat(born), happened)
    if years >= _IN_YEARS:
        return f"{years} {words['in_years']}"
    months = _months(date.fromisoformat(born), happened)
    if months == 0:
        days = (happened - date.fromisoformat(born)).days
        return _counted(days, words["one_day" if days == 1 else "in_days"])
    return _counted(months, words["one_month" if months == 1 else "in_months"])


def _counted(number: int, unit: str) -> str:
    return f"{_number(number) if number else number} {unit}"


def _months(born: date, day: date) -> int:
    return (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)


def _incident(case: Case) -> date | None:
    for event in case.each("events"):
        if event["event"] == "incident_occurred" and "actual" in event:
            return date.fromisoformat(event["actual"][:10])
    return None

"""What a published paper may print: masked words, roles and labels, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

__all__ = ["About", "public_facts"]

_NEVER = frozenset({"sign_off", "publication"})
_REVIEW = ("methodology", "period_from", "period_to")
_TO_EXPLAIN = frozenset(
    {"childrens_social_care", "police", "hospital", "community_health", "mental_health"}
    | {"ambulance", "youth_justice", "probation", "housing", "adult_social_care", "early_help"}
    | {"drug_and_alcohol", "domestic_abuse", "voluntary", "cafcass", "immigration"}
)

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the review beside its words."""

    case: Mapping[str, Any]
    """The case's own data; of it only roles, labels and months are taken."""
    partnership: Mapping[str, Any]
    words: Mapping[str, str]
    methodology: str = ""
    happened: date | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    """What each person of the case is called in the published papers, by their short name."""


def public_facts(report: Mapping[str, Any], about: About) -> Facts:
    """Give what the templates of published papers may print."""
    own = {key: value for key, value in report.items() if key not in _NEVER}
    glossary = [*own.get("glossary", ()), *_agencies(about, own)]
    method = {"methodology": about.methodology} if about.methodology else {}
    return {
        "case": {
            "report": {**own, **({"glossary": glossary} if glossary else {})},
            "review": _review(about.case),
            "family": list(_family(about)),
        },
        "children": [_child(child, about) for child in about.case.get("children", ())],
        "partnership": dict(about.partnership),
        "words": dict(about.words),
        **method,
    }


def _review(case: Mapping[str, Any]) -> Facts:
    review = case.get("review", {})
    reviewer = review.get("reviewer", {}).get("name")
    kept = {key: review[key] for key in _REVIEW if key in review}
    return kept | ({"reviewer": {"name": reviewer}} if reviewer else {})


def _family(about: About) -> Iterator[Facts]:
    """Give the family by role: what each is called, and how they are related."""
    for person in about.case.get("family", ()):
        if label := about.labels.get(person["id"]):
            yield {"relationship": person["relationship"], "labels": {"label": label}}


def _child(child: Mapping[str, Any], about: About) -> Facts:
    label = about.labels.get(child["id"], "")
    age = _age(child, about)
    return {**({"label": label} if label else {}), **({"age": age} if age else {})}


def _age(child: Mapping[str, Any], about: About) -> str:
    """Give the age in whole years: a baby's weeks or months would tell who it is."""
    born = child.get("date_of_birth")
    if not born or about.happened is None:
        return ""
    day = date.fromisoformat(born)
    years = (
        about.happened.year - day.year - (about.happened.timetuple()[1:3] < day.timetuple()[1:3])
    )
    if years < 1:
        return about.words["under_one"]
    return f"{years} {about.words['in_years']}" if years > 1 else about.words["one_year"]


def _agencies(about: About, report: Mapping[str, Any]) -> Iterator[Facts]:
    """Explain the agencies the report names, by what they are; those explained already are not."""
    told = {entry["term"].casefold() for entry in report.get("glossary", ())}
    text = str(report).casefold()
    for agency in about.case.get("agencies", ()):
        name, kind = agency["name"], agency.get("kind", "")
        if kind in _TO_EXPLAIN and name.casefold() in text and name.casefold() not in told:
            yield {"term": name, "meaning": about.words[f"agency_{kind}"]}

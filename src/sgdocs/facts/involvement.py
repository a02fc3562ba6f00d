"""Which agencies are asked: those involved within the procedure's look-back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.dates import add_months
from sgdocs.procedure import LookBack

__all__ = ["Involvement", "involvement"]

_RULE_FOR = {
    "child": "child_and_family",
    "family": "child_and_family",
    "suspected_perpetrator": "suspected_perpetrator",
}


@dataclass(frozen=True, slots=True)
class Involvement:
    """Whether an agency is asked: yes, no, or ask a person."""

    involved: str
    with_child: bool
    with_perpetrator: bool


def involvement(
    agency: Mapping[str, Any],
    rules: Mapping[str, LookBack],
    starts: Mapping[str, date],
    chosen: date | None,
) -> Involvement:
    """Judge an agency by each reading of where the look-back starts."""
    entries = agency.get("involvement", ())
    return Involvement(
        involved=_involved(agency, rules, starts, chosen),
        with_child=any(e["with"] != "suspected_perpetrator" for e in entries),
        with_perpetrator=any(e["with"] == "suspected_perpetrator" for e in entries),
    )


def _involved(
    agency: Mapping[str, Any],
    rules: Mapping[str, LookBack],
    starts: Mapping[str, date],
    chosen: date | None,
) -> str:
    if "include" in agency:
        return str(agency["include"])
    entries = agency.get("involvement", ())
    if not entries:
        return "ask"
    answers = [_by_each_start(e, rules.get(_RULE_FOR[e["with"]]), starts, chosen) for e in entries]
    if any(a == {True} for a in answers):
        return "yes"
    return "no" if all(a == {False} for a in answers) else "ask"


def _by_each_start(
    entry: Mapping[str, Any],
    rule: LookBack | None,
    starts: Mapping[str, date],
    chosen: date | None,
) -> set[bool]:
    """Say whether an involvement counts, by every reading of the start of the look-back."""
    ended = date.fromisoformat(entry["to"]) if "to" in entry else date.max
    if rule and rule.unit == "chosen" and chosen is None:
        return {True} if ended == date.max else {True, False}
    return {ended >= first for first in _firsts(rule, starts, chosen)} or {True}


def _firsts(
    rule: LookBack | None, starts: Mapping[str, date], chosen: date | None
) -> Iterable[date]:
    if rule is None or rule.unit == "none":
        return ()
    if rule.unit == "chosen":
        return (chosen,) if chosen else ()
    months = (rule.period or 0) * (12 if rule.unit == "years" else 1)
    return tuple(add_months(starts[s], -months) for s in rule.starts if s in starts)

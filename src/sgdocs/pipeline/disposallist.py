"""The list of cases to be disposed of: made for a person to look at, and signed by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.partnership import Retention
from sgdocs.pipeline.retaining import Retained
from sgdocs.reading import dump, read_file, require_mapping
from sgdocs.schema import check, load_schema

__all__ = ["DisposalList", "Listed", "list_text", "signed_list"]

_HEAD = """\
# Cases whose time of keeping has passed. Look at each, and take out those that are to stay.
# Whoever decides writes their name, their role and the day below, in quotes.
# Then: sgdocs dispose, with the name of this file. A case that was changed after the list was
# made, that is open, or that has a hold on it stays all the same.
"""
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Listed:
    """One case of a list."""

    reference: str
    folder: str
    case_sha256: str
    closed_on: date
    keep_until: date


@dataclass(frozen=True, slots=True)
class DisposalList:
    """A signed list: what is to go, by whose decision, and by which rule."""

    cases: tuple[Listed, ...]
    rule: Retention
    signed_by: str
    signed_role: str
    signed_on: date
    sha256: str


def list_text(cases: Iterable[Retained], made_on: date) -> str:
    """Write the list of the cases that nothing stands against, for a person to sign."""
    going = [case for case in cases if not case.against]
    rule = next((case.rule for case in going if case.rule), None)
    data = {
        "format": _FORMAT,
        "made_on": made_on.isoformat(),
        "rule": _rule(rule),
        "cases": [_listed(case) for case in going],
        "signed_by": "",
        "signed_role": "",
        "signed_on": "",
    }
    return _HEAD + dump(data)


def signed_list(path: Path, content: Content, today: date) -> DisposalList:
    """Read a list that somebody signed; refuse one that nobody did."""
    document = read_file(path)
    require_mapping(document)
    if findings := check(document, load_schema(content, "disposal-list")):
        raise InputRefused(
            f"this is not a disposal list as sgdocs makes it: {findings[0].line_of_text()}",
            where=document.name,
            remedy="Make one with: sgdocs dispose --list -o FILE.",
        )
    data = document.data
    signed_on = _signed_on(data, document.name, today)
    rule = data["rule"]
    return DisposalList(
        tuple(_from_data(case) for case in data["cases"]),
        Retention(rule["years"], tuple(rule["closed_by"]), rule.get("source", "")),
        data["signed_by"].strip(),
        data["signed_role"].strip(),
        signed_on,
        sha256(document.text.encode()).hexdigest(),
    )


def _signed_on(data: dict[str, Any], name: str, today: date) -> date:
    """Insist on a name, a role and a day that lies between the making of the list and today."""
    if not all(data[field].strip() for field in ("signed_by", "signed_role", "signed_on")):
        raise SafetyRefused(
            "nobody has signed this list.",
            where=name,
            remedy="Whoever decides fills in signed_by, signed_role and signed_on.",
        )
    signed_on = date.fromisoformat(data["signed_on"])
    if not date.fromisoformat(data["made_on"]) <= signed_on <= today:
        raise SafetyRefused(
            "it was signed before it was made, or on a day still to come.",
            where=name,
            remedy="Write the day on which the decision was taken.",
        )
    return signed_on


def _rule(rule: Retention | None) -> dict[str, Any]:
    if rule is None:
        return {"years": 1, "closed_by": ["none"]}
    source = {"source": rule.source} if rule.source else {}
    return {"years": rule.years, "closed_by": list(rule.closed_by), **source}


def _listed(case: Retained) -> dict[str, str]:
    return {
        "reference": case.reference,
        "folder": case.path.parent.name,
        "closed_on": case.closed_on.isoformat() if case.closed_on else "",
        "keep_until": case.keep_until.isoformat() if case.keep_until else "",
        "case_sha256": case.case_sha256,
    }


def _from_data(case: dict[str, str]) -> Listed:
    return Listed(
        case["reference"],
        case["folder"],
        case["case_sha256"],
        date.fromisoformat(case["closed_on"]),
        date.fromisoformat(case["keep_until"]),
    )

"""What a notification tells, as parts of a case: everybody with a short name, nothing guessed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

__all__ = ["Assumed", "told_by"]

_SHORT = re.compile(r"[^a-z0-9]+")
_LONGEST = 40
_UNKNOWN = "unknown"
_LEARNING, _SERIOUS = "learning_request", "serious_incident"
Part = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a case file must say and the form did not, and what was written meanwhile."""

    what: str
    remedy: str


def told_by(data: Mapping[str, Any], form: str) -> tuple[Part, tuple[Assumed, ...]]:
    """Give the parts of a case that a notification tells, and what was assumed meanwhile."""
    told: Part = deepcopy(dict(data))
    assumed: list[Assumed] = []
    referral = told.setdefault("referral", {})
    referral["form"] = form
    referral.setdefault("pathway", _LEARNING if "learning_type" in referral else _SERIOUS)
    children = told.setdefault("children", [{}])
    told["children"] = [
        _child(n, child, referral["pathway"], assumed) for n, child in enumerate(children, 1)
    ]
    _name_all(told)
    return told, tuple(assumed)


def _child(number: int, child: Part, pathway: str, assumed: list[Assumed]) -> Part:
    known = {"id": f"child-{number}", "name": _named(child), **_but(child, "name")}
    if "harm" not in known:
        known["harm"] = _harm(known, pathway)
        if pathway == _SERIOUS and known["harm"] != "died":
            assumed.append(
                Assumed(
                    f"Child {number}: the form does not say whether the child died; “seriously "
                    "harmed” was written.",
                    "Correct it in the case file if that is wrong.",
                )
            )
    return known


def _harm(child: Part, pathway: str) -> str:
    if "date_of_death" in child:
        return "died"
    return "neither" if pathway == _LEARNING else "seriously_harmed"


def _name_all(told: Part) -> None:
    """Give each person and agency the short name by which the case file points at them."""
    taken: Counter[str] = Counter()
    for person in told.get("family", ()):
        person.setdefault("relationship", "other")
    for part, stem in (("family", "relationship"), ("other_people", ""), ("professionals", "")):
        if part in told:
            told[part] = [_person(one, stem, part, taken) for one in told[part]]
    for one in told.get("professionals", ()):
        one.setdefault("job_title", "not stated")
    if "agencies" in told:
        told["agencies"] = [_agency(one, taken) for one in told["agencies"]]


def _person(one: Part, stem: str, part: str, taken: Counter[str]) -> Part:
    word = str(one[stem]) if stem else {"professionals": "professional"}.get(part, "person")
    return {"id": _free(word.replace("_", "-"), taken), "name": _named(one), **_but(one, "name")}


def _agency(one: Part, taken: Counter[str]) -> Part:
    name = str(one.get("name", "")) or _UNKNOWN
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    short = _SHORT.sub("-", plain.replace("'", "")).strip("-")[: _LONGEST - 4].strip("-")
    short = short if short[:1].isalpha() else "agency"
    manager = one.get("manager")
    known = {"manager": {"name": _named(manager), **_but(manager, "name")}} if manager else {}
    return {"id": _free(short, taken), "name": name, **_but(one, "name", "manager"), **known}


def _free(word: str, taken: Counter[str]) -> str:
    taken[word] += 1
    return word if taken[word] == 1 else f"{word}-{taken[word]}"


def _named(one: Mapping[str, Any]) -> Part:
    return (
        {"full": _UNKNOWN, **one.get("name", {})}
        if isinstance(one.get("name"), Mapping)
        else {"full": _UNKNOWN}
    )


def _but(one: Mapping[str, Any], *left: str) -> Part:
    return {name: value for name, value in one.items() if name not in left}

"""What papers are given is what schemas/paper.schema.json says they are."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

import jsonschema_rs
import pytest

from artefacts.asking import EXAMPLES, standing
from sgdocs.artefacts import AGENCY_ROLES, Asked, file_copy, select
from sgdocs.checking import PaperTypes, uses_of
from sgdocs.content import Content
from sgdocs.paperfacts import Occasion, fields, gather
from sgdocs.paperfacts.seeing import seen_by_agency
from sgdocs.procedure import Artefact, artefact_entries, load_procedure
from sgdocs.standing import Scheduled

pytestmark = pytest.mark.slow

CONTENT = Content()
TYPES = PaperTypes(CONTENT)
CASES = sorted(p.parent.name for p in EXAMPLES.glob("*/case.yaml"))
BASE = "https://sgdocs.example.org/schemas/"
PAPER = json.loads(CONTENT.path("schemas", "paper.schema.json").read_text(encoding="utf-8"))
CASE = json.loads(CONTENT.path("schemas", "case.schema.json").read_text(encoding="utf-8"))


def registry() -> jsonschema_rs.Registry:
    names = CONTENT.names("schemas", ".schema.json")
    read = [json.loads(CONTENT.path("schemas", n).read_text(encoding="utf-8")) for n in names]
    own = [(f"{BASE}{form['$id']}", form | {"$id": f"{BASE}{form['$id']}"}) for form in TYPES.forms]
    return jsonschema_rs.Registry([*((schema["$id"], schema) for schema in read), *own])


def as_json(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(k): as_json(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def occasions(found: Scheduled) -> Iterator[Occasion]:
    """Give one paper of each step and reader, whether it is due or not."""
    for asked in (Asked(), Asked(until=date(2027, 12, 31), again=True)):
        for one in select(found, asked):
            for to in (*one.to, file_copy(found)):
                yield Occasion(one.artefact, one.row, to, found.rows, one.day)


def validator(schema: Mapping[str, Any]) -> jsonschema_rs.Draft202012Validator:
    whole = {**schema, "$id": f"{BASE}one.json"}
    return jsonschema_rs.Draft202012Validator(whole, registry=registry())


@cache
def validator_of(procedure: str, paper: str, *, agency: bool) -> jsonschema_rs.Draft202012Validator:
    """Give what the context of one paper is held against, without what belongs to its kind."""
    artefact = next(a for a in artefact_entries(CONTENT) if a["id"] == paper)
    use = uses_of(Artefact.from_data(artefact), [load_procedure(CONTENT, procedure)])
    schema = TYPES.schema(use, letter=True, agency=agency)
    schema["required"].remove("sender")
    return validator(schema)


def places(check: jsonschema_rs.Draft202012Validator, given: Mapping[str, Any]) -> set[str]:
    """Give the places that are not as declared, with what is amiss, values left out."""
    return {f"{e.instance_path} {e.kind}" for e in check.iter_errors(as_json(given))}


@pytest.mark.parametrize("example", CASES)
def test_what_a_paper_is_given_is_declared(example: str) -> None:
    found = standing(example, "2026-11-20")
    wrong, seen = set(), set()
    for on in occasions(found):
        key = (on.artefact.id, on.row.step if on.row else "", on.to.role in AGENCY_ROLES)
        if key not in seen:
            check = validator_of(found.case.procedure, on.artefact.id, agency=key[2])
            wrong |= {f"{on.artefact.id} {place}" for place in places(check, gather(found, on))}
            seen.add(key)
    assert seen
    assert wrong == set()


@pytest.mark.parametrize("example", CASES)
def test_what_a_form_is_given_is_declared(example: str) -> None:
    found = standing(example, "2026-11-20")
    check, wrong, seen = validator(TYPES.form), set(), set()
    for on in occasions(found):
        about = on.row.instance if on.row else None
        key = (on.to.role in AGENCY_ROLES, about.id if about and about.kind == "agency" else "")
        if key not in seen:
            wrong |= places(check, fields(found, on, {}))
            seen.add(key)
    assert seen
    assert wrong == set()


# A definition that has more fields than the case file’s of the same kind, or other kinds of them.
LIKE = {
    **{name: name for name in ("child", "agency", "action", "family_member", "meeting")},
    **{name: name for name in ("criterion", "call", "dispatch", "involvement")},
    "option": "chosen_option",
    "rapid_review_meeting": "meeting",
}


@pytest.mark.parametrize(("ours", "theirs"), LIKE.items())
def test_no_field_of_the_case_file_is_left_out(ours: str, theirs: str) -> None:
    declared = PAPER["$defs"][ours]["properties"].keys()
    assert set(CASE["$defs"][theirs]["properties"]) - set(declared) == set()


class Everything:
    """A case in which every field is there."""

    data: Mapping[str, Any] = MappingProxyType(
        {
            name: {field: field for field in part.get("properties", {})} or name
            for name, part in CASE["properties"].items()
        }
    )

    def each(self, name: str) -> list[Mapping[str, Any]]:
        """Give one entry with every field, and with those that are worked out."""
        kind = {"children": "child", "family": "family_member"}[name]
        return [dict.fromkeys(PAPER["$defs"][kind]["properties"], 1)]


def test_what_an_agency_may_see_is_declared_and_nothing_else() -> None:
    declared = PAPER["$defs"]["case_for_agency"]["properties"]
    seen = seen_by_agency(Everything())  # type: ignore[arg-type]
    assert seen.keys() == declared.keys()
    for name in ("incident", "rapid_review", "review"):
        assert seen[name].keys() == declared[name]["properties"].keys()
    for name, kind in (("children", "child_for_agency"), ("family", "relative_for_agency")):
        assert set(seen[name][0]) == set(PAPER["$defs"][kind]["properties"])

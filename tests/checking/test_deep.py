"""`check --deep`: the check held against templates that are really rendered."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from checking.schemas import CASES, SCHEMA
from checking.wordfile import p, table, word
from sgdocs.checking import Finding, Wish, check_files, own_world, whole_schema
from sgdocs.checking.deep import try_files
from sgdocs.checking.oracle import cases_of
from sgdocs.checking.types.schemas import Schemas
from sgdocs.content import Content
from sgdocs.pipeline.proving import Proof
from sgdocs.pipeline.provingall import prove_all
from sgdocs.pipeline.trying import try_papers

DEEP = int(os.environ.get("SGDOCS_DEEP", "0"))


def _whole(schema: Path) -> dict[str, Any]:
    schemas = Schemas()
    return whole_schema(schemas.open(schema), schemas)


def _tried(path: Path, found: list[Finding], count: int = 40) -> list[Finding]:
    """Hold what is claimed to have been found against rendering."""
    return try_files(SCHEMA, [path], own_world(), found, count)


def _written(folder: Path, text: str) -> Path:
    path = folder / "t.md"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", sorted((CASES / "clean").glob("*.md")), ids=lambda p: p.stem)
def test_rendering_agrees_with_sound_templates(path: Path) -> None:
    assert check_files(SCHEMA, [path], Wish(deep=20)) == []


_SOME = sorted((CASES / "faults").glob("*.md"))[::9]


@pytest.mark.parametrize("path", _SOME, ids=lambda p: p.stem)
def test_rendering_agrees_with_faulty_templates(path: Path) -> None:
    rules = [f.rule for f in check_files(SCHEMA, [path], Wish(deep=40))]
    assert rules
    assert "disagreement" not in rules


@pytest.mark.parametrize(
    "text",
    [
        "{{ note }}",
        "{{ meeting.chair.name }}",
        "{% if decision.outcome == 'passed' %}{{ decision.reason }}{% endif %}",
        "{% for g in guests %}x{% endfor %}",
        "{{ items_to_note[2] }}",
        "{{ note|nonsense }}",
        "{% if note %}",
        "{{ members }}",
        "{{ meeting.minutes|default('') }}",
        "{{ meeting.place|long_date }}",
    ],
)
def test_a_check_that_finds_nothing_is_contradicted(tmp_path: Path, text: str) -> None:
    found = _tried(_written(tmp_path, text), [])
    assert [f.rule for f in found] == ["disagreement"]


def test_a_check_that_finds_too_much_is_contradicted(tmp_path: Path) -> None:
    path = _written(tmp_path, "{% if note %}{{ note }}{% endif %}")
    place = (str(path), "body", "", "", 1, "")
    claimed = Finding("optional-unguarded", "error", *place, "$.note", "it may not be there")
    (found,) = _tried(path, [claimed])
    assert (found.rule, found.path, found.line) == ("disagreement", "$.note", 1)


def test_word_files_are_rendered_part_by_part(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    rows = table(("{%tr for m in members %}",), ("{{ m.name }}",), ("{%tr endfor %}",))
    path.write_bytes(word(rows, p("{{ reference }}"), header1=p("{{ note }}")))
    assert [f.part for f in _tried(path, [], 10)] == ["header"]
    path.write_bytes(word(rows, title="{{ note }}"))
    assert [f.part for f in _tried(path, [], 10)] == ["core-property:title"]
    path.write_bytes(word(p("{%p if note %}"), p("x {% endif %}")))
    assert [f.part for f in _tried(path, [], 10)] == ["body"]
    path.write_bytes(word(rows))
    assert _tried(path, [], 10) == []


def test_cases_lie_at_the_edges_and_fit() -> None:
    whole = _whole(SCHEMA)
    cases = list(cases_of(whole, 120))
    validator = jsonschema_rs.Draft202012Validator(whole)
    assert len(cases) == 120
    assert all(validator.is_valid(case) for case in cases)
    optional = whole["properties"].keys() - set(whole["required"])
    for name in optional:
        assert {name in case for case in cases} == {True, False}
    assert {case["decision"]["outcome"] for case in cases} == {"passed", "rejected", "postponed"}
    assert {p["kind"] for c in cases for p in c.get("payments", ())} == {"cheque", "transfer"}
    assert {min(len(case["items_to_note"]), 2) for case in cases} == {0, 1, 2}


_HARD = {
    "type": "object",
    "properties": {
        "a": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{4}(-x)?$"},
        "b": {"type": "array", "prefixItems": [{"const": 1}], "items": False, "minItems": 1},
        "c": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/tree"}]},
        "d": {"type": "object", "patternProperties": {"^q[0-9]$": {"type": "integer"}}},
        "e": {"type": "integer", "exclusiveMinimum": 3, "maximum": 5},
        "f": {"type": "array", "contains": {"const": "x"}, "uniqueItems": True},
    },
    "required": ["a", "b", "e", "f"],
    "dependentRequired": {"c": ["d"]},
    "dependentSchemas": {"d": {"required": ["c"]}},
    "if": {"properties": {"e": {"const": 4}}},
    "then": {"required": ["g"], "properties": {"g": {"type": "boolean"}}},
    "else": {"properties": {"g": False}},
    "$defs": {
        "tree": {
            "type": "object",
            "required": ["on"],
            "properties": {"on": {"type": "array", "items": {"$ref": "#/$defs/tree"}}},
        }
    },
}


def test_a_hard_schema_is_filled_too(tmp_path: Path) -> None:
    path = tmp_path / "hard.json"
    path.write_text(json.dumps(_HARD))
    cases = list(cases_of(_whole(path), 20))
    assert len(cases) == 20
    assert {case.get("g") for case in cases} == {None, True, False}


def test_our_own_papers_are_tried_too() -> None:
    content = Content()
    only = ["letters/nel/scsi-2.md", "templates/phone-log.docx"]
    proof = prove_all(content, only, against=None, wish=Wish(deep=3))
    assert proof.shown(notes=False) == []


@pytest.mark.deep
@pytest.mark.timeout(3000)
@pytest.mark.skipif(not DEEP, reason="long: SGDOCS_DEEP says how many cases")
def test_all_our_papers_are_tried() -> None:
    count = DEEP // 5
    assert prove_all(Content(), [], against=None, wish=Wish(deep=count)).shown(notes=False) == []


def test_a_paper_that_was_not_proved_rightly_is_contradicted(tmp_path: Path) -> None:
    text = Content().path("letters", "nel/scsi-2.md").read_text(encoding="utf-8")
    place = tmp_path / "letters" / "nel" / "scsi-2.md"
    place.parent.mkdir(parents=True)
    place.write_text(text.replace("{{ recipient.name }}", "{{ recipient.name|long_date }}"))
    found = try_papers(Content(tmp_path), Proof(("letters/nel/scsi-2.md",), ()), 3)
    assert "disagreement" in {f.rule for f in found}

"""What schemas say, as templates find it out."""

import json
from pathlib import Path
from typing import Any

import pytest

from sgdocs.checking import check_files
from sgdocs.errors import InputRefused

_TEXT = {"type": "string"}


def _rules(folder: Path, schema: Any, text: str) -> list[str]:
    path, template = folder / "schema.json", folder / "t.md"
    path.write_text(json.dumps(schema), encoding="utf-8")
    template.write_text(text, encoding="utf-8")
    return [f.rule for f in check_files(path, [template])]


def _needing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": sorted(properties)}


_OUTCOME = {
    "type": "object",
    "properties": {"outcome": {"enum": ["yes", "no"]}, "why": _TEXT},
    "required": ["outcome"],
    "if": {"properties": {"outcome": {"const": "no"}}},
    "then": {"required": ["why"]},
}
_EITHER = {
    "oneOf": [_needing(kind={"const": "a"}, one=_TEXT), _needing(kind={"const": "b"}, two=_TEXT)]
}
_SOUND = [
    (True, "{{ anything.at.all }}"),
    ({"type": "object"}, "{{ anything }}"),
    ({**_needing(a=_TEXT), "additionalProperties": True}, "{{ b.c }}"),
    (_needing(a={}), "{{ a }}{% for x in a %}{{ x.y }}{% endfor %}"),
    (_needing(a={"type": ["string", "integer"]}), "{{ a }}"),
    (_needing(a={"$ref": "#/$defs/t"}) | {"$defs": {"t": _TEXT}}, "{{ a }}"),
    (_needing(a={"$ref": "#t"}) | {"$defs": {"t": {"$anchor": "t", **_TEXT}}}, "{{ a }}"),
    ({"allOf": [_needing(a=_TEXT), _needing(b=_TEXT)]}, "{{ a }}{{ b }}"),
    ({"type": "object", "properties": {"a": _TEXT}, "allOf": [{"required": ["a"]}]}, "{{ a }}"),
    (_OUTCOME, "{% if outcome == 'no' %}{{ why }}{% endif %}"),
    (_OUTCOME, "{% if outcome != 'yes' %}{{ why }}{% endif %}"),
    (_EITHER, "{% if kind == 'a' %}{{ one }}{% else %}{{ two }}{% endif %}"),
    (_EITHER, "{% if one is defined %}{{ kind }}{{ one }}{% else %}{{ two }}{% endif %}"),
    (
        {
            "type": "object",
            "properties": {"a": _TEXT, "b": _TEXT},
            "dependentRequired": {"a": ["b"]},
        },
        "{% if a %}{{ b }}{% endif %}",
    ),
    (
        {
            "type": "object",
            "properties": {"a": _TEXT},
            "dependentSchemas": {"a": _needing(b=_TEXT)},
        },
        "{% if a is defined %}{{ b }}{% endif %}",
    ),
    (_needing(a={"type": "array", "items": _TEXT, "minItems": 2}), "{{ a[1] }}{{ a|first }}"),
    (
        _needing(a={"type": "array", "contains": _TEXT}),
        "{% for x in a %}{{ loop.index }}{% endfor %}",
    ),
    (
        {"type": "object", "patternProperties": {"^n_": _TEXT}, "properties": {"a": _TEXT}},
        "{{ n_one or '-' }}",
    ),
    (_needing(a={"type": "string", "nullable": True}), "{% if a %}{{ a }}{% endif %}"),
    (_needing(a={"anyOf": [_TEXT, {"type": "null"}]}), "{% if a is not none %}{{ a }}{% endif %}"),
    (_needing(a={"enum": ["x", "y"], "not": {"const": "y"}}), "{{ {'x': 1}[a] }}"),
    (_needing(a={"allOf": [{"$ref": "#"}]}), "{{ a.a.a.a and 'deep' }}"),
]
_FAULTY = [
    (_needing(a=_TEXT), "{{ b }}", "unknown-name"),
    ({**_needing(a=_TEXT), "additionalProperties": _TEXT}, "{{ b }}", "optional-unguarded"),
    (_OUTCOME, "{{ why }}", "optional-unguarded"),
    (_OUTCOME, "{% if outcome == 'yes' %}{{ why }}{% endif %}", "optional-unguarded"),
    (_EITHER, "{{ one }}", "optional-unguarded"),
    (_EITHER, "{% if kind == 'c' %}x{% endif %}", "never-equal"),
    (_needing(a={"type": "string", "nullable": True}), "{{ a }}", "prints-null"),
    (_needing(a={"type": "array", "items": _TEXT, "maxItems": 2}), "{{ a[2] }}", "maybe-empty"),
    (_needing(a={"type": "integer", "maximum": 5}), "{% if a > 5 %}x{% endif %}", "always-false"),
    (_needing(a={"const": True}), "{% if a == 'x' %}x{% endif %}", "never-equal"),
    (_needing(a={**_TEXT, "format": "date"}), "{% if a == 'Monday' %}x{% endif %}", "never-equal"),
    (_needing(a={**_TEXT, "pattern": "^[0-9]+$"}), "{% if a == 'x' %}x{% endif %}", "never-equal"),
]


@pytest.mark.parametrize(("schema", "text"), _SOUND)
def test_a_schema_allows(tmp_path: Path, schema: Any, text: str) -> None:
    assert _rules(tmp_path, schema, text) == []


@pytest.mark.parametrize(("schema", "text", "rule"), _FAULTY)
def test_a_schema_rules_out(tmp_path: Path, schema: Any, text: str, rule: str) -> None:
    assert _rules(tmp_path, schema, text) == [rule]


def test_a_reference_to_another_file(tmp_path: Path) -> None:
    other = {"$defs": {"person": _needing(name=_TEXT)}, "$id": "https://example.org/people.json"}
    (tmp_path / "people.json").write_text(json.dumps(other), encoding="utf-8")
    for reference in ("people.json#/$defs/person", "https://example.org/people.json#/$defs/person"):
        schema = _needing(a={"$ref": reference})
        assert _rules(tmp_path, schema, "{{ a.name }}") == []
        assert _rules(tmp_path, schema, "{{ a.nmae }}") == ["unknown-field"]


@pytest.mark.parametrize("reference", ["#/$defs/none", "none.json", "#none"])
def test_a_reference_that_leads_nowhere(tmp_path: Path, reference: str) -> None:
    with pytest.raises(InputRefused):
        _rules(tmp_path, _needing(a={"$ref": reference}), "{{ a }}")


def test_a_schema_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        _rules(tmp_path, [1], "x")


@pytest.mark.parametrize(
    ("part", "keyword"),
    [
        ({"type": 7}, "type"),
        ({"type": ["string", {}]}, "type"),
        ({"properties": []}, "properties"),
        ({"type": "object", "required": [{}]}, "required"),
        ({"anyOf": {}}, "anyOf"),
        ({"type": "string", "minLength": "long"}, "minLength"),
        ({"dependentRequired": {"a": 1}}, "dependentRequired"),
    ],
)
def test_a_keyword_that_holds_what_it_cannot_is_named(
    tmp_path: Path, part: Any, keyword: str
) -> None:
    with pytest.raises(InputRefused, match=f"schema.json: .*“{keyword}” must be"):
        _rules(tmp_path, _needing(a=part), "{{ a }}{{ a.b }}")


def test_lists_and_objects_that_are_ruled_out_are_no_fault(tmp_path: Path) -> None:
    ruled_out = {"type": "string", "not": {"enum": [["x"], {}, "y"]}}
    assert _rules(tmp_path, _needing(a=ruled_out), "{{ a }}") == []


def test_a_name_no_file_can_have_leads_nowhere(tmp_path: Path) -> None:
    name = "é" * 300
    with pytest.raises(InputRefused, match=r"schema\.json"):
        _rules(tmp_path, _needing(a={"$ref": f"{name}.json"}), "{{ a.b }}")
    assert _rules(tmp_path, _needing(a=_TEXT), f"{{% include '{name}' %}}")

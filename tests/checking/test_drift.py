"""`check --against`: what a changed schema breaks, leaves behind and drops from print."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sgdocs.checking import Finding, Wish, check_drift
from sgdocs.content import Content
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.drifting import drift

pytestmark = pytest.mark.slow

OLD = {
    "type": "object",
    "required": ["name", "kind"],
    "properties": {
        "name": {"type": "string"},
        "kind": {"enum": ["a", "b"]},
        "rows": {"type": "array", "items": {"properties": {"x": {}, "y": {}}, "required": ["x"]}},
    },
}


def _changed(**changes: Any) -> dict[str, Any]:
    return {**OLD, "properties": {**OLD["properties"], **changes}}


def _drift(folder: Path, new: dict[str, Any], text: str, *data: Any) -> list[Finding]:
    paths = [folder / name for name in ("old.json", "new.json", "t.md")]
    for path, content in zip(paths, (json.dumps(OLD), json.dumps(new), text), strict=True):
        path.write_text(content, encoding="utf-8")
    files = [folder / f"case{n}.json" for n, _ in enumerate(data)]
    for file, held in zip(files, data, strict=True):
        file.write_text(json.dumps(held))
    return check_drift(paths[1], paths[0], [paths[2]], Wish(data=tuple(files)))


def test_a_template_that_breaks(tmp_path: Path) -> None:
    new = _changed() | {"required": ["kind"]}
    assert [f.rule for f in _drift(tmp_path, new, "{{ name }}")] == ["optional-unguarded"]


def test_what_was_wrong_before_is_not_said_again(tmp_path: Path) -> None:
    new = _changed(more={"type": "string"})
    assert _drift(tmp_path, new, "{{ nmae }} {{ name }}") == []


def test_a_word_that_is_no_longer_one(tmp_path: Path) -> None:
    new = _changed(kind={"enum": ["a", "c"]})
    (found,) = _drift(tmp_path, new, "{% if kind == 'b' %}x{% endif %}")
    assert found.rule == "never-equal"


def test_a_field_that_vanishes_from_print(tmp_path: Path) -> None:
    new = _changed(rows={"type": "array", "items": {"properties": {"x": {}}, "required": ["x"]}})
    text = "{% for r in rows or [] %}{{ r.y|default('') }}{{ r.x }}{% endfor %}"
    gone = [f for f in _drift(tmp_path, new, text) if f.rule == "vanished"]
    assert [(f.path, f.severity) for f in gone] == [("$.rows[].y", "warning")]


def test_a_file_that_needs_upgrading(tmp_path: Path) -> None:
    new = _changed(name={"type": "string", "maxLength": 3})
    right, late, never = {"name": "Ash", "kind": "a"}, {"name": "Aspen", "kind": "b"}, {"name": 1}
    (found,) = _drift(tmp_path, new, "{{ name }}", right, late, never)
    assert (found.rule, found.path) == ("outdated", "$.name")
    assert found.file.endswith("case1.json")
    assert "Aspen" not in found.message


def test_the_workspace_against_an_older_schema(tmp_path: Path) -> None:
    content = Content(tmp_path)
    schema = json.loads(content.path("schemas", "case.schema.json").read_text(encoding="utf-8"))
    example = content.path("examples", "nel/case.yaml").read_text(encoding="utf-8")
    case = tmp_path / "cases" / "A" / "case.yaml"
    case.parent.mkdir(parents=True)
    case.write_text(re.sub(r"(?m)^schema_version: .*\n", "", example), encoding="utf-8")
    schema["required"].remove("schema_version")
    old = tmp_path / "case.schema.json"
    old.write_text(json.dumps(schema), encoding="utf-8")
    found = [f for f in drift(content, old).shown(notes=False) if f.file != "partnership.yaml"]
    assert [(f.rule, f.file) for f in found] == [("outdated", "cases/A/case.yaml")]


def test_a_schema_of_another_name_is_refused(tmp_path: Path) -> None:
    old = tmp_path / "other.json"
    old.write_text("{}")
    with pytest.raises(UsageRefused):
        drift(Content(), old)

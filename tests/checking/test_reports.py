"""The forms a report takes, and the command that prints it."""

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from lxml import etree

from checking.schemas import CASES, SCHEMA
from checking.wordfile import p, word
from sgdocs.checking import RULES
from sgdocs.cli.main import main

_KEYS = [
    "rule",
    "severity",
    "file",
    "part",
    "heading",
    "table_row",
    "line",
    "text",
    "path",
    "message",
    "suggestion",
    "in_file",
]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Give a template with one error and one warning."""
    path = tmp_path / "letter.md"
    path.write_text("# Head: 50%\n\n{{ meeting.plaec }} {{ members }}\n", encoding="utf-8")
    return path


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(["check", *(str(a) for a in arguments)])
    return int(ended.value.code or 0), capsys.readouterr().out


def test_json_is_a_list_with_every_key(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _run(capsys, "--schema", SCHEMA, "--template", faulty, "--format", "json")
    found = json.loads(out)
    assert code == 1
    assert [list(f) for f in found] == [_KEYS, _KEYS]
    assert [(f["rule"], f["severity"], f["line"]) for f in found] == [
        ("unknown-field", "error", 3),
        ("prints-list", "warning", 3),
    ]
    assert found[0]["file"] == str(faulty)
    assert (found[0]["path"], found[0]["suggestion"]) == ("$.meeting.plaec", "place")
    assert (found[0]["heading"], found[0]["part"]) == ("Head: 50%", "body")


def test_sound_templates_give_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    clean = sorted((CASES / "clean").glob("*.md"))
    code, out = _run(capsys, "-s", SCHEMA, *clean, "--format", "json")
    assert (code, json.loads(out)) == (0, [])
    code, out = _run(capsys, "-s", SCHEMA, *clean)
    assert (code, out) == (0, f"{len(clean)} template(s): nothing to put right.\n")


def test_text_says_where_and_what_was_meant(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = _run(capsys, "-s", SCHEMA, "-t", faulty)
    assert code == 1
    assert "Did you mean “place”?" in out
    assert "line 3, under “Head: 50%”" in out
    assert out.endswith("1 error(s), 1 warning(s)\n")


def test_one_renamed_root_is_one_headline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.md"
    path.write_text("{{ meting.place }}\n" * 9, encoding="utf-8")
    _, out = _run(capsys, "-s", SCHEMA, "-t", path)
    assert out.count("unknown-name") == 1
    assert "and in 6 more place(s)" in out


def test_junit(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = CASES / "clean" / "minutes.md"
    _, out = _run(capsys, "-s", SCHEMA, faulty, sound, "--format", "junit")
    suite = etree.fromstring(out.encode())
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [len(case) for case in suite] == [2, 0]


def test_sarif(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = _run(capsys, "-s", SCHEMA, faulty, "--format", "sarif")
    run = json.loads(out)["runs"][0]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {
        "unknown-field",
        "prints-list",
    }
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 3


# The parts of SARIF 2.1.0 that are written, with what its schema demands of them.
_SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/run"}},
    },
    "additionalProperties": False,
    "$defs": {
        "text": {"type": "object", "required": ["text"], "properties": {"text": {"minLength": 1}}},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "run": {
            "type": "object",
            "required": ["tool"],
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "tool": {
                    "required": ["driver"],
                    "properties": {"driver": {"$ref": "#/$defs/tool"}},
                },
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
            "additionalProperties": False,
        },
        "tool": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "informationUri": {"type": "string", "format": "uri"},
                "rules": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {
                        "type": "object",
                        "required": ["id"],
                        "properties": {
                            "id": {"type": "string"},
                            "shortDescription": {"$ref": "#/$defs/text"},
                            "help": {"$ref": "#/$defs/text"},
                            "defaultConfiguration": {
                                "properties": {"level": {"$ref": "#/$defs/level"}},
                                "additionalProperties": False,
                            },
                        },
                        "additionalProperties": False,
                    },
                },
            },
            "additionalProperties": False,
        },
        "result": {
            "type": "object",
            "required": ["message", "ruleId", "ruleIndex"],
            "properties": {
                "message": {"$ref": "#/$defs/text"},
                "level": {"$ref": "#/$defs/level"},
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
            "additionalProperties": False,
        },
        "location": {
            "required": ["physicalLocation"],
            "properties": {
                "physicalLocation": {
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "required": ["uri"],
                            "properties": {"uri": {"type": "string", "format": "uri-reference"}},
                            "additionalProperties": False,
                        },
                        "region": {
                            "properties": {
                                "startLine": {"type": "integer", "minimum": 1},
                                "snippet": {"required": ["text"]},
                            },
                            "additionalProperties": False,
                        },
                    },
                    "additionalProperties": False,
                }
            },
            "additionalProperties": False,
        },
    },
}


def test_sarif_has_the_structure_it_must_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a letter’s words.md"
    path.write_text("{{ meeting.plaec }}{{ members }}\n{{ note }}", encoding="utf-8")
    _, out = _run(capsys, "-s", SCHEMA, path, "--format", "sarif")
    whole = json.loads(out)
    check = jsonschema_rs.Draft202012Validator(_SARIF, validate_formats=True)
    assert [f"{e.instance_path}: {e.message}" for e in check.iter_errors(whole)] == []
    run = whole["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == 3
    assert all(rules[r["ruleIndex"]] == r["ruleId"] for r in run["results"])


def test_the_hook_for_git_runs_the_check_and_nothing_else() -> None:
    root = Path(__file__).parents[2]
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["entry"], hook["pass_filenames"]) == ("sgdocs check", False)
    assert hook["id"] in (root / "docs" / "check.md").read_text("utf-8")
    wanted = ("letters/nel/scsi-2.md", "templates/tor.docx", "procedures/nel.yaml")
    assert all(re.search(hook["files"], name) for name in (*wanted, "partnership.yaml"))
    assert not re.search(hook["files"], "cases/A/case.yaml")


def test_github(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = _run(capsys, "-s", SCHEMA, faulty, "--format", "github")
    first = out.splitlines()[0]
    assert first.startswith("::error file=")
    assert "line=3,title=unknown-field::" in first
    assert "50%25" in first


def test_a_rule_can_be_turned_off(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("-s", SCHEMA, faulty, "--off", "unknown-field", "--off", "prints-list")
    assert _run(capsys, *arguments)[0] == 0
    assert _run(capsys, "-s", SCHEMA, faulty, "--off", "nothing")[0] == 2


def test_what_cannot_be_checked_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(capsys, "-s", SCHEMA)[0] == 2
    assert _run(capsys, "-s", SCHEMA, "-t", tmp_path / "none.md")[0] == 3
    assert _run(capsys, "-s", tmp_path / "none.json", "-t", tmp_path / "none.md")[0] == 3


def test_a_report_can_be_written_to_a_file(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "report.json"
    code, out = _run(capsys, "-s", SCHEMA, faulty, "--format", "json", "-o", to)
    assert (code, out) == (1, "")
    assert len(json.loads(to.read_text(encoding="utf-8"))) == 2


def test_word_and_markdown_together(
    tmp_path: Path, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(word(p("{{ refrence }}")))
    _, out = _run(capsys, "-s", SCHEMA, faulty, path, "--format", "json")
    assert {Path(f["file"]).name for f in json.loads(out)} == {"letter.md", "form.docx"}


def test_every_rule_says_what_it_is_for() -> None:
    for rule in RULES.values():
        assert rule.says.endswith(".")
        assert rule.example
        assert rule.severity in ("error", "warning", "note")


def test_what_a_changed_schema_breaks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new, path = tmp_path / "old.json", tmp_path / "new.json", tmp_path / "t.md"
    old.write_text('{"properties": {"a": {}, "b": {}}, "required": ["a", "b"]}')
    new.write_text('{"properties": {"a": {}}, "required": ["a"]}')
    path.write_text("{{ a }} {{ b }} {{ c }}")
    _, out = _run(capsys, "-s", new, "--against", old, path, "--format", "json")
    assert [(f["rule"], f["path"]) for f in json.loads(out)] == [
        ("unknown-name", "$.b"),
        ("vanished", "$.b"),
    ]


def test_fields_that_no_template_uses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.md"
    path.write_text("{{ reference }} {% for m in members %}{{ m.name }}{% endfor %}")
    _, out = _run(capsys, "-s", SCHEMA, path, "--coverage", "--format", "json")
    found = {f["path"]: f["rule"] for f in json.loads(out)}
    assert found["$.members[].number"] == "required-unprinted"
    assert found["$.members[].email"] == "never-printed"
    assert "$.reference" not in found
    assert "$.members[].name" not in found
    assert _run(capsys, "-s", SCHEMA, path)[0] == 0


def test_the_workspace_of_somebody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "partnership.yaml").write_text("x: 1")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "rr-invite.md").write_text("{{ reference|uper }}\n")
    monkeypatch.chdir(tmp_path)
    _, out = _run(capsys, "--format", "json", "letters/rr-invite.md")
    assert ("unknown-filter", "rr-invite.md") in {
        (f["rule"], Path(f["file"]).name) for f in json.loads(out)
    }

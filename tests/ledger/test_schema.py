"""Every line that is written fits the schema that other programs read it by."""

import json
import shutil
from pathlib import Path

from cli.asking import Office, sgdocs
from docs.pages import ROOT
from ledger.making import kept, lines
from sgdocs.content import Content
from sgdocs.ledger import Kind, ledger_file
from sgdocs.reading import parse
from sgdocs.schema import check, load_schema


def misfits(text: str) -> list[str]:
    schema = load_schema(Content(), "ledger")
    return [
        finding.line_of_text()
        for line in text.splitlines()
        for finding in check(parse(line, name="line", kind="json"), schema)
    ]


def test_the_lines_of_a_case_fit(tmp_path: Path) -> None:
    assert misfits(b"".join(lines(kept(tmp_path))).decode()) == []


def test_the_lines_of_real_work_fit_and_every_field_is_described(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    shutil.copytree(ROOT / "examples" / "nel-open", folder / "cases" / "open")
    office = Office(folder)
    for words in (
        ("build", "open", "--only", "SCHEDULE"),
        ("record", "dispatch", "open", "SCSI-4", "--to", "safeguarding_partners", "--file",
         str(ROOT / "README.md")),
        ("record", "call", "open", "other", "--caller", "Sam Winter"),
        ("record", "event", "open", "panel_acknowledged", "2026-11-20", "--planned"),
        ("record", "decision", "open", "--step", "agency-return", "--version",
         "flowcharts 1 to 4", "--by", "Sam Winter", "--reason", "It was out."),
    ):  # fmt: skip
        said = office.run(*words)
        assert said.code == 0, said.err + said.out
    text = ledger_file(folder / "cases" / "open").read_text()
    assert len(text.splitlines()) == 5
    assert misfits(text) == []
    known = load_schema(Content(), "ledger").root["properties"]["about"]["properties"]
    assert [key for line in text.splitlines() for key in json.loads(line)["about"]
            if key not in known] == []  # fmt: skip


def test_the_schema_knows_every_kind() -> None:
    schema = load_schema(Content(), "ledger").root
    assert schema["properties"]["kind"]["enum"] == [str(kind) for kind in Kind]


def test_a_line_that_is_not_one_does_not_fit(tmp_path: Path) -> None:
    one = json.loads(lines(kept(tmp_path))[0])
    for change in ({"kind": "guessed"}, {"number": 0}, {"hash": "x"}, {"at": "noon"}, {"note": 1}):
        assert misfits(json.dumps({**one, **change})), change

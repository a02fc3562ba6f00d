"""The letters, templates and procedures that ship go together, and a slip in a copy is found."""

import re
from pathlib import Path

import pytest
import yaml

from sgdocs.content import Content
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.proving import Proof, prove

BUILT_IN = Content()
SLIPS = yaml.safe_load((Path(__file__).parent / "slips.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shipped() -> Proof:
    return prove(BUILT_IN)


def test_nothing_that_ships_has_an_error_or_a_warning(shipped: Proof) -> None:
    found = shipped.shown(notes=False)
    assert [f"{f.file}:{f.line}: {f.message} [{f.rule}]" for f in found] == []


def test_every_letter_template_and_procedure_is_looked_at(shipped: Proof) -> None:
    for kind, suffix in (("letters", ".md"), ("templates", ".docx")):
        names = {n for n in BUILT_IN.names(kind, suffix) if "letterhead" not in n}
        there = {f"{kind}/{n}" for n in names if not n.endswith("README.md")}
        assert there <= set(shipped.files)
    assert "procedures/nel.yaml" in shipped.files


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip['rule']}-{slip['is'][:20]}")
def test_a_slip_is_found(tmp_path: Path, slip: dict[str, str]) -> None:
    text = BUILT_IN.path("letters", slip["letter"]).read_text(encoding="utf-8")
    assert slip["was"] in text
    place = tmp_path / "letters" / slip["letter"]
    place.parent.mkdir(parents=True)
    place.write_text(text.replace(slip["was"], slip["is"], 1), encoding="utf-8")
    found = prove(Content(tmp_path), [f"letters/{slip['letter']}"]).shown(notes=False)
    meant = {finding.suggestion for finding in found if finding.rule == slip["rule"]}
    assert meant
    assert slip.get("meant", "") in meant or "meant" not in slip


def test_a_letter_that_no_procedure_uses_is_named(tmp_path: Path) -> None:
    place = tmp_path / "letters" / "nel" / "scsi-22.md"
    place.parent.mkdir(parents=True)
    place.write_text("---\n---\n", encoding="utf-8")
    (found,) = prove(Content(tmp_path), ["letters/nel/scsi-22.md"]).findings
    assert found.rule == "orphan"


@pytest.mark.slow
@pytest.mark.parametrize("rules", ["national", "nel"])
def test_a_condition_on_what_is_no_fact_is_found(tmp_path: Path, rules: str) -> None:
    text = BUILT_IN.path("procedures", f"{rules}.yaml").read_text(encoding="utf-8")
    place = tmp_path / "procedures" / f"{rules}.yaml"
    place.parent.mkdir()
    changed = re.sub(r"\btest: \w+", "test: no_such_fact", text, count=1)
    place.write_text(changed, encoding="utf-8")
    faults = [f for f in prove(Content(tmp_path)).findings if f.rule == "procedure"]
    assert any("there is no fact" in fault.message for fault in faults)
    assert {fault.file for fault in faults} == {f"procedures/{rules}.yaml"}


def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "templates" / "nel" / "scsi-5.docx"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"not a Word file")
    found = prove(Content(tmp_path), ["templates/nel/scsi-5.docx"]).findings
    assert {finding.rule for finding in found} == {"refused"}


def test_a_name_that_is_not_there_is_refused_with_what_was_meant() -> None:
    with pytest.raises(UsageRefused) as refusal:
        prove(BUILT_IN, ["letters/nel/scsi2.md"])
    assert "letters/nel/scsi-2.md" in refusal.value.remedy

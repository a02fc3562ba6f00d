"""Conditions that were remembered are asked without their parser, and say the same."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.expressions import ExpressionRefused, compile_condition
from sgdocs.procedure import ProcedureBook, condition_trees, procedure_data, procedure_names

CONTENT = Content()
DAY = date(2026, 11, 20)


def _book(name: str) -> ProcedureBook:
    data, shared = procedure_data(CONTENT, name)
    return ProcedureBook(data, shared, json.loads(json.dumps(condition_trees(data, shared))))


@pytest.mark.parametrize("name", procedure_names(CONTENT))
def test_every_condition_can_be_remembered(name: str) -> None:
    for condition in _book(name).in_force(DAY).conditions.values():
        assert {condition.test, condition.undecided or "false"} <= condition.trees.keys()
        for ready in (condition.ready_test, condition.ready_undecided):
            made = compile_condition(ready.source, name=condition.name)
            assert (ready, ready.tree) == (made, made.tree)


def test_what_is_not_remembered_is_read_from_its_words() -> None:
    data, shared = procedure_data(CONTENT, "nel")
    for condition in ProcedureBook(data, shared).in_force(DAY).conditions.values():
        assert condition.ready_test.source == condition.test
        assert condition.ready_undecided.source == (condition.undecided or "false")


def test_a_condition_is_made_ready_once() -> None:
    condition = next(iter(_book("nel").in_force(DAY).conditions.values()))
    assert condition.ready_test is condition.ready_test


def test_what_was_remembered_and_then_spoilt_is_refused() -> None:
    data, shared = procedure_data(CONTENT, "nel")
    spoilt = dict.fromkeys(condition_trees(data, shared), ("name", 1, "__class__", ()))
    condition = next(iter(ProcedureBook(data, shared, spoilt).in_force(DAY).conditions.values()))
    with pytest.raises(ExpressionRefused, match="cache"):
        _ = condition.ready_test


def test_a_schedule_made_before_needs_neither_jinja_nor_the_schema_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SGDOCS_CACHE", str(tmp_path / "cache"))
    case = tmp_path / "case.yaml"
    shutil.copy(CONTENT.packaged_root() / "examples" / "nel-open" / "case.yaml", case)
    first, again = (_loaded_by_schedule(case) for _ in range(2))
    assert {"jinja2", "jsonschema_rs"} <= first
    assert not {"jinja2", "jsonschema_rs", "jsonschema"} & again


def _loaded_by_schedule(case: Path) -> set[str]:
    program = (
        "import sys\nfrom sgdocs.cli.main import main\n"
        f"try: main(['schedule', {str(case)!r}, '--as-of', '2026-11-20'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return set(run.stderr.decode().split())

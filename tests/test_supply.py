"""What a release says of the packages in it is true, whole and the same each time."""

import json
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft7Validator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from referencing import Registry, Resource
from supply.audit import told
from supply.bill import bill, written
from supply.licences import ALLOWED, licence_of, strangers
from supply.pins import needed, pinned


def test_every_package_may_be_used() -> None:
    assert strangers() == {}
    assert "GPL-3.0-only" not in ALLOWED


def test_every_package_that_another_needs_is_pinned() -> None:
    missing = []
    for name in pinned():
        try:
            wanted = [Requirement(each) for each in requires(name) or ()]
        except PackageNotFoundError:
            continue
        for each in wanted:
            here = each.marker is None or each.marker.evaluate({"extra": ""})
            if here and canonicalize_name(each.name) not in {*pinned(), "pip"}:
                missing.append((name, each.name))
    assert missing == []


def test_what_is_installed_is_what_is_pinned() -> None:
    assert {name: version(name) for name in needed()} == {n: pinned()[n] for n in needed()}


def _schema() -> Draft7Validator:
    pytest.importorskip("cyclonedx", reason="make setup brings the form of bills")
    folder = files("cyclonedx.schema").joinpath("_res")
    read = {
        name: json.loads(folder.joinpath(f"{name}.SNAPSHOT.schema.json").read_text("utf-8"))
        for name in ("bom-1.6", "spdx", "jsf-0.82")
    }
    held = [(data["$id"], Resource.from_contents(data)) for data in read.values()]
    return Draft7Validator(read["bom-1.6"], registry=Registry().with_resources(held))


def test_the_bill_of_materials_keeps_to_its_form() -> None:
    made = bill()
    assert [fault.message for fault in _schema().iter_errors(made)] == []
    named = {part["name"] for part in made["components"]}
    assert named >= {"click", "lxml", "pikepdf", "markupsafe", "cffi"}
    assert not named & {"pytest", "ruff", "hypothesis"}
    assert list(_schema().iter_errors({**made, "components": [{"name": 1}]}))


def test_the_bill_of_materials_is_the_same_each_time() -> None:
    assert written(bill()) == written(bill())
    assert b"timestamp" not in written(bill())


def test_every_package_that_runs_has_a_licence_by_its_usual_name() -> None:
    words = {w for name in needed() for w in licence_of(name).split() if w not in ("AND", "OR")}
    assert words <= ALLOWED


def _package(name: str, *known: str) -> dict[str, Any]:
    vulns = [{"id": each, "fix_versions": ["2.0"]} for each in known]
    return {"name": name, "version": "1.0", "vulns": vulns}


@pytest.mark.parametrize(
    ("packages", "code", "last"),
    [
        ([], 0, "SKIPPED: the list of known weaknesses cannot be reached from here."),
        ([{"name": "a", "skip_reason": "x"}], 0, "SKIPPED"),
        ([_package("a")], 0, "1 packages asked about, 0 weaknesses known"),
        ([_package("a", "W-1")], 1, "1 packages asked about, 1 weaknesses known"),
        ([_package("a"), {"name": "b", "skip_reason": "x"}], 1, "1 could not be asked about"),
    ],
)
def test_a_list_that_cannot_be_asked_is_said_and_a_known_weakness_fails(
    packages: list[dict[str, Any]], code: int, last: str
) -> None:
    ended, lines = told(packages)
    assert ended == code
    assert lines[-1].startswith(last)
    assert (code == 1) == any("W-1" in line or "could not" in line for line in lines)

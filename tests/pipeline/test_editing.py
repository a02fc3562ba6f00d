"""One part of a case is given another value; everything else in the file stays as it was."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from reading.asking import document, plain_data, read, shown
from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.editing import (
    ABSENT,
    ChangedMeanwhile,
    Edit,
    edit,
    edited,
    fingerprint,
    value_at,
)
from sgdocs.reading import dump

TODAY = parse_moment("2026-11-20T10:00")
TEXT = """\
# A case.
schema_version: "1.0"
case: {reference: SCI-1, procedure: nel} # ours
referral:
  pathway: serious_incident
children:
  - id: child-1 # the first
    name: {full: unknown}
    harm: died
"""


def _saved(folder: Path, steps: tuple[str | int, ...], value: Any, seen: Any = ABSENT) -> str:
    path = folder / "case.yaml"
    path.write_text(TEXT)
    edit(path, Edit(steps, value, fingerprint(seen)), Content(), TODAY)
    return path.read_text()


def test_a_new_group_is_added_and_every_note_stays(tmp_path: Path) -> None:
    assert _saved(tmp_path, ("incident",), {"place": "At home"}) == (
        TEXT + "incident:\n  place: At home\n"
    )


def test_only_the_field_that_differs_is_written_anew(tmp_path: Path) -> None:
    before = {"id": "child-1", "name": {"full": "unknown"}, "harm": "died"}
    after = _saved(tmp_path, ("children", 0), before | {"harm": "seriously_harmed"}, before)
    assert after == TEXT.replace("harm: died", "harm: seriously_harmed")


def test_an_entry_is_added_at_the_end_of_its_list(tmp_path: Path) -> None:
    entry = {"id": "child-2", "name": {"full": "unknown"}, "harm": "died"}
    after = _saved(tmp_path, ("children", 1), entry)
    assert after.startswith(TEXT)
    assert read(after)["children"][1] == entry


def test_a_part_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(TEXT)
    stale = fingerprint({"pathway": "learning_request"})
    with pytest.raises(ChangedMeanwhile):
        edit(path, Edit(("referral",), {"pathway": "x"}, stale), Content(), TODAY)
    assert path.read_text() == TEXT


def test_an_edit_that_brings_an_error_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseRefused) as refused:
        _saved(tmp_path, ("incident",), {"media_interest": "perhaps"})
    assert [f.path for f in refused.value.findings] == ["$.incident.media_interest"]
    assert (tmp_path / "case.yaml").read_text() == TEXT


def test_taking_out_the_last_field_takes_out_its_group(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(TEXT + "incident:\n  place: At home\n")
    edit(path, Edit(("incident",), ABSENT, fingerprint({"place": "At home"})), Content(), TODAY)
    assert path.read_text() == TEXT


@given(old=plain_data(), new=plain_data())
def test_any_value_leads_to_any_other(old: Any, new: Any) -> None:
    whole = {"first": 1, "part": old, "last": [1]}
    before = document(dump(whole))
    if "#" in before.text:  # what could be a comment is left to the person
        return
    after = edited(before, ("part",), new)
    assert shown(read(after.text)["part"]) == shown(new) or read(after.text)["part"] == new
    assert value_at(after.data, ("last",)) == [1]

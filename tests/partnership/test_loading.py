"""A partnership's file is found, checked and turned into what letters and dates need."""

import re
import shutil
from datetime import date, time
from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.partnership import PartnershipRefused, load_partnership
from sgdocs.procedure import load_procedure, procedure_names
from sgdocs.reading import read_file

PROCEDURES = procedure_names(Content())
MARK = "Qzcanary"


def workspace(folder: Path, *changes: tuple[str, str]) -> Content:
    """Make a workspace for North East Lincolnshire whose file has been changed."""
    text = Content().path("partnerships", "nel.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "partnership.yaml").write_text(text, encoding="utf-8")
    return Content(folder)


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_procedure_has_a_partnership(name: str) -> None:
    found = load_partnership(Content(), name)
    assert found.procedure == name
    assert found.name
    assert found.office.email.endswith("example.org")


@pytest.mark.parametrize("name", PROCEDURES)
@pytest.mark.parametrize("day", [date(2024, 1, 2), date(2026, 11, 21), date(2027, 12, 31)])
def test_whoever_a_procedure_writes_to_is_there_on_any_day(name: str, day: date) -> None:
    partnership = load_partnership(Content(), name)
    procedure = load_procedure(Content(), name).in_force(day)
    of_the_case = {
        "agency", "agencies", "referrer", "family", "reviewer", "referring_agency",
        "referring_manager",
    }  # fmt: skip
    listed = {contact.role for contact in partnership.contacts}
    asked = {
        member
        for step in procedure.steps.values()
        if step.artefacts and step.action in ("send", "tell")
        for role in step.recipients
        for member in procedure.members(role)
    }
    vacant = {r for r in asked & listed if not partnership.contacts_for(r, day)}
    assert vacant - of_the_case == set()
    assert asked & listed


@pytest.mark.parametrize("name", PROCEDURES)
def test_everybody_in_it_is_invented(name: str) -> None:
    text = Content().path("partnerships", f"{name}.yaml").read_text(encoding="utf-8")
    for contact in load_partnership(Content(), name).contacts:
        assert contact.email.endswith("example.org") or not contact.email, contact.id
        # The numbers that are kept for plays and films.
        assert re.match(r"0(1632 960|20 7946 0|7700 900|808 157 0|3069 990)\d{3}$|$", contact.phone)
    assert "gov.uk" not in text
    assert "nhs.uk" not in text


def test_the_workspaces_own_file_comes_first(tmp_path: Path) -> None:
    own = workspace(tmp_path, ("Safeguarding Children Partnership Team", "Our own team"))
    assert load_partnership(own, "nel").office.name == "Our own team"


def test_a_case_of_another_procedure_uses_that_ones_built_in_file(tmp_path: Path) -> None:
    own = workspace(tmp_path, ("Safeguarding Children Partnership Team", "Our own team"))
    assert load_partnership(own, "tees").procedure == "tees"


def test_a_workspace_may_hold_files_for_several_procedures(tmp_path: Path) -> None:
    own = workspace(tmp_path)
    (tmp_path / "partnerships").mkdir()
    shutil.copy(Content().path("partnerships", "tees.yaml"), tmp_path / "partnerships")
    path = tmp_path / "partnerships" / "tees.yaml"
    data = read_file(path).data
    path.write_text(path.read_text("utf-8").replace(data["name"], "Ours"), encoding="utf-8")
    assert load_partnership(own, "tees").name == "Ours"


@pytest.mark.parametrize(
    "change",
    [
        ("procedure: nel", "procedur: nel"),
        ("procedure: nel", "procedure: NEL"),
        ("procedure: nel", "procedure: [nel]"),
        ("procedure: nel", "procedure:"),
    ],
)
def test_a_slip_in_its_own_procedure_does_not_bring_the_invented_contacts_back(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    with pytest.raises(InputRefused):
        load_partnership(workspace(tmp_path, change), "nel")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("email: scp.team@nel.example.org", f"email: {MARK}"), "$.office.email"),
        (("cut_off: null", f"cut_off: {MARK}"), "$.settings.cut_off"),
        (("cut_off: null", 'cut_off: "25:00"'), "$.settings.cut_off"),
        (("valid_from: 2018-06-29", f"valid_from: {MARK}"), "$.contacts[0].valid_from"),
        (("valid_from: 2018-06-29", "valid_from: 29/06/2018"), "day first"),
        (("    role: business_unit\n", ""), "$.contacts[0].role"),
        (("format: 1", f"format: 1\n{MARK}: x"), "does not have"),
        (("child_style: initials", f"child_style: {MARK}"), "Choose one of"),
        (('phone: "01632 960100"', f"phone: {MARK}"), "$.office.phone"),
    ],
)
def test_what_is_wrong_is_told_and_not_repeated(
    tmp_path: Path, change: tuple[str, str], words: str
) -> None:
    with pytest.raises(PartnershipRefused) as refused:
        load_partnership(workspace(tmp_path, change), "nel")
    said = str(refused.value)
    assert words in said
    assert "partnership.yaml" in said
    assert MARK not in said
    assert refused.value.exit_code == 3


@pytest.mark.parametrize(
    "change",
    [
        ("last: 2026-12-31", "last: 2026-12-01"),
        ("valid_to: 2024-03-31", "valid_to: 2018-01-01"),
    ],
)
def test_what_ends_before_it_begins_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    with pytest.raises(InputRefused):
        load_partnership(workspace(tmp_path, change), "nel")


def test_two_contacts_have_two_short_names(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        load_partnership(workspace(tmp_path, ("id: local-authority", "id: team")), "nel")


def test_the_settings_are_taken_over(tmp_path: Path) -> None:
    own = workspace(
        tmp_path,
        ("cut_off: null", 'cut_off: "16:30"'),
        ("receipt_after_cut_off: same_day", "receipt_after_cut_off: next_working_day"),
        ("marking: OFFICIAL-SENSITIVE", "marking: CONFIDENTIAL"),
    )
    settings = load_partnership(own, "nel").settings
    assert (settings.receipt.cut_off, settings.receipt.after_cut_off) == (
        time(16, 30),
        "next_working_day",
    )
    assert (settings.marking, settings.child_style) == ("CONFIDENTIAL", "initials")
    (closure,) = settings.closures
    assert (closure.first, closure.last) == (date(2026, 12, 29), date(2026, 12, 31))


def test_a_procedure_nobody_knows_is_refused_without_repeating_it() -> None:
    with pytest.raises(InputRefused) as refused:
        load_partnership(Content(), "qzcanary")
    assert "qzcanary" not in str(refused.value)

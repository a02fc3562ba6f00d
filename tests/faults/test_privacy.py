"""Whatever the umask, what is written is for its owner's eyes only."""

import os
import stat
from pathlib import Path

import pytest

from cli.asking import CASE, sgdocs
from faults.asking import found
from faults.jobs import JOBS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")

REF = "SCI-2026-014"


@pytest.fixture(params=[0o000, 0o077], ids=["000", "077"])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_a_case_from_its_first_day_is_private(tmp_path: Path, umask: int) -> None:
    office = tmp_path / "office"
    assert sgdocs("init", office, "--procedure", "nel").code == 0
    assert sgdocs("new", REF, at=office).code == 0
    (office / "cases" / REF / "case.yaml").write_text(CASE)
    assert sgdocs("record", "call", REF, "other", at=office).code == 0
    assert sgdocs("status", at=office).code in (0, 1)
    modes = {p: stat.S_IMODE(p.stat().st_mode) for p in (office, *office.rglob("*"))}
    assert len(modes) > 12
    assert {p: oct(m) for p, m in modes.items() if m != (0o700 if p.is_dir() else 0o600)} == {}


def test_doctor_names_what_others_can_read(tmp_path: Path) -> None:
    office = tmp_path / "office"
    assert sgdocs("init", office, "--procedure", "nel").code == 0
    (office / "inbox").chmod(0o755)
    said = sgdocs("doctor", at=office)
    assert said.code == 1
    assert f"others on this computer can read {office / 'inbox'}" in said.out


@pytest.mark.faults
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", JOBS)
def test_every_command_writes_privately_where_nothing_else_is_private(tmp_path, name):
    assert found(name, tmp_path, umask=0)["open_to_others"] == []

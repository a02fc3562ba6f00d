"""Whatever the umask, what is written is for its owner's eyes only."""

import os
import stat
from pathlib import Path

import pytest

from cli.asking import CASE, Office, sgdocs
from docs.pages import ROOT
from faults.asking import found
from faults.jobs import JOBS
from sgdocs.storage import make_folder, write_file
from sgdocs.web.access import Role
from sgdocs.web.sharing import add_user

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")

REF = "SCI-2026-014"
LATE = ROOT / "examples" / "nel" / "case.yaml"


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


def modes_of(*places: Path) -> dict[Path, str]:
    """Give what is open to others, in these places and below them."""
    every = {p: p.stat().st_mode for top in places for p in (top, *top.rglob("*"))}
    return {p: oct(stat.S_IMODE(mode)) for p, mode in every.items() if mode & 0o077}


def test_whatever_is_made_of_a_case_is_private(tmp_path: Path, umask: int) -> None:
    """Each command that writes a file or folder, but for those below, which are also stopped."""
    office = Office(tmp_path / "office")
    assert sgdocs("init", office.folder, "--procedure", "nel").code == 0
    write_file(make(office.folder / "cases" / REF) / "case.yaml", CASE)
    out = make(tmp_path / "out")
    for number, words in enumerate(MADE):
        said = office.run(*(word.format(out=out, number=number) for word in words))
        assert said.code in (0, 1), (words, said.err)
    assert len(list(out.iterdir())) == sum("{out}" in "".join(words) for words in MADE)
    assert modes_of(office.folder, out) == {}


def test_keys_users_and_encrypted_cases_are_private(tmp_path: Path, umask: int) -> None:
    pytest.importorskip("pyrage", reason="needs pyrage: pip install .[encrypt]")
    office, keys = Office(tmp_path / "office"), make(tmp_path / "keys")
    assert sgdocs("init", office.folder, "--procedure", "nel").code == 0
    write_file(make(office.folder / "cases" / REF) / "case.yaml", CASE)
    key = ("--key", keys / "office.key")
    assert office.run("encrypt", "--new-key", key[1]).code == 0
    assert office.run("encrypt", REF, *key, "--without-recovery").code == 0
    assert modes_of(office.folder, keys) == {}
    assert office.run("decrypt", REF, *key).code == 0
    add_user(keys / "users.yaml", "Alma", Role.MANAGER, "a long enough password")
    assert modes_of(office.folder, keys) == {}


def make(folder: Path) -> Path:
    make_folder(folder)
    return folder


DAY = ("--as-of", "2026-11-12")
MADE: tuple[tuple[str, ...], ...] = (
    *(
        ("schedule", REF, *DAY, "--format", form, "-o", f"{{out}}/{{number}}.{form}")
        for form in ("json", "csv", "xlsx", "ics", "svg", "pdf")
    ),
    *(
        ("calls", REF, *DAY, "--format", form, "-o", f"{{out}}/{{number}}.{form}")
        for form in ("csv", "xlsx")
    ),
    ("calls", str(LATE), "--as-of", "2026-01-05", "--drafts", "{out}/mails"),
    ("build", REF, *DAY, "--only", "SCSI-2", "--drafts", "-o", "{out}/pack"),
    ("build", "--blank", "SCSI-1", "-o", "{out}/blank"),
    ("plan", REF, *DAY, "--format", "html", "-o", "{out}/plan.html"),
    ("certificate", REF, *DAY, "-o", "{out}/certificate"),
    ("export", *DAY, "--format", "xlsx", "-o", "{out}/year.xlsx"),
    ("check", "letters/rr-invite.md", "--format", "json", "-o", "{out}/check.json"),
    ("anonymise", REF, "--new-key", "{out}/key"),
    ("status", *DAY),
)


@pytest.mark.faults
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", JOBS)
def test_every_command_writes_privately_where_nothing_else_is_private(tmp_path, name):
    assert found(name, tmp_path, umask=0)["open_to_others"] == []

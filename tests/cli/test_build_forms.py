"""`sgdocs build --rows`: a longer form, for an agency or for no case, and told so in the list."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from cli.asking import CASE, Office
from forms.filling import terminal_fields

DAY = ("--as-of", "2026-11-13")
MANAGER = "    manager: {name: {full: Petra Lyle}, email: p.lyle@hospital.example.org}\n"
NAMED = CASE.replace("Haven Point Hospital\n", f"Haven Point Hospital\n{MANAGER}")


def events(pdf: bytes) -> int:
    """Count the rows of the chronology."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        names = terminal_fields(opened)
    return sum(name.startswith("chronology[") and name.endswith("].event") for name in names)


def test_a_blank_form_has_as_many_rows_as_are_asked_for(office: Office) -> None:
    short, long = office.folder / "short", office.folder / "long"
    asked = ("build", "--blank", "SCSI-5", *DAY)
    assert office.run(*asked, "-o", short).code == 0
    assert office.run(*asked, "--rows", "chronology=30", "-o", long).code == 0
    rows = [events((folder / "SCSI-5_blank.pdf").read_bytes()) for folder in (short, long)]
    assert rows == [12, 30]


def test_an_agencys_form_has_them_too_and_the_list_says_so(office: Office) -> None:
    office.case(NAMED)
    asked = (
        "build",
        "SCI-2026-014",
        *DAY,
        "--only",
        "SCSI-5",
        "--again",
        "--rows",
        "chronology=14",
    )
    said = office.run(*asked, "--json")
    assert said.code == 0, said.err
    folder = Path(said.json["folder"])
    (form,) = folder.rglob("*_SCSI-5_*hospital*.pdf")
    assert events(form.read_bytes()) == 14
    about = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert about["how"]["rows"] == {"chronology": 14}


@pytest.mark.parametrize(
    "rows", ["chronology", "chronology=0", "chronology=201", "chronology=-1", "chronology=²", "=4"]
)
def test_a_number_that_is_none_is_refused(office: Office, rows: str) -> None:
    said = office.run("build", "--blank", "SCSI-5", *DAY, "--rows", rows)
    assert said.code == 2
    assert "--rows chronology=40" in said.err or "no such list" in said.err


def test_a_list_that_no_form_has_is_refused_with_the_nearest(office: Office) -> None:
    said = office.run("build", "--blank", "SCSI-5", *DAY, "--rows", "chronolgy=40")
    assert said.code == 2
    assert "chronology" in said.err

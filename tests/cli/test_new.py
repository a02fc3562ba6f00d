"""`sgdocs new`: a case begun as a file to fill in, valid as it stands."""

from pathlib import Path

import pytest

from cli.asking import Office, sgdocs
from sgdocs.content import Content
from sgdocs.procedure import procedure_names
from sgdocs.reading import read_file

ROOT = Path(__file__).parents[2]
DIED, HARMED = ("--harm", "died"), ("--harm", "seriously_harmed")
PROCEDURES = procedure_names(Content())


def begun(office: Office, *options: str, reference: str = "SCI-2026-014") -> dict[str, object]:
    """Begin a case, insist that it is valid as it stands, and give its data."""
    said = office.run("new", reference, *options)
    path = office.folder / "cases" / reference / "case.yaml"
    assert (said.code, said.out) == (0, f"{path}\n"), said.err
    assert said.err == f"Fill it in with any editor, then: sgdocs validate {reference}\n"
    assert office.run("validate", reference).out == "1 case(s): nothing to put right.\n"
    assert office.run("schedule", reference).code == 0
    data: dict[str, object] = read_file(path).data
    return data


@pytest.mark.parametrize(
    "options",
    [(), DIED, (*DIED, *HARMED), (*HARMED, *HARMED, *DIED), (*DIED, *DIED, *DIED, *DIED)],
    ids=["left out", "1", "2", "3", "4"],
)
def test_one_child_to_four(office: Office, options: tuple[str, ...]) -> None:
    children = begun(office, *options)["children"]
    assert isinstance(children, list)
    assert [c["harm"] for c in children] == (list(options[1::2]) or ["seriously_harmed"])
    assert [c["id"] for c in children] == [f"child-{n}" for n, _ in enumerate(children, 1)]
    assert {c["name"]["full"] for c in children} == {"unknown"}


@pytest.mark.parametrize("procedure", PROCEDURES)
@pytest.mark.parametrize("asked", [(), ("--learning-request",)], ids=["incident", "learning"])
def test_every_procedure_and_pathway(
    office: Office, procedure: str, asked: tuple[str, ...]
) -> None:
    data = begun(office, "--procedure", procedure, *asked)
    pathway = "learning_request" if asked else "serious_incident"
    assert data["referral"] == {"pathway": pathway}


def test_the_day_of_receipt_starts_the_clock(office: Office) -> None:
    begun(office, "--received", "2026-11-09T09:30")
    rows = office.run("schedule", "SCI-2026-014", "--as-of", "2026-11-10", "--json").json
    due = {row["step"]: row["due"] for row in rows if row["role"] == "binding"}
    assert due["scsi-2-to-partners"] == "2026-11-10"


def test_the_day_of_receipt_of_a_learning_request_starts_its_own_clock(office: Office) -> None:
    begun(office, "--learning-request", "--received", "2026-11-09")
    rows = office.run("schedule", "SCI-2026-014", "--as-of", "2026-11-10", "--json").json
    asked = next(row for row in rows if row["step"] == "llr-1-received")
    assert asked["actual"] == "2026-11-09"


@pytest.mark.parametrize(
    "received", ["09/11/2026", "9 November 2026", "soon", "2026-02-30", "2036-01-01", " "]
)
def test_a_day_of_receipt_that_cannot_be_makes_nothing(office: Office, received: str) -> None:
    said = office.run("new", "SCI-2026-014", "--received", received)
    assert (said.code, said.out) == (2, "")
    assert not (office.folder / "cases" / "SCI-2026-014").exists()


@pytest.mark.parametrize(
    "reference",
    [
        "",
        ".",
        "..",
        "../SCI-2026-014",
        "..\\SCI-2026-014",
        "SCI/2026/014",
        "-SCI-2026",
        "--",
        "SCI 2026 014",
        "sci-2026-014",
        "SCI-2026-014.",
        "SCI-2026-014\n",
        "SCI_2026_014",
        "CON",
        "NUL",
        "COM1",
        "SCI:2026",
        "SCI-É",
        "S" * 41,
        "S" * 400,
        "Ottilie Penhaligon",
    ],
)
def test_a_reference_that_makes_a_bad_folder_is_refused(office: Office, reference: str) -> None:
    before = sorted(office.folder.parent.rglob("*"))
    said = office.run("new", "--", reference)
    assert (said.code, said.out) == (2, "")
    assert "Traceback" not in said.err
    assert "Ottilie" not in said.err
    assert [p for p in sorted(office.folder.parent.rglob("*")) if ".sgdocs" not in p.parts] == [
        p for p in before if ".sgdocs" not in p.parts
    ]


@pytest.mark.parametrize("reference", ["SCI", "1-2-3", "NEL-2026-014", "S" * 40, "CONS-1"])
def test_a_plain_reference_will_do(office: Office, reference: str) -> None:
    begun(office, reference=reference)


@pytest.mark.parametrize("name", ["case.yaml", "case.yml", "case.json"])
def test_a_case_that_is_there_is_left_alone(office: Office, name: str) -> None:
    path = office.case("{}\n", name=name)
    said = office.run("new", "SCI-2026-014")
    assert (said.code, said.out) == (2, "")
    assert "there is a case with this reference already" in said.err
    assert path.read_text() == "{}\n"
    assert [p.name for p in path.parent.iterdir()] == [name]


def test_five_children_are_two_cases(office: Office) -> None:
    said = office.run("new", "SCI-2026-014", *(DIED * 5))
    assert (said.code, said.out) == (2, "")
    assert "at most 4" in said.err


def test_a_slip_in_the_procedure_is_guessed(office: Office) -> None:
    said = office.run("new", "SCI-2026-014", "--procedure", "darlingtn")
    assert (said.code, said.out) == (2, "")
    assert "darlington" in said.err
    assert not (office.folder / "cases" / "SCI-2026-014").exists()


@pytest.mark.parametrize("options", [(), ("--procedure", "nel")])
def test_outside_a_workspace_there_is_nowhere_to_put_it(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    said = sgdocs("new", "SCI-2026-014", *options, at=tmp_path)
    assert (said.code, said.out) == (2, "")
    assert "sgdocs init" in said.err
    assert list(tmp_path.iterdir()) == []


def test_it_works_from_any_folder_of_the_workspace(office: Office) -> None:
    said = sgdocs("new", "SCI-2026-014", at=office.folder / "letters")
    assert said.out == f"{office.folder / 'cases' / 'SCI-2026-014' / 'case.yaml'}\n"

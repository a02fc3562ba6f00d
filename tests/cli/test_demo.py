"""`sgdocs demo`: the main job on an example, in a folder of its own."""

from pathlib import Path

import pytest

from cli.asking import Office, sgdocs
from sgdocs.content import Content

EXAMPLES = Content().names("examples", "case.yaml")


def test_it_makes_a_workspace_and_everything_a_schedule_can_be(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    said = sgdocs("demo", folder)
    assert (said.code, said.err) == (0, "")
    wrote = [line.split("  ")[1] for line in said.out.splitlines() if line.startswith("  wrote ")]
    made = [Path(name.removeprefix("wrote ")) for name in wrote]
    assert {path.suffix for path in made} >= {".txt", ".pdf", ".svg", ".xlsx", ".csv", ".ics"}
    assert all(path.stat().st_size > 500 for path in made)
    assert Office(folder).run("validate", made[0]).code == 0


def test_the_next_step_it_names_works(tmp_path: Path) -> None:
    said = sgdocs("demo", tmp_path / "demo")
    command = said.out.splitlines()[-1].partition("sgdocs ")[2].split()
    board = sgdocs(*command)
    assert board.code == 1
    assert "OVERDUE" in board.out


@pytest.mark.slow
def test_twice_is_as_once(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    sgdocs("demo", folder)
    first = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert sgdocs("demo", folder).code == 0
    again = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert again == first


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("ours\n")
    said = sgdocs("demo", tmp_path)
    assert (said.code, said.out) == (2, "")
    assert "Choose another" in said.err
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_worked_with(example: str) -> None:
    path = Content().path("examples", example)
    assert sgdocs("validate", path).code == 0
    said = sgdocs("schedule", path, "--json")
    assert said.code == 0
    assert any(row["due"] for row in said.json)

"""`sgdocs doctor`: what is well and what to mend, even where much is broken."""

from pathlib import Path

import pytest
from cli.asking import Office, forget, sgdocs


def test_outside_a_workspace_the_built_in_files_are_well(tmp_path: Path) -> None:
    said = sgdocs("doctor", at=tmp_path)
    assert (said.code, said.err) == (0, "")
    assert all(line.startswith("well  ") for line in said.out.splitlines())


def test_a_new_workspace_needs_its_real_contacts(office: Office) -> None:
    said = office.run("doctor")
    assert (said.code, said.err) == (1, "")
    (mend,) = [line for line in said.out.splitlines() if line.startswith("MEND")]
    assert "example.org" in mend


def test_other_programs_get_one_json_value(office: Office) -> None:
    said = office.run("doctor", "--json")
    assert (said.code, said.err) == (1, "")
    assert all(advice.keys() == {"well", "about", "says"} for advice in said.json)
    assert not all(advice["well"] for advice in said.json)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("partnership.yaml", ""),
        ("partnership.yaml", "[]\n"),
        ("partnership.yaml", "just words\n"),
        ("partnership.yaml", "format: 1\n"),
        ("partnership.yaml", "procedure: {a: b}\n"),
        ("partnership.yaml", "a: [\n"),
        ("procedures/nel.yaml", "[]\n"),
        ("procedures/nel.yaml", "format: 1\n"),
        ("procedures/ours.yaml", ""),
        ("procedures/artefacts.yaml", "[]\n"),
        ("calendars/england-and-wales.yaml", "[]\n"),
        ("calendars/england-and-wales.yaml", "format: 1\n"),
        ("calendars/ours.yaml", "words\n"),
    ],
)
@pytest.mark.parametrize("command", ["doctor", "status"])
def test_a_broken_file_is_told_and_brings_nothing_down(
    office: Office, name: str, text: str, command: str
) -> None:
    (office.folder / name).write_text(text)
    forget()
    said = office.run(command)
    assert said.code in (0, 1, 3)
    assert "Traceback" not in said.out + said.err
    if command == "doctor":
        assert said.code == 1
        assert "procedure tees: " in said.out

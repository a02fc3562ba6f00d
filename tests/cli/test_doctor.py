"""`sgdocs doctor`: what is well and what to mend, even where much is broken."""

from pathlib import Path

import pytest

from cli.asking import Office, forget, sgdocs


@pytest.fixture
def well(office: Office) -> Office:
    """A workspace with contacts of its own, in which there is nothing to mend."""
    contacts = office.folder / "partnership.yaml"
    text = contacts.read_text(encoding="utf-8").replace("example.org", "example.net")
    contacts.write_text(text, encoding="utf-8")
    assert office.run("doctor").code == 0
    return office


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


BROKEN = [
    ("partnership.yaml", "[]\n"),
    ("partnership.yaml", "just words\n"),
    ("partnership.yaml", "format: 1\n"),
    ("partnership.yaml", "procedure: {a: b}\n"),
    ("partnership.yaml", "procedure: nel\n"),
    ("partnership.yaml", "a: [\n"),
    ("partnership.yaml", ""),
    ("procedures/nel.yaml", "[]\n"),
    ("procedures/nel.yaml", "format: 1\n"),
    ("procedures/nel.yaml", "a: [\n"),
    ("procedures/ours.yaml", ""),
    ("procedures/artefacts.yaml", "[]\n"),
    ("procedures/artefacts.yaml", "format: 1\n"),
    ("procedures/national.yaml", "[]\n"),
    ("calendars/england-and-wales.yaml", "[]\n"),
    ("calendars/england-and-wales.yaml", "format: 1\n"),
    ("calendars/ours.yaml", "words\n"),
]
each_broken = pytest.mark.parametrize(("name", "text"), BROKEN)


def broken(office: Office, name: str, text: str) -> None:
    path = office.folder / name
    path.write_text(text)
    path.chmod(0o600)
    forget()


@each_broken
def test_a_broken_file_is_told(well: Office, name: str, text: str) -> None:
    broken(well, name, text)
    said = well.run("doctor")
    assert (said.code, said.err) == (1, "")
    mend = [line for line in said.out.splitlines() if line.startswith("MEND")]
    assert any(Path(name).stem in line for line in mend)


@pytest.mark.parametrize(("name", "text"), BROKEN[::3])
def test_a_broken_file_hides_nothing_else(well: Office, name: str, text: str) -> None:
    about = {line.split(":")[0] for line in well.run("doctor").out.splitlines()}
    lasting = {a for a in about if "nel" not in a and "calendar" not in a and "contacts" not in a}
    broken(well, name, text)
    after = {line.split(":")[0] for line in well.run("doctor").out.splitlines()}
    shared = name.endswith(("national.yaml", "artefacts.yaml"))  # every procedure stands on them
    assert {a for a in lasting if not (shared and "procedure" in a)} <= after


@each_broken
@pytest.mark.parametrize("command", [("status",), ("new", "SCI-2026-014")], ids=["status", "new"])
def test_a_broken_file_brings_no_command_down(
    well: Office, name: str, text: str, command: tuple[str, ...]
) -> None:
    broken(well, name, text)
    said = well.run(*command)
    assert said.code in (0, 1, 2, 3)
    assert "Traceback" not in said.out + said.err

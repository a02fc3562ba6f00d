"""`sgdocs validate`: every finding of every case named, each with its place."""

from pathlib import Path

import pytest

from cli.asking import CASE, Office, sgdocs

WRONG = CASE.replace("seriously_harmed", "hurt").replace("procedure: nel", "procedure: ne")
KEYS = {
    "rule", "severity", "file", "line", "column", "path", "message", "remedy", "suggestion",
}  # fmt: skip


def test_every_finding_has_every_key(office: Office) -> None:
    path = office.case(CASE.replace("harm: seriously_harmed", "harm: hurt\n    harmed: yes"))
    said = office.run("validate", path, "--json")
    assert (said.code, said.err) == (1, "")
    assert [(f["path"], f["line"]) for f in said.json] == [
        ("$.children[0].harm", 10),
        ("$.children[0]", 11),
    ]
    assert all(f.keys() == KEYS and f["file"] == str(path) for f in said.json)


def test_several_cases_are_checked_at_once(office: Office) -> None:
    office.case(CASE, "GOOD-1")
    for reference in ("WRONG-1", "WRONG-2"):
        office.case(CASE.replace("seriously_harmed", "hurt"), reference)
    said = office.run("validate", "WRONG-1", "GOOD-1", "WRONG-2", "--json")
    assert said.code == 1
    assert [Path(f["file"]).parent.name for f in said.json] == ["WRONG-1", "WRONG-2"]
    assert office.run("validate", "GOOD-1", "GOOD-1").out == "2 case(s): nothing to put right.\n"


def test_a_file_that_cannot_be_read_hides_no_other(office: Office) -> None:
    office.case("events: {", "BROKEN-1")
    office.case(CASE.replace("seriously_harmed", "hurt"), "WRONG-1")
    said = office.run("validate", "BROKEN-1", "WRONG-1")
    assert said.code == 3
    assert "BROKEN-1" in said.err
    assert "$.children[0].harm" in said.out + said.err


def test_warnings_alone_are_no_failure(office: Office) -> None:
    unsure = "  - {artefact: RR-INVITE, sent: 2026-11-10}\n"
    office.case(CASE.replace("# The last line is a note.\n", unsure))
    said = office.run("validate", "SCI-2026-014")
    assert (said.code, said.err) == (0, "")
    assert "warning: $.dispatches[2]" in said.out
    assert said.out.endswith("1 warning(s)\n")


def test_the_first_findings_of_a_file_are_shown_and_the_rest_counted(office: Office) -> None:
    entries = "".join(f"  - {{id: agency-{n}, name: x, boss: y}}\n" for n in range(20))
    office.case(CASE.replace("\nevents:", f"{entries}\nevents:"))
    said = office.run("validate", "SCI-2026-014")
    *shown, more, counts = said.out.splitlines()
    assert len(shown) == 7
    assert more.endswith("and 13 more; --json gives all.")
    assert counts == "20 error(s)"
    assert len(office.run("validate", "SCI-2026-014", "--json").json) == 20


@pytest.mark.parametrize(
    ("as_of", "code"), [("2026-11-10", 1), ("2026-11-11T09:59", 1), ("2026-11-11T10:00", 0)]
)
def test_what_lies_ahead_of_the_day_asked_about_is_an_error(
    office: Office, as_of: str, code: int
) -> None:
    office.case()
    said = office.run("validate", "SCI-2026-014", "--as-of", as_of)
    assert said.code == code
    assert ("lies ahead" in said.out) is (code == 1)


def test_a_procedure_nobody_knows_is_guessed(office: Office) -> None:
    office.case(CASE.replace("procedure: nel", "procedure: darlingten"))
    said = office.run("validate", "SCI-2026-014")
    assert said.code == 1
    assert "Did you mean “darlington”?" in said.out
    assert "Traceback" not in said.out


@pytest.mark.parametrize("written", ["19/12/2016", "19.12.16", "19 December 2016", "2016-12-32"])
def test_a_date_written_another_way_is_refused_with_a_remedy(office: Office, written: str) -> None:
    born = f"harm: seriously_harmed\n    date_of_birth: {written}"
    office.case(CASE.replace("harm: seriously_harmed", born))
    said = office.run("validate", "SCI-2026-014")
    assert said.code == 1
    assert "$.children[0].date_of_birth" in said.out
    assert "2025-12-19" in said.out
    assert written not in said.out


def test_an_older_case_is_sent_to_upgrade(office: Office) -> None:
    office.case(CASE.replace('"1.0"', '"0.9"'))
    said = office.run("validate", "SCI-2026-014")
    assert said.code == 1
    assert "sgdocs upgrade" in said.out


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"# only a note\n",
        b"[]\n",
        b"just words\n",
        b"\xff\xfe\x00",
        b"\x00" * 50,
        b"a: 1\na: 2\n",
        b"a: &x 1\nb: *x\n",
        b"a: !!python/object:os.system x\n",
        b"a: 1\n---\nb: 2\n",
        b"a:\n\t- 1\n",
        b"[" * 5000,
        b"a: {" * 200,
        b"? " * 500,
        b"a: .nan\n",
        b"schema_version: 1.0\ncase: 7\nreferral: []\nchildren: {}\nevents: x\n",
        b"schema_version: '1.0'\ncase:\nreferral:\nchildren:\nevents:\n",
        b"x" * 6_000_000,
        CASE.encode("utf-16"),
        CASE.encode().replace(b"Ottilie", b"Ottilie\x00"),
    ],
    ids=range(20),
)
@pytest.mark.parametrize("command", ["validate", "schedule", "status", "upgrade"])
def test_no_file_brings_a_command_down(office: Office, text: bytes, command: str) -> None:
    office.case(text)
    given = () if command == "status" else ("SCI-2026-014",)
    said = office.run(command, *given)
    present = command == "upgrade" and text.startswith(b"schema_version: '1.0'")
    assert said.code in ((2,) if present else (1, 3))
    assert "Traceback" not in said.out + said.err


def test_a_case_in_the_folder_one_stands_in_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE)
    for given in ("case.yaml", ".", str(tmp_path)):
        said = sgdocs("validate", given, at=tmp_path)
        assert said.out == "1 case(s): nothing to put right.\n"


def test_a_slip_has_no_effect_on_the_files(office: Office) -> None:
    path = office.case(WRONG)
    office.run("validate", path)
    assert path.read_text() == WRONG


@pytest.mark.parametrize("year", ["0206", "1026", "2206", "9999"])
@pytest.mark.parametrize("kind", ["actual", "planned"])
def test_a_mistyped_year_is_found_where_it_stands(office: Office, year: str, kind: str) -> None:
    """Nothing can be counted from such a day, so the finding must come before the counting."""
    office.case(CASE.replace("actual: 2026-11-09T09:30", f"{kind}: {year}-11-09"))
    said = office.run("validate", "SCI-2026-014", "--json")
    assert said.code == 1
    assert f"$.events[1].{kind}" in {f["path"] for f in said.json if f["severity"] == "error"}
    assert office.run("schedule", "SCI-2026-014").code == 1

"""`sgdocs status`: where every case stands, the worst first, none hidden by another."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from cli.asking import CASE, Office, forget, sgdocs
from sgdocs.content import Content

HEAD = CASE.partition("events:\n")[0]
KEYS = {
    "reference", "procedure", "stage", "colour", "overdue", "due_today", "next", "next_due",
    "working_days_left", "answers", "error", "file",
}  # fmt: skip


def received(day: str) -> str:
    """Write a case received on a day, with nothing done since."""
    return f"{HEAD}events:\n  - {{event: notification_received, actual: {day}}}\n"


@pytest.fixture
def full(office: Office) -> Office:
    """A workspace on Friday 20 November 2026 with a case of each colour."""
    office.case(f"{HEAD}events: []\n", "GREEN-1")
    office.case(received("2026-11-19"), "AMBER-1")
    office.case(received("2026-11-18"), "RED-1")
    office.case(received("2026-11-09"), "RED-2")
    office.case("events: {", "BROKEN-1")
    office.case(received("2026-11-19").replace("_harmed", "_harmd"), "BROKEN-2")
    return office


AS_OF = ("--as-of", "2026-11-20")
ORDER = ["RED-2", "RED-1", "BROKEN-1", "BROKEN-2", "AMBER-1", "GREEN-1"]


def test_the_worst_comes_first_in_words_and_shapes(full: Office) -> None:
    said = full.run("status", *AS_OF)
    assert (said.code, said.err) == (1, "")
    *lines, last = said.out.splitlines()
    assert [line.split()[2] for line in lines] == ORDER
    assert [line.split()[0] for line in lines] == ["!!", "!!", "??", "??", ">>", "--"]
    assert [line.split()[1] for line in lines] == [
        "OVERDUE", "OVERDUE", "MEND", "MEND", "SOON", "later",
    ]  # fmt: skip
    assert last == "6 case(s), 2 with something overdue."
    assert "\x1b" not in said.out


def test_other_programs_get_one_json_value(full: Office) -> None:
    said = full.run("status", *AS_OF, "--json")
    assert (said.code, said.err) == (1, "")
    assert [entry["reference"] for entry in said.json] == ORDER
    assert all(entry.keys() == KEYS for entry in said.json)
    red, amber = said.json[0], said.json[4]
    assert (red["colour"], red["next_due"], red["working_days_left"]) == ("red", "2026-11-10", -8)
    assert red["stage"] == "the notification was received"
    assert (amber["colour"], amber["next_due"]) == ("amber", "2026-11-20")
    assert (amber["overdue"], amber["due_today"] > 0) == (0, True)
    assert all(Path(entry["file"]).is_file() for entry in said.json)


def test_a_case_that_cannot_be_read_says_what_to_do(full: Office) -> None:
    lines = {line.split()[2]: line for line in full.run("status", *AS_OF).out.splitlines()[:-1]}
    assert lines["BROKEN-2"].endswith("1 finding(s): sgdocs validate")
    assert len(lines["BROKEN-1"].split()) > 4


@pytest.mark.parametrize(
    ("kept", "code"),
    [(["GREEN-1"], 0), (["AMBER-1"], 0), (["RED-1"], 1), (["BROKEN-1"], 1), ([], 0)],
)
def test_the_exit_code_asks_for_attention(full: Office, kept: list[str], code: int) -> None:
    for folder in (full.folder / "cases").iterdir():
        if folder.name not in kept:
            shutil.rmtree(folder)
    assert full.run("status", *AS_OF).code == code


def test_no_cases_yet(office: Office) -> None:
    said = office.run("status")
    assert (said.code, said.err) == (0, "")
    assert said.out == "There are no cases here yet. Begin one: sgdocs new REFERENCE\n"
    assert office.run("status", "--json").json == []


def test_no_folder_of_cases(office: Office) -> None:
    (office.folder / "cases").rmdir()
    assert office.run("status", "--json").json == []


def test_a_day_in_the_past_shows_what_was_known_then(full: Office) -> None:
    found = full.run("status", "--as-of", "2026-11-10", "--json").json
    colours = {entry["reference"]: entry["colour"] for entry in found}
    assert colours["RED-2"] == "amber"
    assert colours["RED-1"] == "green"
    assert full.run("status", *AS_OF, "--json").json[0]["colour"] == "red"


def test_what_is_not_a_case_is_passed_over(full: Office) -> None:
    cases = full.folder / "cases"
    (cases / "README.txt").write_text("notes\n")
    (cases / "empty").mkdir()
    (cases / "letters-only").mkdir()
    (cases / "letters-only" / "letter.docx").write_bytes(b"PK")
    (cases / "a-folder" / "case.yaml").mkdir(parents=True)
    assert [e["reference"] for e in full.run("status", *AS_OF, "--json").json] == ORDER


def test_every_kind_of_case_file_is_shown(office: Office) -> None:
    office.case(received("2026-11-18"), "ONE-1", "case.yml")
    data = '{"schema_version": "1.0", "case": {"reference": "TWO-1", "procedure": "nel"}, '
    data += '"referral": {"pathway": "serious_incident"}, "events": [], "children": '
    data += '[{"id": "child-1", "name": {"full": "unknown"}, "harm": "died"}]}'
    office.case(data, "TWO-1", "case.json")
    shown = {e["reference"]: e["error"] for e in office.run("status", "--json").json}
    assert shown == {"ONE-1": "", "TWO-1": ""}


@pytest.mark.parametrize("named", [".", "cases", "office", "absolute"])
def test_the_folder_may_be_named_in_many_ways(full: Office, named: str) -> None:
    folder, at = {
        ".": (".", full.folder),
        "cases": ("cases", full.folder),
        "office": ("office", full.folder.parent),
        "absolute": (str(full.folder / "cases"), full.folder.parent),
    }[named]
    for _ in range(2):
        said = sgdocs("status", folder, *AS_OF, "--json", at=at)
        assert [entry["reference"] for entry in said.json] == ORDER


def test_a_folder_outside_any_workspace(full: Office, tmp_path: Path) -> None:
    shutil.copytree(full.folder / "cases", tmp_path / "copies")
    said = sgdocs("status", "copies", *AS_OF, "--json", at=tmp_path)
    assert [entry["reference"] for entry in said.json] == ORDER
    assert not (tmp_path / ".sgdocs").exists()


def test_outside_any_workspace_a_folder_is_needed(tmp_path: Path) -> None:
    said = sgdocs("status", at=tmp_path)
    assert (said.code, said.out) == (2, "")
    assert "Give a folder of cases." in said.err


def test_one_case_renamed_by_hand_is_shown_by_its_own_reference(full: Office) -> None:
    full.run("status")
    (full.folder / "cases" / "RED-1").rename(full.folder / "cases" / "moved")
    found = full.run("status", *AS_OF, "--json").json
    assert [entry["reference"] for entry in found] == ORDER


def contacts(office: Office, old: str, new: str) -> None:
    """Change the workspace's own partnership file."""
    path = office.folder / "partnership.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def next_due(office: Office) -> str:
    """Ask the board as a new program would, and give the one case's next date."""
    forget()
    (entry,) = office.run("status", "--json").json
    return str(entry["next_due"])


def test_a_changed_cut_off_counts_at_once(office: Office) -> None:
    office.case(received("2026-11-18T17:30"))
    assert next_due(office) == "2026-11-19"
    contacts(office, "cut_off: null", 'cut_off: "17:00"')
    contacts(office, "receipt_after_cut_off: same_day", "receipt_after_cut_off: next_working_day")
    assert next_due(office) == "2026-11-20"


def own(office: Office, kind: str, name: str, old: str, new: str) -> None:
    """Put a changed copy of a built-in file into the workspace."""
    text = Content().path(kind, name).read_text(encoding="utf-8")
    assert old in text
    (office.folder / kind / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_procedure_counts_at_once(office: Office) -> None:
    office.case(received("2026-11-19"))
    assert next_due(office) == "2026-11-20"
    one_day = "timing: {anchor: notification_received, offset: 1, unit: working_days"
    for _ in range(2):
        own(office, "procedures", "nel.yaml", one_day, one_day.replace("1", "0"))
    assert next_due(office) == "2026-11-19"


def test_a_changed_calendar_counts_at_once(office: Office) -> None:
    office.case(received("2026-12-23"))
    forget()
    late = ("status", "--as-of", "2026-12-24", "--json")
    assert office.run(*late).json[0]["next_due"] == "2026-12-24"
    # Boxing Day's substitute is moved to Christmas Eve.
    own(office, "calendars", "england-and-wales.yaml", "2026-12-28", "2026-12-24")
    forget()
    assert office.run(*late).json[0]["next_due"] == "2026-12-28"


@pytest.mark.parametrize(
    "damage",
    [
        "rubbish",
        "empty",
        "another format",
        "another table",
        "a torn row",
        "a folder",
        "a wrong row",
    ],
)
def test_a_damaged_index_is_worked_out_anew(full: Office, damage: str) -> None:
    before = full.run("status", "--json").json
    index = full.folder / ".sgdocs" / "index.sqlite"
    assert index.is_file()
    spoil(index, damage)
    for _ in range(2):
        said = full.run("status", "--json")
        assert (said.code, said.err) == (1, "")
        assert said.json == before


def spoil(index: Path, damage: str) -> None:
    if damage in ("rubbish", "empty"):
        index.write_bytes(b"" if damage == "empty" else b"rubbish" * 1000)
        return
    if damage == "a folder":
        index.unlink()
        index.mkdir()
        return
    change = {
        "another format": "PRAGMA user_version = 99",
        "another table": "ALTER TABLE cases RENAME TO cases_of_old",
        "a torn row": "UPDATE cases SET summary = '[]'",
        "a wrong row": 'UPDATE cases SET summary = \'[1, 2, 3, "4", 5, 6, "7", ["8"], ""]\'',
    }[damage]
    with sqlite3.connect(index) as database:
        database.execute(change)
    database.close()


def test_an_index_that_cannot_be_kept_stops_nobody(full: Office) -> None:
    before = full.run("status", "--json").json
    shutil.rmtree(full.folder / ".sgdocs")
    (full.folder / ".sgdocs").write_text("a file is in the way\n")
    said = full.run("status", "--json")
    assert (said.code, said.err) == (1, "")
    assert said.json == before


def test_a_folder_named_by_another_system_is_shown(full: Office) -> None:
    odd = os.fsdecode(b"caf\xe9")
    try:
        shutil.copytree(full.folder / "cases" / "RED-1", full.folder / "cases" / odd)
    except OSError:
        pytest.skip("this disk takes no such name")
    for _ in range(2):
        said = full.run("status")
        assert said.code == 1
        assert said.out.count("RED-1") == 2


def test_the_answers_of_the_agencies_are_counted(office: Office) -> None:
    office.case()
    (entry,) = office.run("status", "--json", "--as-of", "2026-11-19").json
    assert entry["answers"] == {"returned": 0, "nil_returns": 0, "not_received": 1, "late": 1}
    assert "answers: 0 of 1, 1 late" in office.run("status", "--as-of", "2026-11-19").out
    (early,) = office.run("status", "--json", "--as-of", "2026-11-10").json
    assert early["answers"]["not_received"] == 0

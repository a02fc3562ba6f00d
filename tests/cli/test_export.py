"""`sgdocs export`: a year in counts, the same by every format, and nobody's name in any."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from cli.asking import Office, sgdocs
from docs.pages import ROOT

EXAMPLES = ("nel", "nel-open", "nel-learning-request")
AS_OF = ("--as-of", "2026-11-29")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("years") / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    for name in EXAMPLES:
        shutil.copytree(ROOT / "examples" / name, folder / "cases" / name)
    return Office(folder)


def counts(office: Office, table: str, *words: str) -> list[dict]:
    said = office.run("export", *AS_OF, *words)
    assert said.code == 0, said.err
    return said.json[table]


def of(rows: list[dict], what: str) -> int:
    return next(row["cases"] for row in rows if row["what"] == what)


def test_cases_are_counted_by_referral_stage_and_outcome(office: Office) -> None:
    rows = counts(office, "cases")
    assert of([r for r in rows if r["group"] == "All cases"], "") == 3
    assert of(rows, "serious incident") == 2
    assert of(rows, "learning request") == 1
    assert of(rows, "a local child safeguarding practice review") == 1
    for group in ("Kind of referral", "Latest stage", "Outcome"):
        assert sum(r["cases"] for r in rows if r["group"] == group) == 3


def test_duties_are_counted_as_the_schedule_has_them(office: Office) -> None:
    (panel,) = [r for r in counts(office, "timeliness") if r["duty"].startswith("Notify the Panel")]
    assert panel["kind"] == "statutory"
    statuses = []
    for name in EXAMPLES:
        rows = office.run("schedule", name, "--json", *AS_OF).json
        statuses += [
            row["status"] for row in rows
            if row["title"] == panel["duty"] and row["role"] == "binding"
            and row["status"] != "not_applicable"
        ]  # fmt: skip
    assert panel["in_time"] == statuses.count("done_on_time") > 0
    assert panel["late"] == statuses.count("done_late")
    assert panel["overdue"] == statuses.count("overdue")


def test_a_year_is_a_calendar_year_or_one_from_april(office: Office) -> None:
    every = len(EXAMPLES)
    of_2025 = of(counts(office, "cases", "--year", "2025"), "")
    assert 0 < of_2025 < every
    from_april = [counts(office, "cases", "--year", y) for y in ("2024-25", "2025-26", "2026-27")]
    assert sum(of(rows, "") for rows in from_april if rows) == every
    for wrong in ("25", "2025-27", "1066", "this", "2025-26-27"):
        assert office.run("export", "--year", wrong).code == 2


def test_an_empty_year_is_an_empty_table(office: Office) -> None:
    said = office.run("export", "--year", "2031", *AS_OF)
    assert said.code == 0
    assert said.json["cases"] == said.json["timeliness"] == said.json["themes"] == []
    assert said.json["notes"] == []


def test_themes_are_counted_and_none_names_a_child(tmp_path: Path, office: Office) -> None:
    folder = tmp_path / "office"
    shutil.copytree(office.folder, folder)
    case = folder / "cases" / "nel" / "case.yaml"
    text = case.read_text(encoding="utf-8")
    first = text.partition("children:")[2].partition("full: ")[2].split()[0].strip("{},")
    themes = f"  themes: [Neglect, 'How {first} was heard', Neglect]\n"
    changed, number = re.subn(r"^  themes:.*\n(?:    +.*\n)*", themes, text, flags=re.M)
    assert number == 1
    case.write_text(changed, encoding="utf-8")
    said = Office(folder).run("export", *AS_OF)
    assert said.code == 0, said.err
    assert {"theme": "Neglect", "cases": 1} in said.json["themes"]
    assert {"theme": "(a theme that names somebody)", "cases": 1} in said.json["themes"]
    assert first not in said.out


def test_actions_are_counted_by_status_with_the_overdue_ones(office: Office) -> None:
    rows = {r["status"]: r["actions"] for r in counts(office, "actions")}
    assert sum(number for status, number in rows.items() if status != "overdue") > 0
    assert rows.get("overdue", 0) <= sum(rows.values())


def test_small_numbers_come_with_a_caution(office: Office) -> None:
    said = office.run("export", *AS_OF)
    assert any("below 5" in note for note in said.json["notes"])


def test_workbook_list_and_json_say_the_same(office: Office, tmp_path: Path) -> None:
    data = office.run("export", *AS_OF).json
    book = tmp_path / "year.xlsx"
    assert office.run("export", *AS_OF, "--format", "xlsx", "-o", book).code == 0
    sheets = CalamineWorkbook.from_path(str(book))
    assert sheets.sheet_names == ["Cases", "Timeliness", "Themes", "Actions"]
    rows = sheets.get_sheet_by_name("Timeliness").to_python()
    assert [r[0] for r in rows[4:]] == [r["duty"] for r in data["timeliness"]]
    assert [r[3:] for r in rows[4:]] == [
        [r["in_time"], r["late"], r["overdue"], r["not_due_yet"]] for r in data["timeliness"]
    ]
    listed = office.run("export", *AS_OF, "--format", "csv").data.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(listed)))
    late = sum(int(line["Value"]) for line in lines if line["Measure"] == "Late")
    assert late == sum(r["late"] for r in data["timeliness"])
    again = tmp_path / "again.xlsx"
    office.run("export", *AS_OF, "--format", "xlsx", "-o", again)
    assert again.read_bytes() == book.read_bytes()


def test_nobody_is_named_in_any_format(office: Office, tmp_path: Path) -> None:
    book = tmp_path / "year.xlsx"
    office.run("export", *AS_OF, "--format", "xlsx", "-o", book)
    cells = " ".join(
        str(cell)
        for name in ("Cases", "Timeliness", "Themes", "Actions")
        for row in CalamineWorkbook.from_path(str(book)).get_sheet_by_name(name).to_python()
        for cell in row
    )
    said = office.run("export", *AS_OF).out + cells
    for name in EXAMPLES:
        data = office.run("schedule", name, "--json").json
        assert data["case"] not in said if "case" in data else True
    text = (office.folder / "cases" / "nel" / "case.yaml").read_text(encoding="utf-8")
    names = [line.split("full:")[1].strip(" {}").split(",")[0] for line in text.splitlines()
             if "full:" in line]  # fmt: skip
    assert len(names) > 5
    assert not [n for n in names if n != "unknown" and n in said]
    assert "NEL-2025-014" not in said


def test_a_case_that_cannot_be_read_is_named_and_the_others_counted(
    office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "office"
    shutil.copytree(office.folder, folder)
    (folder / "cases" / "nel" / "case.yaml").write_text("a: [")
    said = Office(folder).run("export", *AS_OF)
    assert said.code == 1
    assert "Not counted" in said.err
    assert of(said.json["cases"], "") == 2
    assert any("1 case(s) could not be read" in note for note in said.json["notes"])


def test_it_needs_a_workspace_and_writes_over_nothing_else(tmp_path: Path, office: Office) -> None:
    assert sgdocs("export", at=tmp_path).code == 2
    case = office.folder / "cases" / "nel" / "case.yaml"
    before = case.read_bytes()
    assert office.run("export", "-o", case).code == 4
    assert case.read_bytes() == before

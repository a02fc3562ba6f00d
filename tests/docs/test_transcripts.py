"""Every command line in the documentation does what the page says it does."""

import re
from pathlib import Path

import pytest

from docs.console import WIDTH, Console, follow
from docs.pages import PAGES, ROOT, blocks, name_of

TRIED = [p for p in PAGES if any(b.sort == "console" for b in blocks(p))]


@pytest.mark.parametrize("page", TRIED, ids=name_of)
def test_the_page_can_be_followed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", WIDTH)
    assert follow(page, tmp_path) > 0


def test_every_page_for_the_office_shows_commands() -> None:
    office = ("start", "case-file", "deadlines", "day-by-day", "board", "troubleshooting")
    assert {f"docs/{name}.md" for name in office} <= {name_of(page) for page in TRIED}


def test_the_readme_lists_what_the_demo_writes(tmp_path: Path) -> None:
    # loads the typesetter
    from sgdocs.pipeline.demonstration import demonstrate, demonstration  # noqa: PLC0415

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    written = [shown.path.name for shown in demonstrate(demonstration(), tmp_path / "demo")]
    assert [name for name in written if f"`{name}`" not in readme] == []


def test_a_field_is_filled_in_as_the_page_of_the_case_file_says(tmp_path: Path) -> None:
    office = Console(tmp_path)
    office.run("sgdocs init . --procedure nel")
    office.run("sgdocs new SCI-2025-014")
    file = tmp_path / "cases" / "SCI-2025-014" / "case.yaml"
    page = (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8")
    before, after = re.findall(r"^(#? +panel_reference:.*)$", page, re.M)
    assert f"{before}\n" in file.read_text(encoding="utf-8")
    assert after.startswith(before[2:].split("#")[0].rstrip())
    file.write_text(
        file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8", newline="\n"
    )
    assert office.run("sgdocs validate SCI-2025-014") == (0, "1 case(s): nothing to put right.\n")

"""Every command line in the documentation does what the page says it does."""

from pathlib import Path

import pytest

from docs.console import WIDTH, follow
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
    from sgdocs.pipeline.demonstration import demonstrate  # noqa: PLC0415 - loads the typesetter

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    written = [shown.path.name for shown in demonstrate(tmp_path / "demo")]
    assert [name for name in written if f"`{name}`" not in readme] == []

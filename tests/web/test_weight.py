"""What a browser has to fetch: little, so that a slow line or an old computer is no hindrance."""

from pathlib import Path

import pytest

import sgdocs.web
from web.visiting import REFERENCE, window, workspace

MOST = 60_000
STATIC = Path(sgdocs.web.__file__).parent / "static"
CASE = f"/cases/{REFERENCE}"
PAGES = ("/", "/new", "/wording", CASE, f"{CASE}/details/agencies/0", f"{CASE}/dates")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_all_it_asks_for_is_light(tmp_path: Path, page: str) -> None:
    path = workspace(tmp_path)
    for number in range(30):
        other = path.parents[1] / f"SCI-2026-1{number:02d}" / "case.yaml"
        other.parent.mkdir()
        other.write_bytes(path.read_bytes())
    answer = window(tmp_path).come_in().client.get(page)
    assert answer.status_code == 200
    beside = sum(file.stat().st_size for file in STATIC.iterdir())
    assert 0 < beside < 15_000
    assert len(answer.content) + beside < MOST

"""Every link in the documentation leads somewhere, and none leaves the repository."""

import re
from pathlib import Path

import pytest

from docs.pages import PAGES, ROOT, anchors, links, name_of


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_page_and_a_heading(page: Path) -> None:
    lost = [link for link in links(page) if not _found(page, link)]
    assert lost == []


def _found(page: Path, link: str) -> bool:
    file, _, heading = link.partition("#")
    target = (page.parent / file).resolve() if file else page
    if not target.is_file() or not target.is_relative_to(ROOT):
        return False
    return not heading or heading in anchors(target)


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        waiting += [(page.parent / link.partition("#")[0]).resolve() for link in links(page)]
    assert [name_of(page) for page in PAGES if page not in reached] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_page_has_an_address_on_the_network_or_a_place_on_one_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"https?://|(?<![\w.])/(?:home|work|root|tmp|Users)/|[A-Z]:\\", text) == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_telephone_numbers_and_mail_addresses_are_nobodys(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    numbers = re.findall(r"\b0\d{2,4}[ ]?\d{3,4}[ ]?\d{3,4}\b", text)
    assert [n for n in numbers if not n.startswith(("01632 960", "020 7946 0", "07700 900"))] == []
    assert [m for m in re.findall(r"[\w.]+@[\w.]+", text) if not m.endswith("example.org")] == []

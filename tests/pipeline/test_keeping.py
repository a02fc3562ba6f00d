"""A pack made before is taken over where it is the same, and the result is as if made anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from artefacts.asking import nothing_sent, standing
from sgdocs.artefacts import Asked
from sgdocs.content import Content
from sgdocs.documents import Maker, Order
from sgdocs.packs import Contents, read_pack
from sgdocs.pipeline.building import Made, make, put
from sgdocs.pipeline.how import How
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.pipeline.workspaces import init_workspace
from sgdocs.standing import Scheduled

DAY = "2026-11-13"
LETTER = "nel/scsi-2.md"


@pytest.fixture
def office(tmp_path: Path) -> Content:
    folder = tmp_path / "office"
    init_workspace(folder, "nel", Content())
    return Content(folder)


def found_in(office: Content) -> Scheduled:
    return standing("nel-open", DAY, nothing_sent, office)


def made(office: Content, earlier: Path | None = None, contents: Contents = "all") -> Made:
    found = found_in(office)
    before = read_pack(earlier) if earlier else None
    return make(found, wanted_papers(found, Asked()), How(contents=contents), before)


def changed_letter(office: Content) -> None:
    text = office.path("letters", LETTER).read_text(encoding="utf-8")
    assert office.workspace
    own = office.workspace / "letters" / LETTER
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text.rstrip() + "\n\nPlease telephone us first.\n", encoding="utf-8")


@pytest.fixture
def makings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The papers that are made, one entry for each time."""
    papers: list[str] = []
    make_one: Callable[[Maker, Order], object] = Maker.make

    def noted(maker: Maker, order: Order) -> object:
        papers.append(order.artefact.id)
        return make_one(maker, order)

    monkeypatch.setattr(Maker, "make", noted)
    return papers


@pytest.mark.parametrize("contents", ["all", "papers", "word"])
def test_a_pack_of_the_same_is_taken_over_whole(
    office: Content, tmp_path: Path, makings: list[str], contents: Contents
) -> None:
    first = made(office, contents=contents)
    folder = put(first, tmp_path / "pack").folder
    makings.clear()
    again = made(office, folder, contents)
    assert makings == []
    assert (again.files, again.about) == (first.files, first.about)


def test_one_changed_letter_is_made_anew_and_no_other(
    office: Content, tmp_path: Path, makings: list[str]
) -> None:
    folder = put(made(office, contents="word"), tmp_path / "pack").folder
    changed_letter(office)
    makings.clear()
    taken = made(office, folder, "word")
    assert set(makings) == {"SCSI-2"}
    afresh = made(office, contents="word")
    assert (taken.files, taken.about) == (afresh.files, afresh.about)


@pytest.mark.slow
def test_what_is_bound_with_it_follows(office: Content, tmp_path: Path, makings: list[str]) -> None:
    before = made(office)
    folder = put(before, tmp_path / "pack").folder
    changed_letter(office)
    makings.clear()
    taken = made(office, folder)
    others = {p["artefact"] for p in before.papers} - set(makings)
    assert "SCSI-3" in others
    afresh = made(office)
    assert (taken.files, taken.about) == (afresh.files, afresh.about)


def test_a_file_changed_by_hand_is_not_taken_over(office: Content, tmp_path: Path) -> None:
    before = made(office, contents="word")
    folder = put(before, tmp_path / "pack").folder
    assert folder
    next(folder.rglob("*SCSI-2*.docx")).write_bytes(b"changed by hand")
    assert made(office, folder, "word").files == before.files


def test_a_pack_of_another_form_is_left_alone(office: Content, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    for text in ("", "[]", "{}", '{"papers": 1}', '{"case": "x", "papers": [{}]}'):
        (tmp_path / "pack" / "manifest.json").write_text(text)
        assert read_pack(tmp_path / "pack") is None


def test_a_pack_of_word_files_holds_nothing_else(office: Content) -> None:
    assert {name.rpartition(".")[2] for name in made(office, contents="word").files} == {"docx"}
    papers = {name.rpartition(".")[2] for name in made(office, contents="papers").files}
    assert papers == {"docx", "pdf"}


def test_the_words_of_a_paper_are_the_same_whatever_goes_in_the_pack(office: Content) -> None:
    everything, word = made(office), made(office, contents="word")
    assert {n: everything.files[n] for n in word.files} == word.files

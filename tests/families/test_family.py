"""The picture of a family: who stands where, what is told, and when no picture is made."""

import json
import re
from xml.etree.ElementTree import fromstring

import pytest

from artefacts.asking import standing
from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.paperfacts.kin import family_pictures
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.papers import Figure
from sgdocs.reading import parse

CONTENT = Content()
EXAMPLES = ("nel", "tees", "tees-two-children", "darlington", "bcp", "north-yorkshire")
_TEXT = "{http://www.w3.org/2000/svg}text"


def figure(example: str) -> Figure:
    found = standing(example, "2026-11-20")
    return family_pictures(found.case, vocabulary(CONTENT, found.procedure), CONTENT)["family"]


def drawn(children: list[dict[str, object]], family: list[dict[str, object]]) -> Figure | None:
    found = standing("nel", "2026-01-07")
    text = json.dumps({"children": children, "family": family})
    document = parse(text, name="case.json", kind="json")
    words = vocabulary(CONTENT, found.procedure)
    return family_pictures(Case(document.data, document), words, CONTENT).get("family")


def child(name: str, **more: object) -> dict[str, object]:
    return {"id": name.lower(), "name": {"full": name}, "harm": "seriously_harmed", **more}


def relative(name: str, relationship: str, **more: object) -> dict[str, object]:
    return {"id": name.lower(), "name": {"full": name}, "relationship": relationship, **more}


def texts(picture: Figure) -> list[tuple[str, float]]:
    root = fromstring(picture.svg)  # noqa: S314 - our own picture
    return [(element.text or "", float(element.get("y", "0"))) for element in root.iter(_TEXT)]


def written(picture: Figure) -> list[str]:
    return [words for words, _ in texts(picture)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_everybody_is_in_the_picture_and_in_its_words(example: str) -> None:
    found, picture = standing(example, "2026-11-20"), figure(example)
    said = " ".join(written(picture))
    for group in ("children", "family"):
        for person in found.case.each(group):
            name = person["name"]["full"]
            assert all(word in said for word in name.split())
            assert name in picture.alt


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_picture_fits_the_page_and_is_the_same_each_time(example: str) -> None:
    picture = figure(example)
    assert picture.width <= 459.2
    assert picture.png.startswith(b"\x89PNG")
    assert figure(example) == picture


def test_who_has_died_and_who_lives_with_the_child_is_told_in_words() -> None:
    said = written(figure("nel"))
    assert "Died 18/12/2025" in said
    assert said.count("Lives with the child") == 3
    assert "The child this report is about" in said


def test_lines_lead_only_to_those_recorded_as_parents() -> None:
    alt = figure("nel").alt
    assert "Lowri Price, Olúwaṣeun Adébáyò → Caoimhe Adébáyò-Price." in alt
    assert alt.count("→") == 1
    assert drawn([child("Ann")], [relative("Bea", "half_sibling")]) is None


def test_children_of_other_parents_have_lines_of_their_own_kind() -> None:
    picture = drawn(
        [child("Ann"), child("Ben")],
        [
            relative("Mia", "mother"),
            relative("Dan", "father", to_children=["ann"]),
            relative("Eli", "father", to_children=["ben"]),
        ],
    )
    assert picture is not None
    assert "Mia, Dan → Ann." in picture.alt
    assert "Mia, Eli → Ben." in picture.alt
    assert len(set(re.findall(r"stroke-dasharray: ([^;\"]+)", picture.svg))) >= 1
    assert "Father (Ann)" in written(picture)


def test_generations_stand_under_each_other() -> None:
    picture = drawn(
        [child("Ann")],
        [
            relative("Cos", "cousin"),
            relative("Gran", "grandparent"),
            relative("Mia", "mother"),
            relative("Pat", "other"),
        ],
    )
    assert picture is not None
    named = [text for text in written(picture) if text in ("Gran", "Mia", "Ann", "Cos", "Pat")]
    places = dict(texts(picture))
    heights = [round(places[name], 1) for name in ("Gran", "Mia", "Ann", "Pat")]
    assert len(named) == 5
    assert heights == sorted(heights) or heights == sorted(heights, reverse=True)
    assert places["Ann"] == places["Cos"]


def test_a_family_too_large_to_stay_clear_has_no_picture() -> None:
    many = [relative(f"Rel{n}", "cousin") for n in range(30)]
    assert drawn([child("Ann")], [relative("Mia", "mother"), *many]) is None
    crowd = [child(f"Child{n}") for n in range(5)]
    assert drawn(crowd, [relative("Mia", "mother")]) is None


def test_a_child_without_a_name_is_told_so() -> None:
    picture = drawn([{**child("Ann"), "name": {"full": "unknown"}}], [relative("Mia", "mother")])
    assert picture is not None
    assert "Not named yet" in written(picture)
    assert "unknown" not in picture.alt

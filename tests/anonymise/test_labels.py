"""Labels follow roles, stay when people are added, and are like nobody's name."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from anonymise.conftest import CASE
from sgdocs.anonymise import Known, Style, WordLists, known_of, load_lists, masker_of
from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.reading import read_file


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return load_lists(Content())


def known(lists: WordLists, path: Path = CASE, **more: list[dict[str, Any]]) -> Known:
    document = read_file(path)
    data = {**document.data, **{k: [*document.data.get(k, []), *v] for k, v in more.items()}}
    return known_of(Case(data, document), lists)


def labels(lists: WordLists, who: Known, style: Style | None = None) -> dict[str, str]:
    return dict(masker_of(who, lists, style or Style()).labels.of)


def test_roles_are_the_labels(lists: WordLists) -> None:
    of = labels(lists, known(lists))
    assert {k: of[k] for k in ("child-1", "mother", "partner", "brother", "sister", "hv")} == {
        "child-1": "Child",
        "mother": "Mother",
        "partner": "Mother's partner",
        "brother": "Sibling 1",
        "sister": "Half-sibling 1",
        "hv": "Health Visitor",
    }


def test_nobody_is_renamed_when_somebody_is_added(lists: WordLists) -> None:
    before = labels(lists, known(lists))
    more = {
        "family": [{"id": "baby", "name": {"full": "Ada Bright"}, "relationship": "sibling"}],
        "professionals": [
            {"id": "hv2", "name": {"full": "Una Pym"}, "job_title": "Health visitor"}
        ],
        "agencies": [
            {
                "id": "gp2",
                "name": "Elm Surgery",
                "kind": "general_practice",
                "manager": {"name": {"full": "Ned Ash"}, "job_title": "Practice manager"},
            },
        ],
    }
    after = labels(lists, known(lists, **more))
    assert {k: after[k] for k in before} == before
    assert (after["baby"], after["hv2"]) == ("Sibling 2", "Health Visitor 2")


def test_a_ledger_holds_numbers_whatever_the_order(lists: WordLists) -> None:
    first = known(lists)
    before = labels(lists, first)
    turned = replace(first, people=tuple(reversed(first.people)))
    assert labels(lists, turned, Style(labels=before)) == before


def test_every_label_is_given_once(lists: WordLists) -> None:
    of = labels(lists, known(lists))
    assert len(set(of.values())) == len(of)


def test_what_takes_a_persons_place_is_given_once(lists: WordLists) -> None:
    who = known(lists)
    words = masker_of(who, lists, Style()).labels.words
    said = [words[p.key] for p in who.people]
    assert len(set(said)) == len(said)


def test_a_role_that_is_somebodys_name_is_no_label(lists: WordLists) -> None:
    more = {"family": [{"id": "x", "name": {"full": "Ann Child"}, "relationship": "cousin"}]}
    of = labels(lists, known(lists, **more))
    assert of["child-1"] == "Person"


@pytest.mark.parametrize(
    "chosen", ["Freya", "Freyja", "Frey", "Siobhan", "Will", "Billy", "Mo", "Bright"]
)
def test_a_chosen_label_like_a_real_name_is_not_used(lists: WordLists, chosen: str) -> None:
    who = known(lists)
    child = replace(who.people[0], chosen=chosen)
    who = replace(who, people=(child, *who.people[1:]))
    made = masker_of(who, lists, Style("pseudonym"))
    assert made.labels.words["child-1"] != chosen
    assert made.labels.unsafe == ("child-1",)


def test_a_chosen_label_unlike_any_name_is_used(lists: WordLists) -> None:
    who = known(lists)
    child = replace(who.people[0], chosen="Taylor")
    who = replace(who, people=(child, *who.people[1:]))
    for style in ("pseudonym", "child_a", "initials"):
        made = masker_of(who, lists, Style(style))
        assert made.labels.words["child-1"] == "Taylor"
        assert made.mask("Taylor slept.").flags == ()


def test_a_childs_letter_is_none_of_its_initials(lists: WordLists) -> None:
    who = known(lists)
    child = replace(who.people[0], full="Ada Bell", given="Ada", family="Bell", known_as="")
    who = replace(who, people=(child, *who.people[1:]))
    assert masker_of(who, lists, Style()).labels.words["child-1"] == "Child C"


def test_no_label_says_a_real_name(lists: WordLists) -> None:
    more = {
        "labelled_dates": [{"label": "Freya came home", "date": "2024-02-02"}],
        "professionals": [{"id": "z", "name": {"full": "Una Pym"}, "job_title": "Carer of Freya"}],
    }
    of = labels(lists, known(lists, **more))
    assert not any("Freya" in label for label in of.values())

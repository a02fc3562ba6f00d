"""What a published paper may print holds roles, labels and whole years, and no names."""

from datetime import date
from typing import Any

import pytest

from sgdocs.publications import About, public_facts

_CASE: dict[str, Any] = {
    "case": {"reference": "EX-2025-014"},
    "children": [
        {"id": "child-1", "name": {"full": "Caoimhe Price"}, "date_of_birth": "2025-06-03"}
    ],
    "family": [
        {"id": "mother", "name": {"full": "Lowri Price"}, "relationship": "mother"},
        {"id": "cousin", "name": {"full": "Nia Price"}, "relationship": "cousin"},
    ],
    "agencies": [
        {"id": "police", "name": "Humberside Police", "kind": "police"},
        {"id": "school", "name": "Haven Road Primary School", "kind": "school"},
        {"id": "housing", "name": "Harbour Homes", "kind": "housing"},
    ],
    "review": {
        "reviewer": {"name": "Dr Olabode-Finn", "contact": {"email": "x@example.org"}},
        "methodology": "systems",
        "terms_of_reference": ["What was life like for Caoimhe?"],
        "fee": "secret",
    },
}
_WORDS = {
    "under_one": "under one",
    "one_year": "one year",
    "in_years": "years",
    "agency_police": "The police service of the area",
}


def _facts(born: str = "2025-06-03", **report: Any) -> dict[str, Any]:
    case = {**_CASE, "children": [{**_CASE["children"][0], "date_of_birth": born}]}
    labels = {"child-1": "Robin", "mother": "Robin's mother"}
    about = About(case, {"name": "Example"}, _WORDS, "", date(2025, 12, 18), labels)
    return public_facts({"title": "A review", **report}, about)


def test_nobody_is_named() -> None:
    text = str(_facts())
    assert not any(name in text for name in ("Caoimhe", "Price", "Lowri", "EX-2025", "secret", "@"))


def test_the_family_is_listed_by_role() -> None:
    assert _facts()["case"]["family"] == [
        {"relationship": "mother", "labels": {"label": "Robin's mother"}}
    ]
    assert _facts()["case"]["review"]["reviewer"] == {"name": "Dr Olabode-Finn"}


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2025-06-03", "under one"),
        ("2024-12-19", "under one"),
        ("2024-12-18", "one year"),
        ("2020-01-30", "5 years"),
    ],
)
def test_ages_are_whole_years(born: str, age: str) -> None:
    assert _facts(born)["children"] == [{"label": "Robin", "age": age}]


def test_the_glossary_explains_the_agencies_the_report_names() -> None:
    explained = {"term": "Humberside Police", "meaning": "The police service of the area"}
    facts = _facts(summary="Humberside Police and Haven Road Primary School knew.")
    assert facts["case"]["report"]["glossary"] == [explained]
    assert "glossary" not in _facts(summary="Nobody knew.")["case"]["report"]
    own = [{"term": "Humberside Police", "meaning": "Ours"}]
    told = _facts(summary="Humberside Police knew.", glossary=own)
    assert told["case"]["report"]["glossary"] == own


def test_who_signed_is_not_printed() -> None:
    signed = [{"step": "partners_sign", "signature": {"name": "Philippa Ashgrove"}}]
    assert "Ashgrove" not in str(_facts(sign_off=signed, publication={"form": "full"}))
